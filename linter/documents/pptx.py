"""PowerPoint presentations: the slides in their order, each with its notes.

Text of layouts, charts and diagrams is not read.
"""

from collections.abc import Iterable, Iterator, Mapping

from linter.documents import archives, office, parts
from linter.documents.archives import Archive
from linter.documents.parts import Paragraph, Scribe
from linter.errors import ReadError
from linter.values import BlockKind, Document, Edit

_FORMAT = ".pptx"
_NAMES = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_HEADINGS = frozenset(("title", "ctrTitle", "subTitle"))
_BULLETS = frozenset(("a:buChar", "a:buAutoNum", "a:buBlip"))


def read_bytes(data: bytes, path: str = "") -> Document:
    """Return the presentation in *data*: a block for each paragraph that has text.

    `where` of a block is its place for people (`slide 3`, `slide 3, table 1, row 2`,
    `slide 3 notes`). Raise `ReadError` for a file that is damaged, protected, or
    suspiciously large.
    """
    return office.document(_paragraphs(_archive(data, path)), path, "pptx")


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
    return tuple(
        paragraph
        for number, slide in enumerate(_slides(archive), 1)
        for paragraph in _slide(archive, slide, number)
    )


def _slides(archive: Archive) -> tuple[str, ...]:
    """Return the parts of the slides in the order in which they are shown."""
    main = parts.only(parts.relations(archive, ""), "officeDocument")
    if not main:
        raise ReadError(
            "office-no-part",
            where=archive.path,
            part="ppt/presentation.xml",
            format=_FORMAT,
        )
    relations = parts.relations(archive, main[0])
    ids: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "p:sldId":
            ids.append(attributes.get("r:id", ""))

    Scribe(archive, main[0]).read(_NAMES, start, lambda _: None)
    # A slide that is shown twice is one part, and may be changed once.
    return tuple(dict.fromkeys(relations[one][1] for one in ids if one in relations))


def _slide(archive: Archive, part: str, number: int) -> Iterator[Paragraph]:
    yield from _Reader(archive, part, f"slide {number}").read()
    for notes in parts.only(parts.relations(archive, part), "notesSlide"):
        yield from _Reader(archive, notes, f"slide {number} notes", notes=True).read()


class _Reader:
    """One slide, or its notes; *place* says which."""

    def __init__(
        self, archive: Archive, part: str, place: str, *, notes: bool = False
    ) -> None:
        self._scribe = Scribe(archive, part)
        self._place = place
        self._notes = notes
        self._shape = ""
        self._table = self._row = self._cells = 0
        self._first_is_header = False
        self._bulleted: bool | None = None
        self._in_paragraph = False
        self._skipped = 0

    def read(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the part."""
        return self._scribe.read(_NAMES, self._start, self._end)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or name == "mc:Fallback":
            self._skipped += 1
        elif name == "a:p":
            self._bulleted = None
            self._in_paragraph = True
            self._scribe.begin()
        elif name == "a:t":
            self._scribe.listening = self._in_paragraph
        elif name == "a:br":
            self._scribe.fixed("\n")
        elif name == "a:fld":
            # The program writes a field anew: a number, a date.
            self._scribe.fixed("\N{REPLACEMENT CHARACTER}")
            self._skipped += 1
        elif name == "a:r":
            self._scribe.langs = ("", "")
        elif name == "a:rPr":
            lang = attributes.get("lang", "")
            self._scribe.langs = (lang, lang)
        elif name == "p:sp":
            self._shape = ""
        elif name == "p:ph":
            self._shape = attributes.get("type", "body")
        else:
            self._structure(name, attributes)

    def _structure(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _BULLETS:
            self._bulleted = True
        elif name == "a:buNone":
            self._bulleted = False
        elif name == "a:tbl":
            self._table += 1
            self._row = 0
            self._first_is_header = False
        elif name == "a:tblPr":
            self._first_is_header = attributes.get("firstRow") in {"1", "true"}
        elif name == "a:tr":
            self._row += 1
        elif name == "a:tc":
            self._cells += 1

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "a:t":
            self._scribe.listening = False
        elif name == "a:p":
            self._in_paragraph = False
            self._scribe.finish(*self._kind_and_place())
        elif name == "p:sp":
            self._shape = ""
        elif name == "a:tc":
            self._cells -= 1

    def _kind_and_place(self) -> tuple[BlockKind, str]:
        if self._cells:
            header = self._first_is_header and self._row == 1
            kind = BlockKind.TABLE_HEADER if header else BlockKind.TABLE_CELL
            return kind, f"{self._place}, table {self._table}, row {self._row}"
        if self._notes:
            return BlockKind.PARAGRAPH, self._place
        if self._shape in _HEADINGS:
            return BlockKind.HEADING, self._place
        # The body of a slide is a list unless it says that it is none.
        bulleted = self._bulleted
        if bulleted is None:
            bulleted = self._shape == "body"
        return (BlockKind.LIST_ITEM if bulleted else BlockKind.PARAGRAPH), self._place
