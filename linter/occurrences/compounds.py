"""Set phrases over audience words: the longest of those that start first wins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.lexicon.types import Compound
from linter.occurrences.views import Sentence, View
from linter.values import Span

_BOUND_BY_TOKENS = frozenset({"ja", "ko"})


@dataclass(frozen=True, slots=True)
class Match:
    """A compound at a place."""

    compound: Compound
    span: Span


def matches(
    view: View, sentence: Sentence, compounds: Iterable[Compound]
) -> tuple[Match, ...]:
    """Return the compounds of *sentence* that win over those they overlap."""
    found = [
        match
        for compound in compounds
        for match in matches_of(view, sentence, compound)
    ]
    found.sort(key=lambda match: (match.span.start, -len(match.span)))
    kept: list[Match] = []
    for match in found:
        if not kept or match.span.start >= kept[-1].span.end:
            kept.append(match)
    return tuple(kept)


def matches_of(view: View, sentence: Sentence, compound: Compound) -> Iterator[Match]:
    """Yield every place of *sentence* where *compound* stands, whatever overlaps it."""
    pattern = compound.pattern.compiled
    at = sentence.span.start
    while match := pattern.search(view.text, at, sentence.span.end):
        at = match.start() + 1
        if match.end() > match.start() and _bounded(view, sentence, match.span()):
            yield Match(compound, Span(match.start(), match.end()))


def _bounded(view: View, sentence: Sentence, found: tuple[int, int]) -> bool:
    """Tell whether tokens start and end where the match does (Japanese, Korean)."""
    start, end = found
    if view.lang not in _BOUND_BY_TOKENS:
        return True
    return sentence.starts_at(start) and sentence.ends_at(end)
