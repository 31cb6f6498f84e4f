"""Sentences for the user in English, Japanese and Korean, from `lexicons/messages`."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import lexicons

LANGUAGES = ("en", "ja", "ko")

_COMMAS = {"en": ", ", "ja": "、", "ko": ", "}
_FOLDER = Path(lexicons.__file__).parent / "messages"

_SLOT = re.compile(r"\{\{|\}\}|\{(?P<name>\w+)(?:\|(?P<forms>[^{}]*))?\}")
_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
_AFTER_QUOTES = " \"'”’」』)]}`"


def say(key: str, ui_lang: str = "en", /, **values: object) -> str:
    """Return message *key* in *ui_lang* with `{name}` slots filled from *values*.

    `{count|one thing|many things}` chooses by number; in Korean `{word|을/를}` writes
    the word's value nowhere but the particle that fits it (the value itself stands in
    its own slot, so that quotation marks may come between). `{{` and `}}` are braces.
    """
    template = _sentences(key)[ui_lang if ui_lang in LANGUAGES else "en"]

    def fill(slot: re.Match[str]) -> str:
        if slot["name"] is None:
            return slot[0][0]
        value, forms = values[slot["name"]], slot["forms"]
        if forms is None:
            return str(value)
        if "/" in forms:
            return _particle(str(value), forms)
        one, many = forms.split("|")
        return (one if value == 1 else many).replace("#", str(value))

    return _SLOT.sub(fill, template)


def listed(items: Iterable[str], ui_lang: str = "en") -> str:
    """Return *items* one after the other with the comma of *ui_lang*."""
    return _COMMAS.get(ui_lang, _COMMAS["en"]).join(items)


def _sentences(key: str) -> dict[str, str]:
    """Return *key* in every language; the file named as it begins is read first."""
    likely = key.partition("-")[0]
    for name in (likely, *(name for name in _names() if name != likely)):
        found = _catalogue(name).get(key)
        if found is not None:
            return found
    raise KeyError(key)


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def _catalogue(name: str) -> dict[str, dict[str, str]]:
    path = _FOLDER / f"{name}.toml"
    if not path.is_file():
        return {}
    found: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found


def _particle(word: str, forms: str) -> str:
    """Choose by the final sound: `을/를` after consonant or vowel, ㄹ takes 로."""
    after_consonant, after_vowel = forms.split("/")
    last = word.rstrip(_AFTER_QUOTES)[-1:]
    if not last or not _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        # 을(를), but (으)로 and (이)라고: the custom where the sound is not known.
        if after_consonant.endswith(after_vowel):
            return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
        return f"{after_consonant}({after_vowel})"
    final = (ord(last) - _HANGUL_FIRST) % _FINALS
    if after_vowel == "로" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel
