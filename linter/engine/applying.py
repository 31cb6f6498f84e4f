"""Edits made to a text."""

from collections.abc import Iterable

from linter.values import Edit


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Return *source* with *edits* made, the later of two that overlap left out."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start >= at:
            out += [source[at : edit.span.start], edit.text]
            at = edit.span.end
    return "".join([*out, source[at:]])
