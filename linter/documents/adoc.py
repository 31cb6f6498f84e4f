"""AsciiDoc: paragraphs, titles, lists, tables and captions, told line by line.

No parser that Python has gives places, and none could prove that an edit changed
nothing else: the format is read and never written. Listings, literal blocks,
comments, attributes and what macros name are no copy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.documents.adoc_inline import pieces
from linter.documents.pieces import tidy
from linter.values import Block, BlockKind, Comment, Document, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_FENCE = re.compile(
    r"(?:-{4,}|\.{4,}|/{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|--|```.*|[|,:!]===+)\Z"
)
_TITLE = re.compile(r"(?:={1,6}|#{1,6})[ \t]+(?=\S)")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:\s|\Z)")
_TITLED = re.compile(r":(?P<name>doctitle|title|description):\s+(?=\S)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(?:[^\]\s].*)?\]\Z|\[\[.*\]\]\Z")
_STYLE = re.compile(r"\[(?:style=)?\"?(?P<style>[A-Za-z]+)")
_ITEM = re.compile(
    r"[ \t]*(?:\*{1,6}|-|\.{1,6}|\d+\.|[a-zA-Z]\.|[ivxIVX]+\)|<(?:\d+|\.)>)[ \t]+(?=\S)"
)
_CHECK = re.compile(r"\[[ xX*]\][ \t]+")
_TERM = re.compile(r"(?P<term>\S.*?)(?P<mark>:{2,4}|;;)(?:[ \t]+|\Z)")
_MACRO = re.compile(
    r"(?:image|video|audio)::[^\s\[]*\[(?P<inside>[^\]]*)\]\Z|"
    r"[a-z]\w*::[^\s\[]*\[.*\]\Z"
)
_ALT = re.compile(r"\s*(?:alt=)?(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^,=\"]+))(?=,|\Z)")
_NOTE = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(?=\S)")
_RULE = re.compile(r"(?:'{3,}|<<<|-{3}|\*{3}|- - -|\* \* \*)\Z")
_COMMENT = re.compile(r"//(?!/)")
_CELL = re.compile(r"(?:(?<=\s)|\A)(?:[\d.]+[*+])?[<>^.]*[a-z]?\|")
_SILENT = frozenset("-./+`")
_CODE_STYLES = frozenset(
    ("source", "listing", "literal", "pass", "stem", "latexmath", "asciimath")
) | {"comment", "plantuml", "mermaid", "graphviz", "ditaa"}
_QUOTES = frozenset(("quote", "verse"))


@dataclass(slots=True)
class _State:
    """What the block attributes above a line say of the block that begins there."""

    style: str = ""
    header: bool = False


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each paragraph, title, item and cell."""
    reader = _Reader(source)
    blocks = tuple(reader.blocks())
    return Document(path, source, "adoc", blocks, comments=tuple(reader.comments))


