"""okyaku: the linter that knows a client from a customer.

The functions are loaded when first asked for, so that `okyaku --version` and a hook
that finds nothing to read start at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.config import Settings
    from linter.engine import analyse, lint_paths, lint_text
    from linter.fix import fix_text
    from linter.values import (
        Edit,
        Finding,
        Occurrence,
        Possessor,
        Sense,
        Severity,
        Span,
    )

__version__ = "0.1.0"

__all__ = [
    "Edit",
    "Finding",
    "Occurrence",
    "Possessor",
    "Sense",
    "Settings",
    "Severity",
    "Span",
    "__version__",
    "analyse",
    "fix_text",
    "lint_paths",
    "lint_text",
]

_HOMES = {
    "Settings": "linter.config",
    "fix_text": "linter.fix",
    **dict.fromkeys(("analyse", "lint_paths", "lint_text"), "linter.engine"),
}


def __getattr__(name: str) -> object:
    """Load *name* of the public API from its module (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES.get(name, "linter.values")), name)
