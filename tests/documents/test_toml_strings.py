"""TOML: strings of four kinds under their keys."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, refused, replant

from linter import documents
from linter.documents.decoding import text_of
from linter.documents.toml_strings import scan


def _read(source, path="i18n/en.toml"):
    return documents.read_text(source, format="toml", path=path)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        (
            "i18n/ja.toml",
            (
                "# お客様\n[cart]\ntitle = 'お客様' # a\n"
                '"a b".c = """\nx\\\n   y "z""""\n'
            ),
            [("cart.title", "お客様"), ("cart.a b.c", 'xy "z"')],
        ),
        (
            "en.toml",
            "[[a]]\nb = 'c d'\n[[a]]\nb = 'e f'\n[a.g]\nh = 'i j'\n",
            [("a.0.b", "c d"), ("a.1.b", "e f"), ("a.1.g.h", "i j")],
        ),
        (
            "en.toml",
            (
                "a = [ 'b c', # d\n 1.5, {e = 'f g', h.i = \"j \\u00e9\"}, ]\n"
                "k = 1979-05-27 07:32:00.5\n"
            ),
            [("a.0", "b c"), ("a.2.e", "f g"), ("a.2.h.i", "j é")],
        ),
        ("en.toml", "a = '''\r\nb\r\nc'''\r\n", [("a", "b\nc")]),
        ("pyproject.toml", "[tool.x]\ntitle = 'Our clients'\n", []),
        (
            "data.toml",
            "title = 'Our clients'\nurl = 'our clients'\n",
            [("title", "Our clients")],
        ),
        ("en.toml", "", []),
    ],
)
def test_strings(path, source, expected):
    """Strings that are copy come out under their keys."""
    document = _read(source, path)
    check_spans(document)
    assert expected == [(one.key, one.text) for one in document.blocks]
    tomllib.loads(source)


def test_comments():
    """Comments are kept, marks in strings are none."""
    source = "# one\na = 'b # c'# two\n"
    assert ["one", "two"] == [one.text for one in _read(source).comments]


@pytest.mark.parametrize(
    "source",
    [
        "a",
        "a =",
        "a = 'b",
        "= 1",
        "[a",
        "[[a]",
        "a = [1",
        "a = {b}",
        "a = {b = 1",
        "a = ]",
        "a = [1}",
        "a = 'b' 'c'",
        "a.. = 1",
        "a = =",
        "[a]]",
        "a b = 1",
        '"""a""" = 1',
        "a = , 1",
    ],
)
def test_malformed(source):
    """What is no TOML is refused, with its line."""
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(source)
    assert "documents-malformed" == refused(source, format="toml")


KINDS = st.sampled_from(["basic", "literal", "long", "long-literal"])


def _written(text, kind):
    if kind in {"literal", "long-literal"} and "'" not in text:
        mark = "'" if kind == "literal" and "\n" not in text else "'''\n"
        return mark + text + mark.strip()
    if kind == "long":
        return '"""\\\n   ' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + inner.replace("\n", "\\n").replace("\t", "\\t") + '"'


@given(st.lists(st.tuples(COPY, KINDS), min_size=1, max_size=3), WORD)
def test_replacing(strings, new):
    """Strings are what tomllib reads; a replaced word changes nothing else."""
    source = "# 고객\n" + "".join(
        f"k{at} = {_written(text, kind)}\n" for at, (text, kind) in enumerate(strings)
    )
    found = {one.path[0]: text_of(one.pieces) for one in scan(source, "").entries}
    assert tomllib.loads(source) == found
    replant(_read(source), "customer", new)


def test_what_a_literal_cannot_say():
    """A literal string holds no quotation mark of its own."""
    (block,) = _read("a = 'b c'").blocks
    with pytest.raises(ValueError, match="it's"):
        documents.encode("it's", format="toml", block=block)


def test_hostile():
    """Deep, endless and huge input is refused or read in no time."""
    assert "documents-too-deep" == refused("a = " + "[" * 20_000, format="toml")
    assert "documents-too-deep" == refused(
        ".".join("a" * 20_000) + " = 1", format="toml"
    )
    assert "documents-too-deep" == refused(f"[{'.'.join('a' * 20_000)}]", format="toml")
    quickly('title = "' + "customer " * 400_000 + '"', format="toml")
    quickly("title = '''" + "''a" * 300_000 + "'''", format="toml")
    refused('a = """' + '""a' * 300_000, format="toml")
    quickly("title = 'Our clients'\n" * 20_000, format="toml")
    quickly("[[a]]\ntitle = 'Our clients'\n" * 10_000, format="toml")
    refused("a = {" * 20_000, format="toml")
