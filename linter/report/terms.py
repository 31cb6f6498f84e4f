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


def write(results: "Iterable[FileResult]", style: Style) -> str:
    """Return a line for each audience word, in the order in which they are given.

    A line has the place, the language, what was decided (concept, sense, whose; `?`
    where that is not sure) and the word in its context. The words stand below each
    other, so that the eye can sort them.
    """
    found = tuple(_occurrences(results))
    places = tuple(
        _place(occurrence, source, path) for occurrence, source, path in found
    )
    kinds = tuple(_decided(occurrence) for occurrence, _, _ in found)
    place_width = max(map(columns, places), default=0)
    kind_width = max(map(columns, kinds), default=0)
    side = _SIDE
    if style.width is not None:
        word = max((columns(occurrence.text) for occurrence, _, _ in found), default=0)
        marks = columns(_LEFT + _RIGHT + 2 * _GAP)
        free = style.width - place_width - kind_width - word - marks
        side = min(_SIDE, max(_LEAST_SIDE, free // 2))
    return "".join(
        _GAP.join(
            (
                style.paint.faint(_padded(place, place_width)),
                _padded(kind, kind_width),
                _in_context(occurrence, side, style),
            )
        ).rstrip()
        + "\n"
        for place, kind, (occurrence, _, _) in zip(places, kinds, found, strict=True)
    )


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


def _in_context(occurrence: Occurrence, side: int, style: Style) -> str:
    place = occurrence.place
    before, word, after = context(place.block.text, place.span, side, side)
    word = style.paint.strong(f"{_LEFT}{word}{_RIGHT}")
    line = f"{' ' * (side - columns(before))}{before}{word}{after}"
    if not style.why:
        return line
    because = "; ".join(cut(str(reason), _ENTRY) for reason in occurrence.because)
    padding = " " * (side - columns(after))
    return f"{line}{padding}{_GAP}{style.paint.faint(because)}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
