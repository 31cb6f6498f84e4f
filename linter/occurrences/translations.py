"""A translation held against its source: which audience each side names, word by word.

Concepts are compared and never strings, counted per unit: sentence with sentence where
both sides have as many, else block with block. Within a unit the words are put in line
in their order; what stands opposite a competing concept names the wrong people. Set
phrases, software, names and code do not count. General words (顧客, 고객사) fit both a
client and a customer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linter import languages
from linter.lexicon.types import Concept
from linter.values import Block, Mismatch, MismatchKind, Occurrence, Sense

_COUNTED = frozenset({Sense.PARTY, Sense.MENTION, Sense.OTHER})
_GENERIC = "generic"
_FITS_GENERIC = frozenset({"client", "customer"})
_FITTING, _OTHER, _RIVAL, _ALONE = 0.1, 1.3, 1.0, 0.7


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its blocks in order, and the audience words in them."""

    blocks: tuple[Block, ...]
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is compared: the words of a sentence, or of all blocks, and their text."""

    source: tuple[Occurrence, ...]
    target: tuple[Occurrence, ...]
    source_text: str
    place: Block


def compare(
    source: Side,
    target: Side,
    concepts: Mapping[str, Concept],
    *,
    sure: bool = True,
) -> Iterator[Mismatch]:
    """Yield where *target* names other people than *source*, in the order of the text.

    Not *sure* is what comes of a doubtful pairing of the two.
    """
    for unit in _units(source, target):
        yield from _of_unit(unit, concepts, sure=sure)


def _units(source: Side, target: Side) -> Iterator[_Unit]:
    ours, theirs = _counted(source.occurrences), _counted(target.occurrences)
    if not ours and not theirs:
        return
    if len(source.blocks) == len(target.blocks) == 1:
        here, there = source.blocks[0], target.blocks[0]
        left, right = _sentences(here), _sentences(there)
        if len(left) == len(right) > 1:
            for (start, end), (begin, stop) in zip(left, right, strict=True):
                yield _Unit(
                    _between(ours, start, end),
                    _between(theirs, begin, stop),
                    here.text[start:end].strip(),
                    there,
                )
            return
    text = " ".join(block.text for block in source.blocks)
    yield _Unit(ours, theirs, text, target.blocks[0])


def _counted(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(
        one
        for one in occurrences
        if one.sense in _COUNTED
        and not (one.because and one.because[0].origin.startswith("mask:"))
    )


def _sentences(block: Block) -> tuple[tuple[int, int], ...]:
    spans = languages.get(block.lang or "en").sentences(block.text)
    return tuple((span.start, span.end) for span in spans)


def _between(
    occurrences: Sequence[Occurrence], start: int, end: int
) -> tuple[Occurrence, ...]:
    return tuple(one for one in occurrences if start <= one.place.span.start < end)


def _of_unit(
    unit: _Unit, concepts: Mapping[str, Concept], *, sure: bool
) -> Iterator[Mismatch]:
    for ours, theirs, kind in _judged(unit, concepts):
        yield Mismatch(
            kind=kind,
            source=ours,
            target=theirs,
            block=unit.place,
            source_text=unit.source_text,
            sure=sure,
            safe=sure and kind is MismatchKind.WRONG and _is_plain(unit),
        )


def _judged(
    unit: _Unit, concepts: Mapping[str, Concept]
) -> Iterator[tuple[Occurrence | None, Occurrence | None, MismatchKind]]:
    """Yield the words that do not belong together, each with what is wrong."""
    pairs = _in_line(unit.source, unit.target, concepts)
    wrong = any(
        ours and theirs and _are_rivals(ours, theirs, concepts)
        for ours, theirs in pairs
    )
    lost = None if wrong else _lost(unit, concepts)
    for ours, theirs in pairs:
        if ours and theirs:
            kind = _kind(ours, theirs, concepts)
            if kind is not None:
                yield ours, theirs, kind
        elif theirs and unit.source and _is_opposed(unit.source, theirs, concepts):
            # A pronoun of the source may be a word here: still of the wrong people.
            yield unit.source[0], theirs, MismatchKind.WRONG
        elif theirs:
            yield None, theirs, MismatchKind.ADDED
        elif ours:
            kind = MismatchKind.LOST if ours is lost else MismatchKind.DROPPED
            yield ours, None, kind


def _kind(
    ours: Occurrence, theirs: Occurrence, concepts: Mapping[str, Concept]
) -> MismatchKind | None:
    if _are_rivals(ours, theirs, concepts):
        return MismatchKind.WRONG
    if _cost(ours.concept, theirs.concept, concepts) >= _OTHER:
        return MismatchKind.OTHER
    return None


def _are_rivals(
    ours: Occurrence, theirs: Occurrence, concepts: Mapping[str, Concept]
) -> bool:
    return theirs.concept in concepts[ours.concept].competes


def _is_opposed(
    source: Iterable[Occurrence], theirs: Occurrence, concepts: Mapping[str, Concept]
) -> bool:
    """Tell whether the source names only people that *theirs* competes with."""
    return all(_are_rivals(ours, theirs, concepts) for ours in source)


def _is_plain(unit: _Unit) -> bool:
    """Tell whether nothing but one audience is named, and as often as in the source."""
    named = {one.concept for one in unit.source}
    return len(named) == 1 and len(unit.target) <= len(unit.source)


def _lost(unit: _Unit, concepts: Mapping[str, Concept]) -> Occurrence | None:
    """Return the word of a contrast in the source whose side the target leaves out."""
    named = {one.concept for one in unit.source}
    kept = {one.concept for one in unit.target}
    for one in unit.source:
        rivals = {*concepts[one.concept].competes, _GENERIC}
        if (
            one.concept in _FITS_GENERIC
            and rivals & named
            and rivals & kept
            and one.concept not in kept
            and len(unit.target) < len(unit.source)
        ):
            return one
    return None


def _cost(ours: str, theirs: str, concepts: Mapping[str, Concept]) -> float:
    if ours == theirs:
        return 0.0
    if _GENERIC in (ours, theirs) and _FITS_GENERIC & {ours, theirs}:
        return _FITTING
    return _RIVAL if theirs in concepts[ours].competes else _OTHER


def _in_line(
    source: Sequence[Occurrence],
    target: Sequence[Occurrence],
    concepts: Mapping[str, Concept],
) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """Return the cheapest pairing of the two in their order (Needleman–Wunsch)."""
    height, width = len(source), len(target)
    best = [[_ALONE * column for column in range(width + 1)]]
    for row, ours in enumerate(source, start=1):
        line = [_ALONE * row]
        for column, theirs in enumerate(target, start=1):
            together = best[row - 1][column - 1] + _cost(
                ours.concept, theirs.concept, concepts
            )
            alone = min(best[row - 1][column], line[column - 1]) + _ALONE
            line.append(min(together, alone))
        best.append(line)
    pairs: list[tuple[Occurrence | None, Occurrence | None]] = []
    row, column = height, width
    while row or column:
        if row and column:
            ours, theirs = source[row - 1], target[column - 1]
            cost = _cost(ours.concept, theirs.concept, concepts)
            if best[row][column] == best[row - 1][column - 1] + cost:
                pairs.append((ours, theirs))
                row, column = row - 1, column - 1
                continue
        if row and best[row][column] == best[row - 1][column] + _ALONE:
            pairs.append((source[row - 1], None))
            row -= 1
        else:
            pairs.append((None, target[column - 1]))
            column -= 1
    return pairs[::-1]
