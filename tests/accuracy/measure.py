"""How often okyaku is right on labelled copy, beside a word list on the same copy.

    python tests/accuracy/measure.py [--update] [FOLDER]

FOLDER holds en.jsonl, ja.jsonl and ko.jsonl, one labelled occurrence a line; without it
the copy that lies beside the repository is read. Two readers labelled every row; the
figures are over the rows on which they agreed. With --update the tables go into
README.md, between its accuracy marks.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from linter import analyse, lint_text

ROOT = Path(__file__).parents[2]
COPY = ROOT.parent / "shared" / "eval"
NAMES = {"en": "English", "ja": "Japanese", "ko": "Korean"}
# Each row is judged by a business that has clients and by one that has customers.
ACCEPTS = {"professional-services": "client", "retail": "customer"}
RULE = "audience-mismatch"
SEVERITIES = ("error", "warning", "info")
# What fails a run, and so counts as reported.
REPORTED = SEVERITIES[:2]
MARKS = ("<!-- accuracy -->\n", "<!-- end of accuracy -->")


@dataclass
class Tally:
    """Counts over the rows of one language."""

    rows: int = 0
    parties: int = 0
    right: Counter = field(default_factory=Counter)
    flags: Counter = field(default_factory=Counter)


def rows_of(path: Path) -> list[dict]:
    """Return the rows of one file on which both readers agreed."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if row.get("agreed", True)]


def tally(rows: list[dict]) -> Tally:
    """Return how okyaku does on *rows*."""
    counts = Tally()
    for row in rows:
        counts.rows += 1
        _decided(row, counts)
        for model, accepted in ACCEPTS.items():
            if row["concept"] in ACCEPTS.values() and row["concept"] != accepted:
                wanted = row["sense"] == "party" and not _is_theirs(row["possessor"])
                counts.flags[wanted, _severity(row, model)] += 1
    return counts


def _decided(row: dict, counts: Tally) -> None:
    span = (row["start"], row["end"])
    found = next(
        (
            one
            for one in analyse(row["text"], lang=row["lang"])
            if (one.span.start, one.span.end) == span
        ),
        None,
    )
    party = row["sense"] == "party"
    counts.parties += party
    if found is None:
        return
    counts.right["found"] += 1
    counts.right["sense"] += found.sense == row["sense"]
    counts.right["whose"] += party and (
        _is_theirs(found.possessor) == _is_theirs(row["possessor"])
    )


def _severity(row: dict, model: str) -> str:
    """Return how heavily *row* is reported under *model*: one of SEVERITIES, or ""."""
    found = {
        str(finding.severity)
        for finding in lint_text(row["text"], model=model, lang=row["lang"])
        if finding.rule == RULE
        and finding.span.start < row["end"]
        and row["start"] < finding.span.end
    }
    return next((severity for severity in SEVERITIES if severity in found), "")


def _is_theirs(possessor: object) -> bool:
    return possessor in {"reader", "other"}


def tables(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of the two tables."""
    yield "| | " + " | ".join(NAMES[lang] for lang in tallies) + " |"
    yield "| --- |" + " --- |" * len(tallies)
    for title, figure in _FIGURES.items():
        cells = (_written(figure(counts)) for counts in tallies.values())
        yield f"| {title} | " + " | ".join(cells) + " |"
    yield ""
    yield (
        "| severity | "
        + " | ".join(f"{NAMES[lang]}: precision, share" for lang in tallies)
        + " |"
    )
    yield "| --- |" + " --- |" * len(tallies)
    for severity in SEVERITIES:
        cells = (
            f"{_written(_precision(counts, severity))}, "
            f"{_written(_share(counts, severity))}"
            for counts in tallies.values()
        )
        yield f"| {severity} | " + " | ".join(cells) + " |"


def _precision(counts: Tally, *severities: str) -> float | None:
    right = sum(counts.flags[True, severity] for severity in severities)
    wrong = sum(counts.flags[False, severity] for severity in severities)
    return right / (right + wrong) if right + wrong else None


def _share(counts: Tally, *severities: str) -> float:
    wanted = sum(count for (want, _), count in counts.flags.items() if want)
    return sum(counts.flags[True, severity] for severity in severities) / wanted


def _word_list(counts: Tally) -> float:
    wanted = sum(count for (want, _), count in counts.flags.items() if want)
    return wanted / counts.flags.total()


_FIGURES = {
    "words found": lambda counts: counts.right["found"] / counts.rows,
    "sense right": lambda counts: counts.right["sense"] / counts.rows,
    "whose people, right": lambda counts: counts.right["whose"] / counts.parties,
    "reported words that are wrong indeed": lambda counts: _precision(
        counts, *REPORTED
    ),
    "wrong words that are reported": lambda counts: _share(counts, *REPORTED),
    "a word list: reported words that are wrong indeed": _word_list,
    "labelled words": lambda counts: counts.rows,
}


def _written(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def main() -> None:
    """Print the tables, or write them into README.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=COPY)
    parser.add_argument("--update", action="store_true", help="write README.md")
    options = parser.parse_args()
    if not (options.folder / "en.jsonl").is_file():
        sys.stdout.write(f"skipped: no labelled copy in {options.folder}\n")
        return
    tallies = {lang: tally(rows_of(options.folder / f"{lang}.jsonl")) for lang in NAMES}
    text = "\n".join(tables(tallies)) + "\n"
    sys.stdout.write(text)
    if options.update:
        readme = ROOT / "README.md"
        before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
        _, _, after = rest.partition(MARKS[1])
        readme.write_text(
            f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
