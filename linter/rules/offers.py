"""Words to put in the place of one that is reported, in the form it has there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.lexicon import Lexicon, Model
from linter.occurrences.offering import Offer, offer
from linter.values import (
    OURS,
    Edit,
    Finding,
    Occurrence,
    Reading,
    Reason,
    Sense,
    Severity,
    Span,
    Term,
)

MOST = 3
"""How many words are offered at most: more is no help."""

# カスタマー (customer) is hardly ever a person in Japanese copy: a writer who is
# offered it loses trust in the other offers. A model that names it in [words] still
# offers it.
_SELDOM_SAID = frozenset({("ja", "カスタマー")})

# 고객사 is a company that buys: where the model's own word is one for a person (의뢰인,
# the one who engages a lawyer), it is no second choice.
_COMPANIES = frozenset({("ko", "고객사")})
_PERSONS = frozenset({("ko", "의뢰인"), ("ko", "내담자"), ("ko", "환자")})


def collapsed(reading: Reading) -> frozenset[Span]:
    """Return the places of words that a contrast holds on both sides.

    Which of the two is right only the source tells; an offer would be a guess.
    """
    return frozenset(
        one.span for pair in reading.contrasts for one in (pair.first, pair.second)
    )


def is_seldom_said(term: Term) -> bool:
    """Tell whether *term* names people in the lexicon and hardly ever in copy."""
    return (term.lang, term.word) in _SELDOM_SAID


def is_people(occurrence: Occurrence) -> bool:
    """Tell whether *occurrence* names people and is not mere address of the reader."""
    return occurrence.sense is Sense.PARTY and not occurrence.term.address


def is_ours(occurrence: Occurrence) -> bool:
    """Tell whether *occurrence* names the business's own people, or nobody's."""
    return occurrence.possessor in OURS


def shown_span(occurrence: Occurrence) -> Span:
    """Return the place of the word, or of its compound where that follows the model."""
    place = occurrence.place
    whole = place.compound if occurrence.sense is Sense.PARTY else None
    if whole is None:
        return occurrence.span
    return place.block.source_span(whole.start, whole.end)


def shown_text(occurrence: Occurrence) -> str:
    """Return the word, or its compound where that follows the model."""
    place = occurrence.place
    whole = place.compound if occurrence.sense is Sense.PARTY else None
    return (
        occurrence.text if whole is None else place.block.text[whole.start : whole.end]
    )


def terms_for(
    model: Model, lexicon: Lexicon, lang: str, concepts: Iterable[str]
) -> Iterator[Term]:
    """Yield the words of *lang* that *model* offers for *concepts*, in their order."""
    first = lexicon.offered(model, lang, model.prefer[0])
    person = first is not None and (lang, first.word) in _PERSONS
    for concept in concepts:
        term = lexicon.offered(model, lang, concept)
        declared = concept == model.prefer[0]
        misfit = term and person and (lang, term.word) in _COMPANIES
        if term and (declared or not (misfit or is_seldom_said(term))):
            yield term


def offers(occurrence: Occurrence, terms: Iterable[Term]) -> tuple[Offer, ...]:
    """Return how each of *terms* goes in the place of *occurrence*, best first."""
    found: dict[str, Offer] = {}
    for term in terms:
        made = offer(occurrence, term)
        if made is not None and made.text != shown_text(occurrence):
            found.setdefault(made.text, made)
    return tuple(found.values())[:MOST]


def finding(
    occurrence: Occurrence,
    message: str,
    offered: tuple[Offer, ...],
    *,
    rule: str,
    severity: Severity,
) -> Finding:
    """Return a finding about *occurrence*, with the first of *offered* as its edits.

    Where what was decided is not sure it is `info`, and no edit is safe.
    """
    edits = offered[0].edits if offered else ()
    return Finding(
        rule=rule,
        severity=severity if occurrence.sure else Severity.INFO,
        span=shown_span(occurrence),
        message=message,
        suggestions=tuple(made.text for made in offered),
        edits=edits if occurrence.sure else _unsafe(edits),
        because=occurrence.because,
    )


def reason(model: Model, ui_lang: str) -> Reason:
    """Return why *model* says what it says, in the form of evidence."""
    why = model.why.get(ui_lang) or model.why.get("en", "")
    return Reason(f"{model.origin.partition(':')[0]}: {why}", "model")


def model_name(model: Model, ui_lang: str) -> str:
    """Return what *model* is called in *ui_lang*."""
    return model.names.get(ui_lang) or model.names.get("en") or model.id


def _unsafe(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    return tuple(replace(edit, safe=False) for edit in edits)
