"""Front matter of a page, YAML or TOML: which of its values are copy, and where.

Only what front matter is made of is read: keys, nested by indentation or tables, and
texts. Lists of words, anchors, tags and flow collections are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linter.documents.pieces import tidy
from linter.values import Block, BlockKind, Comment, Piece, Span

SINGLE_QUOTED, DOUBLE_QUOTED, PLAIN = "single-quoted", "double-quoted", "plain"
_STYLES = {"'": SINGLE_QUOTED, '"': DOUBLE_QUOTED}

_TITLE, _DESCRIPTION = BlockKind.TITLE, BlockKind.DESCRIPTION
_TITLES = (
    "title subtitle linktitle menutitle metatitle ogtitle pagetitle seotitle "
    "shorttitle twittertitle sidebarlabel sidebartitle navtitle headline "
    "subheadline heading subheading tagline slogan question"
)
_DESCRIPTIONS = (
    "description metadescription ogdescription seodescription twitterdescription "
    "summary excerpt abstract lead lede intro deck answer text quote bio"
)
_COPY: Mapping[str, BlockKind] = {
    **dict.fromkeys(_TITLES.split(), _TITLE),
    **dict.fromkeys(_DESCRIPTIONS.split(), _DESCRIPTION),
    **dict.fromkeys(("alt", "imagealt", "coveralt"), BlockKind.ALT),
    **dict.fromkeys(("caption", "imagecaption"), BlockKind.CAPTION),
    **dict.fromkeys(("cta", "ctatext", "ctalabel", "buttontext"), BlockKind.BUTTON),
}
_LANG = frozenset(("lang", "locale", "language"))

_YAML_KEY = re.compile(
    r"(?P<indent>[ ]*(?:-[ ]+)*)(?P<key>[\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ ]*:"
    r"(?=[ \t\r\n]|\Z)[ \t]*"
)
_YAML_PLAIN_END = re.compile(r"[ \t]+#|[ \t]*\r?$", re.MULTILINE)
_YAML_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_TOML_TABLE = re.compile(r"[ \t]*\[\[?(?P<key>[^\]\r\n]*)\]")
_TOML_KEY = re.compile(r"[ \t]*(?P<key>[\w.\"'-]+)[ \t]*=[ \t]*")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|"
    r"\r?\n[ \t]*|.)"
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "", "b": "", "f": "\f", "_": "\xa0"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says: its blocks of copy, the page's language, its remarks."""

    blocks: tuple[Block, ...] = ()
    lang: str | None = None
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    """A text under a key, in pieces."""

    path: tuple[str, ...]
    pieces: tuple[Piece, ...]
    style: str


def read(source: str, start: int, end: int, *, toml: bool) -> FrontMatter:
    """Return what the front matter in ``source[start:end]`` says, marks left out."""
    values = _toml(source, start, end) if toml else _yaml(source, start, end)
    blocks, lang = [], None
    for value in values:
        name = re.sub(r"[-_]", "", value.path[-1]).lower()
        if len(value.path) == 1 and name in _LANG:
            lang = "".join(piece.text for piece in value.pieces) or None
        elif name in _COPY and value.pieces:
            block = Block(
                _COPY[name],
                value.pieces,
                quoted=name == "quote",
                key=".".join(value.path),
                style=value.style,
            )
            blocks.append(block)
    comments = (
        Comment(source[at:to].lstrip("# \t").rstrip(), Span(at, to))
        for at, to in _remarks(source, start, end)
    )
    return FrontMatter(tuple(blocks), lang, tuple(comments))


