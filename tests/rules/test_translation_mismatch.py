"""translation-mismatch: what is said of each kind, and what is offered."""

from dataclasses import replace

import pytest
from making import block, occurrence, reading

from linter.rules import collapsed_contrast, translation_mismatch
from linter.values import (
    Contrast,
    Mismatch,
    MismatchKind,
    Reason,
    Severity,
    Span,
)

SOURCE = block("We visit every client and every customer.")
TARGET = block("저희는 고객을 찾아갑니다.", lang="ko", at=100)


def mismatch(
    kind, *, source=True, target=True, sure=True, safe=False, text="We visit."
):
    """Return a difference of *kind* between the two sentences."""
    return Mismatch(
        kind=kind,
        source=occurrence(SOURCE, "client") if source else None,
        target=occurrence(TARGET, "고객") if target else None,
        block=TARGET,
        source_text=text,
        sure=sure,
        safe=safe,
    )


def check(context, *found, model=None):
    told = replace(reading(), mismatches=found)
    return tuple(translation_mismatch.check(told, context(model)))


@pytest.mark.parametrize(
    ("kind", "sides", "severity", "said"),
    [
        (MismatchKind.WRONG, {}, Severity.ERROR, "“client” in the source"),
        (MismatchKind.LOST, {"target": False}, Severity.WARNING, "only one of them"),
        (MismatchKind.OTHER, {}, Severity.INFO, "other people"),
        (MismatchKind.DROPPED, {"target": False}, Severity.INFO, "no word here"),
        (MismatchKind.ADDED, {"source": False}, Severity.INFO, "no word in the source"),
    ],
)
def test_kinds(context, kind, sides, severity, said):
    """A wrong word is an error, a lost contrast a warning, free translation info."""
    (finding,) = check(context, mismatch(kind, **sides))
    assert finding.severity is severity
    assert said in finding.message
    assert "We visit." in str(finding.because[0])


def test_a_doubtful_pair_is_info(context):
    """What may be no translation at all never fails a run."""
    (finding,) = check(context, mismatch(MismatchKind.WRONG, sure=False))
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("model", "word"), [(None, "의뢰인"), ("law", "의뢰인"), ("agency", "클라이언트")]
)
def test_the_word_of_the_model_is_offered(context, model, word):
    """The declared model chooses among the words for a concept."""
    (finding,) = check(context, mismatch(MismatchKind.WRONG), model=model)
    assert finding.suggestions == (word,)


@pytest.mark.parametrize("safe", [True, False])
def test_only_a_safe_difference_is_mended(context, safe):
    """The edit is safe where the source names nobody else."""
    (finding,) = check(context, mismatch(MismatchKind.WRONG, safe=safe))
    assert [edit.safe for edit in finding.edits] == [safe]


def test_what_is_left_out_is_told_of_the_whole_block(context):
    """There is no word to point at, so the block is."""
    (finding,) = check(context, mismatch(MismatchKind.DROPPED, target=False))
    assert finding.span == Span(100, 100 + len(TARGET.text))


def test_nothing_is_told_of_an_empty_block(context):
    """A target without text is no translation."""
    empty = replace(mismatch(MismatchKind.DROPPED, target=False), block=block(""))
    assert check(context, empty) == ()


def test_a_word_that_cannot_be_fitted_is_told_without_an_offer(context):
    """Without a word for the concept the finding stands alone."""
    here = occurrence(SOURCE, "client")
    odd = replace(mismatch(MismatchKind.WRONG), source=replace(here, concept="patient"))
    (finding,) = check(context, odd)
    assert finding.suggestions == finding.edits == ()


def test_long_sources_are_cut(context):
    """A source of a page is quoted by its beginning."""
    (finding,) = check(
        context, mismatch(MismatchKind.ADDED, source=False, text="a" * 500)
    )
    assert "a…" in finding.message
    assert len(finding.message) < 250


@pytest.mark.parametrize(("sure", "severity"), [(True, "error"), (False, "warning")])
def test_a_collapse_is_told_at_its_second_word(context, sure, severity):
    """The first word is beside it, and nothing is offered."""
    here = block("고객과 고객의 차이", lang="ko")
    pair = Contrast(
        occurrence(here, "고객"), occurrence(here, "고객", nth=1), sure, Reason("pair")
    )
    told = replace(reading(), contrasts=(pair,))
    (finding,) = collapsed_contrast.check(told, context(None))
    assert (finding.span, finding.related) == (Span(4, 6), (Span(0, 2),))
    assert finding.severity == severity
