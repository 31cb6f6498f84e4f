"""Another audience word in an English sentence: number, possessive, capitals, a or an.

An edit is safe where only these had to change; a collective (*clientele*), a name in
capitals or a word of doubtful form is offered and left to the writer.
"""

import re
from dataclasses import dataclass

from linter.languages.replacing import Replacement
from linter.values import BlockKind, Place, Span, Term

_COLLECTIVE = re.compile(r"client[eè]les?", re.IGNORECASE)
# People of whom one says *a base*; nobody has a buyer base or a guest base.
_HAVE_A_BASE = {"client", "customer", "member", "patient", "subscriber", "supporter"}
_VOWEL_SOUND = re.compile(r"[aeiou]|hones|honor|honour|heir|hour", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"u(?:s[aeiu]|ni(?:[^nm]|$)|t[aei]|k)|eu|ew|on(?:e|ce)\b", re.IGNORECASE
)
_OPENING = "\"“”'‘’(*_[«"
_ARTICLE = re.compile(
    rf"(?<![\w'’.\-])(?P<article>an?)(?P<between>\s+[{re.escape(_OPENING)}]*)$",
    re.IGNORECASE,
)
_BEFORE_TWIN = re.compile(
    r"([\w‑-]+)['’]?(?:\s*(?:/|&|,)\s*|\s+(?:and|or|nor|and/or|vs\.?|versus)\s+)"
    r"(?:(?:a|an|the|our|your|their|its|his|her|my)\s+)?$",
    re.IGNORECASE,
)
_AFTER_TWIN = re.compile(
    r"(?:['’]s?)?(?:\s*(?:/|&|,)\s*|\s+(?:and|or|nor|and/or|vs\.?|versus)\s+)"
    r"(?:(?:a|an|the|our|your|their|its|his|her|my)\s+)?([\w‑-]+)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’](?:[sS](?!\w))?(?!\w)")
_CAPITALISED_KINDS = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.TITLE,
        BlockKind.BUTTON,
        BlockKind.LABEL,
        BlockKind.LINK,
        BlockKind.TABLE_HEADER,
    }
)
_LONG_WORD = 4


def fit(place: Place, old: Term, new: Term) -> Replacement | None:
    """Return how *new* goes where *old* stands at *place*, None where it cannot."""
    if old.word == new.word:
        return None
    return _Fitting(place, old, new).replacement()


def article_for(text: str) -> str:
    """Return *a* or *an*, as the sound of *text* asks (*a user*, *an hour*)."""
    if _CONSONANT_SOUND.match(text):
        return "a"
    return "an" if _VOWEL_SOUND.match(text) else "a"


