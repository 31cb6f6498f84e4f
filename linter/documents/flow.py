"""From tags and texts to blocks of copy: what HTML, Markdown and MDX have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.documents import elements, markup
from linter.documents.pieces import line_break, tidy
from linter.values import Block, BlockKind, Comment, Piece, Span

_LOOKED_BACK = 64  # open elements searched for one that a tag ends
_ONLY_LINK = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_SPOKEN = frozenset(
    (
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.TABLE_CELL,
        BlockKind.DEFINITION,
    )
)


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, with all that it has from those around it."""

    name: str = ""
    block: bool = True
    kind: BlockKind = BlockKind.PARAGRAPH
    lang: str | None = None
    quoted: bool = False
    spoken: bool = False
    code: bool = False
    hidden: bool = False
    link: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of the block that is being read, and what it stands in."""

    piece: Piece
    element: _Element

    @property
    def tells(self) -> bool:
        """Tell whether there is a letter or digit in it that is no code."""
        return not self.element.code and any(map(str.isalnum, self.piece.text))


class Flow:
    """The elements that are open, the block that is being read, and those that are."""

    def __init__(self, *, lang: str | None = None, xml: bool = False) -> None:
        self.lang = lang
        self.comments: list[Comment] = []
        self._blocks: list[Block] = []
        self._xml = xml
        self._open: list[_Element] = [_Element(lang=lang)]
        self._floors: list[int] = [1]
        self._names: list[Counter[str]] = [Counter()]
        self._runs: list[_Run] = []
        self._links = 0
        self._breaks = 0

    def feed(self, source: str, base: int = 0) -> None:
        """Read *source* as HTML; *base* is added to every place in it."""
        for token in markup.tokens(source, xml=self._xml):
            if isinstance(token, markup.Text):
                self._raw_text(source, token, base)
            elif isinstance(token, markup.Remark):
                text = source[token.inner_start : token.inner_end].strip()
                self.comment(text, base + token.start, base + token.end)
            else:
                self._tag(source, token, base)

    def text(self, pieces: Iterable[Piece]) -> None:
        """Read *pieces* of the block's text."""
        element = self._open[-1]
        if element.hidden:
            return
        for piece in pieces:
            self._runs.append(_Run(piece, element))
            if self._breaks and piece.text.strip():
                self._breaks = 0

    def line_break(self, start: int, end: int) -> None:
        """Read a break of the line; two of them end the block."""
        self._breaks += 1
        if self._breaks > 1 and not self._open[-1].code:
            self.end_block()
        else:
            self.text((line_break(start, end),))

    def comment(self, text: str, start: int, end: int) -> None:
        """Keep a comment of the source."""
        self.comments.append(Comment(text, Span(start, end)))

    def aside(
        self,
        kind: BlockKind,
        pieces: Iterable[Piece],
        lang: str | None = None,
        style: str = "",
    ) -> None:
        """Keep a text beside the flow: an attribute's value, a title."""
        element = self._open[-1]
        value = tidy(pieces)
        if any(char.isalnum() for piece in value for char in piece.text):
            lang = lang or element.lang
            self._blocks.append(
                Block(kind, value, lang=lang, quoted=element.quoted, style=style)
            )

    def open(  # noqa: PLR0913 - an element has that many sides
        self,
        name: str,
        at: int,
        *,
        kind: BlockKind | None = None,
        lang: str | None = None,
        spoken: bool = False,
        kept: bool = False,
        block: bool | None = None,
    ) -> None:
        """Open the element *name* whose contents begin at *at*.

        *kept* contents (`translate="no"`) are a name or code that stays as it is.
        """
        parent = self._open[-1]
        if block is None:
            block = name in elements.BLOCKS
        if block:
            self.end_block()
            self._close_paragraph()
            parent = self._open[-1]
        if name == "a":
            self._links += 1
        element = _Element(
            name=name,
            block=block,
            kind=kind or _kind(name, parent.kind),
            lang=lang or parent.lang,
            quoted=parent.quoted or name in elements.QUOTING,
            spoken=parent.spoken or spoken,
            code=parent.code or name in elements.CODE or kept,
            hidden=parent.hidden or name in elements.HIDDEN,
            link=self._links if name == "a" else parent.link,
        )
        if element.code and not parent.code:
            self._mark("`", at, element)
        if name == "q":
            self._mark("“", at, element)
        self._open.append(element)
        self._names[-1][name] += 1

    def close(self, name: str, at: int) -> None:
        """Close the element *name*, and all in it, at *at*; nothing if none is open."""
        if self._names[-1][name]:
            while self._pop(at) != name:
                pass

    def enter(self, name: str, at: int, **sides: BlockKind | bool | None) -> None:
        """Open *name* so that no tag in it can close what is around it."""
        self.open(name, at, **sides)  # type: ignore[arg-type]
        self._floors.append(len(self._open))
        self._names.append(Counter())

    def leave(self, at: int) -> None:
        """Close what was entered last, and all in it."""
        floor = self._floors.pop()
        while len(self._open) > floor:
            self._pop(at)
        self._names.pop()
        self._pop(at)

    def end_block(self) -> None:
        """End the block that is being read."""
        runs, self._runs, self._breaks = self._runs, [], 0
        if any(run.tells for run in runs):
            self._blocks.extend(_blocks(runs, self._open[-1]))

    def finish(self) -> tuple[Block, ...]:
        """End reading, and return the blocks in the order of the source."""
        self.end_block()
        return tuple(sorted(self._blocks, key=lambda block: block.pieces[0].span))

    def _pop(self, at: int) -> str:
        element = self._open[-1]
        if element.block:
            self.end_block()
        self._open.pop()
        self._names[-1][element.name] -= 1
        if element.code and not self._open[-1].code:
            self._mark("`", at, element)
        if element.name == "q":
            self._mark("”", at, element)
        return element.name

    def _mark(self, text: str, at: int, element: _Element) -> None:
        """Put a mark that is not in the source around what *element* holds."""
        if not element.hidden:
            self._runs.append(_Run(Piece(text, Span(at, at), verbatim=False), element))

    def _raw_text(self, source: str, token: markup.Text, base: int) -> None:
        text = source[token.start : token.end]
        if token.escaped:
            self.text(markup.decoded(text, token.start, base))

    def _tag(self, source: str, tag: markup.Tag, base: int) -> None:
        name = tag.name.lower()
        if tag.closing:
            self.close(name, base + tag.start)
            return
        self._end_implied(name, base + tag.start)
        component = elements.is_component(tag.name)
        lang = self._value(source, tag, "lang") or self._value(source, tag, "xml:lang")
        if name == "html" and lang and self.lang is None:
            self.lang = lang
        if name == "br":
            self.line_break(base + tag.start, base + tag.end)
        elif name == "hr":
            self.end_block()
        void = name in markup.VOID or (tag.empty and (self._xml or component))
        if void:
            self._attributes(source, tag, base, lang)
            return
        block = name in elements.BLOCKS
        if component and not elements.is_inline_component(tag.name):
            block = not any(run.piece.text.strip() for run in self._runs)
        classes = " ".join(
            self._value(source, tag, key) for key in ("class", "classname", "id")
        )
        kept = self._value(source, tag, "translate") == "no" or (
            "notranslate" in classes.split()
        )
        self.open(
            name,
            base + tag.end,
            lang=lang or None,
            spoken=elements.spoken(f"{classes} {tag.name if component else ''}"),
            kept=kept,
            block=block,
        )
        if not self._open[-1].code:
            self._attributes(source, tag, base, lang)

    def _value(self, source: str, tag: markup.Tag, key: str) -> str:
        start, end = tag.attributes.get(key, (0, 0))
        return source[start:end].strip()

    def _attributes(self, source: str, tag: markup.Tag, base: int, lang: str) -> None:
        if self._open[-1].hidden:
            return
        for key, kind in self._copy(source, tag):
            start, end = tag.attributes[key]
            pieces = markup.decoded(source[start:end], start, base)
            self.aside(kind, pieces, lang or None, "attribute")

    def _copy(self, source: str, tag: markup.Tag) -> Iterator[tuple[str, BlockKind]]:
        """Yield the names of the attributes of *tag* that are copy, with their kind."""
        name = tag.name.lower()
        if name == "meta":
            about = self._value(source, tag, "name") or (
                self._value(source, tag, "property")
            )
            if "content" in tag.attributes and about.lower() in elements.META:
                yield "content", elements.META[about.lower()]
            return
        kind = self._value(source, tag, "type").lower()
        pressed = name == "input" and kind in {"submit", "button", "reset"}
        if pressed and "value" in tag.attributes:
            yield "value", BlockKind.BUTTON
        for key in tag.attributes:
            if key in elements.ATTRIBUTES:
                yield key, elements.ATTRIBUTES[key]

    def _end_implied(self, name: str, at: int) -> None:
        """Close what an opening tag *name* ends without a closing tag."""
        ended, walls = elements.ENDS.get(name, (frozenset(), frozenset()))
        if not any(self._names[-1][end] for end in ended):
            return
        floor = max(self._floors[-1], len(self._open) - _LOOKED_BACK)
        for index in range(len(self._open) - 1, floor - 1, -1):
            if self._open[index].name in walls:
                return
            if self._open[index].name in ended:
                while len(self._open) > index:
                    self._pop(at)
                return

    def _close_paragraph(self) -> None:
        """Close the paragraph that a block element ends; its block is ended."""
        if self._names[-1]["p"]:
            at = self._runs[-1].piece.span.end if self._runs else 0
            while self._pop(at) != "p":
                pass


