r"""Java properties: texts under keys, with `\uXXXX` escapes and continued lines."""

import re
from collections.abc import Sequence

from linter.documents import keyed
from linter.documents.decoding import (
    as_utf_16,
    decoded,
    is_escaped,
    stretch,
    text_of,
    utf_16,
)
from linter.documents.keyed import Entry, File
from linter.values import Block, Comment, Document, Span

_LOGICAL = re.compile(
    r"[ \t\f]*+(?:(?P<remark>[#!][^\r\n]*+)|"
    r"(?P<key>(?:[^\\=: \t\f\r\n]|\\(?:\r\n|.))*+)"
    r"(?P<sign>(?:[ \t\f]|\\(?:\r\n|\r|\n)[ \t\f]*+)*+[=:]?"
    r"(?:[ \t\f]|\\(?:\r\n|\r|\n)[ \t\f]*+)*+)"
    r"(?P<value>(?:[^\\\r\n]++|\\(?:\r\n|.))*+))\\?(?:\r\n|\r|\n|\Z)",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"(?:\\u[0-9a-fA-F]{4})++|\\(?:\r\n|\r|\n)[ \t\f]*+|\\.", re.DOTALL
)
_SIMPLE = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
_MARKS = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}


def read(source: str, path: str = "", *, patterns: Sequence[str] = ()) -> Document:
    """Return *source* with a block for each text that is copy."""
    entries, comments = [], []
    at = 0
    while at < len(source):
        line = _LOGICAL.match(source, at)
        if line is None or line.end() == at:
            break
        at = line.end()
        if line["remark"]:
            start = line.start("remark")
            text = line["remark"].rstrip()
            bare = text.lstrip("#!").strip()
            comments.append(Comment(bare, Span(start, start + len(text))))
        elif line["key"] or line["sign"]:
            key = decoded(stretch(source, *line.span("key")), _ESCAPE, _meaning)
            value = decoded(stretch(source, *line.span("value")), _ESCAPE, _meaning)
            entries.append(Entry((text_of(key),), value))
    file = File(path, source, "properties", tuple(entries), tuple(comments))
    return keyed.document(file, patterns=patterns)


def encode(text: str, block: Block) -> str:
    r"""Return *text* escaped, beyond ASCII too if the block's text is so."""
    escaped = "".join(_MARKS.get(char, char) for char in text)
    if escaped.startswith(" "):
        escaped = "\\" + escaped
    return as_utf_16(escaped) if is_escaped(block) else escaped


def _meaning(escape: re.Match[str]) -> str:
    says = escape.group()
    if says[1] in "\r\n":
        return ""
    if len(says) > len(r"\n"):
        return utf_16(says)
    return _SIMPLE.get(says[1], says[1])
