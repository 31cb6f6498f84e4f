"""How a word ends in Korean ears."""

import pytest

from linter.languages.hangul import coda
from linter.languages.particles import Coda

VOWEL, CONSONANT, RIEUL = Coda.VOWEL, Coda.CONSONANT, Coda.RIEUL


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("고객", CONSONANT),
        ("고객사", VOWEL),
        ("클라이언트", VOWEL),
        ("의뢰인", CONSONANT),
        ("메일", RIEUL),
        ("이달", RIEUL),
        ("사용자 1", RIEUL),
        ("사용자 2", VOWEL),
        ("사용자 10", CONSONANT),
        ("CRM", CONSONANT),
        ("VIP", VOWEL),
        ("URL", RIEUL),
        ("B2B", VOWEL),
        ("SaaS", VOWEL),
        ("client", VOWEL),
        ("fan", CONSONANT),
        ("guests", None),
        ("“클라이언트”", VOWEL),
        ("고객)", CONSONANT),
        ("", None),
        ("…", None),
        ("客", None),
    ],
)
def test_final_sounds(word, expected):
    """Hangul by its syllable, digits and letters as they are read, else unknown."""
    assert expected == coda(word)
