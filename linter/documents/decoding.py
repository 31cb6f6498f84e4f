"""Escapes in a source decoded into pieces, and pieces cut and put together again."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from linter.errors import ReadError
from linter.values import Block, Piece, Span

Meaning = Callable[[re.Match[str]], str]

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def stretch(source: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return ``source[start:end]`` as one piece, or none where it is empty."""
    return (Piece(source[start:end], Span(start, end)),) if end > start else ()


def decoded(
    pieces: Sequence[Piece], escape: re.Pattern[str], meaning: Meaning
) -> tuple[Piece, ...]:
    """Return *pieces* with each *escape* in their text turned into its *meaning*.

    An escape that means nothing (a continued line) leaves a gap.
    """
    text = text_of(pieces)
    found: list[Piece] = []
    done, cutter = 0, None
    for match in escape.finditer(text):
        if cutter is None:
            cutter = Cutter(pieces)
        found += cutter.cut(done, match.start())
        says = meaning(match)
        if says:
            found.append(Piece(says, cutter.span(*match.span()), verbatim=False))
        done = match.end()
    if cutter is None:
        return tuple(pieces)
    return (*found, *cutter.cut(done, len(text)))


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what *pieces* say."""
    return "".join(piece.text for piece in pieces)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return *pieces* with verbatim neighbours that touch made one."""
    return tuple(_joined(pieces))


class Cutter:
    """Pieces with the offsets of their text, to cut many times."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = [piece for piece in pieces if piece.text]
        lengths = (len(piece.text) for piece in self._pieces)
        self._starts = [0, *accumulate(lengths)]

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces of ``text[start:end]``; what is decoded stays whole."""
        if start >= end:
            return ()
        found = []
        for index in range(self._at(start), self._at(end - 1) + 1):
            piece, at = self._pieces[index], self._starts[index]
            if piece.verbatim:
                first, last = max(start - at, 0), min(end - at, len(piece.text))
                here = piece.span.start
                piece = Piece(piece.text[first:last], Span(here + first, here + last))
            found.append(piece)
        return tuple(found)

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]``, which must not be empty, came from."""
        first, last = self.cut(start, start + 1)[0], self.cut(end - 1, end)[0]
        return Span(first.span.start, last.span.end)

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def character(number: str, base: int = 16) -> str:
    """Return the character of a *number*; a mark for one that there is not."""
    code = int(number, base)
    if code > _LAST or code in _SURROGATES or not code:
        return _REPLACEMENT
    return chr(code)


def utf_16(units: str) -> str:
    r"""Return what `\uXXXX` escapes without a gap between them say."""
    codes = bytes.fromhex(units.replace("\\u", ""))
    return codes.decode("utf-16-be", "replace").replace("\0", _REPLACEMENT)


def as_utf_16(text: str) -> str:
    r"""Return *text* with every letter beyond ASCII as `\uXXXX`."""
    return "".join(
        char
        if char.isascii()
        else "".join(f"\\u{unit}" for unit in re.findall("....", _units(char)))
        for char in text
    )


def is_escaped(block: Block) -> bool:
    """Tell whether letters beyond ASCII stand as escapes in the source of *block*."""
    wide = [piece for piece in block.pieces if not piece.text.isascii()]
    return bool(wide) and not any(piece.verbatim for piece in wide)


def damaged(source: str, at: int, *, path: str, what: str) -> ReadError:
    """Return the error for a source in which *what* is wrong at offset *at*."""
    line = source.count("\n", 0, at) + 1
    where = path or "<text>"
    return ReadError("documents-malformed", where=where, reason=f"line {line}: {what}")


def _units(char: str) -> str:
    return char.encode("utf-16-be", "surrogatepass").hex()


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    run: list[Piece] = []
    for piece in pieces:
        touches = run and piece.verbatim and run[-1].span.end == piece.span.start
        if not touches:
            yield from _one(run)
            run = []
        if piece.verbatim:
            run.append(piece)
        else:
            yield piece
    yield from _one(run)


def _one(run: list[Piece]) -> Iterator[Piece]:
    if run:
        yield Piece(text_of(run), Span(run[0].span.start, run[-1].span.end))
