"""Application Resource Bundles of Flutter: JSON with ICU messages under plain keys."""

from linter.documents import copy_keys, keyed
from linter.documents.decoding import text_of
from linter.documents.json_strings import encode, scan
from linter.documents.locales import locale_of_path, locale_of_tag
from linter.values import BlockKind, Document

__all__ = ["encode", "read"]

_LOCALE = ("@@locale",)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each message and branch; no metadata."""
    file = scan(source, path, format_="arb")
    said = next(
        (text_of(one.pieces) for one in file.entries if one.path == _LOCALE), ""
    )
    blocks = tuple(
        block
        for entry in file.entries
        if entry.is_string and entry.path and not entry.path[0].startswith("@")
        if copy_keys.is_text(text_of(entry.pieces))
        for block in keyed.texts(
            ".".join(entry.path), entry.pieces, kind=BlockKind.PARAGRAPH
        )
    )
    return Document(
        path=path,
        source=source,
        format="arb",
        blocks=blocks,
        lang=locale_of_tag(said) or locale_of_path(path),
        comments=file.comments,
    )
