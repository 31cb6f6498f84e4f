"""Text is made comparable, and every character of it leads back to where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.languages.normal import normalise
from linter.values import Span


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(
            "Our clients’ “word”", "Our clients's"[:11] + '\' "word"', id="quotes"
        ),
        pytest.param("client‑facing", "client-facing", id="non-breaking hyphen"),
        pytest.param("a\u00a0b\u3000c\td\r\ne", "a b c d  e", id="blanks"),
        pytest.param("cli\u00adents", "clients", id="soft hyphen"),
        pytest.param("顧\u200b客\ufeff", "顧客", id="invisible"),
        pytest.param("ｶｽﾀﾏｰ", "カスタマー", id="half width"),
        pytest.param("ｸﾞﾗﾌ", "グラフ", id="half width with a voiced mark"),
        pytest.param("ＡＰＩ（１）", "API(1)", id="full width"),
        pytest.param("\u1100\u1169\u1100\u1162\u11a8", "고객", id="decomposed Hangul"),
        pytest.param("㈱顧客", "(株)顧客", id="one becomes three"),
        pytest.param("cafe\u0301", "café", id="combining accent"),
        pytest.param("⽤語", "用語", id="radical"),
    ],
)
def test_plain_text(text, plain):
    """Widths, forms, quotes, hyphens and blanks are one."""
    assert plain == normalise(text).text


@pytest.mark.parametrize(
    ("text", "found", "place"),
    [
        pytest.param("新ｶｽﾀﾏｰ様", "カスタマー", Span(1, 6), id="half width"),
        pytest.param("新ｸﾞﾗﾌ様", "グラフ", Span(1, 5), id="voiced mark"),
        pytest.param("cli\u00adents!", "clients", Span(0, 8), id="soft hyphen"),
        pytest.param("㈱顧客", "顧客", Span(1, 3), id="after an expansion"),
        pytest.param("ＡＰＩ客", "客", Span(3, 4), id="character by character"),
        pytest.param(
            "a \u1100\u1169\u1100\u1162\u11a8 b", "고객", Span(2, 7), id="decomposed"
        ),
    ],
)
def test_places_lead_back(text, found, place):
    """What is found in the plain text is pointed at in the original."""
    normal = normalise(text)
    start = normal.text.index(found)
    assert normal.original(start, start + len(found)) == place
    assert normal.at(place.start) == start


def test_places_before_and_inside():
    """A place within a joined character is the one after it; before all it is 0."""
    normal = normalise("\u200bｸﾞ客")
    assert normal.at(0) == 0
    assert normal.at(2) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text(text):
    """Places rise, lie in the text, and cover it but for what is invisible."""
    normal = normalise(text)
    spans = [normal.original(at, at + 1) for at in range(len(normal.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet="カｶﾞお客様 고객\u1100\u1161ＡA’'\u00ad㈱é\u0301", max_size=12))
def test_short_way_is_the_long_way(text):
    """A text of simple characters is the same by either way."""
    whole = normalise(text + "\u00ad").text
    assert whole == normalise(text).text
