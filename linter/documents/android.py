r"""Android string resources: strings, arrays and plurals, with their own escapes.

White space is folded as Android folds it; a `"` keeps it and is not seen itself.
"""

import re
from collections.abc import Iterator

from linter.documents import copy_keys, xml_spans
from linter.documents.decoding import character, decoded, text_of
from linter.documents.locales import locale_of_path
from linter.documents.pieces import tidy
from linter.documents.xml_spans import Element, Text, parse, style_of
from linter.values import Block, BlockKind, Document, Piece

_ESCAPE = re.compile(r"\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<char>.)|\"", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t"}


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each string, item and plural form."""
    tree = parse(source, path)
    blocks = tuple(_blocks(tree.root)) if tree.root.name == "resources" else ()
    return Document(
        path=path,
        source=source,
        format="android",
        blocks=blocks,
        lang=locale_of_path(path),
        comments=tree.comments,
    )


def encode(text: str, block: Block) -> str:
    r"""Return *text* with the escapes of Android (`\'`) and then of XML."""
    escaped = re.sub(r"[\\'\"]", lambda mark: "\\" + mark.group(), text)
    escaped = escaped.replace("\n", r"\n").replace("\t", r"\t")
    if text[:1] in {"@", "?"}:
        escaped = "\\" + escaped
    return xml_spans.encode(escaped, block)


def _blocks(root: Element) -> Iterator[Block]:
    for element in root.elements():
        if element.get("translatable") == "false":
            continue
        key = element.get("name")
        if element.name == "string":
            yield from _block(element, key)
        elif element.name in {"string-array", "plurals"}:
            for number, item in enumerate(element.elements("item")):
                yield from _block(item, f"{key}[{item.get('quantity') or number}]")


def _block(element: Element, key: str) -> Iterator[Block]:
    texts = list(_texts(element))
    raw = decoded([text.piece for text in texts], _ESCAPE, _meaning)
    pieces = tidy(raw)
    if copy_keys.is_text(text_of(pieces)):
        style = style_of(texts)
        yield Block(BlockKind.PARAGRAPH, pieces, key=key, style=style)


def _texts(element: Element) -> Iterator[Text]:
    waiting: list[Element | Text] = list(reversed(element.inside))
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            yield one
        elif one.name == "g":  # <xliff:g>: not to be translated
            yield Text(Piece("{g}", one.span, verbatim=False))
        else:
            waiting += reversed(one.inside)


def _meaning(escape: re.Match[str]) -> str:
    if escape["code"]:
        return character(escape["code"])
    char = escape["char"] or ""
    return _SIMPLE.get(char, char)
