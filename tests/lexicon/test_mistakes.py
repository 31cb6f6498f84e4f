"""A mistake in a word list is named with file and entry, all mistakes at once."""

import pytest

from linter import lexicon
from linter.errors import LexiconError

TERM = 'concept = "user"\nword = "rider"\nyes = ["A «rider»"]\nno = ["A ride"]\n'
TESTS = 'yes = ["«customer card»"]\nno = ["A card"]\n'
CUE = (
    'says = { possessor = "own" }\nplace = "before"\n'
    'yes = ["our «client»"]\nno = ["a"]\n'
)


def told(tmp_path, name, text, **given):
    """Return what the loader says of a folder with one file."""
    path = tmp_path / "words" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        lexicon.load((tmp_path / "words",), **given)
    for lang in ("en", "ja", "ko"):
        assert error.value.say(lang)
    return error.value.say("en")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("en/terms.toml", "[[term]\n", "not valid TOML", id="no TOML"),
        pytest.param(
            "en/terms.toml", f"[[term]]\n{TERM}wrod = 1\n", "wrod", id="a key"
        ),
        pytest.param(
            "en/cues.toml",
            f"[[cue]]\nphrases = ['our']\n{CUE}".replace('"own"', '["own"]'),
            "`says` must be one of",
            id="a list for a possessor",
        ),
        pytest.param(
            "en/cues.toml",
            f"[[cue]]\nphrases = ['our']\n{CUE}".replace(
                'possessor = "own"', 'voice = "internal"'
            ),
            "document",
            id="a voice in one place",
        ),
        pytest.param(
            "en/terms.toml", f"[[term]]\n{TERM}zzzz = 1\n", "zzzz", id="a strange key"
        ),
        pytest.param("en/terms.toml", f"[[terms]]\n{TERM}", "terms", id="a list"),
        pytest.param(
            "en/terms.toml",
            '[[term]]\nconcept = "user"\nword = ""\n',
            "word",
            id="empty",
        ),
        pytest.param(
            "en/terms.toml",
            f"[[term]]\n{TERM}".replace('"user"', '"rider"'),
            "concept",
            id="a concept",
        ),
        pytest.param(
            "en/terms.toml", f"[[term]]\n{TERM}also = [1]\n", "also", id="no texts"
        ),
        pytest.param(
            "en/terms.toml", f'[[term]]\n{TERM}also = "x"\n', "also", id="no list"
        ),
        pytest.param(
            "en/terms.toml", f'[[term]]\n{TERM}also = ["(x"]\n', "(", id="a bracket"
        ),
        pytest.param(
            "en/terms.toml",
            '[[term]]\nconcept = "user"\nword = "rider"\n',
            "yes",
            id="no examples",
        ),
        pytest.param(
            "en/terms.toml", f"drop = 3\n[[term]]\n{TERM}", "drop", id="a bad drop"
        ),
        pytest.param(
            "en/compounds.toml",
            f'[[compound]]\nsense = "fix"\nphrases = ["x"]\nwhy = "y"\n{TESTS}',
            "fixed",
            id="a sense",
        ),
        pytest.param(
            "en/compounds.toml",
            '[[compound]]\nsense = "fixed"\nphrases = ["{nobody} card"]\nwhy = "y"\n'
            + TESTS,
            "{nobody}",
            id="a group",
        ),
        pytest.param(
            "en/compounds.toml",
            f'[[compound]]\nsense = "fixed"\nphrases = ["card)"]\nwhy = "y"\n{TESTS}',
            ")",
            id="a bracket too many",
        ),
        pytest.param(
            "en/cues.toml",
            f'[[cue]]\nphrases = ["our"]\n{CUE}'.replace("possessor", "owner"),
            "says",
            id="what a cue says",
        ),
        pytest.param(
            "en/cues.toml",
            f'[[cue]]\nphrases = ["our"]\ninside = ["footer"]\n{CUE}',
            "footer",
            id="where a cue holds",
        ),
        pytest.param(
            "en/contrasts.toml",
            '[[contrast]]\nname = "x"\nwhy = "y"\nyes = ["«a» «b»"]\nno = ["a"]\n',
            "between",
            id="a contrast without a frame",
        ),
        pytest.param(
            "models/ours.toml", 'prefer = ["rider"]\n', "rider", id="a model's concept"
        ),
        pytest.param(
            "models/ours.toml",
            'prefer = ["user"]\nwords = { en = "rider" }\n',
            "rider",
            id="a model's word",
        ),
        pytest.param(
            "models/ours.toml",
            'names = { fr = "x" }\nprefer = ["user"]\n',
            "names",
            id="a model's names",
        ),
        pytest.param(
            "models/ours.toml",
            'prefer = ["user"]\n[signs]\nen = ["(x"]\n',
            "(",
            id="a model's signs",
        ),
    ],
)
def test_mistakes(tmp_path, name, text, said):
    """The sentence has the file and what is wrong in it."""
    sentence = told(tmp_path, name, text)
    assert name.removesuffix(".toml") in sentence
    assert said in sentence


def test_all_mistakes_are_named_at_once(tmp_path):
    """Two entries with a mistake each give two lines."""
    text = "".join(
        f'[[term]]\nconcept = "user"\nword = "{word}"\nyes = ["«{word}»"]\nno = ["x"]\n'
        f"{key} = 1\n"
        for word, key in (("rider", "wrod"), ("walker", "plurla"))
    )
    sentence = told(tmp_path, "en/terms.toml", text)
    assert "rider" in sentence
    assert "walker" in sentence


def test_a_folder_that_is_not_there(tmp_path):
    """A folder of words that is missing is a mistake, not silence."""
    with pytest.raises(LexiconError, match="nowhere"):
        lexicon.load((tmp_path / "nowhere",))


def test_a_model_that_extends_nothing(tmp_path):
    """A model of one's own names the one it starts from."""
    del tmp_path
    with pytest.raises(LexiconError, match="lawn"):
        lexicon.load(models={"ours": {"extends": "lawn"}})


def test_a_folder_is_laid_over_ours(tmp_path):
    """Own words come first, dropped ones go, phrases of an entry one by one."""
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "terms.toml").write_text(f"[[term]]\n{TERM}", encoding="utf-8")
    (folder / "compounds.toml").write_text(
        'drop = ["know your customer"]\n', encoding="utf-8"
    )
    words = lexicon.load((tmp_path,)).words["en"]
    assert words.terms[0].word == "rider"
    assert lexicon.load((tmp_path,)).first_term("en", "user").word == "rider"
