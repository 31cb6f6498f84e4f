"""How much was read, and how much of what weight was found."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.messages import listed, say
from linter.values import Severity

if TYPE_CHECKING:
    from linter.engine.results import FileResult

_SPACES = {"en": " ", "ja": "", "ko": " "}


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a run: files read, files not checked, audience words, findings."""

    files: int
    not_checked: int
    words: int
    findings: Mapping[Severity, int]


def count(results: "Iterable[FileResult]") -> Summary:
    """Return the counts of a run."""
    results = tuple(results)
    not_checked = sum(result.error is not None for result in results)
    found = Counter(
        finding.severity for result in results for finding in result.findings
    )
    return Summary(
        files=len(results) - not_checked,
        not_checked=not_checked,
        words=sum(len(result.occurrences) for result in results),
        findings={severity: found[severity] for severity in Severity},
    )


def sentence(summary: Summary, ui_lang: str) -> str:
    """Return the counts in words."""
    found = [
        say(f"report-{severity}", ui_lang, count=number)
        for severity, number in summary.findings.items()
        if number
    ]
    if summary.files:
        said = say(
            "report-summary",
            ui_lang,
            files=summary.files,
            words=summary.words,
            found=listed(found, ui_lang) or say("report-clean", ui_lang),
        )
    else:
        said = say("report-none", ui_lang)
    if not summary.not_checked:
        return said
    rest = say("report-not-checked", ui_lang, count=summary.not_checked)
    return f"{said}{_SPACES.get(ui_lang, ' ')}{rest}"


def as_json(summary: Summary) -> Mapping[str, object]:
    """Return the counts as a JSON object."""
    return {
        "files": summary.files,
        "not_checked": summary.not_checked,
        "words": summary.words,
        "findings": dict(summary.findings),
    }
