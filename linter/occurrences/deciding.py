"""From evidence to a decision: the nearest level that tells clearly wins."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from linter.occurrences.evidence import Evidence, Level, side
from linter.values import STRONG, Possessor, Reason, Sense

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
    evidence: Iterable[Evidence],
    kind: type[Value],
    default: Value,
    *,
    soft: bool = False,
) -> Decision[Value]:
    """Weigh what was found for one question, sense or possessor.

    A strong cue beside the word settles it, the nearest first. Else weights are added
    up over sentence, block and document, and the first sum that is as good as one
    strong cue and ahead of every other side decides; not surely where only the document
    speaks against the *default*, or where the runner-up is close behind. The reader's
    and a third party's people are one side, somebody else's: what speaks for either
    speaks against ours. Else the *default* stands, not surely where something spoke for
    another side; with *soft*, a single weak cue goes before it, not surely.
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
        value, weight, against = _leading(near, kind, default)
        if weight >= STRONG and weight > against:
            deciding = tuple(item for item in near if item.says is value)
            return Decision(
                value,
                _because(found, first=deciding),
                sure=(level < Level.DOCUMENT or side(value) == side(default))
                and weight - against >= _CLEAR * bool(against),
                decided=True,
            )
    if soft:
        value, weight, against = _leading(found, kind, default)
        if weight > against:
            sure = side(value) == side(default) and not against
            return Decision(value, _because(found), sure=sure, decided=False)
    sure = all(side(_value(item, kind)) == side(default) for item in found)
    return Decision(default, _because(found), sure=sure, decided=False)


def _leading(
    evidence: Iterable[Evidence], kind: type[Value], default: Value
) -> tuple[Value, int, int]:
    """Return the value that leads, the weight of its side, and that of the next one."""
    sums = _sums(evidence, kind)
    if not sums:
        return default, 0, 0
    sides: Counter[str] = Counter()
    for value, weight in sums.items():
        sides[side(value)] += weight
    (ahead, weight), *others = sides.most_common(2)
    value = next(value for value, _ in sums.most_common() if side(value) == ahead)
    return value, weight, others[0][1] if others else 0


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
