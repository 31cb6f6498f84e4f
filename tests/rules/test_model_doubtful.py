"""model-doubtful by counts of different words, at its thresholds."""

from dataclasses import replace

import pytest
from making import reading

from linter.rules import model_doubtful
from linter.rules.model_doubtful import LEAST, TIMES
from linter.values import Reason, Severity, Sign, Span


def signs(model, count, start=0):
    """Return *count* different words of the trade of *model*."""
    return tuple(
        Sign(
            model,
            f"{model}-{number}",
            "en",
            Span(start + number, start + number + 1),
            Reason(f"models/{model}: {model}", model, 1),
        )
        for number in range(count)
    )


def check(found, context):
    return tuple(model_doubtful.check(replace(reading(), trades=found), context))


@pytest.mark.parametrize(
    ("declared", "found", "expected"),
    [
        pytest.param("law", signs("retail", LEAST), 1, id="enough words of a shop"),
        pytest.param("law", signs("retail", LEAST - 1), 0, id="too few"),
        pytest.param(
            "law",
            signs("retail", LEAST) + signs("law", LEAST // TIMES, 50),
            1,
            id="ahead",
        ),
        pytest.param(
            "law",
            signs("retail", LEAST) + signs("law", LEAST // TIMES + 1, 50),
            0,
            id="not far enough ahead",
        ),
        pytest.param("law", signs("agency", 20), 0, id="the same word for people"),
        pytest.param("mixed", signs("retail", 20), 0, id="a model with both"),
        pytest.param(None, signs("retail", 20), 0, id="no model"),
        pytest.param("law", (), 0, id="no words"),
    ],
)
def test_thresholds(context, declared, found, expected):
    """Different words are counted; only a model with another word is a rival."""
    assert len(check(found, context(declared))) == expected


def test_the_finding_names_the_model(context):
    """It stands at the first word and says what to declare."""
    (finding,) = check(signs("retail", 7, start=4), context("law"))
    assert finding.severity is Severity.INFO
    assert finding.span == Span(4, 5)
    assert 'model = "retail"' in finding.message
    assert len(finding.because) == 7
