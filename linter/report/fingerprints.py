"""Marks by which a code host knows a finding again when lines above it change."""

from collections import Counter
from collections.abc import Iterable, Mapping

from linter.report.sources import Source

_BLOCK = 100
_FACTOR = 37
_WORD = 1 << 64
_END_OF_FILE = "\uffff"
_UTF_16_UNIT = 2


def line_hashes(source: Source, lines: Iterable[int]) -> Mapping[int, str]:
    """Return `primaryLocationLineHash` of each of *lines* (from 1).

    It is the hash that GitHub's upload action computes where there is none, so that
    uploads with and without the action mean the same alert: a polynomial over the 100
    UTF-16 units from the start of the line on, without blanks, every line break one
    line feed, and the end of the file one unit; equal ones are numbered.
    """
    wanted = frozenset(lines)
    text = source.text.replace("\r\n", "\n").replace("\r", "\n") + _END_OF_FILE
    text = text.translate({ord(" "): None, ord("\t"): None})
    seen: Counter[bytes] = Counter()
    hashes: dict[int, str] = {}
    at = 0
    for number in range(1, text.count("\n") + 2):
        ahead = _units(text[at : at + _BLOCK])
        seen[ahead] += 1
        if number in wanted:
            hashes[number] = f"{_hash(ahead):x}:{seen[ahead]}"
        at = text.find("\n", at) + 1
    return hashes


def _units(ahead: str) -> bytes:
    """Return the first 100 units of *ahead*, zeros where it has fewer."""
    size = _BLOCK * _UTF_16_UNIT
    return ahead.encode("utf-16-le", "surrogatepass")[:size].ljust(size, b"\0")


def _hash(ahead: bytes) -> int:
    value = 0
    for at in range(0, len(ahead), _UTF_16_UNIT):
        unit = int.from_bytes(ahead[at : at + _UTF_16_UNIT], "little")
        value = (value * _FACTOR + unit) % _WORD
    return value
