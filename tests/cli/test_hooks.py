"""The hooks as pre-commit calls them: what each reports, and what it changes."""

import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from linter.cli.program import cli

TEXT = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(TEXT)}
WRONG = "Our customers pay.\n"


@pytest.fixture
def called(tmp_path, monkeypatch):
    """Return a caller of hooks in a folder with pages that differ."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "a.txt": "Our clients stay. We visit our clients.\n",
        "b.txt": "Our clients come.\n",
        "c.txt": WRONG,
        "old/d.txt": WRONG,
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    def call(name, *files):
        hook = HOOKS[name]
        program, *arguments = shlex.split(hook["entry"])
        assert program == "okyaku"
        passed = files if hook.get("pass_filenames", True) else ()
        runner = CliRunner(env={"OKYAKU_UI_LANG": "en"})
        return runner.invoke(cli, [*arguments, *passed])

    return call


def test_okyaku_reports_and_changes_nothing(called):
    """The first hook reports the files of the commit and leaves out excluded ones."""
    Path("okyaku.toml").write_text('model = "law"\nexclude = ["old/"]\n')
    result = called("okyaku", "c.txt", "old/d.txt")
    assert result.exit_code == 1
    assert "c.txt:1:5" in result.stdout
    assert "old/" not in result.stdout
    assert Path("c.txt").read_text() == WRONG


def test_okyaku_fix_mends(called):
    """The second changes files, which stops the commit, and spares excluded ones."""
    Path("okyaku.toml").write_text('model = "law"\nexclude = ["old/"]\n')
    assert called("okyaku-fix", "c.txt", "old/d.txt").exit_code == 0
    assert Path("c.txt").read_text() == "Our clients pay.\n"
    assert Path("old/d.txt").read_text() == WRONG


def test_okyaku_corpus_reads_the_whole_tree(called):
    """The third compares all pages, whichever file the commit holds."""
    result = called("okyaku-corpus", "a.txt")
    assert result.exit_code == 1
    assert "c.txt:1:5" in result.stdout
    assert "old/d.txt:1:5" in result.stdout
