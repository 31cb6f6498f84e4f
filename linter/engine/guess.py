"""Which kind of business a site's copy speaks for: the models ranked, with evidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from linter.engine.doubts import trades
from linter.lexicon import Lexicon
from linter.values import Document, Occurrence, Possessor, Sense, Sign


class Sure(StrEnum):
    """How far a guess can be trusted."""

    HIGH = "high"
    FAIR = "fair"
    LOW = "low"


LEAST = 6
"""Points without which no guess is more than low."""
CLEAR, AHEAD = 1.8, 1.25
"""How many times the runner-up's points make a guess high, or fair."""
PER_SIGN, MOST_WORDS = 2, 4
"""Points for each different sign; at most so many for words that the model prefers."""

_NO_TRADE = frozenset({"mixed", "professional-services"})


@dataclass(frozen=True, slots=True)
class Standing:
    """One model's points, and the different words that gave them, commonest first."""

    model: str
    points: int
    words: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """The models that anything speaks for, best first, and how sure the first is."""

    standings: tuple[Standing, ...]
    sure: Sure


def guess(
    read: Iterable[tuple[Document, tuple[Occurrence, ...]]], lexicon: Lexicon
) -> Guess:
    """Return which models of *lexicon* the documents *read* speak for.

    A model gets two points for each different word of its `[signs]`, and up to four
    for the business's own people being called by the word that it prefers.
    """
    models = [model for model in lexicon.models.values() if model.id not in _NO_TRADE]
    signs: list[Sign] = []
    own: Counter[str] = Counter()
    for document, occurrences in read:
        signs += trades(document, models)
        own.update(one.concept for one in occurrences if _is_own(one))
    standings = []
    for model in models:
        words = Counter(sign.text.casefold() for sign in signs if sign.of == model.id)
        if words:
            preferred = min(own[model.prefer[0]], MOST_WORDS)
            points = PER_SIGN * len(words) + preferred
            standings.append(Standing(model.id, points, tuple(words.most_common())))
    standings.sort(key=lambda one: (-one.points, one.model))
    return Guess(tuple(standings), _sure(standings))


def _is_own(occurrence: Occurrence) -> bool:
    return occurrence.sense is Sense.PARTY and occurrence.possessor is Possessor.OWN


def _sure(standings: list[Standing]) -> Sure:
    if not standings or standings[0].points < LEAST:
        return Sure.LOW
    second = standings[1].points if len(standings) > 1 else 0
    if standings[0].points >= CLEAR * second:
        return Sure.HIGH
    return Sure.FAIR if standings[0].points >= AHEAD * second else Sure.LOW
