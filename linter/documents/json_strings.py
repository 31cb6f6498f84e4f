"""JSON files: their strings and where they stand, scanned without recursion.

Comments (`//` and `/* */`) and commas too many are let pass, as editors do.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.documents import keyed
from linter.documents.decoding import (
    damaged,
    decoded,
    is_escaped,
    stretch,
    text_of,
    utf_16,
)
from linter.documents.keyed import MAX_DEPTH, Entry, File
from linter.errors import ReadError
from linter.values import Block, Comment, Document, Piece, Span

_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]++)|(?P<string>\"(?:[^\"\\]++|\\.)*+\")|(?P<mark>[{}\[\]:,])|"
    r"(?P<comment>//[^\r\n]*+|/\*.*?\*/)|(?P<literal>[\w.+-]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})++|\\.", re.DOTALL)
_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# What closes, and what else might have come there: a comma too many is let pass.
_CLOSINGS = {("{}", "key"), ("{}", "comma"), ("[]", "value"), ("[]", "comma")}


@dataclass(slots=True)
class _Table:
    """A table or list that is being read, and the key at which the reading is."""

    opens: str
    key: str = ""
    index: int = 0


def read(source: str, path: str = "", *, patterns: Sequence[str] = ()) -> Document:
    """Return *source* with a block for each string that is copy."""
    return keyed.document(scan(source, path, format_="json"), patterns=patterns)


def encode(text: str, block: Block) -> str:
    """Return *text* escaped as the other strings of *block*'s file are."""
    return json.dumps(text, ensure_ascii=is_escaped(block))[1:-1]


def scan(source: str, path: str, *, format_: str) -> File:
    """Return every string and literal of *source*, and its comments.

    Raise `ReadError` where it is not JSON, or nested beyond measure.
    """
    scanner = _Scanner(source, path)
    entries = tuple(scanner.entries())
    return File(path, source, format_, entries, tuple(scanner.comments))


class _Scanner:
    def __init__(self, source: str, path: str) -> None:
        self.source = source
        self.path = path
        self.comments: list[Comment] = []
        self._open: list[_Table] = []
        self._want = "value"

    def entries(self) -> Iterator[Entry]:
        at, end = 0, len(self.source)
        while at < end:
            token = _TOKEN.match(self.source, at)
            if token is None:
                raise self._damaged(at, "this is not JSON")
            kind, at = token.lastgroup, token.end()
            if kind == "comment":
                self.comments.append(_remark(token))
            elif kind == "mark":
                self._mark(token.group(), token.start())
            elif kind != "space":
                yield from self._text(token, is_string=kind == "string")
        if self._want != "end":
            raise self._damaged(end, f"a {self._want} is missing at the end")

    def _text(self, token: re.Match[str], *, is_string: bool) -> Iterator[Entry]:
        start, end = token.span()
        if is_string:
            pieces = string_pieces(self.source, start + 1, end - 1)
        else:
            pieces = stretch(self.source, start, end)
        if self._want == "value":
            path = tuple(table.key for table in self._open)
            yield Entry(path, pieces, is_string=is_string)
            self._after_value()
        elif self._want == "key" and is_string:
            self._open[-1].key = text_of(pieces)
            self._want = "colon"
        else:
            raise self._damaged(start, f"a {self._want} was expected")

    def _mark(self, mark: str, at: int) -> None:
        opens = self._open[-1].opens if self._open else ""
        if mark in "{[" and self._want == "value":
            if len(self._open) >= MAX_DEPTH:
                raise ReadError("documents-too-deep", where=self.path or "<text>")
            self._open.append(_Table(mark, "" if mark == "{" else "0"))
            self._want = "key" if mark == "{" else "value"
        elif (opens + mark, self._want) in _CLOSINGS:
            self._open.pop()
            self._after_value()
        elif mark == ":" and self._want == "colon":
            self._want = "value"
        elif mark == "," and self._want == "comma":
            self._next(self._open[-1])
        else:
            raise self._damaged(at, f"a {self._want} was expected")

    def _next(self, table: _Table) -> None:
        self._want = "key"
        if table.opens == "[":
            table.index += 1
            table.key, self._want = str(table.index), "value"

    def _after_value(self) -> None:
        self._want = "comma" if self._open else "end"

    def _damaged(self, at: int, what: str) -> ReadError:
        return damaged(self.source, at, path=self.path, what=what)


def string_pieces(source: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return the text between the quotation marks of a JSON string."""
    pieces = stretch(source, start, end)
    return decoded(pieces, _ESCAPE, _meaning) if pieces else ()


def _meaning(escape: re.Match[str]) -> str:
    says = escape.group()
    if len(says) > len(r"\n"):
        return utf_16(says)
    return _SIMPLE.get(says[1], says[1])


def _remark(token: re.Match[str]) -> Comment:
    text = token.group()
    bare = text[2:-2] if text.startswith("/*") else text[2:]
    return Comment(bare.strip(), Span(*token.span()))
