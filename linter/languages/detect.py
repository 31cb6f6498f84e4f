"""Which language each block of a document is in, told by its script."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from linter.languages import scripts
from linter.languages.scripts import Script
from linter.values import Document

_OURS = ("en", "ja", "ko")
_OTHER = "other"
_SAME = {"jp": "ja", "kr": "ko", "cn": "zh", "jpn": "ja", "kor": "ko", "eng": "en"}
_WITH_HAN = ("ja", "ko", "zh")
_CLEAR = {Script.KO: "ko", Script.JA: "ja", Script.OTHER: _OTHER}
_LATIN = {Script.EN: "en", Script.FOREIGN: _OTHER}

# What it takes for the words of a block to be believed against its declaration.
_FOREIGN_WORDS = 5
_CHINESE_LETTERS = 3


def assign(document: Document, default: str | None = None) -> Document:
    """Return *document* with the language of each block: en, ja, ko, or None.

    None is a language that okyaku does not read. The script decides where it can;
    then what the block declares, the document, its neighbours, and *default*.
    """
    read = [scripts.script(block.text) for block in document.blocks]
    told = [
        _told(script, _primary(block.lang or document.lang), block.text)
        for script, block in zip(read, document.blocks, strict=True)
    ]
    near = _nearest(told, _WITH_HAN)
    foreign = told.count(_OTHER) > told.count("en")
    latin = _OTHER if foreign else "en"
    inherited = {
        Script.HAN: default if default in _WITH_HAN else None,
        Script.LATIN: latin,
    }
    blocks = []
    for block, script, lang, han in zip(document.blocks, read, told, near, strict=True):
        found = lang or (han if script is Script.HAN else None)
        found = found or inherited.get(script, default)
        blocks.append(replace(block, lang=found if found in _OURS else None))
    return replace(document, blocks=tuple(blocks))


def _told(script: Script, declared: str | None, text: str) -> str | None:
    """Return what script and declaration tell, None where others must be asked."""
    if script in _CLEAR:
        return _CLEAR[script]
    fits = declared in _WITH_HAN
    if script is Script.HAN:
        return declared if fits else None
    if script is Script.ZH:
        return declared if fits and _doubtful(text) else "zh"
    if declared is None or (fits and script is not Script.NONE):
        return _LATIN.get(script) or ("zh" if declared == "zh" else None)
    wrong = script is Script.FOREIGN and declared == "en"
    if wrong and scripts.foreign_words(text) >= _FOREIGN_WORDS:
        return _OTHER
    return declared


def _doubtful(text: str) -> bool:
    """Tell whether *text* may be Japanese or Korean with a Chinese name in it."""
    return scripts.chinese_letters(text) < _CHINESE_LETTERS


def _nearest(told: list[str | None], wanted: Container[str]) -> list[str | None]:
    """Return for each block the nearest of *wanted*, of two the one before it."""
    before = _last_seen(told, wanted)
    after = reversed(_last_seen(reversed(told), wanted))
    return [
        earlier[0] if earlier[1] <= later[1] else later[0]
        for earlier, later in zip(before, after, strict=True)
    ]


def _last_seen(
    told: Iterable[str | None], wanted: Container[str]
) -> list[tuple[str | None, float]]:
    """Return for each block the last of *wanted*, and how many blocks ago it was."""
    seen: str | None = None
    distance = float("inf")
    found = []
    for lang in told:
        distance += 1
        if lang is not None and lang in wanted:
            seen, distance = lang, 0
        found.append((seen, distance))
    return found


def _primary(tag: str | None) -> str | None:
    """Return the language of a tag such as `ja-JP` or `en_US`."""
    primary = re.split("[-_.]", (tag or "").strip().lower())[0]
    return _SAME.get(primary, primary) or None