def _kind(name: str, parent: BlockKind) -> BlockKind:
    return elements.BLOCKS.get(name) or parent


def _blocks(runs: list[_Run], element: _Element) -> Iterator[Block]:
    """Yield the block of *runs*, which end in *element*; each link of a menu is one."""
    telling = [run for run in runs if run.tells]
    links = {run.element.link for run in telling}
    kind = element.kind
    if 0 in links or kind not in _ONLY_LINK:
        yield from _block(runs, telling, kind)
        return
    kind = BlockKind.LINK
    if len(links) == 1 or _touching(runs):
        yield from _block(runs, telling, kind)
        return
    for link in sorted(links):
        inside = [run for run in runs if run.element.link == link]
        yield from _block(inside, [run for run in inside if run.tells], kind)


def _touching(runs: list[_Run]) -> bool:
    """Tell whether one link goes on in the next: a word that was broken in two."""
    return all(run.element.link for run in runs)


def _block(runs: list[_Run], telling: list[_Run], kind: BlockKind) -> Iterator[Block]:
    pieces = tidy(run.piece for run in runs)
    langs = {run.element.lang for run in telling}
    quoted = all(
        run.element.quoted or (run.element.spoken and kind in _SPOKEN)
        for run in telling
    )
    lang = langs.pop() if len(langs) == 1 else runs[0].element.lang
    yield Block(kind, pieces, lang=lang, quoted=quoted)
