"""MeCab's words lie exactly where they stand, whatever the text."""

import pytest
import unidic_lite
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.languages.mecab import Mecab

MECAB = Mecab(f'-r /dev/null -d "{unidic_lite.DICDIR}"')


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t ", [], id="blanks only"),
        pytest.param("顧客の声", ["顧客", "の", "声"], id="plain"),
        pytest.param(" 顧客  の\n声 ", ["顧客", "の", "声"], id="blanks"),
        pytest.param("顧客\r\nの声", ["顧客", "の", "声"], id="CRLF"),
        pytest.param("顧客\0の声", ["顧客", "\0", "の", "声"], id="NUL"),
        pytest.param("顧客\ud800の声", ["顧客", "\ud800", "の", "声"], id="surrogate"),
        pytest.param("😀顧客", ["😀", "顧客"], id="emoji"),
    ],
)
def test_surfaces(text, surfaces):
    """Blanks belong to no word, everything else to one."""
    words = MECAB.words(text)
    assert surfaces == [word.surface for word in words]
    assert surfaces == [text[word.start : word.end] for word in words]


@pytest.mark.parametrize("filler", [" ", "あ", "\n", "顧客の声。", "😀"])
def test_long_text(filler):
    """A word after 70,000 characters is found at its place."""
    text = filler * (70_000 // len(filler)) + " 顧客"
    last = MECAB.words(text)[-1]
    assert ("顧客", len(text) - 2, len(text)) == (last.surface, last.start, last.end)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_text(text):
    """The words of any string lie in order, and each is its stretch of the string."""
    at = 0
    for surface, start, end, _ in MECAB.words(text):
        assert at <= start < end <= len(text)
        assert text[start:end] == surface
        at = end
