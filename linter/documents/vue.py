"""Vue components: the HTML of their template; other languages there are not read."""

from linter.documents import markup, templates
from linter.documents.templates import Dialect, encode
from linter.values import Document

__all__ = ["encode", "read"]

_VUE = Dialect("vue", braces="{{")


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each element that holds text, and attribute."""
    start, end = _template(source)
    return templates.document(source, path, _VUE, start, end)


def _template(source: str) -> tuple[int, int]:
    """Return where the inside of the outermost template begins and ends."""
    start, depth = -1, 0
    for token in markup.tokens(source, xml=True):
        if not isinstance(token, markup.Tag) or token.name != "template":
            continue
        if token.closing:
            depth = max(depth - 1, 0)
            if depth == 0 and start >= 0:
                return start, token.start
        elif not token.empty:
            depth += 1
            first, last = token.attributes.get("lang", (0, 0))
            if depth == 1 and source[first:last] in {"", "html"}:
                start = token.end
    return (start, len(source)) if start >= 0 else (0, 0)
