"""`okyaku check --fix` and its kin: what is mended, shown, asked and written."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli.choosing import STDIN, Decorated, Run, collected, shown
from linter.cli.speaking import fail, note, option, tell
from linter.errors import OkyakuError, WriteError

if TYPE_CHECKING:
    from linter.cli.narrowing import Hidden
    from linter.config import Settings
    from linter.engine.results import FileResult
    from linter.fix import Outcome
    from linter.fix.fixing import Wanted
    from linter.values import Document, Finding

    Judged = tuple[FileResult, Settings]

# What mends and compares comes with the whole program, and difflib with it.
# ruff: noqa: PLC0415

_ANSWERS = ("y", "n", "a", "q")


@dataclass(frozen=True, slots=True)
class Fixing:
    """What the command line asks to mend, and how."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    show_fixes: bool = False
    fix_only: bool = False
    interactive: bool = False
    write_office: bool = False
    exit_non_zero_on_fix: bool = False

    @property
    def asked(self) -> bool:
        """Tell whether anything is to be mended."""
        return self.fix or self.diff or self.fix_only or self.interactive

    @property
    def silent(self) -> bool:
        """Tell whether findings that are left are of no interest."""
        return self.diff or self.fix_only


@dataclass(frozen=True, slots=True)
class Mended:
    """The files after mending, what became of each, and where *hidden* findings are."""

    results: "tuple[Judged, ...]"
    outcomes: "tuple[Outcome, ...]"
    hidden: "Hidden"

    @property
    def changed(self) -> "tuple[Outcome, ...]":
        """Return what became of the files that changed."""
        return tuple(outcome for outcome in self.outcomes if outcome.fixed)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    option("--fix", is_flag=True, help="cli-opt-fix"),
    option("--unsafe-fixes", is_flag=True, help="cli-opt-unsafe-fixes"),
    option("--diff", is_flag=True, help="cli-opt-diff"),
    option("--show-fixes", is_flag=True, help="cli-opt-show-fixes"),
    option("--fix-only", is_flag=True, help="cli-opt-fix-only"),
    option("-i", "--interactive", is_flag=True, help="cli-opt-interactive"),
    option("--write-office", is_flag=True, help="cli-opt-write-office"),
    option("--exit-non-zero-on-fix", is_flag=True, help="cli-opt-non-zero-on-fix"),
)


def fix_options(command: Decorated) -> Decorated:
    """Declare what mends; the command takes it as `fixing`."""
    return collected(command, _OPTIONS, Fixing, "fixing")


def carry_out(
    fixing: Fixing, run: Run, results: "Iterable[Judged]", hidden: "Hidden"
) -> Mended:
    """Mend *results* and write the files, but for `--diff` and standard input.

    Findings that are *hidden* are not mended. A file that cannot be written stays as
    it was, and *run* says so.
    """
    ask = _Asking() if fixing.interactive else None
    after: list[Judged] = []
    outcomes: list[Outcome] = []
    for result, settings in results:
        outcome = _mend(fixing, run, (result, settings), hidden, ask)
        if outcome is not None:
            outcomes.append(outcome)
        after.append((outcome.after if outcome else result, settings))
    return Mended(tuple(after), tuple(outcomes), _moved(outcomes, hidden))


def diff(outcomes: "Iterable[Outcome]") -> str:
    """Return what the outcomes change, as seen from the working folder."""
    from linter.fix.diffs import unified

    return "".join(
        unified(
            shown(Path(outcome.before.path)).as_posix(),
            _source(outcome.before),
            _source(outcome.after),
        )
        for outcome in outcomes
    )


def source_of_stdin(mended: Mended) -> str:
    """Return the text of standard input as mended."""
    return "".join(_source(result) for result, _ in mended.results)


def tell_made(fixing: Fixing, mended: Mended) -> None:
    """Say beside the result what was mended and what was refused."""
    if fixing.show_fixes:
        for outcome in mended.changed:
            for fixed in outcome.fixed:
                note(
                    tell(
                        "fix-shown",
                        path=outcome.before.path,
                        line=fixed.line,
                        rule=fixed.rule,
                        old=fixed.old,
                        new=fixed.new,
                    )
                )
    for outcome in mended.outcomes:
        for sentence in _refused(outcome):
            note(sentence)
    count = sum(len(outcome.fixed) for outcome in mended.changed)
    if count:
        key = "fix-would" if fixing.diff else "fix-made"
        note(tell(key, count=count, files=len(mended.changed)))


