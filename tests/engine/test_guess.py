"""Guessing a model: different words count, and how far the first is ahead."""

import pytest

from linter import lexicon
from linter.engine.guess import Sure, guess
from linter.values import Block, BlockKind, Document, Piece, Span

LEXICON = lexicon.load()


def page(text, lang="en"):
    """Return a text of one paragraph, with no audience word read in it."""
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), lang)
    return Document("page", text, "text", (block,)), ()


@pytest.mark.parametrize(
    ("pages", "model", "sure"),
    [
        pytest.param(
            [page("The hotel: check-in, room service, front desk, suites.")],
            "hospitality",
            Sure.HIGH,
            id="English hotel",
        ),
        pytest.param(
            [page("弁護士が訴訟と示談を、着手金とともにご説明します。", "ja")],
            "law",
            Sure.HIGH,
            id="Japanese law firm",
        ),
        pytest.param(
            [page("장바구니, 무료 배송, 쿠폰, 적립금, 배송지", "ko")],
            "ecommerce",
            Sure.HIGH,
            id="Korean shop",
        ),
        pytest.param([page("A hotel.")], "hospitality", Sure.LOW, id="one word"),
        pytest.param(
            [page("Hotel, check-in, room service. Flights, tours, itineraries.")],
            "hospitality",
            Sure.LOW,
            id="two kinds at once",
        ),
    ],
)
def test_guesses(pages, model, sure):
    """The model with most different words comes first."""
    found = guess(pages, LEXICON)
    assert (found.standings[0].model, found.sure) == (model, sure)


def test_nothing_to_go_by():
    """Copy without any sign gives no model."""
    found = guess([page("The weather is fine.")], LEXICON)
    assert found.standings == ()
    assert found.sure is Sure.LOW


def test_words_that_the_model_prefers_count():
    """Own people called by the word of a model speak for it."""
    from linter import analyse  # noqa: PLC0415 - with it come the dictionaries

    text = "Our guests stay at our hotel."
    alone, _ = page(text)
    with_words = guess([(alone, analyse(text))], LEXICON)
    without = guess([(alone, ())], LEXICON)
    assert with_words.standings[0].points > without.standings[0].points


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_trade_has_signs_in_every_language(lang):
    """A model that can be guessed can be guessed in three languages."""
    bare = [
        model.id
        for model in LEXICON.models.values()
        if model.id != "mixed" and not model.signs.get(lang)
    ]
    assert bare == []
