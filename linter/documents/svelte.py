"""Svelte components: their HTML; `{#if}`, `{@html}` and other expressions blanked."""

from linter.documents import templates
from linter.documents.templates import Dialect, encode
from linter.values import Document

__all__ = ["encode", "read"]

_SVELTE = Dialect("svelte", in_values=True)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each element that holds text, and attribute."""
    return templates.document(source, path, _SVELTE)
