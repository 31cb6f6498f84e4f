"""Which report is written for which form."""

import json
import os
import shutil
from pathlib import Path

import pytest

from linter.cli import rendering
from linter.cli.choosing import Output
from linter.engine.results import FileResult
from linter.values import (
    Block,
    BlockKind,
    Document,
    Finding,
    Occurrence,
    Piece,
    Place,
    Possessor,
    Sense,
    Severity,
    Span,
    Term,
)

TEXT = "word " * 100 + "clients" + " word" * 100
AT = Span(500, 507)
BEGINNINGS = {
    "human": "{path}:1:501: error audience-mismatch No.\n",
    "json": '{{\n  "version": 1,\n  "findings": [',
    "jsonl": '{{"version": 1, "type": "finding", "path": "{path}"',
    "github": "::error file=a.md,line=1,",
    "gitlab": "[\n  {{\n",
    "rdjsonl": '{{"message": "No.", "location": {{"path": "a.md"',
    "sarif": '{{\n  "$schema": "https://',
}


def made(path):
    """Return a file with one word, which is reported."""
    block = Block(BlockKind.PARAGRAPH, (Piece(TEXT, Span(0, len(TEXT))),), "en")
    word = Occurrence(
        AT,
        "clients",
        "en",
        "client",
        Sense.PARTY,
        Possessor.OWN,
        (),
        sure=True,
        term=Term("en", "client", "client", "clients"),
        place=Place(block, AT, Span(0, len(TEXT))),
    )
    document = Document(path, TEXT, "text", (block,), "en")
    found = Finding("audience-mismatch", Severity.ERROR, AT, "No.")
    return FileResult(path, document, (word,), (found,), None)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OKYAKU_UI_LANG", "en")
    return Path.cwd()


@pytest.fixture
def terminal(here, monkeypatch):
    """Say that stdout is a terminal of so many columns."""
    del here

    def be(columns):
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        size = os.terminal_size((columns, 40))
        monkeypatch.setattr(shutil, "get_terminal_size", lambda: size)

    return be


@pytest.mark.parametrize("form", rendering.FORMATS)
def test_forms(form, here):
    """Each form has its report; code hosts get the path from the working folder."""
    path = str(here / "a.md")
    text = rendering.findings([made(path)], form, Output())
    assert text.startswith(BEGINNINGS[form].format(path=path))


@pytest.mark.parametrize("path", ["a.md", "/elsewhere/a.md"])
def test_other_paths_stay(path, here):
    """A path from here, and one outside, are written as they are."""
    del here
    text = rendering.findings([made(path)], "github", Output())
    assert f"file={path}," in text


def test_quiet_leaves_out_the_counts(here):
    """-q shows the findings and no line of counts."""
    del here
    text = rendering.findings([made("a.md")], "human", Output())
    quiet = rendering.findings([made("a.md")], "human", Output(quiet=True))
    assert text.startswith(quiet)
    assert text[len(quiet) :] == "\n1 file read, 1 audience word: 1 error.\n"


@pytest.mark.parametrize(("columns", "widest"), [(50, 50), (100, 100), (300, 120)])
def test_room(columns, widest, terminal):
    """The copy takes the width of the terminal, of a very wide one a part."""
    terminal(columns)
    text = rendering.findings([made("a.md")], "human", Output(color="never"))
    assert max(map(len, text.splitlines())) in range(widest - 5, widest + 1)


def test_words(terminal):
    """A concordance fits the terminal; in a file its width does not matter."""
    wide = rendering.terms([made("a.md")], "text", Output())
    assert len(wide.rstrip()) > 80
    terminal(80)
    narrow = rendering.terms([made("a.md")], "text", Output(color="never"))
    assert len(narrow.rstrip()) <= 80
    in_file = rendering.terms([made("a.md")], "text", Output(output_file=Path("x")))
    assert in_file == wide
    line = rendering.terms([made("a.md")], "jsonl", Output())
    assert json.loads(line)["text"] == "clients"


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("human", "By rule\n"),
        ("sarif", "By rule\n"),
        ("json", '{\n  "version": 1,\n  "type": "statistics"'),
        ("jsonl", '{"version": 1, "type": "statistics"'),
    ],
)
def test_statistics(form, beginning, here):
    """Counts are JSON where that is asked for, else tables."""
    del here
    text = rendering.statistics([made("a.md")], form, Output())
    assert text.startswith(beginning)
