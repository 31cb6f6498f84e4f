"""A cue round a word speaks of the word that its phrase marks, and of no other."""

import pytest

from linter import analyse


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "クライアントとカスタマーの違いを説明します。"),
        ("ko", "클라이언트와 고객의 차이를 설명합니다."),
    ],
)
def test_two_phrases_that_begin_at_one_place_speak_of_both_words(lang, text):
    """The first word is marked by one phrase, the second by another."""
    assert [str(word.sense) for word in analyse(text, lang=lang)] == ["mention"] * 2


def test_the_place_of_the_evidence_is_the_whole_phrase():
    """What is pointed at stands in the copy as it is written."""
    text = "まず、クライアントとカスタマーの違いを説明します。"
    second = analyse(text, lang="ja")[1]
    place = second.because[0].span
    assert text[place.start : place.end] == "クライアントとカスタマーの違い"


def test_a_phrase_does_not_speak_of_a_word_that_it_does_not_mark():
    """Before and after what is marked nothing of the like is found."""
    words = analyse("クライアントが来て、カスタマーという言葉を使いました。", lang="ja")
    assert [str(word.sense) for word in words] == ["party", "mention"]
