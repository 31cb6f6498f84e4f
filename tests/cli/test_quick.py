"""Files without audience words are answered for at once, and as the program would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli import program, quick

ROOT = Path(__file__).parents[2]
PLAIN = "The weather is fine, the sea is calm.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder to work in, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OKYAKU_UI_LANG", "en")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    write("a.md", PLAIN)
    write("b.html", f"<p>{PLAIN}</p>")
    return write


@pytest.mark.parametrize(
    ("config", "args"),
    [
        pytest.param(None, ["a.md"], id="no configuration"),
        pytest.param('model = "law"\n', ["a.md", "b.html"], id="a model"),
        pytest.param('names = ["Us"]\n', ["a.md"], id="a configuration, no model"),
        pytest.param('model = "law"\n', ["--force-exclude", "a.md"], id="as a hook"),
        pytest.param('model = "law"\n', ["a.md", "./a.md"], id="one file named twice"),
        pytest.param(
            'model = "law"\n[severity]\naudience-mixed = "off"\n', ["a.md"], id="a rule"
        ),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_answer_is_that_of_the_program(folder, monkeypatch, capsys, config, args, lang):
    """Output, remarks and status are the same, the short way and the long way."""
    monkeypatch.setenv("OKYAKU_UI_LANG", lang)
    if config:
        folder("okyaku.toml", config)
    status = quick.status(("check", *args))
    short = capsys.readouterr()
    monkeypatch.setattr(sys, "argv", ["okyaku", "check", *args])
    assert status == program.status() == 0
    assert short == capsys.readouterr()


@pytest.mark.parametrize(
    "args",
    [
        pytest.param([], id="no command"),
        pytest.param(["models"], id="another command"),
        pytest.param(["check"], id="the whole folder"),
        pytest.param(["check", "."], id="a folder by name"),
        pytest.param(["check", "gone.md"], id="a file that is not there"),
        pytest.param(["check", "-q", "a.md"], id="an option"),
        pytest.param(["check", "-"], id="standard input"),
        pytest.param(["check", "words.md"], id="an audience word"),
        pytest.param(["check", "a.md", "broken.md"], id="not UTF-8"),
        pytest.param(["check", "nul.md"], id="a NUL"),
        pytest.param(["check", "long.md"], id="a very long file"),
        pytest.param(["check", "wrong/a.md"], id="a configuration with a mistake"),
        pytest.param(["check", "own/a.md"], id="words of one's own"),
        pytest.param(["check", "lawn/a.md"], id="a model that does not exist"),
        pytest.param(["check", "ja/a.md"], id="another language of messages"),
        pytest.param(["check", "cap/a.md"], id="a cap of one's own"),
        pytest.param(
            ["check", "--force-exclude", "out/a.md"], id="a file that is taken out"
        ),
    ],
)
def test_everything_else_is_left_to_the_program(folder, capsys, args):
    """What the short way cannot answer it does not touch."""
    folder("words.md", "Our customers.\n")
    folder("broken.md", b"\xff\xfe\xff")
    folder("nul.md", "a\0b")
    folder("long.md", "a " * 600_000)
    folder("wrong/okyaku.toml", 'modle = "law"\n')
    folder("wrong/a.md", PLAIN)
    folder("own/okyaku.toml", 'lexicons = ["words"]\n')
    folder("own/a.md", PLAIN)
    for name, line in {
        "lawn": 'model = "lawn"',
        "ja": 'ui_lang = "ja"',
        "cap": "max_bytes = 9",
    }.items():
        folder(f"{name}/okyaku.toml", f"{line}\n")
        folder(f"{name}/a.md", PLAIN)
    folder("out/okyaku.toml", 'exclude = ["*.md"]\n')
    folder("out/a.md", PLAIN)
    assert quick.status(tuple(args)) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_is_left_to_the_program(monkeypatch):
    """Whatever the reason, the program says it."""

    def denied(_):
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert quick.status(("check", "a.md")) is None


@pytest.mark.usefixtures("folder")
def test_nothing_heavy_is_loaded():
    """Neither click nor any parser or tokenizer is imported."""
    heavy = {"click", "spacy", "fugashi", "pyromark", "pathspec", "linter.occurrences"}
    code = (
        "import sys; from linter.cli import main\n"
        "sys.argv = ['okyaku', 'check', 'a.md']\n"
        "try: main()\n"
        f"finally: print({heavy!r} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "set()"
