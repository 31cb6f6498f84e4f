"""Text made comparable (widths, composed forms, quotes), with the way back."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from linter.values import Span

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLDED = {
    **dict.fromkeys(map(ord, "‘’‛′＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒⁃﹣"), "-"),
    **dict.fromkeys(
        map(ord, "\u00a0\u2007\u202f\u3000\t\n\r\x0b\x0c\u2028\u2029"), " "
    ),
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """*text* is compared with the lexicon; `original` leads back to the block's text.

    `_starts[i]` and `_ends[i]` are where character *i* came from, in code points.
    """

    text: str
    _starts: tuple[int, ...] | None
    _ends: tuple[int, ...] | None
    _length: int

    def original(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]``, not empty, stands in the original text."""
        if self._starts is None or self._ends is None:
            return Span(start, end)
        return Span(self._starts[start], self._ends[end - 1])

    def at(self, offset: int) -> int:
        """Return where the original's *offset* falls in this text."""
        if self._starts is None:
            return offset
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        return index if self._starts[index] == offset else index + 1


def normalise(text: str) -> Normalised:
    """Return *text* in NFKC with quotes, hyphens, blanks folded; case is kept.

    Invisible characters (soft hyphen, zero-width space, byte order mark) are dropped.
    Combining sequences (NFD Hangul, half-width ｶﾞ) become one character that maps to
    all of its parts. No blanks are merged: lengths stay near the original.
    """
    if text.isascii() and not any(blank in text for blank in "\t\n\r\x0b\x0c"):
        return Normalised(text, None, None, len(text))
    alike = _character_by_character(text)
    if alike is not None:
        return Normalised(alike, None, None, len(text))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        plain = unicodedata.normalize("NFKC", text[start:end].translate(_DROPPED))
        for character in plain.translate(_FOLDED):
            out.append(character)
            starts.append(start)
            ends.append(end)
    return Normalised("".join(out), tuple(starts), tuple(ends), len(text))


def _character_by_character(text: str) -> str | None:
    """Return *text* folded where each character becomes one; None where some do not.

    Nearly all text is such, and needs no map of places.
    """
    table: dict[int, str] = {}
    for character in set(text):
        folded = unicodedata.normalize("NFKC", character).translate(_FOLDED)
        if len(folded) != 1 or ord(character) in _DROPPED:
            return None
        if folded != character:
            table[ord(character)] = folded
    alike = text.translate(table)
    whole = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return alike if alike == whole else None


def _clusters(text: str) -> list[tuple[int, int]]:
    """Split where normalising may not join: before each base character."""
    clusters: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and _joins(text[index - 1], text[index]):
            continue
        clusters.append((start, index))
        start = index
    return clusters if text else []


def _joins(before: str, after: str) -> bool:
    """Tell whether *after* may compose with what stands before it."""
    if unicodedata.combining(after) or after in "ﾞﾟ":
        return True
    return "\u1160" <= after <= "\u11ff" and "\u1100" <= before <= "\u11ff"
