"""Weighing evidence: the nearest clear level wins, the default stands else."""

import pytest

from linter.occurrences.deciding import decide
from linter.occurrences.evidence import Evidence, Level
from linter.values import STRONG, WEAK, Possessor, Sense


def cue(says, level, weight=STRONG, distance=0, length=3, origin=""):
    return Evidence(says, level, weight, distance, length, origin or str(says))


OWN, READER, OTHER = Possessor.OWN, Possessor.READER, Possessor.OTHER
BESIDE, SENTENCE, BLOCK = Level.ADJACENT, Level.SENTENCE, Level.BLOCK


@pytest.mark.parametrize(
    ("evidence", "expected", "sure"),
    [
        pytest.param([], Possessor.NONE, True, id="nothing: the default, surely"),
        pytest.param(
            [cue(OWN, BESIDE, distance=1), cue(OTHER, BESIDE)],
            OTHER,
            True,
            id="of two beside the word the nearer",
        ),
        pytest.param(
            [cue(OWN, BESIDE, length=3), cue(OTHER, BESIDE, length=9)],
            OTHER,
            True,
            id="of two equally near the longer",
        ),
        pytest.param(
            [cue(OWN, BESIDE), cue(READER, SENTENCE), cue(READER, SENTENCE)],
            OWN,
            True,
            id="beside the word goes before the sentence",
        ),
        pytest.param(
            [cue(READER, SENTENCE), cue(OWN, BLOCK), cue(OWN, BLOCK)],
            READER,
            True,
            id="the sentence goes before the block",
        ),
        pytest.param(
            [cue(READER, SENTENCE, WEAK), cue(READER, BLOCK, WEAK)],
            READER,
            True,
            id="two weak cues are as good as a strong one",
        ),
        pytest.param(
            [cue(READER, SENTENCE, WEAK)],
            Possessor.NONE,
            False,
            id="one weak cue only makes unsure",
        ),
        pytest.param(
            [cue(OWN, SENTENCE, WEAK)],
            Possessor.NONE,
            True,
            id="ours and nobody's are one side: the default stays sure",
        ),
        pytest.param(
            [cue(READER, SENTENCE), cue(OWN, SENTENCE)],
            Possessor.NONE,
            False,
            id="a tie leaves the default, unsure",
        ),
        pytest.param(
            [cue(READER, SENTENCE), cue(OTHER, SENTENCE), cue(OWN, SENTENCE)],
            READER,
            True,
            id="the reader's and another's together outweigh ours",
        ),
        pytest.param(
            [cue(READER, SENTENCE, WEAK), cue(OTHER, SENTENCE, WEAK)],
            READER,
            True,
            id="the reader's and another's are both somebody else's",
        ),
        pytest.param(
            [cue(Sense.SOFTWARE, BESIDE)],
            Possessor.NONE,
            True,
            id="what speaks of the sense says nothing of the possessor",
        ),
    ],
)
def test_decisions(evidence, expected, sure):
    """The expected value is decided, as surely as expected."""
    decision = decide(evidence, Possessor, Possessor.NONE)

    assert (expected, sure) == (decision.value, decision.sure)


@pytest.mark.parametrize(
    ("evidence", "expected", "sure"),
    [
        pytest.param([], Possessor.NONE, True, id="nothing: the default"),
        pytest.param([cue(READER, SENTENCE, WEAK)], READER, False, id="one weak cue"),
        pytest.param(
            [cue(READER, SENTENCE, WEAK), cue(OWN, SENTENCE, WEAK)],
            Possessor.NONE,
            False,
            id="two that contradict each other",
        ),
        pytest.param(
            [cue(Possessor.NONE, SENTENCE, WEAK)],
            Possessor.NONE,
            True,
            id="one that speaks for the default",
        ),
        pytest.param(
            [cue(OWN, SENTENCE, WEAK)],
            OWN,
            True,
            id="one that speaks for the default's side",
        ),
    ],
)
def test_soft_decisions(evidence, expected, sure):
    """Of a doubtful word a single weak cue tells, but never surely."""
    decision = decide(evidence, Possessor, Possessor.NONE, soft=True)

    assert (expected, sure) == (decision.value, decision.sure)


def test_what_decided_is_named():
    """A decision names the entries that made it."""
    evidence = [cue(OWN, BESIDE, origin="en/cues: our")]

    because = decide(evidence, Possessor, Possessor.NONE).because
    assert ("en/cues: our",) == tuple(map(str, because))
