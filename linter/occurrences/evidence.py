"""Which cues of the lexicon speak of one audience word, and from how far."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from linter.lexicon.entries import QUOTE
from linter.lexicon.types import Cue, Where
from linter.occurrences.find import Candidate
from linter.occurrences.views import View, has_clause_end
from linter.values import BlockKind, Possessor, Sense, Span

STRONG, WEAK, REPEATED = 2, 1, 1
_DOCUMENT_MATCHES = 2


class Level(IntEnum):
    """How far a cue is from the word; nearer levels are asked first."""

    ADJACENT = 0
    SENTENCE = 1
    BLOCK = 2
    DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cue that fires for one word."""

    says: Sense | Possessor
    level: Level
    weight: int
    distance: int
    length: int
    origin: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The word that is judged: where it stands, alone and with its compound."""

    candidate: Candidate
    whole: Span
    quoted: bool


class Surroundings:
    """A document's views, searched for cues that stand outside the word's block.

    Counts of a cue in a block are kept, so that a long document is read once a cue.
    """

    def __init__(self, views: Iterable[View]) -> None:
        self._views = tuple(views)
        self._found: dict[tuple[int, str], tuple[str, ...]] = {}

    def in_block(self, view: View, cue: Cue) -> tuple[str, ...]:
        """Return the texts in *view* that *cue* matches."""
        key = (id(view), _key(cue))
        if key not in self._found:
            self._found[key] = tuple(
                match.group().casefold()
                for match in cue.pattern.compiled.finditer(view.text)
                if match.group()
            )
        return self._found[key]

    def in_document(self, lang: str, cue: Cue) -> tuple[str, ...]:
        """Return the texts in all blocks of *lang* that *cue* matches."""
        return tuple(
            text
            for view in self._views
            if view.lang == lang
            for text in self.in_block(view, cue)
        )

    @property
    def is_one_block(self) -> bool:
        """Tell whether the document is a single block."""
        return len(self._views) == 1


def gather(
    view: View, subject: Subject, cues: Iterable[Cue], around: Surroundings
) -> tuple[Evidence, ...]:
    """Return what *cues* say of *subject*, in the order of the lexicon."""
    return tuple(
        evidence
        for cue in cues
        if applies(view, subject, cue)
        for evidence in fire(view, subject, cue, around)
    )


def applies(view: View, subject: Subject, cue: Cue) -> bool:
    """Tell whether *cue* is about this word, in such a place."""
    term = subject.candidate.term
    if cue.concepts and term.concept not in cue.concepts:
        return False
    if cue.words and term.word not in cue.words:
        return False
    if not cue.inside:
        return True
    kind = view.block.kind
    quoted = QUOTE in cue.inside and (subject.quoted or kind is BlockKind.QUOTE)
    return quoted or str(kind) in cue.inside


def fire(
    view: View, subject: Subject, cue: Cue, around: Surroundings
) -> Iterator[Evidence]:
    """Yield the evidence of one cue: none, or one."""
    if cue.where in (Where.BEFORE, Where.AFTER):
        nearest = _nearest(view, subject, cue)
        if nearest is not None:
            distance, length = nearest
            yield _evidence(cue, Level.ADJACENT, 1, distance, length)
        return
    if cue.where is Where.SENTENCE:
        found = _in_sentence(view, subject, cue)
        level = Level.SENTENCE
    elif cue.where is Where.BLOCK:
        found = around.in_block(view, cue)
        level = Level.BLOCK
    else:
        found = around.in_document(view.lang, cue)
        level = Level.DOCUMENT
        if len(found) < _DOCUMENT_MATCHES and not around.is_one_block:
            return
    if found:
        yield _evidence(cue, level, len(set(found)), 0, max(map(len, found)))


def _evidence(
    cue: Cue, level: Level, distinct: int, distance: int, length: int
) -> Evidence:
    weight = STRONG if cue.strong else WEAK
    if distinct > 1:
        weight += REPEATED
    return Evidence(cue.says, level, weight, distance, length, cue.origin)


def _nearest(view: View, subject: Subject, cue: Cue) -> tuple[int, int] | None:
    """Return words between, and length, of the nearest match that is near enough."""
    sentence, whole = subject.candidate.sentence, subject.whole
    before = cue.where is Where.BEFORE
    low, high = (
        (sentence.span.start, whole.start) if before else (whole.end, sentence.span.end)
    )
    best: tuple[int, int] | None = None
    for match in _matches(view, cue, low, high):
        gap = (match.end(), whole.start) if before else (whole.end, match.start())
        if has_clause_end(view.text[gap[0] : gap[1]].strip()):
            continue
        between = _words_between(view, subject, gap)
        if between > cue.within:
            continue
        length = match.end() - match.start()
        if best is None or (between, -length) < (best[0], -best[1]):
            best = (between, length)
    return best


def _in_sentence(view: View, subject: Subject, cue: Cue) -> tuple[str, ...]:
    sentence = subject.candidate.sentence
    return tuple(
        match.group().casefold()
        for match in _matches(view, cue, sentence.span.start, sentence.span.end)
        if not Span(*match.span()).overlaps(subject.candidate.span)
    )


def _matches(view: View, cue: Cue, low: int, high: int) -> Iterator[re.Match[str]]:
    """Yield matches that start a word; in Japanese and Korean the tokens tell."""
    at = low
    while match := cue.pattern.compiled.search(view.text, at, high):
        at = match.start() + 1
        if match.end() > match.start() and _starts_word(view, match.start(), low):
            yield match


def _starts_word(view: View, start: int, low: int) -> bool:
    if view.lang == "en" or start == low:
        return True
    return view.sentence_at(start).starts_at(start)


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


def _key(cue: Cue) -> str:
    return f"{cue.origin}|{cue.where}|{cue.says}|{id(cue)}"
