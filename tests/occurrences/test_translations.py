"""A unit of translation: words in line, and what stands opposite a rival."""

import pytest

from linter import lexicon
from linter.occurrences import read
from linter.occurrences.translations import Side, compare
from linter.values import Block, BlockKind, Document, Piece, Span

LEXICON = lexicon.load()


def side(text, lang):
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), lang)
    document = Document("", text, "text", (block,))
    return Side((block,), read(document, LEXICON).occurrences)


def told(source, target, lang="ko", origin="en"):
    found = compare(side(source, origin), side(target, lang), LEXICON.concepts)
    return [
        (
            str(one.kind),
            one.source.text if one.source else "",
            one.target.text if one.target else "",
            one.safe,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("source", "target", "lang", "expected"),
    [
        pytest.param(
            "We visit every client.",
            "모든 고객을 찾아갑니다.",
            "ko",
            [("wrong", "client", "고객", True)],
            id="a client became a customer",
        ),
        pytest.param(
            "We visit every client.",
            "모든 의뢰인을 찾아갑니다.",
            "ko",
            [],
            id="the same",
        ),
        pytest.param(
            "We visit every client.", "すべての顧客を訪ねます。", "ja", [], id="general"
        ),
        pytest.param(
            "Call customer service.",
            "고객센터로 전화하세요.",
            "ko",
            [],
            id="set phrases",
        ),
        pytest.param(
            "Clients and customers differ.",
            "고객과 고객은 다릅니다.",
            "ko",
            [("wrong", "Clients", "고객", False)],
            id="two words became one: not safe to mend",
        ),
        pytest.param(
            "We visit every client.",
            "고객을 찾아가 고객과 이야기합니다.",
            "ko",
            [("wrong", "client", "고객", False), ("wrong", "client", "고객", False)],
            id="more words than the source has: wrong, not safe to mend",
        ),
        pytest.param(
            "We visit them.",
            "고객을 찾아갑니다.",
            "ko",
            [("added", "", "고객", False)],
            id="a pronoun became a word",
        ),
        pytest.param(
            "We visit every customer.",
            "모두를 찾아갑니다.",
            "ko",
            [("dropped", "customer", "", False)],
            id="a word became a pronoun",
        ),
        pytest.param(
            "We call them clients or customers.",
            "그들을 고객이라고 부릅니다.",
            "ko",
            [("lost", "clients", "", False)],
            id="a contrast is lost",
        ),
        pytest.param(
            "We visit every customer.",
            "모든 이용자를 찾아갑니다.",
            "ko",
            [("other", "customer", "이용자", False)],
            id="other people",
        ),
        pytest.param("Fine weather.", "좋은 날씨입니다.", "ko", [], id="nobody"),
    ],
)
def test_kinds(source, target, lang, expected):
    """What is wrong, lost, exchanged, added or dropped is told apart."""
    assert told(source, target, lang) == expected


def test_sentences_are_compared_one_by_one():
    """Where both sides have as many, a wrong word is found in its own sentence."""
    source = "Our clients stay. Our customers buy."
    target = "저희 고객은 오래 함께합니다. 저희 고객은 물건을 삽니다."
    found = tuple(compare(side(source, "en"), side(target, "ko"), LEXICON.concepts))
    assert [(str(one.kind), one.source_text) for one in found] == [
        ("wrong", "Our clients stay.")
    ]
    assert found[0].target.place.span.start < target.index(".")


def test_a_doubtful_pair_is_never_safe():
    """What is not surely a translation is not mended."""
    (found,) = compare(
        side("We visit every client.", "en"),
        side("모든 고객을 찾아갑니다.", "ko"),
        LEXICON.concepts,
        sure=False,
    )
    assert (found.sure, found.safe) == (False, False)
