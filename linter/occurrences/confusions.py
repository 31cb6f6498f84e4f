"""Words written for another one: *costumer*, 顧客様."""

from collections.abc import Iterable, Iterator

from linter.lexicon.types import Misspelling
from linter.occurrences.masks import masks
from linter.occurrences.views import View
from linter.values import STRONG, Confusion, Place, Reason, Span


def confusions(view: View, entries: Iterable[Misspelling]) -> Iterator[Confusion]:
    """Yield the words of *view* that are miswritten as *entries* say, in prose."""
    taken: list[Span] = []
    for entry in entries:
        for match in entry.pattern.compiled.finditer(view.text):
            span = wrong_part(match.span(match.lastindex or 0))
            if any(span.overlaps(other) for other in taken):
                continue
            if any(span.overlaps(masked) for masked, _ in masks(view.text)):
                continue
            taken.append(span)
            place = view.span(span.start, span.end)
            block = view.block
            yield Confusion(
                span=block.source_span(place.start, place.end),
                text=block.text[place.start : place.end],
                lang=view.lang,
                meant=entry.meant,
                because=Reason(
                    entry.origin,
                    entry.meant,
                    STRONG,
                    block.source_span(place.start, place.end),
                ),
                place=Place(block=block, span=place, sentence=place),
            )


def wrong_part(found: tuple[int, int]) -> Span:
    """Return the part of a match that is wrong: the marked group, else all of it."""
    return Span(*found)
