"""Reads files and texts as what they are, and says in a sentence where it cannot.

`Document.source` is the decoded text, untouched: a byte order mark stays in it as its
first character, line ends stay as they are, and encoding it as UTF-8 gives the bytes
of the file again. Readers never see the mark.

A reader raises `ReadError("documents-malformed", where=path, reason="…")` for a
source that it cannot make sense of, and returns what it could read wherever it can.
"""

import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from linter.documents import encodings
from linter.documents.formats import FORMATS, Format, format_of
from linter.errors import ReadError
from linter.values import Block, Comment, Document, Edit, Piece, Span

MAX_BYTES = 10_000_000
MAX_LINE = 1_000_000

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_NO_PATH = "<text>"

_Given = TypeVar("_Given", str, bytes)


def read_text(
    source: str,
    *,
    format: str,  # noqa: A002 - the name the public API promises
    path: str = "",
    max_line: int = MAX_LINE,
    copy: Sequence[str] = (),
) -> Document:
    """Return *source* read as *format*, with *path* as its name.

    *max_line* counts code points; *copy* are globs of the keys of data files that hold
    copy (`*.title`), without them the reader judges for itself. Raise `ReadError` for
    a format that does not exist or is no text, for a longer line, and for a source
    that its reader cannot take.
    """
    known = _format(format)
    where = path or _NO_PATH
    if known.binary:
        raise ReadError("documents-no-text", where=where, format=format)
    _encodable(source, where)
    if len(source) > max_line and _longest_line(source) > max_line:
        raise ReadError("documents-long-line", where=where, most=f"{max_line:,}")
    read: Callable[..., Document] = _reader(known, "read")
    if copy and known.keyed:
        read = partial(read, patterns=copy)
    if not source.startswith(_BOM):
        return _guarded(read, source, path)
    return _after_mark(_guarded(read, source[1:], path), source)


def read_file(
    path: str | Path, *, max_bytes: int = MAX_BYTES, copy: Sequence[str] = ()
) -> Document:
    """Return the file at *path*, read as the format of its name, else as text.

    Raise `ReadError` in one sentence for a file that is not there, not a file, not
    readable, longer than *max_bytes*, not UTF-8, or that its reader cannot take.
    """
    return read_bytes(_bytes(Path(path), max_bytes), str(path), copy=copy)


def read_bytes(data: bytes, path: str, *, copy: Sequence[str] = ()) -> Document:
    """Return *data* read as the format of the name *path*; raise as `read_file`."""
    known = FORMATS[format_of(path) or "text"]
    if not known.binary:
        source = encodings.decode(data, where=path)
        return read_text(source, format=known.name, path=path, copy=copy)
    read: Callable[[bytes, str], Document] = _reader(known, "read_bytes")
    return _guarded(read, data, path)


def text_of(path: str | Path, *, max_bytes: int = MAX_BYTES) -> str | None:
    """Return the file at *path* decoded and not yet parsed; None if it is no text.

    Raise `ReadError` as `read_file` does for bytes that cannot be read as text.
    """
    name = str(path)
    if FORMATS[format_of(name) or "text"].binary:
        return None
    return encodings.decode(_bytes(Path(path), max_bytes), where=name)


def encode(text: str, *, format: str, block: Block) -> str:  # noqa: A002 - as above
    """Return *text* as it must be written into the source of *block*."""
    encoder = getattr(_module(_format(format)), "encode", None)
    return text if encoder is None else str(encoder(text, block))


def write_bytes(data: bytes, document: Document, edits: Iterable[Edit]) -> bytes:
    """Return *data*, a file that is no text, with *edits* of its *document* made.

    Raise `ReadError` where one of them cannot be made, `ValueError` for a format that
    is text or is never written.
    """
    known = FORMATS[document.format]
    if not (known.binary and known.writable):
        message = f"{known.name} is not written so"
        raise ValueError(message)
    write: Callable[[bytes, Document, Iterable[Edit]], bytes]
    write = getattr(_module(known), "write_bytes")  # noqa: B009 - a module of the table
    return write(data, document, edits)


def _format(name: str) -> Format:
    if name in FORMATS:
        return FORMATS[name]
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes alone

    close = get_close_matches(name, FORMATS, n=1)
    if close:
        raise ReadError("documents-unknown-format-close", format=name, close=close[0])
    raise ReadError(
        "documents-unknown-format", format=name, known=", ".join(sorted(FORMATS))
    )


def _module(known: Format) -> object:
    return import_module(f"linter.documents.{known.module}")


def _reader(known: Format, name: str) -> Callable[[_Given, str], Document]:
    reader: Callable[[_Given, str], Document] = getattr(_module(known), name)
    return reader


def _guarded(
    read: Callable[[_Given, str], Document], given: _Given, path: str
) -> Document:
    try:
        return read(given, path)
    except RecursionError as error:
        raise ReadError("documents-too-deep", where=path or _NO_PATH) from error
    except MemoryError as error:
        raise ReadError("documents-no-memory", where=path or _NO_PATH) from error


def _bytes(path: Path, most: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadError("documents-directory", where=path)
        if not stat.S_ISREG(mode):  # a pipe could keep us waiting for ever
            raise ReadError("documents-no-file", where=path)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, ValueError) as error:
        raise ReadError("documents-missing", where=path) from error
    except PermissionError as error:
        raise ReadError("documents-denied", where=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError("documents-unreadable", where=path, reason=reason) from error
    if len(data) > most:
        raise ReadError("documents-too-big", where=path, most=f"{most / 1e6:g}")
    return data


def _encodable(source: str, where: str) -> None:
    """Raise `ReadError` for a text with half characters, which no file can hold."""
    try:
        source.encode()
    except UnicodeEncodeError as error:
        line = source.count("\n", 0, error.start) + 1
        raise ReadError("documents-not-utf-8", where=where, line=line) from error


def _longest_line(source: str) -> int:
    return max(map(len, source.replace("\r", "\n").split("\n")))


def _after_mark(document: Document, source: str) -> Document:
    """Return *document* with every place one further: behind the byte order mark."""

    def moved(span: Span) -> Span:
        return Span(span.start + 1, span.end + 1)

    blocks = (
        replace(
            block,
            pieces=tuple(
                Piece(piece.text, moved(piece.span), piece.verbatim)
                for piece in block.pieces
            ),
        )
        for block in document.blocks
    )
    comments = (Comment(one.text, moved(one.span)) for one in document.comments)
    return replace(
        document, source=source, blocks=tuple(blocks), comments=tuple(comments)
    )
