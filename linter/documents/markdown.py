"""Markdown: CommonMark with GitHub's additions, front matter, and the HTML in it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate

import pyromark

from linter.documents import frontmatter, html
from linter.documents.flow import Flow
from linter.documents.frontmatter import FrontMatter
from linter.documents.markup import decoded
from linter.errors import ReadError
from linter.values import Block, BlockKind, Document, Piece, Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
# Parts of a page by the HTML element that they are; what is not here stands in a line.
_ELEMENTS: Mapping[str, str] = {
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "DefinitionList": "dl",
    "DefinitionListDefinition": "dd",
    "DefinitionListTitle": "dt",
    "FootnoteDefinition": "footnote",
    "Heading": "h2",
    "Item": "li",
    "Link": "a",
    "List": "ul",
    "Paragraph": "p",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
}
_AUTOMATIC = frozenset(("Autolink", "Email"))
_FENCE = len("---")
_CHUNK = 64
_TITLE_TRIES = 16
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES_OR_NOT = re.compile(r" +|[^ ]+")
_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")

_Points = Callable[[int], int]


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each part of the page, title and alt text."""
    return Page(source).document(path, "markdown")


def encode(text: str, block: Block) -> str:
    """Return *text* with what would be markup where *block* stands escaped."""
    match block.style:
        case frontmatter.PLAIN:
            return text
        case frontmatter.SINGLE_QUOTED:
            return text.replace("'", "''")
        case frontmatter.DOUBLE_QUOTED:
            return text.replace("\\", r"\\").replace('"', r"\"")
        case "attribute":
            return html.encode(text, block)
    text = _MARKS.sub(r"\\\1", text)
    return text.replace('"', r"\"") if block.kind is BlockKind.TITLE else text


