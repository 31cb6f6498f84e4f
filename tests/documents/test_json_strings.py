"""JSON: strings under keys, where they stand, and what becomes of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, refused, replant, rows, texts

from linter import documents
from linter.documents.decoding import text_of
from linter.documents.json_strings import scan

TEXT = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=5
)
JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), TEXT, COPY),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner)),
    max_leaves=12,
)


def _read(source, path="en.json"):
    return documents.read_text(source, format="json", path=path)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        pytest.param(
            "locales/ja.json",
            '{"cart": {"title": "お客様のカート", "n": 3}, "ok": "はい"}',
            [
                ("cart.title", None, "title", "お客様のカート"),
                ("ok", None, "paragraph", "はい"),
            ],
            id="nested",
        ),
        pytest.param(
            "strings.json",
            '{"ja": {"cart": {"title": "お客様"}}}',
            [("cart.title", "ja", "title", "お客様")],
            id="one language on top",
        ),
        pytest.param(
            "data.json",
            '{"hero": {"title": {"en": "Our clients", "ko-KR": "저희 고객"}}}',
            [
                ("hero.title", "en", "title", "Our clients"),
                ("hero.title", "ko", "title", "저희 고객"),
            ],
            id="languages below",
        ),
        pytest.param(
            "en.json",
            r'{"a": "Our \"clients\" \u2014 caf\u00e9 \ud83d\ude00\n\/ x"}',
            [("a", None, "paragraph", 'Our "clients" — café 😀\n/ x')],
            id="escapes",
        ),
        pytest.param(
            "en.json",
            r'{"a": "broken \ud83d pair"}',
            [("a", None, "paragraph", "broken � pair")],
            id="half a pair",
        ),
        pytest.param(
            "en.json",
            '{"a": ["One client", {"b": "Two clients"}]}',
            [
                ("a.0", None, "paragraph", "One client"),
                ("a.1.b", None, "paragraph", "Two clients"),
            ],
            id="lists",
        ),
        pytest.param(
            "en.json",
            '{"n": "You have {n, plural, one {# client} other {# clients}}."}',
            [
                ("n", None, "paragraph", "You have {n}."),
                ("n[one]", None, "paragraph", "# client"),
                ("n[other]", None, "paragraph", "# clients"),
            ],
            id="ICU",
        ),
        pytest.param(
            "site.json",
            '{"title": "Customers", "slug": "Our customers", "x": "customer", '
            '"note": "a", "story": "We listen to customers."}',
            [
                ("title", None, "title", "Customers"),
                ("note", None, "paragraph", "a"),
                ("story", None, "paragraph", "We listen to customers."),
            ],
            id="ordinary data",
        ),
        pytest.param(
            "reviews.json",
            '{"testimonials": [{"text": "My clients love it."}]}',
            [("testimonials.0.text", None, "paragraph", "My clients love it.")],
            id="a testimonial",
        ),
        pytest.param(
            "package.json",
            '{"name": "x", "description": "Lists customers for our clients."}',
            [],
            id="a package",
        ),
        pytest.param(
            "x.json",
            '{"compilerOptions": {"text": "Our customers"}}',
            [],
            id="options of a program",
        ),
        pytest.param(
            "en.json",
            '{"_comment": "Our clients", "//": "Our clients", "a": "Yes"}',
            [("a", None, "paragraph", "Yes")],
            id="remarks under keys",
        ),
        pytest.param(
            "en.json",
            '"Our clients"',
            [("", None, "paragraph", "Our clients")],
            id="bare",
        ),
        pytest.param(
            "en.json", '{"a": "Yes",\n}', [("a", None, "paragraph", "Yes")], id="comma"
        ),
    ],
)
def test_strings(path, source, expected):
    """Strings that are copy come out under their keys, in their languages."""
    document = _read(source, path)
    check_spans(document)
    assert expected == rows(document)


def test_file_language():
    """The language is that of the file's name, or of the one key on top."""
    assert "ja" == _read('{"a": "x y"}', "locales/ja.json").lang
    assert "ko" == _read('{"ko": {"a": "가 나"}}', "x.json").lang
    assert _read('{"a": "x y"}', "x.json").lang is None


