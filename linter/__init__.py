"""okyaku: the linter that knows a client from a customer."""

from linter.engine import analyse, lint_paths, lint_text
from linter.values import Edit, Finding, Occurrence, Possessor, Sense, Severity, Span

__version__ = "0.1.0"

__all__ = [
    "Edit",
    "Finding",
    "Occurrence",
    "Possessor",
    "Sense",
    "Severity",
    "Span",
    "__version__",
    "analyse",
    "lint_paths",
    "lint_text",
]
