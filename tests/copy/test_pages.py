"""Whole pages of many businesses: what is reported against what an editor wants.

`pages/pages.toml` says for each page which business it is and which words a careful
reader would mark, written before okyaku read the page. The `.findings` beside a page
draw what okyaku reports, also what is only `info`. To rewrite those:
`pytest tests/copy --update`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from drawing import drawn

from linter import Finding, Settings, Severity, lint_paths

PAGES = Path(__file__).parent / "pages"
_WANTED = re.compile(r"(?P<line>\d+): (?P<word>.+) → (?P<instead>.+)")


@dataclass(frozen=True)
class Page:
    """One row of pages.toml."""

    file: str
    wanted: list[str]
    model: str | None = None
    names: list[str] = field(default_factory=list)
    missed: list[dict[str, str]] = field(default_factory=list)
    unwanted: list[dict[str, str]] = field(default_factory=list)


TABLE = [
    Page(**row)
    for row in tomllib.loads((PAGES / "pages.toml").read_text("utf-8"))["page"]
]
EACH_PAGE = pytest.mark.parametrize("page", TABLE, ids=lambda page: page.file)


@EACH_PAGE
def test_findings_of_page(page, golden):
    """A page has the findings that were reviewed, and no others."""
    result = _read(page.file, page.model, tuple(page.names))
    golden(
        PAGES / f"{page.file}.findings",
        drawn(result.document.source, result.findings, messages=False),
    )


@EACH_PAGE
def test_what_an_editor_wants_is_reported(page):
    """Every word an editor would mark is reported, with the word to write."""
    missed, _ = _compared(page)
    assert Counter(row["place"] for row in page.missed) == missed


@EACH_PAGE
def test_nothing_else_is_reported(page):
    """No error or warning stands where an editor would leave the page alone."""
    _, unwanted = _compared(page)
    assert Counter(row["place"] for row in page.unwanted) == unwanted


@pytest.mark.parametrize(
    "page", [page for page in TABLE if not page.wanted], ids=lambda page: page.file
)
def test_right_words_are_never_mixed_use(page):
    """Tiers, address, menus and footers are not mixed use, with or without a model."""
    for model in {page.model, None}:
        result = _read(page.file, model, tuple(page.names))
        source = result.document.source
        mixed = {
            ": ".join(_found(finding, source))
            for finding in result.findings
            if finding.rule == "audience-mixed"
            and finding.severity is not Severity.INFO
        }
        assert mixed <= {row["place"].partition(" (")[0] for row in page.unwanted}


def test_table_and_folder_agree():
    """Every page has a row and a drawing, and none is left of a page that is gone."""
    files = {
        path.relative_to(PAGES).as_posix()
        for path in PAGES.glob("*/*")
        if path.is_file()
    }
    pages = {page.file for page in TABLE}
    assert len(pages) == len(TABLE)
    assert pages | {f"{file}.findings" for file in pages} == files


def test_every_exception_has_its_reason():
    """A miss or a false alarm that is accepted says why."""
    rows = [row for page in TABLE for row in (*page.missed, *page.unwanted)]
    assert all(row.keys() == {"place", "why"} and row["why"] for row in rows)


@cache
def _read(file: str, model: str | None, names: tuple[str, ...]):
    settings = Settings(model=model, names=names)
    (result,) = lint_paths([PAGES / file], settings=settings)
    assert result.error is None
    return result


def _compared(page: Page) -> tuple[Counter[str], Counter[str]]:
    """Return what is wanted and not reported, and what is reported and not wanted."""
    result = _read(page.file, page.model, tuple(page.names))
    loud = [f for f in result.findings if f.severity is not Severity.INFO]
    source = result.document.source
    missed: Counter[str] = Counter()
    for wanted in page.wanted:
        answer = next(_answers(wanted, source, loud), None)
        if answer is None:
            missed[wanted] += 1
        else:
            loud.remove(answer)
    return missed, Counter(_place(finding, source) for finding in loud)


def _answers(
    wanted: str, source: str, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings at the place *wanted* that offer the right word."""
    line, word, instead = _WANTED.fullmatch(wanted).groups()
    for finding in findings:
        right = not finding.edits if instead == "?" else instead in finding.suggestions
        if right and (line, word) == _found(finding, source):
            yield finding


def _found(finding: Finding, source: str) -> tuple[str, str]:
    start, end = finding.span.start, finding.span.end
    return str(source.count("\n", 0, start) + 1), source[start:end]


def _place(finding: Finding, source: str) -> str:
    line, word = _found(finding, source)
    return f"{line}: {word} ({finding.rule})"
