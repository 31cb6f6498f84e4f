"""One file in several languages: which strings are the originals, and what differs."""

import json

import pytest

from linter import lint_text
from linter.config import Settings

CSV = "key,en,ja,ko\nhello,Dear clients,カスタマー各位,의뢰인 여러분\n"
NESTED = json.dumps(
    {"en": {"hello": "Dear clients"}, "ko": {"hello": "고객 여러분께"}},
    ensure_ascii=False,
)
PO = (
    'msgid ""\nmsgstr "Language: ko\\n"\n\n'
    'msgid "Dear clients"\nmsgstr "{0}"\n\n'
    '#, fuzzy\nmsgid "Our clients"\nmsgstr "고객"\n'
)


def told(text, form, **given):
    settings = Settings(**given)
    return [
        text[finding.span.start : finding.span.end]
        for finding in lint_text(text, format=form, settings=settings)
        if finding.rule == "translation-mismatch"
    ]


@pytest.mark.parametrize(
    ("text", "form", "given", "expected"),
    [
        pytest.param(CSV, "csv", {}, ["カスタマー"], id="columns"),
        pytest.param(
            CSV,
            "csv",
            {"source_lang": "ja"},
            ["clients", "의뢰인"],
            id="another source",
        ),
        pytest.param(NESTED, "json", {}, ["고객"], id="tables"),
        pytest.param(PO.format("고객 여러분께"), "po", {}, ["고객"], id="gettext"),
        pytest.param(PO.format(""), "po", {}, [], id="not translated, or fuzzy"),
        pytest.param(PO.format("Dear clients"), "po", {}, [], id="same as its source"),
        pytest.param("key,en\nhello,Dear clients\n", "csv", {}, [], id="one language"),
    ],
)
def test_within_a_file(text, form, given, expected):
    """The format tells the originals, or else the first language's strings are."""
    assert told(text, form, **given) == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{"a": {"title": "Our customers"}, "b": "Our customers"}'),
        ("yaml", "a:\n  title: Our customers\nb: Our customers\n"),
        ("toml", 'b = "Our customers"\n[a]\ntitle = "Our customers"\n'),
        ("properties", "a.title=Our customers\nb=Our customers\n"),
    ],
)
@pytest.mark.parametrize(("copy", "count"), [(("*.title",), 1), (("*",), 2)])
def test_keys_of_copy_may_be_named(form, text, copy, count):
    """With `copy` in the settings these keys of a data file are read, and no others."""
    settings = Settings(model="law", copy=copy)
    assert len(lint_text(text, format=form, settings=settings)) == count
