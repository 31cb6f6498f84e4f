"""TOML files: their strings and where they stand, scanned without recursion.

The scanner lets pass what only a strict parser minds (a bad date, a key given twice).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.documents import keyed
from linter.documents.decoding import character, damaged, decoded, stretch, text_of
from linter.documents.keyed import MAX_DEPTH, Entry, File
from linter.errors import ReadError
from linter.values import Block, Comment, Document, Piece, Span

BASIC, LITERAL, LONG, LONG_LITERAL = "basic", "literal", "long", "long-literal"

_TOKEN = re.compile(
    r"(?P<space>[ \t]++)|(?P<line>\r\n|\n|\r)|(?P<comment>#[^\r\n]*+)|"
    r'(?P<long>"""(?:[^"\\]++|\\.|"(?!""))*+"{0,2}""")|'
    r"(?P<longliteral>'''(?:[^']++|'(?!''))*+'{0,2}''')|"
    r'(?P<basic>"(?:[^"\\\r\n]++|\\.)*+")|'
    r"(?P<literal>'[^'\r\n]*+')|(?P<mark>[\[\]{}=,.])|"
    r"(?P<bare>[^\s\[\]{}=,.\"'#]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|x(?P<x>[0-9a-fA-F]{2})|"
    r"(?P<joins>[ \t]*(?:\r\n|\n)[ \t\r\n]*)|(?P<char>.))|(?P<crlf>\r\n)",
    re.DOTALL,
)
_FIRST_BREAK = re.compile(r"\r?\n")
_CRLF = re.compile(r"\r\n")
_SIMPLE = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_KEYS = frozenset((BASIC, LITERAL, "bare"))


@dataclass(slots=True)
class _Table:
    """An inline table or list that is being read; *keys* lead to where it is."""

    opens: str
    keys: tuple[str, ...] = ()
    index: int = 0


def read(source: str, path: str = "", *, patterns: Sequence[str] = ()) -> Document:
    """Return *source* with a block for each string that is copy."""
    return keyed.document(scan(source, path), patterns=patterns)


def encode(text: str, block: Block) -> str:
    """Return *text* as the string of *block* can hold it, else raise `ValueError`."""
    if block.style in {LITERAL, LONG_LITERAL}:
        if "'" in text or _CONTROL.search(text):
            raise ValueError(text)
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return _CONTROL.sub(lambda char: f"\\u{ord(char.group()):04x}", escaped)


def scan(source: str, path: str) -> File:
    """Return every string of *source*, and its comments.

    Raise `ReadError` where it is not TOML, or nested beyond measure.
    """
    scanner = _Scanner(source, path)
    entries = tuple(scanner.entries())
    return File(path, source, "toml", entries, tuple(scanner.comments))


