"""`okyaku check`: reports words that do not suit the people they name."""

from typing import TYPE_CHECKING

import click

from linter.cli import rendering
from linter.cli.choosing import (
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
from linter.cli.speaking import Command, note, option, tell
from linter.config import FailOn, Settings
from linter.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.engine.results import FileResult

_WEIGHTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_LEAST = {FailOn.INFO: 0, FailOn.WARNING: 1, FailOn.ERROR: 2, FailOn.NEVER: 3}
_FINDINGS, _FAILED = 1, 2


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
@option("-e", "--exit-zero", is_flag=True, help="cli-opt-exit-zero")
@option("--why", is_flag=True, help="cli-opt-why")
@option("--statistics", is_flag=True, help="cli-opt-statistics")
@option("-v", "--verbose", is_flag=True, help="cli-opt-verbose")
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands over each option by itself
    context: click.Context,
    *,
    wanted: Wanted,
    output: Output,
    form: str,
    fail_on: str | None,
    exit_zero: bool,
    why: bool,
    statistics: bool,
    verbose: bool,
) -> None:
    """Check files, print what is found, and exit by it."""
    from linter import engine  # noqa: PLC0415 - with it comes the whole program

    run = Run(wanted)
    results = engine.with_doubts(counted(run.results(), quiet=output.quiet))
    found = tuple(result for result, _ in results)
    if statistics:
        text = rendering.statistics(found, form, output)
    else:
        text = rendering.findings(found, form, output, why=why)
    write(text, output)
    complain(run)
    if not output.quiet:
        _remark(results, run, verbose=verbose)
    if run.failures:
        context.exit(_FAILED)
    if not exit_zero and _fails(results, FailOn(fail_on) if fail_on else None):
        context.exit(_FINDINGS)


def _remark(
    results: "tuple[tuple[FileResult, Settings], ...]", run: Run, *, verbose: bool
) -> None:
    """Say beside the result what a clean one must not hide."""
    if not results and not run.failures:
        note(tell("cli-no-files"))
    for result, settings in results:
        document = result.document
        if (
            document is not None
            and document.source.strip()
            and not any(block.text.strip() for block in document.blocks)
        ):
            note(tell("cli-no-text", path=result.path))
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


def _fails(
    results: "Iterable[tuple[FileResult, Settings]]", fail_on: FailOn | None
) -> bool:
    return any(
        _WEIGHTS[finding.severity] >= _LEAST[fail_on or settings.fail_on]
        for result, settings in results
        for finding in result.findings
    )
