"""XML as a tree in which every stretch of text knows where it stands in the source.

Files with a DOCTYPE are refused: nothing that holds translations needs one, and all
the attacks on readers of XML do.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from linter.documents.decoding import damaged, joined, text_of
from linter.errors import ReadError
from linter.values import Block, Comment, Piece, Span

MAX_DEPTH = 200
CDATA = "cdata"
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, and its texts and elements in order.

    *span* is that of the whole element with its tags.
    """

    name: str
    attributes: Mapping[str, str]
    span: Span
    inside: list["Element | Text"] = field(default_factory=list)

    def elements(self, *names: str) -> Iterator["Element"]:
        """Yield the elements right below that have one of *names*, or all."""
        for one in self.inside:
            if isinstance(one, Element) and (not names or one.name in names):
                yield one

    def first(self, name: str) -> "Element | None":
        """Return the first element right below called *name*."""
        return next(self.elements(name), None)

    def get(self, *names: str) -> str:
        """Return the first attribute of *names* that is there, or nothing."""
        return next(
            (self.attributes[one] for one in names if one in self.attributes), ""
        )


@dataclass(slots=True)
class Text:
    """A stretch of text; *raw* in a CDATA section, where nothing is escaped."""

    piece: Piece
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """An XML file: its outermost element, and its comments."""

    root: Element
    comments: tuple[Comment, ...]


def parse(source: str, path: str) -> Tree:
    """Return *source* as a tree.

    Raise `ReadError` where it is not well formed, has a DOCTYPE or is too deep.
    """
    return _Builder(source, path).tree()


def pieces_of(texts: list["Text"]) -> tuple[Piece, ...]:
    """Return the pieces of *texts*, neighbours joined."""
    return joined(text.piece for text in texts)


def style_of(texts: list["Text"]) -> str:
    """Return the style of a block made of *texts*."""
    return CDATA if texts and all(text.raw for text in texts) else ""


def encode(text: str, block: Block) -> str:
    """Return *text* escaped for an element, or as it is for a CDATA section.

    Raise `ValueError` for what the section cannot hold.
    """
    if any(ord(char) < ord(" ") and char not in "\t\n" for char in text):
        raise ValueError(text)
    if block.style == CDATA:
        if "]]>" in text:
            raise ValueError(text)
        return text
    return "".join(_ESCAPED.get(char, char) for char in text)


def flat(element: Element) -> list[Text]:
    """Return the texts of *element* and of all below it, in order."""
    waiting: list[Element | Text] = [element]
    found = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            found.append(one)
        else:
            waiting += reversed(one.inside)
    return found


def string_of(element: Element | None) -> str:
    """Return what *element* says, without the white space around it."""
    if element is None:
        return ""
    return text_of(text.piece for text in flat(element)).strip()


class _Builder:
    """What expat tells, put together; its places are bytes, ours are code points."""

    def __init__(self, source: str, path: str) -> None:
        self._source = source
        self._path = path
        self._data = source.encode("utf-8", "surrogatepass")
        self._ascii = len(self._data) == len(source)
        self._byte = self._point = 0
        self._top = Element("", {}, Span(0, len(source)))
        self._open = [self._top]
        self._comments: list[Comment] = []
        self._raw = False
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._cdata
        parser.EndCdataSectionHandler = self._cdata_end

    def tree(self) -> Tree:
        try:
            self._parser.Parse(self._data, True)  # noqa: FBT003 - expat's own form
        except expat.ExpatError as error:
            what = expat.errors.messages.get(error.code, "") or str(error)
            where = self._path or "<text>"
            reason = f"line {error.lineno}: {what}"
            raise ReadError(
                "documents-malformed", where=where, reason=reason
            ) from error
        return Tree(next(self._top.elements()), tuple(self._comments))

    def _here(self) -> int:
        """Return the place of what expat tells now; it never goes back."""
        byte = self._parser.CurrentByteIndex
        if self._ascii:
            return byte
        gone = self._data[self._byte : byte]
        self._point += len(gone.decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._point

    def _doctype(self, *_: object) -> None:
        what = "it has a DOCTYPE, which okyaku does not follow"
        raise damaged(self._source, self._here(), path=self._path, what=what)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise ReadError("documents-too-deep", where=self._path or "<text>")
        here = self._here()
        element = Element(_local(name), attributes, Span(here, here))
        self._open[-1].inside.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        here = self._here()
        if self._source.startswith("</", here):  # else behind a tag that ends itself
            here = self._source.find(">", here) + 1
        element.span = Span(element.span.start, here)

    def _text(self, text: str) -> None:
        start = self._here()
        end = start + len(text)
        verbatim = self._source.startswith(text, start)
        if not verbatim:
            if self._source.startswith("&", start):
                end = self._source.find(";", start) + 1
            else:  # a line end that XML makes a line feed
                end = start + 1 + self._source.startswith("\r\n", start)
        piece = Piece(text, Span(start, end), verbatim)
        self._open[-1].inside.append(Text(piece, raw=self._raw))

    def _comment(self, text: str) -> None:
        start = self._here()
        end = self._source.find("-->", start + 4) + 3
        self._comments.append(Comment(text.strip(), Span(start, end)))

    def _cdata(self) -> None:
        self._raw = True

    def _cdata_end(self) -> None:
        self._raw = False


def _local(name: str) -> str:
    return re.sub(r"\A.*:", "", name)