class _Scanner:
    def __init__(self, source: str, path: str) -> None:
        self.comments: list[Comment] = []
        self._source = source
        self._path = path
        self._at = 0
        self._lists: dict[tuple[str, ...], int] = {}
        self._open: list[_Table] = []
        self._wants = False

    def entries(self) -> Iterator[Entry]:
        table: tuple[str, ...] = ()
        while (token := self._next()) is not None:
            if token.lastgroup == "line":
                continue
            if token.group() == "[":
                table = self._head()
            else:
                keys = table + self._keys(token, "=")
                if len(keys) > MAX_DEPTH:
                    raise self._too_deep()
                yield from self._value(keys)

    def _next(self) -> re.Match[str] | None:
        """Return the next token that is no space or comment; None at the end."""
        while self._at < len(self._source):
            token = _TOKEN.match(self._source, self._at)
            if token is None:
                raise self._damaged(self._at)
            self._at = token.end()
            if token.lastgroup == "comment":
                text = token.group().rstrip()
                span = Span(token.start(), token.start() + len(text))
                self.comments.append(Comment(text.lstrip("#").strip(), span))
            elif token.lastgroup != "space":
                return token
        return None

    def _head(self) -> tuple[str, ...]:
        """Return the table that a `[` or `[[` begins."""
        is_list = self._source.startswith("[", self._at)
        if is_list:
            self._next()
        keys = self._within_lists(self._keys(self._next(), "]"))
        if len(keys) > MAX_DEPTH:
            raise self._too_deep()
        if not is_list:
            return keys
        if not self._source.startswith("]", self._at):
            raise self._damaged(self._at)
        self._next()
        self._lists[keys] = self._lists.get(keys, -1) + 1
        return (*keys, str(self._lists[keys]))

    def _within_lists(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return *keys* with the number of the entry wherever a list is passed."""
        found: tuple[str, ...] = ()
        for at, key in enumerate(keys):
            found = (*found, key)
            if at + 1 < len(keys) and found in self._lists:
                found = (*found, str(self._lists[found]))
        return found

    def _keys(self, token: re.Match[str] | None, end: str) -> tuple[str, ...]:
        keys: list[str] = []
        wants_key = True
        while token is not None and (wants_key or token.group() != end):
            if wants_key == (token.lastgroup not in _KEYS) or (
                not wants_key and token.group() != "."
            ):
                break
            if wants_key:
                keys.append(text_of(self._pieces(token)))
            wants_key = not wants_key
            token = self._next()
        if token is None or wants_key or token.group() != end:
            raise self._damaged(self._at if token is None else token.start())
        return tuple(keys)

    def _value(self, keys: tuple[str, ...]) -> Iterator[Entry]:
        self._open, self._wants = [], True
        while (token := self._next()) is not None:
            top = self._open[-1] if self._open else None
            if token.lastgroup == "line":
                if top is None:
                    break
            elif top and top.opens == "{" and not top.keys and token.group() != "}":
                top.keys, self._wants = self._keys(token, "="), True
            elif token.lastgroup == "mark":
                self._mark(token, top)
            elif self._wants:
                yield self._entry(token, keys + _path(self._open))
                self._wants = False
            elif token.lastgroup != "bare":
                raise self._damaged(token.start())
        if self._open or self._wants:
            raise self._damaged(self._at)

    def _mark(self, token: re.Match[str], top: _Table | None) -> None:
        mark, opens = token.group(), top.opens if top else ""
        if self._wants and mark in {"[", "{"}:
            if len(self._open) >= MAX_DEPTH:
                raise self._too_deep()
            self._open.append(_Table(mark))
            self._wants = mark == "["
        elif opens + mark in {"[]", "{}"}:
            self._open.pop()
            self._wants = False
        elif top and mark == "," and not self._wants:
            top.index += 1
            top.keys, self._wants = (), opens == "["
        elif self._wants or mark != ".":  # a point in a number
            raise self._damaged(token.start())

    def _entry(self, token: re.Match[str], path: tuple[str, ...]) -> Entry:
        kind = str(token.lastgroup).replace("longliteral", LONG_LITERAL)
        pieces = self._pieces(token)
        return Entry(path, pieces, style=kind, is_string=kind != "bare")

    def _pieces(self, token: re.Match[str]) -> tuple[Piece, ...]:
        kind, source = str(token.lastgroup), self._source
        start, end = token.span()
        if kind == "bare":
            return stretch(source, start, end)
        if kind.startswith("long"):
            start, end = start + 3, end - 3
            first = _FIRST_BREAK.match(source, start)
            start = first.end() if first else start
        else:
            start, end = start + 1, end - 1
        if kind == LITERAL:
            return stretch(source, start, end)
        escape = _CRLF if kind == "longliteral" else _ESCAPE
        return decoded(stretch(source, start, max(start, end)), escape, _meaning)

    def _too_deep(self) -> ReadError:
        return ReadError("documents-too-deep", where=self._path or "<text>")

    def _damaged(self, at: int) -> ReadError:
        return damaged(self._source, at, path=self._path, what="this is not TOML")


def _path(open_: list[_Table]) -> tuple[str, ...]:
    found: list[str] = []
    for table in open_:
        found += (str(table.index),) if table.opens == "[" else table.keys
    return tuple(found)


def _meaning(escape: re.Match[str]) -> str:
    if escape.group() == "\r\n":
        return "\n"
    if escape["joins"] is not None:
        return ""
    number = escape["u"] or escape["U"] or escape["x"]
    return character(number) if number else _SIMPLE.get(escape["char"], escape["char"])
