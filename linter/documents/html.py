"""HTML pages: what a visitor reads of them, their titles, descriptions and labels."""

import re

from linter.documents.flow import Flow
from linter.values import Block, Document

_XML = re.compile(r"\s*(?:<\?xml\s|<!DOCTYPE[^>]{0,80}XHTML)", re.IGNORECASE)


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each element that holds text, and attribute."""
    flow = Flow(xml=_XML.match(source) is not None)
    flow.feed(source)
    return Document(
        path=path,
        source=source,
        format="html",
        blocks=flow.finish(),
        lang=flow.lang,
        comments=tuple(flow.comments),
    )


def encode(text: str, block: Block) -> str:
    """Return *text* with what would be markup where *block* stands escaped."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if block.style == "attribute":
        text = text.replace('"', "&quot;").replace("'", "&#39;")
    return text
