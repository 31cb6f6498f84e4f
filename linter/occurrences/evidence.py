"""Which cues of the lexicon speak of one audience word, and from how far."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from linter.lexicon.entries import QUOTE
from linter.lexicon.phrase import CLOSED, OPENED
from linter.lexicon.types import Cue, Where
from linter.occurrences.find import Candidate
from linter.occurrences.views import View, has_clause_end
from linter.values import (
    OURS,
    STRONG,
    THEIRS,
    WEAK,
    BlockKind,
    Possessor,
    Reason,
    Sense,
    Span,
    Voice,
)

REPEATED = 1
_DOCUMENT_MATCHES = 2
# Code points of a sentence that are read on either side of a word.
_REACH = 500
# After these a clause begins: bullets and numbers, a label with a colon, a dash.
_LEAD_IN = re.compile(r"[:;] +| [–—] +")
_REST_OF_WORD = re.compile(r"\.\w")
_LEADINGS = (re.compile(r"[\W\d_]*"), re.compile(r"[\W\d_]*\w+, +"))


class Level(IntEnum):
    """How far a cue is from the word; nearer levels are asked first."""

    ADJACENT = 0
    SENTENCE = 1
    BLOCK = 2
    DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cue that fires for one word; *span* is its longest place in the source."""

    says: Sense | Possessor | Voice
    level: Level
    weight: int
    distance: int
    length: int
    origin: str
    span: Span | None = None
    places: tuple[Span, ...] = ()

    @property
    def reason(self) -> Reason:
        """Return the evidence as an occurrence carries it."""
        return Reason(self.origin, str(self.says), self.weight, self.span)


