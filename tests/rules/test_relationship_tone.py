"""relationship-tone by counts of different words, at its thresholds."""

import pytest
from making import reading

from linter.rules import relationship_tone
from linter.rules.relationship_tone import LEAST, MARGIN
from linter.values import Reason, Severity, Sign, Span


def signs(of, count, *, lang="en", start=0, words=None):
    """Return *count* different words that sell the relation *of*."""
    return tuple(
        Sign(
            of,
            words[number] if words else f"{of}-{number}",
            lang,
            Span(start + number, start + number + 1),
            Reason(f"{lang}/relations: {of}", of, 1),
        )
        for number in range(count)
    )


def check(found, context):
    from dataclasses import replace  # noqa: PLC0415 - one use

    return tuple(relationship_tone.check(replace(reading(), relations=found), context))


@pytest.mark.parametrize(
    ("model", "others", "own", "expected"),
    [
        pytest.param("law", LEAST, 0, 1, id="enough words of a sale"),
        pytest.param("law", LEAST - 1, 0, 0, id="too few"),
        pytest.param("law", LEAST, LEAST - MARGIN, 1, id="just ahead"),
        pytest.param("law", LEAST, LEAST - MARGIN + 1, 0, id="not far enough ahead"),
        pytest.param("mixed", LEAST, 0, 0, id="a model with both relations"),
        pytest.param("club", LEAST, 0, 0, id="a model with neither"),
        pytest.param(None, LEAST, 0, 0, id="no model"),
    ],
)
def test_thresholds(context, model, others, own, expected):
    """Different words are counted, and the margin over the model's own decides."""
    found = signs("customer", others) + signs("client", own, start=50)
    assert len(check(found, context(model))) == expected


def test_a_word_counts_once(context):
    """The same word ten times sells no more than once."""
    found = signs("customer", 10, words=["Cart", "cart"] * 5)
    assert check(found, context("law")) == ()


def test_languages_are_judged_apart(context):
    """Two words in each of two languages are no four."""
    found = signs("customer", 2) + signs("customer", 2, lang="ja", start=9)
    assert check(found, context("law")) == ()


def test_the_finding_names_the_words(context):
    """One finding a page, at the first word, the next ones beside it."""
    (finding,) = check(signs("customer", 6, start=3), context("law"))
    assert finding.severity is Severity.INFO
    assert finding.span == Span(3, 4)
    assert len(finding.related) == 3
    assert "customer-0, customer-1, customer-2, customer-3" in finding.message
    assert len(finding.because) == 6


def test_a_shop_that_sounds_like_counsel(context):
    """The other way round the message says what a shop should speak of."""
    (finding,) = check(signs("client", 5), context("retail"))
    assert "price" in finding.message
