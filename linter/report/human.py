"""The report that people read: each finding with its line of the copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.messages import say
from linter.report import summary
from linter.report.excerpt import columns, cut, excerpt, visible
from linter.report.paint import Paint
from linter.report.sources import Source, findings_of, in_one, source_of
from linter.values import Edit, Finding, Reason, Span

if TYPE_CHECKING:
    from linter.engine.results import FileResult

ROOM = 80
"""Columns of a line where no terminal says how many there are."""

_INDENT = "    "
_ENTRY = 60  # columns of the name of an entry
_MARK = "^"
_OFFER = "→"


@dataclass(frozen=True, slots=True)
class Style:
    """How to show findings.

    *ui_lang* is the reader's language, *room* how many columns the copy may take;
    *why* adds the evidence, *total* a line of counts.
    """

    ui_lang: str = "en"
    paint: Paint = field(default_factory=Paint)
    room: int = ROOM
    why: bool = False
    total: bool = True


def write(results: "Iterable[FileResult]", style: Style) -> str:
    """Return the findings, file by file in order of place; of no files nothing."""
    results = tuple(results)
    parts = [
        "\n".join(_finding(finding, source, result.path, style)) + "\n"
        for result in results
        if result.document is not None and result.findings
        for source in [source_of(result.document)]
        for finding in findings_of(result)
    ]
    if style.total and results:
        parts.append(summary.sentence(summary.count(results), style.ui_lang) + "\n")
    return "\n".join(parts)


def _finding(
    finding: Finding, source: Source, path: str, style: Style
) -> Iterator[str]:
    paint = style.paint
    at = source.position(finding.span.start)
    place = paint.strong(f"{visible(path)}:{at.line}:{at.column}:")
    severity = paint.severity(finding.severity, finding.severity)
    message = visible(finding.message)
    yield f"{place} {severity} {paint.faint(finding.rule)} {message}"
    name = source.name_at(finding.span, source.block_at(finding.span))
    if name:
        yield _INDENT + paint.faint(visible(f"[{name}]"))
    yield from _copy(finding, source, style)
    if finding.related:
        places = ", ".join(
            f"{near.line}:{near.column}"
            for near in (source.position(span.start) for span in finding.related)
        )
        said = say("report-related", style.ui_lang, places=places)
        yield _INDENT + paint.faint(said)
    if style.why:
        # Two entries of the same words would look like one said twice.
        for reason in dict.fromkeys(_reason(each, source) for each in finding.because):
            said = say("report-why", style.ui_lang, reason=reason)
            yield _INDENT + paint.faint(said)


def _copy(finding: Finding, source: Source, style: Style) -> Iterator[str]:
    """Yield the copy, the place underlined, and what to write there."""
    room = style.room - len(_INDENT)
    offer = visible(_offer(finding, source))
    offered = style.paint.good(offer)
    lines = tuple(excerpt(source, finding.span, room))
    for index, line in enumerate(lines):
        yield (_INDENT + line.text).rstrip()
        mark = style.paint.severity(finding.severity, _MARK * line.width)
        marks = f"{_INDENT}{' ' * line.column}{mark}"
        if index < len(lines) - 1 or not offer:
            yield marks
        elif line.column + line.width + 1 + columns(offer) <= room:
            yield f"{marks} {offered}"
        else:
            yield marks
            indent = max(0, min(line.column, room - columns(offer)))
            yield f"{_INDENT}{' ' * indent}{offered}"


def _offer(finding: Finding, source: Source) -> str:
    """Return what to write; where more than the word changes, that as well."""
    if not finding.suggestions:
        return ""
    first, *others = finding.suggestions
    edit = in_one(finding.edits, source.text)
    if edit is not None and not finding.span.covers(_changed(edit, source)):
        first = f"{first} ({source.slice(edit.span)} {_OFFER} {edit.text})"
    return f"{_OFFER} {' / '.join([first, *others])}"


def _changed(edit: Edit, source: Source) -> Span:
    """Return the part of *edit* that is different afterwards."""
    before = source.slice(edit.span)
    most = min(len(before), len(edit.text))
    same = _common(before, edit.text)
    rest = _common(before[::-1], edit.text[::-1])
    return Span(edit.span.start + same, edit.span.end - min(rest, most - same))


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _reason(reason: Reason, source: Source) -> str:
    """Return the words of the copy that speak, for what, and the entry they are in.

    Of an entry the beginning is enough to find it; some are pages of alternatives.
    """
    if not reason.weight:
        # What weighs nothing decided nothing: it is a rule's own reason, a sentence.
        return visible(str(reason))
    words = f"“{source.slice(reason.span).strip()}”" if reason.span else ""
    speaks = f" {_OFFER} ".join(filter(None, (words, reason.says)))
    return f"{visible(speaks)} · {cut(str(reason), _ENTRY)}"
