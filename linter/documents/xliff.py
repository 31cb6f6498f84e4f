"""XLIFF 1.2 and 2: the source and target of each segment, without their tags."""

from collections.abc import Iterator

from linter.documents import copy_keys, keyed
from linter.documents.decoding import joined, text_of
from linter.documents.locales import locale_of_path, locale_of_tag
from linter.documents.xml_spans import (
    Element,
    Text,
    encode,
    parse,
    string_of,
    style_of,
)
from linter.values import Block, BlockKind, Document, Piece

__all__ = ["encode", "read", "segment_texts"]

# Elements that stand for markup that opens or closes: nothing is read in their place.
_MARKS = frozenset(("bpt", "ept", "bx", "ex", "sc", "ec", "it"))
# Elements that stand for something that a reader sees.
_PLACEHOLDERS = frozenset(("ph", "x"))
_MARK_IDS = ("START_", "CLOSE_")
_SOURCE, _TARGET = "source", "target"
_UNSURE = frozenset(
    ("fuzzy", "needs-translation", "needs-review-translation", "initial")
)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each source and each target text.

    Units that are not to be translated are left out; a target that nobody vouches for
    stands without its source, so that the two are not compared.
    """
    tree = parse(source, path)
    langs: list[str | None] = []
    blocks = tuple(_of_root(tree.root, path, langs))
    lang = langs[0] if langs and len(set(langs)) == 1 else None
    return Document(
        path=path,
        source=source,
        format="xliff",
        blocks=blocks,
        lang=lang or locale_of_path(path),
        comments=tree.comments,
    )


def _of_root(root: Element, path: str, langs: list[str | None]) -> Iterator[Block]:
    for file in root.elements("file"):
        from_ = locale_of_tag(file.get("source-language") or root.get("srcLang"))
        to = locale_of_tag(file.get("target-language") or root.get("trgLang"))
        to = to or locale_of_path(path)
        langs.append(to)
        for unit in _units(file):
            key = unit.get("resname", "name", "id")
            for number, segment in enumerate(_segments(unit)):
                name = f"{key}.{number + 1}" if number else key
                yield from _of_segment(segment, unit, name, (from_, to))


def _units(file: Element) -> Iterator[Element]:
    """Yield the units of *file* that are to be translated."""
    waiting = [file]
    while waiting:
        one = waiting.pop()
        if one.get("translate") == "no":
            continue
        if one.name in {"unit", "trans-unit"}:
            yield one
            continue
        waiting += reversed(list(one.elements("body", "group", "unit", "trans-unit")))


def _segments(unit: Element) -> Iterator[Element]:
    if unit.name == "trans-unit":
        yield unit
    else:
        yield from unit.elements("segment")


def _of_segment(
    segment: Element, unit: Element, key: str, langs: tuple[str | None, str | None]
) -> Iterator[Block]:
    target = segment.first(_TARGET)
    for name, lang in zip((_SOURCE, _TARGET), langs, strict=True):
        element = segment.first(name)
        is_source = name == _SOURCE
        if element is None or (is_source and _is_unsure(segment, target, unit)):
            continue
        texts = list(segment_texts(element))
        pieces = joined(text.piece for text in texts)
        if not copy_keys.is_text(text_of(pieces)):
            continue
        like = Block(
            BlockKind.PARAGRAPH,
            (),
            lang=locale_of_tag(element.get("xml:lang")) or lang,
            writable=not is_source,
            is_source=is_source,
            style=style_of([one for one in texts if one.piece.verbatim]),
        )
        yield from keyed.texts(key, pieces, kind=BlockKind.PARAGRAPH, like=like)


def _is_unsure(segment: Element, target: Element | None, unit: Element) -> bool:
    """Tell whether there is a target that nobody vouches for."""
    if target is None or not string_of(target):
        return False
    state = target.get("state") or segment.get("state")
    return state in _UNSURE or unit.get("approved") == "no"


def segment_texts(element: Element) -> Iterator[Text]:
    """Yield the texts of a segment: tags are gaps, placeholders one mark each."""
    waiting: list[Element | Text] = list(reversed(element.inside))
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            yield one
        elif one.name in _PLACEHOLDERS and not one.get("id").startswith(_MARK_IDS):
            says = "\n" if one.get("ctype", "type") == "lb" else "{x}"
            yield Text(Piece(says, one.span, verbatim=False))
        elif one.name not in _MARKS | _PLACEHOLDERS:
            waiting += reversed(one.inside)
