"""Which report is written for which `--format`."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.speaking import ui_lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.cli.choosing import Output
    from linter.engine.results import FileResult

# The reports are imported in the functions: a hook that finds nothing needs one of
# them, and sarif brings the pages of all rules.
# ruff: noqa: PLC0415

FORMATS = ("human", "json", "jsonl", "github", "gitlab", "rdjsonl", "sarif")
TERM_FORMATS = ("text", "jsonl")

_WIDEST = 120


def findings(
    found: "Sequence[FileResult]", form: str, output: "Output", *, why: bool = False
) -> str:
    """Return what was found in the form called *form*, one of `FORMATS`."""
    if form == "human":
        from linter.report import human
        from linter.report.paint import Paint

        style = human.Style(
            ui_lang=ui_lang(),
            paint=Paint(output.colour),
            room=min(_columns(output) or human.ROOM, _WIDEST),
            why=why,
            total=not output.quiet,
        )
        return human.write(found, style)
    if form in {"json", "jsonl"}:
        from linter.report import json

        return json.write(found) if form == "json" else json.write_lines(found)
    return _for_host(tuple(map(_from_here, found)), form)


def statistics(found: "Sequence[FileResult]", form: str, output: "Output") -> str:
    """Return counts of what was found: JSON where *form* is that, else tables."""
    from linter.report import statistics as report
    from linter.report.paint import Paint

    if form in {"json", "jsonl"}:
        return report.write_json(found, indent=2 if form == "json" else None)
    return report.write(found, ui_lang=ui_lang(), paint=Paint(output.colour))


def terms(
    found: "Sequence[FileResult]", form: str, output: "Output", *, why: bool = False
) -> str:
    """Return the audience words in the form called *form*, one of `TERM_FORMATS`."""
    if form == "jsonl":
        from linter.report import json

        return json.write_words(found)
    from linter.report import terms as report
    from linter.report.paint import Paint

    style = report.Style(Paint(output.colour), width=_columns(output), why=why)
    return report.write(found, style)


def _for_host(found: "Sequence[FileResult]", form: str) -> str:
    if form == "github":
        from linter.report import github

        return github.write(found)
    if form == "gitlab":
        from linter.report import gitlab

        return gitlab.write(found)
    if form == "rdjsonl":
        from linter.report import rdjsonl

        return rdjsonl.write(found, ui_lang=ui_lang())
    from linter.report import sarif

    return sarif.write(found, ui_lang=ui_lang())


def _from_here(result: "FileResult") -> "FileResult":
    """Name a file of the working folder from there: code hosts know no other path."""
    path = Path(result.path)
    here = Path.cwd()
    if not (path.is_absolute() and path.is_relative_to(here)):
        return result
    return replace(result, path=str(path.relative_to(here)))


def _columns(output: "Output") -> int | None:
    """Return how wide the terminal is, None where the result goes elsewhere."""
    if output.file is not None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns
