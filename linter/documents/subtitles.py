"""SubRip and WebVTT: the words of each cue, without tags and times."""

import html
import re
from collections.abc import Iterator

from linter.documents.decoding import decoded, stretch, text_of
from linter.documents.locales import locale_of_path
from linter.documents.pieces import tidy
from linter.values import Block, BlockKind, Comment, Document, Piece, Span

_SRT, _VTT = "srt", "vtt"
_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_TIMES = re.compile(r"[ \t]*(?P<start>[\d:.,]{4,20})[ \t]*-->[ \t]*[\d:.,]{4,20}")
_TAG_SRT = re.compile(r"</?[a-zA-Z][^<>\r\n]*>|\{\\[^{}\r\n]*\}")
_TAG_VTT = re.compile(r"</?[a-zA-Z\d][^<>\r\n]*>|&#?\w{1,20};")
_SPEAKER = re.compile(r"[ \t]*[-–—][ \t]*(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each cue, or each speaker's part of it."""
    format_ = _VTT if source.startswith("WEBVTT") else _SRT
    comments: list[Comment] = []
    blocks = tuple(
        block
        for lines in _groups(source)
        for block in _of_group(source, lines, format_, comments)
    )
    return Document(
        path=path,
        source=source,
        format=format_,
        blocks=blocks,
        lang=locale_of_path(path),
        comments=tuple(comments),
    )


def encode(text: str, block: Block) -> str:
    """Return *text* as it stands in a cue; raise `ValueError` if it cannot."""
    if "\n" in text or "-->" in text:
        raise ValueError(text)
    if block.style == _SRT:
        return text
    return "".join(_ESCAPED.get(char, char) for char in text)


def _groups(source: str) -> Iterator[list[Span]]:
    """Yield the lines between blank ones."""
    group: list[Span] = []
    for line in _LINE.finditer(source):
        if line.group(1).strip():
            group.append(Span(*line.span(1)))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _of_group(
    source: str, lines: list[Span], format_: str, comments: list[Comment]
) -> Iterator[Block]:
    found = (_TIMES.match(source, line.start, line.end) for line in lines[:2])
    at, times = next(((at, one) for at, one in enumerate(found) if one), (0, None))
    if times is None:
        first = source[lines[0].start : lines[0].end]
        if format_ == _VTT and first.startswith("NOTE"):
            span = Span(lines[0].start, lines[-1].end)
            text = source[span.start + len("NOTE") : span.end].strip()
            comments.append(Comment(text, span))
        return
    key = source[lines[0].start : lines[0].end].strip() if at else ""
    for part in _parts(source, lines[at + 1 :]):
        pieces = tidy(_pieces(source, part, format_))
        if _LETTER.search(text_of(pieces)):
            yield Block(
                BlockKind.PARAGRAPH,
                pieces,
                key=key,
                where=times["start"],
                style=format_,
            )


def _parts(source: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Yield the lines of each speaker: a dash begins the words of another."""
    part: list[Span] = []
    for line in lines:
        speaker = _SPEAKER.match(source, line.start, line.end)
        if speaker:
            if part:
                yield part
            part = [Span(speaker.end(), line.end)]
        else:
            part.append(line)
    if part:
        yield part


def _pieces(source: str, lines: list[Span], format_: str) -> tuple[Piece, ...]:
    tag = _TAG_VTT if format_ == _VTT else _TAG_SRT
    return decoded(stretch(source, lines[0].start, lines[-1].end), tag, _meaning)


def _meaning(tag: re.Match[str]) -> str:
    text = tag.group()
    return html.unescape(text) if text.startswith("&") else ""
