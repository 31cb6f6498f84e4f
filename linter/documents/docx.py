"""Word documents: body, tables, text boxes, notes, headers and footers.

Remarks, deleted text and the copies of text boxes for old programs are not read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from linter.documents import archives, office, parts
from linter.documents.archives import Archive
from linter.documents.parts import Paragraph, Scribe
from linter.errors import ReadError
from linter.values import BlockKind, Document, Edit

_FORMAT = ".docx"
_NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_SKIPPED = frozenset(("w:moveFrom", "w:del", "mc:Fallback", "w:rubyPr", "w:rt"))
_FIXED = {
    "w:br": "\n",
    "w:cr": "\n",
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "w:sym": "\N{REPLACEMENT CHARACTER}",
}
_NOTES = {"w:footnote": "footnote", "w:endnote": "endnote"}
_MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: the name that Word gives it, the parent, what it makes."""

    name: str = ""
    parent: str = ""
    outlined: bool = False
    listed: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph that is open, with the properties seen so far."""

    style: str = ""
    listed: bool = False
    outlined: bool = False


@dataclass(slots=True)
class _Counts:
    """How many of each there were in the whole document, and which notes it names."""

    seen: Counter[str] = field(default_factory=Counter)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass(slots=True)
class _Table:
    """A table that is open."""

    number: int
    row: int = 0
    header: bool = False


def read_bytes(data: bytes, path: str = "") -> Document:
    """Return the document in *data*: a block for each paragraph that has text.

    `where` of a block is its place for people (`paragraph 12`, `table 2, row 3`,
    `text box 1`, `footnote 2`, `header`); paragraphs without text do not count.
    Raise `ReadError` for a file that is damaged, protected, or suspiciously large.
    """
    return office.document(_paragraphs(_archive(data, path)), path, "docx")


def write_bytes(data: bytes, document: Document, edits: Iterable[Edit]) -> bytes:
    """Return *data* with *edits* of the source of *document*, which was read from it.

    Raise `ReadError`, and change nothing, if one of them cannot be made.
    """
    edits = tuple(edits)
    archive = _archive(data, document.path)
    changed = office.written(archive, _paragraphs(archive), document, edits)
    return office.proved(changed, document, edits, read_bytes)


def _archive(data: bytes, path: str) -> Archive:
    return archives.opened(data, path, _FORMAT)


def _paragraphs(archive: Archive) -> tuple[Paragraph, ...]:
    main = parts.only(parts.relations(archive, ""), "officeDocument")
    if not main:
        raise ReadError(
            "office-no-part",
            where=archive.path,
            part="word/document.xml",
            format=_FORMAT,
        )
    relations = parts.relations(archive, main[0])
    styles: dict[str, _Style] = {}
    for part in parts.only(relations, "styles"):
        styles.update(_styles(archive, part))
    counts = _Counts()
    found = [*_Reader(archive, main[0], styles, counts).read()]
    for kind in ("footnotes", "endnotes", "header", "footer"):
        for number, part in enumerate(parts.only(relations, kind), 1):
            place = f"{kind} {number}" if number > 1 else kind
            found += _Reader(archive, part, styles, counts, place).read()
    return tuple(found)


class _Reader:
    """One part of the document; *place* says where its paragraphs are, if not in it."""

    def __init__(
        self,
        archive: Archive,
        part: str,
        styles: Mapping[str, _Style],
        counts: _Counts,
        place: str = "",
    ) -> None:
        self._scribe = Scribe(archive, part)
        self._styles = styles
        self._counts = counts
        self._place = place
        self._note = ""
        self._tables: list[_Table] = []
        self._boxes: list[tuple[str, list[_Table]]] = []
        self._open: list[_Open] = []
        self._skipped = 0
        self._in_run = False

    def read(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the part."""
        return self._scribe.read(_NAMES, self._start, self._end)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name == "w:p":
            self._open.append(_Open())
            self._scribe.begin()
        elif name == "w:r":
            self._in_run = True
            self._scribe.langs = ("", "")
        elif name == "w:t":
            self._scribe.listening = True
            kept = attributes.get("xml:space") == "preserve"
            self._scribe.spaces_matter(kept=kept)
        elif name in _FIXED and self._in_run:
            self._scribe.fixed(_FIXED[name])
        elif name == "w:lang" and self._in_run:
            latin, east = attributes.get("w:val", ""), attributes.get("w:eastAsia", "")
            self._scribe.langs = (latin, east)
        else:
            self._structure(name, attributes)

    def _structure(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:tbl":
            self._counts.seen["table"] += 1
            self._tables.append(_Table(self._counts.seen["table"]))
        elif name == "w:tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].header = False
        elif name == "w:tblHeader" and self._tables:
            self._tables[-1].header = _is_on(attributes)
        elif name == "w:txbxContent":
            self._counts.seen["box"] += 1
            self._boxes.append((self._place, self._tables))
            self._place = f"text box {self._counts.seen['box']}"
            self._tables = []
            self._in_run = False
        elif name in _NOTES:
            self._note = self._place
            word = _NOTES[name]
            number = self._counts.notes.get((word, attributes.get("w:id", "")))
            self._place = f"{word} {number}" if number else word
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            word = name[2:].removesuffix("Reference")
            self._counts.seen[word] += 1
            key = (word, attributes.get("w:id", ""))
            self._counts.notes.setdefault(key, self._counts.seen[word])
        elif self._open and not self._in_run:
            self._property(name, attributes)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:pStyle":
            self._open[-1].style = attributes.get("w:val", "")
        elif name == "w:numId":
            self._open[-1].listed = attributes.get("w:val") != "0"
        elif name == "w:outlineLvl":
            self._open[-1].outlined = attributes.get("w:val") != "9"

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "w:t":
            self._scribe.listening = False
        elif name == "w:r":
            self._in_run = False
        elif name == "w:p":
            self._finish()
        elif name == "w:tbl" and self._tables:
            self._tables.pop()
        elif name == "w:txbxContent":
            self._place, self._tables = self._boxes.pop()
            self._in_run = True
        elif name in _NOTES:
            self._place = self._note

    def _finish(self) -> None:
        paragraph = self._open.pop()
        kind, quoted = self._kind(paragraph)
        where = self._place
        if self._tables:
            table = self._tables[-1]
            kind = BlockKind.TABLE_HEADER if table.header else BlockKind.TABLE_CELL
            inner = f"table {table.number}, row {table.row}"
            where = f"{where}, {inner}" if where else inner
        elif where.startswith(tuple(_NOTES.values())):
            kind = BlockKind.FOOTNOTE
        elif not where and not self._scribe.empty:
            self._counts.seen["paragraph"] += 1
            where = f"paragraph {self._counts.seen['paragraph']}"
        self._scribe.finish(kind, where, quoted=quoted)

    def _kind(self, paragraph: _Open) -> tuple[BlockKind, bool]:
        """Return the kind of *paragraph*, and whether it is somebody else's words."""
        outlined, listed = paragraph.outlined, paragraph.listed
        for style in _ancestors(self._styles, paragraph.style):
            name = style.name.lower()
            if name.startswith("heading ") or name in {"title", "subtitle"}:
                return BlockKind.HEADING, False
            if name == "caption":
                return BlockKind.CAPTION, False
            if name in {"quote", "intense quote"}:
                return BlockKind.QUOTE, True
            outlined = outlined or style.outlined
            listed = listed or style.listed or name.startswith("list ")
        if outlined:
            return BlockKind.HEADING, False
        return (BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH), False


def _is_on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("w:val", "true") not in {"0", "false", "off"}


def _ancestors(styles: Mapping[str, _Style], name: str) -> Iterator[_Style]:
    for _ in range(_MOST_ANCESTORS):
        style = styles.get(name)
        if style is None:
            return
        yield style
        name = style.parent


def _styles(archive: Archive, part: str) -> dict[str, _Style]:
    """Return the paragraph styles of *part* by their ids."""
    found: dict[str, _Style] = {}
    ids: list[str] = []
    facts: dict[str, str] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:style":
            ids.append(attributes.get("w:styleId", ""))
            facts.clear()
        elif name in {"w:name", "w:basedOn", "w:outlineLvl", "w:numId"}:
            facts.setdefault(name, attributes.get("w:val", ""))

    def end(name: str) -> None:
        if name == "w:style":
            found[ids.pop()] = _Style(
                name=facts.get("w:name", ""),
                parent=facts.get("w:basedOn", ""),
                outlined=facts.get("w:outlineLvl", "9") != "9",
                listed=facts.get("w:numId", "0") != "0",
            )

    Scribe(archive, part).read(_NAMES, start, end)
    return found
