"""Findings that a team knows of and has not mended yet, so that new ones stand out.

A finding is known again by its rule, its file, the words it quotes and the text of
the block they stand in: not by its line, so that edits elsewhere do not revive it.
"""

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from linter.engine.placing import blocks_of
from linter.engine.results import FileResult
from linter.errors import BaselineError
from linter.values import Document, Finding

NAME = ".okyaku-baseline.json"
VERSION = 1

_DIGITS = 16
_KEPT = 4096


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What a finding is known again by; *block* is a digest of the block's text."""

    path: str
    rule: str
    text: str
    block: str


Counts = Mapping[Entry, int]


def read(path: Path) -> Counter[Entry]:
    """Return how often each finding is known by the file *path*.

    Raise `BaselineError` for a file that is missing or is no baseline.
    """
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BaselineError("baseline-missing", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise BaselineError("baseline-unreadable", path=path, reason=reason) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError("baseline-broken", path=path) from error
    if isinstance(given, dict) and given.get("version") not in (None, VERSION):
        version = given["version"]
        raise BaselineError("baseline-version", path=path, version=version)
    try:
        counts: Counter[Entry] = Counter()
        for one in given["findings"]:
            entry = Entry(*(_text(one[key]) for key in Entry.__slots__))
            counts[entry] += _count(one.get("count", 1))
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise BaselineError("baseline-broken", path=path) from error
    return counts


def written(counts: Counts) -> str:
    """Return *counts* as the text of a baseline file: sorted, a finding a line."""
    lines = [
        json.dumps(_table(entry, count), ensure_ascii=False)
        for entry, count in sorted(counts.items())
        if count > 0
    ]
    inside = "".join(f"\n    {line}," for line in lines).removesuffix(",")
    close = "\n  ]" if lines else "]"
    return f'{{\n  "version": {VERSION},\n  "findings": [{inside}{close}\n}}\n'


def recorded(
    results: Iterable[tuple[FileResult, Iterable[Finding]]], root: Path
) -> Counter[Entry]:
    """Return how often each of the findings stands in its file, seen from *root*."""
    return Counter(
        entry
        for result, findings in results
        if result.document is not None
        for entry in _entries(result.document, findings, seen_from(root, result.path))
    )


def seen_from(root: Path, path: str) -> str:
    """Return *path* as the baseline in folder *root* names it."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - the name, not the target
    try:
        return Path(os.path.relpath(absolute, root)).as_posix()
    except ValueError:  # pragma: no cover - another drive of Windows
        return Path(absolute).as_posix()


@dataclass(slots=True)
class Ledger:
    """A baseline in use: each finding that it knows is struck off once.

    *root* is the folder of the baseline, from which it names files. Entries of files
    that are gone may be taken by findings of another file: a page that was renamed.
    """

    counts: Counter[Entry]
    root: Path
    seen: set[str] = field(default_factory=set)
    known: Counter[Entry] = field(default_factory=Counter)
    met: Counter[Entry] = field(default_factory=Counter)
    _gone: dict[str, bool] = field(default_factory=dict)
    _moved: dict[tuple[str, str, str], list[Entry]] | None = None

    def known_in(self, result: FileResult) -> tuple[Finding, ...]:
        """Return those findings of *result* that are known, in order of place."""
        path = seen_from(self.root, result.path)
        if result.error is None:
            self.seen.add(path)
        if result.document is None:
            return ()
        entries = _entries(result.document, result.findings, path)
        found = []
        for finding, entry in zip(result.findings, entries, strict=True):
            self.met[entry] += 1
            taken = self._taken(entry)
            if taken is not None:
                self.counts[taken] -= 1
                self.known[entry] += 1
                found.append(finding)
        return tuple(found)

    @property
    def resolved(self) -> int:
        """Return how many known findings are there no longer in the files seen."""
        return sum(
            count for entry, count in self.counts.items() if not self._stays(entry)
        )

    def left(self) -> Counter[Entry]:
        """Return what the baseline says of files that were not seen and still exist."""
        return Counter(
            {entry: count for entry, count in self.counts.items() if self._stays(entry)}
        )

    def _taken(self, entry: Entry) -> Entry | None:
        if self.counts[entry] > 0:
            return entry
        if self._moved is None:
            self._moved = {}
            for other in sorted(self.counts):
                if self._is_gone(other.path):
                    alike = (other.rule, other.text, other.block)
                    self._moved.setdefault(alike, []).append(other)
        moved = self._moved.get((entry.rule, entry.text, entry.block), ())
        return next((other for other in moved if self.counts[other] > 0), None)

    def _stays(self, entry: Entry) -> bool:
        return entry.path not in self.seen and not self._is_gone(entry.path)

    def _is_gone(self, path: str) -> bool:
        if path not in self._gone:
            self._gone[path] = not (self.root / path).exists()
        return self._gone[path]


def _entries(
    document: Document, findings: Iterable[Finding], path: str
) -> Iterable[Entry]:
    block_at = blocks_of(document)
    for finding in findings:
        block = block_at(finding.span)
        text = document.source[finding.span.start : finding.span.end]
        around = text if block is None else block.text
        yield Entry(path, finding.rule, _folded(text), _digest(around))


@lru_cache(maxsize=_KEPT)
def _digest(text: str) -> str:
    return sha256(_folded(text).encode()).hexdigest()[:_DIGITS]


def _folded(text: str) -> str:
    """Return *text* without what a new line length or another keyboard changes."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _table(entry: Entry, count: int) -> dict[str, object]:
    table: dict[str, object] = {key: getattr(entry, key) for key in Entry.__slots__}
    return table if count == 1 else {**table, "count": count}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError
    return value
