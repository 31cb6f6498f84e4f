"""A toy judge in the place of the rules: no word list and no tokenizer is loaded."""

import re

from linter.engine.results import FileResult
from linter.values import Edit, Finding, Severity, Span


def word(text, new, *, rule="word", safe=True, severity=Severity.ERROR):
    """Return how the judge finds *text* and what it puts there (None: nothing)."""
    return text, new, rule, safe, severity


PLAIN = (
    word("customers", "clients"),
    word("고객을", "클라이언트를"),
    word("カスタマーは", "クライアントは"),
    word("costumer", "customer", rule="slip"),
    word("shopper", "client", safe=False, severity=Severity.WARNING),
    word("R&D", "R&D <lab>", rule="odd"),
)


def judge(document, words=PLAIN):
    """Return what the judge finds in *document*."""
    found = tuple(sorted(_findings(document, words), key=lambda one: one.span))
    return FileResult(document.path, document, (), found, None)


def _findings(document, words):
    for block in document.blocks:
        for text, new, rule, safe, severity in words:
            for found in re.finditer(re.escape(text), block.text):
                span = block.source_span(found.start(), found.end())
                verbatim = block.is_verbatim(found.start(), found.end())
                edits = (Edit(span, new, safe=safe),) if new and verbatim else ()
                yield Finding(rule, severity, span, "m", (new,) if new else (), edits)
    for comment in document.comments:
        if comment.text == "gone":
            span = comment.span
            yield Finding(
                "unused-suppression",
                Severity.WARNING,
                span,
                "m",
                edits=(Edit(Span(span.start, span.end), "", safe=True),),
            )
