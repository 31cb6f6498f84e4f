"""Workflow commands, which GitHub shows as annotations of a pull request."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from linter.report.sources import Source, worst_first
from linter.values import Finding, Severity

if TYPE_CHECKING:
    from linter.engine.results import FileResult

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def write(results: "Iterable[FileResult]") -> str:
    """Return a command a line: files not checked, then the findings, worst first.

    GitHub shows ten of each weight in a step and drops the rest.
    """
    results = tuple(results)
    commands = [*_errors(results), *_findings(results)]
    return "".join(f"{command}\n" for command in commands)


def _errors(results: "Iterable[FileResult]") -> Iterator[str]:
    for result in results:
        if result.error is not None:
            place = {"file": PurePath(result.path).as_posix(), "title": "okyaku"}
            yield _command("error", place, result.error)


def _findings(results: "Iterable[FileResult]") -> Iterator[str]:
    for source, result, finding in worst_first(results):
        place = {
            "file": PurePath(result.path).as_posix(),
            **_range(finding, source),
            "title": f"okyaku ({finding.rule})",
        }
        yield _command(_COMMANDS[finding.severity], place, source.message(finding))


def _range(finding: Finding, source: Source) -> dict[str, str]:
    start = source.position(finding.span.start)
    end = source.position(finding.span.end)
    if start.line != end.line:
        # GitHub refuses columns over more than one line.
        return {"line": str(start.line), "endLine": str(end.line)}
    return {
        "line": str(start.line),
        "endLine": str(end.line),
        "col": str(start.column),
        "endColumn": str(end.column),
    }


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
