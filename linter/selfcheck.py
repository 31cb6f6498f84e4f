"""Runs the examples that word lists, business models and rules carry.

Used by `okyaku lexicon check` and by the tests: every line is one check.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from linter import engine
from linter.config import Settings
from linter.engine.applying import apply
from linter.lexicon.types import (
    Compound,
    Contrast,
    Cue,
    Decision,
    Lexicon,
    Misspelling,
    Model,
    Relation,
    TermEntry,
    Variant,
    Words,
)
from linter.messages import say
from linter.occurrences import compounds, contrasts, subject_of
from linter.occurrences.confusions import confusions
from linter.occurrences.evidence import Surroundings, applies, fire
from linter.occurrences.find import find, forms_of
from linter.occurrences.views import View
from linter.rules import RULES
from linter.values import Block, BlockKind, Finding, Occurrence, Piece, Sense, Span

_Tested = TermEntry | Compound | Contrast | Cue | Misspelling | Relation | Variant

_OPEN, _CLOSE = "«", "»"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of one entry, and what is wrong with it; None where it holds."""

    origin: str
    line: str
    failure: str | None


def lexicon_checks(lexicon: Lexicon, *, ui_lang: str = "en") -> Iterator[Check]:
    """Run every `yes`, `no` and `[[example]]` line of the word lists and models."""
    for lang, words in lexicon.words.items():
        yield from _entry_checks(words, lang, ui_lang)
    for model in lexicon.models.values():
        yield from _model(model, ui_lang)


def _entry_checks(words: Words, lang: str, ui_lang: str) -> Iterator[Check]:
    for entry in words.entries:
        yield from _lines(entry, lang, _term_spans(words, entry), ui_lang)
    for compound in words.compounds:
        yield from _lines(compound, lang, _compound_spans(compound), ui_lang)
    for cue in words.cues:
        yield from _lines(cue, lang, _cue_spans(words, cue), ui_lang)
    for misspelling in words.misspellings:
        found = _misspelling_spans(misspelling)
        yield from _lines(misspelling, lang, found, ui_lang)
    for variant in words.variants:
        yield from _lines(variant, lang, _phrase_spans(variant), ui_lang)
    for relation in words.relations:
        yield from _lines(relation, lang, _phrase_spans(relation), ui_lang)
    for contrast in words.contrasts:
        yield from _lines(contrast, lang, _contrast_spans(contrast), ui_lang)
    for decision in words.decisions:
        yield _decision(decision, ui_lang)


def rule_checks(*, ui_lang: str = "en") -> Iterator[Check]:
    """Run the examples of the rules, each through the whole engine."""
    for rule in RULES:
        for example in rule.EXAMPLES:
            copy, marked = unmarked(example.copy)
            findings = [
                finding
                for finding in engine.lint_text(
                    copy,
                    model=example.model,
                    lang=example.lang,
                    format=example.format,
                )
                if finding.rule == rule.ID
            ]
            failure = _compare(
                copy, marked, (found.span for found in findings), ui_lang
            )
            if failure is None and example.fixed is not None:
                failure = _fixed(copy, findings, example.fixed, ui_lang)
            yield Check(rule.ID, example.copy, failure)


def rule_failures() -> tuple[str, ...]:
    """Return what is wrong with the examples of the rules."""
    return tuple(
        f"{check.origin}: {check.line}: {check.failure}"
        for check in rule_checks()
        if check.failure is not None
    )


def unmarked(line: str) -> tuple[str, tuple[Span, ...]]:
    """Return *line* without its marks «…», and the ranges they enclosed."""
    out: list[str] = []
    marked: list[Span] = []
    start = 0
    for character in line:
        if character == _OPEN:
            start = len(out)
        elif character == _CLOSE:
            marked.append(Span(start, len(out)))
        else:
            out.append(character)
    return "".join(out), tuple(marked)


def _lines(
    entry: _Tested,
    lang: str,
    found: Callable[[View, tuple[Span, ...]], Iterable[Span]],
    ui_lang: str,
) -> Iterator[Check]:
    for line in entry.yes:
        text, marked = unmarked(line)
        failure = (
            _compare(text, marked, found(_view(text, lang), marked), ui_lang)
            if marked
            else say("selfcheck-no-mark", ui_lang)
        )
        yield Check(entry.origin, line, failure)
    for line in entry.no:
        text, marked = unmarked(line)
        spans = found(_view(text, lang), marked)
        yield Check(entry.origin, line, _compare(text, (), spans, ui_lang))


def _view(text: str, lang: str) -> View:
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), lang)
    return View(block, lang)


