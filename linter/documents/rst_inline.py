"""Inline markup of reStructuredText: marks taken away, code kept between backticks."""

import re
from collections.abc import Iterator

from linter.documents.pieces import verbatim
from linter.values import Piece, Span

# Where markup may begin and end: beside blanks and punctuation, never in a word.
_OPENS = r"(?<![^\s'\"(\[{<\-/:’“‘「（『〈《])"
_CLOSES = r"(?![^\s'\")\]}>\-/:.,;!?\\’”」）』〉》、。，．！？：；])"
_INLINE = re.compile(
    rf"\\(?P<escaped>.)|"
    rf"{_OPENS}``(?=\S)(?P<literal>[^`]+(?:`[^`]+)*)(?<=\S)``{_CLOSES}|"
    rf"{_OPENS}(?P<role>:[\w.+:-]{{1,60}}:)?`(?P<text>[^\s`<\\](?:[^`<\\]|\\.)*+|(?=<))"
    rf"(?P<target><[^`<>]*>)?`(?::(?P<after>[\w.+:-]+):|(?P<link>__?))?{_CLOSES}|"
    rf"{_OPENS}_`(?P<anchor>[^`]+)`{_CLOSES}|"
    rf"{_OPENS}\*\*(?=[^\s*])(?P<strong>[^*\\]++(?:\\.[^*\\]*+)*+)(?<=\S)\*\*{_CLOSES}|"
    rf"{_OPENS}\*(?=[^\s*])(?P<emphasis>[^*\\]++(?:\\.[^*\\]*+)*+)(?<=\S)\*{_CLOSES}|"
    rf"{_OPENS}\|(?P<substitution>[^\s|][^|]*)(?<=\S)\|(?:__?)?{_CLOSES}|"
    rf"{_OPENS}\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_{_CLOSES}|"
    rf"(?<![\w.+:-])(?P<word>[^\W_]+(?:[-._+:][^\W_]+)*)__?{_CLOSES}",
    re.DOTALL,
)
_TITLED = frozenset(("ref", "doc", "any", "download", "numref", "external"))
_SPOKEN = frozenset(
    ("abbr", "abbreviation", "ac", "acronym", "dfn", "emphasis", "guilabel")
) | {"menuselection", "strong", "sub", "subscript", "sup", "superscript"}
_SPOKEN |= {"t", "term", "title", "title-reference"}
_BLANK = re.compile(r"\s+\Z")


def pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the text of ``source[start:end]`` with its markup taken away."""
    done = start
    for found in _INLINE.finditer(source, start, end):
        yield verbatim(source, done, found.start())
        yield from _markup(source, found)
        done = found.end()
    yield verbatim(source, done, end)


def _markup(source: str, found: re.Match[str]) -> Iterator[Piece]:
    if found["escaped"] is not None:
        if not found["escaped"].isspace():
            says = found["escaped"]
            yield Piece(says, Span(*found.span()), verbatim=False)
        return
    for name in ("anchor", "strong", "emphasis", "word"):
        if found[name] is not None:
            yield from _unescaped(source, *found.span(name))
            return
    for name in ("literal", "substitution"):
        if found[name] is not None:
            yield from _code(source, found, name)
            return
    if found["text"]:
        yield from _interpreted(source, found)


def _interpreted(source: str, found: re.Match[str]) -> Iterator[Piece]:
    """Yield the text in backticks as text if it is a link or a role of text."""
    role = (found["role"] or found["after"] or "").strip(":").rpartition(":")[2]
    target = found["target"] is not None
    if role in _SPOKEN or (role in _TITLED and target) or (not role and found["link"]):
        start, end = found.span("text")
        blank = _BLANK.search(source, start, end) if target else None
        yield from _unescaped(source, start, blank.start() if blank else end)
    else:
        yield from _code(source, found, "text")


def _code(source: str, found: re.Match[str], name: str) -> Iterator[Piece]:
    start, end = found.span(name)
    yield Piece("`", Span(found.start(), start), verbatim=False)
    yield verbatim(source, start, end)
    yield Piece("`", Span(end, found.end()), verbatim=False)


def _unescaped(source: str, start: int, end: int) -> Iterator[Piece]:
    done = start
    for escape in re.compile(r"\\(.)", re.DOTALL).finditer(source, start, end):
        yield verbatim(source, done, escape.start())
        if not escape[1].isspace():
            yield Piece(escape[1], Span(*escape.span()), verbatim=False)
        done = escape.end()
    yield verbatim(source, done, end)
