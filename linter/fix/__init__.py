"""Findings into a better text: edits chosen, tried, and made only where they hold."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.fix.fixing import Fixed, Outcome, Refused, fix_text, mend

__all__ = ["Fixed", "Outcome", "Refused", "fix_text", "mend"]


def __getattr__(name: str) -> object:
    """Load *name* from its module (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module("linter.fix.fixing"), name)
