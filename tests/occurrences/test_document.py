"""What the rest of a document says of a bare word."""

import pytest

from linter import Possessor, Sense, analyse
from linter.occurrences import evidence

PEOPLE = "当館はお客様をお迎えします。"
PROGRAM = "クライアントIDを発行します。"
# The word means people here, but whose?
CLIENTS = tuple(f"{one}は老舗のクライアントです。" for one in "朝昼夜")
OURS = "当社のクライアントは三社です。"


def bare(text, lang, word):
    """Return the last occurrence of *word* in *text*, read as Markdown."""
    found = analyse(text, lang=lang, format="markdown")
    return [one for one in found if one.text == word][-1]


@pytest.mark.parametrize(
    ("paragraphs", "sure"),
    [
        pytest.param((), False, id="alone"),
        pytest.param((PEOPLE,), True, id="on a page of people"),
        pytest.param((PEOPLE, PROGRAM), False, id="on a page of people and programs"),
        pytest.param(("川の音がします。",), False, id="on a page of neither"),
        pytest.param(CLIENTS, False, id="where it means people, nobody knows whose"),
        pytest.param((*CLIENTS, OURS, PROGRAM), True, id="where it mostly means ours"),
        pytest.param((OURS, PROGRAM), False, id="where it means programs as well"),
    ],
)
def test_page_of_people_takes_a_bare_words_doubt_away(paragraphs, sure):
    """クライアント may be a program, unless the page speaks of our own people."""
    text = "\n\n".join((*paragraphs, "クライアントは無料です。"))
    found = bare(text, "ja", "クライアント")
    assert (Sense.PARTY, sure) == (found.sense, found.sure)


def test_quoted_word_keeps_its_doubt():
    """A testimonial's bare word does not follow the page: it is somebody else's."""
    text = f"{PEOPLE}\n\n> クライアントは無料です。"
    assert not bare(text, "ja", "クライアント").sure


def test_quoted_word_without_a_cue_is_doubtful():
    """Whoever is quoted may speak of people of their own."""
    assert not bare("> 의뢰인들이 오래 앉아 계십니다.", "ko", "의뢰인").sure
    assert bare("의뢰인들이 오래 앉아 계십니다.", "ko", "의뢰인").sure


def test_page_about_words_may_speak_of_ours():
    """Where copy weighs the words, 저희 beside one says that people are meant."""
    about = "번역기는 두 낱말을 섞습니다.\n\n번역기가 낱말을 바꿉니다."
    ours = bare(f"{about}\n\n저희 고객은 열두 곳입니다.", "ko", "고객")
    assert (Sense.PARTY, Possessor.OWN, True) == (ours.sense, ours.possessor, ours.sure)
    assert not bare(f"{about}\n\n고객은 물건을 고릅니다.", "ko", "고객").sure


def test_what_a_cue_tells_of_a_document_is_asked_once(monkeypatch):
    """However many words are judged, a cue of the document reads each block once."""
    asked = []
    read = evidence.Surroundings.in_block

    def reading(self, view, cue):
        asked.append((id(view), id(cue), cue.where))
        return read(self, view, cue)

    monkeypatch.setattr(evidence.Surroundings, "in_block", reading)
    analyse("\n\n".join(["Our customers ring at nine."] * 5), lang="en")
    of_document = [ask for ask in asked if ask[2] == "document"]
    assert of_document
    assert len(of_document) == len(set(of_document))


def test_page_of_programs_makes_a_bare_word_one():
    """Engineers who once speak of people by it still mean programs by a bare client."""
    programs = "\n\n".join(f"The HTTP client sends request {one}." for one in "abcd")
    ours = "Our clients asked for it."
    found = bare(f"{programs}\n\n{ours}\n\nThe client waits.", "en", "client")
    assert (Sense.SOFTWARE, False) == (found.sense, found.sure)
    assert bare("The client waits.", "en", "client").sense is Sense.PARTY
