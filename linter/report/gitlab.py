"""GitLab's code quality report."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from linter.report.sources import worst_first
from linter.values import Severity

if TYPE_CHECKING:
    from linter.engine.results import FileResult

Value = Mapping[str, object]

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def write(results: "Iterable[FileResult]") -> str:
    """Return a list of files not checked and findings, worst first."""
    results = tuple(results)
    issues = [*_errors(results), *_findings(results)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _errors(results: "Iterable[FileResult]") -> Iterator[Value]:
    for result in results:
        if result.error is not None:
            path = PurePath(result.path).as_posix()
            yield {
                "description": result.error,
                "check_name": "not-checked",
                "fingerprint": _hash("not-checked", path),
                "severity": "critical",
                "location": {"path": path, "lines": {"begin": 1}},
            }


def _findings(results: "Iterable[FileResult]") -> Iterator[Value]:
    seen: Counter[tuple[str, ...]] = Counter()
    for source, result, finding in worst_first(results):
        path = PurePath(result.path).as_posix()
        start = source.position(finding.span.start)
        end = source.position(max(finding.span.start, finding.span.end - 1))
        line = source.slice(source.line(start.line)).strip()
        # The line's text and not its number: an edit further up revives no finding.
        same = (finding.rule, path, line, source.slice(finding.span))
        seen[same] += 1
        yield {
            "description": source.message(finding),
            "check_name": finding.rule,
            "fingerprint": _hash(*same, str(seen[same])),
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": path,
                "lines": {"begin": start.line, "end": end.line},
            },
        }


def _hash(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()
