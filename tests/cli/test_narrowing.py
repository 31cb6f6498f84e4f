"""Known findings and changed lines at the command line, in real repositories."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli.program import cli

WRONG = "Our customers pay.\n"


@pytest.fixture(autouse=True)
def _site(tmp_path, monkeypatch):
    """Work in a law firm's folder, a repository with one commit."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "a@example.com",
        "GIT_COMMITTER_NAME": "Ann",
        "GIT_COMMITTER_EMAIL": "a@example.com",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    write("okyaku.toml", 'model = "law"\n')
    write("old.txt", f"{WRONG}\nOld lines.\n")
    write("docs/more.txt", f"{WRONG}\nMore.\n")
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message", "c")


def git(*arguments):
    subprocess.run(["git", *arguments], capture_output=True, check=True)


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def okyaku(*args):
    runner = CliRunner(env={"OKYAKU_UI_LANG": "en", "NO_COLOR": "1"})
    result = runner.invoke(cli, [*args])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def places(result):
    """Return the places that are reported."""
    return [
        line.partition(": ")[0]
        for line in result.stdout.splitlines()
        if " audience-mismatch " in line
    ]


@pytest.mark.parametrize("option", [["--since", "HEAD"], ["--staged"]], ids=str)
def test_only_touched_lines_are_reported(option):
    """Old findings stay silent, in touched files too; new ones fail the run."""
    write("old.txt", f"{WRONG}\nOld lines.\n\nSome customers of ours.\n")
    write("new.txt", WRONG)
    git("add", "--all")
    result = okyaku("check", *option)
    assert places(result) == ["new.txt:1:5", "old.txt:5:6"]
    assert result.exit_code == 1


def test_nothing_touched_nothing_reported():
    """A change elsewhere passes, and says that nothing was read."""
    assert okyaku("check").exit_code == 1
    assert okyaku("check", "--since", "HEAD").exit_code == 0
    write("old.txt", f"{WRONG}\nOther lines.\n")
    assert okyaku("check", "--since", "HEAD").exit_code == 0


def test_new_files_that_git_does_not_know():
    """An untracked page is new copy for --since, and not staged."""
    write("new.txt", WRONG)
    assert places(okyaku("check", "--since", "HEAD")) == ["new.txt:1:5"]
    assert places(okyaku("check", "--staged")) == []


def test_what_is_staged_is_read_from_the_index():
    """The staged text counts, whatever stands in the folder by now."""
    write("old.txt", f"{WRONG}\nSome customers of ours.\n")
    git("add", "old.txt")
    write("old.txt", "Nothing of that kind.\n")
    assert places(okyaku("check", "--staged")) == ["old.txt:3:6"]
    Path("old.txt").unlink()
    assert places(okyaku("check", "--staged")) == ["old.txt:3:6"]
    assert places(okyaku("check", "--staged", "docs")) == []


def test_a_renamed_page():
    """A page that is only renamed has nothing new."""
    git("mv", "old.txt", "renamed.txt")
    assert places(okyaku("check", "--staged")) == []
    assert places(okyaku("check", "--since", "HEAD")) == []


def test_from_a_folder_below(monkeypatch):
    """Paths are those of the working folder."""
    write("docs/new.txt", WRONG)
    write("new.txt", WRONG)
    monkeypatch.chdir("docs")
    assert places(okyaku("check", "--since", "HEAD")) == ["new.txt:1:5"]
    result = okyaku("check", "--since", "HEAD", "..")
    assert places(result) == ["../docs/new.txt:1:5", "../new.txt:1:5"]


def test_in_batches():
    """Files given in several calls, as pre-commit does, give the same findings."""
    names = [f"page{number}.txt" for number in range(6)]
    for name in names:
        write(name, WRONG)
    git("add", "--all")
    whole = places(okyaku("check", "--staged", *names))
    parts = [
        place
        for at in range(0, 6, 2)
        for place in places(okyaku("check", "--staged", *names[at : at + 2]))
    ]
    assert whole == parts
    assert len(whole) == 6


def test_fix_touches_only_touched_lines():
    """With --since the old findings are neither reported nor mended."""
    write("old.txt", f"{WRONG}\nSome customers of ours.\n")
    result = okyaku("check", "--since", "HEAD", "--fix")
    assert result.exit_code == 0
    expected = f"{WRONG}\nSome clients of ours.\n"
    assert Path("old.txt").read_text(encoding="utf-8") == expected


def test_fix_of_what_is_staged():
    """A file with changes that are not staged is not written."""
    write("old.txt", f"{WRONG}\nSome customers of ours.\n")
    write("new.txt", WRONG)
    git("add", "--all")
    write("old.txt", f"{WRONG}\nSome customers of ours.\n\nNot staged.\n")
    result = okyaku("check", "--staged", "--fix")
    assert result.exit_code == 2
    assert "old.txt: not fixed, it has changes that are not staged" in result.stderr
    assert Path("old.txt").read_text(encoding="utf-8").endswith("Not staged.\n")
    assert Path("new.txt").read_text(encoding="utf-8") == "Our clients pay.\n"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        pytest.param(["--since", "nowhere"], "no commit or branch", id="revision"),
        pytest.param(["--since", "HEAD", "--staged"], "choose one", id="both"),
        pytest.param(["--baseline", "b.json"], "no such baseline", id="baseline"),
    ],
)
def test_what_cannot_be_done(args, sentence):
    """What was asked and cannot be done stops the run, and mends nothing."""
    result = okyaku("check", "--fix", *args)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert Path("old.txt").read_text(encoding="utf-8").startswith(WRONG)


