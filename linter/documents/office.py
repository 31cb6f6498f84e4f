"""What office files have in common: paragraphs in XML parts, read and written by place.

Such a file has no lines. The source of its `Document` is made: the text of each
paragraph that has any, one after the other, each ended by a line feed. An edit of it
is carried to the bytes of the part that the characters were read from.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from xml.parsers import expat

from linter.documents import archives
from linter.documents.archives import Archive
from linter.errors import ReadError
from linter.values import Block, BlockKind, Document, Edit, Piece, Span

_SEPARATOR = " "
_FORBIDDEN = re.compile("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_WITH_EAST_ASIAN = ("ja", "ko", "zh")
_SPACES = " \t\r\n"


class Written(Enum):
    """How the characters of a run stand in the part."""

    PLAIN = "plain"
    REFERENCE = "reference"
    CDATA = "cdata"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph's text, and its bytes in the part.

    *opening* is where `xml:space="preserve"` would go so that spaces at its ends are
    kept; negative where they are kept anyhow.
    """

    text: str
    start: int = -1
    end: int = -1
    written: Written = Written.NOT
    opening: int = -1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the part named *part*, in runs."""

    part: str
    runs: tuple[Run, ...]
    kind: BlockKind
    where: str
    lang: str | None = None
    quoted: bool = False


@dataclass(slots=True)
class _Draft:
    """A paragraph that is being read; *index* is its place among the others."""

    index: int
    runs: list[Run] = field(default_factory=list)
    langs: list[tuple[str, tuple[str, str]]] = field(default_factory=list)


class Scribe:
    """The paragraphs of one part, while it is read.

    Text is taken down while *listening*; *langs* are the languages declared for it:
    that of Latin letters, that of East Asian ones.
    """

    def __init__(self, archive: Archive, part: str) -> None:
        self.archive = archive
        self.part = part
        self.data = archives.contents(archive, part)
        self.listening = False
        self.langs = ("", "")
        self._opening = -1
        self._cdata = False
        self._done: list[Paragraph | None] = []
        self._drafts: list[_Draft] = []
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)

    def read(
        self,
        names: Mapping[str, str],
        start: Callable[[str, Mapping[str, str]], None],
        end: Callable[[str], None],
    ) -> tuple[Paragraph, ...]:
        """Call *start* and *end* for each element, and return the paragraphs.

        *names* are the prefixes of the namespaces; elements and attributes of others
        have none (`w:p`, `val`). Raise `ReadError` for XML that is broken or has a
        document type.
        """
        short: dict[str, str] = {}

        def named(full: str) -> str:
            found = short.get(full)
            if found is None:
                space, _, local = full.rpartition(_SEPARATOR)
                prefix = names.get(space, "?" if space else "")
                found = short[full] = f"{prefix}:{local}" if prefix else local
            return found

        parser = self._parser
        parser.StartElementHandler = lambda name, attributes: start(
            named(name), {named(key): value for key, value in attributes.items()}
        )
        parser.EndElementHandler = lambda name: end(named(name))
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._in_cdata(inside=True)
        parser.EndCdataSectionHandler = lambda: self._in_cdata(inside=False)
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(self.data, True)  # noqa: FBT003 - it takes no keywords
        except expat.ExpatError as error:
            raise self._damaged(str(error)) from error
        except (ValueError, LookupError) as error:  # an encoding nobody knows
            raise self._damaged(str(error)) from error
        return tuple(paragraph for paragraph in self._done if paragraph)

    def begin(self) -> None:
        """Begin a paragraph; one that is open goes on when this one has ended."""
        self._drafts.append(_Draft(len(self._done)))
        self._done.append(None)

    def finish(
        self, kind: BlockKind, where: str, *, lang: str = "", quoted: bool = False
    ) -> None:
        """End the paragraph that was begun last."""
        draft = self._drafts.pop()
        if any(char.isalnum() for run in draft.runs for char in run.text):
            self._done[draft.index] = Paragraph(
                part=self.part,
                runs=tuple(draft.runs),
                kind=kind,
                where=where,
                lang=lang or _lang(draft.langs),
                quoted=quoted,
            )

    @property
    def empty(self) -> bool:
        """Tell whether the paragraph that was begun last has no letter or digit yet."""
        runs = self._drafts[-1].runs
        return not any(char.isalnum() for run in runs for char in run.text)

    def spaces_matter(self, *, kept: bool) -> None:
        """Note for the text to come whether its element keeps spaces at the ends."""
        self._opening = -1
        if not kept:
            at = self._parser.CurrentByteIndex
            name = re.compile(rb"<[^\s/>]+").match(self.data, at)
            self._opening = name.end() if name else -1

    def fixed(self, text: str) -> None:
        """Take down *text* that no characters of the part stand for: a tab, a break."""
        if self._drafts:
            self._drafts[-1].runs.append(Run(text))

    def folded(self) -> None:
        """Fold the white space of the paragraph begun last, as ODF does."""
        draft = self._drafts[-1]
        draft.runs[:] = _folded(draft.runs)

    def _characters(self, text: str) -> None:
        if not (self.listening and self._drafts):
            return
        draft = self._drafts[-1]
        start = self._parser.CurrentByteIndex
        end, written = self._bytes_of(text, start)
        draft.runs.append(Run(text, start, end, written, self._opening))
        draft.langs.append((text, self.langs))

    def _bytes_of(self, text: str, start: int) -> tuple[int, Written]:
        raw = text.encode("utf-8", "surrogatepass")
        if self.data.startswith(raw, start):
            kind = Written.CDATA if self._cdata else Written.PLAIN
            return start + len(raw), kind
        if self.data.startswith(b"&", start) and not self._cdata:
            end = self.data.find(b";", start) + 1
            return end, Written.REFERENCE if end else Written.NOT
        return start, Written.NOT

    def _in_cdata(self, *, inside: bool) -> None:
        self._cdata = inside

    def _refuse(self, *_: object) -> None:
        raise self._damaged("DOCTYPE")

    def _damaged(self, reason: str) -> ReadError:
        return ReadError(
            "office-bad-part", where=self.archive.path, part=self.part, reason=reason
        )


def document(paragraphs: Iterable[Paragraph], path: str, format: str) -> Document:  # noqa: A002
    """Return *paragraphs* as the document at *path*, in lines of a made source."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        line = "".join(run.text for run in paragraph.runs)
        first = len(line) - len(line.lstrip())
        blocks.append(
            Block(
                paragraph.kind,
                tuple(_pieces(paragraph, at, first, len(line.rstrip()))),
                lang=paragraph.lang,
                quoted=paragraph.quoted,
                where=paragraph.where,
            )
        )
        lines += [line, "\n"]
        at += len(line) + 1
    source = "".join(lines)
    return Document(path=path, source=source, format=format, blocks=tuple(blocks))


