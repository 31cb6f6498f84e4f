"""`okyaku baseline`: records the findings that are known."""

from collections import Counter
from pathlib import Path

import click

from linter.cli.choosing import Run, Wanted, complain, counted, file_options, shown
from linter.cli.speaking import (
    Command,
    Failure,
    Group,
    fail,
    note,
    option,
    said,
    tell,
    ui_lang_option,
)
from linter.engine.baseline import NAME, Entry, Ledger, read, written
from linter.errors import OkyakuError

_FAILED = 2


@click.group(cls=Group, help="cli-baseline")
@ui_lang_option
def command() -> None:
    """Run one of the commands on baselines."""


@command.command("write", cls=Command, help="cli-baseline-write")
@file_options
@option(
    "-o",
    "--output-file",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="cli-opt-baseline-file",
)
@option("--prune", is_flag=True, help="cli-opt-prune")
@ui_lang_option
@click.pass_context
def write(
    context: click.Context, *, wanted: Wanted, file: Path | None, prune: bool
) -> None:
    """Record what is found, or take out what is found no longer."""
    from linter import engine  # noqa: PLC0415 - with it comes the whole program

    run = Run(wanted)
    path = shown(file or run.settings_here().baseline or Path(NAME))
    ledger = _opened(path, must_exist=prune)
    results = engine.with_doubts(counted(run.results(), quiet=False))
    for result, _ in results:
        ledger.known_in(result)
    found = ledger.known if prune else ledger.met
    counts = found + ledger.left()
    _save(path, counts)
    complain(run)
    note(tell("baseline-written", path=path, count=counts.total()))
    if run.failures:
        context.exit(_FAILED)


def _opened(path: Path, *, must_exist: bool) -> Ledger:
    counts: Counter[Entry] = Counter()
    if must_exist or path.exists():
        try:
            counts = read(path)
        except OkyakuError as error:
            raise Failure(said(error)) from error
    return Ledger(counts, path.parent.absolute())


def _save(path: Path, counts: Counter[Entry]) -> None:
    try:
        with click.open_file(str(path), "w", encoding="utf-8", atomic=True) as opened:
            opened.write(written(counts))
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail("baseline-unwritable", path=path, reason=reason) from error
