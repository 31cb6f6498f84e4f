"""variant-mixed on occurrences made by hand."""

import pytest
from making import block, occurrence, reading

from linter.rules import variant_mixed
from linter.values import Edit, Sense, Severity, Span


def check(found, context, **given):
    return tuple(variant_mixed.check(reading(*found), context(**given)))


def page(text, words, *, lang="ja", **given):
    here = block(text, lang=lang)
    count = {}
    found = []
    for word in words:
        found.append(occurrence(here, word, nth=count.get(word, 0), **given))
        count[word] = count.get(word, 0) + 1
    return found


def test_listed_spellings(context):
    """The spelling used less is reported, with counts and the places of the other."""
    found = page("お客様。お客さま。お客様。", ["お客様", "お客さま", "お客様"])
    (finding,) = check(found, context)
    assert finding.severity is Severity.WARNING
    assert finding.suggestions == ("お客様",)
    assert finding.edits == (Edit(Span(4, 8), "お客様", safe=True),)
    assert finding.related == (Span(0, 3), Span(9, 12))
    assert "お客さま" in finding.message


def test_declared_spelling_wins_even_unused(context):
    """A spelling settled in the configuration is asked for on every page."""
    found = page("お客様。お客様。", ["お客様", "お客様"])
    findings = check(found, context, spellings=("お客さま",))
    assert [finding.suggestions for finding in findings] == [("お客さま",)] * 2


def test_long_vowel(context):
    """カスタマ and カスタマー are one word; of equals the first wins."""
    found = page("カスタマー。カスタマ。", ["カスタマー", "カスタマ"])
    found[1] = occurrence(found[1].place.block, "カスタマ", nth=1, term="カスタマー")
    (finding,) = check(found, context)
    assert finding.suggestions == ("カスタマー",)
    assert finding.span == Span(6, 10)


@pytest.mark.parametrize(
    ("text", "forms", "word", "lang", "winner"),
    [
        pytest.param(
            "고객 만족도. 고객만족도.",
            ("고객 만족도", "고객만족도"),
            "고객",
            "ko",
            "고객 만족도",
            id="ko space",
        ),
        pytest.param(
            "カスタマーサポート。カスタマー・サポート。",
            ("カスタマーサポート", "カスタマー・サポート"),
            "カスタマー",
            "ja",
            "カスタマーサポート",
            id="ja middle dot",
        ),
    ],
)
def test_space_in_a_compound(context, text, forms, word, lang, winner):
    """A compound with and without its space is one word spelled twice."""
    here = block(text, lang=lang)
    found = [
        occurrence(here, word, nth=index, sense=Sense.FIXED, compound=form)
        for index, form in enumerate(forms)
    ]
    (finding,) = check(found, context)
    assert finding.suggestions == (winner,)
    assert text[finding.span.start : finding.span.end] == forms[1]


def test_declared_compound_wins(context):
    """`spellings` may hold a compound too."""
    here = block("고객 만족도.", lang="ko")
    found = [occurrence(here, "고객", sense=Sense.FIXED, compound="고객 만족도")]
    (finding,) = check(found, context, spellings=("고객만족도",))
    assert finding.suggestions == ("고객만족도",)


@pytest.mark.parametrize("sense", [Sense.NAME, Sense.MENTION])
def test_other_peoples_spelling_passes(context, sense):
    """Names and quoted words keep their spelling."""
    found = page("お客様。お客さま。", ["お客様", "お客さま"], sense=sense)
    assert check(found, context) == ()


def test_english_hyphen_and_capitals(context):
    """A capital stays; a space in an English compound is grammar, not spelling."""
    here = block("An eclient. Eclient. e-client. e-client. e-client.")
    found = [
        occurrence(here, text, nth=nth, term="client")
        for text, nth in (
            ("eclient", 0),
            ("Eclient", 0),
            ("e-client", 0),
            ("e-client", 1),
            ("e-client", 2),
        )
    ]
    findings = check(found, context)
    assert [finding.suggestions for finding in findings] == [
        ("e-client",),
        ("E-client",),
    ]
    here = block("client base, client-base")
    found = [
        occurrence(here, "client", compound="client base"),
        occurrence(here, "client", nth=1, compound="client-base"),
    ]
    assert check(found, context) == ()


def test_broken_by_markup_is_not_edited(context):
    """A word that is not verbatim in the source is reported but not mended."""
    here = block("お客様。お客さま。", lang="ja", verbatim=False)
    found = [occurrence(here, "お客様"), occurrence(here, "お客さま")]
    (finding,) = check(found, context)
    assert finding.edits == ()


def test_compound_of_two_words_is_counted_once(context):
    """A compound with two audience words in it is spelled once, not twice."""
    here = block("고객 고객사 표. 고객고객사표. 고객고객사표.", lang="ko")
    spaced, glued = "고객 고객사 표", "고객고객사표"
    found = [
        occurrence(here, word, nth=nth, sense=Sense.FIXED, compound=whole)
        for word, nth, whole in (
            ("고객", 0, spaced),
            ("고객사", 0, spaced),
            ("고객", 2, glued),
            ("고객", 4, glued),
        )
    ]
    (finding,) = check(found, context)
    assert finding.suggestions == (glued,)
