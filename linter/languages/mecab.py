"""MeCab with exact offsets, for Japanese and Korean; only this module has fugashi."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fugashi import GenericTagger

# MeCab counts a node's bytes, with the blanks before it, in 16 bits; a longer stretch
# wraps round silently. 4,000 code points are at most 16,000 bytes.
_LONGEST = 4000
# Where a text that is too long is cut, the best places first.
_BREAKS = ("\n", "。", ".", "、", ",", " ")
# MeCab reads to the first NUL, takes a line break for the end, and gets UTF-8, which
# has no lone surrogates. One character for one, so that offsets stay.
_HARMFUL = re.compile("[\0\n\r\ud800-\udfff]")


class Word(NamedTuple):
    """A word as MeCab cut it; *start* and *end* are code points of the text given.

    *features* are the dictionary's columns; an unknown word has fewer of them.
    """

    surface: str
    start: int
    end: int
    features: tuple[str, ...]


class Mecab:
    """A MeCab tagger with *arguments* of its command line, loaded when first asked."""

    def __init__(self, arguments: str) -> None:
        self._arguments = arguments

    def words(self, text: str) -> list[Word]:
        """Return the words of *text*, which lie in order and never overlap.

        Blanks belong to no word. Any string is read, whatever its length.
        """
        return [
            word for start, end in _parts(text) for word in self._read(text, start, end)
        ]

    @cached_property
    def _tagger(self) -> "GenericTagger":
        from fugashi import GenericTagger  # noqa: PLC0415 - heavy, and not always used

        return GenericTagger(self._arguments)

    def _read(self, text: str, start: int, end: int) -> Iterator[Word]:
        plain = _HARMFUL.sub(_harmless, text[start:end])
        at = start
        for node in self._tagger(plain):
            at += len(node.white_space)
            stop = at + len(node.surface)
            yield Word(text[at:stop], at, stop, tuple(node.feature))
            at = stop


def cut(
    words: Iterable[Word],
    text: str,
    at: tuple[int, ...],
    features: Callable[[str, Word], tuple[str, ...]],
) -> list[Word]:
    """Return *words* of *text* cut at the places *at*; *features* are a piece's own."""
    out: list[Word] = []
    for word in words:
        cuts = [place for place in at if word.start < place < word.end]
        if not cuts:
            out.append(word)
            continue
        edges = [word.start, *cuts, word.end]
        out.extend(
            Word(text[left:right], left, right, features(text[left:right], word))
            for left, right in pairwise(edges)
        )
    return out


def _harmless(match: re.Match[str]) -> str:
    return " " if match[0] in "\n\r" else "\ufffd"


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut *text* where it is too long for MeCab, at a mark or blank if there is one."""
    start = 0
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        cuts = (text.rfind(mark, start + 1, limit) + 1 for mark in _BREAKS)
        end = next((cut for cut in cuts if cut > start), limit)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
