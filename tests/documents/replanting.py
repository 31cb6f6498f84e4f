"""What must hold when a word in a file is replaced: that word, and nothing else."""

from time import process_time

import pytest
from hypothesis import strategies as st

from linter import documents
from linter.engine.applying import apply
from linter.errors import ReadError
from linter.values import Edit

# Texts with whatever a format may have to escape.
SPICE = st.sampled_from(
    [
        *"\"'\\<>&#%{}[]:=,;|!?@*`~-_/ \t\n",
        *"客고é\u3000’",
        "😀",
        "&amp;",
        "\\n",
        "\\u0041",
        " # ",
        ": ",
        "--",
        "]]>",
        '"""',
        "'''",
    ]
)
COPY = st.lists(
    st.one_of(SPICE, st.sampled_from(["customer", "Our", "the", "お客様", "고객"])),
    min_size=1,
    max_size=12,
).map(" ".join)
LINE = COPY.map(lambda text: " ".join(text.split()))
WORD = st.sampled_from(
    ["client", "client’s", "의뢰인", "依頼者", 'a "b" c', "R&D", "<b>"]
)


def rows(document):
    """Return key, language, kind and text of each block."""
    return [
        (block.key, block.lang, str(block.kind), block.text)
        for block in document.blocks
    ]


def texts(document):
    """Return key and text of each block."""
    return [(block.key, block.text) for block in document.blocks]


def check_spans(document):
    """Fail unless every piece and comment stands where it says it does."""
    source, done = document.source, -1
    for block in document.blocks:
        here = -1
        for piece in block.pieces:
            assert piece.span.start >= here
            assert piece.span.end > piece.span.start
            here = piece.span.end
            if piece.verbatim:
                assert source[piece.span.start : piece.span.end] == piece.text
        assert here <= len(source)
    for comment in document.comments:
        assert comment.span.start >= done
        done = comment.span.end
        assert comment.text in source[comment.span.start : comment.span.end]


def replant(document, word, new):
    """Replace *word* wherever it stands unbroken, one at a time, and read again.

    Returns how often it was tried. A replacement that the reader refuses to escape
    (`ValueError`) is passed over.
    """
    check_spans(document)
    tried = 0
    for number, block in enumerate(document.blocks):
        at = block.text.find(word)
        if at < 0 or not block.writable:
            continue
        if not block.is_verbatim(at, at + len(word)):
            continue
        try:
            written = documents.encode(new, format=document.format, block=block)
        except ValueError:
            continue
        span = block.source_span(at, at + len(word))
        source = apply(document.source, (Edit(span, written),))
        again = documents.read_text(source, format=document.format, path=document.path)
        check_spans(again)
        planned = block.text[:at] + new + block.text[at + len(word) :]
        expected = [
            planned if index == number else one.text
            for index, one in enumerate(document.blocks)
        ]
        assert expected == [one.text for one in again.blocks]
        assert [(one.key, one.lang, one.kind) for one in document.blocks] == [
            (one.key, one.lang, one.kind) for one in again.blocks
        ]
        assert [one.text for one in document.comments] == [
            one.text for one in again.comments
        ]
        tried += 1
    return tried


# Coverage and a busy machine slow a reader down threefold; a square of the length is
# hundreds of times too slow.
SLACK = 4


def refused(source, *, format, seconds=3.0):  # noqa: A002 - as in the API
    """Return the key of the error that *source* gives, which must come soon."""
    began = process_time()
    with pytest.raises(ReadError) as caught:
        documents.read_text(source, format=format, max_line=10**8)
    assert process_time() - began < seconds * SLACK
    assert "\n" not in str(caught.value)
    return caught.value.key


def quickly(source, *, format, seconds=5.0):  # noqa: A002 - as in the API
    """Return the document of *source*, which must be read soon."""
    began = process_time()
    document = documents.read_text(source, format=format, max_line=10**8)
    assert process_time() - began < seconds * SLACK
    return document
