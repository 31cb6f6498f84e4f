"""What can go wrong before copy is read: one sentence each, in the user's language."""

from collections.abc import Iterable, Mapping

from linter import messages


class OkyakuError(Exception):
    """A mistake that a user can mend; *key* names its sentence in the message files."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def say(self, ui_lang: str = "en") -> str:
        """Return the sentence in *ui_lang*: where, what is wrong, what to do."""
        return messages.say(self.key, ui_lang, **self.values)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.say()


class ConfigError(OkyakuError):
    """A configuration file, or a value in it, that cannot be used."""


class LexiconError(OkyakuError):
    """Word lists or business models with mistakes in them, all of them named.

    *problems* are pairs of a message key and its values, in the order of the files.
    """

    def __init__(self, problems: Iterable[tuple[str, Mapping[str, object]]]) -> None:
        self.problems = tuple(problems)
        super().__init__("lexicon-mistakes", count=len(self.problems))

    def say(self, ui_lang: str = "en") -> str:
        """Return a heading, and a line for each mistake."""
        lines = [messages.say(key, ui_lang, **values) for key, values in self.problems]
        return messages.say(self.key, ui_lang, lines="\n".join(lines), **self.values)


class ReadError(OkyakuError):
    """A file that could not be read as copy."""


class WriteError(OkyakuError):
    """A file that cannot be replaced by its mended text."""


class BaselineError(OkyakuError):
    """A file of known findings that cannot be used."""


class ChangesError(OkyakuError):
    """What git cannot tell of changed lines."""
