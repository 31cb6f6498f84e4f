"""Korean particles, and the forms they take after another word."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Coda(StrEnum):
    """The final sound of a word, as far as particles hear it."""

    VOWEL = "vowel"
    CONSONANT = "consonant"
    RIEUL = "rieul"


_ANY = "*"
_ANY_ENDING = "[가-힣]{0,8}"
# Met after the wrong final sound in copy whose word was swapped: 고객를. Others (가,
# 나, 라) start nouns too often: 회원가 is a price.
_OFTEN_WRONG = {
    Coda.VOWEL: frozenset({"을", "은", "과"}),
    Coda.CONSONANT: frozenset({"를", "는", "와"}),
    Coda.RIEUL: frozenset({"를", "는", "와"}),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A particle with its form after each kind of final sound.

    *also* are written forms that are known and never written; *endings* may follow.
    """

    after_consonant: str
    after_vowel: str
    after_rieul: str
    also: tuple[str, ...]
    endings: tuple[str, ...]

    def after(self, coda: Coda) -> str:
        """Return the form after a word that ends in *coda*."""
        if coda is Coda.VOWEL:
            return self.after_vowel
        return self.after_rieul if coda is Coda.RIEUL else self.after_consonant

    def written_after(self, coda: Coda) -> tuple[str, ...]:
        """Return what copy writes after *coda*, right or often wrong."""
        wrong = (
            form
            for form in (self.after_consonant, self.after_vowel)
            if form in _OFTEN_WRONG[coda]
            or (coda is Coda.VOWEL and form.startswith("이") and len(form) > 1)
        )
        return tuple(dict.fromkeys((self.after(coda), *self.also, *wrong)))

    @property
    def either(self) -> str:
        """Return the form for a word whose final sound nobody knows: 은(는), (으)로."""
        before = self.after_consonant.removesuffix(self.after_vowel)
        if before and before != self.after_consonant:
            return f"({before}){self.after_vowel}"
        return f"{self.after_consonant}({self.after_vowel})"


@dataclass(frozen=True, slots=True)
class Particles:
    """All particles; see `lexicons/ko/particles.toml`.

    *same* never change; *tails* may follow another particle and hang on that one.
    """

    pairs: tuple[Pair, ...]
    same: tuple[str, ...]
    tails: tuple[str, ...]

    def at_start(self, text: str, coda: Coda) -> str:
        """Return the particles that *text* starts with after a word ending in *coda*.

        Empty where the run of Hangul that follows is no particles: 관리 of 고객관리.
        """
        match = _pattern(self, coda).match(text)
        return match.group() if match else ""

    def refitted(self, text: str, old: Coda, new: Coda | None) -> str:
        """Return the particles *text*, which follow *old*, in their form after *new*.

        *text* is what `at_start` found. Where *new* is unknown both forms are written.
        """
        match = _pattern(self, old).match(text)
        if match is None or match["same"] is not None:
            return text
        head = next(part for part in match.groups() if part is not None)
        found = [pair for pair in self.pairs if head in pair.written_after(old)]
        pair = min(found, key=lambda pair: pair.after(old) != head)
        fitted = pair.either if new is None else pair.after(new)
        return fitted + text[len(head) :]


@cache
def particles() -> Particles:
    """Return the Korean particles, read once."""
    source = files("lexicons").joinpath("ko", "particles.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    pairs = tuple(
        Pair(
            after_consonant=item["after_consonant"],
            after_vowel=item["after_vowel"],
            after_rieul=item.get("after_rieul", item["after_consonant"]),
            also=tuple(item.get("also", ())),
            endings=tuple(item.get("endings", ())),
        )
        for item in table["pair"]
    )
    return Particles(pairs, _forms(table["same"]), _forms(table["tail"]))


def _forms(items: Iterable[dict[str, list[str]]]) -> tuple[str, ...]:
    return tuple(form for item in items for form in item["forms"])


@cache
def _pattern(known: Particles, coda: Coda) -> re.Pattern[str]:
    pairs = [form for pair in known.pairs for form in pair.written_after(coda)]
    stems = "|".join(
        f"({_any_of(pair.written_after(coda))})(?:{_endings(pair.endings)})"
        for pair in known.pairs
        if pair.endings
    )
    tails = f"(?:{_any_of(known.tails)}){{0,3}}"
    return re.compile(
        f"(?:(?P<pair>{_any_of(pairs)}){tails}|(?P<same>{_any_of(known.same)}){tails}"
        f"|(?:{stems}))(?![가-힣])"
    )


def _endings(endings: tuple[str, ...]) -> str:
    return _ANY_ENDING if _ANY in endings else _any_of(endings)


def _any_of(forms: Iterable[str]) -> str:
    longest_first = sorted(set(forms), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))
