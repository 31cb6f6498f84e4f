"""How a word ends in Korean ears: Hangul by its syllable, Latin and digits as read."""

import re

from linter.languages.particles import Coda

_FIRST, _LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
_CLOSERS = re.compile(r"[\s\"'”’」』》)\]}*_`~]+$")
_LATIN = re.compile(r"[A-Za-z]+$")

# 0 영/공, 1 일, 3 삼, 6 육, 7 칠, 8 팔; 10, 100 … end in 십, 백, 천.
_DIGITS = {
    **dict.fromkeys("036", Coda.CONSONANT),
    **dict.fromkeys("178", Coda.RIEUL),
    **dict.fromkeys("2459", Coda.VOWEL),
}
# Initialisms are read letter by letter: 엘, 엠, 엔; R is 아르 (in speech also 알).
_LETTERS = {"L": Coda.RIEUL, "M": Coda.CONSONANT, "N": Coda.CONSONANT}
# English words that are read as loanwords: 클라이언트, 커스터머, 게스트, 멤버, 유저.
_READ = {
    **dict.fromkeys(
        ("client", "customer", "user", "buyer", "guest", "member", "follower", "saas"),
        Coda.VOWEL,
    ),
    **dict.fromkeys(("fan", "team", "patron"), Coda.CONSONANT),
}


def coda(word: str) -> Coda | None:
    """Return the final sound of *word*; None where its reading is not known."""
    word = _CLOSERS.sub("", word)
    last = word[-1:]
    if last and _FIRST <= ord(last) <= _LAST:
        final = (ord(last) - _FIRST) % _FINALS
        known = {0: Coda.VOWEL, _RIEUL: Coda.RIEUL}
        return known.get(final, Coda.CONSONANT)
    return _DIGITS.get(last) or _of_latin(word)


def _of_latin(word: str) -> Coda | None:
    latin = _LATIN.search(word)
    if latin is None:
        return None
    read = _READ.get(latin[0].lower())
    if read is None and latin[0].isupper():
        return _LETTERS.get(latin[0][-1], Coda.VOWEL)
    return read
