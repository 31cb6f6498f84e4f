"""Fluent: messages, attributes, terms, variants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import LINE, check_spans, quickly, refused, replant

from linter import documents
from linter.errors import ReadError


def _read(source, path="locales/ko/main.ftl"):
    return documents.read_text(source, format="ftl", path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("hi = Our clients\n", [("hi", "Our clients")]),
        (
            "hi =\n    Our clients\n      stay\n\n    here\n    .alt = A { $name }!\n",
            [("hi", "Our clients\n  stay\n\nhere"), ("hi.alt", "A {name}!")],
        ),
        (
            '-brand = Client{ "’" }s { -shop-name }\n',
            [("-brand", "Client’s {shop_name}")],
        ),
        (
            (
                "n = You have { $n ->\n"
                "    [one] a client\n"
                "   *[other] { $n } clients\n"
                "  }.\n"
            ),
            [
                ("n", "You have {n}."),
                ("n[one]", "a client"),
                ("n[other]", "{n} clients"),
            ],
        ),
        (
            "n = { $n ->\n    [0] no clients\n   *[x] { 1 } b\n }\n",
            [("n[0]", "no clients"), ("n[x]", "{x} b")],
        ),
        ("a = Our clients\r\n  stay\r\n", [("a", "Our clients\nstay")]),
        ("a = b c\n= broken\n", [("a", "b c")]),
        ("", []),
    ],
)
def test_texts(source, expected):
    """Texts come out under their keys, placeables by their names."""
    document = _read(source)
    check_spans(document)
    assert "ko" == document.lang
    assert expected == [(block.key, block.text) for block in document.blocks]
    assert all(block.writable for block in document.blocks)


def test_comments():
    """Comments of all three kinds are kept."""
    source = "### one\n\n## two\n\n# three\na = b\n"
    document = _read(source)
    check_spans(document)
    assert ["one", "two", "three"] == [one.text for one in document.comments]


def test_malformed():
    """A file in which nothing is Fluent is refused."""
    assert "documents-malformed" == refused("{ a", format="ftl")


@given(
    st.lists(st.lists(LINE, min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from(["client", "의뢰인", "R&D"]),
)
def test_replacing(messages, new):
    """A replaced word changes nothing else."""
    source = "# 고객\n" + "".join(
        f"k{at} =\n" + "".join(f"    {line}\n" for line in lines)
        for at, lines in enumerate(messages)
    )
    try:
        document = _read(source)
    except ReadError:
        return
    replant(document, "customer", new)


@pytest.mark.parametrize("new", ["a{b", "a\nb", "[a", " a", ".a"])
def test_what_a_text_cannot_say(new):
    """What would be read as Fluent is refused."""
    (block,) = _read("a = b client\n").blocks
    with pytest.raises(ValueError, match="a"):
        documents.encode(new, format="ftl", block=block)


def test_hostile():
    """Deep and huge input is refused or read in no time."""
    refused("a = " + "{ " * 5_000 + "$x" + " }" * 5_000 + "\n", format="ftl")
    long = "a = " + "customer " * 100_000 + "\n"
    assert "documents-long-line" == refused(long, format="ftl")
    quickly("a = " + "customer " * 10_000 + "\n", format="ftl")
    quickly("a =\n" + "  Our customers\n" * 20_000, format="ftl", seconds=10)
    quickly("a = Our customers\n" * 10_000, format="ftl", seconds=15)
