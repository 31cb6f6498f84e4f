"""One table of a configuration file, read key by key; mistakes are noted."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from linter.config import globs
from linter.config.lines import Lines
from linter.config.mistakes import Mistakes, suggest
from linter.config.schema import Kind
from linter.config.settings import LANGUAGES
from linter.severity import Severity

OFF = "off"

EXAMPLES = {
    Kind.GLOBS: 'paths = ["shop/**"]',
    Kind.LEVELS: 'severity = { audience-mixed = "error" }',
    Kind.BY_LANG: 'words = { ja = "依頼者" }',
    Kind.NAMES: 'names = { en = "Our firm" }',
    Kind.TEXTS_BY_LANG: 'avoid_in = { ko = ["customer"] }',
    Kind.MODELS: "[models.our-firm]",
    Kind.SCOPES: "[[scope]]",
    Kind.EXCEPTIONS: "[[exception]]",
    Kind.DATE: 'until = "2027-03-31"',
}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEVELS = (*(str(level) for level in Severity), OFF)

Choice = TypeVar("Choice", bound=StrEnum)
Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read: its name in messages, its folder, where keys stand.

    *prefix* is the table of the file that is ours, `("tool", "okyaku")` in a
    `pyproject.toml`.
    """

    shown: str
    root: Path
    lines: Lines
    prefix: tuple[str, ...] = ()


