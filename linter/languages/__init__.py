"""What okyaku must know of a language: sentences, tokens, fitting a word in."""

from functools import cache
from importlib import import_module
from typing import Protocol

from linter.languages.replacing import Replacement
from linter.values import Place, Span, Term, Token

LANGUAGES = ("en", "ja", "ko")
_CLASSES = {"en": "English", "ja": "Japanese", "ko": "Korean"}


class Language(Protocol):
    """One language; its dictionary is loaded when tokens are first asked for."""

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Return the sentences of *text*, in code points of it."""

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """Return the tokens of *sentence*, their spans in code points of *text*."""

    def replace(self, place: Place, old: Term, new: Term) -> Replacement | None:
        """Return how *new* goes where *old* stands at *place*, in its grammar.

        With `place.compound` set, the whole compound is offered. None where no
        grammatical text can be made.
        """


@cache
def get(lang: str) -> Language:
    """Return the language *lang*; its module and dictionary are loaded only now.

    Raise `KeyError` for a language that okyaku does not read.
    """
    name = _CLASSES[lang]
    language: Language = getattr(import_module(f"linter.languages.{lang}"), name)()
    return language
