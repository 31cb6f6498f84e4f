"""The table of particles, and reading a run of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.languages.particles import Coda, particles

VOWEL, CONSONANT, RIEUL = Coda.VOWEL, Coda.CONSONANT, Coda.RIEUL
KNOWN = particles()


@pytest.mark.parametrize("pair", KNOWN.pairs, ids=lambda pair: pair.after_consonant)
@pytest.mark.parametrize("old", [VOWEL, CONSONANT, RIEUL])
@pytest.mark.parametrize("new", [VOWEL, CONSONANT, RIEUL])
def test_every_pair_goes_over_into_its_other_form(pair, old, new):
    """A form written after one final sound becomes the form after another."""
    ending = next((end for end in pair.endings if end != "*"), "")
    written = pair.after(old) + ending

    assert written == KNOWN.at_start(written, old)
    fitted = KNOWN.refitted(written, old, new)
    # 야 is two particles that fall together after a vowel.
    assert fitted == pair.after(new) + ending or written == "야"


@pytest.mark.parametrize(
    ("text", "coda", "expected"),
    [
        pytest.param("을 위해", CONSONANT, "을", id="before a blank"),
        pytest.param("으로서는 좋다", CONSONANT, "으로서는", id="a chain"),
        pytest.param("이었습니다.", CONSONANT, "이었습니다", id="an open ending"),
        pytest.param("관리", CONSONANT, "", id="a noun that starts with 과's letters"),
        pytest.param("이용", CONSONANT, "", id="a noun that starts with 이"),
        pytest.param("의견", CONSONANT, "", id="a noun that starts with 의"),
        pytest.param("만족", CONSONANT, "", id="a noun that starts with 만"),
        pytest.param("라인", CONSONANT, "", id="라 never follows a consonant"),
        pytest.param("라이브러리", VOWEL, "", id="라 and more than an ending"),
        pytest.param("가", CONSONANT, "", id="a price: 회원가"),
        pytest.param("신뢰", CONSONANT, "", id="a noun that starts with 신"),
        pytest.param("시대", VOWEL, "", id="a noun that starts with 시"),
        pytest.param("를", CONSONANT, "를", id="a common slip"),
        pytest.param("은(는)", CONSONANT, "은(는)", id="both forms"),
        pytest.param("", VOWEL, "", id="nothing"),
    ],
)
def test_what_is_a_particle(text, coda, expected):
    """Only a run that ends where the Hangul ends is one."""
    assert expected == KNOWN.at_start(text, coda)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("을", "을(를)"),
        ("으로서는", "(으)로서는"),
        ("에게", "에게"),
        ("만이", "만이"),
    ],
)
def test_an_unknown_final_sound(text, expected):
    """Both forms are written where nobody knows how the word ends."""
    assert expected == KNOWN.refitted(text, CONSONANT, None)


def test_what_is_no_particle_stays():
    """Text that was no particle in the first place is given back."""
    assert "관리" == KNOWN.refitted("관리", CONSONANT, VOWEL)


@given(
    st.text(
        alphabet=st.sampled_from("은는이가을를과와로라다면에게도만서의"), max_size=6
    ),
    st.sampled_from(Coda),
    st.sampled_from(Coda),
)
def test_there_and_back(text, old, new):
    """A run that is right after one word is the same run after going there and back."""
    found = KNOWN.at_start(text, old)
    right = KNOWN.refitted(found, old, old)
    there = KNOWN.refitted(right, old, new)

    assert KNOWN.at_start(there, new) == there
