"""Which language each block of a document is in, told by its script."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from linter.values import Document

_OURS = ("en", "ja", "ko")
_SAME = {"jp": "ja", "kr": "ko", "cn": "zh", "jpn": "ja", "kor": "ko", "eng": "en"}
_WITH_HAN = ("ja", "ko", "zh")

_NO_PROSE = re.compile(
    r"`[^`]*`|\{[^{}]*\}|https?://\S+|<[^<>]+>|%[\w()]+|&\w+;|[\w.+-]+@[\w.-]+|@\w+",
    re.ASCII,
)
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\uffa1-\uffdc]")
_KANA = re.compile(
    "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9d]"
)
_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u024f]+(?:['’][A-Za-z]+)?")
_OTHER = re.compile("[\u0370-\u1cff\u2c00-\u2dff\ua4d0-\uabff\ufb1d-\ufdff]")

# A word quoted from another script does not make its sentence foreign: one such
# letter in so many words of Latin script is not the language of the block.
_QUOTED_SHARE = 0.25
_PROSE_WORDS = 6

_ENGLISH_WORDS = (
    "the and of to is are our your we you for with that this from have will not what "
    "how who at by be it they their has can all more about"
)
_OTHER_WORDS = (
    "le la les des une est et pour dans vous nous avec sur qui que du aux votre notre "
    "der das und ist nicht mit für ein eine wir sie ihr ihre unsere auf dem zu "
    "el los las para una por más su sus nuestros nuestro en del "
    "il di che gli nostri nostra della sono os não uma seu seus nossos nosso dos com "
    "são het een van voor wij zijn onze ons niet och att för på vi är som med våra "
    "jest nie się oraz dla yang dan untuk kami"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHER_LATIN = frozenset(_OTHER_WORDS.split())
_FOREIGN_WORDS = 3
_FOREIGN_DESPITE = 5
_ZH_LETTERS_DESPITE = 3


class _Script(Enum):
    """What the letters of a block tell of its language."""

    KO = "ko"
    JA = "ja"
    ZH = "zh"
    EN = "en"
    HAN = "Han letters that could be Japanese, Chinese or Korean"
    LATIN = "Latin letters that could be English or another language"
    FOREIGN = "Latin letters of another language than English"
    OTHER = "a script that none of our languages is written in"
    NONE = "no letters"


_CLEAR = {_Script.KO: "ko", _Script.JA: "ja", _Script.OTHER: None}


def assign(document: Document, default: str | None = None) -> Document:
    """Return *document* with the language of each block: en, ja, ko, or None.

    None is a language that okyaku does not read. The script decides where it can;
    then what the block declares, the document, its neighbours, and *default*.
    """
    scripts = [_script(block.text) for block in document.blocks]
    declared = [_primary(block.lang or document.lang) for block in document.blocks]
    told = [
        _told(script, lang, block.text)
        for script, lang, block in zip(scripts, declared, document.blocks, strict=True)
    ]
    han = _nearest(told, _WITH_HAN)
    foreign = told.count("foreign") > told.count("en")
    blocks = tuple(
        replace(block, lang=_ours(lang or _inherited(script, near, foreign, default)))
        for block, script, lang, near in zip(
            document.blocks, scripts, told, han, strict=True
        )
    )
    return replace(document, blocks=blocks)


def _told(script: _Script, declared: str | None, text: str) -> str | None:
    """Return what script and declaration tell, None where others must be asked."""
    if script in {_Script.KO, _Script.JA}:
        return script.value
    if script is _Script.OTHER:
        return "other"
    if script in {_Script.HAN, _Script.ZH}:
        return _han(script, declared, text)
    if script is _Script.NONE:
        return declared
    if declared is None or declared in _WITH_HAN:
        return {_Script.EN: "en", _Script.FOREIGN: "foreign"}.get(script)
    if declared == "en" and script is _Script.FOREIGN:
        return "foreign" if _foreign_words(text) >= _FOREIGN_DESPITE else "en"
    return declared


def _han(script: _Script, declared: str | None, text: str) -> str | None:
    fits = declared in _WITH_HAN
    if script is _Script.HAN:
        return declared if fits else None
    if fits and _signs(text)[1] < _ZH_LETTERS_DESPITE:
        return declared
    return "zh"


def _inherited(
    script: _Script,
    near: str | None,
    foreign: bool,
    default: str | None,  # noqa: FBT001
) -> str | None:
    if script is _Script.HAN:
        return near or (default if default in _WITH_HAN else None)
    if script is _Script.LATIN:
        return "foreign" if foreign else "en"
    return default or near


def _nearest(told: list[str | None], wanted: Iterable[str]) -> list[str | None]:
    """Return for each block the nearest of *wanted*, of two the one before it."""
    before = _last_seen(told, wanted)
    after = _last_seen(told[::-1], wanted)[::-1]
    return [
        earlier[0] if earlier[1] <= later[1] else later[0]
        for earlier, later in zip(before, after, strict=True)
    ]


def _last_seen(
    told: list[str | None], wanted: Iterable[str]
) -> list[tuple[str | None, float]]:
    seen: str | None = None
    distance = float("inf")
    found = []
    for lang in told:
        distance += 1
        if lang in wanted:
            seen, distance = lang, 0
        found.append((seen, distance))
    return found


def _ours(lang: str | None) -> str | None:
    return lang if lang in _OURS else None


def _primary(tag: str | None) -> str | None:
    """Return the language of a tag such as `ja-JP` or `en_US`."""
    if not tag or not tag.strip():
        return None
    primary = re.split("[-_.]", tag.strip().lower())[0]
    return _SAME.get(primary, primary)


def _script(text: str) -> _Script:
    if text.isascii() and not any(char.isalpha() for char in text):
        return _Script.NONE
    text = _NO_PROSE.sub(" ", text)
    words = _LATIN.findall(text)
    if text.isascii():
        return _latin(words)
    hangul, kana = len(_HANGUL.findall(text)), len(_KANA.findall(text))
    han, other = len(_HAN.findall(text)), len(_OTHER.findall(text))
    quoted = len(words) >= _PROSE_WORDS and (
        hangul + kana + han < _QUOTED_SHARE * len(words)
    )
    if quoted:
        return _latin(words)
    if other > hangul + kana + han + len(words):
        return _Script.OTHER
    if hangul and hangul >= kana:
        return _Script.KO
    if kana:
        return _Script.JA
    if han:
        japanese, chinese = _signs(text)
        if japanese > chinese:
            return _Script.JA
        return _Script.ZH if chinese else _Script.HAN
    return _latin(words)


def _latin(words: list[str]) -> _Script:
    if not words:
        return _Script.NONE
    english = sum(word.lower() in _ENGLISH for word in words)
    other = sum(word.lower() in _OTHER_LATIN for word in words)
    if other >= _FOREIGN_WORDS and other > 2 * english:
        return _Script.FOREIGN
    return _Script.EN if english else _Script.LATIN


def _foreign_words(text: str) -> int:
    words = [word.lower() for word in _LATIN.findall(text)]
    if any(word in _ENGLISH for word in words):
        return 0
    return sum(word in _OTHER_LATIN for word in words)


def _signs(text: str) -> tuple[int, int]:
    """Return how many Han letters of *text* only Japanese, only Chinese has."""
    signs = [_sign(char) for char in _HAN.findall(text)]
    return signs.count("ja"), signs.count("zh")


@lru_cache(maxsize=4096)
def _sign(char: str) -> str:
    japanese = _encodes(char, "cp932")
    chinese = _encodes(char, "gb2312") or _encodes(char, "big5")
    if japanese == chinese:
        return ""
    return "ja" if japanese else "zh"


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
