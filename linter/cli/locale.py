"""The language of the environment, in which okyaku speaks where nobody says another."""

import os

from linter.messages import LANGUAGES

DEFAULT = "en"
_OWN_VARIABLE = "OKYAKU_UI_LANG"
# POSIX: the first of these that is set decides (Base Definitions, 8.2).
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def own_language() -> str | None:
    """Return the language that okyaku's own variable asks for, if it knows it."""
    return _known(os.environ.get(_OWN_VARIABLE, ""))


def language() -> str:
    """Return the language asked for, else the locale's, else English."""
    locale = next(filter(None, map(os.environ.get, _LOCALE_VARIABLES)), "")
    return own_language() or _known(locale) or DEFAULT


def _known(value: str) -> str | None:
    lang = value[:2].lower()
    return lang if lang in LANGUAGES else None
