"""Drawn tables of reStructuredText: their cells, as stretches of the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from linter.values import Span

GRID = re.compile(r"\+(?:[-=]+\+)+\s*\Z")
SIMPLE = re.compile(r"=+(?: +=+)+\s*\Z")
_SIMPLE_OR_SPAN = re.compile(r"[=-]+(?: +[=-]+)*\s*\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, and whether it stands above the rule of the header."""

    lines: tuple[Span, ...]
    header: bool


def grid(source: str, lines: list[Span]) -> Iterator[Cell]:
    """Yield the cells of a table drawn with `+`, `-` and `|`."""
    texts = [source[line.start : line.end] for line in lines]
    rules = [n for n, text in enumerate(texts) if GRID.match(text)]
    head = next((n for n in rules if "=" in texts[n]), 0)
    row: list[Span] = []
    for number, (line, text) in enumerate(zip(lines, texts, strict=True)):
        # A rule that does not go across all columns ends the row as well.
        if text.startswith("+") or re.match(r"\|.*\+[-=]+\+", text):
            yield from _row(source, row, header=number <= head)
            row = []
        else:
            row.append(line)
    yield from _row(source, row, header=False)


def _row(source: str, lines: list[Span], *, header: bool) -> Iterator[Cell]:
    cells: list[list[Span]] = []
    for line in lines:
        bars = [n for n in range(line.start, line.end) if source[n] == "|"]
        parts = [Span(one + 1, two) for one, two in pairwise(bars)]
        if cells and len(parts) != len(cells):
            yield from _cells(source, cells, header=header)
            cells = []
        if not cells:
            cells = [[] for _ in parts]
        for cell, part in zip(cells, parts, strict=True):
            cell.append(part)
    yield from _cells(source, cells, header=header)


def _cells(source: str, cells: list[list[Span]], *, header: bool) -> Iterator[Cell]:
    """Yield *cells*, each blank line in one beginning another."""
    for cell in cells:
        run: list[Span] = []
        for part in cell:
            if source[part.start : part.end].strip():
                run.append(part)
            elif run:
                yield Cell(tuple(run), header)
                run = []
        if run:
            yield Cell(tuple(run), header)


def simple(source: str, lines: list[Span]) -> Iterator[Cell]:
    """Yield the cells of a table between lines of `=`."""
    rules = [n for n, line in enumerate(lines) if _is_rule(source, line)]
    head = rules[1] if len(rules) > len("==") else 0
    columns = [one.start() for one in re.finditer("=+", _text(source, lines[0]))]
    cells: list[list[Span]] = []
    for number, line in enumerate(lines):
        header = number <= head
        if _is_rule(source, line):
            yield from _cells(source, cells, header=header)
            cells = []
            continue
        parts = list(_parts(source, line, columns))
        if source[parts[0].start : parts[0].end].strip() and cells:
            yield from _cells(source, cells, header=header)
            cells = []
        cells = cells or [[] for _ in columns]
        for cell, part in zip(cells, parts, strict=True):
            cell.append(part)
    yield from _cells(source, cells, header=False)


def _is_rule(source: str, line: Span) -> bool:
    return _SIMPLE_OR_SPAN.match(_text(source, line)) is not None


def _text(source: str, line: Span) -> str:
    return source[line.start : line.end]


def _parts(source: str, line: Span, columns: list[int]) -> Iterator[Span]:
    """Yield the part of *line* in each of *columns*; wide letters fill two."""
    starts: list[int] = []
    width = 0
    for at in range(line.start, line.end):
        while len(starts) < len(columns) and columns[len(starts)] <= width:
            starts.append(at)
        width += 2 if east_asian_width(source[at]) in "WF" else 1
    starts += [line.end] * (len(columns) + 1 - len(starts))
    # The last column goes on to the end of the line.
    ends = [*starts[1 : len(columns)], line.end]
    for start, end in zip(starts, ends, strict=False):
        yield Span(start, max(start, end))
