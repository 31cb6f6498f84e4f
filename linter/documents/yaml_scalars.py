"""YAML files: their scalars and where they stand, from the events of PyYAML.

Tags are never obeyed and aliases never followed, so that no file can do harm. A scalar
that this module cannot find again in the source, letter by letter, is read and never
edited.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from linter.documents import keyed
from linter.documents.decoding import (
    character,
    damaged,
    decoded,
    joined,
    stretch,
    text_of,
)
from linter.documents.keyed import MAX_DEPTH, Entry, File
from linter.errors import ReadError
from linter.values import Block, Comment, Document, Piece, Span

PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED = (
    "plain",
    "single",
    "double",
    "literal",
    "folded",
)
_STYLES = {None: PLAIN, "": PLAIN, "'": SINGLE, '"': DOUBLE, "|": LITERAL, ">": FOLDED}

# A line break in a flowing scalar: the first is a space, or nothing if more follow.
_FLOW_BREAK = r"[ \t]*(?:\r\n|\r|\n)(?P<more>(?:[ \t]*(?:\r\n|\r|\n))*)[ \t]*"
_IN_PLAIN = re.compile(_FLOW_BREAK)
_IN_SINGLE = re.compile(rf"(?P<quote>'')|{_FLOW_BREAK}")
_IN_DOUBLE = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|"
    rf"(?P<joins>(?:\r\n|\r|\n)[ \t]*)|(?P<char>.))|{_FLOW_BREAK}",
    re.DOTALL,
)
_SIMPLE = {
    **dict(zip("0abtnvfre", "\0\a\b\t\n\v\f\r\x1b", strict=True)),
    "\t": "\t",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_BREAK = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_REMARK = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_PLAIN_WRONG = re.compile(
    r":(?:\s|\Z)|\s#|\A[\s\-?:,\[\]{}#&*!|>'\"%@`]|[\r\n\t]|\s\Z|[\[\]{},]|\A(?:---|\.\.\.)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_NOT_STRINGS = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[\d._]+(?:e[-+]?\d+)?|\.nan|"
    r"[-+]?\.inf|0x[\da-f]+|)\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Table:
    """A mapping or sequence that is being read, and the key at which the reading is."""

    is_mapping: bool
    key: str = ""
    index: int = -1
    wants_value: bool = False


def read(source: str, path: str = "", *, patterns: Sequence[str] = ()) -> Document:
    """Return *source* with a block for each scalar that is copy."""
    return keyed.document(scan(source, path), patterns=patterns)


def encode(text: str, block: Block) -> str:
    """Return *text* as it can stand within the scalar of *block*.

    Raise `ValueError` where the kind of scalar cannot say it.
    """
    if block.style == DOUBLE:
        marks = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
        return _CONTROL.sub(
            lambda char: f"\\u{ord(char.group()):04x}",
            "".join(marks.get(char, char) for char in text),
        )
    if _CONTROL.search(text) or "\n" in text:
        raise ValueError(text)
    if block.style == SINGLE:
        return text.replace("'", "''")
    if block.style == PLAIN and _PLAIN_WRONG.search(text):
        raise ValueError(text)
    return text


def scan(source: str, path: str) -> File:
    """Return every scalar of *source*, and its comments.

    Raise `ReadError` where it is not YAML, or nested beyond measure.
    """
    scalars: list[Span] = []
    entries = tuple(_entries(source, path, scalars))
    comments = tuple(_comments(source, scalars))
    return File(path, source, "yaml", entries, comments)


def _events(source: str, path: str) -> Iterator[Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(source, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = 0 if mark is None else mark.index
        what = error.problem or error.context or "this is not YAML"
        raise damaged(source, at, path=path, what=what) from error
    except (yaml.YAMLError, UnicodeError) as error:
        what = str(error).partition("\n")[0]
        raise damaged(source, 0, path=path, what=what) from error


def _entries(source: str, path: str, scalars: list[Span]) -> Iterator[Entry]:
    open_: list[_Table] = []
    number = -1
    for event in _events(source, path):
        if isinstance(event, DocumentStartEvent):
            number += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            open_.pop()
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if len(open_) >= MAX_DEPTH:
                raise ReadError("documents-too-deep", where=path or "<text>")
            _step(open_, "?")
            open_.append(_Table(isinstance(event, MappingStartEvent)))
        elif isinstance(event, AliasEvent):
            _step(open_, "?")
        elif isinstance(event, ScalarEvent):
            span = _span(event)
            scalars.append(span)
            if _step(open_, event.value):
                yield _entry(source, event, span, tuple(one.key for one in open_))


def _step(open_: list[_Table], key: str) -> bool:
    """Note the next node of the innermost table; return whether it is a value."""
    if not open_:
        return True
    top = open_[-1]
    if not top.is_mapping:
        top.index += 1
        top.key = str(top.index)
        return True
    top.wants_value = not top.wants_value
    if top.wants_value:
        top.key = key
        return False
    return True


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.index if start else 0, end.index if end else 0)


def _entry(source: str, event: ScalarEvent, span: Span, path: tuple[str, ...]) -> Entry:
    style = _STYLES.get(event.style, PLAIN)
    pieces = _pieces(source, span, style, event.value)
    is_string = style != PLAIN or not _NOT_STRINGS.match(event.value)
    if text_of(pieces) == event.value:
        return Entry(path, joined(pieces), style=style, is_string=is_string)
    whole = (Piece(event.value, span, verbatim=False),) if event.value else ()
    return Entry(path, whole, style=style, writable=False, is_string=is_string)


def _pieces(source: str, span: Span, style: str, value: str) -> tuple[Piece, ...]:
    if style in {LITERAL, FOLDED}:
        return tuple(_block_scalar(source, span, value))
    start, end = span.start, span.end
    if style == PLAIN:
        return decoded(stretch(source, start, end), _IN_PLAIN, _meaning)
    escape = _IN_SINGLE if style == SINGLE else _IN_DOUBLE
    return decoded(stretch(source, start + 1, end - 1), escape, _meaning)


def _meaning(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if found["more"] is not None:
        return "\n" * len(_BREAK.findall(found["more"])) or " "
    if groups.get("quote"):
        return "'"
    if groups.get("joins") is not None:
        return ""
    number = found["x"] or found["u"] or found["U"]
    return character(number) if number else _SIMPLE.get(found["char"], found["char"])


def _block_scalar(source: str, span: Span, value: str) -> Iterator[Piece]:
    """Yield the text of a `|` or `>` scalar: *value*, found again line by line.

    Where folding has made a line end a space, that is one piece; indentation is a gap.
    """
    first = _LINE.match(source, span.start)
    at = first.end() if first else span.end
    done = 0
    for line in value.split("\n"):
        if done:
            found = _BREAK.search(source, at, span.end)
            if found is None:
                return
            yield Piece("\n", Span(*found.span()), verbatim=False)
            at = found.end()
        done += 1
        words = line
        while words:
            row = _LINE.match(source, at, span.end)
            if row is None or not row.group():
                return
            body = row.group().rstrip("\r\n")
            bare = body.lstrip(" ")
            if not bare.strip():
                at = row.end()
                continue
            here = at + len(body) - len(bare)
            if words.startswith(bare):
                yield Piece(bare, Span(here, here + len(bare)))
                at, words = here + len(bare), words[len(bare) :]
            else:
                return
            if words.startswith(" "):
                found = _BREAK.match(source, at)
                if found is None:
                    return
                yield Piece(" ", Span(*found.span()), verbatim=False)
                at, words = found.end(), words[1:]


def _comments(source: str, scalars: list[Span]) -> Iterator[Comment]:
    at = 0
    for found in _REMARK.finditer(source):
        while at < len(scalars) and scalars[at].end <= found.start():
            at += 1
        if at < len(scalars) and scalars[at].start < found.start():
            continue
        text = found.group().rstrip()
        start = found.start()
        yield Comment(text.lstrip("#").strip(), Span(start, start + len(text)))
