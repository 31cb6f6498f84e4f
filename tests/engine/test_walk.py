"""The walk: which files of a folder are read, in what order, and which are not."""

import os
import random
import subprocess
from pathlib import Path

import pytest

from linter.config import Settings
from linter.engine.walk import Missing, walk


def is_markdown(name):
    return name.endswith(".md")


@pytest.fixture
def make(tmp_path):
    """Return a function that makes files; a name is given its text by `=`."""

    def make_files(*names):
        for name in names:
            path, _, text = name.partition("=")
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    return make_files


def found_in(root, *paths, **options):
    named = [root / path for path in paths or (".",)]
    found = list(walk(named, known=is_markdown, **options))
    return [
        ("missing", path.path.relative_to(root).as_posix())
        if isinstance(path, Missing)
        else path.relative_to(root).as_posix()
        for path in found
    ]


def test_files_of_known_formats_in_order(make):
    """Folders and files come sorted together, files of other formats do not come."""
    root = make("b.md", "a/z.md", "a/b/c.md", "c/x.md", "a.md", "b.py", "日本/顧客.md")
    expected = ["a/b/c.md", "a/z.md", "a.md", "b.md", "c/x.md", "日本/顧客.md"]
    assert found_in(root) == expected


def test_paths_are_those_of_the_user(make, monkeypatch):
    """Relative folders give relative paths, without a leading dot."""
    monkeypatch.chdir(make("a/b.md"))
    assert list(walk([Path()], known=is_markdown)) == [Path("a/b.md")]
    assert list(walk([Path("a")], known=is_markdown)) == [Path("a/b.md")]


def test_what_is_hidden_or_installed_is_left_out(make):
    """Hidden files and folders, packages and environments hold nobody's copy."""
    root = make(
        ".hidden.md",
        ".venv/a.md",
        "node_modules/x/README.md",
        "env/pyvenv.cfg",
        "env/lib/a.md",
        "a.md",
    )
    assert found_in(root) == ["a.md"]
    assert found_in(root, ".venv", "env") == [".venv/a.md", "env/lib/a.md"]


def test_each_file_comes_once(make):
    """Paths that overlap, and a file named twice, give each file once."""
    root = make("a/b.md", "c.md")
    assert found_in(root, "a/b.md", "a", ".", "a/b.md") == ["a/b.md", "c.md"]


def test_files_that_are_named_are_given(make):
    """A named file comes whatever its format, and even where it is excluded."""
    root = make("a.xyz", "old/b.md", ".gitignore=*.xyz\nold/")
    settings = Settings(exclude=("old/", "*.xyz"), root=root)
    options = {"exclude": settings.excludes}
    assert found_in(root, "a.xyz", "old/b.md", **options) == ["a.xyz", "old/b.md"]
    options["force_exclude"] = True
    assert found_in(root, "a.xyz", "old/b.md", "old", **options) == []


def test_the_configuration_excludes(make):
    """What `exclude` names is left out, folders without being entered."""
    root = make("a.md", "old/b.md", "new/old/c.md", "new/d.ko.md")
    settings = Settings(exclude=("/old", "*.ko.md"), root=root)
    found = found_in(root, exclude=settings.excludes)
    assert found == ["a.md", "new/old/c.md"]


def test_what_git_ignores_is_left_out(make):
    """Ignore files count at every level; the nearer one and the later line decide."""
    root = make(
        ".git/info/exclude=private.md",
        ".gitignore=*.gen.md\nbuild/\n/top.md",
        "a.gen.md",
        "build/x.md",
        "top.md",
        "a/top.md",
        "a/private.md",
        "a/.gitignore=!keep.gen.md",
        "a/keep.gen.md",
        "a/b/.gitignore=*.md\n!c.md",
        "a/b/c.md",
        "a/b/d.md",
    )
    assert found_in(root) == ["a/b/c.md", "a/keep.gen.md", "a/top.md"]
    assert found_in(root, "a/b") == ["a/b/c.md"]
    assert found_in(root, "build") == ["build/x.md"]
    assert found_in(root, "build", force_exclude=True) == ["build/x.md"]
    assert "build/x.md" in found_in(root, respect_gitignore=False)


def test_a_repository_that_takes_back_what_it_keeps(make):
    """`*`, `!*/` and `!*.md` keep the Markdown files of every folder."""
    root = make(".git/HEAD", ".gitignore=*\n!*/\n!*.md\n", "a/b/c.md", "d.md")
    assert found_in(root) == ["a/b/c.md", "d.md"]


def test_ignore_files_outside_a_repository(make):
    """Without a repository those in the folder count, those above it do not."""
    root = make(".gitignore=a.md", "x/.gitignore=b.md", "x/a.md", "x/b.md")
    assert found_in(root, "x") == ["x/a.md"]


