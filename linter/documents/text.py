"""Plain text: paragraphs between blank lines, items that begin with a bullet.

A text whose lines were broken to fit a width is put together again; in one whose
lines run on (some are longer than anybody wraps), each line is a paragraph.
"""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from linter.documents.pieces import tidy, verbatim
from linter.values import Block, BlockKind, Document, Span

_WIDEST_WRAPPED = 120
_LINE = re.compile(r"[^\r\n]+")
_GAP = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")
_RULE = re.compile(r"[\s=\-_*~#+.─━═－＝＊・…]*\Z")
_BULLET = re.compile(
    r"\s*(?:[-*+•‣◦▪–—・●○◆◇■□▶►※✓✔☑]\s+|[•‣◦▪・●○◆◇■□▶►※✓✔☑]|"
    r"[(（]?(?:\d{1,3}|[a-z]|[①-⑳])[.)）．、]\s+|[①-⑳]\s*)"
)
_ENDS = re.compile(r"[.!?。！？…:：;；,、][\"'”’」』)）]*\s*\Z")


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each paragraph and item of a list."""
    blocks = tuple(
        block
        for paragraph in _paragraphs(source)
        for block in _blocks(source, paragraph)
    )
    return Document(path=path, source=source, format="text", blocks=blocks)


def _paragraphs(source: str) -> Iterator[Span]:
    done = 0
    for gap in _GAP.finditer(source):
        yield Span(done, gap.start())
        done = gap.end()
    yield Span(done, len(source))


def _blocks(source: str, paragraph: Span) -> Iterator[Block]:
    lines = [
        Span(line.start(), line.end())
        for line in _LINE.finditer(source, paragraph.start, paragraph.end)
    ]
    widths = [_width(source[line.start : line.end]) for line in lines]
    widest = max(widths, default=0)
    run: list[Span] = []
    for number, line in enumerate(lines):
        text = source[line.start : line.end]
        if _RULE.match(text):
            yield from _block(source, run, heading=len(run) == 1)
            run = []
            continue
        if run and _begins(source, run[-1], widths[number - 1], widest, text):
            yield from _block(source, run)
            run = []
        run.append(line)
    yield from _block(source, run)


def _begins(source: str, before: Span, width: int, widest: int, text: str) -> bool:
    """Tell whether the line *text* begins a block of its own after line *before*."""
    if widest > _WIDEST_WRAPPED or _BULLET.match(text):
        return True
    heading = width * 2 < widest and not _ENDS.search(source, before.start, before.end)
    return heading and not text.lstrip()[:1].islower()


def _block(source: str, run: list[Span], *, heading: bool = False) -> Iterator[Block]:
    if not run:
        return
    start, end = run[0].start, run[-1].end
    kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
    bullet = _BULLET.match(source, start, run[0].end)
    if bullet and bullet.end() < end:
        kind, start = BlockKind.LIST_ITEM, bullet.end()
    pieces = tidy((verbatim(source, start, end),))
    if pieces:
        yield Block(kind, pieces)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
