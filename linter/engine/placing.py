"""Which block of a document a place of its source belongs to."""

from bisect import bisect_right
from collections.abc import Callable

from linter.values import Block, Document, Span


def blocks_of(document: Document) -> Callable[[Span], Block | None]:
    """Return a function from a place of the source to the block it touches, if any.

    The pieces of blocks do not overlap, so that one look finds the piece.
    """
    pieces = sorted(
        ((piece.span, block) for block in document.blocks for piece in block.pieces),
        key=lambda pair: pair[0],
    )
    starts = [span.start for span, _ in pieces]

    def block_at(place: Span) -> Block | None:
        before = bisect_right(starts, place.start) - 1
        for span, block in pieces[max(before, 0) : before + 2]:
            if span.overlaps(place) or span.covers(place):
                return block
        return None

    return block_at
