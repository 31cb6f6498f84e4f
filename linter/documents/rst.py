"""reStructuredText: paragraphs, titles, lists, tables, and the text of directives.

The structure is told by lines and indentation, as docutils does. docutils itself
gives no places, reads other files where it is told to, and stops at its own errors;
it is what the tests compare with. Code, comments, and directives that are not known
to hold copy are not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from linter.documents import rst_inline, rst_tables
from linter.documents.pieces import tidy, verbatim
from linter.documents.rst_directives import SHAPES, Head
from linter.errors import ReadError
from linter.values import Block, BlockKind, Comment, Document, Piece, Span

MAX_DEPTH = 100
_BARE = "bare"  # the value of an option: no markup in it

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\s*\Z")
_EXPLICIT = re.compile(r"\.\.(?=\s|\Z)")
_TARGET = re.compile(r"\.\.\s+_|__(?:\s|\Z)")
_NOTE = re.compile(r"\.\.\s+\[[^\]\s]+\]\s*")
_DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|]+\|\s+)?(?P<name>[\w.+:-]+?)\s?::(?:\s+|\Z)")
_BULLET = re.compile(r"[*+\-•‣⁃](?:\s+|\Z)")
_NUMBER = re.compile(r"(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)]\s+|\([\w#]+\)\s+")
_FIELD = re.compile(r":(?![:\s])(?:[^:\\\n]|\\.|:(?![\s`]|\Z))+:(?:\s+|\Z)")
_OPTION = re.compile(r"(?:--?[A-Za-z][\w-]*(?:[ =][\w<>.-]+)?(?:, )?)+(?:\s{2,}|\Z)")
_LINE_BLOCK = re.compile(r"\|(?:\s+|\Z)")
_DOCTEST = re.compile(r">>>\s")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where its text begins (behind a bullet, say), and in which column."""

    start: int
    end: int
    column: int

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing on it."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class _Inside:
    """What lines stand in: the kind of their paragraphs, who speaks, how deep."""

    kind: BlockKind = BlockKind.PARAGRAPH
    quoted: bool = False
    depth: int = 0


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each paragraph, title, item and cell.

    Titles and drawn tables are not writable: the lines that draw them would have to
    change too. Raise `ReadError` for a text that is nested beyond measure.
    """
    reader = _Reader(source, path)
    blocks = tuple(reader.body(list(_lines(source)), _Inside()))
    return Document(path, source, "rst", blocks, comments=tuple(reader.comments))


def encode(text: str, block: Block) -> str:
    """Return *text* with what would be markup where *block* stands escaped."""
    if block.style == _BARE:
        return text
    return re.sub(r"([\\*`_|])", r"\\\1", text)


def _lines(source: str) -> Iterator[_Line]:
    for found in _LINE.finditer(source):
        text = found.group().rstrip()
        if found.group() or not source:
            bare = text.lstrip()
            start = found.start() + len(text) - len(bare)
            column = len(text[: len(text) - len(bare)].expandtabs(8))
            yield _Line(start, found.start() + len(text), column)


class _Reader:
    """One text while it is read; its comments are kept as they come."""

    def __init__(self, source: str, path: str) -> None:
        self.comments: list[Comment] = []
        self._source = source
        self._path = path

    def body(self, lines: list[_Line], inside: _Inside) -> Iterator[Block]:
        """Yield the blocks of *lines*."""
        if inside.depth > MAX_DEPTH:
            raise ReadError("documents-too-deep", where=self._path or "<text>")
        at, base = 0, _column(lines)
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            if lines[at].column > base:
                end = _indented(lines, at, base)
                quote = replace(inside, kind=BlockKind.QUOTE, quoted=True)
                yield from self.body(lines[at:end], _deeper(quote))
                at = end
                continue
            end, blocks = self._element(lines, at, inside)
            yield from blocks
            at = end

    def _text(self, line: _Line) -> str:
        return self._source[line.start : line.end]

    def _element(
        self, lines: list[_Line], at: int, inside: _Inside
    ) -> tuple[int, Iterable[Block]]:
        """Return where the element at line *at* ends, and its blocks."""
        text = self._text(lines[at])
        column = lines[at].column
        if _EXPLICIT.match(text) or _TARGET.match(text):
            empty = text == ".." and (at + 1 == len(lines) or lines[at + 1].blank)
            end = at + 1 if empty else _indented(lines, at + 1, column)
            return end, self._explicit(lines[at:end], text, inside)
        if _DOCTEST.match(text):
            return _to_blank(lines, at), ()
        if rst_tables.GRID.match(text) or rst_tables.SIMPLE.match(text):
            return self._table(lines, at)
        found = self._item(lines, at, inside)
        if found is None and _LINE_BLOCK.match(text):
            found = self._line_block(lines, at, inside)
        return found or self._title(lines, at) or self._paragraph(lines, at, inside)

    def _item(
        self, lines: list[_Line], at: int, inside: _Inside
    ) -> tuple[int, Iterable[Block]] | None:
        """Return the item of a list or of fields that begins at line *at*."""
        text, column = self._text(lines[at]), lines[at].column
        for pattern, kind in (
            (_BULLET, BlockKind.LIST_ITEM),
            (_NUMBER, BlockKind.LIST_ITEM),
            (_FIELD, BlockKind.DEFINITION),
            (_OPTION, BlockKind.DEFINITION),
        ):
            mark = pattern.match(text)
            if mark and (pattern is not _NUMBER or self._is_item(lines, at)):
                end = _indented(lines, at + 1, column)
                item = [_behind(lines[at], mark.end()), *lines[at + 1 : end]]
                within = _Inside(kind, inside.quoted, inside.depth + 1)
                if inside.kind is BlockKind.TABLE_CELL:
                    within = replace(within, kind=inside.kind)
                listed = pattern in {_BULLET, _NUMBER} and not item[0].blank
                return end, self.body(item if listed else _aligned(item), within)
        return None

    def _is_item(self, lines: list[_Line], at: int) -> bool:
        """Tell whether a number begins an item: the line below must fit too."""
        if at + 1 >= len(lines) or lines[at + 1].blank:
            return True
        below = lines[at + 1]
        number = _NUMBER.match(self._text(below)) is not None
        return below.column > lines[at].column or number

    def _title(self, lines: list[_Line], at: int) -> tuple[int, Iterable[Block]] | None:
        """Return the title at line *at*, or the rule that stands there."""
        here = self._text(lines[at])
        below = self._text(lines[at + 1]) if at + 1 < len(lines) else ""
        if not _ADORNMENT.match(here):
            under = _ADORNMENT.match(below)
            if under and lines[at + 1].column == lines[at].column:
                long = len(below) >= min(_width(here), 4)
                if long and below != "::":
                    return at + 2, self._heading(lines[at])
            return None
        last = self._text(lines[at + 2]) if at + 2 < len(lines) else ""
        if below and last == here and not _ADORNMENT.match(below):
            return at + 3, self._heading(lines[at + 1])
        long = len(here) >= len("----")
        return (at + 1, ()) if long and not below else None

    def _heading(self, line: _Line) -> Iterator[Block]:
        for block in self._block(line.start, line.end, BlockKind.HEADING):
            yield replace(block, writable=False)

    def _table(self, lines: list[_Line], at: int) -> tuple[int, Iterable[Block]]:
        grid = self._text(lines[at]).startswith("+")
        end = at + 1
        while end < len(lines):
            text = self._text(lines[end])
            if grid and not text.startswith(("+", "|")):
                break
            ruled = end - at > 1 and rst_tables.SIMPLE.match(self._text(lines[end - 1]))
            if not grid and not text and ruled:
                break
            if not grid and text and lines[end].column < lines[at].column:
                break
            end += 1
        left = lines[at].column
        spans = [
            Span(self._at_column(line, left), line.end)
            for line in lines[at:end]
            if not line.blank
        ]
        table = rst_tables.grid if grid else rst_tables.simple
        return end, self._cells(table(self._source, spans))

    def _at_column(self, line: _Line, column: int) -> int:
        """Return where *line* is at *column*, in the blanks before its text."""
        begin = self._source.rfind("\n", 0, line.start) + 1
        return max(line.start - (line.column - column), begin)

    def _cells(self, cells: Iterable[rst_tables.Cell]) -> Iterator[Block]:
        for cell in cells:
            kind = BlockKind.TABLE_HEADER if cell.header else BlockKind.TABLE_CELL
            parts: list[Piece] = []
            for line in cell.lines:
                if parts:
                    gap = Span(line.start, line.start)
                    parts.append(Piece("\n", gap, verbatim=False))
                parts += rst_inline.pieces(self._source, line.start, line.end)
            yield from _made(parts, kind, writable=False)

    def _line_block(
        self, lines: list[_Line], at: int, inside: _Inside
    ) -> tuple[int, Iterable[Block]]:
        end, blocks = at, []
        while end < len(lines):
            mark = _LINE_BLOCK.match(self._text(lines[end]))
            start = lines[end].start + (mark.end() if mark else 0)
            if not mark and (lines[end].blank or lines[end].column == lines[at].column):
                break
            blocks += self._block(start, lines[end].end, inside.kind, inside.quoted)
            end += 1
        return end, blocks

    def _paragraph(
        self, lines: list[_Line], at: int, inside: _Inside
    ) -> tuple[int, Iterable[Block]]:
        """Return the paragraph at line *at*, or the term with what it means."""
        end, column = _to_blank(lines, at), lines[at].column
        below = at + 1
        while below < end and lines[below].column <= column:
            below += 1
        if below == at + 1 < end:
            end = _indented(lines, below, column)
            term = self._block(
                lines[at].start, lines[at].end, BlockKind.DEFINITION, inside.quoted
            )
            within = _Inside(BlockKind.DEFINITION, inside.quoted, inside.depth + 1)
            return end, (*term, *self.body(lines[below:end], within))
        end = below
        start, stop = lines[at].start, lines[end - 1].end
        announces = self._source.startswith("::", max(start, stop - 2), stop)
        if announces:
            alone = stop - 2 == start or self._source[stop - 3].isspace()
            stop -= 2 if alone else 1
            end = self._literal_end(lines, end, column)
        return end, self._block(start, stop, inside.kind, inside.quoted)

    def _literal_end(self, lines: list[_Line], at: int, column: int) -> int:
        """Return where the code ends that a paragraph before line *at* announces."""
        while at < len(lines) and lines[at].blank:
            at += 1
        if at < len(lines) and lines[at].column <= column:
            quoted = re.match(r"[!-/:-@\[-`{-~]", self._text(lines[at]))
            return _to_blank(lines, at) if quoted else at
        return _indented(lines, at, column)

    def _explicit(
        self, lines: list[_Line], text: str, inside: _Inside
    ) -> Iterator[Block]:
        if _TARGET.match(text):
            return
        note = _NOTE.match(text)
        directive = _DIRECTIVE.match(text)
        if note:
            item = [_behind(lines[0], note.end()), *lines[1:]]
            within = _Inside(BlockKind.FOOTNOTE, inside.quoted, inside.depth + 1)
            yield from self.body(_aligned(item), within)
        elif directive:
            head = _behind(lines[0], directive.end())
            yield from self._directive(directive["name"], head, lines[1:], inside)
        else:
            self._comment(lines)

    def _comment(self, lines: list[_Line]) -> None:
        last = next(line for line in reversed(lines) if not line.blank)
        says = self._source[lines[0].start + len("..") : last.end].strip()
        self.comments.append(Comment(says, Span(lines[0].start, last.end)))

    def _directive(
        self, name: str, head: _Line, lines: list[_Line], inside: _Inside
    ) -> Iterator[Block]:
        count = 0
        while count < len(lines) and not lines[count].blank:
            if _FIELD.match(self._text(lines[count])):
                yield from self._option(name, lines[count])
            elif count and _FIELD.match(self._text(lines[count - 1])):
                pass  # the value of an option goes on
            else:
                break
            count += 1
        rest = lines[count:]
        shape = SHAPES.get(name)
        if shape is None:
            return
        if shape.head is Head.OWN:
            kind = shape.head_kind or inside.kind
            yield from self._block(head.start, head.end, kind, inside.quoted)
        elif shape.head is Head.FIRST:
            rest = _aligned([head, *rest])
        elif shape.head is Head.VERSION:
            rest = _aligned([_behind(head, self._word(head)), *rest])
        if shape.body:
            kind = shape.kind or inside.kind
            quoted = shape.quoted or inside.quoted
            yield from self.body(rest, _Inside(kind, quoted, inside.depth + 1))

    def _word(self, line: _Line) -> int:
        """Return where the text begins behind the version in *line*."""
        found = re.match(r"\S+\s*", self._text(line))
        return found.end() if found else 0

    def _option(self, name: str, line: _Line) -> Iterator[Block]:
        mark = _FIELD.match(self._text(line))
        option = mark.group().strip().strip(":") if mark else ""
        start = line.start + (mark.end() if mark else 0)
        if option == "alt" and name in {"image", "figure"}:
            alt = [verbatim(self._source, start, line.end)]
            for block in _made(alt, BlockKind.ALT):
                yield replace(block, style=_BARE)
        elif option == "caption":
            yield from self._block(start, line.end, BlockKind.CAPTION)

    def _block(
        self,
        start: int,
        end: int,
        kind: BlockKind,
        quoted: bool = False,  # noqa: FBT001, FBT002 - the fourth side of a block
    ) -> list[Block]:
        parts = rst_inline.pieces(self._source, start, end)
        return list(_made(parts, kind, quoted=quoted))


def _made(
    parts: Iterable[Piece],
    kind: BlockKind,
    *,
    quoted: bool = False,
    writable: bool = True,
) -> Iterator[Block]:
    pieces = tidy(parts)
    if any(char.isalnum() for piece in pieces for char in piece.text):
        yield Block(kind, pieces, quoted=quoted, writable=writable)


def _column(lines: list[_Line]) -> int:
    return min((line.column for line in lines if not line.blank), default=0)


def _deeper(inside: _Inside) -> _Inside:
    return replace(inside, depth=inside.depth + 1)


def _behind(line: _Line, length: int) -> _Line:
    start = min(line.start + length, line.end)
    return replace(line, start=start, column=line.column + length)


def _aligned(lines: list[_Line]) -> list[_Line]:
    """Return *lines*, the first of them behind a mark, as far in as the others."""
    rest = _column(lines[1:])
    if not lines or lines[0].blank:
        return lines[1:]
    if all(line.blank for line in lines[1:]):
        return [replace(lines[0], column=0), *lines[1:]]
    return [replace(lines[0], column=rest), *lines[1:]]


def _indented(lines: list[_Line], at: int, column: int) -> int:
    """Return where the lines from *at* end that are further in than *column*."""
    end = at
    while at < len(lines) and (lines[at].blank or lines[at].column > column):
        at += 1
        if not lines[at - 1].blank:
            end = at
    return end


def _to_blank(lines: list[_Line], at: int) -> int:
    while at < len(lines) and not lines[at].blank:
        at += 1
    return at


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
