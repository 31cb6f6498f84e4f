"""Every line of the word lists and models holds, and every entry stands in order."""

import tomllib
from pathlib import Path

import pytest

import lexicons
from linter import lexicon, selfcheck

FOLDER = Path(lexicons.__file__).parent
CHECKS = tuple(selfcheck.lexicon_checks(lexicon.load()))
FILES = sorted({check.origin.partition(":")[0] for check in CHECKS})


@pytest.mark.parametrize("name", FILES)
def test_lines_hold(name):
    """What `yes` marks is found, in `no` nothing, examples are decided as they say."""
    failed = [
        (check.origin, check.line, check.failure)
        for check in CHECKS
        if check.origin.partition(":")[0] == name and check.failure
    ]
    assert [] == failed


def test_every_file_is_checked():
    """No file of words or model is left out of the checks."""
    kept = {
        path.relative_to(FOLDER).with_suffix("").as_posix()
        for folder in ("en", "ja", "ko", "models")
        for path in (FOLDER / folder).glob("*.toml")
        if path.stem not in {"groups", "particles"}
    }
    assert kept == set(FILES)


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
@pytest.mark.parametrize(
    ("file", "key"), [("compounds", "compound"), ("cues", "cue"), ("terms", "term")]
)
def test_entries_bring_their_tests(lang, file, key):
    """Each entry has a line of either kind; words that are only offered need none."""
    path = FOLDER / lang / f"{file}.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))[key]
    bare = [
        entry
        for entry in entries
        if entry.get("scanned", True) and not (entry.get("yes") and entry.get("no"))
    ]
    assert [] == bare
