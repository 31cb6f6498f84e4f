"""A document through rounds of edits until nothing is left that can be mended."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from linter import documents, engine
from linter.config import Settings
from linter.engine.results import FileResult
from linter.fix.planning import Fix, edits_of, fixes, shifted, together
from linter.fix.proving import Failed, Made, Problem, attempt, document_of
from linter.values import Document, Edit, Finding, Span

_MOST_ROUNDS = 10
_MOST_TRIES = 64

Wanted = Callable[[Document, Finding], bool]


@dataclass(frozen=True, slots=True)
class Fixed:
    """One finding that was mended: its rule, place (line from 1), old and new text."""

    rule: str
    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A finding whose edits were not made, and why; *rule* as in `Failed`."""

    finding: Finding
    problem: Problem
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document before and after; *refused* stand in *after* still.

    *steps* are the edits of each round as they went into the source, one round after
    the other; *data* is the file after them, where it is no text.
    """

    before: FileResult
    after: FileResult
    fixed: tuple[Fixed, ...] = ()
    refused: tuple[Refused, ...] = ()
    steps: tuple[tuple[Edit, ...], ...] = ()
    data: bytes | None = None


def fix_text(  # noqa: PLR0913 - as `lint_text`, and unsafe
    text: str,
    *,
    model: str | None = None,
    lang: str | None = None,
    format: str = "text",  # noqa: A002 - the name the public API promises
    unsafe: bool = False,
    settings: Settings | None = None,
) -> str:
    """Return *text* with the findings mended whose grammar is proven.

    With *unsafe* the other edits are made too. The rest is as for `lint_text`. An
    edit is left out where the text read again would not be as planned, or where it
    would bring about a new finding.
    """
    settings = settings or Settings()
    if model is not None:
        settings = settings.with_model(model)
    if lang is not None:
        settings = replace(settings, lang=lang)
    document = documents.read_text(text, format=format, copy=settings.copy)
    before = engine.lint_document(document, settings=settings)
    return document_of(mend(before, settings=settings, unsafe=unsafe).after).source


def mend(
    before: FileResult,
    *,
    settings: Settings,
    unsafe: bool = False,
    wanted: Wanted | None = None,
    data: bytes | None = None,
) -> Outcome:
    """Mend what can be mended of a file that has been judged.

    A file that is no text is mended only where *data*, its bytes, is given.
    *wanted* is asked once about each finding with edits. Raise `ValueError` for a
    result without a document.
    """
    document_of(before)
    work = _Work(before, settings, wanted or (lambda *_: True), unsafe=unsafe)
    work.data = data
    for _ in range(_MOST_ROUNDS):
        if not work.round():
            return work.outcome()
    return Outcome(before, before, refused=work.unsettled())


class _Work:
    """One document on its way: what it is now, and what was done to it."""

    def __init__(
        self, before: FileResult, settings: Settings, wanted: Wanted, *, unsafe: bool
    ) -> None:
        self._before = before
        self._now = before
        self._settings = settings
        self._unsafe = unsafe
        self._wanted = wanted
        self.data: bytes | None = None
        self._declined: list[tuple[str, Span]] = []
        self._asked: list[tuple[str, Span]] = []
        self._fixed: list[Fixed] = []
        self._refused: list[Refused] = []
        self._steps: list[tuple[Edit, ...]] = []

    def outcome(self) -> Outcome:
        """Return what came of it."""
        return Outcome(
            self._before,
            self._now,
            tuple(self._fixed),
            tuple(self._refused),
            tuple(self._steps),
            self.data,
        )

    def unsettled(self) -> tuple[Refused, ...]:
        """Return every finding with edits as refused: they do not come to rest."""
        found = fixes(self._before.findings, unsafe=self._unsafe)
        return tuple(Refused(fix.finding, Problem.UNSETTLED) for fix in found)

    def round(self) -> bool:
        """Make the edits that can be made now; tell whether there were any."""
        document = document_of(self._now)
        self._refused = []
        ordered = []
        for one in fixes(self._now.findings, unsafe=self._unsafe):
            if not self._is_wanted(document, one.finding):
                continue
            if one.is_possible:
                ordered.append(one)
            else:
                self._refused.append(Refused(one.finding, Problem.OVERLAP))
        rest = tuple(ordered)
        while rest:
            chosen = together(rest)
            made, tried = self._settle(chosen)
            if tried is not None:
                self._advance(document, made, tried)
                return True
            # All of them were refused: those that had to stand back get their turn.
            rest = tuple(one for one in rest if one not in chosen)
        return False

    def _is_wanted(self, document: Document, finding: Finding) -> bool:
        key = (finding.rule, finding.span)
        if key not in self._asked:
            self._asked.append(key)
            if not self._wanted(document, finding):
                self._declined.append(key)
        return key not in self._declined

    def _settle(self, chosen: tuple[Fix, ...]) -> tuple[tuple[Fix, ...], Made | None]:
        """Find the most of *chosen* that hold together; the others are refused."""
        made: tuple[Fix, ...] = ()
        last: Made | None = None
        failures = 0
        groups = [chosen]
        while groups:
            group = groups.pop()
            if failures >= _MOST_TRIES:
                self._refused += [Refused(one.finding, Problem.TRIES) for one in group]
                continue
            tried = self._try((*made, *group))
            if isinstance(tried, Made):
                made, last = (*made, *group), tried
                continue
            failures += 1
            if len(group) == 1:
                found = Refused(group[0].finding, tried.problem, tried.rule)
                self._refused.append(found)
            else:
                half = len(group) // 2
                groups += [group[half:], group[:half]]
        return made, last

    def _try(self, group: tuple[Fix, ...]) -> Made | Failed:
        return attempt(
            self._now,
            edits_of(group),
            mended=[one.finding for one in group],
            settings=self._settings,
            data=self.data,
        )

    def _advance(self, document: Document, made: tuple[Fix, ...], tried: Made) -> None:
        self._now = tried.result
        self.data = tried.data
        self._steps.append(tried.edits)
        self._fixed += [_fixed(document, one) for one in made]
        for places in (self._asked, self._declined):
            places[:] = [(rule, shifted(span, tried.edits)) for rule, span in places]


def _fixed(document: Document, one: Fix) -> Fixed:
    edits = edits_of((one,))
    span = Span(edits[0].span.start, edits[-1].span.end)
    source = document.source
    new = source[span.start : span.start]
    at = span.start
    for edit in edits:
        new += source[at : edit.span.start] + edit.text
        at = edit.span.end
    line = source.count("\n", 0, span.start) + 1
    return Fixed(one.finding.rule, line, source[span.start : span.end], new)
