"""Whether the copy says whose people a word names, and what follows if it does not."""

import pytest

from linter import analyse, lint_text
from linter.config import Settings
from linter.engine import linting
from linter.values import Voice


def told(text, lang):
    """Return for each audience word whether something says whose people it names."""
    return [occurrence.told for occurrence in analyse(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Our customers ring at nine.", [True]),
        ("en", "The customers ring at nine.", [False]),
        ("en", "Our customers ring.\n\nThe customers ring at nine.", [True, True]),
        ("en", "Our clients ring.\n\nThe customers ring at nine.", [True, False]),
        (
            "en",
            "Our customers ring.\n\nSend your customers a card.\n\nThe customers ring.",
            [True, True, False],
        ),
        (
            "ja",
            "当社のクライアントは全国にいます。\n\nクライアントは九時に来ます。",
            [True, True],
        ),
        ("ja", "クライアントは九時に来ます。", [False]),
        (
            "ko",
            "저희 고객은 전국에 있습니다.\n\n고객은 아홉 시에 옵니다.",
            [True, True],
        ),
        ("ko", "고객은 아홉 시에 옵니다.", [False]),
    ],
)
def test_a_page_tells_whose_people_its_word_names(lang, text, expected):
    """A page that by one word names our own people only says so of it everywhere."""
    words = [
        occurrence
        for occurrence in analyse(text, lang=lang)
        if occurrence.concept in {"client", "customer"}
    ]
    ours = {"own", "none"}
    seen = [word.told if word.possessor in ours else True for word in words]
    assert seen == expected


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Our customers ring at nine.", "error"),
        ("The customers ring at nine.", "warning"),
        ("Our customers ring.\n\nThe customers ring at nine.", "error"),
        ("We visit hotels and see how customers wait.", "warning"),
        ("Our barista.\n\nOur customers sing.\n\nThe customers ring.", "error"),
    ],
)
def test_what_is_not_plainly_told_is_a_warning(text, severity):
    """An error needs a clear sign that these people are ours, and none against it."""
    found = lint_text(text, model="law", lang="en")
    assert str(found[-1].severity) == severity


def test_the_page_is_named_among_the_evidence():
    """`--why` shows that the page decided."""
    *_, last = analyse("Our customers ring.\n\nThe customers ring at nine.", lang="en")
    assert ("document: ours", "own", 2) in [
        (reason.origin, reason.says, reason.weight) for reason in last.because
    ]


KO_READERS = "귀사의 고객에게 닿습니다.\n\n귀사의 고객을 지킵니다."


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ko", f"{KO_READERS}\n\n그 고객이 옵니다.", "reader", id="ko"),
        pytest.param(
            "ja",
            "貴社のクライアントに届けます。\n\n貴社のクライアントを守ります。\n\n"
            "そのクライアントが来ます。",
            "reader",
            id="ja",
        ),
        pytest.param(
            "ko", "귀사의 고객에게 닿습니다.\n\n그 고객이 옵니다.", "none", id="once"
        ),
        pytest.param(
            "ko",
            f"{KO_READERS}\n\n저희 고객은 다릅니다.\n\n그 고객이 옵니다.",
            "none",
            id="ours too",
        ),
        pytest.param(
            "ko", f"{KO_READERS}\n\n그 의뢰인이 옵니다.", "none", id="another word"
        ),
    ],
)
def test_a_page_for_sellers_speaks_of_their_people(lang, text, expected):
    """Two sure words for the reader's people, and none for ours, decide a bare one."""
    *_, last = analyse(text, lang=lang)
    assert str(last.possessor) == expected
    told = "document: the reader's" in {reason.origin for reason in last.because}
    assert told is (expected == "reader")
    assert last.sure is not told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "설정 메뉴에서 고객을 선택하세요.\n\n"
            "버튼을 누르고 고객에게 쿠폰을 발송하세요.\n\n"
            "주문 화면에서 고객의 연락처를 입력하세요.\n\n그 고객이 옵니다.",
            "reader",
            id="slight signs add up",
        ),
        pytest.param(
            "귀사의 고객에게 귀사의 소식을 보내세요.\n\n귀사의 고객을 지킵니다.\n\n"
            "고객을 위해 최선을 다합니다.",
            "own",
            id="what is said near by stands",
        ),
        pytest.param(
            "> 귀사의 고객에게 닿습니다.\n\n> 귀사의 고객을 지킵니다.\n\n"
            "그 고객이 옵니다.",
            "none",
            id="somebody else who is quoted",
        ),
    ],
)
def test_what_a_page_says_adds_up(text, expected):
    """Slight signs of a page outweigh none, and yield to what stands near the word."""
    *_, last = analyse(text, lang="ko", format="markdown")
    assert str(last.possessor) == expected


