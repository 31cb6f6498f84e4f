"""Cues that count only where they begin a sentence or a clause."""

import pytest

from linter.lexicon.phrase import Vocabulary, compile_phrases
from linter.lexicon.types import Cue, Where
from linter.occurrences.evidence import Level, Subject, Surroundings, fire
from linter.occurrences.find import Candidate
from linter.occurrences.views import View
from linter.values import Block, BlockKind, Piece, Possessor, Span, Term

CUE = Cue(
    lang="en",
    says=Possessor.READER,
    phrases=("send",),
    pattern=compile_phrases(("send",), Vocabulary("en", {}, {})),
    where=Where.START,
    within=0,
    strong=True,
    concepts=frozenset(),
    words=frozenset(),
    inside=frozenset(),
    outside=frozenset(),
    why="",
    yes=(),
    no=(),
    origin="en/cues: send",
)
TERM = Term("en", "client", "client", "clients")


def fired(text):
    """Return what the cue says of the first *clients* of *text*."""
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), "en")
    view = View(block, "en")
    at = text.index("clients")
    span = Span(at, at + len("clients"))
    subject = Subject(Candidate(TERM, span, view.sentence_at(at)), span, quoted=False)
    return tuple(fire(view, subject, CUE, Surroundings((view,))))


@pytest.mark.parametrize(
    "text",
    [
        "Send clients a note.",
        "We are here. Send clients a note.",
        "• Send clients a note.",
        "2) “Send clients a note.”",
        "Then, send clients a note.",
        "Pro tip: send clients a note.",
        "Invoices – send clients one a month.",
    ],
)
def test_start_of_a_clause(text):
    """Bullets, numbers, labels and one adverb may stand before the beginning."""
    (evidence,) = fired(text)
    assert Level.SENTENCE is evidence.level


@pytest.mark.parametrize(
    "text",
    [
        "We send clients a note.",
        "Send it off. Our clients get a note.",
        "To keep in touch, send clients a note.",
        "clients send a note.",
    ],
)
def test_not_at_the_start(text):
    """Inside a clause, or at the start of another sentence, the cue is silent."""
    assert () == fired(text)
