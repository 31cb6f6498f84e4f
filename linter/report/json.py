"""JSON for programs: one object for the run, or one object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from linter.report import summary
from linter.report.sources import Position, Source, findings_of, source_of
from linter.values import Block, Finding, Occurrence, Reason, Span

if TYPE_CHECKING:
    from linter.engine.results import FileResult

VERSION = 1
"""Version of the form: raised when a key is changed or removed, not for a new one."""

Value = Mapping[str, object]


def schema() -> Value:
    """Return the JSON Schema of everything that this module writes."""
    text = (files("linter.report") / "report.schema.json").read_text(encoding="utf-8")
    read: Value = json.loads(text)
    return read


def write(results: "Iterable[FileResult]") -> str:
    """Return a run as one object: findings, files not checked, counts."""
    results = tuple(results)
    run = {
        "version": VERSION,
        "findings": list(_findings(results)),
        "errors": list(_errors(results)),
        "summary": summary.as_json(summary.count(results)),
    }
    return json.dumps(run, ensure_ascii=False, indent=2) + "\n"


def write_lines(results: "Iterable[FileResult]") -> str:
    """Return a run one object a line: each finding, each error, at last the counts."""
    results = tuple(results)
    return lines(
        [
            *({"type": "finding"} | dict(found) for found in _findings(results)),
            *({"type": "error"} | dict(error) for error in _errors(results)),
            {"type": "summary"} | dict(summary.as_json(summary.count(results))),
        ]
    )


def write_words(results: "Iterable[FileResult]") -> str:
    """Return audience words one a line, in the order in which they are given."""
    return lines(
        {"type": "word"} | dict(_word(occurrence, source, result.path))
        for result in results
        if result.document is not None
        for source in [source_of(result.document)]
        for occurrence in result.occurrences
    )


def lines(values: Iterable[Value]) -> str:
    """Return each of *values* with its version as a line of JSON."""
    return "".join(
        json.dumps({"version": VERSION} | dict(value), ensure_ascii=False) + "\n"
        for value in values
    )


def _findings(results: "Iterable[FileResult]") -> Iterator[Value]:
    for result in results:
        if result.document is not None:
            source = source_of(result.document)
            for finding in findings_of(result):
                yield _finding(finding, source, result.path)


def _finding(finding: Finding, source: Source, path: str) -> Value:
    return {
        "path": path,
        **_place(finding.span, source),
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "lang": source.lang_at(finding.span),
        "suggestions": list(finding.suggestions),
        "edits": [
            {**_place(edit.span, source), "replacement": edit.text, "safe": edit.safe}
            for edit in finding.edits
        ],
        "related": [_place(span, source) for span in finding.related],
        "because": [
            _reason(reason, source) for reason in dict.fromkeys(finding.because)
        ],
        **_block(source.block_at(finding.span)),
    }


def _word(occurrence: Occurrence, source: Source, path: str) -> Value:
    place = occurrence.place
    sentence = place.block.text[place.sentence.start : place.sentence.end]
    return {
        "path": path,
        **_place(occurrence.span, source),
        "lang": occurrence.lang,
        "word": occurrence.term.word,
        "concept": occurrence.concept,
        "sense": occurrence.sense,
        "possessor": occurrence.possessor,
        "sure": occurrence.sure,
        "sentence": sentence.strip(),
        "because": [
            _reason(reason, source) for reason in dict.fromkeys(occurrence.because)
        ],
        **_block(place.block),
    }


def _reason(reason: Reason, source: Source) -> Value:
    return {
        "entry": str(reason),
        "says": reason.says or None,
        "weight": reason.weight,
        "place": _place(reason.span, source) if reason.span else None,
    }


def _place(span: Span, source: Source) -> Value:
    return {
        "text": source.slice(span),
        "span": {"start": span.start, "end": span.end},
        "start": _position(source.position(span.start)),
        "end": _position(source.position(span.end)),
    }


def _position(position: Position) -> Value:
    return {"line": position.line, "column": position.column}


def _block(block: Block | None) -> Value:
    """Return what the copy is in its file; the keys are there without a block too."""
    return {
        "block": block.kind if block else None,
        "key": (block.key or None) if block else None,
        "where": (block.where or None) if block else None,
    }


def _errors(results: "Iterable[FileResult]") -> Iterator[Value]:
    for result in results:
        if result.error is not None:
            yield {"path": result.path, "message": result.error}