def test_a_phrase_inside_a_longer_one_says_nothing():
    """*고객 여러분* addresses our own people; 여러분 alone, a reader who has some."""
    ours, _ = analyse("고객의 믿음으로 고객 여러분은 더 가까워집니다.", lang="ko")
    (theirs,) = analyse("고객의 믿음으로 여러분은 더 가까워집니다.", lang="ko")
    assert (str(ours.possessor), str(theirs.possessor)) == ("own", "reader")


def test_a_page_for_sellers_is_not_held_to_the_model():
    """What a page shows to be the reader's people is never reported."""
    text = "Reach your customers.\n\nRemind your customers.\n\nThe customers ring."
    assert lint_text(text, model="law", lang="en") == ()


WORDS = {
    "en": (
        "The word “client” is old.\n\nThe word “customer” is younger.\n\n"
        "What is the difference between a client and a customer?\n\n"
        "The customers ring at nine."
    ),
    "ja": (
        "クライアントとカスタマーの違いを説明します。\n\n"
        "「カスタマー」とは、買う人のことです。\n\nカスタマーは九時に来ます。"
    ),
    "ko": (
        "클라이언트와 고객의 차이를 설명합니다.\n\n"
        "‘고객’이라는 말은 오래되었습니다.\n\n고객은 아홉 시에 옵니다."
    ),
}


@pytest.mark.parametrize("lang", WORDS)
def test_a_page_about_the_words_is_left_alone(lang):
    """Copy that explains the words names nobody by a bare one, and is not reported."""
    *_, last = analyse(WORDS[lang], lang=lang)
    assert (str(last.sense), last.possessor, last.sure) == ("mention", None, False)
    assert [reason.origin for reason in last.because] == ["document: the words"]
    assert lint_text(WORDS[lang], model="law", lang=lang) == ()


def test_our_own_people_stand_out_on_a_page_about_the_words():
    """What the page says of our own people is still held to the model."""
    text = f"{WORDS['en']}\n\nOur customers ring at ten."
    (found,) = lint_text(text, model="law", lang="en")
    assert text[found.span.start : found.span.end] == "customers"
    assert str(found.severity) == "error"


def test_a_page_of_ours_may_weigh_its_words():
    """Where our own people are spoken of as often, a bare word names people."""
    ours = "\n\n".join(["Our customers ring."] * 4)
    *_, last = analyse(f"{ours}\n\n{WORDS['en']}", lang="en")
    assert str(last.sense) == "party"


JOB = """# Barista

Reports to: the shop manager.

Your responsibilities: see that your customers feel at home.
"""


def whose(text, **config):
    """Return whose people the word *customers* of *text* names, how surely, and why."""
    settings = Settings(**config)
    (found,) = linting.analyse(text, lang="en", settings=settings)
    return found.possessor, found.sure, [reason.origin for reason in found.because]


def test_a_page_that_offers_a_job_speaks_to_staff():
    """*Your customers* are the house's where the page tells who you would be.

    It is not sure: only the page makes it likely.
    """
    possessor, sure, because = whose(JOB)
    assert (possessor, sure) == ("own", False)
    assert any("your responsibilities" in origin for origin in because)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(JOB.replace("Reports to: the", "Here is the"), id="one sign"),
        pytest.param(f"{JOB}\nStart your free trial.\n", id="a page that sells"),
    ],
)
def test_a_page_of_few_signs_or_for_buyers_does_not(text):
    """Two signs are asked for, and none of a page that sells, to employers say."""
    assert whose(text)[0] == "reader"


def test_a_declared_voice_is_believed():
    """What the configuration says of the voice goes before what a page tells."""
    assert whose(JOB, voice=Voice.PUBLIC)[0] == "reader"
    plain = "See that your customers feel at home."
    assert whose(plain)[0] == "reader"
    possessor, sure, because = whose(plain, voice=Voice.INTERNAL)
    assert (possessor, sure) == ("own", True)
    assert because[-1] == "voice: internal"


def test_what_is_said_to_staff_adds_up_to_the_voice_of_the_page():
    """In a handbook what speaks of the reader's people speaks of ours, everywhere."""
    text = "Greet your customers.\n\nThank your customers.\n\nThe customers wait.\n"
    words = linting.analyse(text, lang="en", settings=Settings(voice=Voice.INTERNAL))
    assert [word.possessor for word in words[:2]] == ["own", "own"]
    assert [word.told for word in words] == [True, True, True]
