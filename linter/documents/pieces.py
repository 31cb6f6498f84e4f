"""Stretches of source into the pieces of a block: white space folded, ends trimmed."""

import re
from collections.abc import Iterable, Iterator

from linter.values import Piece, Span

# What HTML folds; a no-break space and an ideographic space are letters here.
_SPACES = " \t\r\n\f"
# Where a word may be broken, and no part of it: soft hyphen, zero-width space, ….
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_ODD_RUN = re.compile(
    rf"[ \t\r\n\f]*[\t\r\n\f][ \t\r\n\f]*| {{2,}}|\A | \Z|[{_UNSEEN}]+|"
    rf"(?<=[{_UNSEEN}]) | (?=[{_UNSEEN}])"
)
_JOINING = re.compile(
    "[\u2e80-\u2fdf\u3001-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uff61-\uff9f\U00020000-\U0003ffff]"
)


def verbatim(source: str, start: int, end: int) -> Piece:
    """Return ``source[start:end]`` as a piece of itself."""
    return Piece(source[start:end], Span(start, end))


def line_break(start: int, end: int) -> Piece:
    """Return a piece for source that breaks the line: a `<br>`, a backslash."""
    return Piece("\n", Span(start, end), verbatim=False)


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return *pieces* as a block has them.

    A run of white space becomes one space; one that breaks the line between two
    letters of a script that is written without spaces becomes nothing. None is left
    at the ends. Neighbours that touch in the source are joined.
    """
    return tuple(_joined(_folded(_parts(pieces))))


def _parts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Split *pieces* so that white space to be folded stands in pieces of its own."""
    for piece in pieces:
        if not piece.verbatim:
            yield piece
            continue
        done = 0
        for run in _ODD_RUN.finditer(piece.text):
            yield _part(piece, done, run.start())
            yield _part(piece, run.start(), run.end())
            done = run.end()
        yield _part(piece, done, len(piece.text)) if done else piece


def _part(piece: Piece, start: int, end: int) -> Piece:
    at = piece.span.start
    return Piece(piece.text[start:end], Span(at + start, at + end))


def _folded(parts: Iterable[Piece]) -> Iterator[Piece]:
    last = ""
    spaces: list[Piece] = []
    for part in parts:
        if not part.text.strip(_UNSEEN):
            continue
        if not part.text.strip(_SPACES):
            if last:
                spaces.append(part)
            continue
        if spaces:
            yield from _fold(spaces, last, part.text[0])
            spaces = []
        yield part
        last = part.text[-1]


def _fold(spaces: list[Piece], before: str, after: str) -> Iterator[Piece]:
    first, last = spaces[0], spaces[-1]
    if any("\n" in space.text or "\r" in space.text for space in spaces):
        if _JOINING.match(before) and _JOINING.match(after):
            return
    elif first is last and first.verbatim and first.text == " ":
        yield first
        return
    yield Piece(" ", Span(first.span.start, last.span.end), verbatim=False)


def _joined(parts: Iterable[Piece]) -> Iterator[Piece]:
    run: list[Piece] = []
    for part in parts:
        touches = run and part.verbatim and run[-1].span.end == part.span.start
        if not touches:
            yield from _one(run)
            run = []
        if part.verbatim:
            run.append(part)
        else:
            yield part
    yield from _one(run)


def _one(run: list[Piece]) -> Iterator[Piece]:
    if run:
        text = "".join(part.text for part in run)
        yield Piece(text, Span(run[0].span.start, run[-1].span.end))
