"""Korean sentences, and tokens where mecab-ko-dic needs help."""

import sys
import types
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.languages import get, ko
from linter.languages.ko import WORDS, Korean
from linter.values import Span

KOREAN = Korean()


def tokens(text):
    return KOREAN.tokens(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n ", [], id="blanks"),
        pytest.param("고객의 소리", ["고객의 소리"], id="no full stop"),
        pytest.param(
            "듣습니다. 답합니다.", ["듣습니다.", "답합니다."], id="full stops"
        ),
        pytest.param("정말?! 네!", ["정말?!", "네!"], id="marks in a row"),
        pytest.param("“갑니다.” 했다.", ["“갑니다.”", "했다."], id="a quotation"),
        pytest.param("첫 줄\n둘째 줄", ["첫 줄", "둘째 줄"], id="line ends"),
        pytest.param("첫 줄\r\n둘째 줄", ["첫 줄", "둘째 줄"], id="CRLF"),
        pytest.param(
            "고객을\n모십니다.", ["고객을\n모십니다."], id="a line broken in a clause"
        ),
        pytest.param("고객을\n\n모십니다", ["고객을", "모십니다"], id="a blank line"),
        pytest.param("만족도는 4.5점입니다.", ["만족도는 4.5점입니다."], id="decimals"),
        pytest.param("1. 고객 확인", ["1. 고객 확인"], id="the number of an item"),
        pytest.param("버전 2.0.1을 씁니다", ["버전 2.0.1을 씁니다"], id="a version"),
        pytest.param("www.a.kr로 오세요", ["www.a.kr로 오세요"], id="a host"),
        pytest.param("a!=b일 때", ["a!=b일 때"], id="code"),
        pytest.param(
            "나열합니다.그들은 옵니다.",
            ["나열합니다.", "그들은 옵니다."],
            id="no blank",
        ),
        pytest.param("끝났음. 다음", ["끝났음.", "다음"], id="a noun form"),
        pytest.param("2024. 다음", ["2024.", "다음"], id="a year"),
        pytest.param("네…. 갑니다.", ["네….", "갑니다."], id="an ellipsis"),
        pytest.param("😀. 다음.", ["😀.", "다음."], id="emoji"),
    ],
)
def test_sentences(text, expected):
    """Sentences end at . ! ? with closing brackets, and at line ends."""
    spans = KOREAN.sentences(text)

    assert expected == [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("고객의 목소리", "고객|의|목소리", id="plain"),
        pytest.param("고객의", "고객|의", id="a fragment that ends in 의"),
        pytest.param("의뢰인의", "의뢰인|의", id="의뢰 + 인의"),
        pytest.param("거래처의", "거래처|의", id="거래 + 처의"),
        pytest.param("손님의", "손님|의", id="손 + 님의"),
        pytest.param("고객사의 성장", "고객사|의|성장", id="a word no dictionary has"),
        pytest.param("고객사와", "고객사|와", id="고객 + 사와"),
        pytest.param("고객사이란", "고객사|이|란", id="a wrong particle"),
        pytest.param("고객사례를 봅니다.", "고객|사례|를|봅니다|.", id="case, no firm"),
        pytest.param("고객사이트", "고객|사이트", id="site, no firm"),
        pytest.param("고객사은행사", "고객|사은|행사", id="thanks, no firm"),
        pytest.param("의뢰인께", "의뢰인|께", id="의뢰 + 인께"),
        pytest.param("의뢰인분들이", "의뢰인|분|들|이", id="persons"),
        pytest.param("내 의뢰인가요?", "내|의뢰|인가요|?", id="is it a request?"),
        pytest.param("신규고객을", "신규|고객|을", id="glued on the left"),
        pytest.param("이용고객에게", "이용|고객|에게", id="a party that uses"),
        pytest.param("비회원은", "비|회원|은", id="inside a noun of the dictionary"),
        pytest.param("고객센터에", "고객|센터|에", id="glued on the right"),
        pytest.param("고객님께서는", "고객|님|께서|는", id="respect"),
        pytest.param("고객님들께", "고객|님|들|께", id="respect and plural"),
        pytest.param("최고객실 예약", "최고|객실|예약", id="best rooms"),
        pytest.param("국회원내 교섭", "국회|원내|교섭", id="in parliament"),
        pytest.param("위원회원 명단", "위원|회원|명단", id="a committee's members"),
        pytest.param("참고객체를", "참고|객체|를", id="a reference object"),
        pytest.param("커스터머를", "커스터머|를", id="an unknown loanword"),
        pytest.param("가입자단에서", "가입자|단|에서", id="an end of a line"),
        pytest.param("이용자격", "이용|자격", id="qualified to use"),
        pytest.param("고객 을 위해", "고객|을|위해", id="a stray blank"),
        pytest.param("사용자가결제를", "사용자|가|결제|를", id="no blanks"),
        pytest.param("고객😀님", "고객|😀|님", id="emoji"),
        pytest.param("클라이언트(서버)", "클라이언트|(|서버|)", id="brackets"),
        pytest.param("client를 고객으로", "client|를|고객|으로", id="Latin"),
        pytest.param("ＣＲＭ 고객", "ＣＲＭ|고객", id="full width"),
        pytest.param("㈜고객", "㈜|고객", id="several words in one character"),
        pytest.param("고객\r\n만족", "고객|만족", id="CRLF"),
        pytest.param("실사용자의", "실|사용자|의", id="three syllables by force"),
    ],
)
def test_tokens(text, expected):
    """Audience words keep their bounds; every token lies where it stands."""
    found = tokens(text)

    assert expected == "|".join(token.text for token in found)
    assert all(text[token.span.start : token.span.end] == token.text for token in found)


