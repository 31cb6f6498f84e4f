"""Our own files of a language stay closed until its words are asked for."""

import pytest

from linter.lexicon import load, loading


@pytest.fixture
def opened(monkeypatch):
    """Return the names of the files that are read, as they are read."""
    names = []
    parse = loading._Loader._parse  # noqa: SLF001

    def reading(self, path, where):
        names.append(where)
        return parse(self, path, where)

    monkeypatch.setattr(loading._Loader, "_parse", reading)  # noqa: SLF001
    return names


def test_only_the_language_that_is_asked_for_is_read(opened):
    """The cues of the other two are not opened."""
    words = load().words["ja"]
    assert words.cues
    assert [name for name in opened if name.endswith("cues.toml")] == ["ja/cues.toml"]


def test_a_language_is_read_once(opened):
    """Asked for again, its words are the same."""
    lexicon = load()
    assert lexicon.words["ko"] is lexicon.words["ko"]
    assert opened.count("ko/cues.toml") == 1


def test_there_are_three_languages():
    """The words are a mapping of three, and of no others."""
    words = load().words
    assert (tuple(words), len(words)) == (("en", "ja", "ko"), 3)
    with pytest.raises(KeyError):
        words["fr"]


def test_with_a_folder_of_their_own_everything_is_read(tmp_path, opened):
    """A user is told every mistake at once, whatever the copy's language."""
    load([tmp_path])
    assert {"en/cues.toml", "ja/cues.toml", "ko/cues.toml"} <= set(opened)
