"""Files and texts, read into `Document`s: blocks of copy with the way back to source.

The reading itself is imported when first asked for: to know the format of a file by
its name, `linter.documents.formats` is enough.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.documents.formats import FORMATS, Format, format_of
    from linter.documents.reading import (
        MAX_BYTES,
        MAX_LINE,
        encode,
        read_bytes,
        read_file,
        read_text,
        text_of,
        write_bytes,
    )

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_LINE",
    "Format",
    "encode",
    "format_of",
    "read_bytes",
    "read_file",
    "read_text",
    "text_of",
    "write_bytes",
]

_OF_FORMATS = frozenset({"FORMATS", "Format", "format_of"})


def __getattr__(name: str) -> object:
    """Load *name* from its module (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = "formats" if name in _OF_FORMATS else "reading"
    return getattr(import_module(f"linter.documents.{home}"), name)
