"""The wheel: built, installed away from the repository, and run there."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE = Path(sysconfig.get_paths()["purelib"])

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from the repository as it lies."""
    out = tmp_path_factory.mktemp("dist")
    # Without hatchling beside us the builder fetches it: slower, and needs an index.
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    _run(sys.executable, "-m", "build", "--wheel", *isolation, "-o", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Install the wheel into an environment that does not know the repository.

    The libraries come from the running environment by a path file: its own path
    files, and with them an editable install of the repository, are not read.
    """
    home = tmp_path_factory.mktemp("venv")
    _run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    _run(*pip, "--no-deps", "--no-index", wheel)
    purelib = _run(
        python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    )
    Path(purelib.stdout.strip(), "libraries.pth").write_text(f"{SITE}\n")
    return home / "bin"


def test_wheel_holds_the_program_and_its_words_and_nothing_else(wheel):
    """Every word list and module is in the wheel; tests and examples are not."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in ("linter", "lexicons")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert kept == packed
    assert "lexicons/ko/terms.toml" in packed
    assert "linter/py.typed" in packed


def test_installed_program_is_not_the_repository(installed):
    """The program that the next tests run is the one out of the wheel."""
    code = "import linter, lexicons; print(linter.__file__); print(lexicons.__file__)"
    shown = _run(installed / "python", "-c", code, cwd=installed).stdout.split()
    assert [True, True] == [str(installed.parent) in path for path in shown]


def test_installed_program_finds_what_the_repository_finds(installed, tmp_path):
    """Installed, okyaku reports the same on the examples as from the repository."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    here = _run(installed / "okyaku", "check", "examples", cwd=tmp_path, status=1)
    command = [sys.executable, "-m", "linter", "check", "examples"]
    env = {"PYTHONPATH": str(ROOT)}
    there = _run(*command, cwd=tmp_path, status=1, env=env)
    assert there.stdout == here.stdout
    assert "audience-mismatch" in here.stdout


def test_installed_program_lists_its_models(installed, tmp_path):
    """The business models are data of the wheel."""
    shown = _run(installed / "okyaku", "models", cwd=tmp_path).stdout
    assert "law" in shown


def _run(*command, cwd=None, status=0, env=None):
    """Run *command* and return it done, failing with all it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": "", "NO_COLOR": "1", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert status == done.returncode, done.stdout + done.stderr
    return done
