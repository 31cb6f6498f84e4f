"""`okyaku parity`: translations that name other people than their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import rendering
from linter.cli.choosing import (
    STDIN,
    Output,
    Run,
    Wanted,
    complain,
    file_options,
    listed,
    output_options,
    write,
)
from linter.cli.fixing import Fixing, carry_out, tell_made
from linter.cli.fixing import diff as differences
from linter.cli.narrowing import Hidden
from linter.cli.speaking import Command, fail, note, option, said, tell
from linter.cli.verdict import fails
from linter.config import FailOn
from linter.errors import OkyakuError
from linter.messages import LANGUAGES

if TYPE_CHECKING:
    from linter.cli.fixing import Mended
    from linter.engine.pairing import Family
    from linter.engine.parity import Compared

    Pairs = tuple[tuple[Path, Path], ...]

_FINDINGS, _FAILED = 1, 2
_PAIR = 2


@click.command(cls=Command, help="cli-parity")
@file_options
@option("--source", type=click.Choice(LANGUAGES), help="cli-opt-source")
@option("--every-direction", is_flag=True, help="cli-opt-every-direction")
@option(
    "--pattern",
    "patterns",
    multiple=True,
    callback=listed,
    metavar="GLOB",
    help="cli-opt-pattern",
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
@option("--fix", is_flag=True, help="cli-opt-parity-fix")
@option("--diff", is_flag=True, help="cli-opt-diff")
@option("--show-fixes", is_flag=True, help="cli-opt-show-fixes")
@option("-v", "--verbose", is_flag=True, help="cli-opt-verbose")
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands over each option by itself
    context: click.Context,
    *,
    wanted: Wanted,
    output: Output,
    source: str | None,
    every_direction: bool,
    patterns: tuple[str, ...],
    form: str,
    fail_on: str | None,
    exit_zero: bool,
    why: bool,
    fix: bool,
    diff: bool,
    show_fixes: bool,
    verbose: bool,
) -> None:
    """Hold translations against their sources, print what differs, exit by it."""
    if STDIN in wanted.paths:
        raise fail("cli-parity-stdin")
    fixing = Fixing(fix=fix, diff=diff, show_fixes=show_fixes)
    if every_direction and fixing.asked:
        raise fail("cli-parity-one-direction")
    run = Run(wanted)
    pairs = tuple(_pairs(run, source, patterns, every=every_direction))
    held = tuple(_held(run, pairs))
    mended = _mended(run, fixing, held) if fixing.asked else None
    if mended is not None and not diff:
        held = tuple(_held(run, pairs))
    results = tuple(one.result for one in held)
    if mended is not None and diff:
        write(differences(mended.changed), output)
    else:
        write(rendering.findings(results, form, output, why=why), output)
    complain(run)
    if not output.quiet:
        _remark(held, verbose=verbose)
        if mended is not None:
            tell_made(fixing, mended)
    if run.failures:
        context.exit(_FAILED)
    least = FailOn(fail_on) if fail_on else FailOn.WARNING
    if not exit_zero and any(fails(result.findings, least) for result in results):
        context.exit(_FINDINGS)


def _pairs(
    run: Run, source: str | None, patterns: tuple[str, ...], *, every: bool
) -> Iterator[tuple[Path, Path]]:
    """Yield each source with its translation: two files that are named, or families."""
    from linter.engine.pairing import families  # noqa: PLC0415 - not for every command

    settings = run.settings(None)
    source, patterns = source or settings.source_lang, patterns or settings.translations
    named = [Path(path) for path in run.wanted.paths]
    if len(named) == _PAIR and all(path.is_file() for path in named):
        yield named[0], named[1]
        return
    first = source or LANGUAGES[0]
    for family in families(run.files(), patterns, first=first):
        yield from _directions(family, source, every=every)


def _directions(
    family: "Family", source: str | None, *, every: bool
) -> Iterator[tuple[Path, Path]]:
    members = family.members
    if every:
        for here, path in members.items():
            yield from (
                (path, other) for lang, other in members.items() if lang != here
            )
        return
    order = [source, *LANGUAGES]
    start = next((lang for lang in order if lang in members), None)
    if start is None:
        return
    for lang in LANGUAGES:
        if lang in members and lang != start:
            yield members[start], members[lang]


def _mended(run: Run, fixing: Fixing, held: "Iterable[Compared]") -> "Mended":
    """Mend what the source alone decides; all else of a file stays as it is known."""
    from linter import engine  # noqa: PLC0415 - with it comes the whole program

    judged = []
    for one in held:
        document = one.result.document
        if document is None:
            continue
        settings = run.settings(Path(one.result.path))
        known = tuple(
            replace(finding, edits=())
            for finding in engine.lint_document(document, settings=settings).findings
        )
        findings = (*one.result.findings, *known)
        judged.append((replace(one.result, findings=findings), settings))
    return carry_out(fixing, run, judged, Hidden({}))


def _held(run: Run, pairs: "Pairs") -> Iterator["Compared"]:
    from linter import engine  # noqa: PLC0415 - with it comes the whole program
    from linter.engine.parity import hold  # noqa: PLC0415

    for source, target in pairs:
        try:
            settings = run.settings(target)
            original = engine.read_file(source, settings=run.settings(source))
            translation = engine.read_file(target, settings=settings)
            yield hold(original, translation, settings=settings)
        except OkyakuError as error:
            run.fail(said(error))


def _remark(held: "tuple[Compared, ...]", *, verbose: bool) -> None:
    """Say beside the result what a clean one must not hide."""
    if not held:
        note(tell("cli-parity-none"))
    for one in held:
        if one.drifted:
            note(tell("cli-parity-drifted", path=one.result.path, source=one.source))
        elif verbose:
            note(
                tell(
                    "cli-parity-held",
                    path=one.result.path,
                    source=one.source,
                    count=one.units,
                )
            )
