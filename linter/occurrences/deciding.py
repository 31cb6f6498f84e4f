"""From evidence to a decision: the nearest level that tells clearly wins."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from linter.occurrences.evidence import STRONG, Evidence, Level
from linter.values import Possessor, Reason, Sense

# How far ahead of its runner-up a sum must be to decide surely.
_CLEAR = 2

Value = TypeVar("Value", Sense, Possessor)


@dataclass(frozen=True, slots=True)
class Decision(Generic[Value]):
    """What was decided, by which entries, and whether weak evidence spoke against it.

    *decided* is false where nothing told and the default stands.
    """

    value: Value
    because: tuple[Reason, ...]
    sure: bool
    decided: bool


def decide(
    evidence: Iterable[Evidence], kind: type[Value], default: Value
) -> Decision[Value]:
    """Weigh what was found for one question, sense or possessor.

    A strong cue beside the word settles it, the nearest first. Else weights are added
    up over sentence, block and document, and the first sum that is as good as one
    strong cue and ahead of every other value decides; not surely where only the
    document speaks, or where the runner-up is close behind. Else the *default*
    stands, not surely where something spoke for another value.
    """
    found = [item for item in evidence if isinstance(item.says, kind)]
    beside = [
        item for item in found if item.level is Level.ADJACENT and item.weight >= STRONG
    ]
    if beside:
        best = min(beside, key=lambda item: (item.distance, -item.length))
        because = _because(found, first=(best,))
        return Decision(_value(best, kind), because, sure=True, decided=True)
    for level in Level:
        near = [item for item in found if item.level <= level]
        ranked = _sums(near, kind).most_common(2)
        if not ranked or ranked[0][1] < STRONG:
            continue
        value, weight = ranked[0]
        against = ranked[1][1] if len(ranked) > 1 else 0
        if weight > against:
            deciding = tuple(item for item in near if item.says is value)
            return Decision(
                value,
                _because(found, first=deciding),
                sure=level < Level.DOCUMENT
                and weight - against >= _CLEAR * bool(against),
                decided=True,
            )
    sure = all(item.says is default for item in found)
    return Decision(default, _because(found), sure=sure, decided=False)


def _sums(evidence: Iterable[Evidence], kind: type[Value]) -> Counter[Value]:
    sums: Counter[Value] = Counter()
    for item in evidence:
        sums[_value(item, kind)] += item.weight
    return sums


def _because(
    evidence: Iterable[Evidence], *, first: tuple[Evidence, ...] = ()
) -> tuple[Reason, ...]:
    """Return all *evidence* as reasons, the deciding pieces *first*."""
    others = (item for item in evidence if item not in first)
    return tuple(item.reason for item in (*first, *others))


def _value(evidence: Evidence, kind: type[Value]) -> Value:
    return kind(str(evidence.says))