class Page:
    """One page while it is read.

    *text* is what the parser is given, where that is not *source* itself, and
    *origin* tells for a point in it the point in *source*; a line of the one is a
    stretch of a line of the other.
    """

    def __init__(
        self,
        source: str,
        text: str | None = None,
        origin: _Points = int,
        *,
        xml: bool = False,
    ) -> None:
        self._source = source
        self._text = source if text is None else text
        self._origin = origin
        self._xml = xml
        self._flow = Flow(xml=xml)
        self._front = FrontMatter()
        self._head = False
        self._metadata = False
        self._html: list[tuple[int, int]] | None = None
        self._alts: list[list[Piece]] = []

    def document(self, path: str, format: str) -> Document:  # noqa: A002 - its name
        """Return the page read, as a document of *format*."""
        for name, detail, start, end in _events(self._text, path):
            if name == "Start":
                self._start(*_part(detail), start, end)
            elif name == "End":
                self._end(_part(detail)[0], end)
            else:
                self._read(name, detail, start, end)
        blocks = (*self._front.blocks, *self._flow.finish())
        return Document(
            path=path,
            source=self._source,
            format=format,
            blocks=blocks,
            lang=self._front.lang or self._flow.lang,
            comments=(*self._front.comments, *self._flow.comments),
        )

    def _read(self, name: str, detail: object, start: int, end: int) -> None:
        if self._metadata:
            return
        if name == "Html" and self._html is not None:
            self._html.append((start, end))
        elif name == "Text":
            self._take(self._written(str(detail), start, end))
        elif name == "Code":
            self._code(str(detail), start, end)
        elif name == "InlineHtml":
            self._feed([] if self._alts else [(start, end)])
        elif name in {"SoftBreak", "HardBreak"}:
            self._take([Piece("\n", self._span(start, end), verbatim=False)])
        elif name == "Rule":
            self._flow.end_block()

    def _start(self, name: str, detail: object, start: int, end: int) -> None:
        at = self._origin(start)
        if name == "MetadataBlock":
            self._metadata = True
            self._front = frontmatter.read(
                self._source,
                at + _FENCE,
                max(at + _FENCE, self._span(start, end).end - _FENCE),
                toml=detail == "PlusesStyle",
            )
        elif name == "HtmlBlock":
            self._html = []
        elif name == "Image":
            self._title(detail, start, end)
            self._alts.append([])
        elif self._alts:
            return
        elif name == "Link":
            self._title(detail, start, end)
            self._flow.enter("a", at, kept=_field(detail, "link_type") in _AUTOMATIC)
        elif name == "CodeBlock" and self._xml and detail == "Indented":
            self._flow.enter("p", at)  # MDX has no indented code
        elif name == "BlockQuote" and detail is not None:
            self._flow.enter("div", at)  # `> [!NOTE]`: nobody is quoted
        elif name == "TableCell":
            self._flow.enter("th" if self._head else "td", at)
        elif name in _ELEMENTS:
            self._head = name == "TableHead"
            self._flow.enter(_ELEMENTS[name], at)

    def _end(self, name: str, end: int) -> None:
        at = self._span(end - 1, end).end
        if name == "MetadataBlock":
            self._metadata = False
        elif name == "HtmlBlock":
            lines, self._html = self._html or [], None
            self._feed(lines)
        elif name == "Image":
            self._flow.aside(BlockKind.ALT, self._alts.pop())
        elif not self._alts and (name in _ELEMENTS or name == "TableCell"):
            self._flow.leave(at)

    def _take(self, pieces: Iterable[Piece]) -> None:
        if self._alts:
            self._alts[-1].extend(pieces)
        else:
            self._flow.text(pieces)

    def _code(self, says: str, start: int, end: int) -> None:
        """Read a code span: its text between two marks that okyaku knows as code."""
        at, after = self._origin(start), self._span(start, end).end
        if self._text[start + 1 : end - 1] == says:
            pieces = self._verbatim(start + 1, end - 1)
        else:
            says = says.replace("`", "'")
            pieces = [Piece(says, Span(at, after), verbatim=False)]
        if self._alts:
            self._alts[-1].extend(pieces)
            return
        self._flow.enter("code", at)
        self._flow.text(pieces)
        self._flow.leave(after)

    def _feed(self, ranges: list[tuple[int, int]]) -> None:
        """Read HTML; what stands between its lines (`> `) counts as white space."""
        parts: list[str] = []
        base = done = self._origin(ranges[0][0]) if ranges else 0
        for start, end in ranges:
            at = start
            for line in self._text[start:end].splitlines(keepends=True):
                begins = self._origin(at)
                parts.append(" " * (begins - done))
                parts.append(line)
                at += len(line)
                done = begins + len(line)
        self._flow.feed("".join(parts), base)

    def _written(self, says: str, start: int, end: int) -> list[Piece]:
        """Return the text *says* of the parser, which stands at *start*."""
        if self._text[start:end] == says:
            return self._verbatim(start, end)
        return [Piece(says, self._span(start, end), verbatim=False)]

    def _verbatim(self, start: int, end: int) -> list[Piece]:
        """Return ``text[start:end]`` as it is, but for what stands in for source."""
        span = self._span(start, end)
        text = self._text[start:end]
        if self._source[span.start : span.end] == text:
            return [Piece(text, span)]
        pieces = []
        for part in _SPACES_OR_NOT.finditer(text):
            place = self._span(start + part.start(), start + part.end())
            same = self._source[place.start : place.end] == part.group()
            pieces.append(Piece(part.group(), place, verbatim=same))
        return pieces

    def _span(self, start: int, end: int) -> Span:
        first = self._origin(start)
        return Span(first, self._origin(end - 1) + 1 if end > start else first)

    def _title(self, detail: object, start: int, end: int) -> None:
        """Read the title of a link or image: `[…](/us "title")`."""
        title = str(_field(detail, "title") or "")
        raw = self._text[start:end]
        closed = raw[:-1].rstrip() if title and raw.endswith(")") else ""
        opener = "(" if closed.endswith(")") else closed[-1:]
        at = len(closed) - 1
        for _ in range(_TITLE_TRIES if opener else 0):
            at = raw.rfind(opener, 0, at)
            if at < 0:
                return
            inner = start + at + 1
            pieces = [*_unescaped(self._text, inner, start + len(closed) - 1)]
            if "".join(piece.text for piece in pieces) == title:
                moved = (
                    Piece(
                        piece.text,
                        self._span(piece.span.start, piece.span.end),
                        piece.verbatim,
                    )
                    for piece in pieces
                )
                self._flow.aside(BlockKind.TITLE, moved)
                return


def _events(text: str, path: str) -> Iterator[tuple[str, object, int, int]]:
    """Yield name, detail and place of each event, in code points of *text*."""
    points = _points(text)
    try:
        events = list(pyromark.events_with_range(text, options=_OPTIONS))
    except BaseException as error:
        # A panic of the parser, which is written in Rust, is no `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        raise ReadError("documents-malformed", where=path, reason=error) from error
    for event, place in events:
        name, detail = _part(event)
        yield name, detail, points(place["start"]), points(place["end"])


def _part(event: object) -> tuple[str, object]:
    """Return the name of an event or part, and what it says besides."""
    if isinstance(event, dict):
        for name, detail in event.items():
            return str(name), detail
    return str(event), None


def _field(detail: object, name: str) -> object:
    return detail.get(name) if isinstance(detail, dict) else None


def _points(text: str) -> _Points:
    """Return how to get from an offset in UTF-8 to one in *text*."""
    if text.isascii():
        return int
    data = text.encode()
    sizes = (
        len(text[at : at + _CHUNK].encode())
        for at in range(0, len(text) - _CHUNK, _CHUNK)
    )
    starts = (0, *accumulate(sizes))

    def point(offset: int) -> int:
        chunk = bisect_right(starts, offset) - 1
        return chunk * _CHUNK + len(data[starts[chunk] : offset].decode())

    return point


def _unescaped(text: str, start: int, end: int) -> Iterator[Piece]:
    done = start
    for escape in _ESCAPED.finditer(text, start, end):
        yield from decoded(text[done : escape.start()], done)
        yield Piece(escape[1], Span(escape.start(), escape.end()), verbatim=False)
        done = escape.end()
    yield from decoded(text[done:end], done)
