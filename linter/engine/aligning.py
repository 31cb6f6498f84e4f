"""The blocks of a page put beside those of its translation.

Dynamic programming over the two sequences of blocks: a pair costs by kind, by length in
columns (Gale and Church 1993, A Program for Aligning Sentences in Bilingual Corpora)
and by the Latin words and numbers that both sides share; a block may stand alone, and
two neighbours may face one. Long pages are first cut where both have the same rare
words.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import east_asian_width

from linter.values import Block, BlockKind

ALONE, TWO_TO_ONE = 1.8, 2.5
"""What a block without a partner costs, and what facing two neighbours costs more."""
LINKED = 2.5
"""A pair that costs more is no link."""

_VARIANCE = 6.8  # Gale and Church: variance of length per character
_LEAST_RATIO, _MOST_RATIO = 0.5, 2.0
_MOST_LENGTH_COST = 6.0
_MOST_CELLS = 40_000
_CUT_AT = 2_500
_BAND = 60
_SHARED = re.compile(r"[A-Za-z][A-Za-z0-9._+-]{2,}|\d[\d.,]*\d|\d")
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_SHORT = frozenset({BlockKind.HEADING, BlockKind.TITLE})


@dataclass(frozen=True, slots=True)
class Link:
    """Blocks that face each other, by their places; *cost* is low for a good pair."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    cost: float


class _Item:
    """A block as it is compared: how wide, of what kind, with which shared words."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.kind = block.kind

    @cached_property
    def width(self) -> int:
        """Return the columns that the text takes: two for a full-width letter."""
        text = self.block.text
        return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words that a translation keeps as they are."""
        return frozenset(_SHARED.findall(self.block.text.casefold()))


def align(source: Sequence[Block], target: Sequence[Block]) -> tuple[Link, ...]:
    """Return the links between *source* and *target*, in order: each block in one."""
    ours, theirs = [_Item(one) for one in source], [_Item(one) for one in target]
    if len(ours) * len(theirs) <= _MOST_CELLS:
        return tuple(_Table(ours, theirs).links(0, 0))
    links: list[Link] = []
    row = column = 0
    for end_row, end_column in (*_cuts(ours, theirs), (len(ours), len(theirs))):
        table = _Table(ours[row:end_row], theirs[column:end_column])
        links += table.links(row, column)
        row, column = end_row, end_column
    return tuple(links)


def share_linked(
    links: Iterable[Link], source: Sequence[Block], target: Sequence[Block]
) -> float:
    """Return which share of the shorter side is well linked; low for drifted pages."""
    good = sum(
        1 for link in links if link.source and link.target and link.cost <= LINKED
    )
    return good / max(1, min(len(source), len(target)))


def _cuts(ours: list[_Item], theirs: list[_Item]) -> list[tuple[int, int]]:
    """Return places where both sides surely meet: words that stand once in each."""
    left, right = _once(ours), _once(theirs)
    pairs = sorted({(left[word], right[word]) for word in left.keys() & right.keys()})
    kept: list[tuple[int, int]] = []
    row = column = 0
    for here, there in _rising(pairs):
        if (here - row) * (there - column) >= _CUT_AT:
            kept.append((here, there))
            row, column = here, there
    return kept


