"""Audience words of a document, sense and possessor decided before any rule runs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from linter.lexicon.types import Lexicon, Words
from linter.occurrences import compounds, contrasts, masks, signs, voices
from linter.occurrences.confusions import confusions
from linter.occurrences.deciding import Decision, decide
from linter.occurrences.evidence import (
    Evidence,
    Level,
    Subject,
    Surroundings,
    gather,
)
from linter.occurrences.find import Candidate, find, forms_of
from linter.occurrences.views import View
from linter.occurrences.voices import Rated
from linter.values import (
    STRONG,
    Confusion,
    Document,
    Occurrence,
    Place,
    Possessor,
    Reading,
    Reason,
    Sense,
    Span,
    Term,
    Voice,
)


@dataclass(frozen=True, slots=True)
class _Weighing:
    """What one block's words are judged with."""

    words: Words
    around: Surroundings
    voice: Voice | None


def read(
    document: Document,
    lexicon: Lexicon,
    *,
    voice: Voice | None = None,
    tone: bool = False,
    pipeline: str | None = None,
) -> Reading:
    """Return every audience word of *document*, decided, and every miswritten one.

    Blocks whose language is not ours, and originals of a bilingual file, are passed
    over. Where the *voice* is internal the copy speaks to the business's own staff, and
    *your client* is the business's; without one each page tells. With *tone* the words
    that sell a relation are read too. *pipeline* is an installed spaCy pipeline that
    reads the grammar of English.
    """
    views = views_of(document, pipeline)
    around = Surroundings(views)
    rated: list[Rated] = []
    wrong: list[Confusion] = []
    for view in views:
        words = lexicon.words[view.lang]
        rated += _read_view(view, _Weighing(words, around, voice))
        wrong += confusions(view, words.misspellings)
    found = tuple(voices.by_document(rated))
    langs = {view.lang for view in views}
    frames = {lang: lexicon.words[lang].contrasts for lang in langs}
    reading = Reading(
        found, tuple(wrong), contrasts=tuple(contrasts.contrasts(found, frames))
    )
    if not tone or not found:
        return reading
    entries = {lang: lexicon.words[lang].relations for lang in langs}
    return replace(reading, relations=tuple(signs.relations(views, entries)))


def views_of(document: Document, pipeline: str | None = None) -> tuple[View, ...]:
    """Return the blocks of *document* that are judged, made ready for matching."""
    return tuple(
        View(block, block.lang, pipeline)
        for block in document.blocks
        if block.lang is not None and not block.is_source and block.text.strip()
    )


def subject_of(
    view: View, candidate: Candidate, match: compounds.Match | None
) -> Subject:
    """Return the word to judge, with its compound where that follows the model."""
    whole = candidate.span
    if match is not None and match.compound.sense is Sense.PARTY:
        whole = match.span
    return Subject(candidate, whole, view.is_quoted(candidate.span))


def _read_view(view: View, weighing: _Weighing) -> Iterator[Rated]:
    words = weighing.words
    forms = forms_of(words.entries, view.lang)
    if forms is None:
        return
    masked: tuple[tuple[Span, str], ...] | None = None
    matched: dict[Span, tuple[compounds.Match, ...]] = {}
    for candidate in find(view, forms):
        if masked is None:
            masked = masks.masks(view.text)
        sentence = candidate.sentence
        if sentence.span not in matched:
            matched[sentence.span] = compounds.matches(view, sentence, words.compounds)
        match = next(
            (
                match
                for match in matched[sentence.span]
                if match.span.covers(candidate.span)
            ),
            None,
        )
        kind = next(
            (kind for span, kind in masked if span.covers(candidate.span)), None
        )
        yield _rate(view, candidate, match, kind, weighing)


def _rate(
    view: View,
    candidate: Candidate,
    match: compounds.Match | None,
    mask: str | None,
    weighing: _Weighing,
) -> Rated:
    if mask is not None:
        because = Decision(
            Sense.MENTION,
            (Reason(f"mask: {mask}", Sense.MENTION, STRONG),),
            sure=True,
            decided=True,
        )
        masked = _occurrence(view, candidate, match, because, None)
        return Rated(masked, decided=True, masked=True)
    if match is not None and match.compound.sense is not Sense.PARTY:
        sense = Decision(
            match.compound.sense, (_spoken(view, match),), sure=True, decided=True
        )
        return Rated(_occurrence(view, candidate, match, sense, None), decided=True)
    subject = subject_of(view, candidate, match)
    heard = gather(view, subject, weighing.words.cues, weighing.around)
    internal = _internal(heard, weighing.voice)
    evidence = heard if internal is None else tuple(map(_to_staff, heard))
    sense = _sense(view, candidate.term, evidence, match)
    if sense.value is not Sense.PARTY:
        return Rated(
            _occurrence(view, candidate, match, sense, None), decided=sense.decided
        )
    possessor = decide(
        evidence,
        Possessor,
        candidate.term.possessor,
        # Whose people are meant is often said by slight signs alone: an imperative, a
        # lone *you*, the tools of a seller's trade.
        soft=True,
    )
    if view.block.quoted and not possessor.decided:
        # A customer who is quoted may speak of customers of their own.
        possessor = replace(possessor, sure=False)
    if internal and possessor.value is Possessor.OWN and evidence != heard:
        possessor = replace(
            possessor,
            because=(*possessor.because, internal),
            # What only the page makes likely is not sure.
            sure=possessor.sure and weighing.voice is not None,
        )
    return Rated(
        _occurrence(view, candidate, match, sense, possessor),
        decided=sense.decided,
        settled=possessor.decided or view.is_quoted(candidate.span),
        bare=candidate.term.doubtful
        and possessor.sure
        and not any(isinstance(item.says, Sense) for item in evidence),
    )


