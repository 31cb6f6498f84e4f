"""Strings under keys into a document: which are copy, in which language, what kind.

Readers of keyed formats hand over every string of the file; what they have in common
is decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.documents import copy_keys, icu
from linter.documents.decoding import text_of
from linter.documents.locales import are_locales, locale_of_path, locale_of_tag
from linter.values import Block, BlockKind, Comment, Document, Piece

MAX_DEPTH = 200
_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A string of the file: the keys that lead to it, and its text in pieces.

    *style* is how it is written; *writable* is false for one that cannot be edited in
    its place; *is_string* is false for numbers, true and false.
    """

    path: _Path
    pieces: tuple[Piece, ...]
    style: str = ""
    writable: bool = True
    is_string: bool = True


@dataclass(frozen=True, slots=True)
class File:
    """A keyed file as read: what it is called and says, before anything is decided."""

    path: str
    source: str
    format: str
    entries: tuple[Entry, ...]
    comments: tuple[Comment, ...] = ()


def document(file: File, *, patterns: Sequence[str] = ()) -> Document:
    """Return *file* with its copy as blocks.

    *patterns* are globs of keys that are copy (`*.title`). The languages are those
    that keys name (`ja:` on top, or `title.ja`), or else the file's name.
    """
    entries = [entry for entry in file.entries if entry.is_string]
    tables = _locale_tables(file.entries)
    lang = locale_of_path(file.path)
    translated = lang is not None or bool(tables)
    tops = {entry.path[0] for entry in file.entries if entry.path}
    blocks: Sequence[Block] = ()
    if patterns or translated or not copy_keys.is_configuration(file.path, tops):
        blocks = tuple(
            block
            for entry in entries
            for block in _blocks(entry, tables, patterns, translated=translated)
        )
    langs = {block.lang for block in blocks}
    if len(langs) == 1 and None not in langs:
        lang = langs.pop()
    return Document(
        path=file.path,
        source=file.source,
        format=file.format,
        blocks=tuple(blocks),
        lang=lang,
        comments=file.comments,
    )


def texts(
    key: str, pieces: tuple[Piece, ...], *, kind: BlockKind, like: Block | None = None
) -> Iterator[Block]:
    """Yield a block for each text of a message: its own, and its ICU branches.

    All but key, kind and text is that of the block *like*.
    """
    for branch in icu.branches(pieces):
        if not copy_keys.is_text(text_of(branch.pieces)):
            continue
        if like is None:
            yield Block(kind, branch.pieces, key=key + branch.name)
        else:
            yield Block(
                kind,
                branch.pieces,
                lang=like.lang,
                quoted=like.quoted,
                key=key + branch.name,
                where=like.where,
                writable=like.writable,
                is_source=like.is_source,
                style=like.style,
            )


def _blocks(
    entry: Entry,
    tables: frozenset[_Path],
    patterns: Sequence[str],
    *,
    translated: bool,
) -> Iterator[Block]:
    path, lang = _without_locales(entry.path, tables)
    value = text_of(entry.pieces)
    if _is_remark(path):
        return
    if translated and not patterns:
        if not copy_keys.is_text(value):
            return
    elif not copy_keys.is_copy(path, value, patterns=patterns):
        return
    like = Block(
        BlockKind.PARAGRAPH,
        (),
        lang=lang,
        quoted=copy_keys.is_quoted(path),
        writable=entry.writable,
        style=entry.style,
    )
    kind = copy_keys.kind_of(path)
    yield from texts(".".join(path), entry.pieces, kind=kind, like=like)


def _is_remark(path: _Path) -> bool:
    return bool(path) and path[-1].lower() in {"//", "_comment", "$comment", "$schema"}


def _locale_tables(entries: Sequence[Entry]) -> frozenset[_Path]:
    """Return the tables whose keys are languages: the whole file, or a text in several.

    One language alone counts only on top, over a table.
    """
    names: dict[_Path, set[str]] = {}
    deep: set[_Path] = set()
    for entry in entries:
        for at, name in enumerate(entry.path):
            above = entry.path[:at]
            names.setdefault(above, set()).add(name)
            if at + 1 < len(entry.path):
                deep.add((*above, name))
    return frozenset(
        path
        for path, keys in names.items()
        if are_locales(keys)
        and (len(keys) > 1 or (not path and (next(iter(keys)),) in deep))
    )


def _without_locales(path: _Path, tables: frozenset[_Path]) -> tuple[_Path, str | None]:
    lang = None
    kept = []
    for at, name in enumerate(path):
        if path[:at] in tables:
            lang = locale_of_tag(name)
        else:
            kept.append(name)
    return tuple(kept), lang
