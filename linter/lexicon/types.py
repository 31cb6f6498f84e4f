"""The lexicon as values: what the TOML files say, checked and compiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from linter.lexicon.phrase import Pattern
from linter.values import Possessor, Sense, Term, Voice


class Where(StrEnum):
    """Where a cue stands, seen from the word it decides."""

    BEFORE = "before"
    AFTER = "after"
    AROUND = "around"
    START = "start"
    SENTENCE = "sentence"
    BLOCK = "block"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Compound:
    """A set phrase that holds an audience word; `party` ones follow the model."""

    lang: str
    sense: Sense
    phrases: tuple[str, ...]
    pattern: Pattern
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
    """Words near an audience word that tell its sense, its possessor or the voice.

    A phrase that stands *apart* is not glued to a noun before it (은행, not 가람은행).
    """

    lang: str
    says: Sense | Possessor | Voice
    phrases: tuple[str, ...]
    pattern: Pattern
    where: Where
    within: int
    strong: bool
    concepts: frozenset[str]
    words: frozenset[str]
    inside: frozenset[str]
    outside: frozenset[str]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Ways to miswrite a word, and the word meant; group 1 of *pattern* is wrong."""

    lang: str
    meant: str
    phrases: tuple[str, ...]
    pattern: Pattern
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One word with several accepted spellings."""

    lang: str
    forms: tuple[str, ...]
    pattern: Pattern
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Words by which copy sells one relation: *of* is the concept it makes people."""

    lang: str
    of: str
    phrases: tuple[str, ...]
    pattern: Pattern
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A frame that sets two audiences against each other, as patterns round the words.

    *between* is all that stands between them; or they lie far apart, and what is
    between *opens* and *closes* so. *after* must follow the second, or, with
    *followed_by*, a mark, the end or one of these; *needs_before* must stand before
    the first. The frame does not hold with what the two *unless* keys name.
    """

    lang: str
    name: str
    sure: bool
    between: Pattern | None
    opens: Pattern | None
    closes: Pattern | None
    after: Pattern | None
    followed_by: Pattern | None
    needs_before: Pattern | None
    unless_before: Pattern | None
    unless_after: Pattern | None
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

    *also* are other names people type for it. *prefer* are the concepts right for
    its own buyers, the first is offered; *accept* are right too; *avoid* are
    reported; others are neutral. *avoid_in* takes the place of *avoid* in a language
    whose words divide otherwise. *words* are the words to offer by language where
    the concept's first term is not the one. *end_buyers* are the concepts for its
    buyers' buyers, empty where the model has one tier. *signs* are phrases by
    language that such a business uses of its work.
    """

    id: str
    also: tuple[str, ...]
    names: Mapping[str, str]
    why: Mapping[str, str]
    prefer: tuple[str, ...]
    accept: tuple[str, ...]
    avoid: tuple[str, ...]
    avoid_in: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    end_buyers: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]
    examples: tuple[ModelExample, ...]
    origin: str

    def accepts(self, concept: str, lang: str) -> bool:
        """Tell whether *concept* is right in *lang* for the business's own buyers."""
        right = concept in self.prefer or concept in self.accept
        return right and not self.avoids(concept, lang)

    def avoids(self, concept: str, lang: str) -> bool:
        """Tell whether *concept* is wrong in *lang* for the business's own buyers."""
        return concept in self.avoid_in.get(lang, self.avoid)


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of audience: what it means, and which concepts compete with it."""

    id: str
    means: Mapping[str, str]
    competes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word as its file has it, and every text it is found as.

    *forms* are pairs of the text that is looked for and the same text with «…» round
    what an occurrence points at, where that is not all of it (`ご«依頼者»様`).
    """

    term: Term
    forms: tuple[tuple[str, str], ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Words:
    """What one language's folder holds, users' entries before ours."""

    entries: tuple[TermEntry, ...] = ()
    compounds: tuple[Compound, ...] = ()
    cues: tuple[Cue, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()
    variants: tuple[Variant, ...] = ()
    relations: tuple[Relation, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return the words for audiences, in the order of the files."""
        return tuple(entry.term for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists by language, as laid over each other, and the business models."""

    words: Mapping[str, Words]
    concepts: Mapping[str, Concept]
    models: Mapping[str, Model]

    def model_named(self, name: str) -> Model | None:
        """Return the model *name*, which may be one of its other names."""
        found = self.models.get(name)
        return found or next(
            (model for model in self.models.values() if name in model.also), None
        )

    def first_term(self, lang: str, concept: str) -> Term | None:
        """Return the word of *lang* that is offered for *concept*."""
        return next(
            (
                term
                for term in self.words[lang].terms
                if term.concept == concept and not term.address
            ),
            None,
        )

    def term(self, lang: str, word: str) -> Term | None:
        """Return the term that is written *word* in *lang*."""
        return next(
            (term for term in self.words[lang].terms if term.word == word), None
        )

    def offered(self, model: Model, lang: str, concept: str) -> Term | None:
        """Return the word of *lang* that *model* offers for *concept*."""
        word = model.words.get(lang) if concept == model.prefer[0] else None
        return self.term(lang, word) if word else self.first_term(lang, concept)
