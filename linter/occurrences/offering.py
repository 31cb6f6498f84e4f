"""Another audience word in the place of the one that stands there, as source edits."""

from dataclasses import dataclass

from linter import languages
from linter.languages.replacing import Replacement
from linter.values import Edit, Occurrence, Place, Span, Term


@dataclass(frozen=True, slots=True)
class Offer:
    """*text* is what to write for *span* of the source; *edits* carry it out.

    *span* is the word, or its whole compound where the compound follows the model.
    *edits* are empty where markup or an entity breaks the words: the offer can be read
    but not applied.
    """

    span: Span
    text: str
    edits: tuple[Edit, ...]


def offer(occurrence: Occurrence, new: Term) -> Offer | None:
    """Return how *new* goes in the place of *occurrence*; None where it cannot."""
    place = occurrence.place
    language = languages.get(occurrence.lang)
    replacement = language.replace(place, occurrence.term, new)
    if replacement is None:
        return None
    shown_at = place.compound or place.span
    span = place.block.source_span(shown_at.start, shown_at.end)
    return Offer(span, replacement.shown, _edits(place, replacement))


def _edits(place: Place, replacement: Replacement) -> tuple[Edit, ...]:
    block, span = place.block, replacement.span
    if not (block.writable and block.is_verbatim(span.start, span.end)):
        return ()
    source = block.source_span(span.start, span.end)
    return (Edit(source, replacement.text, safe=replacement.safe),)
