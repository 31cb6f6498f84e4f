"""The keys of a configuration file and what each holds.

`okyaku.schema.json` says the same to editors; a test holds the two together.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path


class Kind(StrEnum):
    """What a value must be, as the messages call it."""

    TEXT = "text"
    LANG = "lang"
    VOICE = "voice"
    LEVEL = "level"
    FAIL_ON = "fail-on"
    TEXTS = "texts"
    GLOBS = "globs"
    RULES = "rules"
    BY_LANG = "by-lang"
    TEXTS_BY_LANG = "texts-by-lang"
    NAMES = "names"
    BUYERS = "buyers"
    LEVELS = "levels"
    MODELS = "models"
    SCOPES = "scopes"
    EXCEPTIONS = "exceptions"
    DATE = "date"
    NUMBER = "number"


_SCOPED: Mapping[str, Kind] = {
    "model": Kind.TEXT,
    "names": Kind.TEXTS,
    "voice": Kind.VOICE,
    "lang": Kind.LANG,
    "spellings": Kind.TEXTS,
    "select": Kind.RULES,
    "ignore": Kind.RULES,
    "severity": Kind.LEVELS,
}

FILE: Mapping[str, Kind] = {
    "extend": Kind.TEXT,
    **_SCOPED,
    "lexicons": Kind.TEXTS,
    "fail_on": Kind.FAIL_ON,
    "exclude": Kind.GLOBS,
    "ui_lang": Kind.LANG,
    "models": Kind.MODELS,
    "scope": Kind.SCOPES,
    "exception": Kind.EXCEPTIONS,
    "baseline": Kind.TEXT,
    "source_lang": Kind.LANG,
    "translations": Kind.TEXTS,
    "copy": Kind.TEXTS,
    "pipeline": Kind.TEXT,
    "max_bytes": Kind.NUMBER,
    "max_line": Kind.NUMBER,
}

EXCEPTION: Mapping[str, Kind] = {
    "rule": Kind.TEXT,
    "paths": Kind.GLOBS,
    "text": Kind.TEXT,
    "reason": Kind.TEXT,
    "until": Kind.DATE,
}

SCOPE: Mapping[str, Kind] = {"paths": Kind.GLOBS, **_SCOPED}

MODEL: Mapping[str, Kind] = {
    "extends": Kind.TEXT,
    "names": Kind.NAMES,
    "why": Kind.NAMES,
    "prefer": Kind.TEXTS,
    "accept": Kind.TEXTS,
    "avoid": Kind.TEXTS,
    "avoid_in": Kind.TEXTS_BY_LANG,
    "words": Kind.BY_LANG,
    "end_buyers": Kind.BUYERS,
}


@cache
def json_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of `okyaku.toml`."""
    path = Path(__file__).with_name("okyaku.schema.json")
    return path.read_text(encoding="utf-8")