class Table:
    """One table of the file, read key by key; None is what is not given or wrong."""

    def __init__(
        self,
        table: Mapping[str, object],
        path: Keys,
        source: Source,
        known_rules: Collection[str] | None,
        mistakes: Mistakes,
    ) -> None:
        self._table = table
        self._path = path
        self._source = source
        self._known_rules = known_rules
        self._mistakes = mistakes

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the table, in their order."""
        return tuple(self._table)

    def check_keys(self, known: Iterable[str]) -> None:
        """Note every key that is not one of the *known*."""
        known = tuple(known)
        for key in self._table:
            if key in known:
                continue
            close = suggest(key, known)
            if close is None:
                self._wrong(key, "config-unknown-key", known=_listed(known))
            else:
                self._wrong(key, "config-unknown-key-close", close=close)

    def require(self, key: str, example: str) -> None:
        """Note that *key* is missing, which *example* shows how to write."""
        if key not in self._table:
            self._wrong(key, "config-missing-key", example=example)

    def text(self, key: str) -> str | None:
        """Return a text that is not empty."""
        value = self._table.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.odd(key, Kind.TEXT, f'{key} = "…"')
        return None

    def number(self, key: str) -> int | None:
        """Return a whole number, at least one."""
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.odd(key, Kind.NUMBER, f"{key} = 1000000")
        return None

    def lang(self, key: str) -> str | None:
        """Return en, ja or ko."""
        return self._one_of(key, self._table.get(key), LANGUAGES)

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        """Return one of the values of *kind*."""
        known = tuple(str(value) for value in kind)
        value = self._one_of(key, self._table.get(key), known)
        return None if value is None else kind(value)

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, none of them empty."""
        value = self._table.get(key)
        if value is None:
            return None
        texts = _as_texts(value)
        if texts is None:
            self.odd(key, Kind.TEXTS, f'{key} = ["…"]')
        return texts

    def globs(self, key: str) -> tuple[str, ...] | None:
        """Return a list of patterns for paths."""
        patterns = self.texts(key)
        for pattern in patterns or ():
            if not globs.is_usable(pattern):
                self._wrong(key, "config-bad-glob", glob=pattern)
                patterns = None
        return patterns

    def rules(self, key: str) -> tuple[str, ...] | None:
        """Return a list of rule ids that exist."""
        rules = self.texts(key)
        for rule in rules or ():
            self._check_rule(key, rule)
        return rules

    def levels(self, key: str) -> tuple[dict[str, Severity], frozenset[str]]:
        """Return severities by rule, and the rules that are off."""
        table = self.table_at(key, Kind.LEVELS)
        if table is None:
            return {}, frozenset()
        levels: dict[str, Severity] = {}
        off = set()
        for rule in table.keys:
            level = table.level(rule)
            if level == OFF:
                off.add(rule)
            elif level is not None:
                levels[rule] = Severity(level)
        return levels, frozenset(off)

    def level(self, rule: str) -> str | None:
        """Return the severity, or `off`, that stands under the key *rule*."""
        self._check_rule(rule, rule)
        return self._one_of(rule, self._table[rule], _LEVELS)

    def by_lang(self, key: str, *, plain: bool = False) -> dict[str, str] | None:
        """Return texts by language; a *plain* text stands for every language."""
        value = self._table.get(key)
        if plain and isinstance(value, str) and value.strip():
            return dict.fromkeys(LANGUAGES, value)
        table = self.table_at(key, Kind.NAMES if plain else Kind.BY_LANG)
        if table is None:
            return None
        table.check_keys(LANGUAGES)
        texts = {lang: table.text(lang) for lang in LANGUAGES}
        return {lang: text for lang, text in texts.items() if text is not None}

    def texts_by_lang(self, key: str) -> dict[str, tuple[str, ...]] | None:
        """Return lists of texts by language."""
        table = self.table_at(key, Kind.TEXTS_BY_LANG)
        if table is None:
            return None
        table.check_keys(LANGUAGES)
        texts = {lang: table.texts(lang) for lang in LANGUAGES}
        return {lang: items for lang, items in texts.items() if items is not None}

    def buyers(self, key: str) -> tuple[str, ...] | None:
        """Return concepts, which may stand under `prefer` as in a model's own file."""
        value = self._table.get(key)
        if not isinstance(value, dict):
            return self.texts(key)
        table = self._inner(value, (key,))
        table.check_keys(("prefer",))
        return table.texts("prefer")

    def rule(self, key: str) -> str | None:
        """Return the id of a rule that exists."""
        rule = self.text(key)
        if rule is not None:
            self._check_rule(key, rule)
        return rule

    def date(self, key: str) -> date | None:
        """Return a day, written as a text or as a date of TOML."""
        value = self._table.get(key)
        try:
            # A day with a time is a date too, and no day.
            if value is None or type(value) is date:
                return value
            if isinstance(value, str) and _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.odd(key, Kind.DATE, EXAMPLES[Kind.DATE])
        return None

    def require_one(self, keys: tuple[str, ...], example: str) -> None:
        """Note that there is none of *keys*, one of which *example* shows."""
        if not any(key in self._table for key in keys):
            self._wrong(keys[0], "config-missing-key", example=example)

    def tables(self, key: str, kind: Kind = Kind.SCOPES) -> "Iterator[Table]":
        """Yield the tables of the list *key*, in their order."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or any(
            not isinstance(item, dict) for item in value
        ):
            self.odd(key, kind, EXAMPLES[kind])
            return
        for index, item in enumerate(value):
            yield self._inner(item, (key, index))

    def table_at(self, key: str, kind: Kind) -> "Table | None":
        """Return the table that stands under *key*."""
        value = self._table.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.odd(key, kind, EXAMPLES[kind])
            return None
        return self._inner(value, (key,))

    def odd(self, key: str, kind: Kind, example: str) -> None:
        """Note that *key* is not of *kind*, which *example* shows how to write."""
        self._wrong(key, f"config-not-{kind}", example=example)

    def _inner(self, table: Mapping[str, object], path: Keys) -> "Table":
        return Table(
            table,
            (*self._path, *path),
            self._source,
            self._known_rules,
            self._mistakes,
        )

    def _one_of(self, key: str, value: object, known: tuple[str, ...]) -> str | None:
        if value is None:
            return None
        if isinstance(value, str) and value in known:
            return value
        close = suggest(value, known) if isinstance(value, str) else None
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        if close is None:
            listed = _listed(known)
            self._wrong(key, "config-not-one-of", value=shown, known=listed)
        else:
            self._wrong(key, "config-not-one-of-close", value=shown, close=close)
        return None

    def _check_rule(self, key: str, rule: str) -> None:
        if self._known_rules is None or rule in self._known_rules:
            return
        close = suggest(rule, self._known_rules)
        if close is None:
            known = _listed(sorted(self._known_rules))
            self._wrong(key, "config-unknown-rule", rule=rule, known=known)
        else:
            self._wrong(key, "config-unknown-rule-close", rule=rule, close=close)

    def _wrong(self, key: str, message: str, **values: object) -> None:
        path = (*self._path, key)
        line = self._source.lines.of((*self._source.prefix, *path))
        self._mistakes.add(
            self._source.shown, line, message, entry=_dotted(path), **values
        )


def _as_texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    texts = tuple(item for item in value if isinstance(item, str) and item.strip())
    return texts if len(texts) == len(value) else None


def _dotted(path: Keys) -> str:
    """Write a path of keys as users know it; lists count from one."""
    shown = ""
    for part in path:
        if isinstance(part, int):
            shown += f"[{part + 1}]"
        else:
            shown += f".{part}" if shown else part
    return shown


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
