"""CSV tables: cells of copy, by the names in the head of their columns.

A column whose head is a language (`en`, `ja-JP`) holds that translation of each row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.documents import copy_keys
from linter.documents.decoding import decoded, joined, stretch, text_of
from linter.documents.locales import locale_of_path, locale_of_tag
from linter.values import Block, BlockKind, Document, Piece

_QUOTED, _BARE = "quoted", "bare"
_DELIMITERS = ",;\t|"
_DOUBLED = re.compile('""')
_UNSAYABLE = re.compile(r"[\",;\t|\r\n]|\A\s|\s\Z|\A\Z")
_KEY_NAMES = frozenset(("key", "id", "name", "string", "code", "identifier", "msgid"))
_LANGUAGES = {"english": "en", "japanese": "ja", "korean": "ko"} | {
    "英語": "en",
    "日本語": "ja",
    "韓国語": "ko",
    "영어": "en",
    "일본어": "ja",
    "한국어": "ko",
}
_HEAD = re.compile(r"[\w .-]{1,40}\Z")


@dataclass(frozen=True, slots=True)
class _Cell:
    pieces: tuple[Piece, ...]
    style: str

    @property
    def text(self) -> str:
        return text_of(self.pieces)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each cell that is copy.

    Cells are parted by the mark that the first line has most of.
    """
    first = source.lstrip("\r\n").split("\n", 1)[0]
    mark = max(_DELIMITERS, key=first.count)
    return table(source, path, mark=mark, format_="csv")


def encode(text: str, block: Block) -> str:
    """Return *text* as its cell can hold it; raise `ValueError` if it cannot."""
    if block.style == _QUOTED:
        return text.replace('"', '""')
    if _UNSAYABLE.search(text):
        raise ValueError(text)
    return text


def table(source: str, path: str, *, mark: str, format_: str) -> Document:
    """Return the table in *source*, its cells parted by *mark*."""
    rows = _rows(source, mark)
    first = next(rows, [])
    heads = [cell.text.strip() for cell in first]
    langs = [_lang(head) for head in heads]
    file_lang = locale_of_path(path)
    blocks: list[Block] = []
    if not _is_head(heads, langs):
        blocks += _blocks(first, [], [], 1)
        heads, langs = [], []
    for number, row in enumerate(rows, start=2):
        blocks += _blocks(row, heads, langs, number)
    return Document(
        path=path, source=source, format=format_, blocks=tuple(blocks), lang=file_lang
    )


def _rows(source: str, mark: str) -> Iterator[list[_Cell]]:
    bare = re.compile(rf"[^{re.escape(mark)}\r\n]*+")
    quoted = re.compile(r'"(?P<text>(?:[^"]++|"")*+)"')
    row: list[_Cell] = []
    at = 0
    while at <= len(source):
        found = quoted.match(source, at)
        pieces: tuple[Piece, ...] = ()
        if found is not None:
            inside = stretch(source, *found.span("text"))
            pieces = decoded(inside, _DOUBLED, lambda _: '"')
            at = found.end()
        rest = bare.match(source, at)
        end = rest.end() if rest else at
        pieces = joined((*pieces, *stretch(source, at, end)))
        row.append(_Cell(pieces, _BARE if found is None else _QUOTED))
        at = end
        if source[at : at + 1] == mark:
            at += 1
            continue
        at += 2 if source.startswith("\r\n", at) else 1
        yield row
        row = []


def _lang(head: str) -> str | None:
    if head.lower() in _KEY_NAMES:  # `id` is also Indonesian
        return None
    return _LANGUAGES.get(head.lower()) or locale_of_tag(head)


def _is_head(heads: Sequence[str], langs: Sequence[str | None]) -> bool:
    """Tell whether the first row names its columns: unlike, short, and one known."""
    if len(set(heads)) < len(heads) or not all(map(_HEAD.match, heads)):
        return False
    known = any(copy_keys.is_named(head) for head in heads)
    return known or any(langs) or bool(_KEY_NAMES & {head.lower() for head in heads})


def _blocks(
    row: Sequence[_Cell], heads: Sequence[str], langs: Sequence[str | None], number: int
) -> Iterator[Block]:
    keys = [
        row[at].text
        for at, head in enumerate(heads)
        if head.lower() in _KEY_NAMES and at < len(row)
    ]
    for at, cell in enumerate(row):
        head = heads[at] if at < len(heads) else ""
        lang = langs[at] if at < len(langs) else None
        named = (head,) if head else ()
        if any(langs):
            if lang is None or not copy_keys.is_text(cell.text):
                continue
            key = keys[0] if keys else str(number)
        elif copy_keys.is_copy(named, cell.text):
            key = ".".join((*keys[:1], *named)) if keys else head
        else:
            continue
        yield Block(
            BlockKind.TABLE_CELL,
            cell.pieces,
            lang=lang,
            quoted=copy_keys.is_quoted(named),
            key=key,
            style=cell.style,
        )
