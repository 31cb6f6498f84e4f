"""What the letters of a text tell of its language, by counting them."""

import re
from enum import Enum
from functools import lru_cache

_LOOKED_AT = 20_000  # code points: what comes after tells nothing new
_NO_PROSE = re.compile(
    r"`[^`]*`|\{[^{}]*\}|https?://\S+|<[^<>]+>|%[\w()]+|&\w+;|@\w+", re.ASCII
)
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\uffa1-\uffdc]")
_KANA = re.compile(
    "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9d]"
)
_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u024f]+")
_OTHER = re.compile(
    "[\u0370-\u10ff\u1200-\u1cff\u2c00-\u2dff\ua4d0-\uabff\ufb1d-\ufdff]"
)

# A word quoted from another script does not make its sentence foreign: so few of its
# letters among so many words of Latin script are not the language of the block.
_QUOTED_SHARE = 0.25
_PROSE_WORDS = 6

_ENGLISH_WORDS = (
    "the and of to is are our your we you for with that this from have will not what "
    "how who at by be it they their has can all more about"
)
_OTHER_WORDS = (
    "le la les de des une est sont et pour dans vous nous avec sur qui que du aux "
    "votre notre nos der das und ist nicht mit für ein eine wir sie ihr ihre unsere "
    "auf dem zu el los las para una por más su sus nuestros nuestro en del "
    "il di che gli nostri nostra della sono os não uma seu seus nossos nosso dos com "
    "são het een van voor wij zijn onze ons niet och att för på vi är som med våra "
    "jest nie się oraz dla yang dan untuk kami"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHER_LATIN = frozenset(_OTHER_WORDS.split())
_FOREIGN_WORDS = 3


class Script(Enum):
    """What the letters of a text tell of its language."""

    KO = "Hangul"
    JA = "kana, or Han letters that only Japanese has"
    ZH = "Han letters that only Chinese has"
    EN = "Latin letters, with words of English"
    HAN = "Han letters that could be Japanese, Chinese or Korean"
    LATIN = "Latin letters that could be English or another language"
    FOREIGN = "Latin letters, with words of another language than English"
    OTHER = "a script that none of our languages is written in"
    NONE = "no letters"


def script(text: str) -> Script:
    """Return what the letters of *text* tell; code, tags and placeholders left out."""
    text = _NO_PROSE.sub(" ", text[:_LOOKED_AT])
    words = _LATIN.findall(text)
    if text.isascii():
        return _latin(words)
    hangul, kana = len(_HANGUL.findall(text)), len(_KANA.findall(text))
    han, other = len(_HAN.findall(text)), len(_OTHER.findall(text))
    ours = hangul + kana + han
    quoted = len(words) >= _PROSE_WORDS and ours < _QUOTED_SHARE * len(words)
    if other > ours + len(words):
        return Script.OTHER
    if quoted or not ours:
        return _latin(words)
    if hangul or kana:
        return Script.KO if hangul >= kana else Script.JA
    return _han(text)


def foreign_words(text: str) -> int:
    """Return how many words of *text* are of a Latin language; 0 if any is English."""
    english, other = _counted(_LATIN.findall(text[:_LOOKED_AT]))
    return 0 if english else other


def chinese_letters(text: str) -> int:
    """Return how many letters of *text* only Chinese has."""
    return [_sign(char) for char in _HAN.findall(text[:_LOOKED_AT])].count(Script.ZH)


def _latin(words: list[str]) -> Script:
    if not words:
        return Script.NONE
    english, other = _counted(words)
    if other >= _FOREIGN_WORDS and other > 2 * english:
        return Script.FOREIGN
    return Script.EN if english else Script.LATIN


def _counted(words: list[str]) -> tuple[int, int]:
    low = [word.lower() for word in words]
    return sum(map(_ENGLISH.__contains__, low)), sum(
        map(_OTHER_LATIN.__contains__, low)
    )


def _han(text: str) -> Script:
    signs = [_sign(char) for char in _HAN.findall(text)]
    japanese, chinese = signs.count(Script.JA), signs.count(Script.ZH)
    if japanese > chinese:
        return Script.JA
    return Script.ZH if chinese else Script.HAN


@lru_cache(maxsize=4096)
def _sign(char: str) -> Script:
    """Return whose letter *char* is, by the character sets that have it."""
    japanese = _encodes(char, "cp932")
    chinese = _encodes(char, "gb2312") or _encodes(char, "big5")
    if japanese == chinese:
        return Script.HAN
    return Script.JA if japanese else Script.ZH


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
