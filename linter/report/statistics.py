"""How often which rule, which word and which language was reported."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from linter.messages import say
from linter.report import summary
from linter.report.excerpt import visible
from linter.report.json import VERSION
from linter.report.paint import Paint
from linter.report.sources import source_of
from linter.values import Severity

if TYPE_CHECKING:
    from linter.engine.results import FileResult

Word = tuple[str, str, str]
"""Language, the word in small letters, the first offer for it (may be empty)."""

_GAP = "  "
Key = TypeVar("Key", str, tuple[str, Severity], Word)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Findings counted, the most frequent first."""

    rules: Mapping[tuple[str, Severity], int]
    words: Mapping[Word, int]
    languages: Mapping[str, int]


def count(results: "Iterable[FileResult]") -> Statistics:
    """Return the counts of all findings of a run."""
    rules: Counter[tuple[str, Severity]] = Counter()
    words: Counter[Word] = Counter()
    languages: Counter[str] = Counter()
    for result in results:
        if result.document is None:
            continue
        source = source_of(result.document)
        for finding in result.findings:
            lang = source.lang_at(finding.span) or ""
            offered = finding.suggestions[0] if finding.suggestions else ""
            text = " ".join(source.slice(finding.span).split())
            rules[finding.rule, finding.severity] += 1
            words[lang, text.casefold(), offered.casefold()] += 1
            languages[lang] += 1
    return Statistics(_ordered(rules), _ordered(words), _ordered(languages))


def write(
    results: "Iterable[FileResult]", *, ui_lang: str = "en", paint: Paint | None = None
) -> str:
    """Return tables by rule, word and language, and the line of counts."""
    results = tuple(results)
    paint = paint or Paint()
    counted = count(results)
    tables = (
        (
            "report-statistics-rules",
            [
                (number, f"{paint.severity(severity, severity)} {rule}")
                for (rule, severity), number in counted.rules.items()
            ],
        ),
        (
            "report-statistics-words",
            [
                (number, visible(f"{lang} {text}" + (f" → {new}" if new else "")))
                for (lang, text, new), number in counted.words.items()
            ],
        ),
        (
            "report-statistics-languages",
            [(number, lang or "–") for lang, number in counted.languages.items()],
        ),
    )
    parts = [
        "".join([f"{say(key, ui_lang)}\n", *_table(rows)])
        for key, rows in tables
        if rows
    ]
    parts.append(summary.sentence(summary.count(results), ui_lang) + "\n")
    return "\n".join(parts)


def write_json(results: "Iterable[FileResult]", *, indent: int | None = 2) -> str:
    """Return the counts as one JSON object; *indent* None writes it on one line."""
    results = tuple(results)
    counted = count(results)
    value = {
        "version": VERSION,
        "type": "statistics",
        "rules": [
            {"rule": rule, "severity": severity, "count": number}
            for (rule, severity), number in counted.rules.items()
        ],
        "words": [
            {
                "lang": lang or None,
                "text": text,
                "offered": new or None,
                "count": number,
            }
            for (lang, text, new), number in counted.words.items()
        ],
        "languages": [
            {"lang": lang or None, "count": number}
            for lang, number in counted.languages.items()
        ],
        "summary": summary.as_json(summary.count(results)),
    }
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _table(rows: Iterable[tuple[int, str]]) -> Iterator[str]:
    rows = tuple(rows)
    digits = max(len(str(number)) for number, _ in rows)
    for number, text in rows:
        yield f"{_GAP}{number:>{digits}}{_GAP}{text}\n"


def _ordered(counter: "Counter[Key]") -> dict["Key", int]:
    """Return the counts, the greatest first, of equals in order of their keys."""
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
