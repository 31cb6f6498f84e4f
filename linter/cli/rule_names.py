"""The names of the rules, which come with the whole program: asked for late."""

from collections.abc import Collection, Iterator


class RuleNames(Collection[str]):
    """The ids of all rules; the rules are imported when one is looked up."""

    def __contains__(self, name: object) -> bool:
        """Tell whether *name* is a rule."""
        return name in _names()

    def __iter__(self) -> Iterator[str]:
        """Return the names in the order in which the rules run."""
        return iter(_names())

    def __len__(self) -> int:
        """Return how many rules there are."""
        return len(_names())


def _names() -> tuple[str, ...]:
    from linter.rules import RULES  # noqa: PLC0415 - the reason of this module

    return tuple(rule.ID for rule in RULES)
