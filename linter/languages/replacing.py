"""What putting one audience word in the place of another asks of its neighbours."""

from dataclasses import dataclass

from linter.values import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of block text and what to write there instead.

    *span* counts in the block's text; it covers the word with what changes along with
    it (the article before it, the particle after it). *shown* is what a message offers
    for the word itself or its whole compound. *safe* only where the grammar is proven.
    """

    span: Span
    text: str
    shown: str
    safe: bool
