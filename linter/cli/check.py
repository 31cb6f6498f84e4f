"""`okyaku check`: reports words that do not suit the people they name."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter import messages
from linter.cli import rendering
from linter.cli.choosing import (
    STDIN,
    Output,
    Run,
    Wanted,
    complain,
    counted,
    file_options,
    listed,
    output_options,
    write,
)
from linter.cli.fixing import (
    Fixing,
    Mended,
    carry_out,
    diff,
    fix_options,
    source_of_stdin,
    tell_available,
    tell_made,
)
from linter.cli.narrowing import Narrowing
from linter.cli.speaking import Command, fail, note, option, tell, ui_lang
from linter.cli.verdict import fails
from linter.config import FailOn, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.engine.results import FileResult

    Judged = tuple[FileResult, Settings]

_FINDINGS, _FAILED = 1, 2
# Files without copy that are named one by one; -v names them all.
_MOST_NAMED = 3


@click.command(cls=Command, help="cli-check")
@file_options
@option(
    "--select", multiple=True, callback=listed, metavar="RULES", help="cli-opt-select"
)
@option(
    "--ignore", multiple=True, callback=listed, metavar="RULES", help="cli-opt-ignore"
)
@option(
    "--format",
    "--output-format",
    "form",
    type=click.Choice(rendering.FORMATS),
    default=rendering.FORMATS[0],
    help="cli-opt-format",
)
@option(
    "--fail-on",
    type=click.Choice([level.value for level in FailOn]),
    help="cli-opt-fail-on",
)
@option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="cli-opt-baseline",
)
@option("--since", metavar="REV", help="cli-opt-since")
@option("--staged", is_flag=True, help="cli-opt-staged")
@option("--corpus", is_flag=True, help="cli-opt-corpus")
@option("-e", "--exit-zero", is_flag=True, help="cli-opt-exit-zero")
@option("--why", is_flag=True, help="cli-opt-why")
@option("--statistics", is_flag=True, help="cli-opt-statistics")
@option("-v", "--verbose", is_flag=True, help="cli-opt-verbose")
@fix_options
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands over each option by itself
    context: click.Context,
    *,
    wanted: Wanted,
    output: Output,
    fixing: Fixing,
    form: str,
    baseline: Path | None,
    corpus: bool,
    fail_on: str | None,
    exit_zero: bool,
    why: bool,
    statistics: bool,
    verbose: bool,
) -> None:
    """Check files, print what is found, and exit by it."""
    if corpus and (fixing.asked or wanted.since is not None or wanted.staged):
        raise fail("corpus-alone")
    run = Run(wanted)
    narrowing = Narrowing(run, baseline, whole=corpus)
    results, mended = _judged(run, fixing, narrowing, output)
    stdin = mended is not None and STDIN in wanted.paths
    if mended is not None and (fixing.silent or stdin):
        _write_mended(fixing, mended, output, stdin=stdin)
    if not fixing.silent:
        found = tuple(result for result, _ in results)
        if statistics:
            text = rendering.statistics(found, form, output)
        else:
            text = rendering.findings(found, form, output, why=why)
        if stdin:
            note(text.removesuffix("\n"))  # stdout has the text itself
        else:
            write(text, output)
    complain(run)
    if not output.quiet:
        _remark(results, run, verbose=verbose)
        for sentence in narrowing.told():
            note(sentence)
        _tell_edits(fixing, mended, results if form == rendering.FORMATS[0] else ())
    if run.failures:
        context.exit(_FAILED)
    least = FailOn(fail_on) if fail_on else None
    if not exit_zero and _fails(results, fixing, mended, least):
        context.exit(_FINDINGS)


def _tell_edits(
    fixing: Fixing, mended: Mended | None, results: "tuple[Judged, ...]"
) -> None:
    if mended is not None:
        tell_made(fixing, mended)
    if not fixing.silent:
        tell_available(results, fixing)


def _judged(
    run: Run, fixing: Fixing, narrowing: Narrowing, output: Output
) -> "tuple[tuple[Judged, ...], Mended | None]":
    """Return the files with what is to be shown of them, mended where that is asked."""
    from linter import engine  # noqa: PLC0415 - with it comes the whole program

    results = counted(run.results(), quiet=output.quiet)
    judged = narrowing.compared(results) or engine.with_doubts(results)
    hidden = narrowing.hidden(judged)
    if not fixing.asked:
        return hidden.left(judged), None
    mended = carry_out(fixing, run, results, hidden)
    return mended.hidden.left(engine.with_doubts(mended.results)), mended


def _write_mended(
    fixing: Fixing, mended: Mended, output: Output, *, stdin: bool
) -> None:
    """Write what was asked for in the place of findings: a diff, or the text."""
    if fixing.diff:
        write(diff(mended.changed), output)
    elif stdin:
        write(source_of_stdin(mended), output)


def _remark(
    results: "tuple[tuple[FileResult, Settings], ...]", run: Run, *, verbose: bool
) -> None:
    """Say beside the result what a clean one must not hide."""
    if not results and not run.failures:
        note(tell("cli-no-files"))
    silent = [result.path for result, _ in results if _is_silent(result)]
    if verbose or len(silent) <= _MOST_NAMED:
        for path in silent:
            note(tell("cli-no-text", path=path))
    else:
        first = messages.listed(silent[:_MOST_NAMED], ui_lang())
        note(tell("cli-no-text-many", count=len(silent), paths=first))
    for result, settings in results:
        if verbose and result.error is None:
            note(
                tell(
                    "cli-read",
                    path=result.path,
                    model=settings.model or "–",
                    source=settings.source or "–",
                    words=len(result.occurrences),
                    findings=len(result.findings),
                )
            )
    if any(settings.model is None for _, settings in results):
        note(tell("cli-no-model"))
    for sentence in _ended(settings for _, settings in results):
        note(sentence)


def _ended(found: "Iterable[Settings]") -> "Iterable[str]":
    """Yield what is to be said of exceptions that have ended, each once."""
    exceptions = {
        one: None
        for settings in found
        for one in settings.exceptions
        if one.has_ended(settings.today)
    }
    for one in exceptions:
        yield tell(
            "exception-ended",
            where=one.source,
            rule=one.rule,
            reason=one.reason,
            until=one.until,
        )


def _is_silent(result: "FileResult") -> bool:
    """Tell whether the file was read, and no copy was found in what it says."""
    document = result.document
    return (
        document is not None
        and bool(document.source.strip())
        and not any(block.text.strip() for block in document.blocks)
    )


def _fails(
    results: "Iterable[tuple[FileResult, Settings]]",
    fixing: Fixing,
    mended: Mended | None,
    fail_on: FailOn | None,
) -> bool:
    changed = mended is not None and bool(mended.changed)
    if changed and (fixing.diff or fixing.exit_non_zero_on_fix):
        return True
    if fixing.silent:
        return False
    return any(
        fails(result.findings, fail_on or settings.fail_on)
        for result, settings in results
    )
