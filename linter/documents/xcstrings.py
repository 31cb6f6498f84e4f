"""String catalogues of Xcode: every language of an app in one JSON file."""

from collections.abc import Iterator, Mapping

from linter.documents import copy_keys, keyed
from linter.documents.decoding import text_of
from linter.documents.json_strings import encode, scan
from linter.documents.keyed import Entry
from linter.documents.locales import locale_of_tag
from linter.values import Block, BlockKind, Document

__all__ = ["encode", "read"]

_STRINGS, _PLACES, _VALUE = "strings", "localizations", ("stringUnit", "value")
_LOCALES_AT = 3
_SORTS = frozenset(("plural", "device", "width"))


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each text in each language.

    Strings that are not to be translated are left out.
    """
    file = scan(source, path, format_="xcstrings")
    values = {entry.path: entry for entry in file.entries}
    blocks = tuple(block for entry in file.entries for block in _blocks(entry, values))
    return Document(
        path=path,
        source=source,
        format="xcstrings",
        blocks=blocks,
        comments=file.comments,
    )


def _blocks(entry: Entry, values: Mapping[tuple[str, ...], Entry]) -> Iterator[Block]:
    path = entry.path
    if path[:1] != (_STRINGS,) or path[-2:] != _VALUE or len(path) <= _LOCALES_AT:
        return
    if path[2] != _PLACES or not copy_keys.is_text(text_of(entry.pieces)):
        return
    translate = values.get((*path[:2], "shouldTranslate"))
    if translate is not None and text_of(translate.pieces) == "false":
        return
    steps = path[_LOCALES_AT + 1 : -2]
    names = [
        step for step in steps if step not in _SORTS | {"variations", "substitutions"}
    ]
    key = path[1] + "".join(f"[{name}]" for name in names)
    like = Block(BlockKind.PARAGRAPH, (), lang=locale_of_tag(path[_LOCALES_AT]))
    yield from keyed.texts(key, entry.pieces, kind=BlockKind.PARAGRAPH, like=like)
