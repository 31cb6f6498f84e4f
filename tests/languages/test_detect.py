"""Which language each block is in: script, declaration, neighbours, default."""

import pytest

from linter.languages import detect
from linter.values import Block, BlockKind, Document, Piece, Span


def document(*texts, lang=None, declared=None):
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), lang=declared)
        for text in texts
    )
    return Document("", "".join(texts), "text", blocks, lang=lang)


def langs(read, default=None):
    return [block.lang for block in detect.assign(read, default=default).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our clients come back.", "en"),
        ("Clients", "en"),
        ("お客様の声", "ja"),
        ("カスタマー", "ja"),
        ("ｸﾗｲｱﾝﾄ", "ja"),
        ("React のコンポーネント", "ja"),
        ("顧客対応", "ja"),
        ("様々", "ja"),
        ("고객은 왕입니다.", "ko"),
        ("React 컴포넌트를 쓰는 API 문서", "ko"),
        ("\u1100\u1169\u1100\u1162\u11a8", "ko"),
        ("고객", "ko"),
        ("顧客(고객)とは", "ko"),
        ("我们的客户", None),
        ("我們的客戶你", None),
        ("Наши клиенты всегда правы", None),
        ("ลูกค้าของเรา", None),
        ("Nos clients sont la raison de notre travail.", None),
        ("Unsere Kunden und wir sind ein Team für alle Fälle.", None),
        ("The Korean word 고객 means a customer or a client.", "en"),
        ("The office in Köln serves our clients.", "en"),
        ("Clients de la maison: see our list of them.", "en"),
        ("顧客", None),
        ("1 2 3", None),
        ("`고객` is code", "en"),
        ("", None),
    ],
)
def test_script(text, expected):
    """The letters of a block tell its language, where nothing is declared."""
    assert [expected] == langs(document(text))


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("顧客", "ja", "ja"),
        ("顧客", "ja-JP", "ja"),
        ("顧客", "jp", "ja"),
        ("顧客", "ko_KR", "ko"),
        ("顧客", "zh", None),
        ("顧客", "zh-Hant", None),
        ("顧客", "en", None),
        ("習近平と会う", "zh", "ja"),
        ("习近平", "ja", "ja"),
        ("我们的客户们", "ja", None),
        ("고객은 왕입니다.", "en", "ko"),
        ("고객은 왕입니다.", "zh", "ko"),
        ("お客様へ", "en", "ja"),
        ("Customer Success", "ja", "en"),
        ("Customers", "fr", None),
        ("Customers", "de-AT", None),
        ("Customers", "zh", None),
        ("We serve the customers of Taiwan.", "zh", "en"),
        ("Our clients", "en-GB", "en"),
        ("Le client est le roi.", "en", "en"),
        ("Nos clients sont dans le nord et pour vous.", "en", None),
        ("Наши клиенты", "en", None),
        ("100", "ko", "ko"),
        ("100", " ", None),
    ],
)
def test_declared(text, declared, expected):
    """A declaration holds, unless the script says clearly that it is wrong."""
    assert [expected] == langs(document(text, declared=declared))
    assert [expected] == langs(document(text, lang=declared))


@pytest.mark.parametrize(
    ("texts", "default", "expected"),
    [
        (("顧客", "お客様へ"), None, ["ja", "ja"]),
        (("顧客", "고객"), None, ["ko", "ko"]),
        (("我们的客户", "顧客", "x", "お客様へ"), None, [None, None, "en", "ja"]),
        (("お客様", "顧客", "我们的客户"), None, ["ja", "ja", None]),
        (("顧客",), "ja", ["ja"]),
        (("顧客",), "en", [None]),
        (("顧客", "Our clients"), "ko", ["ko", "en"]),
        (("Clients", "Nos clients sont la joie et vous."), None, [None, None]),
        (("Clients", "Our clients"), "ja", ["en", "en"]),
        (("100",), "ja", ["ja"]),
    ],
)
def test_inherited(texts, default, expected):
    """What a script leaves open comes from the neighbours, then from the default."""
    assert expected == langs(document(*texts), default)


def test_the_rest_is_kept():
    """Nothing but the language of the blocks changes."""
    before = document("Our clients", lang="en")
    after = detect.assign(before)
    assert before.source == after.source
    assert before.blocks[0].pieces == after.blocks[0].pieces
