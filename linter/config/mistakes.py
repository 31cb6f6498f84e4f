"""What is wrong with a configuration file: collected, then said all at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from linter.errors import ConfigError
from linter.messages import say


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its file and line (None: unknown), a message and what fills it."""

    source: str
    line: int | None
    key: str
    values: Mapping[str, object]

    def say(self, ui_lang: str = "en") -> str:
        """Return the sentence in *ui_lang*."""
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return say(self.key, ui_lang, where=where, **self.values)


@dataclass(slots=True)
class Mistakes:
    """The mistakes of one file met so far."""

    found: list[Mistake] = field(default_factory=list)

    def add(self, source: str, line: int | None, key: str, **values: object) -> None:
        """Note one mistake."""
        self.found.append(Mistake(source, line, key, values))


class InvalidConfigError(ConfigError):
    """A configuration file with mistakes in it, all of them named."""

    def __init__(self, source: str, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line or 0))
        super().__init__("config-mistakes", where=source, count=len(self.mistakes))

    def say(self, ui_lang: str = "en") -> str:
        """Return one line a mistake, and before several of them how many they are."""
        lines = [mistake.say(ui_lang) for mistake in self.mistakes]
        if len(lines) > 1:
            lines.insert(0, say(self.key, ui_lang, **self.values))
        return "\n".join(lines)


def suggest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of the *known* names that *name* was probably meant to be."""
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes alone

    folded = {_folded(word): word for word in sorted(known)}
    close = get_close_matches(_folded(name), list(folded), n=1)
    return folded[close[0]] if close else None


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")
