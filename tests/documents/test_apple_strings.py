"""Apple `.strings`: keys, texts, escapes, comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, refused, replant

from linter import documents


def _read(source, path="ko.lproj/Localizable.strings"):
    return documents.read_text(source, format="strings", path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"a b" = "저희 고객";\nc = "d e";', [("a b", "저희 고객"), ("c", "d e")]),
        (r'"a" = "Our \"client\" \U00e9\n\t\101\x";', [("a", 'Our "client" é\n\tAx')]),
        ("'a' = 'it\\'s so';", [("a", "it's so")]),
        ('"Our clients";', [("Our clients", "Our clients")]),
        ('"a" = "https://x.y/z";', []),
        ("", []),
    ],
)
def test_texts(source, expected):
    """Texts come out under their keys."""
    document = _read(source)
    check_spans(document)
    assert "ko" == document.lang
    assert expected == [(block.key, block.text) for block in document.blocks]


def test_comments():
    """Comments of both kinds are kept."""
    source = '/* one\n */ "a" = // two\n "b /* c */";'
    assert ["one", "two"] == [one.text for one in _read(source).comments]


@pytest.mark.parametrize(
    "source",
    ['"a" = ', '"a" "b";', '= "a";', '"a" = "b"', '"a', '"a" = = "b";', "/*", ";"],
)
def test_malformed(source):
    """What is no table of strings is refused."""
    assert "documents-malformed" == refused(source, format="strings")


def _written(text, mark):
    block = _read(f"a = {mark}x y{mark};").blocks[0]
    return documents.encode(text, format="strings", block=block)


@given(st.lists(COPY, min_size=1, max_size=3), st.sampled_from("\"'"), WORD)
def test_replacing(strings, mark, new):
    """What is written is read again, and a replaced word changes nothing else."""
    source = "/* 고객 */" + "".join(
        f'"k{at}" = {mark}{_written(text, mark)}{mark};\n'
        for at, text in enumerate(strings)
    )
    document = _read(source)
    assert {block.text for block in document.blocks} <= set(strings)
    replant(document, "customer", new)


def test_hostile():
    """Endless input is read or refused in no time."""
    quickly('"a" = "' + "customer " * 400_000 + '";', format="strings")
    quickly('"a" = "고객";\n' * 20_000, format="strings")
    refused('"' + "\\" * 999_999, format="strings")
    refused("/*" * 500_000, format="strings")
