"""The command line as a program: what it imports, asks, and does when it is cut off."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import cli, init

ROOT = Path(__file__).parents[2]
HEAVY = {"spacy", "fugashi", "pyromark"}


def run(*args, cwd=None, **given):
    """Run okyaku as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "linter", *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **given,
    )


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["models"]], ids=str)
def test_nothing_heavy_is_loaded_for(args):
    """What reads no copy loads no tokenizer and no parser."""
    code = (
        "import sys; from linter.cli import cli; "
        f"cli.main({args!r}, standalone_mode=False); "
        f"print({HEAVY!r} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr.strip() == "set()"


@pytest.mark.parametrize(
    ("args", "status"),
    [
        pytest.param(["check", "fine.md"], 0, id="clean"),
        pytest.param(["check", "."], 1, id="findings"),
        pytest.param(["check", "gone.md"], 2, id="a path that is not there"),
        pytest.param(["check", "--no-such"], 2, id="an option that is not there"),
        pytest.param(["chekc"], 2, id="a command that is not there"),
    ],
)
def test_exit_status(tmp_path, args, status):
    """0 clean, 1 findings, 2 could not run as asked: as a program too."""
    (tmp_path / "okyaku.toml").write_text('model = "law"\n')
    (tmp_path / "fine.md").write_text("Our clients stay.\n")
    (tmp_path / "wrong.md").write_text("Our customers stay.\n")
    assert run(*args, cwd=tmp_path).returncode == status


def test_a_mistake_of_ours_is_not_a_finding(tmp_path):
    """A crash exits with 2 and shows its traceback: 1 would read as findings."""
    code = "from linter import cli\ncli.cli.main = lambda **_: 1 / 0\ncli.main()\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a signal of POSIX")
def test_a_reader_that_goes_away_ends_okyaku_quietly():
    """`okyaku models | head -1` leaves no traceback."""
    command = f'"{sys.executable}" -m linter models | true'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_characters_that_the_terminal_lacks_are_escaped():
    """A terminal without Korean gets escapes and the result, not a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "linter", "models", "law"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"\\u" in done.stdout


@pytest.fixture
def answered(tmp_path, monkeypatch):
    """Run `okyaku init` at a terminal with these answers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(init, "is_terminal", lambda: True)

    def run_init(*answers, args=()):
        runner = CliRunner(env={"OKYAKU_UI_LANG": "en"})
        lines = "".join(f"{answer}\n" for answer in answers)
        result = runner.invoke(cli, ["init", *args], input=lines)
        path = tmp_path / "okyaku.toml"
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        return result, written

    return run_init


def test_init_asks_for_model_and_names(answered):
    """On a terminal init asks; names may be parted by any comma."""
    result, written = answered("law", "Garamsol, 가람솔、ガラムソル")
    assert result.exit_code == 0
    assert written["model"] == "law"
    assert written["names"] == ["Garamsol", "가람솔", "ガラムソル"]


def test_init_takes_the_number_of_a_model(answered):
    """The models are numbered; Enter leaves the names open."""
    result, written = answered("1", "")
    assert "   1  accounting" in result.stderr
    assert written["model"] == "accounting"
    assert "names" not in written


def test_init_asks_again(answered):
    """A model that does not exist is asked for again, with the one meant."""
    result, written = answered("lwa", "0", "law", "")
    assert "did you mean “law”" in result.stderr
    assert written["model"] == "law"


def test_init_asks_nothing_that_was_given(answered):
    """With --model given, init asks nothing."""
    _, written = answered(args=["--model", "retail"])
    assert written["model"] == "retail"


def test_init_keeps_the_rights_of_a_new_file(tmp_path, monkeypatch):
    """The file is as readable as any other new file."""
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(cli, ["init", "--yes"])
    (tmp_path / "other").touch()
    modes = {path.name: path.stat().st_mode for path in tmp_path.iterdir()}
    assert modes["okyaku.toml"] == modes["other"]
