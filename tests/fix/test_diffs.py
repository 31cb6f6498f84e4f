"""Diffs: git itself applies them, and gets the text that a fix writes."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.fix.diffs import unified


def applied(folder, name, before, after):
    """Let git apply the diff to the file *name*; return its bytes."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(before.encode())
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        input=unified(name, before, after).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("a.md", "a\nb\nc\n", "a\nB\nc\n", id="a line"),
        pytest.param("a.md", "a", "b", id="no newline at the end"),
        pytest.param("a.md", "a\nb", "A\nb", id="none at the end of the context"),
        pytest.param("a.md", "a\r\nb\r\n", "a\r\nB\r\n", id="CRLF"),
        pytest.param("a.md", "a\rb\n", "a\rB\n", id="a bare CR"),
        pytest.param("a.md", "a\u2028b\x0cc\n", "a\u2028B\x0cc\n", id="odd separators"),
        pytest.param("a.md", "\ufeffa\n", "\ufeffb\n", id="byte order mark"),
        pytest.param("a.md", "x\n\ny\n", "y\n", id="lines taken away"),
        pytest.param("docs/a.md", "a\n", "b\n", id="in a folder"),
        pytest.param("a page.md", "a\n", "b\n", id="a space in the name"),
        pytest.param("お客様 に/고객.md", "a\n", "b\n", id="a Japanese name"),
        pytest.param('a "b"\t\\\x01.md', "a\n", "b\n", id="a name to be quoted"),
    ],
)
def test_git_applies_it(tmp_path, name, before, after):
    """`git apply` takes the diff and makes the new text of the old one."""
    assert applied(tmp_path, name, before, after) == after


@given(
    st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d"]), max_size=12),
    st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d"]), min_size=1),
)
@settings(max_examples=25, deadline=None)
def test_git_applies_any(tmp_path_factory, before, after):
    """Whatever the change, git gets the new text."""
    before, after = "".join(before), "".join(after)
    if not before or before == after:
        return
    assert applied(tmp_path_factory.mktemp("d"), "a.md", before, after) == after


def test_no_change_no_diff():
    """A text that stays as it is has no diff."""
    assert unified("a.md", "a\n", "a\n") == ""