def test_decomposed_hangul():
    """A word typed on a Mac, as single letters, is found with all of them."""
    text = unicodedata.normalize("NFD", "우리 고객사의 성장")
    found = [unicodedata.normalize("NFC", token.text) for token in tokens(text)]

    assert ["우리", "고객사", "의", "성장"] == found


def test_particles_are_tagged_behind_a_word_put_right():
    """What is left of a noun that was cut in two is a particle."""
    assert ["NNG", "JX"] == [token.pos for token in tokens("의뢰인께")]


def test_a_sentence_inside_a_text():
    """Token spans count in the whole text."""
    text = "안녕하세요. 고객님, 반갑습니다."
    sentence = KOREAN.sentences(text)[1]
    first = KOREAN.tokens(text, sentence)[0]

    assert ("고객", Span(7, 9)) == (first.text, first.span)


def test_the_registry_knows_korean():
    """The language is found by its code."""
    assert isinstance(get("ko"), Korean)


def test_the_other_package_of_the_same_name(monkeypatch):
    """python-mecab-ko-dic installs a module of the same name without DICDIR."""
    module = types.ModuleType("mecab_ko_dic")
    module.__file__ = "/somewhere/mecab_ko_dic/__init__.py"
    monkeypatch.setitem(sys.modules, "mecab_ko_dic", module)

    assert "/somewhere/mecab_ko_dic/dictionary" == ko._dictionary()  # noqa: SLF001


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('고객사님의뢰인 을a1.\n😀("ᄀ'), max_size=30))
def test_tokens_lie_in_order_in_any_text(text):
    """Tokens never overlap and are what stands at their place."""
    for sentence in KOREAN.sentences(text):
        end = sentence.start
        for token in KOREAN.tokens(text, sentence):
            assert end <= token.span.start < token.span.end <= sentence.end
            assert token.text == text[token.span.start : token.span.end]
            end = token.span.end


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_is_one_token_before_a_particle(word):
    """A word of ours is never cut apart before 의, 도 and 에게."""
    for particle in ("의", "도", "에게"):
        assert word == tokens(f"모든 {word}{particle}")[1].text
