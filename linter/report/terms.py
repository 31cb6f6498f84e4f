"""Audience words in context, one a line: a concordance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.report.excerpt import columns, context, cut, visible
from linter.report.paint import Paint
from linter.report.sources import Source, source_of
from linter.values import Occurrence

if TYPE_CHECKING:
    from linter.engine.results import FileResult

_SIDE = 30
_LEAST_SIDE = 14
_ENTRY = 48  # columns of the name of an entry
_GAP = "  "
_LEFT, _RIGHT = "«", "»"
_UNSURE = "?"


@dataclass(frozen=True, slots=True)
class Style:
    """How to show words.

    *width* is how many columns a line should have, None where it does not matter;
    *why* adds the evidence.
    """

    paint: Paint
    width: int | None = None
    why: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    kind: str
    around: tuple[str, str, str]
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class _Widths:
    """Columns of the parts of a line: *rest* is the word and what comes after."""

    place: int
    kind: int
    before: int
    rest: int


def write(results: "Iterable[FileResult]", style: Style) -> str:
    """Return a line for each audience word, in the order in which they are given.

    A line has the place, the language, what was decided (concept, sense, whose; `?`
    where that is not sure) and the word in its context. The words stand below each
    other, so that the eye can sort them.
    """
    found = tuple(_occurrences(results))
    places = tuple(_place(*each) for each in found)
    kinds = tuple(_decided(occurrence) for occurrence, _, _ in found)
    words = tuple(occurrence.text for occurrence, _, _ in found)
    side = _side(style.width, _widest(places) + _widest(kinds) + _widest(words))
    contexts = tuple(
        context(occurrence.place.block.text, occurrence.place.span, side, side)
        for occurrence, _, _ in found
    )
    widths = _Widths(
        _widest(places),
        _widest(kinds),
        _widest(before for before, _, _ in contexts),
        _widest(f"{word}{after}" for _, word, after in contexts),
    )
    return "".join(
        _line(_Row(place, kind, around, occurrence), widths, style)
        for place, kind, around, (occurrence, _, _) in zip(
            places, kinds, contexts, found, strict=True
        )
    )


def _side(width: int | None, taken: int) -> int:
    """Return how many columns of context each side of a word has."""
    if width is None:
        return _SIDE
    free = width - taken - columns(_LEFT + _RIGHT + 2 * _GAP)
    return min(_SIDE, max(_LEAST_SIDE, free // 2))


def _line(row: _Row, widths: _Widths, style: Style) -> str:
    before, word, after = row.around
    padding = " " * (widths.before - columns(before))
    parts = [
        style.paint.faint(_padded(row.place, widths.place)),
        _padded(row.kind, widths.kind),
        f"{padding}{before}{style.paint.strong(f'{_LEFT}{word}{_RIGHT}')}{after}",
    ]
    if style.why:
        parts[-1] += " " * (widths.rest - columns(word + after))
        entries = (cut(str(reason), _ENTRY) for reason in row.occurrence.because)
        parts.append(style.paint.faint("; ".join(dict.fromkeys(entries))))
    return f"{_GAP.join(parts).rstrip()}\n"


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns, texts), default=0)


def _occurrences(
    results: "Iterable[FileResult]",
) -> Iterator[tuple[Occurrence, Source, str]]:
    sources: dict[str, Source] = {}  # sorted by word, a file comes many times
    for result in results:
        if result.document is not None:
            source = sources.get(result.path) or source_of(result.document)
            sources[result.path] = source
            for occurrence in result.occurrences:
                yield occurrence, source, result.path


def _place(occurrence: Occurrence, source: Source, path: str) -> str:
    at = source.position(occurrence.span.start)
    name = source.name_at(occurrence.span, occurrence.place.block)
    return visible(f"{path}:{at.line}:{at.column}" + (f" [{name}]" if name else ""))


def _decided(occurrence: Occurrence) -> str:
    whose = f"/{occurrence.possessor}" if occurrence.possessor else ""
    unsure = "" if occurrence.sure else _UNSURE
    return f"{occurrence.lang} {occurrence.concept} {occurrence.sense}{whose}{unsure}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
