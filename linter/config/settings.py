"""The configuration as values: what a file, a scope or a caller settles."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from linter.config import globs
from linter.severity import Severity
from linter.values import Voice

if TYPE_CHECKING:
    from datetime import date

LANGUAGES = ("en", "ja", "ko")

Value = TypeVar("Value")


class FailOn(StrEnum):
    """The least severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class UserModel:
    """A business model of the user's own; None where it says what *extends* says.

    *names* and *why* are texts by language (en, ja, ko); *words* the words to offer
    by language; *avoid_in* the concepts to avoid by language.
    """

    extends: str
    names: Mapping[str, str] | None = None
    why: Mapping[str, str] | None = None
    prefer: tuple[str, ...] | None = None
    accept: tuple[str, ...] | None = None
    avoid: tuple[str, ...] | None = None
    avoid_in: Mapping[str, tuple[str, ...]] | None = None
    words: Mapping[str, str] | None = None
    end_buyers: tuple[str, ...] | None = None

    def as_table(self) -> dict[str, object]:
        """Return the model as a file of `lexicons/models` would have it."""
        given: dict[str, object] = {"extends": self.extends}
        for key in ("names", "why"):
            texts = getattr(self, key)
            if texts is not None:
                given[key] = _in_every_language(texts)
        for key in ("prefer", "accept", "avoid"):
            concepts = getattr(self, key)
            if concepts is not None:
                given[key] = list(concepts)
        if self.avoid_in is not None:
            given["avoid_in"] = {key: list(to) for key, to in self.avoid_in.items()}
        if self.words is not None:
            given["words"] = dict(self.words)
        if self.end_buyers is not None:
            given["end_buyers"] = {"prefer": list(self.end_buyers)}
        return given


@dataclass(frozen=True, slots=True)
class Scope:
    """Other settings for the files that *paths* name, seen from folder *root*.

    What is None is left as it is. *severity* is laid over that of the file; *off* are
    the rules it sets to `off`.
    """

    paths: tuple[str, ...]
    root: Path
    model: str | None = None
    names: tuple[str, ...] | None = None
    voice: Voice | None = None
    lang: str | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    spellings: tuple[str, ...] | None = None

    def covers(self, path: Path) -> bool:
        """Tell whether the scope holds for *path*."""
        return globs.matches(path, self.paths, self.root)


@dataclass(frozen=True, slots=True)
class Exemption:
    """Findings of *rule* that are accepted, and the *reason*.

    They are those in the files that *paths* name, seen from folder *root*, that stand
    in the words *text*; what is None does not matter. After the day *until* they are
    reported again. *source* is the configuration file that says so.
    """

    rule: str
    reason: str
    source: str
    root: Path
    paths: tuple[str, ...] | None = None
    text: str | None = None
    until: "date | None" = None

    def covers(self, path: Path) -> bool:
        """Tell whether the exception can hold in the file *path*."""
        return self.paths is None or globs.matches(path, self.paths, self.root)

    def has_ended(self, today: "date | None") -> bool:
        """Tell whether the exception holds no longer; it does where no day is known."""
        return today is not None and self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told about the copy it reads.

    *lang* is the language where the script does not tell; *spellings* are the forms
    declared for words with several; *ignore* holds the rules of *off* too, those whose
    severity is `off`; *exclude* is seen from *exclude_root*, else from *root*, the
    folder of the configuration file *source*. *exceptions* end by the day *today*;
    *baseline* is a file of findings that are known. *source_lang* is what others are
    translated from, *translations* are paths with `{lang}`; *copy* are globs of the
    keys that hold copy; *pipeline* is an installed spaCy pipeline for English.
    Without a *voice* each page tells whom it speaks to.
    *max_bytes* and *max_line* (code points) replace the readers' caps.
    """

    model: str | None = None
    names: tuple[str, ...] = ()
    voice: Voice | None = None
    lang: str | None = None
    lexicons: tuple[Path, ...] = ()
    spellings: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: FailOn = FailOn.WARNING
    exclude: tuple[str, ...] = ()
    exclude_root: Path | None = None
    models: Mapping[str, UserModel] = field(default_factory=dict)
    ui_lang: str = "en"
    scopes: tuple[Scope, ...] = ()
    exceptions: tuple[Exemption, ...] = ()
    baseline: Path | None = None
    source_lang: str | None = None
    translations: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    pipeline: str | None = None
    max_bytes: int | None = None
    max_line: int | None = None
    today: "date | None" = None
    source: Path | None = None
    root: Path | None = None

    @property
    def user_models(self) -> dict[str, dict[str, object]]:
        """Return the user's own models as the lexicon reads them."""
        return {name: model.as_table() for name, model in self.models.items()}

    def with_model(self, model: str) -> "Settings":
        """Return these settings with *model* everywhere, whatever the scopes say."""
        scopes = tuple(replace(scope, model=None) for scope in self.scopes)
        return replace(self, model=model, scopes=scopes)

    def for_path(self, path: Path) -> "Settings":
        """Return the settings of one file: scopes laid on in order, the last wins."""
        settings = self
        for scope in self.scopes:
            if scope.covers(path):
                settings = settings.within(scope)
        return replace(settings, scopes=()) if self.scopes else settings

    def within(self, scope: Scope) -> "Settings":
        """Return these settings with *scope* laid on."""
        return replace(
            self,
            model=_given(scope.model, self.model),
            names=_given(scope.names, self.names),
            voice=_given(scope.voice, self.voice),
            lang=_given(scope.lang, self.lang),
            select=_given(scope.select, self.select),
            spellings=_given(scope.spellings, self.spellings),
        ).with_levels(scope.severity, scope.off, scope.ignore)

    def with_levels(
        self,
        severity: Mapping[str, Severity],
        off: frozenset[str] = frozenset(),
        ignore: tuple[str, ...] | None = None,
    ) -> "Settings":
        """Return these settings with rules weighed anew, turned *off* or on again.

        *ignore*, where it is given, takes the place of what was ignored before.
        """
        still_off = self.off.difference(severity) | off
        ignored = tuple(rule for rule in self.ignore if rule not in self.off)
        kept = _given(ignore, ignored)
        levels = {**self.severity, **severity}
        return replace(
            self,
            severity={rule: levels[rule] for rule in levels if rule not in still_off},
            off=still_off,
            ignore=(*kept, *sorted(still_off - set(kept))),
        )

    def excludes(self, path: Path, *, directory: bool = False) -> bool:
        """Tell whether *path*, a file or a *directory*, is not to be read."""
        root = self.exclude_root or self.root
        if root is None:
            return False
        return globs.excludes(path, self.exclude, root, directory=directory)


def _given(value: Value | None, otherwise: Value) -> Value:
    return otherwise if value is None else value


def _in_every_language(texts: Mapping[str, str]) -> dict[str, str]:
    """Fill in the languages left out by the first text there is."""
    first = next(iter(texts.values()), "")
    return {lang: texts.get(lang, first) for lang in LANGUAGES}
