"""ARB and string catalogues: JSON with a meaning."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, replant

from linter import documents


def _read(value, format_, path=""):
    return documents.read_text(
        json.dumps(value, ensure_ascii=False), format=format_, path=path
    )


def _found(document):
    check_spans(document)
    return [(block.key, block.lang, block.text) for block in document.blocks]


def test_arb():
    """Messages and branches come out, metadata does not."""
    document = _read(
        {
            "@@locale": "ko",
            "hi": "저희 고객",
            "@hi": {"description": "Our clients"},
            "n": "{n, plural, =0{no clients} other{{n} clients}}!",
        },
        "arb",
        "app_ja.arb",
    )
    assert "ko" == document.lang
    assert [
        ("hi", None, "저희 고객"),
        ("n[=0]", None, "no clients"),
        ("n[other]", None, "{n} clients"),
    ] == _found(document)


def test_arb_language_by_name():
    """Without a locale inside, the name of the file says it."""
    assert "ja" == _read({"a": "b c"}, "arb", "lib/l10n/app_ja.arb").lang


def _catalogue(**strings):
    return {"sourceLanguage": "en", "version": "1.0", "strings": strings}


@pytest.mark.parametrize(
    ("strings", "expected"),
    [
        (
            {
                "Our clients": {
                    "localizations": {
                        "ja": {"stringUnit": {"state": "translated", "value": "お客様"}}
                    }
                }
            },
            [("Our clients", "ja", "お客様")],
        ),
        (
            {
                "n": {
                    "localizations": {
                        "en": {
                            "variations": {
                                "plural": {
                                    "one": {"stringUnit": {"value": "%d client"}},
                                    "other": {"stringUnit": {"value": "%d clients"}},
                                }
                            }
                        }
                    }
                }
            },
            [("n[one]", "en", "%d client"), ("n[other]", "en", "%d clients")],
        ),
        (
            {
                "x": {
                    "shouldTranslate": False,
                    "localizations": {"en": {"stringUnit": {"value": "Our clients"}}},
                }
            },
            [],
        ),
        ({"x": {"comment": "Our clients"}}, []),
        ({"x": {"other": {"en": {"stringUnit": {"value": "Our clients"}}}}}, []),
    ],
)
def test_xcstrings(strings, expected):
    """Each text of each language comes out under its key."""
    assert expected == _found(_read(_catalogue(**strings), "xcstrings"))


@given(st.lists(COPY, min_size=1, max_size=3), WORD)
def test_replacing(strings, new):
    """A replaced word is what was planned, and nothing else changes."""
    keyed = {f"k{at}": text for at, text in enumerate(strings)}
    replant(_read({"@@locale": "en", **keyed}, "arb"), "customer", new)
    places = {
        key: {"localizations": {"en": {"stringUnit": {"value": text}}}}
        for key, text in keyed.items()
    }
    replant(_read(_catalogue(**places), "xcstrings"), "customer", new)
