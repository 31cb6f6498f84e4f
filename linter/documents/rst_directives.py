"""Directives of reStructuredText that hold copy, and where in them it stands.

All others are code, data, or instructions to a program, and are not read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from linter.values import BlockKind


class Head(Enum):
    """What stands behind the name of a directive."""

    NO_COPY = "no copy"
    FIRST = "the first line of the text"
    VERSION = "a version, and the first line of the text"
    OWN = "a text of its own"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a directive holds: a head of *head_kind*, and a text of *kind*.

    Where a kind is None it is that of what is around.
    """

    head: Head = Head.NO_COPY
    head_kind: BlockKind | None = None
    body: bool = True
    kind: BlockKind | None = None
    quoted: bool = False


def _shapes() -> Iterator[tuple[Shape, str]]:
    yield (
        Shape(Head.FIRST),
        "attention caution danger error hint important note seealso tip warning",
    )
    yield Shape(Head.VERSION), "deprecated versionadded versionchanged"
    yield (
        Shape(Head.OWN, BlockKind.HEADING),
        "admonition card details dropdown grid-item-card sidebar tab tab-item topic",
    )
    yield (
        Shape(Head.FIRST, kind=BlockKind.QUOTE, quoted=True),
        "epigraph highlights pull-quote",
    )
    yield Shape(Head.OWN, BlockKind.CAPTION), "table"
    yield Shape(Head.OWN, BlockKind.CAPTION, kind=BlockKind.TABLE_CELL), "list-table"
    yield Shape(Head.OWN, body=False), "centered replace rubric title"
    yield Shape(kind=BlockKind.CAPTION), "figure"
    yield (
        Shape(),
        (
            "class compound container div footer glossary grid grid-item header hlist "
            "only rst-class tab-set tabs"
        ),
    )


SHAPES: Mapping[str, Shape] = {
    name: shape for shape, names in _shapes() for name in names.split()
}