def test_a_file_outside_of_the_repository(tmp_path_factory):
    """A path of another place is named, not passed over."""
    other = tmp_path_factory.mktemp("other") / "page.txt"
    other.write_text(WRONG)
    result = okyaku("check", "--since", "HEAD", str(other))
    assert result.exit_code == 2
    assert "outside of the repository" in result.stderr


def test_a_merge_in_progress():
    """A page in conflict is not checked, and the run says so."""
    git("checkout", "--quiet", "-b", "ours")
    write("old.txt", "Ours.\n")
    git("commit", "--quiet", "--all", "--message", "c")
    git("checkout", "--quiet", "main")
    write("old.txt", "Theirs.\n")
    git("commit", "--quiet", "--all", "--message", "c")
    subprocess.run(["git", "merge", "ours"], capture_output=True, check=False)
    result = okyaku("check", "--staged")
    assert result.exit_code == 2
    assert "old.txt: not checked" in result.stderr


def test_a_baseline_lets_old_findings_be():
    """What is recorded is silent, what is new fails; lines may move."""
    assert okyaku("baseline", "write").exit_code == 0
    write("okyaku.toml", 'model = "law"\nbaseline = ".okyaku-baseline.json"\n')
    assert okyaku("check").exit_code == 0
    write("old.txt", f"Lines.\n\n{WRONG}\nSome customers of ours.\n")
    result = okyaku("check")
    assert places(result) == ["old.txt:5:6"]
    assert "1 new, 2 known, 0 resolved" in result.stderr


def test_a_baseline_of_a_part():
    """Recording one folder keeps what is known of the others."""
    okyaku("baseline", "write")
    write("docs/more.txt", "Nothing.\n")
    result = okyaku("baseline", "write", "docs")
    assert "one finding is known" in result.stderr
    assert okyaku("check", "--baseline", ".okyaku-baseline.json").exit_code == 0


def test_pruning():
    """Pruning takes out what is mended and records nothing new."""
    okyaku("baseline", "write")
    write("old.txt", "Our clients pay.\n")
    write("new.txt", WRONG)
    result = okyaku("check", "--baseline", ".okyaku-baseline.json")
    assert "1 new, 1 known, 1 resolved" in result.stderr
    assert "--prune" in result.stderr
    okyaku("baseline", "write", "--prune")
    text = Path(".okyaku-baseline.json").read_text(encoding="utf-8")
    assert text.count('"path"') == 1
    assert places(okyaku("check", "--baseline", ".okyaku-baseline.json")) == [
        "new.txt:1:5"
    ]


def test_pruning_needs_a_baseline():
    """There is nothing to prune where nothing was recorded."""
    result = okyaku("baseline", "write", "--prune")
    assert result.exit_code == 2
    assert "no such baseline" in result.stderr


def test_a_baseline_that_cannot_be_written():
    """A folder that is not there is said."""
    result = okyaku("baseline", "write", "-o", "nowhere/b.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_file_that_cannot_be_read_keeps_its_record():
    """A broken page has not been mended: its findings stay known."""
    okyaku("baseline", "write")
    Path("old.txt").write_bytes(b"\xff")
    result = okyaku("baseline", "write")
    assert result.exit_code == 2
    text = Path(".okyaku-baseline.json").read_text(encoding="utf-8")
    assert "old.txt" in text


def test_a_broken_configuration_stops_the_record():
    """Without settings nothing is recorded."""
    write("okyaku.toml", "model = 1\n")
    assert okyaku("baseline", "write").exit_code == 2
    assert not Path(".okyaku-baseline.json").exists()


def test_baseline_and_changed_lines_together():
    """A known finding on a touched line is silent, a new one on an old line too."""
    okyaku("baseline", "write")
    write("old.txt", f"New. {WRONG}\nOld lines.\n")
    write("docs/more.txt", f"More.\n\n{WRONG}")
    args = ["check", "--baseline", ".okyaku-baseline.json", "--since", "HEAD"]
    result = okyaku(*args)
    assert places(result) == ["old.txt:1:10"]


def test_fix_leaves_known_findings():
    """With a baseline only what is new is mended."""
    okyaku("baseline", "write")
    write("old.txt", f"{WRONG}\nSome customers of ours.\n")
    result = okyaku("check", "--baseline", ".okyaku-baseline.json", "--fix")
    assert result.exit_code == 0
    expected = f"{WRONG}\nSome clients of ours.\n"
    assert Path("old.txt").read_text(encoding="utf-8") == expected


def test_fix_beside_a_hidden_finding():
    """A finding of the same paragraph that no change touched stays hidden."""
    write("old.txt", "Our customers pay\nand our clients stay.\n")
    git("commit", "--quiet", "--all", "--message", "c")
    write("old.txt", "Our customers pay\nand our customers stay.\n")
    result = okyaku("check", "--since", "HEAD", "--fix")
    assert result.exit_code == 0
    expected = "Our customers pay\nand our clients stay.\n"
    assert Path("old.txt").read_text(encoding="utf-8") == expected
