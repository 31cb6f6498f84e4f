"""What okyaku must know of a language: sentences, tokens, fitting a word in."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from linter.languages.replacing import Replacement
from linter.values import Place, Span, Term, Token

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("en", "ja", "ko")
_CLASSES = {"en": "English", "ja": "Japanese", "ko": "Korean"}


class Language(Protocol):
    """One language; its dictionary is loaded when tokens are first asked for."""

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Return the sentences of *text*, in code points of it."""

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """Return the tokens of *sentence*, their spans in code points of *text*."""

    def stretch(self, text: str, sentence: Span, offset: int) -> Span:
        """Return the part of *sentence* round *offset* that has tokens of its own.

        What stands outside it changes nothing about where they start and end.
        """

    def replace(self, place: Place, old: Term, new: Term) -> Replacement | None:
        """Return how *new* goes where *old* stands at *place*, in its grammar.

        With `place.compound` set, the whole compound is offered. None where no
        grammatical text can be made.
        """


@runtime_checkable
class Parsing(Protocol):
    """A language that may know the grammar of a sentence."""

    def ties(self, text: str, sentence: Span, word: Span) -> tuple[Span, ...]:
        """Return what grammar ties to *word*: the subject of its clause, its modifiers.

        All spans count in *text*. Nothing is returned where no grammar is known.
        """


@cache
def get(lang: str, pipeline: str | None = None) -> Language:
    """Return the language *lang*; its module and dictionary are loaded only now.

    *pipeline* is an installed spaCy pipeline, for English alone. Raise `KeyError` for
    a language that okyaku does not read.
    """
    make: Callable[..., Language] = getattr(
        import_module(f"linter.languages.{lang}"), _CLASSES[lang]
    )
    return make(pipeline=pipeline) if lang == "en" else make()
