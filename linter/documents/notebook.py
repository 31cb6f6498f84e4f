"""Jupyter notebooks: the Markdown of their cells, pointed at in the JSON around it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from linter.documents import json_strings, markdown
from linter.documents.decoding import Cutter, is_escaped, joined, text_of
from linter.values import Block, Comment, Document, Piece, Span

_CELLS = "cells"


@dataclass(slots=True)
class _Cell:
    """A cell while its strings are gathered: where each begins, and what it says."""

    kind: str
    pieces: list[Piece]
    strings: list[Span]


def read(source: str, path: str = "") -> Document:
    """Return *source* with the blocks of its Markdown cells; `where` counts all cells.

    Raise `ReadError` where it is not JSON.
    """
    blocks: list[Block] = []
    comments: list[Comment] = []
    for number, cell in enumerate(_cells(source, path), 1):
        if cell.kind == "markdown":
            here = _Origin(cell)
            page = markdown.read(text_of(cell.pieces), path)
            blocks += (here.block(block, number) for block in page.blocks)
            comments += here.comments(page.comments)
    return Document(path, source, "notebook", tuple(blocks), comments=tuple(comments))


def encode(text: str, block: Block) -> str:
    """Return *text* as Markdown, as it is written in a string of JSON."""
    written = markdown.encode(text, block)
    return json.dumps(written, ensure_ascii=is_escaped(block))[1:-1]


def _cells(source: str, path: str) -> Iterator[_Cell]:
    """Yield the cells in order; the text of one is a string or a list of lines."""
    found: dict[tuple[str, ...], _Cell] = {}
    for entry in json_strings.scan(source, path, format_="notebook").entries:
        place = entry.path
        # The third version of the format has its cells in worksheets.
        at = 2 if place[:1] == ("worksheets",) else 0
        if place[at : at + 1] != (_CELLS,):
            continue
        cell = found.setdefault(place[: at + 2], _Cell("", [], []))
        match place[at + 2 :]:
            case ("cell_type",):
                cell.kind = text_of(entry.pieces)
            case ("source",) | ("source", _) if entry.is_string and entry.pieces:
                cell.pieces += entry.pieces
                first, last = entry.pieces[0].span, entry.pieces[-1].span
                cell.strings.append(Span(first.start, last.end))
    yield from found.values()


class _Origin:
    """The way from the text of a cell back to the source of the notebook."""

    def __init__(self, cell: _Cell) -> None:
        self._cutter = Cutter(cell.pieces)
        self._length = len(text_of(cell.pieces))
        self._strings = cell.strings

    def block(self, block: Block, number: int) -> Block:
        """Return *block* of the page, placed in the notebook."""
        pieces = joined(part for piece in block.pieces for part in self._parts(piece))
        return replace(block, pieces=pieces, where=f"cell {number}")

    def comments(self, comments: Iterable[Comment]) -> Iterator[Comment]:
        """Yield those of *comments* that stand in one string of the notebook.

        Taking away one that reaches over several would take away their marks too.
        """
        for comment in comments:
            span = self._span(comment.span)
            if any(string.covers(span) for string in self._strings):
                yield replace(comment, span=span)

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        if piece.verbatim:
            yield from self._cutter.cut(piece.span.start, piece.span.end)
        else:
            yield replace(piece, span=self._span(piece.span))

    def _span(self, span: Span) -> Span:
        if span.start < span.end:
            return self._cutter.span(span.start, span.end)
        if span.start < self._length:
            at = self._cutter.span(span.start, span.start + 1).start
        else:
            at = self._cutter.span(self._length - 1, self._length).end
        return Span(at, at)
