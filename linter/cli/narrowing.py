"""What of the findings is new: what a baseline knows or no change touched is hidden."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.choosing import shown
from linter.cli.speaking import Failure, said, tell
from linter.engine.results import FileResult
from linter.errors import BaselineError
from linter.values import Finding, Span

if TYPE_CHECKING:
    from linter.cli.choosing import Run
    from linter.config import Settings
    from linter.engine.baseline import Ledger
    from linter.engine.corpus import Tally

    Judged = tuple[FileResult, Settings]

# What a run without a baseline and without changed lines does not need.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Hidden:
    """Places of findings that are not shown, by file: rule and span."""

    places: "dict[str, tuple[tuple[str, Span], ...]]"

    def hides(self, path: str, finding: Finding) -> bool:
        """Tell whether *finding* in the file *path* is not to be shown."""
        return any(
            rule == finding.rule
            and (span == finding.span or span.overlaps(finding.span))
            for rule, span in self.places.get(path, ())
        )

    def left(self, results: "Iterable[Judged]") -> "tuple[Judged, ...]":
        """Return *results* with what is shown."""
        return tuple(
            (self._without(result), settings) if self.places else (result, settings)
            for result, settings in results
        )

    def moved(self, places: "dict[str, tuple[tuple[str, Span], ...]]") -> "Hidden":
        """Return the same with the *places* of some files anew."""
        return Hidden({**self.places, **places})

    def _without(self, result: FileResult) -> FileResult:
        kept = tuple(
            finding
            for finding in result.findings
            if not self.hides(result.path, finding)
        )
        return replace(result, findings=kept)


class Narrowing:
    """The baselines of a run and its changed lines; said afterwards what they hid.

    Where *whole*, all pages are compared with each other instead.
    """

    def __init__(
        self, run: "Run", baseline: Path | None, *, whole: bool = False
    ) -> None:
        self._run = run
        self._baseline = baseline
        self._whole = whole
        self._tallies: tuple[Tally, ...] = ()
        self._ledgers: dict[Path, Ledger] = {}
        self._new: dict[Path, int] = {}

    def compared(self, results: "Sequence[Judged]") -> "tuple[Judged, ...]":
        """Return *results* with what differs from page to page; () if not asked."""
        if not self._whole:
            return ()
        from linter.engine.corpus import compare

        found = compare(results)
        self._tallies = found.tallies
        return found.results

    def hidden(self, results: "Iterable[Judged]") -> Hidden:
        """Return what of *results* is not to be shown.

        Raise `Failure` for a baseline that cannot be used.
        """
        places = {}
        for result, settings in results:
            known = self._known(result, settings)
            found = tuple(
                (finding.rule, finding.span)
                for finding in result.findings
                if finding in known or not self._is_touched(result, finding)
            )
            if found:
                places[result.path] = found
        return Hidden(places)

    def told(self) -> Iterator[str]:
        """Yield what is to be said beside the result."""
        yield from map(_tallied, self._tallies)
        for path, ledger in self._ledgers.items():
            yield tell(
                "baseline-counts",
                path=path,
                new=self._new.get(path, 0),
                known=ledger.known.total(),
                resolved=ledger.resolved,
            )
            if ledger.resolved:
                yield tell("baseline-prune")

    def _known(self, result: FileResult, settings: "Settings") -> tuple[Finding, ...]:
        path = self._baseline or settings.baseline
        if path is None:
            return ()
        path = shown(path)
        if path not in self._ledgers:
            self._ledgers[path] = self._opened(path)
        ledger = self._ledgers[path]
        known = ledger.known_in(result)
        new = len(result.findings) - len(known)
        self._new[path] = self._new.get(path, 0) + new
        return known

    def _opened(self, path: Path) -> "Ledger":
        from linter.engine import baseline

        try:
            return baseline.Ledger(baseline.read(path), path.parent.absolute())
        except BaselineError as error:
            raise Failure(said(error)) from error

    def _is_touched(self, result: FileResult, finding: Finding) -> bool:
        changes = self._run.changes
        if changes is None or result.document is None:
            return True
        from linter.documents import FORMATS
        from linter.engine.changes import lines_of

        path = Path(result.path)
        if FORMATS[result.document.format].binary:
            return changes.has(path)
        span = (finding.span.start, finding.span.end)
        ((first, last),) = lines_of(result.document.source, [span])
        return changes.touches(path, first, last)


def _tallied(tally: "Tally") -> str:
    scope = tally.model or tell("corpus-no-model")
    if tally.source is not None:
        scope = f"{scope} ({shown(tally.source)})"
    shares = (
        tell("corpus-share", word=one.word, times=one.times, pages=one.pages)
        for one in tally.shares
    )
    return tell(
        "corpus-tally",
        lang=tally.lang,
        scope=scope,
        shares=tell("corpus-comma").join(shares),
        differing=tally.differing,
    )
