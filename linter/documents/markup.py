"""HTML as a run of tags, texts and comments with exact places, in linear time.

The rules are those of the HTML standard's tokenizer, with two mercies for broken
pages: what follows a `<` that no `>` closes is text, and a quotation mark that is
never closed does not open a value. Nothing here raises, whatever the source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from linter.values import Piece, Span

_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
_ESCAPABLE = frozenset(("title", "textarea"))

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?:(?P<name>[^\s/>][^\s/>=]*)"""
    r"""(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+))?)?)?"""
)
_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[A-Za-z][A-Za-z0-9]*;?)")


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text; character references in it count if *escaped*."""

    start: int
    end: int
    escaped: bool = True


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with the places of its attributes' values, without quotation marks.

    *name* is written as in the source; *closing* and *empty* (`<br/>`) tell its kind.
    """

    name: str
    start: int
    end: int
    attributes: dict[str, tuple[int, int]]
    closing: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: where it stands, and where the text between its marks does."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def tokens(source: str, *, xml: bool = False) -> Iterator[Text | Tag | Remark]:
    """Yield what *source* is made of, in order; with *xml*, `<title/>` is empty."""
    scan = _Scan(source)
    at = done = 0
    while (at := source.find("<", at)) >= 0:
        token = scan.at(at)
        if token is None:
            at += 1
            continue
        if at > done:
            yield Text(done, at)
        at = done = token.end
        if not isinstance(token, Text):
            yield token
        if isinstance(token, Tag) and not token.closing and not (xml and token.empty):
            raw = scan.raw(token)
            if raw is not None:
                at = done = raw.end
                yield raw
    if done < len(source):
        yield Text(done, len(source))


def decoded(text: str, start: int, base: int = 0) -> Iterator[Piece]:
    """Yield *text*, which stands at *start* of a source, with its references decoded.

    *base* is added to every place.
    """
    at = base + start
    if "&" not in text:
        yield Piece(text, Span(at, at + len(text)))
        return
    done = 0
    for reference in _REFERENCE.finditer(text):
        says = unescape(reference.group())
        if says == reference.group():
            continue
        first, last = reference.span()
        yield Piece(text[done:first], Span(at + done, at + first))
        yield Piece(says, Span(at + first, at + last), verbatim=False)
        done = last
    yield Piece(text[done:], Span(at + done, at + len(text)))


class _Scan:
    """A look at one source that remembers which marks do not come any more."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._absent: set[str] = set()

    def find(self, mark: str, start: int) -> int:
        """Return where *mark* comes next or -1; never look in vain twice."""
        if mark in self._absent:
            return -1
        found = self.source.find(mark, start)
        if found < 0:
            self._absent.add(mark)
        return found

    def at(self, at: int) -> Text | Tag | Remark | None:
        """Return what the `<` at *at* begins: an empty `Text` is for declarations."""
        after = self.source[at + 1 : at + 2]
        if after == "!":
            return self._declaration(at)
        if after == "?":
            program = self.source.startswith(("<?php", "<?="), at)
            return self._until("?>" if program else ">", at)
        if after == "/":
            name = _NAME.match(self.source, at + 2)
            return self._tag(at, name) if name else self._until(">", at)
        name = _NAME.match(self.source, at + 1)
        return self._tag(at, name) if name else None

    def raw(self, tag: Tag) -> Text | None:
        """Return the text of an element without markup that *tag* opens."""
        name = tag.name.lower()
        if name not in _RAW and name not in _ESCAPABLE:
            return None
        close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        found = close.search(self.source, tag.end)
        end = found.start() if found else len(self.source)
        return Text(tag.end, end, escaped=name in _ESCAPABLE)

    def _declaration(self, at: int) -> Text | Remark | None:
        if self.source.startswith("<!--", at):
            for empty in ("<!-->", "<!--->"):
                if self.source.startswith(empty, at):
                    return Remark(at, at + len(empty), at + 4, at + 4)
            end = self.find("-->", at + 4)
            if end < 0:
                return Remark(at, len(self.source), at + 4, len(self.source))
            return Remark(at, end + 3, at + 4, end)
        if self.source.startswith("<![CDATA[", at):
            end = self.find("]]>", at)
            if end >= 0:
                return Text(at, end + 3)
        return self._until(">", at)

    def _until(self, mark: str, at: int) -> Text | None:
        end = self.find(mark, at)
        return None if end < 0 else Text(at, end + len(mark))

    def _tag(self, at: int, name: re.Match[str]) -> Tag | None:
        if self.find(">", at) < 0:
            return None
        attributes: dict[str, tuple[int, int]] = {}
        here, limit = name.end(), len(self.source)
        for found in _ATTRIBUTE.finditer(self.source, here):
            here = found.end()
            key = found["name"]
            if key is not None:
                value = found.lastgroup or ""
                span = (here, here) if value == "name" else found.span(value)
                attributes.setdefault(key.lower(), span)
            if here >= limit or self.source[here] == ">":
                break
        if here >= limit:
            self._absent.add(">")  # every `>` that comes stands in a value
            return None
        empty = self.source[here - 1] == "/" and here > name.end()
        closing = name.start() > at + 1
        return Tag(name.group(), at, here + 1, attributes, closing, empty)
