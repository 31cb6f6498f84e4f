"""ICU messages cut into what a reader sees: one text, and each branch of a choice.

`You have {n, plural, one {# customer} other {# customers}}.` is three texts: the whole
with the choice as a gap, and the branches `[one]` and `[other]`.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.documents.decoding import Cutter, joined, text_of
from linter.values import Piece

_CHOICE = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")
_HEAD = re.compile(r"\{\s*(?P<name>\w+)\s*,\s*(?:plural|select|selectordinal)\s*,")
_MARK = re.compile(r"'(?:'|[{}#|][^']*(?:'|\Z))|[{}]")
_SELECTOR = re.compile(r"\s*(?:offset\s*:\s*\d+\s*)?(?P<name>=?\w+)\s*(?=\{)")
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Branch:
    """A text of a message: *name* is `` for the whole, `[one]`, `[one][male]`."""

    name: str
    pieces: tuple[Piece, ...]


def has_choice(text: str) -> bool:
    """Tell whether *text* is an ICU message that chooses between texts."""
    return "," in text and _CHOICE.search(text) is not None


def branches(pieces: Sequence[Piece]) -> tuple[Branch, ...]:
    """Return the texts of a message in *pieces*; it alone if it makes no choice.

    A message whose braces do not match is one text.
    """
    text = text_of(pieces)
    if not has_choice(text) or (closing := _closing(text)) is None:
        return (Branch("", tuple(pieces)),)
    return tuple(_branches(text, Cutter(pieces), closing))


def _closing(text: str) -> dict[int, int] | None:
    """Return where each opening brace of *text* closes; None if some do not."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for mark in _MARK.finditer(text):
        if mark.group() == "{":
            open_.append(mark.start())
        elif mark.group() == "}":
            if not open_:
                return None
            found[open_.pop()] = mark.start()
    return None if open_ else found


def _branches(text: str, cutter: Cutter, closing: dict[int, int]) -> Iterator[Branch]:
    waiting = deque([("", 0, len(text), 0)])
    while waiting:
        name, start, end, depth = waiting.popleft()
        kept: list[Piece] = []
        inner: list[tuple[str, int, int, int]] = []
        done = start
        for head in _HEAD.finditer(text, start, end):
            if head.start() < done or head.start() not in closing:
                continue
            close = closing[head.start()]
            kept += cutter.cut(done, head.start())
            span = cutter.span(head.start(), close + 1)
            kept.append(Piece(f"{{{head['name']}}}", span, verbatim=False))
            done = close + 1
            if depth < _MAX_DEPTH:
                inner += (
                    (f"{name}[{selector}]", first, last, depth + 1)
                    for selector, first, last in _choices(text, head.end(), closing)
                )
        kept += cutter.cut(done, end)
        yield Branch(name, joined(kept))
        waiting.extendleft(reversed(inner))


def _choices(
    text: str, at: int, closing: dict[int, int]
) -> Iterator[tuple[str, int, int]]:
    while (selector := _SELECTOR.match(text, at)) is not None:
        begins = selector.end()
        if begins not in closing:
            return
        yield selector["name"], begins + 1, closing[begins]
        at = closing[begins] + 1
