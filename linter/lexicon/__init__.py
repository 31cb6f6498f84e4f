"""The word lists and business models: TOML in, checked frozen values out.

The loader is imported when first asked for: most files hold no audience word, and are
told apart by `linter.lexicon.stems` alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.lexicon.loading import load, shipped
    from linter.lexicon.types import Lexicon, Model

__all__ = ["Lexicon", "Model", "load", "shipped"]

_HOMES = {
    "load": "linter.lexicon.loading",
    "shipped": "linter.lexicon.loading",
    "Lexicon": "linter.lexicon.types",
    "Model": "linter.lexicon.types",
}


def __getattr__(name: str) -> object:
    """Load *name* from its module (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
