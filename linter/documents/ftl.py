"""Fluent files: messages, terms and attributes, and each variant of a choice.

The parser gives the place of every text; a text that cannot be found again there,
letter by letter, is read and never edited.
"""

import re
from collections.abc import Iterator

from fluent.syntax import FluentParser, ast

from linter.documents import copy_keys
from linter.documents.decoding import joined, text_of
from linter.documents.locales import locale_of_path
from linter.errors import ReadError
from linter.values import Block, BlockKind, Comment, Document, Piece, Span

# The parser adds letter to letter: its time grows with the square of a line's length.
_MAX_LINE = 100_000
_BREAKS = re.compile(r"(\n+)")
_BREAK = re.compile(r"\r?\n(?:[ ]*+\r?\n)*+")
_INDENT = re.compile(r"[ ]*+")
_SPACE = re.compile(r"[ \r\n]*+")
_UNSAYABLE = re.compile(r"[{}\r\n]|\A[\[.*]|\A\s|\s\Z")
_COMMENTS = (ast.Comment, ast.GroupComment, ast.ResourceComment)
_TEXTS = ast.Message | ast.Term


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each text.

    Entries that are broken are passed over, as Fluent does; raise `ReadError` for a
    file that has no other.
    """
    if any(len(line) > _MAX_LINE for line in source.split("\n")):
        where, most = path or "<text>", f"{_MAX_LINE:,}"
        raise ReadError("documents-long-line", where=where, most=most)
    body = FluentParser(with_spans=True).parse(source).body
    if body and all(isinstance(entry, ast.Junk) for entry in body):
        where = path or "<text>"
        raise ReadError("documents-malformed", where=where, reason="this is not Fluent")
    comments = []
    blocks: list[Block] = []
    for entry in body:
        remark = entry if isinstance(entry, _COMMENTS) else None
        if isinstance(entry, _TEXTS):
            remark = entry.comment
            blocks += _of_entry(source, entry)
        if remark is not None:
            comments.append(_comment(source, remark))
    return Document(
        path=path,
        source=source,
        format="ftl",
        blocks=tuple(blocks),
        lang=locale_of_path(path),
        comments=tuple(comments),
    )


def encode(text: str, block: Block) -> str:  # noqa: ARG001 - all are written alike
    """Return *text*; raise `ValueError` for what a text of Fluent cannot say."""
    if _UNSAYABLE.search(text):
        raise ValueError(text)
    return text


def _of_entry(source: str, entry: ast.Message | ast.Term) -> Iterator[Block]:
    key = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
    if entry.value is not None:
        yield from _of_pattern(source, key, entry.value)
    for attribute in entry.attributes:
        name = f"{key}.{attribute.id.name}"
        yield from _of_pattern(source, name, attribute.value)


def _of_pattern(source: str, key: str, pattern: ast.Pattern) -> Iterator[Block]:
    pieces: list[Piece] = []
    inner: list[Block] = []
    writable = True
    for element in pattern.elements:
        span = _span(element)
        if isinstance(element, ast.TextElement):
            found = _found(source, span, element.value)
            writable = writable and text_of(found) == element.value
            pieces += found
            continue
        expression = element.expression
        pieces.append(Piece(_shown(expression), span, verbatim=False))
        if isinstance(expression, ast.SelectExpression):
            for variant in expression.variants:
                name = f"{key}[{_variant(variant.key)}]"
                inner += _of_pattern(source, name, variant.value)
    whole = joined(pieces)
    if copy_keys.is_text(text_of(whole)):
        yield Block(BlockKind.PARAGRAPH, whole, key=key, writable=writable)
    yield from inner


def _found(source: str, span: Span, value: str) -> list[Piece]:
    """Return *value* as it stands in *span* of the source, as far as it does."""
    pieces: list[Piece] = []
    at = span.start
    if not source.startswith(value[:1], at):  # the text begins on a line of its own
        at = _end(_SPACE, source, at)
    for number, line in enumerate(_BREAKS.split(value)):
        if number % 2:
            end = _end(_BREAK, source, at)
            if end == at:
                return pieces
            pieces.append(Piece(line, Span(at, end), verbatim=False))
            at = end
        elif line:
            if number:
                indent = _end(_INDENT, source, at) - at
                at += indent - (len(line) - len(line.lstrip(" ")))
            if not source.startswith(line, at):
                return pieces
            pieces.append(Piece(line, Span(at, at + len(line))))
            at += len(line)
    return pieces


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    found = pattern.match(source, at)
    return found.end() if found else at


def _shown(
    expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression,
) -> str:
    """Return what stands for a placeable in the text: its name, or what it says."""
    if isinstance(expression, ast.StringLiteral):
        return str(expression.parse()["value"])
    if isinstance(expression, ast.SelectExpression):
        expression = expression.selector
    name = getattr(getattr(expression, "id", None), "name", "x")
    return f"{{{name.replace('-', '_')}}}"


def _variant(key: ast.Identifier | ast.NumberLiteral) -> str:
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def _span(node: ast.SyntaxNode) -> Span:
    return Span(node.span.start, node.span.end) if node.span else Span(0, 0)


def _comment(source: str, remark: ast.BaseComment) -> Comment:
    span = _span(remark)
    text = source[span.start : span.end]
    return Comment(re.sub(r"^#{1,3} ?", "", text, count=1).strip(), span)