def _internal(evidence: tuple[Evidence, ...], voice: Voice | None) -> Reason | None:
    """Return why the copy speaks to the house's own people, if it does.

    The *voice* is declared, or else the document tells by two signs and more that it
    offers a job, or is for staff, and by none that it is for buyers.
    """
    if voice is Voice.INTERNAL:
        return Reason("voice: internal", Possessor.OWN, STRONG)
    if voice is not None or any(item.says is Voice.PUBLIC for item in evidence):
        return None
    for item in evidence:
        if item.says is Voice.INTERNAL and item.weight > STRONG:
            return replace(item.reason, says=str(Possessor.OWN))
    return None


def _to_staff(evidence: Evidence) -> Evidence:
    """Return *evidence* as it tells in copy to staff: the reader's are the house's."""
    reader = evidence.says is Possessor.READER
    return replace(evidence, says=Possessor.OWN) if reader else evidence


def _sense(
    view: View,
    term: Term,
    evidence: tuple[Evidence, ...],
    match: compounds.Match | None,
) -> Decision[Sense]:
    """Decide the sense; a compound that follows the model names people by itself.

    A doubtful word that nothing decides means people only perhaps, unless something
    says that it does, or that they are ours; one in a compound means them perhaps
    where something else speaks for another sense.
    """
    sense = decide(evidence, Sense, term.sense, soft=term.doubtful)
    if not sense.sure and _is_ours_among_mentions(evidence):
        sense = Decision(Sense.PARTY, sense.because, sure=True, decided=True)
    if match is None or (sense.decided and sense.value is not Sense.PARTY):
        if not term.doubtful or sense.decided:
            return sense
        people = any(item.says in (Sense.PARTY, Possessor.OWN) for item in evidence)
        return replace(sense, sure=sense.sure and people)
    doubted = term.doubtful and any(
        isinstance(item.says, Sense) and item.says is not Sense.PARTY
        for item in evidence
    )
    return Decision(
        Sense.PARTY,
        (_spoken(view, match), *sense.because),
        sure=not doubted,
        decided=True,
    )


def _is_ours_among_mentions(evidence: tuple[Evidence, ...]) -> bool:
    """Tell whether copy about the words says of this one, beside it, that it is ours.

    *Client and customer are not the same. Our customers …*
    """
    against = {item.says for item in evidence if isinstance(item.says, Sense)}
    return against == {Sense.MENTION} and any(
        item.says is Possessor.OWN
        and item.level is Level.ADJACENT
        and item.weight >= STRONG
        for item in evidence
    )


def _spoken(view: View, match: compounds.Match) -> Reason:
    """Return the compound at its place as evidence."""
    place = view.span(match.span.start, match.span.end)
    span = view.block.source_span(place.start, place.end)
    return Reason(match.compound.origin, str(match.compound.sense), STRONG, span)


def _occurrence(
    view: View,
    candidate: Candidate,
    match: compounds.Match | None,
    sense: Decision[Sense],
    possessor: Decision[Possessor] | None,
) -> Occurrence:
    block = view.block
    span = view.span(candidate.span.start, candidate.span.end)
    sentence = candidate.sentence.span
    return Occurrence(
        span=block.source_span(span.start, span.end),
        text=block.text[span.start : span.end],
        lang=view.lang,
        concept=candidate.term.concept,
        sense=sense.value,
        possessor=possessor.value if possessor else None,
        because=(*sense.because, *(possessor.because if possessor else ())),
        sure=sense.sure and (possessor is None or possessor.sure),
        term=candidate.term,
        place=Place(
            block=block,
            span=span,
            sentence=view.span(sentence.start, sentence.end),
            compound=view.span(match.span.start, match.span.end) if match else None,
        ),
    )


__all__ = ["read", "signs", "subject_of", "views_of"]
