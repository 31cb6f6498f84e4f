"""SARIF 2.1.0, as GitHub code scanning and reviewdog read it."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from linter import __version__
from linter.messages import say
from linter.report.fingerprints import line_hashes
from linter.report.sources import Source, worst_first
from linter.rules import RULES, Rule
from linter.values import Edit, Finding, Severity, Span

if TYPE_CHECKING:
    from linter.engine.results import FileResult

Value = Mapping[str, object]

# An identifier of the format, never fetched; GitHub compares it.
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_LONGEST = 1024  # characters of a description that GitHub takes
_JAPANESE = r"[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]"
# A line may also break after a comma or before a bracket beside a Latin word.
_WRAPS = re.compile(
    rf"(?<={_JAPANESE})\n(?={_JAPANESE})|(?<=[、。）」])\n|\n(?=[、。（「])"
)


def write(results: "Iterable[FileResult]", *, ui_lang: str = "en") -> str:
    """Return the log of one run, the worst findings first.

    GitHub shows 5,000 of them at most. Rules are described in *ui_lang*, in one line
    and by their pages.
    """
    results = tuple(results)
    errors = [result for result in results if result.error is not None]
    run = {
        "tool": {
            "driver": {
                "name": "okyaku",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, ui_lang) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that okyaku was run in."}}
        },
        "invocations": [
            {
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [_error(result) for result in errors],
            }
        ],
        "results": list(_results(results, ui_lang)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, ui_lang: str) -> Value:
    page = say(f"page-{rule.ID}", ui_lang)
    _, about, *_ = page.split("\n\n")
    short = say(f"rule-{rule.ID}", ui_lang)
    return {
        "id": rule.ID,
        "name": rule.ID,
        "shortDescription": {"text": f"{short[:1].upper()}{short[1:]}"},
        "fullDescription": {"text": textwrap.shorten(_unwrapped(about), _LONGEST)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY]},
        "properties": {
            "tags": ["copywriting", "terminology"],
            "precision": "high",
            "problem.severity": _PROBLEMS[rule.SEVERITY],
        },
    }


def _unwrapped(paragraph: str) -> str:
    """Return *paragraph* on one line; between Japanese characters stands no blank."""
    return _WRAPS.sub("", paragraph).replace("\n", " ")


def _results(results: "Sequence[FileResult]", ui_lang: str) -> Iterator[Value]:
    index = {rule.ID: at for at, rule in enumerate(RULES)}
    hashes: dict[str, Mapping[int, str]] = {}
    for source, result, finding in worst_first(results):
        if result.path not in hashes:
            lines = (source.position(each.span.start).line for each in result.findings)
            hashes[result.path] = line_hashes(source, lines)
        line = source.position(finding.span.start).line
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index.get(finding.rule, -1),
            "level": _LEVELS[finding.severity],
            "message": {"text": source.message(finding)},
            "locations": [_location(finding.span, source, result.path)],
            "partialFingerprints": {
                "primaryLocationLineHash": hashes[result.path][line]
            },
            **_related(finding, source, result.path, ui_lang),
            **_fixes(finding, source, result.path),
        }


def _related(finding: Finding, source: Source, path: str, ui_lang: str) -> Value:
    places = [
        {
            "id": number,
            "message": {"text": say("report-related-place", ui_lang)},
            **_location(span, source, path),
        }
        for number, span in enumerate(finding.related, start=1)
    ]
    return {"relatedLocations": places} if places else {}


def _fixes(finding: Finding, source: Source, path: str) -> Value:
    """Return what the edits do as a fix: reviewdog offers it, GitHub passes it over."""
    if not finding.edits or source.is_binary:
        return {}
    change = {
        "artifactLocation": _artifact(path),
        "replacements": [_replacement(edit, source) for edit in finding.edits],
    }
    offered = finding.suggestions[0] if finding.suggestions else finding.edits[0].text
    return {
        "fixes": [
            {"description": {"text": f"→ {offered}"}, "artifactChanges": [change]}
        ]
    }


def _replacement(edit: Edit, source: Source) -> Value:
    return {
        "deletedRegion": _region(edit.span, source),
        "insertedContent": {"text": edit.text},
    }


def _error(result: "FileResult") -> Value:
    where = {"physicalLocation": {"artifactLocation": _artifact(result.path)}}
    return {
        "level": "error",
        "message": {"text": result.error or ""},
        "locations": [where],
    }


def _location(span: Span, source: Source, path: str) -> Value:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(path),
            "region": _region(span, source),
        }
    }


def _region(span: Span, source: Source) -> Value:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _artifact(path: str) -> Value:
    """Return where the file is: relative to the root, or a URI of its own."""
    place = PurePath(path)
    if place.is_absolute():
        return {"uri": place.as_uri()}
    return {"uri": quote(place.as_posix()), "uriBaseId": _ROOT}
