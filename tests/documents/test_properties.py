r"""Java properties: keys, continued lines, `\uXXXX`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, replant

from linter import documents


def _read(source, path="messages_ja.properties"):
    return documents.read_text(source, format="properties", path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "a=Our clients\nb: b c\nc d e\n",
            [("a", "Our clients"), ("b", "b c"), ("c", "d e")],
        ),
        ("  a.b = Our \\\n    clients\r\n", [("a.b", "Our clients")]),
        ("a\\ b\\=c=d e", [("a b=c", "d e")]),
        (r"a=\u304a\u5ba2\u69d8 \ud83d\ude00\t\:", [("a", "お客様 😀\t:")]),
        ("a=\nb=\\\n", []),
        ("\n\n# x\na=b c", [("a", "b c")]),
        ("a=Our\\\r\n\\\r\n clients", [("a", "Ourclients")]),
        ("a = b # c d", [("a", "b # c d")]),
        ("a=b c\\", [("a", "b c")]),
    ],
)
def test_texts(source, expected):
    """Texts come out as Java reads them."""
    document = _read(source)
    check_spans(document)
    assert "ja" == document.lang
    assert expected == [(block.key, block.text) for block in document.blocks]


def test_comments():
    """Lines that begin with a mark are comments."""
    source = "# one\n  ! two\na=b c # no\n"
    assert ["one", "two"] == [one.text for one in _read(source).comments]


def _written(text, *, ascii_only):
    like = r"a=\u304a" if ascii_only else "a=x y"
    block = _read(like).blocks[0]
    return documents.encode(text, format="properties", block=block)


@given(st.lists(COPY, min_size=1, max_size=3), st.booleans(), WORD)
def test_replacing(strings, ascii_only, new):
    """What is written is read again, and a replaced word changes nothing else."""
    source = "# 고객\n" + "".join(
        f"k{at} = {_written(text, ascii_only=ascii_only)}\n"
        for at, text in enumerate(strings)
    )
    document = _read(source)
    assert {block.text for block in document.blocks} <= set(strings)
    replant(document, "customer", new)


def test_replacing_in_continued_lines():
    """A word on a continued line is replaced in its place."""
    assert 1 == replant(
        _read("a=Our \\\n   customer \\\n  b\nb=c d\n"), "customer", "client"
    )


def test_hostile():
    """Continued lines without end are read in no time."""
    quickly("a=\\\n" * 200_000 + "customer\n", format="properties")
    quickly("a" + "\\\n" * 200_000 + "customer\n", format="properties")
    quickly("a=" + "customer " * 400_000, format="properties")
    quickly(" " * 999_999, format="properties")
    quickly("\n" * 999_999, format="properties")
    quickly("a = Our customers\n" * 20_000, format="properties")
