"""What git says was touched, in real repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from linter.engine import changes
from linter.engine.changes import lines_of
from linter.errors import ChangesError


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Return git in a fresh repository, which is the working folder."""
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

    def run(*arguments):
        done = subprocess.run(
            ["git", *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init", "--quiet", "--initial-branch=main")
    return run


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, encoding="utf-8")


def commit(git, **files):
    for name, text in files.items():
        write(name.replace("_", "."), text)
    git("add", "--all")
    git("commit", "--quiet", "--message", "c")


def touched(found):
    return {
        name: lines if lines is None else [(one.start, one.stop - 1) for one in lines]
        for name, lines in found.lines.items()
    }


def test_lines_changed_since_a_commit(git):
    """Lines changed and added are touched; where lines went, nothing is."""
    commit(git, a_txt="1\n2\n3\n4\n5\n", b_txt="1\n2\n", c_txt="1\n")
    write("a.txt", "1\ntwo\n3\n4\n5\n6\n7\n")
    write("b.txt", "1\n")
    assert touched(changes.since("HEAD")) == {
        "a.txt": [(2, 2), (6, 7)],
        "b.txt": [],
    }


def test_staged_and_not_staged(git):
    """`since` sees the working copy, `staged` the index."""
    commit(git, a_txt="1\n2\n")
    write("a.txt", "one\n2\n")
    git("add", "a.txt")
    write("a.txt", "0\none\ntwo\n")
    assert touched(changes.staged()) == {"a.txt": [(1, 1)]}
    assert touched(changes.since("HEAD")) == {"a.txt": [(1, 3)]}
    found = changes.staged()
    assert changes.staged_bytes(found, Path("a.txt")) == b"one\n2\n"


def test_new_files(git):
    """A file that git does not know yet is touched whole, one that it ignores not."""
    commit(git, a_txt="1\n", _gitignore="*.log\n")
    write("new.txt", "1\n2\n")
    write("docs/お客様 page.txt", "1\n")
    write("x.log", "1\n")
    assert touched(changes.since("HEAD")) == {
        "new.txt": None,
        "docs/お客様 page.txt": None,
    }
    git("add", "--all")
    assert touched(changes.staged()) == {
        "new.txt": [(1, 2)],
        "docs/お客様 page.txt": [(1, 1)],
    }


def test_before_the_first_commit(git):
    """Everything staged is touched in a repository without a commit."""
    write("a.txt", "1\n")
    git("add", "a.txt")
    assert touched(changes.staged()) == {"a.txt": [(1, 1)]}
    with pytest.raises(ChangesError, match="no commit or branch “HEAD”"):
        changes.since("HEAD")


def test_a_renamed_file(git):
    """Of a file that was renamed only the lines that changed are touched."""
    commit(git, a_txt="".join(f"{number}\n" for number in range(20)))
    git("mv", "a.txt", "b.txt")
    assert touched(changes.staged()) == {}
    text = Path("b.txt").read_text().replace("7\n", "seven\n", 1)
    write("b.txt", text)
    git("add", "b.txt")
    assert touched(changes.staged()) == {"b.txt": [(8, 8)]}


def test_a_removed_file(git):
    """A file that is gone has no lines."""
    commit(git, a_txt="1\n", b_bin=b"\0\1")
    git("rm", "--quiet", "a.txt", "b.bin")
    assert touched(changes.staged()) == {}


@pytest.mark.parametrize(
    "name",
    [
        "a page.txt",
        'a "b"\\c.txt',
        "tab\tand\nline.txt",
        "한국어/고객.txt",
        "bell\x07.txt",
        "one\x01.txt",
        "b/b/b.txt",
    ],
)
@pytest.mark.parametrize("data", ["1\n2\n", b"\0\n1"], ids=["text", "binary"])
def test_odd_names(git, name, data):
    """Every name that git quotes is read; a binary file is touched whole."""
    commit(git, **{name.replace(".", "_"): data})
    write(name, data + type(data)(b"3\n" if isinstance(data, bytes) else "3\n"))
    git("add", "--all")
    expected = None if isinstance(data, bytes) else [(3, 3)]
    assert touched(changes.staged()) == {name: expected}


def test_settings_of_the_user_change_nothing(git):
    """Whatever git is told to show people, the answer is the same."""
    commit(git, a_txt="1\n2\n3\n4\n5\n6\n")
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.interHunkContext": "5",
        "diff.context": "9",
        "diff.relative": "true",
        "diff.external": "false",
        "color.ui": "always",
        "core.quotePath": "true",
    }.items():
        git("config", key, value)
    write("a.txt", "one\n2\n3\n4\n5\nsix\n")
    write("sub/お客.txt", "1\n")
    git("add", "--all")
    os.chdir("sub")
    assert touched(changes.staged()) == {
        "a.txt": [(1, 1), (6, 6)],
        "sub/お客.txt": [(1, 1)],
    }


