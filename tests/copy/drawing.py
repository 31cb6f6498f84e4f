"""Findings drawn under the lines they stand in, for golden files."""

import unicodedata
from collections.abc import Iterator

from linter import Finding, Span


def drawn(source: str, findings: tuple[Finding, ...], *, messages: bool = True) -> str:
    """Return each line of *source* that has findings, with carets under them.

    Without *messages* a drawing says what is found, and does not change with the
    wording.
    """
    return "\n".join(_lines(source, findings, messages=messages)) + "\n"


def _lines(
    source: str, findings: tuple[Finding, ...], *, messages: bool
) -> Iterator[str]:
    if not findings:
        yield "nothing to report"
    at = 0
    for number, line in enumerate(source.splitlines(keepends=True), start=1):
        here = [f for f in findings if at <= f.span.start < at + len(line)]
        if here:
            text = line.rstrip("\r\n")
            yield f"{number:4} | {text}"
            for finding in here:
                yield from _carets(text, at, finding, messages=messages)
            yield ""
        at += len(line)


def _carets(line: str, at: int, finding: Finding, *, messages: bool) -> Iterator[str]:
    start, end = finding.span.start - at, min(finding.span.end - at, len(line))
    indent = "     | " + " " * _columns(line[:start])
    marks = "^" * _columns(line[start:end])
    yield f"{indent}{marks} {finding.rule} ({finding.severity})"
    if messages:
        yield f"     = {finding.message}"
    if finding.suggestions:
        yield f"     > {' / '.join(finding.suggestions)}"
    if finding.edits:
        safe = "safe" if all(edit.safe for edit in finding.edits) else "unsafe"
        yield f"     + {safe}: {_edited(line, at, finding)}"


def _edited(line: str, at: int, finding: Finding) -> str:
    """Return *line* after the edits of *finding* that lie in it."""
    own = Span(at, at + len(line))
    for edit in sorted(finding.edits, key=lambda edit: edit.span, reverse=True):
        if own.covers(edit.span):
            start, end = edit.span.start - at, edit.span.end - at
            line = line[:start] + edit.text + line[end:]
    return line.strip()


def _columns(text: str) -> int:
    """Return how many columns a terminal gives *text*: two for a full-width letter."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
