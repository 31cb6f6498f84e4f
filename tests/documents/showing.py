"""What the tests of readers show of a document, and what holds for every one."""

from itertools import pairwise


def shown(document):
    """Return kind, text, declared language and quotation of each block."""
    return [
        (str(block.kind), block.text, block.lang, block.quoted)
        for block in document.blocks
    ]


def texts(document):
    """Return the texts of the blocks."""
    return [block.text for block in document.blocks]


def place(document, word):
    """Return the source that the first *word* in a block comes from."""
    for block in document.blocks:
        at = block.text.find(word)
        if at >= 0:
            span = block.source_span(at, at + len(word))
            return document.source[span.start : span.end]
    return None


def check(document):
    """Assert what holds for every document: pieces in order, in the source, exact."""
    for block in document.blocks:
        assert block.text.strip(" \t\r\n\f") == block.text != ""
        for piece in block.pieces:
            assert 0 <= piece.span.start <= piece.span.end <= len(document.source)
            if piece.verbatim:
                assert document.source[piece.span.start : piece.span.end] == piece.text
        for one, other in pairwise(block.pieces):
            assert one.span.end <= other.span.start
    spans = [comment.span for comment in document.comments]
    assert sorted(spans) == spans
