"""OpenDocument texts: body, tables, text boxes, notes, headers and footers.

Remarks, deleted text and the numbers that a program counts are not read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linter.documents import archives, office
from linter.documents.archives import Archive
from linter.documents.parts import Paragraph, Scribe
from linter.errors import ReadError
from linter.values import BlockKind, Document, Edit

_FORMAT = ".odt"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}manifest:1.0": "manifest",
}
_SKIPPED = frozenset(
    (
        "office:annotation",
        "text:tracked-changes",
        "text:note-citation",
        "text:ruby-text",
        "text:page-number",
        "text:page-count",
        "text:sequence",
        "text:date",
        "text:time",
        "text:index-title-template",
        "office:scripts",
    )
)
_INLINE = frozenset(
    ("text:p", "text:h", "text:span", "text:a", "text:meta", "text:ruby")
) | {"text:ruby-base", "text:bookmark-ref"}
_MARGINS = frozenset(
    f"style:{word}{which}"
    for word in ("header", "footer")
    for which in ("", "-left", "-first")
)
_COUNT = re.compile("[0-9]{1,3}")


@dataclass(slots=True)
class _Table:
    """A table that is open."""

    number: int
    row: int = 0
    header: int = 0


def read_bytes(data: bytes, path: str = "") -> Document:
    """Return the text in *data*: a block for each paragraph that holds anything.

    `where` of a block is its place for people (`paragraph 12`, `table 2, row 3`,
    `text box 1`, `footnote 2`, `header`); paragraphs without text do not count.
    Raise `ReadError` for a file that is damaged, protected, or suspiciously large.
    """
    return office.document(_paragraphs(_archive(data, path)), path, "odt")


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
    _refuse_protected(archive)
    found = [*_Reader(archive, "content.xml").read()]
    if "styles.xml" in archive.members:
        found += _Reader(archive, "styles.xml", styles=True).read()
    return tuple(found)


def _refuse_protected(archive: Archive) -> None:
    """Raise `ReadError` if a part is encrypted, as the manifest says."""
    if "META-INF/manifest.xml" not in archive.members:
        return

    def start(name: str, _: Mapping[str, str]) -> None:
        if name == "manifest:encryption-data":
            raise ReadError("office-protected", where=archive.path)

    Scribe(archive, "META-INF/manifest.xml").read(_NAMES, start, lambda _: None)


class _Reader:
    """One part; in that of the *styles* only headers and footers have copy."""

    def __init__(self, archive: Archive, part: str, *, styles: bool = False) -> None:
        self._scribe = Scribe(archive, part)
        self._styles = styles
        self._place = ""
        self._seen: Counter[str] = Counter()
        self._tables: list[_Table] = []
        self._around: list[tuple[str, list[_Table], int, list[str]]] = []
        self._lists = 0
        self._open: list[str] = []
        self._skipped = 0

    def read(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the part."""
        return self._scribe.read(_NAMES, self._start, self._end)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
            self._scribe.listening = False
        elif name in {"text:p", "text:h"}:
            self._scribe.begin()
            self._open.append(name)
            self._scribe.listening = True
        elif name == "text:s":
            count = _COUNT.fullmatch(attributes.get("text:c", "1"))
            self._scribe.fixed(" " * int(count.group() if count else 1))
        elif name == "text:tab":
            self._scribe.fixed("\t")
        elif name == "text:line-break":
            self._scribe.fixed("\n")
        elif name == "text:note":
            word = attributes.get("text:note-class", "footnote")
            self._enter(f"{word} {self._counted(word)}")
        elif name == "draw:text-box":
            self._enter(f"text box {self._counted('text box')}")
        elif name in _MARGINS and self._styles:
            word = name[len("style:") :].partition("-")[0]
            number = self._counted(word)
            self._enter(f"{word} {number}" if number > 1 else word)
        else:
            self._structure(name)
            self._listen(name)

    def _structure(self, name: str) -> None:
        if name == "table:table":
            self._tables.append(_Table(self._counted("table")))
        elif name == "table:table-header-rows" and self._tables:
            self._tables[-1].header += 1
        elif name == "table:table-row" and self._tables:
            self._tables[-1].row += 1
        elif name == "text:list":
            self._lists += 1

    def _listen(self, name: str) -> None:
        """Take text of *name* in a paragraph only if it is one that a writer typed."""
        if self._open:
            self._open.append(name)
            self._scribe.listening = self._typed()

    def _typed(self) -> bool:
        return bool(self._open) and self._open[-1] in _INLINE

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            self._scribe.listening = not self._skipped and self._typed()
            return
        if name in {"text:p", "text:h"}:
            self._finish()
        elif name in {"text:note", "draw:text-box"} or (
            name in _MARGINS and self._styles
        ):
            self._place, self._tables, self._lists, self._open = self._around.pop()
        elif name == "table:table":
            self._tables.pop()
        elif name == "table:table-header-rows" and self._tables:
            self._tables[-1].header -= 1
        elif name == "text:list":
            self._lists -= 1
        self._close(name)

    def _close(self, name: str) -> None:
        if self._open and self._open[-1] == name:
            self._open.pop()
        self._scribe.listening = self._typed()

    def _counted(self, what: str) -> int:
        self._seen[what] += 1
        return self._seen[what]

    def _enter(self, place: str) -> None:
        """Go into what stands apart from the paragraph around it."""
        self._around.append((self._place, self._tables, self._lists, self._open))
        self._place, self._tables, self._lists, self._open = place, [], 0, []
        self._scribe.listening = False

    def _finish(self) -> None:
        name = self._open[-1]
        where = self._place
        kind = BlockKind.HEADING if name == "text:h" else BlockKind.PARAGRAPH
        if self._lists and name == "text:p":
            kind = BlockKind.LIST_ITEM
        if where.startswith(("footnote", "endnote")):
            kind = BlockKind.FOOTNOTE
        if self._tables:
            table = self._tables[-1]
            kind = BlockKind.TABLE_HEADER if table.header else BlockKind.TABLE_CELL
            inner = f"table {table.number}, row {table.row}"
            where = f"{where}, {inner}" if where else inner
        elif not where and not self._scribe.empty:
            where = f"paragraph {self._counted('paragraph')}"
        self._scribe.folded()
        self._scribe.finish(kind, where)
