"""Edits tried on a document: what becomes of it, or why they cannot be made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from linter import documents, engine
from linter.config import Settings
from linter.documents import FORMATS
from linter.engine.applying import apply
from linter.engine.placing import blocks_of
from linter.engine.results import FileResult
from linter.errors import ReadError
from linter.fix.planning import shifted
from linter.values import Block, Document, Edit, Finding, Span

_STALE = "unused-suppression"


class Problem(StrEnum):
    """Why an edit is refused."""

    OVERLAP = "overlap"
    READ_ONLY = "read-only"
    MARKUP = "markup"
    ESCAPE = "escape"
    TEXT = "text"
    FINDING = "finding"
    UNSETTLED = "unsettled"
    TRIES = "tries"


@dataclass(frozen=True, slots=True)
class Made:
    """The text with the edits in it, judged again.

    *edits* are as they went into the source, escaped; *data* is the file with them,
    where it is no text.
    """

    result: FileResult
    edits: tuple[Edit, ...]
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Failed:
    """Why the edits cannot be made.

    *rule* names the rule whose finding they would bring about.
    """

    problem: Problem
    rule: str = ""


def attempt(
    before: FileResult,
    edits: Sequence[Edit],
    *,
    mended: Iterable[Finding],
    settings: Settings,
    data: bytes | None = None,
) -> Made | Failed:
    """Make *edits* in a copy of the document and see whether all that must hold does.

    *data* is the file as it lies on disk, which is asked for only where it is no text.

    Read again, the text must have the same blocks with the planned words in them and
    the same comments; judged again, it must have no finding that it did not have
    *before*, those that are *mended* least of all.
    """
    document = document_of(before)
    block_at = blocks_of(document)
    places = [
        # A comment is in no block, though the space around it may be.
        None if _is_remark(document, edit) else block_at(edit.span)
        for edit in edits
    ]
    for edit, block in zip(edits, places, strict=True):
        problem = _refusal(document, edit, block, data)
        if problem is not None:
            return Failed(problem)
    try:
        written = tuple(
            edit if block is None else _escaped(document, edit, block)
            for edit, block in zip(edits, places, strict=True)
        )
    except ValueError:
        return Failed(Problem.ESCAPE)
    try:
        after, data = _read_again(document, written, data, settings)
    except ReadError:
        return Failed(Problem.TEXT)
    if not _is_as_planned(document, after, edits, places):
        return Failed(Problem.TEXT)
    result = engine.lint_document(after, settings=settings)
    new = _gained(before.findings, result.findings, written, tuple(mended))
    if new is not None:
        return Failed(Problem.FINDING, new.rule)
    return Made(result, written, data)


def document_of(result: FileResult) -> Document:
    """Return the document of a file that was read; raise `ValueError` for another."""
    if result.document is None:
        message = "a file that was not read cannot be mended"
        raise ValueError(message)
    return result.document


def _is_remark(document: Document, edit: Edit) -> bool:
    return any(comment.span.overlaps(edit.span) for comment in document.comments)


def _refusal(
    document: Document, edit: Edit, block: Block | None, data: bytes | None
) -> Problem | None:
    known = FORMATS[document.format]
    if not known.writable or (known.binary and data is None):
        return Problem.READ_ONLY
    if block is not None and not block.writable:
        return Problem.READ_ONLY
    if block is None:
        return None if _is_remark(document, edit) else Problem.MARKUP
    return None if _offset(block, edit.span) is not None else Problem.MARKUP


def _offset(block: Block, span: Span) -> int | None:
    """Return where in the block's text the source *span* begins, if it is as read."""
    at = 0
    for piece in block.pieces:
        if piece.verbatim and piece.span.covers(span):
            return at + span.start - piece.span.start
        at += len(piece.text)
    return None


def _escaped(document: Document, edit: Edit, block: Block) -> Edit:
    text = documents.encode(edit.text, format=document.format, block=block)
    return replace(edit, text=text)


def _read_again(
    document: Document,
    edits: tuple[Edit, ...],
    data: bytes | None,
    settings: Settings,
) -> tuple[Document, bytes | None]:
    """Return the document with *edits* made, and the file where it is no text."""
    if data is not None and FORMATS[document.format].binary:
        data = documents.write_bytes(data, document, edits)
        return documents.read_bytes(data, document.path), data
    source = apply(document.source, edits)
    again = documents.read_text(
        source, format=document.format, path=document.path, copy=settings.copy
    )
    return again, None


def _is_as_planned(
    before: Document,
    after: Document,
    edits: Sequence[Edit],
    places: Sequence[Block | None],
) -> bool:
    """Tell whether the text read again is the old one with the edits in it."""
    planned = [
        (block.kind, block.key, block.quoted, _planned(block, edits, places))
        for block in before.blocks
    ]
    read = [(one.kind, one.key, one.quoted, one.text) for one in after.blocks]
    kept = Counter(
        one.text
        for one in before.comments
        if not any(edit.span.overlaps(one.span) for edit in edits)
    )
    return planned == read and kept <= Counter(one.text for one in after.comments)


def _planned(
    block: Block, edits: Sequence[Edit], places: Sequence[Block | None]
) -> str:
    own = (
        (_offset(block, edit.span), edit)
        for edit, place in zip(edits, places, strict=True)
        if place is block
    )
    return apply(
        block.text,
        (
            Edit(Span(at, at + len(edit.span)), edit.text)
            for at, edit in own
            if at is not None
        ),
    )


def _gained(
    before: Iterable[Finding],
    after: Iterable[Finding],
    edits: Sequence[Edit],
    mended: Sequence[Finding],
) -> Finding | None:
    """Return a finding that the edits brought about.

    A comment that suppressed what is mended has nothing to do any longer: it goes in
    the next round.
    """
    known = [
        (finding.rule, shifted(finding.span, edits))
        for finding in before
        if finding not in mended
    ]
    for finding in after:
        if finding.rule == _STALE and finding.edits:
            continue
        same = next(
            (
                old
                for old in known
                if old[0] == finding.rule
                and (old[1].overlaps(finding.span) or old[1] == finding.span)
            ),
            None,
        )
        if same is None:
            return finding
        known.remove(same)
    return None
