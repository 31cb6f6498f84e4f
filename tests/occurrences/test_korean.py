"""Korean words in running copy: found where they stand, read for what they mean."""

import unicodedata

import pytest

from linter import analyse
from linter.values import Possessor, Sense

PARTY, FIXED, SOFTWARE = Sense.PARTY, Sense.FIXED, Sense.SOFTWARE
OWN, READER, OTHER = Possessor.OWN, Possessor.READER, Possessor.OTHER


def decided(line):
    """Return sense, possessor and sureness of the marked word of *line*."""
    start, end = line.index("«"), line.index("»") - 1
    text = line.replace("«", "").replace("»", "")
    found = {
        (occurrence.span.start, occurrence.span.end): occurrence
        for occurrence in analyse(text, lang="ko")
    }
    word = found[start, end]
    return word.sense, word.possessor, word.sure


@pytest.mark.parametrize(
    ("line", "sense", "possessor"),
    [
        pytest.param("신규«고객»을 모십니다.", PARTY, None, id="glued on the left"),
        pytest.param("비«회원» 주문 조회", FIXED, None, id="inside another noun"),
        pytest.param("«고객»센터에 묻습니다.", FIXED, None, id="glued on the right"),
        pytest.param("«고객» 센터에 묻습니다.", FIXED, None, id="set apart"),
        pytest.param("“저희 «고객»”이 옵니다.", PARTY, OWN, id="quotation marks"),
        pytest.param("😀저희 «고객»은 옵니다.", PARTY, OWN, id="emoji"),
        pytest.param("저희 «고객» 을 모십니다.", PARTY, OWN, id="a stray blank"),
        pytest.param("«고객»님들께 드립니다.", PARTY, OWN, id="respect and plural"),
        pytest.param("고객사의 «고객»이 냅니다.", PARTY, OTHER, id="twice removed"),
        pytest.param("저희 «고객사»의 고객", PARTY, OWN, id="once removed"),
        pytest.param("ＨＴＴＰ «클라이언트»", SOFTWARE, None, id="full width"),
        pytest.param("권장 «소비자»가 5,000원", FIXED, None, id="a price, no particle"),
    ],
)
def test_ugly_rows(line, sense, possessor):
    """The word is found exactly there, in its sense and as whose people it is."""
    found = decided(line)

    assert sense is found[0]
    assert possessor in (None, found[1])


@pytest.mark.parametrize(
    "text",
    [
        "최고객실을 예약했습니다.",
        "국회원내 교섭단체",
        "내 의뢰인가요?",
        "참고객체를 지웁니다.",
    ],
)
def test_two_other_words_are_no_audience(text):
    """Syllables that meet by accident are nobody."""
    assert () == analyse(text, lang="ko")


def test_decomposed_hangul():
    """Copy typed as single letters is read like any other."""
    text = unicodedata.normalize("NFD", "저희 고객은 옵니다.")
    (found,) = analyse(text, lang="ko")

    assert "고객" == unicodedata.normalize("NFC", found.text)
    assert text[found.span.start : found.span.end] == found.text
    assert Possessor.OWN is found.possessor


def test_one_slight_sign_is_never_sure():
    """What sellers call their customers is theirs perhaps: such a finding is info."""
    assert (PARTY, READER, False) == decided("타깃 «고객»을 정합니다.")


def test_an_endless_sentence_is_read_in_parts():
    """A text without full stops takes time by its length, not by its square."""
    text = "저희 고객을 위한 글과 " * 200
    found = analyse(text, lang="ko")

    assert 200 == len(found)
    assert {Possessor.OWN} == {occurrence.possessor for occurrence in found}