def _term_spans(
    words: Words, entry: TermEntry
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, _: tuple[Span, ...]) -> Iterator[Span]:
        forms = forms_of(words.entries, view.lang)
        for candidate in find(view, forms) if forms else ():
            if candidate.term == entry.term:
                yield view.span(candidate.span.start, candidate.span.end)

    return spans


def _compound_spans(
    compound: Compound,
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, _: tuple[Span, ...]) -> Iterator[Span]:
        at = 0
        while at < len(view.text):
            sentence = view.sentence_at(at)
            found = list(compounds.matches_of(view, sentence, compound))
            found.sort(key=lambda match: (match.span.start, -len(match.span)))
            end = -1
            for match in found:
                if match.span.start >= end:
                    end = match.span.end
                    yield view.span(match.span.start, match.span.end)
            at = max(sentence.span.end, at + 1)

    return spans


def _cue_spans(
    words: Words, cue: Cue
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, marked: tuple[Span, ...]) -> Iterator[Span]:
        forms = forms_of(words.entries, view.lang)
        around = Surroundings((view,))
        for candidate in find(view, forms) if forms else ():
            place = view.span(candidate.span.start, candidate.span.end)
            if marked and place not in marked:
                continue
            sentence = candidate.sentence
            match = next(
                (
                    match
                    for match in compounds.matches(view, sentence, words.compounds)
                    if match.span.covers(candidate.span)
                ),
                None,
            )
            subject = subject_of(view, candidate, match)
            if applies(view, subject, cue) and any(fire(view, subject, cue, around)):
                yield place

    return spans


def _misspelling_spans(
    misspelling: Misspelling,
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, _: tuple[Span, ...]) -> Iterator[Span]:
        found = confusions(view, (misspelling,))
        yield from sorted(confusion.place.span for confusion in found)

    return spans


def _contrast_spans(
    contrast: Contrast,
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, _: tuple[Span, ...]) -> Iterator[Span]:
        occurrences = engine.analyse(view.block.text, lang=view.lang)
        for found in contrasts.contrasts(occurrences, {view.lang: (contrast,)}):
            yield from (found.first.span, found.second.span)

    return spans


def _phrase_spans(
    entry: Relation | Variant,
) -> Callable[[View, tuple[Span, ...]], Iterable[Span]]:
    def spans(view: View, _: tuple[Span, ...]) -> Iterator[Span]:
        for match in entry.pattern.compiled.finditer(view.text):
            yield view.span(match.start(), match.end())

    return spans


def _decision(decision: Decision, ui_lang: str) -> Check:
    text, marked = unmarked(decision.text)
    settings = Settings(names=decision.names)
    found = next(
        (
            occurrence
            for occurrence in engine.analyse(
                text, lang=decision.lang, settings=settings
            )
            if occurrence.span in marked
        ),
        None,
    )
    return Check(decision.origin, decision.text, _judge(decision, found, ui_lang))


def _judge(decision: Decision, found: Occurrence | None, ui_lang: str) -> str | None:
    if found is None:
        return say("selfcheck-not-found", ui_lang)
    weighed = not decision.sure or found.sense is Sense.PARTY
    if (
        decision.sense in (None, found.sense)
        and decision.possessor in (None, found.possessor)
        and (not weighed or found.sure == decision.sure)
    ):
        return None
    return say(
        "selfcheck-decided",
        ui_lang,
        sense=found.sense,
        possessor=found.possessor or "–",
        sure=found.sure,
        because="; ".join(map(str, found.because)) or "–",
    )


def _model(model: Model, ui_lang: str) -> Iterator[Check]:
    for example in model.examples:
        text, marked = unmarked(example.text)
        findings = [
            finding
            for finding in engine.lint_text(text, model=model.id, lang=example.lang)
            if finding.rule == "audience-mismatch"
        ]
        failure = _compare(text, marked, (found.span for found in findings), ui_lang)
        if failure is None and example.becomes is not None:
            failure = _fixed(text, findings, example.becomes, ui_lang)
        yield Check(model.origin, example.text, failure)


def _compare(
    text: str, wanted: tuple[Span, ...], found: Iterable[Span], ui_lang: str
) -> str | None:
    got = tuple(found)
    if sorted(got) == sorted(wanted):
        return None
    listed = ", ".join(f"“{text[span.start : span.end]}”" for span in got)
    return say("selfcheck-found", ui_lang, found=listed or "–")


def _fixed(text: str, findings: list[Finding], wanted: str, ui_lang: str) -> str | None:
    got = apply(text, (edit for finding in findings for edit in finding.edits))
    if got == wanted:
        return None
    return say("selfcheck-fixed", ui_lang, fixed=got)