def tell_available(results: "Iterable[Judged]", fixing: Fixing) -> None:
    """Say how many findings could be mended, but for those that were tried."""
    safe, risky = 0, 0
    unsafe = fixing.unsafe_fixes
    for result, _ in results:
        for finding in result.findings:
            if finding.edits and (unsafe or all(edit.safe for edit in finding.edits)):
                safe += 1
            elif finding.edits:
                risky += 1
    said = []
    safe = 0 if fixing.asked else safe
    if safe:
        said.append(tell("fix-available", count=safe))
    if risky:
        key = "fix-available-unsafe" if safe else "fix-available-unsafe-only"
        said.append(tell(key, count=risky))
    if said:
        note(" ".join(said))


def _mend(
    fixing: Fixing,
    run: Run,
    judged: "Judged",
    hidden: "Hidden",
    ask: "_Asking | None",
) -> "Outcome | None":
    """Return what became of a file; None where there was nothing to do or write."""
    from linter.documents import FORMATS
    from linter.fix import mend
    from linter.fix.planning import fixes

    result, settings = judged
    left = [one for one in result.findings if not hidden.hides(result.path, one)]
    if result.document is None or not fixes(left, unsafe=fixing.unsafe_fixes):
        return None
    data = None
    if FORMATS[result.document.format].binary:
        # A diff of an archive is of no use to git.
        if fixing.diff or not fixing.write_office:
            note(tell("fix-office", path=result.path))
            return None
        data = Path(result.path).read_bytes()
    outcome = mend(
        result,
        settings=settings,
        unsafe=fixing.unsafe_fixes,
        wanted=_wanted(hidden, ask),
        data=data,
    )
    if fixing.diff or STDIN in run.wanted.paths or not outcome.fixed:
        return outcome
    try:
        _write(run, outcome, data)
    except OkyakuError as error:
        run.fail(error.say(settings.ui_lang))
        return None
    return outcome


def _write(run: Run, outcome: "Outcome", data: bytes | None) -> None:
    from linter.fix import files

    path = Path(outcome.before.path)
    before = data or _source(outcome.before).encode("utf-8")
    if run.changes and run.changes.staged and _differs(path, before):
        raise WriteError("fix-unstaged", path=path)
    after = outcome.data or _source(outcome.after).encode("utf-8")
    named = (Path(given) for given in run.wanted.paths)
    roots = (Path.cwd(), *(path for path in named if path.is_dir()))
    files.replace(path, before, after, roots=roots)


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except OSError:
        return False  # said when it is to be written


def _wanted(hidden: "Hidden", ask: "_Asking | None") -> "Wanted":
    def wanted(document: "Document", finding: "Finding") -> bool:
        if hidden.hides(document.path, finding):
            return False
        return ask is None or ask(document, finding)

    return wanted


def _moved(outcomes: "Iterable[Outcome]", hidden: "Hidden") -> "Hidden":
    """Return where hidden findings stand when the edits are made."""
    from linter.fix.planning import carried

    return hidden.moved(
        {
            outcome.before.path: carried(
                hidden.places[outcome.before.path], outcome.steps
            )
            for outcome in outcomes
            if outcome.before.path in hidden.places
        }
    )


class _Asking:
    """Asks about each edit; remembers when the answer holds for all that follow."""

    def __init__(self) -> None:
        if not is_terminal():
            raise fail("fix-no-terminal")
        self._always: bool | None = None

    def __call__(self, document: "Document", finding: "Finding") -> bool:
        if self._always is not None:
            return self._always
        for line in _question(document, finding):
            note(line)
        answer = click.prompt(
            tell("fix-ask"), type=click.Choice(_ANSWERS), default="n", err=True
        )
        if answer in {"a", "q"}:
            self._always = answer == "a"
        return answer in {"a", "y"}


def is_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _question(document: "Document", finding: "Finding") -> Iterator[str]:
    from linter.engine.applying import apply

    source = document.source
    first = min(edit.span.start for edit in finding.edits)
    last = max(edit.span.end for edit in finding.edits)
    start = source.rfind("\n", 0, first) + 1
    end = source.find("\n", last)
    end = len(source) if end < 0 else end
    place = _place(document.path, source, finding.span.start)
    yield f"{place}: {finding.rule}: {finding.message}"
    for line in source[start:end].splitlines():
        yield f"- {line}"
    grown = sum(len(edit.text) - len(edit.span) for edit in finding.edits)
    for line in apply(source, finding.edits)[start : end + grown].splitlines():
        yield f"+ {line}"


def _refused(outcome: "Outcome") -> Iterator[str]:
    source = _source(outcome.after)
    for refused in outcome.refused:
        yield tell(
            f"fix-refused-{refused.problem}",
            place=_place(outcome.before.path, source, refused.finding.span.start),
            rule=refused.finding.rule,
            cause=refused.rule,
        )


def _place(path: str, source: str, at: int) -> str:
    line = source.count("\n", 0, at) + 1
    return f"{path}:{line}:{at - source.rfind(chr(10), 0, at)}"


def _source(result: "FileResult") -> str:
    return "" if result.document is None else result.document.source