def written(
    archive: Archive,
    paragraphs: tuple[Paragraph, ...],
    document: Document,
    edits: Iterable[Edit],
) -> bytes:
    """Return *archive* with *edits* of the source of *document* made in its parts.

    *paragraphs* are those that the archive has now. A word that stands in several
    runs is put into the first one; the others lose their share of it. All members
    that no edit touches, and all other bytes, stay. Raise `ReadError` where the
    archive has changed since, and for an edit that is not of plain text or overlaps.
    """
    if _source(paragraphs) != document.source:
        raise ReadError("office-changed", where=archive.path)
    flat = list(_placed(paragraphs))
    starts = [placed.start for placed in flat]
    changes: dict[str, dict[tuple[int, int], str]] = {}
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < done or _FORBIDDEN.search(edit.text):
            raise refusal(document, edit)
        done = max(done, edit.span.end)
        first = bisect_right(starts, edit.span.start) - 1
        for part, span, text in _carried(flat, first, document, edit):
            # Two insertions at one place would hide each other.
            if span in changes.setdefault(part, {}):
                raise refusal(document, edit)
            changes[part][span] = text
    changed = {
        part: _replaced(archives.contents(archive, part), edited)
        for part, edited in changes.items()
    }
    return archives.rewritten(archive, changed) if changed else archive.data


def refusal(document: Document, edit: Edit) -> ReadError:
    """Return the error for an *edit* that cannot be carried into the file."""
    text = document.source[edit.span.start : edit.span.end]
    return ReadError("office-no-edit", where=document.path, text=text)


def proved(
    data: bytes,
    document: Document,
    edits: tuple[Edit, ...],
    read: Callable[[bytes, str], Document],
) -> bytes:
    """Return *data*, in which *edits* were made, if it reads as they planned it.

    Raise `ReadError` if it does not: nothing may be written then.
    """
    source = document.source
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    if read(data, document.path).source != source:
        raise refusal(document, edits[0])
    return data


@dataclass(frozen=True, slots=True)
class _Placed:
    """A run with its place in the made source; None ends a paragraph."""

    start: int
    part: str
    run: Run | None


def _source(paragraphs: Iterable[Paragraph]) -> str:
    return "".join(
        "".join((*(run.text for run in paragraph.runs), "\n"))
        for paragraph in paragraphs
    )


def _placed(paragraphs: Iterable[Paragraph]) -> Iterator[_Placed]:
    at = 0
    for paragraph in paragraphs:
        for run in paragraph.runs:
            yield _Placed(at, paragraph.part, run)
            at += len(run.text)
        yield _Placed(at, paragraph.part, None)
        at += 1


