"""What office files have in common: paragraphs in XML parts, read and written by place.

Such a file has no lines. The source of its `Document` is made: the text of each
paragraph, one after the other, each ended by a line feed. An edit of it
is carried to the bytes of the part that the characters were read from.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from linter.documents import archives
from linter.documents.archives import Archive
from linter.documents.parts import SPACES, Paragraph, Run, Written, bytes_of
from linter.errors import ReadError
from linter.values import Block, Document, Edit, Piece, Span

_FORBIDDEN = re.compile("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")


def document(paragraphs: Iterable[Paragraph], path: str, format: str) -> Document:  # noqa: A002
    """Return *paragraphs* as the document at *path*, in lines of a made source."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        line = "".join(run.text for run in paragraph.runs)
        if any(map(str.isalnum, line)):
            first = len(line) - len(line.lstrip())
            pieces = _pieces(paragraph, at, first, len(line.rstrip()))
            blocks.append(
                Block(
                    paragraph.kind,
                    tuple(pieces),
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
            if changes.setdefault(part, {}).setdefault(span, text) != text:
                raise refusal(document, edit)
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
        yield placed.part, bytes_of(run, since, until), _escaped(text, run)
        text = ""
        if placed.start + len(run.text) >= end:
            return


def _has_edge(text: str) -> bool:
    return text != text.strip(SPACES)


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


def _pieces(paragraph: Paragraph, at: int, first: int, last: int) -> Iterator[Piece]:
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