class _Reader:
    """One text while it is read; its comments are kept as they come."""

    def __init__(self, source: str) -> None:
        self.comments: list[Comment] = []
        self._source = source
        self._lines = [
            Span(one.start(), one.start() + len(one.group().rstrip()))
            for one in _LINE.finditer(source)
        ]
        self._open: list[tuple[str, bool]] = []
        self._state = _State()

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order."""
        at = 0
        while at < len(self._lines):
            text = self._text(at)
            fence = text and _FENCE.match(text)
            if not text:
                at += 1
            elif fence and text[0] in "|,:!" and len(text) > 1:
                end = self._closing(at)
                yield from self._table(at + 1, end)
                at = end + 1
                self._state = _State()
            elif fence:
                at = self._fence(at)
            else:
                at, found = self._element(at, text)
                yield from found

    def _text(self, at: int) -> str:
        line = self._lines[at]
        return self._source[line.start : line.end]

    def _closing(self, at: int) -> int:
        """Return the line that ends the block that line *at* begins."""
        mark = "```" if self._text(at).startswith("```") else self._text(at)
        end = at + 1
        while end < len(self._lines) and self._text(end) != mark:
            end += 1
        return end

    def _fence(self, at: int) -> int:
        """Go into a block of text, out of it, or over one that is no copy."""
        text = self._text(at)
        if self._open and self._open[-1][0] == text:
            self._open.pop()
            return at + 1
        silent = text[0] in _SILENT and text != "--"
        if silent or self._state.style in _CODE_STYLES:
            end = self._closing(at)
            if text[0] == "/":
                self._comment(at, min(end, len(self._lines) - 1))
            self._state = _State()
            return end + 1
        self._open.append((text, text[0] == "_" or self._state.style in _QUOTES))
        self._state = _State()
        return at + 1

    def _comment(self, at: int, end: int) -> None:
        start, stop = self._lines[at].start, self._lines[end].end
        says = self._source[start:stop].strip("/ \t\r\n")
        self.comments.append(Comment(says, Span(start, stop)))

    def _element(self, at: int, text: str) -> tuple[int, Iterable[Block]]:
        """Return where the element at line *at* ends, and its blocks."""
        start, end = self._lines[at].start, self._lines[at].end
        if _COMMENT.match(text):
            self._comment(at, at)
            return at + 1, ()
        if _BLOCK_ATTRIBUTES.match(text):
            style = _STYLE.match(text)
            self._state.style = style["style"] if style else self._state.style
            self._state.header |= "header" in text
            return at + 1, ()
        for pattern, kind in (
            (_TITLE, BlockKind.HEADING),
            (_CAPTION, BlockKind.CAPTION),
            (_TITLED, BlockKind.TITLE),
        ):
            found = pattern.match(text)
            if found:
                return at + 1, self._block(start + found.end(), end, kind)
        if _ATTRIBUTE.match(text) or _RULE.match(text) or text == "+":
            return at + 1, ()
        macro = _MACRO.match(text)
        if macro:
            return at + 1, self._alt(macro, start)
        return self._paragraph(at, text)

    def _alt(self, macro: re.Match[str], start: int) -> Iterator[Block]:
        alt = _ALT.match(macro["inside"] or "")
        if alt:
            name = "quoted" if alt["quoted"] is not None else "bare"
            base = start + macro.start("inside")
            span = Span(base + alt.start(name), base + alt.end(name))
            yield from self._block(span.start, span.end, BlockKind.ALT)

    def _paragraph(self, at: int, text: str) -> tuple[int, Iterable[Block]]:
        state, self._state = self._state, _State()
        item = _ITEM.match(text)
        end = self._paragraph_end(at)
        if state.style in _CODE_STYLES or (text[0] in " \t" and not item):
            return end, ()
        start, stop = self._lines[at].start, self._lines[end - 1].end
        quoted = state.style in _QUOTES or any(quoted for _, quoted in self._open)
        kind = BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH
        note = _NOTE.match(text)
        if item:
            start += item.end()
            check = _CHECK.match(self._source, start)
            start = check.end() if check else start
            return end, self._block(start, stop, BlockKind.LIST_ITEM, quoted=quoted)
        term = _TERM.match(text)
        if term:
            first = Span(start + term.start("term"), start + term.end("term"))
            meaning = self._block(start + term.end(), stop, BlockKind.DEFINITION)
            return end, (
                *self._block(first.start, first.end, BlockKind.DEFINITION),
                *meaning,
            )
        start += note.end() if note else 0
        return end, self._block(start, stop, kind, quoted=quoted)

    def _paragraph_end(self, at: int) -> int:
        """Return where the lines of the paragraph at line *at* end."""
        end = at + 1
        while end < len(self._lines):
            text = self._text(end)
            if not text or text == "+" or _FENCE.match(text) or _ITEM.match(text):
                break
            if _BLOCK_ATTRIBUTES.match(text) or _COMMENT.match(text):
                break
            if _TERM.match(text) and _TERM.match(self._text(at)):
                break
            end += 1
        return end

    def _table(self, at: int, end: int) -> Iterator[Block]:
        """Yield the cells between the lines *at* and *end*."""
        marked = self._text(at - 1).startswith(("|", "!"))
        header = self._state.header or (
            # A first row with a blank line under it, and none above, is a header.
            at + 1 < end and bool(self._text(at)) and not self._text(at + 1)
        )
        bars: list[tuple[int, int, BlockKind]] = []
        above = header
        for number in range(at, end if marked else at):
            text, start = self._text(number), self._lines[number].start
            above = above and bool(text or not bars)
            kind = BlockKind.TABLE_HEADER if above else BlockKind.TABLE_CELL
            if _COMMENT.match(text):
                self._comment(number, number)
                continue
            bars += (
                (start + bar.start(), start + bar.end(), kind)
                for bar in _CELL.finditer(text)
            )
        stops = [*(bar for bar, _, _ in bars[1:]), self._lines[end - 1].end]
        for (_, start, kind), stop in zip(bars, stops, strict=False):
            yield from self._block(start, stop, kind)

    def _block(
        self, start: int, end: int, kind: BlockKind, *, quoted: bool = False
    ) -> list[Block]:
        found = tidy(pieces(self._source, start, end))
        if not any(char.isalnum() for piece in found for char in piece.text):
            return []
        return [Block(kind, found, quoted=quoted)]