def _carried(
    flat: list[_Placed], first: int, document: Document, edit: Edit
) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield the changes of parts that *edit* is; *first* is the run it begins in."""
    start, end = edit.span.start, edit.span.end
    text = edit.text
    if start == end and first > 0 and flat[first].start == start:
        before = flat[first - 1].run
        if before is not None and before.written is Written.PLAIN:
            first -= 1  # an insertion goes with the characters before it
    for placed in flat[first:]:
        run = placed.run
        if run is None or run.written is Written.NOT:
            raise refusal(document, edit)
        since = max(start - placed.start, 0)
        until = min(end - placed.start, len(run.text))
        if run.written is Written.REFERENCE and (since, until) != (0, len(run.text)):
            raise refusal(document, edit)
        if run.opening >= 0 and _has_edge(run.text[:since] + text + run.text[until:]):
            yield placed.part, (run.opening, run.opening), ' xml:space="preserve"'
        yield placed.part, _bytes(run, since, until), _escaped(text, run)
        text = ""
        if placed.start + len(run.text) >= end:
            return


def _has_edge(text: str) -> bool:
    return text != text.strip(_SPACES)


def _bytes(run: Run, since: int, until: int) -> tuple[int, int]:
    if run.written is Written.REFERENCE:
        return run.start, run.end
    start = run.start + len(run.text[:since].encode())
    return start, start + len(run.text[since:until].encode())


def _escaped(text: str, run: Run) -> str:
    if run.written is Written.CDATA:
        return text.replace("]]>", "]]]]><![CDATA[>")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _replaced(data: bytes, changes: Mapping[tuple[int, int], str]) -> bytes:
    out: list[bytes] = []
    done = 0
    for (start, end), text in sorted(changes.items()):
        out += [data[done:start], text.encode()]
        done = end
    return b"".join((*out, data[done:]))


def _pieces(
    paragraph: Paragraph, at: int, first: int, last: int
) -> Iterator[Piece]:
    """Yield the text between *first* and *last*; what can be edited in one stretch."""
    stretch: list[str] = []
    start = done = 0
    for run in (*paragraph.runs, Run("")):
        text = run.text[max(first - done, 0) : max(last - done, 0)]
        if run.written is Written.NOT:
            if stretch:
                yield Piece("".join(stretch), Span(at + start, at + done))
                stretch = []
            since = max(first, done)
            span = Span(at + since, at + since + len(text))
            yield Piece(text, span, verbatim=False)
        elif text:
            if not stretch:
                start = max(first, done)
            stretch.append(text)
        done = min(done + len(run.text), last)


def _folded(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield *runs* with each run of white space one space, and none at the start."""
    space = True
    for run in runs:
        if run.written is Written.NOT:
            yield run
            space = False
            continue
        if run.written is Written.REFERENCE:
            yield run
            space = False
            continue
        done = 0
        for part in re.findall(rf"[{_SPACES}]+|[^{_SPACES}]+", run.text):
            start, end = _bytes(run, done, done + len(part))
            done += len(part)
            if part.strip(_SPACES):
                yield Run(part, start, end, run.written)
                space = False
            elif not space:
                yield Run(" ", start, end, _space_written(part, run))
                space = True


def _space_written(part: str, run: Run) -> Written:
    return run.written if part == " " else Written.NOT


def _lang(texts: Iterable[tuple[str, tuple[str, str]]]) -> str | None:
    """Return the one language that is declared for the letters of *texts*."""
    latin: set[str] = set()
    east: set[str] = set()
    for text, langs in texts:
        if _EAST_ASIAN.search(text):
            east.add(langs[1] if langs[1].startswith(_WITH_EAST_ASIAN) else "")
        elif any(map(str.isalpha, text)):
            latin.add("" if langs[0].startswith(_WITH_EAST_ASIAN) else langs[0])
    found = east or latin
    return (found.pop() or None) if len(found) == 1 else None


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the target of each relation of *part* by its id.

    The kind is the last word of its type; targets outside the archive are left out.
    """
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if rels not in archive.members:
        return {}
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = _resolved(folder, attributes.get("Target", ""))
            if target in archive.members:
                found[attributes.get("Id", "")] = (kind, target)

    Scribe(archive, rels).read({}, start, lambda _: None)
    return found


def _resolved(folder: str, target: str) -> str:
    """Return *target* seen from *folder* as the name of a member."""
    steps = [] if target.startswith("/") else folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps[-1:] = []
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def only(kinds: Mapping[str, tuple[str, str]], kind: str) -> list[str]:
    """Return the targets of the relations of *kind*, each once, in order."""
    return list(dict.fromkeys(to for what, to in kinds.values() if what == kind))
