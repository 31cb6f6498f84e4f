"""Replacing a file: whole or not at all, and nothing else of it changes."""

import os
import stat

import pytest

from linter.errors import WriteError
from linter.fix import files

BEFORE, AFTER = "お客\r\n".encode(), "客\r\n".encode()


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "site" / "page.md"
    path.parent.mkdir()
    path.write_bytes(BEFORE)
    return path


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_file_holds_the_new_text(page):
    """The bytes are those given, and nothing is left beside the file."""
    files.replace(page, BEFORE, AFTER)
    assert page.read_bytes() == AFTER
    assert left(page.parent) == ["page.md"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_rights_are_kept(page, mode):
    """A file that only its owner may read stays so; a script can still be run."""
    page.chmod(mode)
    files.replace(page, BEFORE, AFTER)
    assert stat.S_IMODE(page.stat().st_mode) == mode


@pytest.mark.parametrize("step", ["replace", "fsync", "chown"])
def test_a_failure_leaves_the_old_file(page, monkeypatch, step):
    """Where a step fails, the old text stands whole and no scrap is left."""

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    if step == "chown":  # only root may give files away
        files.replace(page, BEFORE, AFTER)
        assert page.read_bytes() == AFTER
        return
    with pytest.raises(WriteError, match="No space left on device"):
        files.replace(page, BEFORE, AFTER)
    assert page.read_bytes() == BEFORE
    assert left(page.parent) == ["page.md"]


def test_an_interrupt_leaves_the_old_file(page, monkeypatch):
    """Ctrl-C in the midst leaves the old text and no scrap."""

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.replace(page, BEFORE, AFTER)
    assert page.read_bytes() == BEFORE
    assert left(page.parent) == ["page.md"]


def test_a_file_changed_meanwhile_is_left_alone(page):
    """What somebody wrote after okyaku read the file is not lost."""
    page.write_bytes(b"new words")
    with pytest.raises(WriteError, match="has changed"):
        files.replace(page, BEFORE, AFTER)
    assert page.read_bytes() == b"new words"


def test_a_read_only_file_is_left_alone(page):
    """Rights that forbid writing are not got round by a new file."""
    page.chmod(0o444)
    with pytest.raises(WriteError, match="read-only"):
        files.replace(page, BEFORE, AFTER)
    assert page.read_bytes() == BEFORE


def test_a_file_that_is_gone_is_reported(page):
    """A file removed meanwhile is an error, not a new file."""
    page.unlink()
    with pytest.raises(WriteError, match="No such file"):
        files.replace(page, BEFORE, AFTER)
    assert left(page.parent) == []


def test_a_link_within_the_tree_stays_a_link(page, tmp_path):
    """The file that a link leads to is replaced, not the link."""
    link = tmp_path / "link.md"
    link.symlink_to(page)
    files.replace(link, BEFORE, AFTER, roots=[tmp_path])
    assert link.is_symlink()
    assert page.read_bytes() == AFTER


@pytest.mark.parametrize("through", ["file", "folder"])
def test_a_link_out_of_the_tree_is_not_followed(page, tmp_path, through):
    """A link to a file elsewhere, or a path through a linked folder, is refused."""
    tree = tmp_path / "tree"
    tree.mkdir()
    if through == "file":
        path = tree / "page.md"
        path.symlink_to(page)
    else:
        (tree / "docs").symlink_to(page.parent)
        path = tree / "docs" / "page.md"
        page.unlink()
        page.symlink_to(tmp_path / "other.md")
        (tmp_path / "other.md").write_bytes(BEFORE)
    with pytest.raises(WriteError, match="leads"):
        files.replace(path, BEFORE, AFTER, roots=[tree])
    assert page.read_bytes() == BEFORE
