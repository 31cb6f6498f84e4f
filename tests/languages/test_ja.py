"""Japanese sentences, and tokens where UniDic needs help."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.languages import get
from linter.languages.ja import Japanese
from linter.values import Span

JAPANESE = Japanese()


def tokens(text):
    return JAPANESE.tokens(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n ", [], id="blanks"),
        pytest.param("お客様の声", ["お客様の声"], id="no full stop"),
        pytest.param("聞きます。答えます。", ["聞きます。", "答えます。"], id="two"),
        pytest.param("本当？！はい！", ["本当？！", "はい！"], id="marks in a row"),
        pytest.param(
            "「行きます。」と言う。", ["「行きます。」", "と言う。"], id="a quotation"
        ),
        pytest.param("一行目\n二行目", ["一行目", "二行目"], id="line ends"),
        pytest.param("一行目\r\n二行目", ["一行目", "二行目"], id="CRLF"),
        pytest.param("お客様は\n受付へ。", ["お客様は\n受付へ。"], id="a broken line"),
        pytest.param("赤、\r\n青。", ["赤、\r\n青。"], id="a line broken at a comma"),
        pytest.param("お客様は\n\n受付へ", ["お客様は", "受付へ"], id="a blank line"),
        pytest.param("満足度は4.5です。", ["満足度は4.5です。"], id="a decimal point"),
        pytest.param("満足度は４．５です", ["満足度は４．５です"], id="full width"),
        pytest.param("聞く．答える．", ["聞く．", "答える．"], id="a wide full stop"),
        pytest.param("a!=bのとき", ["a!=bのとき"], id="code"),
        pytest.param("ﾊｲ｡ﾜｶﾘﾏｼﾀ｡", ["ﾊｲ｡", "ﾜｶﾘﾏｼﾀ｡"], id="half width"),
        pytest.param("はい!次は?", ["はい!", "次は?"], id="ASCII marks"),
        pytest.param("😀。次。", ["😀。", "次。"], id="emoji"),
    ],
)
def test_sentences(text, expected):
    """Sentences end at 。！？ with closing brackets, and at line ends."""
    spans = JAPANESE.sentences(text)

    assert expected == [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("顧客の声", "顧客|の|声", id="plain"),
        pytest.param(
            "大規模なお客様にも", "大|規模|な|お|客|様|に|も", id="な + お客様"
        ),
        pytest.param("小規模なお客さま", "小|規模|な|お|客|さま", id="な + お客さま"),
        pytest.param("大切なお客様", "大切|な|お|客|様", id="な read rightly"),
        pytest.param("なお、お客様", "なお|、|お|客|様", id="なお stays"),
        pytest.param("御客様各位", "御|客|様|各位", id="御客様"),
        pytest.param("常連のお客さんが", "常連|の|お|客|さん|が", id="お客さん"),
        pytest.param("依頼主に報告", "依頼|主|に|報告", id="not 主に, mainly"),
        pytest.param("取引先間の契約", "取引|先|間|の|契約", id="取引先 + 間"),
        pytest.param("顧客待ちの案件", "顧客|待ち|の|案件", id="not 客待ち"),
        pytest.param("カスタマの声", "カスタマ|の|声", id="not dregs and a ball"),
        pytest.param("カスタマサポート", "カスタマ|サポート", id="カスタマ in a run"),
        pytest.param("カスタマーサポート", "カスタマー|サポート", id="known to UniDic"),
        pytest.param("カスタマイズ", "カスタマイズ", id="another word"),
        pytest.param("カスタマイゼーション", "カスタマイゼーション", id="and another"),
        pytest.param("カスタマナイズ", "カスタマナイズ", id="and its misspelling"),
        pytest.param(
            "カスタマーアシュアランス",
            "カスタマー|アシュアランス",
            id="a run with a rare member",
        ),
        pytest.param(
            "リファラルクライアント", "リファラル|クライアント", id="at the run's end"
        ),
        pytest.param(
            "コマーシャルカスタマーサクセス",
            "コマーシャル|カスタマー|サクセス",
            id="in the middle of a run",
        ),
        pytest.param("シンクライアント", "シン|クライアント", id="a thin client"),
        pytest.param("クライアントPC", "クライアント|PC", id="Latin after it"),
        pytest.param("クライアントＩＤ", "クライアント|ＩＤ", id="wide Latin"),
        pytest.param("クライエントの話", "クライエント|の|話", id="not クライアント"),
        pytest.param("ｸﾗｲｱﾝﾄの声", "ｸﾗｲｱﾝﾄ|の|声", id="half-width kana"),
        pytest.param("ｶｽﾀﾏｰｻﾎﾟｰﾄ", "ｶｽﾀﾏｰ|ｻﾎﾟｰﾄ", id="half width with a sound mark"),
        pytest.param("ﾕｰｻﾞｰの声", "ﾕｰｻﾞｰ|の|声", id="half width, voiced"),
        pytest.param("ユーザビリティ", "ユーザビリティ", id="no ユーザ in it"),
        pytest.param("メンバーシップ", "メンバーシップ", id="no メンバー in it"),
        pytest.param("メンバーズカード", "メンバーズ|カード", id="a known longer word"),
        pytest.param("カスタマーズ", "カスタ|マーズ", id="a plural in a name"),
        pytest.param("ユーザーエージェント", "ユーザー|エージェント", id="two words"),
        pytest.param("お客\u200b様の声", "お|客|様|の|声", id="zero width"),
        pytest.param("お客様の\n声", "お|客|様|の|声", id="a line break"),
        pytest.param("お客\n様の声", "お|客|様|の|声", id="a line break in the word"),
        pytest.param("顧客　の　声", "顧客|の|声", id="wide blanks"),
        pytest.param("㈱の顧客", "㈱|の|顧客", id="one mark, several words"),
        pytest.param("😀クライアント", "😀|クライアント", id="emoji"),
        pytest.param("中⼩企業の顧客", "中|⼩|企業|の|顧客", id="a Kangxi radical"),
        pytest.param("観客の様子", "観客|の|様子", id="客 in another word"),
        pytest.param("客観的", "客観|的", id="客 in an adjective"),
    ],
)
def test_tokens(text, expected):
    """Audience words keep their boundaries, whatever UniDic makes of them."""
    found = tokens(text)

    assert expected == "|".join(token.text for token in found)


@pytest.mark.parametrize(
    ("text", "word", "span"),
    [
        pytest.param("前 顧客の声", "顧客", (2, 4), id="after a blank"),
        pytest.param("ｶﾞｲﾄﾞとｶｽﾀﾏｰ", "ｶｽﾀﾏｰ", (6, 11), id="after voiced half width"),
        pytest.param("㍿の顧客", "顧客", (2, 4), id="after a mark of four"),
        pytest.param("e\u0301の顧客", "顧客", (3, 5), id="after a combined letter"),
        pytest.param("😀😀顧客", "顧客", (2, 4), id="after emoji"),
    ],
)
def test_offsets(text, word, span):
    """A token lies where it stands in the text, in code points."""
    found = next(token for token in tokens(text) if token.text == word)

    assert Span(*span) == found.span


def test_sentences_lie_in_their_text():
    """Tokens of the second sentence count from the start of the text."""
    text = "はい。顧客の声。"
    second = JAPANESE.sentences(text)[1]

    found = JAPANESE.tokens(text, second)

    assert ("顧客", Span(3, 5)) == (found[0].text, found[0].span)


def test_parts_of_speech():
    """Known words have UniDic's part of speech and lemma, others have none."""
    noun, particle, unknown = tokens("顧客をｸﾜﾞﾅ")[:3]

    assert ("名詞-普通名詞", "顧客") == (noun.pos, noun.lemma)
    assert "助詞-格助詞" == particle.pos
    assert "" == unknown.lemma


def test_own_words_may_be_given():
    """The words that keep their boundaries are the caller's."""
    language = Japanese(katakana=(), kanji=())

    found = language.tokens("取引先間", Span(0, 4))

    assert ["取引", "先間"] == [token.text for token in found]


def test_the_language_is_loaded_once():
    """Japanese is made once."""
    assert get("ja") is get("ja")


@settings(deadline=None, max_examples=80)
@given(st.text("お客様な顧ｶﾞ㍿\u200b\n。「」カスタマーイズ Aa😀", max_size=24))
def test_any_text(text):
    """Sentences and tokens lie in order, never overlap, and are their stretch."""
    at = 0
    for sentence in JAPANESE.sentences(text):
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end
        inside = sentence.start
        for token in JAPANESE.tokens(text, sentence):
            assert inside <= token.span.start < token.span.end <= sentence.end
            assert text[token.span.start : token.span.end] == token.text
            inside = token.span.end