def _once(items: list[_Item]) -> dict[str, int]:
    count = Counter(word for item in items for word in item.words)
    return {
        word: at
        for at, item in enumerate(items)
        for word in item.words
        if count[word] == 1 and len(word) > 1
    }


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of *pairs* that rises on both sides (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for at, (_, there) in enumerate(pairs):
        place = bisect_left(ends, there)
        if place == len(ends):
            ends.append(there)
            last.append(at)
        else:
            ends[place], last[place] = there, at
        before.append(last[place - 1] if place else None)
    run: list[tuple[int, int]] = []
    step = last[-1] if last else None
    while step is not None:
        run.append(pairs[step])
        step = before[step]
    run.reverse()
    return [pair for at, pair in enumerate(run) if at == 0 or pair[0] > run[at - 1][0]]


class _Table:
    """The costs of pairing two stretches of blocks."""

    def __init__(self, ours: list[_Item], theirs: list[_Item]) -> None:
        self._ours, self._theirs = ours, theirs
        wide = sum(item.width for item in ours) or 1
        ratio = sum(item.width for item in theirs) / wide
        self._ratio = min(_MOST_RATIO, max(_LEAST_RATIO, ratio))
        count = Counter(word for item in (*ours, *theirs) for word in item.words)
        both = set().union(*(item.words for item in ours)) & set().union(
            *(item.words for item in theirs)
        )
        size = len(ours) + len(theirs)
        self._rare = {word: math.log(1 + size / count[word]) for word in both}

    def links(self, row: int, column: int) -> Iterable[Link]:
        """Yield the cheapest links, places counted on from *row* and *column*."""
        height, width = len(self._ours), len(self._theirs)
        best = {(0, 0): 0.0}
        came: dict[tuple[int, int], tuple[int, int]] = {}
        band = max(_BAND, abs(height - width) + _BAND)
        for at in range(height + 1):
            middle = at * width // max(1, height)
            for to in range(max(0, middle - band), min(width, middle + band) + 1):
                here = best.get((at, to))
                if here is None:
                    continue
                for (down, right), cost in self._steps(at, to):
                    there = (at + down, to + right)
                    if here + cost < best.get(there, math.inf):
                        best[there] = here + cost
                        came[there] = (down, right)
        found: list[Link] = []
        at, to = height, width
        while at or to:
            down, right = came[at, to]
            cost = best[at, to] - best[at - down, to - right]
            found.append(
                Link(
                    tuple(range(row + at - down, row + at)),
                    tuple(range(column + to - right, column + to)),
                    cost,
                )
            )
            at, to = at - down, to - right
        return reversed(found)

    def _steps(self, at: int, to: int) -> Iterable[tuple[tuple[int, int], float]]:
        ours, theirs = self._ours[at : at + 2], self._theirs[to : to + 2]
        if ours:
            yield (1, 0), ALONE
        if theirs:
            yield (0, 1), ALONE
        if not ours or not theirs:
            return
        yield (1, 1), self._cost(ours[:1], theirs[:1])
        if len(ours) > 1 and _may_join(ours):
            yield (2, 1), TWO_TO_ONE + self._cost(ours, theirs[:1])
        if len(theirs) > 1 and _may_join(theirs):
            yield (1, 2), TWO_TO_ONE + self._cost(ours[:1], theirs)

    def _cost(self, ours: list[_Item], theirs: list[_Item]) -> float:
        return (
            _kind_cost(ours[0].kind, theirs[0].kind)
            + self._length_cost(
                sum(item.width for item in ours), sum(item.width for item in theirs)
            )
            + self._word_cost(
                frozenset().union(*(item.words for item in ours)),
                frozenset().union(*(item.words for item in theirs)),
            )
        )

    def _length_cost(self, ours: int, theirs: int) -> float:
        spread = math.sqrt(_VARIANCE * 2 * max(1, ours, theirs / self._ratio))
        off = abs(theirs - ours * self._ratio) / spread
        unlikely = max(1e-12, math.erfc(off / math.sqrt(2)))
        return min(_MOST_LENGTH_COST, -math.log(unlikely)) * 0.6

    def _word_cost(self, ours: frozenset[str], theirs: frozenset[str]) -> float:
        """Return less than nothing for shared rare words, more for words not shared."""
        either = sum(self._rare.get(word, 0.0) for word in ours | theirs)
        if not either:
            return 0.0
        shared = sum(self._rare.get(word, 0.0) for word in ours & theirs)
        return min(1.0, either / 6) * (1.6 - 4.4 * shared / either)


def _may_join(items: list[_Item]) -> bool:
    return items[0].kind == items[1].kind and items[0].kind in _TEXT


def _kind_cost(ours: BlockKind, theirs: BlockKind) -> float:
    if ours == theirs:
        return 0.0
    kinds = {ours, theirs}
    if kinds <= _TEXT:
        return 1.5
    return 8.0 if kinds & _SHORT else 4.0
