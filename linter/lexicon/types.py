"""The lexicon as values: what the TOML files say, checked and compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from linter.values import Possessor, Sense, Term


class Where(StrEnum):
    """Where a cue stands, seen from the word it decides."""

    BEFORE = "before"
    AFTER = "after"
    SENTENCE = "sentence"
    BLOCK = "block"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Compound:
    """A set phrase that holds an audience word; `party` ones follow the model."""

    lang: str
    sense: Sense
    phrases: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str

    @property
    def title(self) -> str:
        """Return what messages call the entry: its first phrase."""
        return self.phrases[0]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words near an audience word that tell its sense or its possessor."""

    lang: str
    says: Sense | Possessor
    phrases: tuple[str, ...]
    pattern: re.Pattern[str]
    where: Where
    within: int
    strong: bool
    concepts: frozenset[str]
    words: frozenset[str]
    inside: frozenset[str]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Ways to miswrite a word, and the word meant; group 1 of *pattern* is wrong."""

    lang: str
    meant: str
    phrases: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One word with several accepted spellings."""

    lang: str
    forms: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A whole sentence and what must be decided of its marked word."""

    lang: str
    text: str
    sense: Sense | None
    possessor: Possessor | None
    sure: bool
    names: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class ModelExample:
    """Copy with «…» round what a model reports, and the copy after the first offers."""

    lang: str
    text: str
    becomes: str | None


@dataclass(frozen=True, slots=True)
class Model:
    """What one kind of business calls the people who buy from it.

    *prefer* are the concepts right for its own buyers, the first is offered; *accept*
    are right too; *avoid* are reported; others are neutral. *words* are the words to
    offer by language where the concept's first term is not the one. *end_buyers* are
    the concepts for its buyers' buyers, empty where the model has one tier.
    """

    id: str
    names: Mapping[str, str]
    why: Mapping[str, str]
    prefer: tuple[str, ...]
    accept: tuple[str, ...]
    avoid: tuple[str, ...]
    words: Mapping[str, str]
    end_buyers: tuple[str, ...]
    examples: tuple[ModelExample, ...]
    origin: str

    def accepts(self, concept: str) -> bool:
        """Tell whether *concept* is right for the business's own buyers."""
        return concept in self.prefer or concept in self.accept

    def avoids(self, concept: str) -> bool:
        """Tell whether *concept* is wrong for the business's own buyers."""
        return concept in self.avoid


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of audience: what it means, and which concepts compete with it."""

    id: str
    means: Mapping[str, str]
    competes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, as laid over each other."""

    concepts: Mapping[str, Concept]
    terms: tuple[Term, ...]
    compounds: tuple[Compound, ...]
    cues: tuple[Cue, ...]
    misspellings: tuple[Misspelling, ...]
    variants: tuple[Variant, ...]
    decisions: tuple[Decision, ...]
    models: Mapping[str, Model]

    def first_term(self, lang: str, concept: str) -> Term | None:
        """Return the word of *lang* that is offered for *concept*."""
        return next(
            (
                term
                for term in self.terms
                if term.lang == lang and term.concept == concept
            ),
            None,
        )

    def offered(self, model: Model, lang: str, concept: str) -> Term | None:
        """Return the word of *lang* that *model* offers for its preferred *concept*."""
        word = model.words.get(lang) if concept == model.prefer[0] else None
        if word is None:
            return self.first_term(lang, concept)
        return next(
            (term for term in self.terms if term.lang == lang and term.word == word),
            None,
        )
