"""One text or file through all steps, and the walk over many.

The steps are imported when first asked for: a run in which no file holds an audience
word needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.engine.doubts import with_doubts
    from linter.engine.linting import (
        analyse,
        lexicon_of,
        lint_bytes,
        lint_document,
        lint_file,
        lint_text,
        model_of,
        read_file,
    )
    from linter.engine.paths import lint_paths

__all__ = [
    "analyse",
    "lexicon_of",
    "lint_bytes",
    "lint_document",
    "lint_file",
    "lint_paths",
    "lint_text",
    "model_of",
    "read_file",
    "with_doubts",
]

_HOMES = {"lint_paths": "paths", "with_doubts": "doubts"}


def __getattr__(name: str) -> object:
    """Load *name* from its module (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = _HOMES.get(name, "linting")
    return getattr(import_module(f"linter.engine.{home}"), name)
