"""Bytes into text: strict UTF-8, and a word on what else they may be."""

import re

from linter.errors import ReadError

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Each encoding by the letters that fill a text in it. Kana go first: the bytes of
# Japanese kanji are Hangul syllables in EUC-KR, those of Korean are no kana.
_LOOKS = (
    ("shift_jis_2004", "Shift_JIS", re.compile("[ぁ-ん]"), 0.2),
    ("cp932", "Shift_JIS", re.compile("[ぁ-ん]"), 0.2),
    ("euc_jp", "EUC-JP", re.compile("[ぁ-ん]"), 0.2),
    ("cp949", "EUC-KR (CP949)", re.compile("[가-힣]"), 0.5),
)
_LOOKED_AT = 65_536


def decode(data: bytes, *, where: str) -> str:
    """Return *data* as text; raise `ReadError` that says what it is if not UTF-8."""
    looks = _marked(data)
    if looks is None:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            looks = _guess(data)
            if looks is None:
                line = data.count(b"\n", 0, error.start) + 1
                raise ReadError(
                    "documents-not-utf-8", where=where, line=line
                ) from error
    raise ReadError("documents-other-encoding", where=where, encoding=looks)


def _marked(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:_LOOKED_AT]
    return "UTF-16" if head and head.count(0) * 4 > len(head) else None


def _guess(data: bytes) -> str | None:
    head = data[:_LOOKED_AT]
    for codec, name, letters, share in _LOOKS:
        text = _decoded(head, codec)
        wide = [char for char in text if not char.isascii()]
        if wide and len(letters.findall(text)) >= share * len(wide):
            return name
    return None


def _decoded(head: bytes, codec: str) -> str:
    for cut in range(3):  # the look may end inside a character
        try:
            return head[: len(head) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
    return ""
