"""Words that mean no people by default, or people only perhaps."""

import pytest

from linter import lexicon, occurrences
from linter.values import Block, BlockKind, Document, Piece, Possessor, Sense, Span

COMPOUNDS = """
[[compound]]
sense = "party"
phrases = ["新人 ライダー"]
why = "乗り手の種類です。"
yes = ["«新人ライダー»が来ます。"]
no = ["新人のライダー"]
"""
TERMS = """
[[term]]
concept = "user"
word = "乗り手"
sense = "other"
yes = ["«乗り手»が来ます。"]
no = ["乗る人"]

[[term]]
concept = "user"
word = "ライダー"
doubtful = true
yes = ["«ライダー»が来ます。"]
no = ["ライト"]
"""
CUES = """
[[cue]]
says = { sense = "party" }
phrases = ["ヘルメット"]
place = "sentence"
yes = ["ヘルメットの«ライダー»"]
no = ["帽子の«ライダー»"]

[[cue]]
says = { sense = "software" }
phrases = ["テレビ"]
place = "sentence"
strength = "weak"
yes = ["テレビの«ライダー»"]
no = ["帽子の«ライダー»"]

[[cue]]
says = { possessor = "own" }
phrases = ["わが町の"]
place = "before"
yes = ["わが町の«ライダー»"]
no = ["帽子の«ライダー»"]

[[cue]]
says = { possessor = "reader" }
phrases = ["きみの"]
place = "before"
strength = "weak"
yes = ["きみの«ライダー»"]
no = ["帽子の«ライダー»"]
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    """Return our word lists with words, a compound and cues laid over them."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "ja").mkdir()
    (folder / "ja" / "terms.toml").write_text(TERMS, encoding="utf-8")
    (folder / "ja" / "compounds.toml").write_text(COMPOUNDS, encoding="utf-8")
    (folder / "ja" / "cues.toml").write_text(CUES, encoding="utf-8")
    return lexicon.load((folder,))


def decided(text, words):
    """Return sense, possessor and sureness of the only audience word of *text*."""
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), "ja")
    document = Document("page", text, "text", (block,))
    (found,) = occurrences.read(document, words).occurrences
    return found.sense, found.possessor, found.sure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("乗り手が来ます。", (Sense.OTHER, None, True), id="nothing tells"),
        pytest.param(
            "ヘルメットの乗り手が来ます。",
            (Sense.PARTY, Possessor.NONE, True),
            id="a cue tells",
        ),
    ],
)
def test_a_word_may_mean_no_people_by_default(text, expected, words):
    """The word's own sense stands where no cue speaks."""
    assert expected == decided(text, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ライダーが来ます。",
            (Sense.PARTY, Possessor.NONE, False),
            id="nothing tells: people, perhaps",
        ),
        pytest.param(
            "ヘルメットのライダーが来ます。",
            (Sense.PARTY, Possessor.NONE, True),
            id="a strong cue tells",
        ),
        pytest.param(
            "テレビのライダーが来ます。",
            (Sense.SOFTWARE, None, False),
            id="a weak cue tells, perhaps",
        ),
        pytest.param(
            "わが町のライダーが来ます。",
            (Sense.PARTY, Possessor.OWN, True),
            id="whose they are tells that they are people",
        ),
        pytest.param(
            "新人ライダーが来ます。",
            (Sense.PARTY, Possessor.NONE, True),
            id="a compound tells",
        ),
        pytest.param(
            "テレビの新人ライダーが来ます。",
            (Sense.PARTY, Possessor.NONE, False),
            id="a compound tells, against a weak cue",
        ),
        pytest.param(
            "きみのライダーとヘルメット",
            (Sense.PARTY, Possessor.READER, False),
            id="a weak cue tells whose, perhaps",
        ),
    ],
)
def test_a_doubtful_word_is_people_only_perhaps(text, expected, words):
    """Without a word that speaks for people nothing is sure."""
    assert expected == decided(text, words)
