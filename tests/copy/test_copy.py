"""The sites of examples/, whole, with every finding drawn under its line.

The drawings beside this file say what okyaku reports on each page, so that a change
of words, cues or rules is read in review as what it does to copy. To rewrite them:
`pytest tests/copy --update`.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import Finding, Span, lint_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWINGS = Path(__file__).parent
PAGES = sorted(
    path.relative_to(EXAMPLES)
    for path in EXAMPLES.rglob("*")
    if path.is_file() and path.suffix != ".toml"
)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_findings_of_page(page, golden):
    """A page of the examples has the findings that were reviewed, and no others."""
    (result,) = lint_paths([EXAMPLES / page])
    assert result.error is None
    golden(
        DRAWINGS / page.parent / f"{page.name}.txt",
        "\n".join(_drawn(result.document.source, result.findings)) + "\n",
    )


def test_every_drawing_has_its_page():
    """No drawing is left of a page that is gone."""
    drawings = {path.relative_to(DRAWINGS) for path in DRAWINGS.rglob("*.txt")}
    assert drawings == {page.parent / f"{page.name}.txt" for page in PAGES}


def _drawn(source: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    """Draw each line that has findings, with carets under what is reported."""
    if not findings:
        yield "nothing to report"
    at = 0
    for number, line in enumerate(source.splitlines(keepends=True), start=1):
        here = [f for f in findings if at <= f.span.start < at + len(line)]
        if here:
            text = line.rstrip("\r\n")
            yield f"{number:4} | {text}"
            for finding in here:
                yield from _carets(text, at, finding)
            yield ""
        at += len(line)


def _carets(line: str, at: int, finding: Finding) -> Iterator[str]:
    start, end = finding.span.start - at, min(finding.span.end - at, len(line))
    indent = "     | " + " " * _columns(line[:start])
    marks = "^" * _columns(line[start:end])
    yield f"{indent}{marks} {finding.rule} ({finding.severity})"
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
