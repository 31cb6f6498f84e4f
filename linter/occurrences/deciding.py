"""From evidence to a decision: the nearest level that tells clearly wins."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from linter.occurrences.evidence import STRONG, Evidence, Level
from linter.values import Possessor, Sense

Value = TypeVar("Value", Sense, Possessor)


@dataclass(frozen=True, slots=True)
class Decision(Generic[Value]):
    """What was decided, by which entries, and whether weak evidence spoke against it.

    *decided* is false where nothing told and the default stands.
    """

    value: Value
    because: tuple[str, ...]
    sure: bool
    decided: bool


def decide(
    evidence: Iterable[Evidence], kind: type[Value], default: Value
) -> Decision[Value]:
    """Weigh what was found for one question, sense or possessor.

    A strong cue beside the word settles it, the nearest first. Else weights are added
    up over sentence, block and document, and the first sum that is as good as one
    strong cue and ahead of every other value decides. Else the *default* stands, not
    surely where something spoke for another value.
    """
    found = [item for item in evidence if isinstance(item.says, kind)]
    beside = [
        item for item in found if item.level is Level.ADJACENT and item.weight >= STRONG
    ]
    if beside:
        best = min(beside, key=lambda item: (item.distance, -item.length))
        return Decision(_value(best, kind), (best.origin,), sure=True, decided=True)
    for level in Level:
        sums: Counter[Value] = Counter()
        for item in found:
            if item.level <= level:
                sums[_value(item, kind)] += item.weight
        ranked = sums.most_common(2)
        if ranked and ranked[0][1] >= STRONG:
            value, weight = ranked[0]
            if len(ranked) == 1 or ranked[1][1] < weight:
                because = tuple(
                    item.origin
                    for item in found
                    if item.level <= level and item.says is value
                )
                return Decision(value, because, sure=True, decided=True)
    against = tuple(item.origin for item in found if item.says is not default)
    return Decision(default, against, sure=not against, decided=False)


def _value(evidence: Evidence, kind: type[Value]) -> Value:
    return kind(str(evidence.says))
