"""Configuration files: which one belongs to a file of copy, and what it says."""

import os
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from linter.config.finding import PYPROJECT, nearest
from linter.config.lines import lines_of
from linter.config.mistakes import InvalidConfigError, Mistake, Mistakes
from linter.config.reading import settings_from
from linter.config.settings import Settings
from linter.config.tables import Source
from linter.errors import ConfigError

MOST_BYTES = 1 << 20

_OURS = ("tool", "okyaku")
_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
# What an input method for Japanese or Korean types in the place of ASCII.
_WIDE = re.compile(r"[“”„‟‘’「」『』＝：＂＇［］｛｝，、\u3000]")


def load(path: Path, *, known_rules: Collection[str] | None = None) -> Settings:
    """Return what the configuration file *path* says.

    *known_rules* are the ids of the rules there are; without them any id will do.
    Raise `ConfigError` for a file that is missing or cannot be read, with every
    mistake in it.
    """
    return _load(path, known_rules, ())


@dataclass(slots=True)
class Discovery:
    """The settings of each file of a run; each configuration file is read once.

    *config* is a file named by the user, which then holds for all; *isolated* leaves
    every configuration file alone.
    """

    config: Path | None = None
    isolated: bool = False
    known_rules: Collection[str] | None = None
    _found: dict[Path, Path | None] = field(default_factory=dict, repr=False)
    _loaded: dict[Path, Settings] = field(default_factory=dict, repr=False)

    def settings(self, path: Path) -> Settings:
        """Return the settings for the file *path*, scopes laid on."""
        return self.settings_in(path.parent).for_path(path)

    def settings_in(self, folder: Path) -> Settings:
        """Return the settings that hold in *folder*, its scopes still to be laid on."""
        if self.isolated:
            return Settings()
        source = self.config or self._nearest(Path(os.path.abspath(folder)))  # noqa: PTH100
        if source is None:
            return Settings()
        if source not in self._loaded:
            self._loaded[source] = load(source, known_rules=self.known_rules)
        return self._loaded[source]

    def excludes(self, path: Path, *, directory: bool = False) -> bool:
        """Tell whether the settings of *path*'s folder take it out of a walk."""
        settings = self.settings_in(path.parent)
        return settings.excludes(path, directory=directory)

    def _nearest(self, folder: Path) -> Path | None:
        return nearest(folder, self._found)


def _load(
    path: Path, known_rules: Collection[str] | None, chain: tuple[Path, ...]
) -> Settings:
    shown = _shown(path)
    text = _read(path, shown)
    table, prefix = _parse(text, path, shown)
    lines = lines_of(text)
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - see discover
    base = _extended(table, absolute, shown, known_rules, chain)
    mistakes = Mistakes()
    settings = settings_from(
        table,
        base=base,
        source=Source(shown, absolute.parent, lines, prefix),
        known_rules=known_rules,
        mistakes=mistakes,
    )
    if mistakes.found:
        raise InvalidConfigError(shown, mistakes.found)
    return replace(settings, source=path, root=absolute.parent)


def _extended(
    table: Mapping[str, object],
    path: Path,
    shown: str,
    known_rules: Collection[str] | None,
    chain: tuple[Path, ...],
) -> Settings:
    target = table.get("extend")
    if not isinstance(target, str) or not target.strip():
        return Settings()
    base = Path(os.path.normpath(path.parent / target))
    chain = (*chain, path)
    if base in chain:
        round_trip = " → ".join(_shown(step) for step in (*chain, base))
        raise ConfigError("config-extend-cycle", where=shown, chain=round_trip)
    if not base.is_file():
        raise ConfigError("config-extend-missing", where=shown, target=target)
    return _load(base, known_rules, chain)


def _read(path: Path, shown: str) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ConfigError("config-missing", where=shown) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError("config-unreadable", where=shown, reason=reason) from error
    if len(raw) > MOST_BYTES:
        raise ConfigError("config-too-big", where=shown)
    try:
        # utf-8-sig: editors on Windows write a byte order mark; TOML knows none.
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError("config-not-utf-8", where=shown) from error


def _parse(
    text: str, path: Path, shown: str
) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """Return the table that is ours, and the keys that lead to it."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidConfigError(shown, [_syntax(text, str(error), shown)]) from error
    if path.name != PYPROJECT:
        return table, ()
    ours = _section(table)
    if ours is None:
        raise ConfigError("config-no-section", where=shown)
    return ours, _OURS


def _section(table: Mapping[str, object]) -> Mapping[str, object] | None:
    tool = table.get(_OURS[0])
    ours = tool.get(_OURS[1]) if isinstance(tool, dict) else None
    return ours if isinstance(ours, dict) else None


def _syntax(text: str, reason: str, shown: str) -> Mistake:
    at = _AT.search(reason)
    line = int(at["line"]) if at and at["line"] else text.rstrip("\n").count("\n") + 1
    reason = _AT.sub("", reason)
    wide = _WIDE.search(text.split("\n")[line - 1])
    if wide:
        return Mistake(shown, line, "config-syntax-wide", {"mark": wide[0]})
    return Mistake(shown, line, "config-syntax", {"reason": reason})


def _shown(path: Path) -> str:
    """Return *path* as seen from the working directory where it lies below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
