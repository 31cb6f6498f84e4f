"""What the run found in one file: the value that reports and fixes are made from."""

from dataclasses import dataclass

from linter.values import Document, Finding, Occurrence


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file after all steps.

    *error* is the sentence, already in the user's language, of a file that could not
    be checked; then *document* is None unless it was read before the error.
    """

    path: str
    document: Document | None
    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    error: str | None
