"""Audience words in a block: one scan for all forms, then the tokens may object."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.lexicon.notation import normal_literal, without_marks
from linter.lexicon.types import TermEntry
from linter.occurrences.views import Sentence, View
from linter.values import Span, Term

_KEPT_LEXICONS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An audience word at a place, before anything is decided about it."""

    term: Term
    span: Span
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Form:
    """A text that is looked for, and which part of it an occurrence points at."""

    term: Term
    text: str
    marked: Span


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of one language, and the expression that finds any of them."""

    pattern: re.Pattern[str]
    by_text: Mapping[str, Form]
    lengths: tuple[int, ...]


def find(view: View, forms: Forms) -> Iterator[Candidate]:
    """Yield the audience words of *view*, in order, none overlapping.

    A match whose ends are no token boundaries is no word of its own (*client* in
    another word, 고객 in 최고객실): a shorter form at the same place is tried, else
    the scan goes on one character later.
    """
    at = 0
    while match := forms.pattern.search(view.text, at):
        found = _accepted(view, forms, match)
        if found is None:
            at = match.start() + 1
            continue
        form, start = found
        span = Span(start + form.marked.start, start + form.marked.end)
        yield Candidate(form.term, span, view.sentence_at(span.start))
        at = start + len(form.text)


@lru_cache(maxsize=_KEPT_LEXICONS)
def forms_of(entries: tuple[TermEntry, ...], lang: str) -> Forms | None:
    """Return what is looked for in *lang*, None where there is no word of it."""
    by_text: dict[str, Form] = {}
    for entry in entries:
        for _, written in entry.forms:
            form = _form(entry.term, written)
            by_text.setdefault(form.text, form)
    if not by_text:
        return None
    ordered = sorted(by_text, key=len, reverse=True)
    source = "|".join(re.escape(text) for text in ordered)
    if lang == "en":
        source = rf"(?<![\w])(?:{source})(?![\w])"
    lengths = tuple(sorted({len(text) for text in ordered}, reverse=True))
    return Forms(re.compile(source, re.IGNORECASE), by_text, lengths)


def _form(term: Term, written: str) -> Form:
    literal = normal_literal(written).casefold()
    text = without_marks(literal)
    if "«" not in literal:
        return Form(term, text, Span(0, len(text)))
    start = literal.index("«")
    return Form(term, text, Span(start, literal.index("»") - 1))


def _accepted(
    view: View, forms: Forms, match: re.Match[str]
) -> tuple[Form, int] | None:
    start = match.start()
    sentence = view.sentence_at(start)
    if not sentence.starts_at(start):
        return None
    longest = match.end() - start
    for length in forms.lengths:
        if length > longest:
            continue
        form = forms.by_text.get(view.text[start : start + length].casefold())
        if form is not None and sentence.ends_at(start + length):
            return form, start
    return None
