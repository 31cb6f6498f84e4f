"""Findings that the configuration accepts: `[[exception]]`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.config import Exemption, Settings
from linter.values import Document, Finding, Span


def accepted(
    document: Document, findings: Iterable[Finding], settings: Settings
) -> tuple[Finding, ...]:
    """Return those of *findings* that an exception of *settings* accepts."""
    exceptions = [one for one in settings.exceptions if _holds(one, document, settings)]
    if not exceptions:
        return ()
    places = {
        one.text: tuple(_places(document, one.text)) for one in exceptions if one.text
    }
    return tuple(
        finding
        for finding in findings
        if any(
            one.rule == finding.rule
            and (
                one.text is None
                or any(span.covers(finding.span) for span in places[one.text])
            )
            for one in exceptions
        )
    )


def _holds(one: Exemption, document: Document, settings: Settings) -> bool:
    if one.has_ended(settings.today):
        return False
    return one.paths is None or bool(document.path and one.covers(Path(document.path)))


def _places(document: Document, text: str) -> Iterator[Span]:
    """Yield where *text* stands in the copy, in any capitals, however it is broken."""
    words = re.compile(r"\s+".join(map(re.escape, text.split())), re.IGNORECASE)
    for block in document.blocks:
        for found in words.finditer(block.text):
            yield block.source_span(found.start(), found.end())
