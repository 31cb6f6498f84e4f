"""Resource files of .NET: texts under names."""

from collections.abc import Iterator

from linter.documents import copy_keys
from linter.documents.decoding import text_of
from linter.documents.locales import locale_of_path
from linter.documents.xml_spans import (
    Element,
    encode,
    flat,
    parse,
    pieces_of,
    style_of,
)
from linter.values import Block, BlockKind, Document

__all__ = ["encode", "read"]


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each text; pictures and objects are none."""
    tree = parse(source, path)
    return Document(
        path=path,
        source=source,
        format="resx",
        blocks=tuple(_blocks(tree.root)),
        lang=locale_of_path(path),
        comments=tree.comments,
    )


def _blocks(root: Element) -> Iterator[Block]:
    for data in root.elements("data"):
        name, value = data.get("name"), data.first("value")
        if value is None or data.get("type", "mimetype") or name.startswith(">>"):
            continue
        texts = flat(value)
        pieces = pieces_of(texts)
        if copy_keys.is_text(text_of(pieces)):
            style = style_of(texts)
            yield Block(BlockKind.PARAGRAPH, pieces, key=name, style=style)
