"""Another word in a Korean sentence: particles, respect, spaces; when it is safe."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.languages.ko import Korean
from linter.values import Block, BlockKind, Piece, Place, Span, Term

KOREAN = Korean()
WORDS = ("클라이언트", "의뢰인", "고객", "손님", "고객사", "구독자", "환자", "client")


def place_of(line, *, compound="", kind=BlockKind.PARAGRAPH):
    """Return the place of the marked word of *line*."""
    start, end = line.index("«"), line.index("»") - 1
    text = line.replace("«", "").replace("»", "")
    block = Block(kind, (Piece(text, Span(0, len(text))),), "ko")
    sentence = next(
        span for span in KOREAN.sentences(text) if span.start <= start < span.end
    )
    at = text.index(compound)
    whole = Span(at, at + len(compound)) if compound else None
    return Place(block, Span(start, end), sentence, whole)


def replaced(line, new, **options):
    """Return the text after the replacement, what is shown, and whether it is safe."""
    place = place_of(line, **options)
    text = place.block.text
    old = text[place.span.start : place.span.end]
    found = KOREAN.replace(place, Term("ko", "x", old), Term("ko", "y", new))
    if found is None:
        return None
    changed = text[: found.span.start] + found.text + text[found.span.end :]
    return changed, found.shown, found.safe


# Each line: particles after a consonant and after a vowel; tried both ways.
CHAINS = [
    ("이", "가"),
    ("을", "를"),
    ("은", "는"),
    ("과", "와"),
    ("으로", "로"),
    ("으로서", "로서"),
    ("으로써", "로써"),
    ("으로부터", "로부터"),
    ("으로서의", "로서의"),
    ("으로서는", "로서는"),
    ("으로도", "로도"),
    ("으로만", "로만"),
    ("으로의", "로의"),
    ("과의", "와의"),
    ("과는", "와는"),
    ("과도", "와도"),
    ("과만", "와만"),
    ("이나", "나"),
    ("이랑", "랑"),
    ("이며", "며"),
    ("이고", "고"),
    ("이든", "든"),
    ("이든지", "든지"),
    ("이든가", "든가"),
    ("이라도", "라도"),
    ("이라면", "라면"),
    ("이면", "면"),
    ("이라는", "라는"),
    ("이라고", "라고"),
    ("이라서", "라서"),
    ("이라", "라"),
    ("이야말로", "야말로"),
    ("이나마", "나마"),
    ("이다", "다"),
    ("이었다", "였다"),
    ("이었던", "였던"),
    ("이었고", "였고"),
    ("이었으며", "였으며"),
    ("이었습니다", "였습니다"),
    ("이었지만", "였지만"),
    ("이에요", "예요"),
    ("이어요", "여요"),
    ("이어서", "여서"),
    ("이지만", "지만"),
    ("이므로", "므로"),
    ("이니", "니"),
    ("이니까", "니까"),
    ("이거나", "거나"),
    ("이자", "자"),
    ("이죠", "죠"),
    ("이지요", "지요"),
    ("이네요", "네요"),
    ("이군요", "군요"),
    ("이던", "던"),
    ("이면서", "면서"),
    ("이건", "건"),
]
SAME = [
    "의",
    "도",
    "만",
    "만이",
    "만을",
    "만은",
    "만의",
    "에게",
    "에게서",
    "에게서는",
    "에게는",
    "에게도",
    "에게만",
    "에게까지",
    "에겐",
    "께",
    "께서",
    "께서는",
    "께서도",
    "께선",
    "한테",
    "한테서",
    "까지",
    "까지도",
    "부터",
    "마다",
    "조차",
    "마저",
    "밖에",
    "보다",
    "보다는",
    "처럼",
    "같이",
    "대로",
    "뿐",
    "뿐만",
    "하고",
    "인",
    "일",
    "임을",
    "입니다",
    "입니까",
    "인지",
    "이신",
    "이십니다",
    "이세요",
    "이시라면",
    "들이",
    "들을",
    "들의",
    "들에게는",
]


@pytest.mark.parametrize(("after_consonant", "after_vowel"), CHAINS)
def test_particles_that_change(after_consonant, after_vowel):
    """Particle and copula follow the new word, from consonant to vowel and back."""
    there = replaced(f"좋은 «고객»{after_consonant} 왔다.", "클라이언트")
    back = replaced(f"좋은 «클라이언트»{after_vowel} 왔다.", "고객")

    assert (f"좋은 클라이언트{after_vowel} 왔다.", "클라이언트", True) == there
    assert (f"좋은 고객{after_consonant} 왔다.", "고객", True) == back


@pytest.mark.parametrize("particles", SAME)
def test_particles_that_stay(particles):
    """What hangs on no final sound, or on 들 and 만, stays as it is."""
    found = replaced(f"좋은 «고객»{particles} 왔다.", "클라이언트")

    assert (f"좋은 클라이언트{particles} 왔다.", "클라이언트", True) == found


@pytest.mark.parametrize(
    ("line", "new", "expected", "safe"),
    [
        pytest.param(
            "«의뢰인»이 왔다.", "거래처", "거래처가 왔다.", True, id="reverse"
        ),
        pytest.param("«의뢰인»으로", "구독자", "구독자로", True, id="one word"),
        pytest.param(
            "«고객»을 본다.", "의뢰인", "의뢰인을 본다.", True, id="both final"
        ),
        pytest.param("«구매자»로 본다.", "환자", "환자로 본다.", True, id="both open"),
        pytest.param("«고객»이", "이달", "이달이", True, id="ㄹ takes 이"),
        pytest.param("«고객»으로", "이달", "이달로", True, id="ㄹ takes 로"),
        pytest.param("«고객»으로서는", "이달", "이달로서는", True, id="ㄹ with a tail"),
        pytest.param("«이달»로", "고객", "고객으로", True, id="from ㄹ"),
        pytest.param("«고객»을", "CRM", "CRM을", True, id="letters, a consonant"),
        pytest.param("«고객»을", "VIP", "VIP를", True, id="letters, a vowel"),
        pytest.param("«고객»으로", "URL", "URL로", True, id="letters, ㄹ"),
        pytest.param("«고객»을", "client", "client를", True, id="read as a loanword"),
        pytest.param("«고객»은", "guests", "guests은(는)", False, id="nobody knows"),
        pytest.param("«고객»이", "사용자 1", "사용자 1이", True, id="a digit, ㄹ"),
        pytest.param("«고객»으로", "사용자 1", "사용자 1로", True, id="a digit and 로"),
        pytest.param("«고객»이", "회원 3", "회원 3이", True, id="a digit, a consonant"),
        pytest.param("«고객»이", "회원 2", "회원 2가", True, id="a digit, a vowel"),
        pytest.param("«client»는", "고객", "고객은", True, id="Latin replaced"),
        pytest.param("«고객»을(를) 본다", "구매자", "구매자를 본다", True, id="을(를)"),
        pytest.param("«고객»이(가) 왔다", "구매자", "구매자가 왔다", True, id="이(가)"),
        pytest.param("«고객»은(는) 온다", "구매자", "구매자는 온다", True, id="은(는)"),
        pytest.param("«고객»(으)로 본다", "구매자", "구매자로 본다", True, id="(으)로"),
        pytest.param("«구매자»와(과) 본다", "고객", "고객과 본다", True, id="와(과)"),
        pytest.param("«고객»를 본다.", "의뢰인", "의뢰인을 본다.", True, id="a slip"),
        pytest.param(
            "«고객사»은 온다.", "거래처", "거래처는 온다.", True, id="은 for 는"
        ),
        pytest.param("«고객사»이란", "거래처", "거래처란", False, id="이란 for 란"),
        pytest.param("«고객»이란", "구매자", "구매자란", False, id="a definition"),
        pytest.param('"«고객»"을', "구매자", '"구매자"를', True, id="quotes"),
        pytest.param("‘«고객»’이", "구매자", "‘구매자’가", True, id="curly quotes"),
        pytest.param("[«고객»]은", "구매자", "[구매자]는", True, id="brackets"),
        pytest.param(
            "“«고객»” 온다", "구매자", "“구매자” 온다", True, id="nothing after"
        ),
        pytest.param(
            "«고객»(A)을", "구매자", "구매자(A)를", True, id="word in brackets"
        ),
        pytest.param(
            "«고객»(비투비)를", "의뢰인", "의뢰인(비투비)을", True, id="its own"
        ),
        pytest.param("«고객»(B2B)가", "의뢰인", "의뢰인(B2B)가", True, id="that one's"),
        pytest.param("«고객»야 온다", "의뢰인", "의뢰인야 온다", False, id="야 for 아"),
        pytest.param("«구매자»야", "고객", "고객이야", False, id="야 is unclear"),
        pytest.param(
            "«고객» 을 본다.", "구매자", "구매자 를 본다.", False, id="a blank"
        ),
        pytest.param(
            "«사용자»가결제를 취소", "고객", "고객이결제를 취소", False, id="no blanks"
        ),
        pytest.param("«고객»님이 온다", "의뢰인", "의뢰인님이 온다", True, id="님"),
        pytest.param("«고객»님께서는", "의뢰인", "의뢰인님께서는", True, id="님께서는"),
        pytest.param(
            "«고객»님께", "클라이언트", "클라이언트님께", False, id="stiff 님"
        ),
        pytest.param("«고객»님을", "환자", "환자분을", False, id="님 as 분"),
        pytest.param("«고객»님들께", "주민", "주민분들께", False, id="님들 as 분들"),
        pytest.param("«고객»님이", "손님", "손님이", False, id="님 is in 손님"),
        pytest.param("«고객»님들이", "손님", "손님들이", False, id="님들 and 손님"),
        pytest.param(
            "«고객»님께서는", "손님", "손님께서는", False, id="님께서는, 손님"
        ),
        pytest.param("«고객»들이", "손님", "손님들이", True, id="들 and 손님"),
        pytest.param("«손님»이", "고객", "고객이", True, id="손님 as 고객"),
        pytest.param("«손님»께서", "고객", "고객님께서", False, id="손님께서"),
        pytest.param("«손님»께", "의뢰인", "의뢰인께", True, id="손님께, 의뢰인"),
        pytest.param("«손님»들을", "고객", "고객들을", True, id="손님들"),
        pytest.param("«고객»분들이", "의뢰인", "의뢰인분들이", True, id="분들"),
        pytest.param(
            "«고객»분께", "클라이언트", "클라이언트분께", False, id="분, either"
        ),
        pytest.param("«고객»분석을", "구매자", "구매자 분석을", False, id="분 of 분석"),
        pytest.param(
            "«고객»님이 왔다", "고객사", "고객사가 왔다", False, id="firm, 님"
        ),
        pytest.param("«고객»분들은", "고객사", "고객사들은", False, id="firm, 분들"),
        pytest.param("«고객»님께", "고객사", "고객사에", False, id="firm, 께"),
        pytest.param("«고객»께는", "고객사", "고객사에는", False, id="firm, 께는"),
        pytest.param(
            "«고객»께서 왔다", "거래처", "거래처가 왔다", False, id="firm, 께서"
        ),
        pytest.param("«고객»님께서는", "거래처", "거래처는", False, id="firm, 께서는"),
        pytest.param(
            "«고객»에게 간다", "고객사", "고객사에게 간다", False, id="firm, 에게"
        ),
        pytest.param("«고객»을 본다", "고객사", "고객사를 본다", True, id="firm, 을"),
        pytest.param(
            "«고객사»에 준다", "고객", "고객에게 준다", False, id="person, 에"
        ),
        pytest.param(
            "«고객사»에서 왔다", "고객", "고객이 왔다", False, id="person, 에서"
        ),
        pytest.param(
            "«고객사»에서는", "구매자", "구매자는", False, id="person, 에서는"
        ),
        pytest.param("«고객사»를 본다", "고객", "고객을 본다", True, id="person, 를"),
        pytest.param(
            "신규«고객»을", "구매자", "신규 구매자를", True, id="a known head"
        ),
        pytest.param(
            "각«고객»에게", "구매자", "각 구매자에게", True, id="a determiner"
        ),
        pytest.param(
            "노트북«고객»은", "구매자", "노트북 구매자는", False, id="any head"
        ),
        pytest.param("신규 «고객»을", "구매자", "신규 구매자를", True, id="set apart"),
        pytest.param("«고객»층이", "구매자", "구매자층이", False, id="a suffix"),
        pytest.param(
            "«고객»상담을", "의뢰인", "의뢰인 상담을", False, id="a noun glued"
        ),
        pytest.param(
            "«고객» 니즈를", "의뢰인", "의뢰인 니즈를", False, id="a noun after"
        ),
        pytest.param(
            "«고객» 모두가", "의뢰인", "의뢰인 모두가", False, id="all of them"
        ),
        pytest.param("«고객»3이", "의뢰인", "의뢰인3이", False, id="a number glued"),
        pytest.param(
            "의뢰인과 «고객»은", "의뢰인", "의뢰인과 의뢰인은", False, id="both"
        ),
        pytest.param(
            "제3조 «고객»은", "의뢰인", "제3조 의뢰인은", False, id="an article"
        ),
        pytest.param("😀«고객»을😀", "구매자", "😀구매자를😀", True, id="emoji"),
        pytest.param(
            "«고객»을\n본다", "구매자", "구매자를\n본다", True, id="a line end"
        ),
        pytest.param(
            "«고객»관계를", "구매자", "구매자 관계를", False, id="관 is no 과"
        ),
        pytest.param("«고객»이용을", "구매자", "구매자 이용을", False, id="이 of 이용"),
        pytest.param("«고객»의견을", "구매자", "구매자 의견을", False, id="의 of 의견"),
        pytest.param("«고객»만족을", "구매자", "구매자 만족을", False, id="만 of 만족"),
        pytest.param("«회원»가입을", "구매자", "구매자 가입을", False, id="가 of 가입"),
        pytest.param(
            "«고객»도우미", "구매자", "구매자 도우미", False, id="도 of 도우미"
        ),
    ],
)
def test_words_in_their_place(line, new, expected, safe):
    """The text reads as Korean, and is safe only where nothing is left to judge."""
    found = replaced(line, new)

    assert found is not None
    assert (expected, safe) == (found[0], found[2])


@pytest.mark.parametrize(
    ("line", "new"),
    [
        pytest.param("비«회원»은", "고객", id="a bound prefix"),
        pytest.param("«고객»화하여", "의뢰인", id="made a verb"),
        pytest.param("«고객» 3명이", "고객사", id="counted in 명"),
        pytest.param("«고객» 한 분이", "거래처", id="counted in 분"),
        pytest.param("세 명의 «고객»이", "고객사", id="counted before"),
        pytest.param("«고객» 여러분께", "고객사", id="여러분"),
        pytest.param("«고객사» 세 곳이", "고객", id="firms counted"),
        pytest.param("5곳의 «고객사»가", "의뢰인", id="firms counted before"),
        pytest.param("«고객»께서 오셨습니다.", "고객사", id="respect for a firm"),
        pytest.param("«고객»님이 주신 글", "거래처", id="respect behind 님"),
        pytest.param("«고객»이 하시는 일", "고객사", id="respect behind 이"),
        pytest.param("«고객»의 집", "고객", id="the same word"),
    ],
)
def test_what_cannot_be_said(line, new):
    """Where no grammatical text can be made, none is offered."""
    assert replaced(line, new) is None


@pytest.mark.parametrize(
    ("line", "new", "compound", "expected"),
    [
        pytest.param(
            "«고객» 후기를 읽는다",
            "클라이언트",
            "고객 후기",
            ("클라이언트 후기를 읽는다", "클라이언트 후기", True),
            id="a noun after",
        ),
        pytest.param(
            "신규«고객»을 찾는다",
            "클라이언트",
            "신규고객",
            ("신규 클라이언트를 찾는다", "신규 클라이언트", True),
            id="a head glued",
        ),
        pytest.param(
            "«고객»후기가 늘었다",
            "의뢰인",
            "고객후기",
            ("의뢰인 후기가 늘었다", "의뢰인 후기", True),
            id="a tail glued",
        ),
        pytest.param(
            "«고객»층이 넓다",
            "클라이언트",
            "고객층",
            ("클라이언트층이 넓다", "클라이언트층", True),
            id="a suffix",
        ),
        pytest.param(
            "신규 «고객»을 찾는다",
            "의뢰인",
            "신규 고객",
            ("신규 의뢰인을 찾는다", "신규 의뢰인", True),
            id="set apart",
        ),
    ],
)
def test_compounds_are_offered_whole(line, new, compound, expected):
    """A compound that follows the model is shown with its new word."""
    assert expected == replaced(line, new, compound=compound)


@pytest.mark.parametrize("kind", [BlockKind.BUTTON, BlockKind.LABEL])
def test_short_texts_of_screens_are_not_safe(kind):
    """A button has no room and no sentence: the writer looks at it."""
    assert ("구매자를", "구매자", False) == replaced("«고객»을", "구매자", kind=kind)


def test_decomposed_particles():
    """A particle typed as single letters is replaced whole."""
    line = unicodedata.normalize("NFD", "«고객»을 본다.")
    found = replaced(line, "구매자")

    assert found is not None
    assert "구매자를 본다." == unicodedata.normalize("NFC", found[0])


@settings(max_examples=150, deadline=None)
@given(
    before=st.text(alphabet=st.sampled_from('비신규각 ,.한명의\n("a1'), max_size=6),
    after=st.text(
        alphabet=st.sampled_from(
            '은는이가을를과와으로님분들의께서에게라면다였 ,.)"1\n화석'
        ),
        max_size=8,
    ),
    old=st.sampled_from(WORDS),
    new=st.sampled_from(WORDS),
)
def test_replacing_never_raises(before, after, old, new):
    """Any surroundings give a replacement inside the sentence, or none."""
    line = f"{before}«{old}»{after}"
    place = place_of(line)
    found = KOREAN.replace(place, Term("ko", "x", old), Term("ko", "y", new))

    if found is not None:
        assert found.span.start == place.span.start
        assert place.span.end <= found.span.end <= place.sentence.end
        assert new in found.text
