"""Translation memories: each unit with its segment in every language."""

from collections.abc import Iterator

from linter.documents import copy_keys
from linter.documents.decoding import joined, text_of
from linter.documents.locales import locale_of_tag
from linter.documents.xliff import segment_texts
from linter.documents.xml_spans import Element, encode, parse, style_of
from linter.values import Block, BlockKind, Document

__all__ = ["encode", "read"]


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each segment, the original's as source."""
    tree = parse(source, path)
    return Document(
        path=path,
        source=source,
        format="tmx",
        blocks=tuple(_blocks(tree.root)),
        comments=tree.comments,
    )


def _blocks(root: Element) -> Iterator[Block]:
    header, body = root.first("header"), root.first("body")
    original = locale_of_tag(header.get("srclang")) if header else None
    for number, unit in enumerate(body.elements("tu") if body else (), start=1):
        from_ = locale_of_tag(unit.get("srclang")) or original
        for version in unit.elements("tuv"):
            lang = locale_of_tag(version.get("xml:lang", "lang"))
            segment = version.first("seg")
            texts = list(segment_texts(segment)) if segment else []
            pieces = joined(text.piece for text in texts)
            if not copy_keys.is_text(text_of(pieces)):
                continue
            is_source = lang is not None and lang == from_
            yield Block(
                BlockKind.PARAGRAPH,
                pieces,
                lang=lang,
                key=unit.get("tuid") or str(number),
                writable=not is_source,
                is_source=is_source,
                style=style_of([text for text in texts if text.piece.verbatim]),
            )
