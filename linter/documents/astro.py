"""Astro components: the HTML below the fence, and in expressions too."""

import re

from linter.documents import templates
from linter.documents.templates import Dialect, encode
from linter.values import Document

__all__ = ["encode", "read"]

_ASTRO = Dialect("astro", with_tags=True)
_FENCE = re.compile(r"\s*---.*?^[ \t]*---[ \t]*$", re.DOTALL | re.MULTILINE)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each element that holds text, and attribute."""
    fence = _FENCE.match(source)
    start = fence.end() if fence else 0
    return templates.document(source, path, _ASTRO, start)
