"""A named spaCy pipeline: its tokens, and what its grammar ties together."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from linter import analyse, languages
from linter.config import Settings
from linter.errors import ConfigError
from linter.values import Possessor, Span

HEADS = {
    # "Mostly we teach , and the shop tells customers ."
    "Mostly we teach, and the shop tells customers.": (
        [2, 2, 2, 2, 2, 6, 7, 2, 7, 2],
        [
            "advmod",
            "nsubj",
            "ROOT",
            "punct",
            "cc",
            "det",
            "nsubj",
            "conj",
            "dobj",
            "punct",
        ],
    ),
    "Here we invite new customers.": (
        [2, 2, 2, 4, 2, 2],
        ["advmod", "nsubj", "ROOT", "amod", "dobj", "punct"],
    ),
}


@Language.component("okyaku_test_parser")
def parse(document: Doc) -> Doc:
    """Set the heads and labels of the sentences above."""
    heads, labels = HEADS.get(
        document.text, ([0] * len(document), ["ROOT"] + ["dep"] * (len(document) - 1))
    )
    return Doc(
        document.vocab,
        words=[token.text for token in document],
        spaces=[bool(token.whitespace_) for token in document],
        heads=heads,
        deps=labels,
    )


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """Return the path of an installed pipeline with a parser for two sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("okyaku_test_parser")
    path = tmp_path_factory.mktemp("pipeline") / "en_test"
    nlp.to_disk(path)
    return str(path)


@pytest.mark.parametrize(
    ("text", "word", "tied"),
    [
        (
            "Mostly we teach, and the shop tells customers.",
            "customers",
            ["the shop"],
        ),
        ("Here we invite new customers.", "customers", ["new", "we"]),
        ("Here we invite new customers.", "we", []),
    ],
)
def test_ties(pipeline, text, word, tied):
    """The subject of the word's clause and its modifiers are tied to it."""
    english = languages.get("en", pipeline)
    start = text.index(word)
    found = english.ties(text, Span(0, len(text)), Span(start, start + len(word)))
    assert [text[span.start : span.end] for span in found] == tied


def test_nothing_is_tied_without_a_pipeline_or_a_word():
    """The blank pipeline knows no grammar."""
    text = "Here we invite new customers."
    assert languages.get("en").ties(text, Span(0, 29), Span(19, 28)) == ()


def test_nothing_is_tied_to_what_is_not_there(pipeline):
    """A place behind the last token has no ties."""
    english = languages.get("en", pipeline)
    assert english.ties("Here.", Span(0, 5), Span(9, 10)) == ()


def test_the_subject_weighs_more(pipeline):
    """With a pipeline the cue that is the subject speaks louder than without."""
    text = "Here we invite new customers."

    def weights(settings):
        (one,) = analyse(text, settings=settings)
        assert one.possessor is Possessor.OWN or one.possessor is Possessor.NONE
        return sum(reason.weight for reason in one.because if reason.says == "own")

    assert weights(Settings(pipeline=pipeline)) >= weights(Settings())


def test_a_pipeline_that_is_not_installed_is_a_mistake():
    """The sentence says what to do, and nothing is read by another pipeline."""
    with pytest.raises(ConfigError, match="en_core_web_gone"):
        analyse("Our customers.", settings=Settings(pipeline="en_core_web_gone"))


def test_other_languages_do_not_need_it():
    """A Japanese page is read whatever the English pipeline is."""
    (one,) = analyse("顧客の声です。", settings=Settings(pipeline="en_core_web_gone"))
    assert one.text == "顧客"
