"""What quoted speech and abbreviations tell of the words outside them."""

import pytest

from linter.lexicon.phrase import Vocabulary, compile_phrases
from linter.lexicon.types import Cue, Where
from linter.occurrences.evidence import Subject, Surroundings, applies, fire
from linter.occurrences.find import Candidate
from linter.occurrences.views import View
from linter.values import Block, BlockKind, Piece, Possessor, Span, Term

TERM = Term("en", "client", "client", "clients")


def cue(*, inside=(), outside=()):
    """Return a cue that *you* or *i* in the sentence fires."""
    phrases = ("you", "i")
    return Cue(
        lang="en",
        says=Possessor.READER,
        phrases=phrases,
        pattern=compile_phrases(phrases, Vocabulary("en", {}, {})),
        where=Where.SENTENCE,
        within=0,
        strong=True,
        concepts=frozenset(),
        words=frozenset(),
        inside=frozenset(inside),
        outside=frozenset(outside),
        why="",
        yes=(),
        no=(),
        origin="en/cues: you",
    )


def subject_in(text):
    """Return the view of *text* and its first *clients*, ready to be judged."""
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), "en")
    view = View(block, "en")
    at = text.index("clients")
    span = Span(at, at + len("clients"))
    quoted = view.is_quoted(span)
    return view, Subject(Candidate(TERM, span, view.sentence_at(at)), span, quoted)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        pytest.param("You meet clients here", True, id="beside the word"),
        pytest.param("“You meet clients here”", True, id="in the same quotation"),
        pytest.param(
            "Our clients ask “Why should you do it?” first", False, id="quoted apart"
        ),
        pytest.param("i.e. clients of ours", False, id="an abbreviation is no word"),
        pytest.param("So i. clients", True, id="a stop after a word"),
    ],
)
def test_quoted_apart(text, fires):
    """A quotation that the word is no part of tells nothing of it, nor does *i.e.*."""
    view, subject = subject_in(text)
    assert fires == bool(tuple(fire(view, subject, cue(), Surroundings((view,)))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“You meet clients here”", (True, False)), ("You meet clients", (False, True))],
)
def test_inside_and_outside(text, expected):
    """A cue can be kept to quotations, and kept out of them."""
    view, subject = subject_in(text)
    inside, outside = cue(inside=["quote"]), cue(outside=["quote"])
    assert expected == (
        applies(view, subject, inside),
        applies(view, subject, outside),
    )
