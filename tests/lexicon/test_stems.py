"""One look at a file tells whether there may be a word to judge in it."""

from pathlib import Path

import pytest

from linter.lexicon import load, stems

LEXICON = load()


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_form_of_every_word_is_seen(lang):
    """No word that the finder looks for is missed, in capitals or decomposed."""
    missed = [
        text
        for entry in LEXICON.words[lang].entries
        for text, _ in entry.forms
        if not stems.may_hold_words(f"… {text} …")
        or not stems.may_hold_words(text.upper())
    ]
    assert [] == missed


@pytest.mark.parametrize("lang", ["en", "ja", "ko"])
def test_every_slip_is_seen(lang):
    """The lines in which a slip must be found are looked at."""
    missed = [
        line
        for slip in LEXICON.words[lang].misspellings
        for line in slip.yes
        if not stems.may_hold_words(line.replace("«", "").replace("»", ""))
    ]
    assert [] == missed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<b>cli</b>ents", id="tags within"),
        pytest.param("カスタ**マー**の声", id="emphasis within"),
        pytest.param("お客\n様の声", id="line break within"),
        pytest.param("ｶｽﾀﾏｰの声", id="half width"),
        pytest.param("ＣＬＩＥＮＴ", id="full width"),
        pytest.param("cli\u00adents", id="soft hyphen"),
        pytest.param("&#x9867;客の声", id="numeric entity"),
        pytest.param("&#39015;&#23458;", id="decimal entities"),
        pytest.param('{"a": "\\u9867\\u5ba2"}', id="JSON escapes"),
        pytest.param("顧\u200b客", id="zero-width space"),
        pytest.param("[顧](https://example.com/a)客", id="half a link"),
        pytest.param("<!-- okyaku-disable -->", id="a suppression"),
    ],
)
def test_words_in_pieces_are_seen(text):
    """What a reader joins or decodes is joined and decoded before looking."""
    assert stems.may_hold_words(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("The weather is fine, <b>the</b> sea is calm.", id="English"),
        pytest.param("今日は晴れです。", id="Japanese"),
        pytest.param("오늘은 맑습니다.", id="Korean"),
        pytest.param("\\uFFFFFF \\U7FFFFFFF &bogus; &#xFFFFFFF;", id="odd escapes"),
    ],
)
def test_text_without_words_is_passed_over(text):
    """A text without an audience word is not parsed."""
    assert not stems.may_hold_words(text)


def test_words_of_a_users_folder_count(tmp_path):
    """A word that only the user's own list has is looked for."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "terms.toml").write_text(
        '[[term]]\nconcept = "user"\nword = "(bike|cycle) wayfarer"\n'
        'yes = ["A «bike wayfarer»"]\nno = ["A bike"]\n',
        encoding="utf-8",
    )
    assert not stems.may_hold_words("Every wayfarer rests.")
    assert stems.may_hold_words("Every wayfarer rests.", (tmp_path,))


def test_a_broken_folder_gives_no_stems(tmp_path):
    """A file with mistakes is not the scan's business: its loader reports it."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "terms.toml").write_text("[[term\n", encoding="utf-8")
    assert not stems.may_hold_words("Every wayfarer rests.", (tmp_path,))


def test_phrases_with_mistakes_give_no_stems(tmp_path):
    """Neither does an entry that cannot be read, or that has no letters of its own."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "misspellings.toml").write_text(
        '[[misspelling]]\nmeant = "user"\nwrong = ["(open", "{user}", 3]\n[[other]]\n',
        encoding="utf-8",
    )
    (tmp_path / "en" / "terms.toml").write_text("term = [3]\n", encoding="utf-8")
    assert stems.stems((tmp_path,)) == (stems.SUPPRESSIONS,)


def test_stems_are_few():
    """A stem that holds another one is left out: the scan stays one quick look."""
    found = stems.stems((Path(stems.lexicons.__file__).parent,))
    assert found == tuple(sorted(found))
    assert not [
        one for one in found for other in found if one != other and one in other
    ]