@dataclass(frozen=True, slots=True)
class Subject:
    """The word that is judged: where it stands, alone and with its compound."""

    candidate: Candidate
    whole: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a cue matched: the text as it is compared, and its place in the source."""

    text: str
    span: Span


class Surroundings:
    """A document's views, searched for cues that stand outside the word's block.

    What a cue matches in a block, and what it tells of the document, is kept: a long
    document is read once a cue, however many words of it are judged.
    """

    def __init__(self, views: Iterable[View]) -> None:
        self._views = tuple(views)
        self._found: dict[tuple[int, int], tuple[Found, ...]] = {}
        self._told: dict[tuple[str, int], Evidence | None] = {}

    def in_block(self, view: View, cue: Cue) -> tuple[Found, ...]:
        """Return what *cue* matches in *view*."""
        key = (id(view), id(cue))
        if key not in self._found:
            self._found[key] = tuple(
                _found(view, Span(*match.span()))
                for match in cue.pattern.compiled.finditer(view.text)
                if match.group() and _stands_apart(view, cue, match.start())
            )
        return self._found[key]

    def in_document(self, lang: str, cue: Cue) -> Evidence | None:
        """Return what *cue* tells in the blocks of *lang*, if it matches often enough.

        Once is enough where the document is a single block, and for whoever speaks to
        buyers: a page for staff does not do so at all.
        """
        key = (lang, id(cue))
        if key not in self._told:
            matched = tuple(
                found
                for view in self._views
                if view.lang == lang
                for found in self.in_block(view, cue)
            )
            once = len(self._views) == 1 or cue.says is Voice.PUBLIC
            least = 1 if once else _DOCUMENT_MATCHES
            self._told[key] = (
                _evidence(cue, Level.DOCUMENT, matched)
                if len(matched) >= least
                else None
            )
        return self._told[key]


def gather(
    view: View, subject: Subject, cues: Iterable[Cue], around: Surroundings
) -> tuple[Evidence, ...]:
    """Return what *cues* say of *subject*, in the order of the lexicon.

    A phrase that is part of a longer one that says otherwise says nothing: the 여러분
    of 고객 여러분 does not address a reader who has 고객 of their own.
    """
    found = tuple(
        evidence
        for cue in cues
        if applies(view, subject, cue)
        for evidence in fire(view, subject, cue, around)
    )
    return tuple(item for item in found if not _is_part(item, found))


def side(value: Sense | Possessor | Voice) -> str:
    """Return what *value* speaks for: whose people matters as ours or theirs only."""
    if isinstance(value, Possessor):
        return "ours" if value in OURS else "theirs"
    return str(value)


def _is_part(item: Evidence, found: Iterable[Evidence]) -> bool:
    """Tell whether *item* stands inside phrases of contrary cues wherever it does."""
    if item.level not in (Level.SENTENCE, Level.BLOCK):
        return False
    longer = [
        place
        for other in found
        if other.level in (Level.SENTENCE, Level.BLOCK)
        and type(other.says) is type(item.says)
        and side(other.says) != side(item.says)
        for place in other.places
    ]
    return all(
        any(place.start < one.start < place.end for place in longer)
        for one in item.places
    )


def applies(view: View, subject: Subject, cue: Cue) -> bool:
    """Tell whether *cue* is about this word, in such a place."""
    term = subject.candidate.term
    if cue.concepts and term.concept not in cue.concepts:
        return False
    if cue.words and term.word not in cue.words:
        return False
    if _stands_in(view, subject, cue.outside):
        return False
    return not cue.inside or _stands_in(view, subject, cue.inside)


def _stands_in(view: View, subject: Subject, places: frozenset[str]) -> bool:
    kind = view.block.kind
    quoted = QUOTE in places and (subject.quoted or kind is BlockKind.QUOTE)
    return quoted or str(kind) in places


def fire(
    view: View, subject: Subject, cue: Cue, around: Surroundings
) -> Iterator[Evidence]:
    """Yield the evidence of one cue: none, or one."""
    if cue.where in (Where.BEFORE, Where.AFTER):
        nearest = _nearest(view, subject, cue)
        if nearest is not None:
            distance, found = nearest
            yield _evidence(cue, Level.ADJACENT, (found,), distance)
        return
    if cue.where is Where.AROUND:
        enclosing = _enclosing(view, subject, cue)
        if enclosing is not None:
            yield _evidence(cue, Level.ADJACENT, (enclosing,))
        return
    if cue.where is Where.DOCUMENT:
        evidence = around.in_document(view.lang, cue)
        if evidence is not None:
            yield evidence
        return
    if cue.where is Where.SENTENCE:
        matched = _in_sentence(view, subject, cue)
        level = Level.SENTENCE
    elif cue.where is Where.START:
        matched = _at_start(view, subject, cue)
        level = Level.SENTENCE
    else:
        matched = around.in_block(view, cue)
        level = Level.BLOCK
    if matched:
        told = _evidence(cue, level, matched)
        tied = level is Level.SENTENCE and _is_tied(view, subject, told)
        yield replace(told, weight=told.weight + REPEATED) if tied else told


def _is_tied(view: View, subject: Subject, told: Evidence) -> bool:
    """Tell whether grammar ties the cue to the word: as subject, or as its modifier."""
    if told.span is None:
        return False
    block = view.block
    for tie in view.ties(subject.candidate.span):
        place = view.span(tie.start, tie.end)
        if block.source_span(place.start, place.end).overlaps(told.span):
            return True
    return False


def _evidence(
    cue: Cue, level: Level, matched: tuple[Found, ...], distance: int = 0
) -> Evidence:
    weight = STRONG if cue.strong else WEAK
    if len({found.text for found in matched}) > 1:
        weight += REPEATED
    longest = max(matched, key=lambda found: len(found.text))
    return Evidence(
        says=cue.says,
        level=level,
        weight=weight,
        distance=distance,
        length=len(longest.text),
        origin=cue.origin,
        span=longest.span,
        places=tuple(found.span for found in matched),
    )


def _found(view: View, place: Span) -> Found:
    own = view.span(place.start, place.end)
    span = view.block.source_span(own.start, own.end)
    return Found(view.text[place.start : place.end].casefold(), span)


def _near(subject: Subject) -> Span:
    """Return the part of the sentence that can tell: all of it, if it is a sentence.

    A text without full stops (a minified file) would be read once for every word.
    """
    sentence, whole = subject.candidate.sentence.span, subject.whole
    return Span(
        max(sentence.start, whole.start - _REACH), min(sentence.end, whole.end + _REACH)
    )


def _nearest(view: View, subject: Subject, cue: Cue) -> tuple[int, Found] | None:
    """Return words between, and the nearest match, if it is near enough."""
    near, whole = _near(subject), subject.whole
    before = cue.where is Where.BEFORE
    low, high = (near.start, whole.start) if before else (whole.end, near.end)
    best: tuple[int, Found] | None = None
    for place in _matches(view, cue, low, high):
        gap = (place.end, whole.start) if before else (whole.end, place.start)
        if has_clause_end(view.text[gap[0] : gap[1]].strip()):
            continue
        between = _words_between(view, subject, gap)
        if between > cue.within:
            continue
        found = _found(view, place)
        if best is None or (between, -len(found.text)) < (best[0], -len(best[1].text)):
            best = (between, found)
    return best


def _enclosing(view: View, subject: Subject, cue: Cue) -> Found | None:
    """Return the match whose marked part, `«{client}»`, is the word that is judged."""
    near, word, text = _near(subject), subject.candidate.span, view.text
    before = text[near.start : word.start]
    here = f"{OPENED}{text[word.start : word.end]}{CLOSED}"
    pointed = f"{before}{here}{text[word.end : near.end]}"
    opened, closed = len(before), len(before) + len(here)
    at = 0
    while match := cue.pattern.pointed.search(pointed, at):
        at = match.start() + 1
        if match.start() > opened or match.end() < closed:
            continue
        beyond = match.end() - closed
        place = Span(near.start + match.start(), word.end + beyond)
        if _is_word(view, place, near.start) and _stands_apart(view, cue, place.start):
            return _found(view, place)
    return None


def _in_sentence(view: View, subject: Subject, cue: Cue) -> tuple[Found, ...]:
    near = _near(subject)
    return tuple(
        _found(view, place)
        for place in _matches(view, cue, near.start, near.end)
        if not place.overlaps(subject.candidate.span)
        and not _quoted_apart(view, subject, cue, place)
    )


def _quoted_apart(view: View, subject: Subject, cue: Cue, found: Span) -> bool:
    """Tell whether *found* stands in quoted speech that the word is no part of.

    In Japanese and Korean, where quotation marks are also emphasis, only what tells
    somebody else's people is taken for speech: 「御社は…」と聞かれます.
    """
    speech = view.lang == "en" or cue.says in THEIRS
    return speech and any(
        quote.covers(found) and not quote.covers(subject.candidate.span)
        for quote in view.quotes
    )


def _at_start(view: View, subject: Subject, cue: Cue) -> tuple[Found, ...]:
    """Return what begins the sentence, or what follows a label or a lead-in in it.

    Bullets, numbers and opening marks do not count: *2. Pro tip: send …*
    """
    sentence, near = subject.candidate.sentence.span, _near(subject)
    starts = {lead.end() for lead in _LEAD_IN.finditer(view.text, near.start, near.end)}
    for leading in _LEADINGS:
        match = leading.match(view.text, sentence.start, sentence.end)
        starts |= {match.end()} if match else set()
    begun = (
        cue.pattern.compiled.match(view.text, start, sentence.end)
        for start in sorted(starts)
    )
    places = (Span(*match.span()) for match in begun if match and match[0])
    return tuple(
        _found(view, place)
        for place in places
        if _is_word(view, place, sentence.start)
        and _stands_apart(view, cue, place.start)
        and not place.overlaps(subject.candidate.span)
    )


def _matches(view: View, cue: Cue, low: int, high: int) -> Iterator[Span]:
    """Yield the places of matches that are words; outside English the tokens tell."""
    at = low
    while match := cue.pattern.compiled.search(view.text, at, high):
        place = Span(*match.span())
        at = place.start + 1
        if place and _is_word(view, place, low) and _stands_apart(view, cue, at - 1):
            yield place


def _stands_apart(view: View, cue: Cue, start: int) -> bool:
    """Tell whether a phrase that must not be glued to a noun before it is not."""
    return not cue.apart or start == 0 or not view.text[start - 1].isalnum()


def _is_word(view: View, place: Span, low: int) -> bool:
    """Tell whether *place* starts where a word does, and is no part of *i.e.*."""
    if view.lang == "en":
        return _REST_OF_WORD.match(view.text, place.end) is None
    start = place.start
    return start == low or view.sentence_at(start).starts_at(start)


def _words_between(view: View, subject: Subject, gap: tuple[int, int]) -> int:
    """Count the words in the gap: English words, Japanese morphemes, Korean eojeol.

    What is glued to the cue or to the word (a particle, 's) is no word of its own.
    """
    text = view.text[gap[0] : gap[1]]
    if view.lang == "ja":
        return subject.candidate.sentence.tokens_between(*gap)
    words = text.split()
    if view.lang == "ko" and words and not text[0].isspace():
        return len(words) - 1
    return len(words)
