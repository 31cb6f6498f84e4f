"""What the run found in one file: the value that reports and fixes are made from."""

from dataclasses import dataclass

from linter.values import Document, Finding, Occurrence


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file after all steps.

    *error* is the sentence, already in the user's language, of a file that could not
    be checked. *document* is None then, and where one look at the whole text told that
    there is no word in it to judge. *suppressed* are findings that a comment of the
    copy or an exception of the configuration silences.
    """

    path: str
    document: Document | None
    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    error: str | None
    suppressed: tuple[Finding, ...] = ()
