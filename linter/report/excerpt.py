"""A line of the copy as a terminal shows it, with a place in it underlined."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from wcwidth import iter_graphemes, width

from linter.report.sources import Source
from linter.values import Span

_TAB = 4
_MOST_LINES = 3
_CUT = "…"
# Of the room beside a place in a long line this share lies before it.
_BEFORE = 0.4
# Code points of a line that are looked at on each side of a place, for each column of
# the window: marks that take no room make it more than one.
_DENSITY = 8
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
_C0_PICTURES, _DELETE, _DELETE_PICTURE = 0x2400, 0x7F, "\u2421"
_FIRST_PRINTABLE = 0x20


@dataclass(frozen=True, slots=True)
class Underlined:
    """One line: what to show, and from which column on how many are underlined."""

    text: str
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a reader takes for one character; *start* and *end* are code points."""

    start: int
    end: int
    text: str
    width: int


def excerpt(source: Source, span: Span, room: int) -> Iterator[Underlined]:
    """Yield the lines on which *span* stands, none wider than *room* columns."""
    first = source.position(span.start).line
    last = source.position(max(span.start, span.end - 1)).line
    for number in range(first, min(last, first + _MOST_LINES - 1) + 1):
        line = source.line(number)
        text = source.slice(line)
        start, end = span.start - line.start, span.end - line.start
        if start < 0:
            start = len(text) - len(text.lstrip())
        inside = Span(start, max(start, min(end, len(text))))
        yield _underlined(text, inside, room)


def context(text: str, span: Span, before: int, after: int) -> tuple[str, str, str]:
    """Return what stands before *span*, in it and after it, for a line of its own.

    The first part is at most *before* columns wide, the last *after*; cut ends are
    marked, white space is single.
    """
    left = _single(text[max(0, span.start - before * _DENSITY) : span.start])
    right = _single(text[span.end : span.end + after * _DENSITY])
    return (
        _tail(tuple(_cells(left)), before),
        visible(_single(text[span.start : span.end])),
        _head(tuple(_cells(right)), after),
    )


def cut(text: str, room: int) -> str:
    """Return *text* made visible, its end cut off where it is wider than *room*."""
    return _head(tuple(_cells(text)), room)


def visible(text: str) -> str:
    """Return *text* with every character that would not be seen made visible."""
    return "".join(cell.text for cell in _cells(text))


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    return width(text, control_codes="ignore")


def _underlined(text: str, inside: Span, room: int) -> Underlined:
    indent = len(text) - len(text.lstrip())
    start = min(indent, inside.start)
    near = Span(
        max(start, inside.start - room * _DENSITY),
        min(len(text), inside.end + room * _DENSITY),
    )
    cells = tuple(_cells(text[near.start : near.end].rstrip(), at=near.start))
    before = tuple(cell for cell in cells if cell.end <= inside.start)
    place = tuple(cell for cell in cells[len(before) :] if cell.start < inside.end)
    after = cells[len(before) + len(place) :]
    shown = max(1, min(_width(place), room))
    free = room - shown
    left = _width(before) + (near.start > start)
    right = _width(after) + (near.end < len(text))
    if left + right > free:
        left = min(left, max(int(free * _BEFORE), free - right))
        right = min(right, free - left)
    lead = _tail(before, left, cut=near.start > start)
    middle = _head(place, shown)
    rest = _head(after, right, cut=near.end < len(text))
    return Underlined(f"{lead}{middle}{rest}", columns(lead), shown)


def _head(cells: tuple[_Cell, ...], room: int, *, cut: bool = False) -> str:
    """Return the beginning of *cells*, the cut end marked, in *room* columns."""
    if not cut and _width(cells) <= room:
        return "".join(cell.text for cell in cells)
    shown = tuple(_fitting(cells, room - 1))
    return "".join(cell.text for cell in shown).rstrip() + _CUT if room > 0 else ""


def _tail(cells: tuple[_Cell, ...], room: int, *, cut: bool = False) -> str:
    """Return the end of *cells*, the cut end marked, in *room* columns."""
    if not cut and _width(cells) <= room:
        return "".join(cell.text for cell in cells)
    shown = tuple(_fitting(cells[::-1], room - 1))[::-1]
    return _CUT + "".join(cell.text for cell in shown).lstrip() if room > 0 else ""


def _fitting(cells: tuple[_Cell, ...], room: int) -> Iterator[_Cell]:
    for cell in cells:
        room -= cell.width
        if room < 0:
            return
        yield cell


def _width(cells: tuple[_Cell, ...]) -> int:
    return sum(cell.width for cell in cells)


def _cells(text: str, *, at: int = 0) -> Iterator[_Cell]:
    column = 0
    for cluster in iter_graphemes(text):
        shown = _shown(cluster, column)
        taken = columns(shown)
        yield _Cell(at, at + len(cluster), shown, taken)
        at += len(cluster)
        column += taken


def _shown(cluster: str, column: int) -> str:
    if cluster == "\t":
        return " " * (_TAB - column % _TAB)
    if len(cluster) == 1 or cluster == "\r\n":
        return "".join(map(_named, cluster))
    return cluster


def _named(character: str) -> str:
    """Return *character*, by its picture or number where it would not be seen."""
    if character in _JOINERS or category(character) not in _CONTROL:
        return character
    code = ord(character)
    if code < _FIRST_PRINTABLE:
        return chr(_C0_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else f"<U+{code:04X}>"


def _single(text: str) -> str:
    return " ".join(f"|{text}|".split())[1:-1]
