"""Where a span stands."""

import pytest
from handmade import document

from linter.report.sources import Position, in_one, source_of
from linter.values import Block, BlockKind, Document, Edit, Piece, Span


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        pytest.param("", 0, (1, 1), id="nothing"),
        pytest.param("ab", 1, (1, 2), id="in the first line"),
        pytest.param("ab\ncd", 3, (2, 1), id="after a line feed"),
        pytest.param("ab\r\ncd", 4, (2, 1), id="after CRLF"),
        pytest.param("ab\rcd", 3, (2, 1), id="after a lone CR"),
        pytest.param("a\n\r\nb", 4, (3, 1), id="mixed breaks"),
        pytest.param("a\u2028b", 2, (1, 3), id="U+2028 is no line break"),
        pytest.param("a\x0cb\x85c\x0bd", 6, (1, 7), id="nor what splitlines adds"),
        pytest.param("😀𠮷x", 2, (1, 3), id="an astral character is one column"),
        pytest.param("ab\n", 3, (2, 1), id="the end, after the last break"),
        pytest.param("ab", 2, (1, 3), id="the end"),
    ],
)
def test_position(text, offset, position):
    """Lines are those of editors, columns count code points, both from 1."""
    assert source_of(document(text)).position(offset) == Position(*position)


@pytest.mark.parametrize(
    ("text", "offset", "column"),
    [("abc", 2, 3), ("é고객", 1, 3), ("고객", 1, 4), ("x\n😀a", 3, 5)],
)
def test_byte_position(text, offset, column):
    """A column may be counted in bytes of UTF-8 as well."""
    assert source_of(document(text)).byte_position(offset).column == column


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("ab\ncd", 1, "ab"),
        ("ab\ncd", 2, "cd"),
        ("ab\r\ncd\r\n", 1, "ab"),
        ("ab\r\ncd\r\n", 2, "cd"),
        ("ab\r\ncd\r\n", 3, ""),
        ("ab\rcd", 1, "ab"),
    ],
)
def test_line(text, number, line):
    """A line is given without its break."""
    source = source_of(document(text))
    assert source.slice(source.line(number)) == line


def test_block_at():
    """The block is the one with a piece where the span begins."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, pieces, lang)
        for lang, pieces in (
            ("ko", (Piece("고객", Span(2, 4)), Piece("은", Span(8, 9)))),
            ("en", (Piece("hm", Span(5, 7)),)),
        )
    )
    source = source_of(Document("x", "--고객-hm-은--", "text", blocks, "ja"))
    at = [source.block_at(Span(start, start + 1)) for start in range(11)]
    ko, en = blocks
    assert at == [None, None, ko, ko, None, en, en, None, ko, None, None]
    assert [source.lang_at(Span(at, at)) for at in (0, 2, 5)] == ["ja", "ko", "en"]


@pytest.mark.parametrize(
    ("edits", "joined"),
    [
        pytest.param((), None, id="none"),
        pytest.param((Edit(Span(2, 5), "x"),), Edit(Span(2, 5), "x"), id="one"),
        pytest.param(
            (Edit(Span(6, 7), "y", safe=True), Edit(Span(0, 1), "x", safe=True)),
            Edit(Span(0, 7), "x12345y", safe=True),
            id="two, in any order",
        ),
        pytest.param(
            (Edit(Span(0, 1), "x", safe=True), Edit(Span(2, 3), "y")),
            Edit(Span(0, 3), "x1y"),
            id="unsafe when one is",
        ),
        pytest.param(
            (Edit(Span(0, 3), "x"), Edit(Span(2, 5), "y")),
            Edit(Span(0, 3), "x"),
            id="the later of two that overlap is left out",
        ),
    ],
)
def test_in_one(edits, joined):
    """Several edits are one with what stands between them."""
    assert in_one(edits, "01234567") == joined