def _remarks(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in _lines(source, start, end):
        text = source[line.start : line.end]
        if text.lstrip().startswith("#"):
            at = line.start + len(text) - len(text.lstrip())
            yield at, line.start + len(text.rstrip())


def _lines(source: str, start: int, end: int) -> Iterator[Span]:
    for line in _LINE.finditer(source, start, end):
        if line.end() > line.start():
            yield Span(line.start(), line.end())


def _yaml(source: str, start: int, end: int) -> Iterator[_Value]:
    above: list[tuple[int, str]] = []
    lines = list(_lines(source, start, end))
    skip_to = start
    for number, line in enumerate(lines):
        found = _YAML_KEY.match(source, line.start, line.end)
        if found is None or line.start < skip_to:
            continue
        indent = len(found["indent"])
        while above and above[-1][0] >= indent:
            above.pop()
        above.append((indent, found["key"].strip("\"'")))
        at = found.end()
        begins = source[at : at + 1]
        if begins in {'"', "'"}:
            pieces, skip_to = _quoted(source, at, end, begins)
        elif _YAML_BLOCK.match(source, at, line.end):
            inside = _indented(source, lines, number, indent)
            pieces = tuple(_piece(source, one.start, one.end) for one in inside)
            skip_to = inside[-1].end if inside else line.end
        elif begins in {"[", "{", "&", "*", "!", "#", "|", ">", "%", "@", "`"}:
            continue
        else:
            inside = [Span(at, line.end)]
            if source[at : line.end].strip():
                inside += _indented(source, lines, number, indent)
            pieces = tuple(_plain(source, one) for one in inside)
            skip_to = inside[-1].end
        path = tuple(key for _, key in above)
        yield _Value(path, tidy(pieces), _STYLES.get(begins, PLAIN))


def _indented(source: str, lines: list[Span], number: int, indent: int) -> list[Span]:
    """Return the lines after *number* that are blank or indented further."""
    inside = []
    for index in range(number + 1, len(lines)):
        line = lines[index]
        text = source[line.start : line.end]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
            break
        inside.append(line)
    return inside


def _plain(source: str, line: Span) -> Piece:
    ends = _YAML_PLAIN_END.search(source, line.start, line.end)
    kept = ends.start() if ends and source[ends.start() :].lstrip()[:1] == "#" else None
    return _piece(source, line.start, line.end if kept is None else kept)


def _piece(source: str, start: int, end: int) -> Piece:
    return Piece(source[start:end], Span(start, end))


def _quoted(source: str, at: int, end: int, mark: str) -> tuple[tuple[Piece, ...], int]:
    """Return the text in quotation marks that opens at *at*, and where it ends."""
    inner = at + len(mark)
    close = _closing(source, inner, end, mark)
    if close < 0:
        return (), inner
    escape = _ESCAPE if mark[0] == '"' else re.compile("''") if mark == "'" else None
    pieces, done = [], inner
    for found in escape.finditer(source, inner, close) if escape else ():
        pieces.append(_piece(source, done, found.start()))
        says = "'" if mark == "'" else _says(found.group())
        pieces.append(Piece(says, Span(*found.span()), verbatim=False))
        done = found.end()
    pieces.append(_piece(source, done, close))
    return tuple(pieces), close + len(mark)


def _closing(source: str, inner: int, end: int, mark: str) -> int:
    at = inner
    while (at := source.find(mark, at, end)) >= 0:
        if mark == "'" and source.startswith("''", at):
            at += 2
        elif mark[0] == '"' and _backslashes(source, inner, at) % 2:
            at += 1
        else:
            return at
    return -1


def _backslashes(source: str, inner: int, at: int) -> int:
    first = at
    while first > inner and source[first - 1] == "\\":
        first -= 1
    return at - first


def _says(escape: str) -> str:
    kind = escape[1]
    if kind in "xuU" and len(escape) > len("\\x"):
        char = chr(int(escape.lstrip("\\xuU"), 16))
        return char if char.isprintable() or char.isspace() else "\ufffd"
    return "" if kind in "\r\n" else _SIMPLE.get(kind, kind)


def _toml(source: str, start: int, end: int) -> Iterator[_Value]:
    table: tuple[str, ...] = ()
    skip_to = start
    for line in _lines(source, start, end):
        if line.start < skip_to:
            continue
        heads = _TOML_TABLE.match(source, line.start, line.end)
        if heads:
            table = _toml_path(heads["key"])
            continue
        found = _TOML_KEY.match(source, line.start, line.end)
        if found is None:
            continue
        for mark in ('"""', "'''", '"', "'"):
            if source.startswith(mark, found.end()):
                mark_end = end if len(mark) > 1 else line.end
                pieces, skip_to = _toml_text(source, found.end(), mark_end, mark)
                path = table + _toml_path(found["key"])
                style = DOUBLE_QUOTED if mark[0] == '"' else PLAIN
                yield _Value(path, tidy(pieces), style)
                break


def _toml_text(
    source: str, at: int, end: int, mark: str
) -> tuple[tuple[Piece, ...], int]:
    if mark == "'":  # nothing is escaped, two of them are an empty text
        close = source.find(mark, at + 1, end)
        return (_piece(source, at + 1, max(close, at + 1)),), max(close, at) + 1
    return _quoted(source, at, end, mark)


def _toml_path(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in key.split("."))
