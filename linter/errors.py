"""What can go wrong before copy is read: one sentence each, in the user's language."""

from linter import messages


class OkyakuError(Exception):
    """A mistake that a user can mend; *key* names its sentence in the message files."""

    def __init__(self, key: str, **values: object) -> None:
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
    """Word lists or business models with mistakes in them, all of them named."""


class ReadError(OkyakuError):
    """A file that could not be read as copy."""
