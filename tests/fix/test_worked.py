"""Copy before and after, through the whole program: more than 120 lines a language.

`worked/*.txt` holds them; each was read by eye when it was added.
"""

from pathlib import Path

import pytest

from linter import fix_text

FOLDER = Path(__file__).parent / "worked"
LEAST = 120


def rows(lang):
    lines = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if not line.startswith("#")]


CASES = [
    pytest.param(lang, model, before, *after, id=f"{lang} {model}: {before}")
    for lang in ("en", "ja", "ko")
    for model, before, *after in (
        (model, before, safe, *(unsafe or [safe]))
        for model, before, safe, *unsafe in rows(lang)
    )
]


@pytest.mark.parametrize(("lang", "model", "before", "safe", "unsafe"), CASES)
def test_worked_line(lang, model, before, safe, unsafe):
    """The line becomes what stands beside it, and stays so."""
    wanted = {False: safe, True: unsafe}
    for allowed, after in wanted.items():
        expected = before if after == "=" else after
        fixed = fix_text(before, model=model, lang=lang, unsafe=allowed)
        assert fixed == expected
        again = fix_text(fixed, model=model, lang=lang, unsafe=allowed)
        assert again == fixed


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_there_are_enough_lines(lang):
    """Each language has its share, no line stands twice, hard ones are among them."""
    lines = [tuple(row[:2]) for row in rows(lang)]
    assert len(set(lines)) == len(lines)
    assert len(lines) >= LEAST
    assert any(row[2] == "=" for row in rows(lang))
