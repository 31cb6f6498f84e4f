"""The notation of phrases, `(a|b)` `[a]` `{client}` `…` «part», and what it matches.

What counts as the same differs by language and is said once here and, for writers, in
`lexicons/README.md`: English ignores capitals and takes a hyphen for a space; Japanese
ignores the space or ・ between words and a final ー; Korean ignores spaces.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from linter.lexicon.notation import PhraseError, normal_literal

MARKS = "()[]{}|…«»"

_GAP = {
    "en": r"(?:[^\s,;:.!?()\-–—]+[ \-]+){0,3}",
    "ja": r"[^、。,.!?「」『』()]{0,12}?",
    "ko": r"(?:[^\s,.!?()]+ +){0,3}",
}
_SPACE = {"en": r"[ \-]+", "ja": r"[ ・]?", "ko": r" *"}
_LATIN = r"[A-Za-z][A-Za-z0-9.+#&/_\-]*"
# A sentence may begin with these, which name nobody: We told, The owner said.
_NO_NAMES = (
    "A|An|And|As|At|But|By|For|From|He|Her|His|How|I|If|In|It|Its|My|No|On|Our|She|So|"
    "Some|That|The|Their|There|These|They|This|Those|To|We|What|When|Where|Who|Why|With|"
    "You|Your"
)
_NAME = {
    "en": r"(?-i:[A-Z][\w&.]*(?:[ \-][A-Z][\w&.]*)*)",
    "ja": _LATIN,
    "ko": _LATIN,
}
_KATAKANA = r"[ァ-ヺ][ァ-ヺー]+"
_NUMBER = r"\d[\d,.]*"
_ASIDE = r" ?\([^()]{1,40}\)"
# What only programs are written with: `this`, this_one, thisOne, this(), this::one.
_CODE = (
    r"(?-i:`[^`]+`|\w+\(\)|[a-z]{2,}[A-Z]\w*|[A-Za-z]+_\w+|\w+::\w+|--[a-z]+|"
    r"\w+\.(?:py|js|ts|tsx|go|rs|rb|java|json|ya?ml|toml))"
)
# Titles leave these small: Represent a Client.
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the"}
_NEVER = r"(?!)"
# A phrase, or one of its alternatives, whose first sign is no letter or figure.
_BEGINS_ODDLY = re.compile(r"(?:^|[(\[|])[^\w(\[{]")
_KATAKANA_WORD = re.compile(r"[ァ-ヺ]{2,}ー$")
# In Japanese and Korean, a phrase in Latin letters ends where they do, but for a
# plural's s: OS, not OSAKA.
_LATIN_LETTER = re.compile("[A-Za-z]")
_SYNTAX = re.compile(r"\\.|\(\?[^:()]*:?")
_LATIN_END = "(?:(?<![a-z])|(?!(?!s(?![a-z]))[a-z]))"


# Where a marked part begins and ends; private use, so that no copy has them.
OPENED, CLOSED = "\ue000", "\ue001"


class Pattern:
    """Some phrases of one entry, compiled to a regular expression when first used."""

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._source = _any_of(sources)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Return the regular expression; case never matters but where asked for."""
        source = self._source.replace(OPENED, "").replace(CLOSED, "")
        return re.compile(source, re.IGNORECASE)

    @cached_property
    def pointed(self) -> re.Pattern[str]:
        """Return it for text in which one place stands between OPENED and CLOSED.

        A part in «…» is then that place and no other: of two phrases that begin at one
        place, the one whose marked part it is can match.
        """
        return re.compile(self._source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `{name}` in a phrase may stand for: forms of concepts, words of groups."""

    lang: str
    concepts: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...] = ()


def compile_phrases(
    phrases: tuple[str, ...], vocabulary: Vocabulary, *, capitals: bool = False
) -> Pattern:
    """Return the pattern of *phrases*; with *capitals* each word must have one.

    Raise `PhraseError` for a bracket that is not closed or a name nobody knows.
    """
    sources = tuple(
        _Reader(phrase, vocabulary, capitals=capitals).source() for phrase in phrases
    )
    if vocabulary.lang == "en":
        return Pattern(_whole_words(phrases, sources))
    if any(_LATIN_LETTER.search(_SYNTAX.sub("", source)) for source in sources):
        return Pattern((f"(?:{_any_of(sources)}){_LATIN_END}",))
    return Pattern(sources)


def _any_of(sources: Iterable[str]) -> str:
    return "|".join(f"(?:{source})" for source in sources)


def _whole_words(phrases: tuple[str, ...], sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return *sources* bound to whole words; a phrase that begins with 's follows one.

    Where all phrases begin with a word, the plain bound does, and takes half the time.
    """
    odd = any(_BEGINS_ODDLY.search(phrase) for phrase in phrases)
    begins = r"(?:(?<!\w)|(?!\w))" if odd else r"(?<!\w)"
    return (rf"{begins}(?:{_any_of(sources)})(?:(?!\w)|(?<!\w))",)


class _Reader:
    """One phrase on its way to a regular expression, read from left to right."""

    def __init__(self, phrase: str, vocabulary: Vocabulary, *, capitals: bool) -> None:
        self._phrase = phrase
        self._text = normal_literal(phrase.replace("…", "\0")).replace("\0", "…")
        self._vocabulary = vocabulary
        self._capitals = capitals
        self._at = 0

    def source(self) -> str:
        """Return the whole phrase's regular expression."""
        source = self._alternatives(until="")
        if self._at < len(self._text):
            raise PhraseError("phrase-unopened", mark=self._text[self._at])
        return source

    def _alternatives(self, *, until: str) -> str:
        branches = [self._sequence(until)]
        while self._at < len(self._text) and self._text[self._at] == "|" and until:
            self._at += 1
            branches.append(self._sequence(until))
        return "|".join(branches)

    def _sequence(self, until: str) -> str:
        out: list[str] = []
        ends = {until, "|"} if until else {")", "]", "}", "|"}
        while self._at < len(self._text) and self._text[self._at] not in ends:
            character = self._text[self._at]
            out.append(_READERS.get(character, _Reader._literal)(self))
        return "".join(out)

    def _group(self) -> str:
        return f"(?:{self._bracket(')')})"

    def _optional(self) -> str:
        """Read `[a]`; one space beside it goes with it: `chief [customer] officer`.

        The space after what is glued to a word stays: `client[s] list`.
        """
        before = self._text[self._at - 1 : self._at]
        glued = before.isalnum() or before in (")", "]", "}", "»")
        inner = self._bracket("]")
        follows = self._text[self._at : self._at + 1]
        if follows == " " and not glued and not inner.endswith(self._space()):
            self._at += 1
            return f"(?:(?:{inner}){self._space()})?"
        return f"(?:{inner})?"

    def _bracket(self, closing: str) -> str:
        opening = self._text[self._at]
        self._at += 1
        inner = self._alternatives(until=closing)
        if self._text[self._at : self._at + 1] != closing:
            raise PhraseError("phrase-unclosed", mark=opening)
        self._at += 1
        return inner

    def _named(self) -> str:
        end = self._text.find("}", self._at)
        if end < 0:
            raise PhraseError("phrase-unclosed", mark="{")
        name = self._text[self._at + 1 : end]
        self._at = end + 1
        return f"(?:{self._named_source(name)})"

    def _named_source(self, name: str) -> str:
        vocabulary = self._vocabulary
        builtin: dict[str, Callable[[], str]] = {
            "Name": self._name,
            "katakana": lambda: _KATAKANA,
            "code": lambda: _CODE,
            "number": lambda: _NUMBER,
            "aside": lambda: _ASIDE,
            "us": lambda: self._words(vocabulary.names),
            "audience": self._audience,
        }
        if name in builtin:
            return builtin[name]()
        if name in vocabulary.concepts:
            return self._words(vocabulary.concepts[name])
        if name in vocabulary.groups:
            inner = Vocabulary(vocabulary.lang, vocabulary.concepts, {})
            return "|".join(
                _Reader(word, inner, capitals=self._capitals).source()
                for word in sorted(vocabulary.groups[name], key=len, reverse=True)
            )
        raise PhraseError("phrase-unknown-name", name=name)

    def _name(self) -> str:
        """Return what a name looks like; an audience word with a capital is none."""
        name = _NAME[self._vocabulary.lang]
        if self._vocabulary.lang != "en":
            return name
        # Most words begin small, and are told by that before any list is tried.
        return rf"(?=(?-i:[A-Z]))(?!(?:{_NO_NAMES}|{self._audience()})(?!\w)){name}"

    def _audience(self) -> str:
        concepts = self._vocabulary.concepts.values()
        return self._words(tuple(form for forms in concepts for form in forms))

    def _words(self, words: tuple[str, ...]) -> str:
        forms = sorted({normal_literal(word) for word in words}, key=len, reverse=True)
        return "|".join(self._escaped(form) for form in forms) or _NEVER

    def _gap(self) -> str:
        self._at += 1
        if self._text[self._at : self._at + 1] == " ":
            self._at += 1
        return _GAP[self._vocabulary.lang]

    def _blank(self) -> str:
        self._at += 1
        return self._space()

    def _mark(self) -> str:
        character = self._text[self._at]
        self._at += 1
        return f"{OPENED}(" if character == "«" else f"){CLOSED}"

    def _literal(self) -> str:
        start = self._at
        stops = MARKS + (" -" if self._vocabulary.lang == "en" else " ")
        while self._at < len(self._text) and self._text[self._at] not in stops:
            self._at += 1
        if self._at == start:
            raise PhraseError("phrase-unopened", mark=self._text[start])
        return self._escaped(self._text[start : self._at])

    def _escaped(self, literal: str) -> str:
        if self._vocabulary.lang == "ja" and _KATAKANA_WORD.search(literal):
            return re.escape(literal[:-1]) + "ー?"
        if self._vocabulary.lang == "en" and (" " in literal or "-" in literal):
            words = re.split(r"[ \-]+", literal)
            return self._space().join(self._escaped(word) for word in words)
        if self._capitals and literal[:1].isalpha() and literal not in _SMALL:
            first = re.escape(literal[0].upper())
            whole = re.escape(literal.upper())
            return f"(?-i:{first}(?i:{re.escape(literal[1:])})|{whole})"
        return re.escape(literal)

    def _space(self) -> str:
        return _SPACE[self._vocabulary.lang]


_READERS: Mapping[str, Callable[[_Reader], str]] = {
    "(": _Reader._group,  # noqa: SLF001 - the table of the class's own readers
    "[": _Reader._optional,  # noqa: SLF001
    "{": _Reader._named,  # noqa: SLF001
    "…": _Reader._gap,  # noqa: SLF001
    " ": _Reader._blank,  # noqa: SLF001
    "-": _Reader._blank,  # noqa: SLF001
    "«": _Reader._mark,  # noqa: SLF001
    "»": _Reader._mark,  # noqa: SLF001
}
