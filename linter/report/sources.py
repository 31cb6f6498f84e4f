"""Where a span stands: line and column, block, and what edits do there."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.documents.formats import FORMATS
from linter.values import Block, Document, Edit, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.engine.results import FileResult

# What editors count as the end of a line. Python's splitlines() also breaks at form
# feeds and U+2028, where no editor and no code host does.
_BREAK = re.compile(r"\r\n|\r|\n")
_WORST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as editors name it: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, made ready to look places up in it."""

    document: Document
    _starts: tuple[int, ...]
    _pieces: tuple[tuple[int, int, Block], ...]

    @property
    def text(self) -> str:
        """Return the whole text."""
        return self.document.source

    def position(self, offset: int) -> Position:
        """Return line and column of *offset*, the column in code points."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def byte_position(self, offset: int) -> Position:
        """Return line and column of *offset*, the column in bytes of UTF-8."""
        line = bisect_right(self._starts, offset)
        before = self.text[self._starts[line - 1] : offset]
        return Position(line, len(before.encode("utf-8", "surrogatepass")) + 1)

    def line(self, number: int) -> Span:
        """Return the span of line *number* (from 1) without its line break."""
        start = self._starts[number - 1]
        if number == len(self._starts):
            return Span(start, len(self.text))
        end = self._starts[number]
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def block_at(self, span: Span) -> Block | None:
        """Return the block of copy in which *span* begins, None between blocks."""
        index = bisect_right(self._pieces, span.start, key=lambda piece: piece[0]) - 1
        if index < 0 or self._pieces[index][1] <= span.start:
            return None
        return self._pieces[index][2]

    def lang_at(self, span: Span) -> str | None:
        """Return the language of the copy at *span*."""
        block = self.block_at(span)
        return (block.lang if block else None) or self.document.lang

    def name_at(self, span: Span, block: Block | None) -> str:
        """Return the key of *block* and its place for people.

        What stands on the line of *span* itself is left out: every reader sees it.
        """
        line = self.slice(self.line(self.position(span.start).line))
        names = (block.where, block.key) if block else ()
        return ", ".join(name for name in names if name and name not in line)

    def message(self, finding: Finding) -> str:
        """Return what *finding* says, after the place for people where it has one.

        Code hosts show a line of the file, and an office file has none.
        """
        block = self.block_at(finding.span)
        where = block.where if block else ""
        return f"{where}: {finding.message}" if where else finding.message

    @property
    def is_binary(self) -> bool:
        """Tell whether the file has no lines and its text is made: an office file."""
        known = FORMATS.get(self.document.format)
        return known is not None and known.binary

    def slice(self, span: Span) -> str:
        """Return what stands at *span*."""
        return self.text[span.start : span.end]


def source_of(document: Document) -> Source:
    """Return *document* ready to look places up in it."""
    text = document.source
    pieces = [
        (piece.span.start, piece.span.end, block)
        for block in document.blocks
        for piece in block.pieces
    ]
    return Source(
        document,
        _starts=(0, *(found.end() for found in _BREAK.finditer(text))),
        _pieces=tuple(sorted(pieces, key=lambda piece: piece[:2])),
    )


def findings_of(result: "FileResult") -> tuple[Finding, ...]:
    """Return what was found in a file, in order of place."""
    return tuple(sorted(result.findings, key=lambda found: (found.span, found.rule)))


def worst_first(
    results: "Iterable[FileResult]",
) -> "Iterator[tuple[Source, FileResult, Finding]]":
    """Yield all findings, errors first, else in order of file and place."""
    found = [
        (source, result, finding)
        for result in results
        if result.document is not None
        for source in [source_of(result.document)]
        for finding in findings_of(result)
    ]
    yield from sorted(found, key=lambda each: _WORST[each[2].severity])


def in_one(edits: Iterable[Edit], text: str) -> Edit | None:
    """Return one edit that does what *edits* do to *text*, None for none.

    It is safe where all of them are. Of two that overlap the later is left out.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    if not ordered:
        return None
    start = at = ordered[0].span.start
    parts: list[str] = []
    for edit in ordered:
        if edit.span.start >= at:
            parts += [text[at : edit.span.start], edit.text]
            at = edit.span.end
    safe = all(edit.safe for edit in ordered)
    return Edit(Span(start, at), "".join(parts), safe=safe)
