"""Which block a place belongs to."""

import pytest

from linter import documents
from linter.engine.placing import blocks_of
from linter.values import Span

SOURCE = "<p title='t'>one <b>two</b></p><!-- x --><p>three</p>"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param("one", "one two", id="first piece"),
        pytest.param("two", "one two", id="second piece"),
        pytest.param("one <b>two", "one two", id="over markup"),
        pytest.param("three", "three", id="another block"),
        pytest.param("'t'", "t", id="an attribute, with its quotes"),
        pytest.param("<!-- x -->", None, id="a comment"),
    ],
)
def test_block_of_a_place(words, text):
    """A place belongs to the block whose text it touches."""
    start = SOURCE.index(words)
    document = documents.read_text(SOURCE, format="html")
    block = blocks_of(document)(Span(start, start + len(words)))
    assert (block and block.text) == text


def test_a_document_without_text():
    """Without blocks no place has one."""
    document = documents.read_text("", format="text")
    assert blocks_of(document)(Span(0, 0)) is None