def test_a_repository_within_has_its_own_rules(make):
    """What the outer repository ignores does not reach into the inner one."""
    root = make(
        ".git/HEAD",
        ".gitignore=a.md",
        "inner/.git/info/exclude=b.md",
        "inner/a.md",
        "inner/b.md",
    )
    assert found_in(root) == ["inner/a.md"]


def test_a_worktree_points_to_its_repository(make):
    """`.git` may be a file; `info/exclude` is then found by way of it."""
    root = make(
        "main/.git/info/exclude=b.md",
        "main/.git/worktrees/w/commondir=../..",
        "w/.git=gitdir: ../main/.git/worktrees/w\n",
        "w/a.md",
        "w/b.md",
        "odd/.git=\0",
        "odd/c.md",
        "sub/.git=gitdir: ../main/.git",
        "sub/b.md",
        "sub/d.md",
        "raw/e.md",
    )
    (root / "raw/.git").write_bytes(b"\xff")
    found = found_in(root, "w", "odd", "sub", "raw")
    assert found == ["w/a.md", "odd/c.md", "sub/d.md", "raw/e.md"]


def test_a_malformed_line_spoils_no_other(make):
    """Lines that git cannot read are skipped, the rest of the file counts."""
    root = make(".gitignore=\ufeffa.md\n!\nb\\\n./c.md\n", "a.md", "b.md", "c.md")
    assert found_in(root) == ["b.md", "c.md"]


def test_missing_paths_are_told_and_the_walk_goes_on(make):
    """A path that does not exist is a value among the files."""
    root = make("a.md")
    assert found_in(root, "none.md", "a.md") == [("missing", "none.md"), "a.md"]
    assert [Missing(Path("a\0b"))] == list(walk([Path("a\0b")], known=is_markdown))


def test_folders_that_cannot_be_read_are_told(make, monkeypatch):
    """A folder without permission is told, the others are walked."""
    root = make("a/x.md", "b/y.md")
    scandir = os.scandir

    def refuse(path):
        if path.endswith("a"):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found_in(root) == [("missing", "a"), "b/y.md"]
    assert list(walk([root / "a"], known=is_markdown)) == [
        Missing(root / "a", denied=True)
    ]


def test_links_do_not_lead_in_circles(make):
    """Linked folders are not entered; a linked file comes where it is met once only."""
    root = make("a/b.md", ".github/hidden.md")
    (root / "a/loop").symlink_to(root)
    (root / "0.md").symlink_to(root / "a/b.md")
    (root / "README.md").symlink_to(root / ".github/hidden.md")
    (root / "broken.md").symlink_to(root / "gone.md")
    assert found_in(root) == ["a/b.md", "README.md"]
    (root / "other").symlink_to(root / "a")
    assert found_in(root, "other") == ["other/b.md"]


def test_folders_deeper_than_the_stack(make, monkeypatch):
    """A thousand folders in each other are no trouble."""
    root = make("a.md")
    monkeypatch.chdir(root)
    for _ in range(1000):
        os.mkdir("d")  # noqa: PTH102 - a path of a thousand names is too long
        os.chdir("d")
    monkeypatch.chdir(root)
    assert "a.md" in found_in(root)
    # pytest takes the folders away by recursion, which ends where ours must not.
    subprocess.run(["rm", "-rf", root / "d"], check=True)


_NAMES = ("a", "b", "build", "x y", "日本")
_PATTERNS = (
    *("a", "/a", "a/", "*.md", "!a.md", "build/", "build/**", "!build/a.md", "**/a"),
    *("a/**/b", "/b/*", "!/b/a", "*b*", "!*.md", "[ab]", "?", "!a/b/", "\\#c", "x y"),
    *("/日本/*.md", "**", "!*/", "*/", "/*", "a\\ ", "[z", "./a", "***", "b/**/"),
)


@pytest.mark.parametrize("seed", range(12))
def test_git_says_the_same(tmp_path, seed):
    """In a random repository the walk and `git ls-files` give the same files."""
    chance = random.Random(seed)  # noqa: S311 - the same trees in each run
    git = ["git", "-C", tmp_path, "-c", "core.quotepath=off"]
    subprocess.run([*git, "init", "-q"], check=True)
    folders = [tmp_path]
    for _ in range(8):
        folders.append(chance.choice(folders) / chance.choice(_NAMES))
        folders[-1].mkdir(exist_ok=True)
    for folder in dict.fromkeys(folders):
        for name in _NAMES:
            if chance.random() < 0.5:
                (folder / f"{name}.md").touch()
        if chance.random() < 0.5:
            lines = [chance.choice(_PATTERNS) for _ in range(chance.randint(1, 4))]
            (folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    listed = subprocess.run(
        [*git, "ls-files", "--others", "--exclude-standard", "-z", "*.md"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    expected = sorted(name for name in listed.stdout.split("\0") if name)
    assert sorted(found_in(tmp_path)) == expected
