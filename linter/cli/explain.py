"""`okyaku explain`: the page of a rule, a model, or a word."""

import re
from collections.abc import Iterator

import click

from linter.cli import models
from linter.cli.speaking import Command, Failure, fail, tell, ui_lang, ui_lang_option
from linter.config import suggest
from linter.languages.scripts import Script, script
from linter.lexicon import Lexicon
from linter.lexicon.types import Compound, Cue, Misspelling, Variant, Words
from linter.messages import LANGUAGES, listed
from linter.rules import RULES, Rule
from linter.values import Occurrence, Sense, Term

_LANGUAGES = {Script.KO: "ko", Script.JA: "ja", Script.ZH: "ja", Script.HAN: "ja"}
_MARKED = re.compile("«([^»]+)»")
_MOST = 12
_MOST_YES = 3


@click.command(cls=Command, help="cli-explain")
@click.argument("what", nargs=-1, required=True, metavar="RULE|MODEL|WORD")
@ui_lang_option
def command(what: tuple[str, ...]) -> None:
    """Print the page of what is named: a rule, a model, else a word or phrase."""
    name = " ".join(what)
    rule = next((rule for rule in RULES if name == rule.ID), None)
    if rule is not None:
        click.echo("\n".join(_rule(rule)))
        return
    lexicon = models.lexicon_here(config=None, isolated=False)
    model = lexicon.model_named(name)
    lines = tuple(models.page(model, lexicon)) if model else tuple(_word(name, lexicon))
    if not lines:
        raise _unknown(name, lexicon)
    click.echo("\n".join(lines))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.ID} ({rule.SEVERITY}): {tell(f'rule-{rule.ID}')}"
    yield ""
    yield tell(f"page-{rule.ID}")
    yield ""
    yield tell("cli-explain-examples")
    for example in rule.EXAMPLES:
        kind = f"{example.lang}, {example.model}" if example.model else example.lang
        yield f"  [{kind}] {example.copy}"
        if example.fixed:
            yield f"    → {example.fixed}"


def _word(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is known of a word or phrase, nothing for an unknown one."""
    lang = _language(name)
    words = lexicon.words[lang]
    for misspelling in words.misspellings:
        if misspelling.pattern.compiled.fullmatch(name):
            yield tell("cli-word-slip", word=name, meant=misspelling.meant)
            yield from _entry(misspelling)
            return
    found = tuple(_occurrences(name, lang, lexicon))
    if not found:
        return
    for at, occurrence in enumerate(found):
        if at:
            yield ""
        yield from _occurrence(occurrence, name, lexicon)


def _occurrences(name: str, lang: str, lexicon: Lexicon) -> Iterator[Occurrence]:
    from linter import documents, occurrences  # noqa: PLC0415 - loads a tokenizer
    from linter.languages import detect  # noqa: PLC0415

    document = detect.assign(documents.read_text(name, format="text"), default=lang)
    yield from occurrences.read(document, lexicon).occurrences


def _occurrence(occurrence: Occurrence, name: str, lexicon: Lexicon) -> Iterator[str]:
    words = lexicon.words[occurrence.lang]
    concept = lexicon.concepts[occurrence.concept]
    means = concept.means[ui_lang()]
    yield tell(
        "cli-word-concept", word=occurrence.text, concept=concept.id, means=means
    )
    if occurrence.place.compound is not None or occurrence.text != name:
        yield tell(f"cli-sense-{occurrence.sense}", phrase=name)
        yield from _reasons(occurrence, words)
        return
    yield from _about(occurrence.term, words, lexicon)


def _reasons(occurrence: Occurrence, words: Words) -> Iterator[str]:
    """Yield the entries that decided, with their reasons and first examples."""
    entries: tuple[Compound | Cue, ...] = (*words.compounds, *words.cues)
    for reason in occurrence.because:
        entry = next((item for item in entries if item.origin == reason.origin), None)
        if entry is None:
            yield f"  {reason}"
        else:
            yield from _entry(entry)


def _about(term: Term, words: Words, lexicon: Lexicon) -> Iterator[str]:
    """Yield what the word lists and models make of a word that stands alone."""
    if term.address:
        yield tell("cli-word-address")
    yield from _by_models(term, lexicon)
    for variant in words.variants:
        if term.word in variant.forms:
            yield tell("cli-word-variants", forms=", ".join(variant.forms))
    for sense in (Sense.FIXED, Sense.PARTY, Sense.SOFTWARE):
        holding = _as_in_copy(term, words, sense)
        if holding:
            more = ("…",) if len(holding) > _MOST else ()
            shown = listed((*holding[:_MOST], *more), ui_lang())
            yield tell(f"cli-word-in-{sense}", phrases=shown)
    yield tell("cli-word-more", word=term.word)


def _as_in_copy(term: Term, words: Words, sense: Sense) -> tuple[str, ...]:
    """Return the compounds that hold *term*, as their own examples have them."""
    found: dict[str, None] = {}
    for compound in words.compounds:
        if compound.sense is sense:
            for line in compound.yes:
                for marked in _MARKED.findall(line):
                    if term.word in marked.casefold():
                        found.setdefault(marked.casefold())
    return tuple(found)


def _by_models(term: Term, lexicon: Lexicon) -> Iterator[str]:
    right, wrong = [], []
    for model in lexicon.models.values():
        if lexicon.offered(model, term.lang, model.prefer[0]) == term:
            right.append(model.id)
        elif model.avoids(term.concept, term.lang) and not term.address:
            wrong.append(model.id)
    for key, names in (("offered", right), ("avoided", wrong)):
        if names:
            yield tell(f"cli-word-{key}", models=", ".join(sorted(names)))


def _entry(entry: Compound | Cue | Misspelling | Variant) -> Iterator[str]:
    yield f"  {entry.origin}"
    if entry.why:
        yield f"    {entry.why}"
    for line in entry.yes[:_MOST_YES]:
        yield f"    + {line}"
    for line in entry.no[:1]:
        yield f"    - {line}"


def _language(name: str) -> str:
    return _LANGUAGES.get(script(name), "en")


def _unknown(name: str, lexicon: Lexicon) -> Failure:
    known = [rule.ID for rule in RULES]
    known += lexicon.models
    known += (also for model in lexicon.models.values() for also in model.also)
    known += (term.word for lang in LANGUAGES for term in lexicon.words[lang].terms)
    close = suggest(name, known)
    if close:
        return fail("cli-explain-unknown-close", name=name, close=close)
    return fail("cli-explain-unknown", name=name)
