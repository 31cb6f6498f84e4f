"""All pages compared with each other: which word for the same people prevails."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from linter import rules
from linter.config import Settings
from linter.engine.linting import context_of, spared
from linter.engine.results import FileResult
from linter.messages import say
from linter.rules import audience_mixed, offers
from linter.rules.context import Context
from linter.values import Finding, Occurrence, Possessor, Reading, Term, Voice

Judged = tuple[FileResult, Settings]


@dataclass(frozen=True, slots=True)
class Share:
    """How often a word stands for the people of a business, and on how many pages."""

    concept: str
    word: str
    times: int
    pages: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What the pages of one scope say in one language, the prevailing word first.

    A scope is what one configuration *source* declares to be one kind of business.
    *differing* counts the pages that use a word which is outvoted.
    """

    source: Path | None
    model: str | None
    lang: str
    shares: tuple[Share, ...]
    differing: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The files with what differs from the others, and the tallies behind it."""

    results: tuple[Judged, ...]
    tallies: tuple[Tally, ...]


_Key = tuple[str, str, Voice, str]
_Page = tuple[int, tuple[Occurrence, ...]]


@dataclass(frozen=True, slots=True)
class _Group:
    """The pages of one scope in one language: number of the file, and its words."""

    key: _Key
    settings: Settings
    context: Context
    pages: tuple[_Page, ...]


def compare(judged: Sequence[Judged]) -> Compared:
    """Hold the pages of each scope and language against each other.

    The findings of the files are those of the comparison alone. A declared model
    decides which word is right, else the word that stands most often, of equals that
    on more pages, of equals the first by name: the order of *judged* does not matter.
    """
    found: dict[int, list[Finding]] = {}
    tallies = []
    for group in sorted(_groups(judged), key=lambda group: group.key):
        shares = _shares(group)
        wanted = audience_mixed in rules.wanted(group.context)
        beaten = dict(_beaten(shares, group)) if wanted else {}
        differing = 0
        for number, words in group.pages:
            new = tuple(_differences(words, beaten, shares, group))
            found.setdefault(number, []).extend(new)
            differing += bool(new)
        settings = group.settings
        tallies.append(
            Tally(settings.source, settings.model, group.key[3], shares, differing)
        )
    return Compared(
        tuple(
            (_with(result, settings, found.get(number, ())), settings)
            for number, (result, settings) in enumerate(judged)
        ),
        tuple(tallies),
    )


def _groups(judged: Sequence[Judged]) -> Iterator[_Group]:
    pages: dict[_Key, list[_Page]] = {}
    contexts: dict[_Key, tuple[Settings, Context]] = {}
    for number, (result, settings) in enumerate(judged):
        if not result.occurrences:
            continue
        context = context_of(settings)
        words: dict[str, list[Occurrence]] = {}
        reading = Reading(result.occurrences, ())
        for word in audience_mixed.counted_in(reading, context):
            if word.possessor is not Possessor.READER:
                words.setdefault(word.lang, []).append(word)
        for lang, own in words.items():
            source, model = settings.source or "", settings.model or ""
            key = (str(source), model, settings.voice or Voice.PUBLIC, lang)
            pages.setdefault(key, []).append((number, tuple(own)))
            contexts.setdefault(key, (settings, context))
    for key, own_pages in pages.items():
        yield _Group(key, *contexts[key], tuple(own_pages))


def _shares(group: _Group) -> tuple[Share, ...]:
    """Return what is said how often, the right words and then the most used first."""
    terms: dict[str, Counter[Term]] = {}
    pages: Counter[str] = Counter()
    for _, words in group.pages:
        for word in words:
            terms.setdefault(word.concept, Counter())[word.term] += 1
        pages.update({word.concept for word in words})
    shares = [
        Share(concept, _usual(counts), counts.total(), pages[concept])
        for concept, counts in terms.items()
    ]
    right = _right(shares, group)
    return tuple(
        sorted(
            shares,
            key=lambda one: (
                one.concept not in right,
                -one.times,
                -one.pages,
                one.concept,
            ),
        )
    )


def _usual(counts: Counter[Term]) -> str:
    term = min(counts, key=lambda term: (-counts[term], term.word))
    return term.plural or term.word


def _right(shares: Iterable[Share], group: _Group) -> frozenset[str]:
    model = group.context.model
    return frozenset(
        one.concept
        for one in shares
        if model is not None and model.accepts(one.concept, group.key[3])
    )


def _beaten(shares: Sequence[Share], group: _Group) -> Iterator[tuple[str, str]]:
    """Yield each concept that is outvoted, with the one that prevails over it.

    What a declared model avoids is left to audience-mismatch.
    """
    model, lang = group.context.model, group.key[3]
    ranked = [
        one.concept
        for one in shares
        if model is None or not model.avoids(one.concept, lang)
    ]
    return audience_mixed.outvoted(ranked, _right(shares, group), group.context)


def _differences(
    words: tuple[Occurrence, ...],
    beaten: dict[str, str],
    shares: tuple[Share, ...],
    group: _Group,
) -> Iterator[Finding]:
    """Yield a finding for each outvoted concept of one page, at its first place."""
    by_concept = {one.concept: one for one in shares}
    for concept in sorted({word.concept for word in words} & set(beaten)):
        own = [word for word in words if word.concept == concept]
        winner = by_concept[beaten[concept]]
        yield _finding(own, winner, by_concept[concept], group)


def _finding(
    own: list[Occurrence], winner: Share, loser: Share, group: _Group
) -> Finding:
    context = group.context
    terms = (
        term
        for term in context.lexicon.words[group.key[3]].terms
        if winner.word in {term.plural, term.word}
    )
    offered = offers.offers(own[0], terms)
    message = say(
        "corpus-mixed",
        context.ui_lang,
        loser=loser.word,
        least=len(own),
        winner=winner.word,
        most=winner.times,
        pages=winner.pages,
        all=len(group.pages),
    )
    found = offers.finding(
        own[0],
        message,
        offered,
        rule=audience_mixed.ID,
        severity=context.severity.get(audience_mixed.ID, audience_mixed.SEVERITY),
    )
    # The page is for its writer to change: one word of several would mix them.
    related = tuple(offers.shown_span(word) for word in own[1:])
    return replace(found, edits=(), related=related)


def _with(
    result: FileResult, settings: Settings, found: Iterable[Finding]
) -> FileResult:
    findings = tuple(sorted(found, key=lambda one: one.span))
    if result.document is None or not findings:
        return replace(result, findings=())
    kept, silenced = spared(result.document, findings, settings)
    return replace(result, findings=kept, suppressed=silenced)