def test_from_a_folder_below(git):
    """Files are named from the top, wherever the run starts."""
    commit(git, a_txt="1\n", **{"sub/b_txt": "1\n"})
    write("a.txt", "one\n")
    write("sub/b.txt", "one\n")
    write("sub/new.txt", "1\n")
    write("other.txt", "1\n")
    os.chdir("sub")
    found = changes.since("HEAD")
    assert sorted(found.lines) == ["a.txt", "other.txt", "sub/b.txt", "sub/new.txt"]
    assert found.has(Path("b.txt"))
    assert found.has(Path("../a.txt"))
    assert found.touches(Path("b.txt"), 1, 1)
    assert not found.touches(Path("b.txt"), 2, 9)
    assert found.touches(Path("new.txt"), 7, 9)
    assert not found.touches(Path("/elsewhere/b.txt"), 1, 1)
    assert found.name_of(Path("/elsewhere")) is None


def test_on_a_branch(git):
    """What came to the other branch meanwhile is not ours."""
    commit(git, a_txt="1\n", b_txt="1\n")
    git("checkout", "--quiet", "-b", "ours")
    commit(git, a_txt="one\n")
    git("checkout", "--quiet", "main")
    commit(git, b_txt="uno\n")
    git("checkout", "--quiet", "ours")
    assert touched(changes.since("main")) == {"a.txt": [(1, 1)]}


def test_branches_without_a_common_start(git):
    """Where the branches never met, the whole difference counts."""
    commit(git, a_txt="1\n")
    git("checkout", "--quiet", "--orphan", "other")
    commit(git, a_txt="1\ntwo\n")
    assert touched(changes.since("main")) == {"a.txt": [(2, 2)]}


def test_a_merge_in_progress(git):
    """A file in conflict is touched whole, and has no one staged text."""
    commit(git, a_txt="1\n")
    git("checkout", "--quiet", "-b", "ours")
    commit(git, a_txt="one\n")
    git("checkout", "--quiet", "main")
    commit(git, a_txt="uno\n")
    subprocess.run(["git", "merge", "ours"], capture_output=True, check=False)
    found = changes.staged()
    assert touched(found) == {"a.txt": None}
    with pytest.raises(ChangesError, match="resolve the merge"):
        changes.staged_bytes(found, Path("a.txt"))


def test_a_linked_folder(git, tmp_path_factory):
    """A run that starts from a link to the repository finds its files."""
    commit(git, a_txt="1\n")
    link = tmp_path_factory.mktemp("l") / "link"
    link.symlink_to(Path.cwd())
    write("a.txt", "one\n")
    os.chdir(link)
    assert changes.since("HEAD").has(link / "a.txt")


@pytest.mark.parametrize("revision", ["nowhere", "-1", "--all", "", "HEAD:a.txt"])
def test_an_unknown_revision(git, revision):
    """What names no commit is said to be unknown, and no option of git."""
    commit(git, a_txt="1\n")
    with pytest.raises(ChangesError, match="no commit or branch"):
        changes.since(revision)


@pytest.mark.usefixtures("git")
def test_outside_of_a_repository(tmp_path_factory, monkeypatch):
    """Where there is no repository, it is said."""
    folder = tmp_path_factory.mktemp("none")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    monkeypatch.chdir(folder)
    with pytest.raises(ChangesError, match="in no repository"):
        changes.staged()


@pytest.mark.usefixtures("git")
def test_without_git(monkeypatch):
    """Where git is not installed, it is said."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ChangesError, match="not installed"):
        changes.staged()


def test_a_broken_repository(git):
    """What git complains of is passed on."""
    commit(git, a_txt="1\n")
    Path(".git/index").write_bytes(b"broken")
    with pytest.raises(ChangesError, match="index"):
        changes.staged()


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param((0, 1), (1, 1), id="first line"),
        pytest.param((3, 4), (2, 2), id="second line"),
        pytest.param((0, 4), (1, 2), id="over two lines"),
        pytest.param((0, 3), (1, 1), id="to the end of a line"),
        pytest.param((3, 3), (2, 2), id="an empty place"),
    ],
)
def test_lines_as_git_counts_them(span, expected):
    """A line ends at a line feed, and at nothing else."""
    assert lines_of("a\r\nb\u2028c", [span]) == [expected]
