"""Workflow commands."""

import pytest
from handmade import finding, result, unread

from linter.report import github
from linter.values import Severity

EN = "Hi.\nOur customers stay.\n"


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFO, "notice"),
    ],
)
def test_a_finding(severity, command):
    """A finding is a command of its weight with its place and rule."""
    found = finding(EN, "customers", severity=severity, message="No.")
    assert github.write([result(EN, found)]) == (
        f"::{command} file=page.md,line=2,endLine=2,col=5,endColumn=14,"
        "title=okyaku (audience-mismatch)::No.\n"
    )


@pytest.mark.parametrize(
    ("before", "column"),
    [("", 1), ("전각 ", 4), ("😀𠮷 ", 4), ("e\u0301 ", 4), ("\t", 2)],
    ids=ascii,
)
def test_columns_count_code_points(before, column):
    """Columns count code points, whatever stands before."""
    source = f"{before}clients"
    text = github.write([result(source, finding(source, "clients"))])
    assert f",col={column},endColumn={column + 7}," in text


def test_over_lines_there_are_no_columns():
    """GitHub refuses columns of a place over more than one line."""
    source = "our client\nbase"
    text = github.write([result(source, finding(source, "client\nbase"))])
    assert "line=1,endLine=2,title=" in text


def test_the_worst_come_first():
    """Ten of a weight are shown: errors go first, else files and places in order."""
    source = "a b c d"
    weights = [Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    found = [
        finding(source, text, severity=severity, message=f"{text}.")
        for text, severity in zip("abcd", weights, strict=True)
    ]
    text = github.write(
        [result(source, *found), unread(error="no."), result(source, found[1])]
    )
    messages = [line.rpartition("::")[2] for line in text.splitlines()]
    assert messages == ["no.", "b.", "d.", "b.", "c.", "a."]


def test_a_file_that_was_not_checked():
    """What could not be read is an error of its file."""
    assert github.write([unread("b.md", "b.md: no.")]) == (
        "::error file=b.md,title=okyaku::b.md: no.\n"
    )


def test_what_would_end_a_command_is_escaped():
    """Line breaks, percent signs, and in properties colons and commas are escaped."""
    found = finding(EN, "customers", message="100%\r\n::error::, or: no")
    text = github.write([result(EN, found, path="a,b:c%/d.md")])
    head, _, message = text.rstrip("\n").rpartition("::error::")
    del head, message
    assert "file=a%2Cb%3Ac%25/d.md,line=" in text
    assert text.endswith("::100%25%0D%0A::error::, or: no\n")


def test_odd_paths(odd_path):
    """A command is one line, whatever the file is called."""
    text = github.write([result(EN, finding(EN, "customers"), path=odd_path)])
    assert len(text.splitlines()) == len(text.split("\n")) - 1 == 1
    properties = text.split(" ", 1)[1].split("::")[0].split(",")
    assert len(properties) == 6


def test_nothing():
    """A clean run is an empty text."""
    assert github.write([result(EN)]) == ""