def test_testimonials_are_quoted():
    """What buyers say of a business is quoted."""
    (block,) = _read('{"reviews": [{"quote": "Great for clients."}]}', "x.json").blocks
    assert block.quoted


def test_comments():
    """Comments of both kinds are kept with their places."""
    source = '// one\n{"a": /* two */ "Our clients"}'
    document = _read(source)
    assert ["one", "two"] == [one.text for one in document.comments]
    assert ["// one", "/* two */"] == [
        source[one.span.start : one.span.end] for one in document.comments
    ]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        "[1",
        '{"a"}',
        '{"a":}',
        '{"a" "b"}',
        "[1 2]",
        "{}{}",
        "]",
        "[}",
        '"a',
        "'a'",
        "{1:2}",
        "{,}",
        "[,]",
        ":",
        "1,",
        "\x00",
        "/* a",
        '{"a":1,,}',
    ],
)
def test_malformed(source):
    """What is no JSON is refused, with its line."""
    assert "documents-malformed" == refused(source, format="json")


@given(JSON_VALUES, st.sampled_from([None, 2]), st.booleans())
def test_same_strings_as_the_standard_library(value, indent, ascii_only):
    """Every string is what the standard library reads, under the same keys."""
    source = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    def strings(value, path=()):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from strings(inner, (*path, key))
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                yield from strings(inner, (*path, str(at)))
        elif isinstance(value, str):
            yield path, value

    found = [
        (one.path, text_of(one.pieces))
        for one in scan(source, "", format_="json").entries
        if one.is_string
    ]
    assert (
        list(strings(json.loads(source)))
        == [(tuple(path), text) for path, text in found]
        or "\\u0000" in source
        or "\\ud" in source
    )


@given(st.dictionaries(st.sampled_from("abcd"), COPY, min_size=1), WORD, st.booleans())
def test_replacing(strings, new, ascii_only):
    """A replaced word is what was planned, and nothing else is changed."""
    source = json.dumps(strings, ensure_ascii=ascii_only, indent=1)
    document = _read(source)
    expected = sum("customer" in block.text for block in document.blocks)
    assert expected == replant(document, "customer", new)


def test_escaped_style_is_kept():
    r"""A string in which Korean stands as `\uXXXX` gets its replacement so too."""
    (block,) = _read(r'{"a": "\uace0\uac1d customer"}').blocks
    assert r"\uc758\ub8b0\uc778" == documents.encode(
        "의뢰인", format="json", block=block
    )


def test_hostile():
    """Deep, endless and huge input is refused or read in no time."""
    assert "documents-too-deep" == refused("[" * 200_000 + "]" * 200_000, format="json")
    assert "documents-too-deep" == refused('{"a":' * 200_000, format="json")
    assert () == quickly('{"a": ' + "9" * 200_000 + "}", format="json").blocks
    quickly('{"title": "' + "\\u0041" * 500_000 + '"}', format="json")
    quickly('{"title": "' + "customer " * 400_000 + '"}', format="json")
    quickly("[" + '"Our customers are here.",' * 30_000 + "1]", format="json")
    refused('{"a": "' + "\\" * 999_999, format="json")
    refused("/*" * 500_000, format="json")
    quickly('{"n": "' + "{a, plural, one {" * 50_000 + '"}', format="json")
    quickly(
        '{"ja": {"n": "' + "{a, plural, one {" * 9_000 + "}}" * 9_000 + '"}}',
        format="json",
    )


def test_texts_of_a_flat_file():
    """Keys that hold dots are kept as they are."""
    assert [("a.b", "Our clients")] == texts(_read('{"a.b": "Our clients"}'))
