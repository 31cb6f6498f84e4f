"""Inline markup of AsciiDoc: marks taken away, code kept between backticks."""

import re
from collections.abc import Iterator

from linter.documents import markup
from linter.documents.pieces import line_break, verbatim
from linter.values import Piece, Span

_INLINE = re.compile(
    r"(?P<comment>^//(?!/)[^\r\n]*)|"
    r"(?P<break>[ \t]\+(?=[ \t]*(?:[\r\n]|\Z)))|"
    r"(?P<ticks>`++)(?P<code>[^`]*)(?P=ticks)|"
    r"(?P<plus>\+{1,3})(?=\S)(?P<plain>[^+]*)(?<=\S)(?P=plus)|"
    r"\$\$(?P<dollars>[^$]*)\$\$|"
    r"<<[^<>,\r\n]{0,200}(?:,(?P<reference>[^<>]{0,2000}))?>>|"
    r"(?P<url>(?<!\w)(?:https?|ftp|irc|mailto|link|xref):[^\s\[\]<>]{0,2000})"
    r"\[(?P<link>[^\]]{0,2000})\]|"
    r"(?P<macro>(?<!\w)(?:footnote|kbd|btn|menu|image|icon|stem|pass|anchor|indexterm2?|term)"
    r":[^\s\[\]]{0,2000})\[(?P<inside>[^\]]{0,2000})\]|"
    r"\[\[[^\]]{0,200}\]\]|\(\(\([^()]*\)\)\)|"
    r"(?P<mark>(?:\[[\w.#%-]+\])?(?P<one>\*\*|__|##|"
    r"(?<![^\W_*#])(?:\*|_|#)(?=[^\s*_#])|(?<=[^\s*_#])[*_#](?!\w)))",
    re.MULTILINE,
)
_VALUE = re.compile(
    r"(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^=]*?))\^?(?:,\s*\w+=.*)?\Z", re.DOTALL
)
_SPOKEN = ("btn", "term")
_CODE = ("plain", "dollars")


def pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the text of ``source[start:end]`` with its markup taken away."""
    done = start
    for found in _INLINE.finditer(source, start, end):
        yield from markup.decoded(source[done : found.start()], done)
        yield from _meaning(source, found)
        done = found.end()
    yield from markup.decoded(source[done:end], done)


def _meaning(source: str, found: re.Match[str]) -> Iterator[Piece]:
    if found["break"]:
        yield line_break(*found.span("break"))
    elif found["ticks"]:
        yield Piece("`", Span(found.start(), found.start("code")), verbatim=False)
        yield verbatim(source, *found.span("code"))
        yield Piece("`", Span(found.end("code"), found.end()), verbatim=False)
    elif found["reference"]:
        yield verbatim(source, *found.span("reference"))
    elif found["url"]:
        yield from _value(source, found, "link")
    elif found["macro"] and found["macro"].startswith(_SPOKEN):
        yield verbatim(source, *found.span("inside"))
    else:
        for name in _CODE:
            if found[name]:
                yield verbatim(source, *found.span(name))


def _value(source: str, found: re.Match[str], name: str) -> Iterator[Piece]:
    start, end = found.span(name)
    value = _VALUE.match(source[start:end])
    if value:
        name = "bare" if value["quoted"] is None else "quoted"
        yield from markup.decoded(value[name], start + value.start(name))
