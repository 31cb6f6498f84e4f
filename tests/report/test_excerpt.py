"""The line under which a place is marked."""

import pytest
from handmade import document, span_of

from linter.report.excerpt import columns, context, excerpt, visible
from linter.report.sources import source_of
from linter.values import Span


def shown(text, part, room=40):
    """Return the lines of *part*, each with its marks below it."""
    source = source_of(document(text))
    lines = []
    for line in excerpt(source, span_of(text, part), room):
        lines += [line.text, " " * line.column + "^" * line.width]
    return lines


@pytest.mark.parametrize(
    ("text", "part", "lines"),
    [
        pytest.param(
            "Our customers stay.",
            "customers",
            ["Our customers stay.", "    ^^^^^^^^^"],
            id="English",
        ),
        pytest.param(
            "저희 고객은", "고객", ["저희 고객은", "     ^^^^"], id="전각, double width"
        ),
        pytest.param(
            "当社のｶｽﾀﾏｰは",
            "ｶｽﾀﾏｰ",
            ["当社のｶｽﾀﾏｰは", "      ^^^^^"],
            id="half-width kana",
        ),
        pytest.param(
            "👩‍👩‍👧 our clients",
            "clients",
            ["👩‍👩‍👧 our clients", "       ^^^^^^^"],
            id="an emoji of five code points",
        ),
        pytest.param(
            "cafe\u0301 clients",
            "clients",
            ["cafe\u0301 clients", "     ^^^^^^^"],
            id="a combining accent",
        ),
        pytest.param(
            "𠮷野家のお客様",
            "お客様",
            ["𠮷野家のお客様", "        ^^^^^^"],
            id="an astral character",
        ),
        pytest.param(
            "\u1112\u1161\u11ab clients",
            "clients",
            ["\u1112\u1161\u11ab clients", "   ^^^^^^^"],
            id="Hangul in parts",
        ),
        pytest.param(
            "a\tclients", "clients", ["a   clients", "    ^^^^^^^"], id="a tab inside"
        ),
        pytest.param(
            "\t  <p>clients</p>\t",
            "clients",
            ["<p>clients</p>", "   ^^^^^^^"],
            id="indentation is left out",
        ),
        pytest.param(
            "a\x1b[31m clients",
            "clients",
            ["a␛[31m clients", "       ^^^^^^^"],
            id="control characters are seen",
        ),
        pytest.param(
            "our client\n  base grew",
            "client\n  base",
            ["our client", "    ^^^^^^", "base grew", "^^^^"],
            id="over a line break",
        ),
        pytest.param(
            "a client\r\nbase",
            "client\r\nbase",
            ["a client", "  ^^^^^^", "base", "^^^^"],
            id="over CRLF",
        ),
        pytest.param("e\u0301x", "\u0301", ["e\u0301x", "^"], id="inside a cluster"),
    ],
)
def test_place_is_underlined(text, part, lines):
    """The marks stand below the place on a terminal."""
    assert shown(text, part) == lines


def test_most_lines():
    """A place over many lines shows its first three."""
    assert len(shown("client\n\n\n\nbase", "client\n\n\n\nbase")) == 6


def test_nothing_is_underlined_once():
    """A place without a character has one mark."""
    source = source_of(document("ab"))
    (line,) = excerpt(source, Span(1, 1), 10)
    assert (line.text, line.column, line.width) == ("ab", 1, 1)


@pytest.mark.parametrize(
    ("text", "line", "marks"),
    [
        pytest.param(
            "customers " + "long " * 1000,
            "customers long long long long long long…",
            "^^^^^^^^^",
            id="at the beginning",
        ),
        pytest.param(
            "long " * 500 + "customers " + "long " * 500,
            "…long long customers long long long lo…",
            "           ^^^^^^^^^",
            id="in the middle",
        ),
        pytest.param(
            "long " * 1000 + "customers",
            "…long long long long long long customers",
            "                               ^^^^^^^^^",
            id="at the end",
        ),
        pytest.param(
            "お客様" + "と" * 5000,
            "お客様とととととととととととととととと…",
            "^^^^^^",
            id="double width, at the beginning",
        ),
        pytest.param(
            "と" * 2500 + "お客様" + "は" * 2500,
            "…ととととととお客様はははははははははは…",
            "             ^^^^^^",
            id="double width, in the middle",
        ),
        pytest.param(
            "x" * 5000, "x" * 39 + "…", "^" * 40, id="a place longer than the window"
        ),
    ],
)
def test_long_lines_are_cut(text, line, marks):
    """Of a long line the window around the place is shown."""
    part = next((word for word in ("customers", "お客様") if word in text), text)
    assert [line, marks] == shown(text, part)


@pytest.mark.parametrize("room", range(12, 60, 7))
@pytest.mark.parametrize("at", [0, 3, 40, 180, 200])
@pytest.mark.parametrize(
    "filler", ["x", "と", "e\u0301", "👩‍👩‍👧", "\t", "\u202e"], ids=ascii
)
def test_a_line_is_never_wider_than_its_room(filler, at, room):
    """Whatever stands beside the place, the window holds it and is no wider."""
    text = filler * at + "clients" + filler * (200 - at)
    source = source_of(document(text))
    (line,) = excerpt(source, span_of(text, "clients"), room)
    assert columns(line.text) <= room
    before, _, _ = line.text.partition("clients")
    assert (columns(before), 7) == (line.column, line.width)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain 고객 👩‍👩‍👧", "plain 고객 👩‍👩‍👧"),
        ("\x00\x1b\x7f", "␀␛␡"),
        ("a\u202eb\u200bc\u2028d\u00ade", "a<U+202E>b<U+200B>c<U+2028>d<U+00AD>e"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\r\nb", "a␍␊b"),
    ],
    ids=ascii,
)
def test_visible(text, seen):
    """What a terminal would obey or hide is shown by name."""
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "part", "parts"),
    [
        ("Our clients stay.", "clients", ("Our ", "clients", " stay.")),
        ("Our\nclient\n  base", "client\n  base", ("Our ", "client base", "")),
        (
            "a " * 50 + "clients" + " b" * 50,
            "clients",
            ("…a a a ", "clients", " b b b…"),
        ),
        ("고" * 50 + "客" + "객" * 50, "客", ("…고고고", "客", "객객객…")),
    ],
    ids=ascii,
)
def test_context(text, part, parts):
    """A word in context has a cut beginning and a cut end."""
    assert context(text, span_of(text, part), 8, 8) == parts