@dataclass(frozen=True, slots=True)
class _Fitting:
    """One word at one place, and the word that is to stand there."""

    place: Place
    old: Term
    new: Term

    def replacement(self) -> Replacement | None:
        """Return the stretch to change and its new text."""
        word = self._word()
        if word is None or self._doubles(word):
            return None
        text, span = self._text, self.place.span
        written = _in_capitals_of(self._surface, word)
        end, tail = self._possessive(written)
        begin, head = self._article(written)
        return Replacement(
            span=Span(begin, end),
            text=f"{head}{written}{tail}",
            shown=self._shown(written, text[span.end : end], tail),
            safe=self._is_safe(written),
        )

    @property
    def _text(self) -> str:
        return self.place.block.text

    @property
    def _surface(self) -> str:
        span = self.place.span
        return self._text[span.start : span.end]

    @property
    def _plain(self) -> str:
        """Return the word as the lexicon has it: no soft hyphen, no capitals."""
        return self._surface.replace("\u00ad", "").replace("‑", "-").casefold()

    @property
    def _is_plural(self) -> bool:
        plain = self._plain
        if plain in (self.old.word, self.old.plural):
            return plain == self.old.plural != self.old.word
        return plain.endswith("s") and not plain.endswith("ss")

    def _word(self) -> str | None:
        """Return *new* in the number that stands there, None where it has none."""
        if _COLLECTIVE.fullmatch(self._plain):
            return f"{self.new.word} base" if self.new.word in _HAVE_A_BASE else None
        if self._text[self.place.span.end :].startswith("(s)"):
            regular = self.new.plural == f"{self.new.word}s"
            return self.new.word if regular else None
        return (self.new.plural or None) if self._is_plural else self.new.word

    def _doubles(self, word: str) -> bool:
        """Tell whether people would be named twice: *customers or customers*."""
        forms = {self.new.word, self.new.plural, word}
        span = self.place.span
        before = _BEFORE_TWIN.search(self._text[: span.start])
        after = _AFTER_TWIN.match(self._text[span.end :])
        return any(
            match is not None and match[1].casefold() in forms
            for match in (before, after)
        )

    def _possessive(self, written: str) -> tuple[int, str]:
        """Return where the possessive ends, and how it is written after *written*."""
        end = self.place.span.end
        match = _POSSESSIVE.match(self._text, end)
        if match is None or not self._is_plural or len(match[0]) > 1:
            return end, ""
        if written.casefold().endswith("s") or not self._owns(match.end()):
            return end, ""
        letter = "S" if written.isupper() else "s"
        return match.end(), f"{match[0]}{letter}"

    def _owns(self, after: int) -> bool:
        """Tell whether the apostrophe is a possessive and no closing quotation mark."""
        quoted = re.search(
            r"(?:^|[\s(])['‘][^'‘’]*$", self._text[: self.place.span.start]
        )
        return quoted is None and re.match(r"\s+\w", self._text[after:]) is not None

    def _article(self, written: str) -> tuple[int, str]:
        """Return where the change begins, and the article with what follows it."""
        start = self.place.span.start
        match = _ARTICLE.search(self._text[:start])
        if match is None or self._is_plural or self._is_letter(match):
            return start, ""
        article, between = match["article"], match["between"]
        wanted = article_for(written)
        if article.casefold() == wanted:
            return start, ""
        if article.isupper() and (len(article) > 1 or _is_shouted(self._surface)):
            wanted = wanted.upper()
        elif article[0].isupper():
            wanted = wanted.capitalize()
        return match.start(), f"{wanted}{between}"

    def _is_letter(self, match: re.Match[str]) -> bool:
        """Tell whether *A* is no article but a grade or a name: Plan A clients."""
        if match["article"] != "A" or _is_shouted(self._surface):
            return False
        before = self._text[: match.start()].rstrip()
        return bool(before) and before[-1].isalnum() and self._surface.islower()

    def _shown(self, written: str, possessive: str, tail: str) -> str:
        compound, span = self.place.compound, self.place.span
        if compound is None:
            return written
        rest = self._text[span.end : compound.end]
        if tail and rest.startswith(possessive):
            rest = f"{tail}{rest[len(possessive) :]}"
        return f"{self._text[compound.start : span.start]}{written}{rest}"

    def _is_safe(self, written: str) -> bool:
        surface, span, text = self._surface, self.place.span, self._text
        if _COLLECTIVE.fullmatch(self._plain):
            return False
        if not (surface.islower() or _is_shouted(surface) or _is_title(surface)):
            return False
        if text[span.start - 1 : span.start] in ("/", "&", "+") or (
            text[span.end : span.end + 1] in ("/", "&", "+", "(")
        ):
            return False
        if text[span.start - 1 : span.start] in ("-", "‑") and not self.place.compound:
            return False
        return " " not in written and not self._may_be_name()

    def _may_be_name(self) -> bool:
        """Tell whether the capital may be a name's: *our Client Portal*."""
        if not _is_title(self._surface):
            return False
        if self.place.block.kind in _CAPITALISED_KINDS:
            return False
        start = self.place.span.start
        if not self._text[self.place.sentence.start : start].strip(_OPENING + " "):
            return bool(re.match(r"[ -][A-Z][a-z]", self._text[self.place.span.end :]))
        sentence = self._text[self.place.sentence.start : self.place.sentence.end]
        long = [w for w in re.findall(r"[^\W\d_]+", sentence) if len(w) >= _LONG_WORD]
        return not all(word[0].isupper() for word in long)


def _is_shouted(surface: str) -> bool:
    return len(surface) > 1 and surface.isupper()


def _is_title(surface: str) -> bool:
    return surface[:1].isupper() and surface[1:].islower()


def _in_capitals_of(surface: str, word: str) -> str:
    if _is_shouted(surface):
        return word.upper()
    return f"{word[0].upper()}{word[1:]}" if surface[:1].isupper() else word
