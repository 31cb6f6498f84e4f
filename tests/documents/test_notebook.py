"""Notebooks: Markdown cells are read, and edits stay inside their strings."""

import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.documents import notebook
from linter.documents.notebook import encode, read
from linter.errors import ReadError


def made(*cells, indent=1, ascii_only=False):
    """Return a notebook of *cells*, pairs of type and source."""
    whole = {
        "cells": [
            {"cell_type": kind, "id": f"c{n}", "metadata": {}, "source": source}
            | ({"outputs": [], "execution_count": None} if kind == "code" else {})
            for n, (kind, source) in enumerate(cells)
        ],
        "metadata": {"title": "Our customers"},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, indent=indent, ensure_ascii=ascii_only)


def told(document):
    """Return kind, text and place of each block."""
    return [(block.kind.value, block.text, block.where) for block in document.blocks]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [
                ("markdown", ["# Our clients\n", "\n", "They *pay*\n", "for `x`."]),
                ("code", ["customers = 1"]),
                ("raw", "customers"),
                ("markdown", "- 고객\n- 의뢰인"),
            ],
            [
                ("heading", "Our clients", "cell 1"),
                ("paragraph", "They pay for `x`.", "cell 1"),
                ("list-item", "고객", "cell 4"),
                ("list-item", "의뢰인", "cell 4"),
            ],
            id="lists of lines and strings",
        ),
        pytest.param(
            [("markdown", ['Say "client" \\\\ and\ttab', "s."]), ("markdown", [])],
            [("paragraph", 'Say "client" \\ and tabs.', "cell 1")],
            id="escapes",
        ),
    ],
)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_blocks(cells, expected, ascii_only):
    """Cells of Markdown are copy, all else in the notebook is not."""
    source = made(*cells, ascii_only=ascii_only)
    document = read(source, "a.ipynb")
    assert expected == told(document)
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


def test_third_version():
    """Notebooks of the third version have their cells in worksheets."""
    cell = {"cell_type": "markdown", "source": ["Our ", "clients"]}
    source = json.dumps({"worksheets": [{"cells": [cell]}], "nbformat": 3})
    assert [("paragraph", "Our clients", "cell 1")] == told(read(source))


def test_type_after_source():
    """The type of a cell may come after its source."""
    source = '{"cells": [{"source": "Our clients", "cell_type": "markdown"}]}'
    assert [("paragraph", "Our clients", "cell 1")] == told(read(source))


def test_comments():
    """A remark in one line of a cell is kept; one over several lines cannot go away."""
    lines = ["<!-- okyaku-disable -->\n", "\n", "<!-- a\n", "b -->\n", "\n", "clients"]
    source = made(("markdown", lines))
    (comment,) = read(source).comments
    assert "okyaku-disable" == comment.text
    start, end = comment.span.start, comment.span.end
    assert "<!-- okyaku-disable -->" == source[start:end]


@pytest.mark.parametrize(
    "source",
    ["", "{", "[1,", '{"cells": [}', "not a notebook", '{"cells": 1} x'],
)
def test_broken(source):
    """What is no JSON is refused with a sentence."""
    with pytest.raises(ReadError):
        read(source, "a.ipynb")


@pytest.mark.parametrize(
    "source",
    ["{}", "[]", "1", '{"cells": 5}', '{"cells": {"a": {"source": "client"}}}'],
)
def test_no_notebook(source):
    """JSON that is no notebook has no copy."""
    assert () == read(source).blocks


TEXT = st.text(st.sampled_from("ab 고객お\"'\\é😀<&*_"), max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    TEXT,
    TEXT,
    st.text(st.sampled_from("ab고객\"'\\é😀<&*_"), min_size=1, max_size=8),
    st.booleans(),
    st.integers(0, 7),
)
def test_round_trip(before, after, text, ascii_only, cut):
    """An edit of a word changes that word in that cell, also for nbformat."""
    line = f"x {before} client {after} y"
    at = line.index("client") + cut % 6
    source = made(
        (
            "markdown",
            ["# Head\n", line] if cut == 7 else ["# Head\n", line[:at], line[at:]],
        ),
        ("code", "client"),
        ascii_only=ascii_only,
    )
    block = next(one for one in read(source).blocks if "client" in one.text)
    start = block.text.index("client")
    if not block.is_verbatim(start, start + 6):
        return  # it is split over two strings, or inside markup
    span = block.source_span(start, start + 6)
    assert "client" == source[span.start : span.end]
    changed = source[: span.start] + encode(text, block) + source[span.end :]
    old, new = (nbformat.reads(one, as_version=4).cells for one in (source, changed))
    head, _, tail = old[0].source.partition("client")
    assert head + notebook.markdown.encode(text, block) + tail == new[0].source
    assert old[1:] == new[1:]


def test_large():
    """Ten thousand cells take seconds."""
    source = made(*([("markdown", ["clients & *co*\n", "x"])] * 10_000))
    assert 10_000 == len(read(source).blocks)


def test_deep():
    """Deep nesting is refused, not followed."""
    with pytest.raises(ReadError, match="nested too deeply"):
        read('{"cells": ' + "[" * 100_000)
