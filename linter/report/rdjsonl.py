"""Reviewdog's diagnostic format, one a line; its columns count bytes of UTF-8."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from linter.messages import say
from linter.report.sources import Position, Source, findings_of, in_one, source_of
from linter.values import Finding, Severity, Span

if TYPE_CHECKING:
    from linter.engine.results import FileResult

Value = Mapping[str, object]

_SOURCE = {"name": "okyaku"}
_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def write(results: "Iterable[FileResult]", *, ui_lang: str = "en") -> str:
    """Return files not checked and findings, in order of file and place."""
    return "".join(
        json.dumps(diagnostic, ensure_ascii=False) + "\n"
        for result in results
        for diagnostic in _diagnostics(result, ui_lang)
    )


def _diagnostics(result: "FileResult", ui_lang: str) -> Iterator[Value]:
    path = PurePath(result.path).as_posix()
    if result.error is not None:
        yield {
            "message": result.error,
            "location": {"path": path},
            "severity": "ERROR",
            "source": _SOURCE,
        }
    if result.document is not None:
        source = source_of(result.document)
        for finding in findings_of(result):
            yield _diagnostic(finding, source, path, ui_lang)


def _diagnostic(finding: Finding, source: Source, path: str, ui_lang: str) -> Value:
    # Several suggestions would become several buttons on a line: the edits of one
    # finding belong together.
    edit = None if source.is_binary else in_one(finding.edits, source.text)
    fix = (
        []
        if edit is None
        else [{"range": _range(edit.span, source), "text": edit.text}]
    )
    related = [
        {
            "message": say("report-related-place", ui_lang),
            "location": _location(span, source, path),
        }
        for span in finding.related
    ]
    return {
        "message": source.message(finding),
        "location": _location(finding.span, source, path),
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule},
        **({"suggestions": fix} if fix else {}),
        **({"related_locations": related} if related else {}),
    }


def _location(span: Span, source: Source, path: str) -> Value:
    return {"path": path, "range": _range(span, source)}


def _range(span: Span, source: Source) -> Value:
    return {
        "start": _position(source.byte_position(span.start)),
        "end": _position(source.byte_position(span.end)),
    }


def _position(position: Position) -> Value:
    return {"line": position.line, "column": position.column}
