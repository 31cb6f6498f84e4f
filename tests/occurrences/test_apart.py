"""Cues whose phrase must not be glued to a noun before it."""

from dataclasses import replace

import pytest

from linter.lexicon.phrase import Vocabulary, compile_phrases
from linter.lexicon.types import Cue, Where
from linter.occurrences.evidence import Subject, Surroundings, fire
from linter.occurrences.find import Candidate
from linter.occurrences.views import View
from linter.values import STRONG, Block, BlockKind, Piece, Possessor, Span, Term

CUE = Cue(
    lang="ko",
    says=Possessor.OTHER,
    phrases=("은행은",),
    pattern=compile_phrases(("은행은",), Vocabulary("ko", {}, {})),
    where=Where.SENTENCE,
    within=0,
    strong=True,
    concepts=frozenset(),
    words=frozenset(),
    inside=frozenset(),
    outside=frozenset(),
    why="",
    yes=(),
    no=(),
    origin="ko/cues: 은행은",
    apart=True,
)
TERM = Term("ko", "customer", "고객")


def fired(text, cue):
    """Return what *cue* says of the first 고객 of *text*."""
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), "ko")
    view = View(block, "ko")
    at = text.index("고객")
    span = Span(at, at + 2)
    subject = Subject(Candidate(TERM, span, view.sentence_at(at)), span, quoted=False)
    return tuple(fire(view, subject, cue, Surroundings((view,))))


@pytest.mark.parametrize("where", [Where.SENTENCE, Where.BLOCK])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("은행은 고객을 부른다.", True, id="at the start"),
        pytest.param("요즘 은행은 고객을 부른다.", True, id="after a blank"),
        pytest.param("“은행은 고객을 부른다.”", True, id="after a mark"),
        pytest.param("가람은행은 고객을 부른다.", False, id="the name of a bank"),
        pytest.param("ABC은행은 고객을 부른다.", False, id="a name in Latin letters"),
    ],
)
def test_a_phrase_that_stands_apart(text, expected, where):
    """A firm's own name that ends in the phrase is not the phrase."""
    found = fired(text, replace(CUE, where=where))

    assert [STRONG] * expected == [evidence.weight for evidence in found]


def test_other_cues_may_be_glued():
    """Without `apart` a phrase is found behind a noun too."""
    assert fired("가람은행은 고객을 부른다.", replace(CUE, apart=False))
