"""Apple `.strings` files: `"key" = "text";` with comments in between."""

import re
from collections.abc import Iterator

from linter.documents import copy_keys
from linter.documents.decoding import damaged, decoded, stretch, text_of, utf_16
from linter.documents.locales import locale_of_path
from linter.errors import ReadError
from linter.values import Block, BlockKind, Comment, Document, Piece, Span

_TOKEN = re.compile(
    r"(?P<space>\s++)|(?P<comment>/\*.*?\*/|//[^\r\n]*+)|"
    r"\"(?P<string>(?:[^\"\\]++|\\.)*+)\"|'(?P<single>(?:[^'\\]++|\\.)*+)'|"
    r"(?P<word>[\w./$:-]++)|(?P<mark>[=;])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"(?:\\[uU][0-9a-fA-F]{4})++|\\[0-7]{1,3}|\\\r\n|\\.", re.DOTALL)
_SIMPLE = {**dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True)), "\n": "", "\r\n": ""}
_MARKS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_SINGLE = "single"
# A mark, and what is wanted where it may stand: a key alone is its own text.
_MARKS_WHERE = {("=", "="), (";", "="), (";", ";")}


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each text; raise `ReadError` if it has none."""
    comments: list[Comment] = []
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, pieces, key=key, style=style)
        for key, pieces, style in _pairs(source, path, comments)
        if copy_keys.is_text(text_of(pieces))
    )
    return Document(
        path=path,
        source=source,
        format="strings",
        blocks=blocks,
        lang=locale_of_path(path),
        comments=tuple(comments),
    )


def encode(text: str, block: Block) -> str:
    """Return *text* as it stands between the quotation marks of the file."""
    escaped = "".join(_MARKS.get(char, char) for char in text)
    return escaped.replace("'", "\\'") if block.style == _SINGLE else escaped


def _pairs(
    source: str, path: str, comments: list[Comment]
) -> Iterator[tuple[str, tuple[Piece, ...], str]]:
    key: str | None = None
    found: tuple[Piece, ...] = ()
    style = want = ""
    for token in _tokens(source, path):
        kind = str(token.lastgroup)
        if kind == "comment":
            text = token.group()
            bare = text[2:-2] if text.startswith("/*") else text[2:]
            comments.append(Comment(bare.strip(), Span(*token.span())))
        elif kind == "mark":
            if (token.group(), want) not in _MARKS_WHERE:
                raise _damaged(source, token.start(), path)
            if token.group() == ";":
                yield str(key), found, style
                key = None
            want = "text" if token.group() == "=" else ""
        elif kind != "space":
            escape = _ESCAPE if kind != "word" else re.compile(r"(?!)")
            pieces = decoded(stretch(source, *token.span(kind)), escape, _meaning)
            if key is None:
                key, want, style = text_of(pieces), "=", ""
                found = pieces
            elif want == "text":
                found, want = pieces, ";"
                style = _SINGLE if kind == "single" else ""
            else:
                raise _damaged(source, token.start(), path)
    if key is not None:
        raise _damaged(source, len(source), path)


def _tokens(source: str, path: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            raise _damaged(source, at, path)
        yield token
        at = token.end()


def _damaged(source: str, at: int, path: str) -> ReadError:
    return damaged(source, at, path=path, what='this is not "key" = "text";')


def _meaning(escape: re.Match[str]) -> str:
    says = escape.group()[1:]
    if says[0] in "uU" and len(says) > 1:
        return utf_16(escape.group().replace("\\U", "\\u"))
    if says[0] in "01234567":
        return chr(int(says, 8))
    return _SIMPLE.get(says, says)
