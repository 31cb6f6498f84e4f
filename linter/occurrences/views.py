"""A block made ready for matching: normalised text, sentences, token boundaries.

All offsets in this package count code points of the normalised text of one block;
`View.span` leads back to the block's own text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from linter import languages
from linter.languages.normal import Normalised, normalise
from linter.values import Block, Span

CLAUSE_ENDS = frozenset(",;:()[]—–、。，．；：「」『』（）!?！？…·|/")
_QUOTES = {"「": "」", "『": "』", "«": "»", "“": "”"}
_LONG_QUOTE = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in the normalised text of its block, cut into tokens where asked."""

    span: Span
    original: Span
    view: "View"

    def starts_at(self, offset: int) -> bool:
        """Tell whether a token starts at *offset*."""
        return _holds(self.view.edges(self.original, offset).starts, offset)

    def ends_at(self, offset: int) -> bool:
        """Tell whether a token ends at *offset*."""
        return _holds(self.view.edges(self.original, offset - 1).ends, offset)

    def tokens_between(self, start: int, end: int) -> int:
        """Return how many tokens start in the range, in Japanese, cut by sentences."""
        starts = self.view.edges(self.original, start).starts
        return bisect_left(starts, end) - bisect_left(starts, start)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the tokens of a stretch of text start and end, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


class View:
    """One block of a known language, and where things stand in it."""

    def __init__(self, block: Block, lang: str, pipeline: str | None = None) -> None:
        self.block = block
        self.lang = lang
        self._language = languages.get(lang, pipeline if lang == "en" else None)
        self._last = Span(0, 0)
        self._edges: dict[Span, Edges] = {}

    @cached_property
    def normal(self) -> Normalised:
        """Return the block's text made comparable, with the way back."""
        return normalise(self.block.text)

    @property
    def text(self) -> str:
        """Return the block's text as it is compared with the lexicon."""
        return self.normal.text

    def span(self, start: int, end: int) -> Span:
        """Return the range in the block's own text."""
        return self.normal.original(start, end)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds *offset*."""
        return self._sentences[max(bisect_right(self._starts, offset) - 1, 0)]

    def edges(self, sentence: Span, offset: int) -> Edges:
        """Return where tokens start and end in the stretch of *sentence* at *offset*.

        *sentence* counts in the block's own text. Nothing is cut before it is asked
        for, and no more of it than must be.
        """
        last = max(len(self.text) - 1, 0)
        at = self.normal.original(min(offset, last), min(offset, last) + 1).start
        if not self._last.start <= at < self._last.end:
            self._last = self._language.stretch(self.block.text, sentence, at)
        if self._last not in self._edges:
            tokens = self._language.tokens(self.block.text, self._last)
            self._edges[self._last] = Edges(
                tuple(self.normal.at(token.span.start) for token in tokens),
                tuple(self.normal.at(token.span.end) for token in tokens),
            )
        return self._edges[self._last]

    def ties(self, word: Span) -> tuple[Span, ...]:
        """Return what grammar ties to *word*; nothing without an English pipeline."""
        if not isinstance(self._language, languages.Parsing):
            return ()
        sentence = self.sentence_at(word.start).span
        found = self._language.ties(
            self.block.text,
            self.span(sentence.start, sentence.end),
            self.span(word.start, word.end),
        )
        return tuple(
            Span(self.normal.at(one.start), self.normal.at(one.end)) for one in found
        )

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Return the stretches in quotation marks that are long enough to be speech.

        One mark without its partner quotes all up to it, or all after it: copy is
        often cut or set so that the other mark stands in another block.
        """
        found = [*_bracketed(self.text), *_straight(self.text)]
        return tuple(span for span in found if len(span) >= _LONG_QUOTE)

    def is_quoted(self, span: Span) -> bool:
        """Tell whether somebody else speaks at *span*."""
        return self.block.quoted or any(quote.covers(span) for quote in self.quotes)

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        spans = self._language.sentences(self.block.text)
        at = self.normal.at
        return tuple(
            Sentence(Span(at(span.start), at(span.end)), span, self)
            for span in spans or (Span(0, len(self.block.text)),)
        )

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self._sentences)


def _holds(offsets: tuple[int, ...], offset: int) -> bool:
    index = bisect_left(offsets, offset)
    return index < len(offsets) and offsets[index] == offset


def has_clause_end(text: str) -> bool:
    """Tell whether *text* holds a mark that ends a clause."""
    return any(character in CLAUSE_ENDS for character in text)


def _bracketed(text: str) -> Iterable[Span]:
    for opening, closing in _QUOTES.items():
        at = 0
        while (start := text.find(opening, at)) >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                yield Span(start, len(text))
                return
            yield Span(start, end + 1)
            at = end + 1


def _straight(text: str) -> Iterable[Span]:
    marks = [index for index, character in enumerate(text) if character == '"']
    if len(marks) % 2:
        if text[: marks[0]].strip() == "" or not text[marks[-1] + 1 :].strip(" .!?"):
            edge = Span(marks[0], len(text)) if marks[0] == 0 else None
            yield edge or Span(0, marks[-1] + 1)
        return
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        yield Span(start, end + 1)
