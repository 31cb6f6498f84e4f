"""Sentences for the user: their slots, their numbers and their particles."""

import re
import tomllib
from pathlib import Path

import pytest

from linter import messages
from linter.messages import LANGUAGES, say

FILES = sorted((Path(__file__).parents[1] / "lexicons" / "messages").glob("*.toml"))


@pytest.fixture
def template(monkeypatch):
    """Make a text the only message there is."""

    def be(text):
        sentences = dict.fromkeys(LANGUAGES, text)
        monkeypatch.setattr(messages, "_sentences", lambda _: sentences)

    return be


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_message_is_there_in_every_language(path):
    """A message has the same values in all its languages, and none is empty."""
    for key, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
        assert sorted(texts) == sorted(LANGUAGES), key
        assert all(text.strip() for text in texts.values()), key
        slots = {frozenset(re.findall(r"\{(\w+)", text)) for text in texts.values()}
        assert len(slots) == 1, key


def test_no_key_is_in_two_files():
    """A key says one thing, wherever it is looked for."""
    keys = [key for path in FILES for key in tomllib.loads(path.read_text("utf-8"))]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("form", "word", "particle"),
    [
        ("을/를", "고객", "을"),
        ("을/를", "구매자", "를"),
        ("을/를", "“고객”", "을"),
        ("으로/로", "구매자", "로"),
        ("으로/로", "고객", "으로"),
        ("으로/로", "교실", "로"),
        ("을/를", "client", "을(를)"),
        ("은/는", "お客様", "은(는)"),
        ("으로/로", "client", "(으)로"),
        ("이라고/라고", "client", "(이)라고"),
        ("을/를", "", "을(를)"),
    ],
)
def test_particles(form, word, particle, template):
    """A Korean particle follows the last sound; where that is not known, both stand."""
    template(f"{{word|{form}}}")
    assert say("x", "ko", word=word) == particle


@pytest.mark.parametrize(
    ("count", "text"), [(1, "one file"), (0, "0 files"), (7, "7 files")]
)
def test_numbers(count, text, template):
    """A text chooses by number."""
    template("{count|one file|# files}")
    assert say("x", count=count) == text


def test_a_language_that_is_not_spoken():
    """Who asks for another language is answered in English."""
    assert say("report-clean", "fr") == say("report-clean", "en")


def test_a_key_that_does_not_exist():
    """A mistake of ours is no empty sentence."""
    with pytest.raises(KeyError):
        say("no-such-key")
