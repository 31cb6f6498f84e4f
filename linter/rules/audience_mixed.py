"""The same people called by two words that compete, on one page."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from linter.messages import say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Occurrence, Possessor, Reading, Sense, Severity, Term

ID = "audience-mixed"
SEVERITY = Severity.WARNING

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        None,
        "Our clients stay for years. We visit our clients at their desks. "
        "Our «customers» come back.",
        "Our clients stay for years. We visit our clients at their desks. "
        "Our clients come back.",
    ),
    Example("en", None, "We work with clients and customers of every size."),
    Example("en", None, "Our clients stay for years. They win over your customers."),
    Example("en", "mixed", "Our clients come for portraits, our customers for prints."),
    Example(
        "ja",
        None,
        "当社のクライアントは全国にいます。当社のクライアントを訪ねます。"
        "当社の«カスタマー»は長く続きます。",
        "当社のクライアントは全国にいます。当社のクライアントを訪ねます。"
        "当社のクライアントは長く続きます。",
    ),
    Example("ja", None, "当社のクライアントは全国にいます。顧客の声を集めます。"),
    Example("ja", None, "当社のクライアントはメーカーです。お客様のご相談を承ります。"),
    Example(
        "ko",
        None,
        "저희 의뢰인은 전국에 있습니다. 저희 의뢰인을 직접 찾아갑니다. "
        "저희 «고객»은 오래 함께합니다.",
        "저희 의뢰인은 전국에 있습니다. 저희 의뢰인을 직접 찾아갑니다. "
        "저희 의뢰인은 오래 함께합니다.",
    ),
    Example("ko", None, "저희 의뢰인은 전국에 있습니다. 고객님, 편히 말씀해 주세요."),
    Example("ko", None, "저희는 의뢰인과 고객을 구별해서 부릅니다."),
)

_MOST_RELATED = 3
# How often two words stand side by side on a page that is about their difference.
_TOLD_APART = 2

# What may stand between two words that are set side by side on purpose. Possessives
# and honorifics belong to the first word, a repeated article or possessive to the
# second: clients’ or our customers’, クライアント様やカスタマー, 의뢰인이나 고객.
_JOINERS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"['’]?s?['’]?(?:\s*[/|&+(,]\s*|,?\s+(?:and|or|and/or|nor|but|not|but not|"
        r"versus|vs\.?|rather than|instead of|as well as|as opposed to)\s+)"
        r"(?:(?:and|or|not)\s+)?(?:(?:the|a|an|our|your|their|its|new|other)\s+)?",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:様|さま|さん|の皆様|の皆さま|たち)?\s*(?:[/／|・、（(＝=&＆+＋]|や|と|も|か|"
        r"および|及び|または|又は|もしくは|あるいは|ではなく、?|でなく、?|、および|、または)\s*"
    ),
    "ko": re.compile(
        r"(?:님|분)?들?\s*(?:[/·|,(&+]|과|와|이나|나|이랑|랑|하고|및|또는|혹은|이든|든|"
        r"이 아니라|이 아닌|가 아니라|가 아닌)\s*(?:및|또는|혹은)?\s*"
    ),
}


@dataclass(frozen=True, slots=True)
class _Side:
    """The places where one of the competing concepts stands, in order."""

    concept: str
    occurrences: tuple[Occurrence, ...]

    @property
    def term(self) -> Term:
        """Return the word used most, of equals the first."""
        return Counter(found.term for found in self.occurrences).most_common(1)[0][0]


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each word outvoted by a competing one for the same people."""
    by_people = sorted(counted_in(reading, context), key=_people)
    for (_, ours), group in groupby(by_people, key=_people):
        sides = _sides(group)
        for loser, winner in _beaten(sides, context, ours=ours):
            if _are_told_apart(loser, winner, reading):
                continue
            for occurrence in loser.occurrences:
                found = _finding(occurrence, loser, winner, context.ui_lang)
                yield found if ours else _perhaps(found)


def counted_in(reading: Reading, context: Context) -> list[Occurrence]:
    """Return what counts: surely people, in our words, not side by side on purpose."""
    counted = [
        occurrence
        for occurrence in reading.occurrences
        if offers.is_people(occurrence)
        and occurrence.sure
        and not occurrence.place.block.quoted
        and occurrence.possessor is not Possessor.OTHER
    ]
    deliberate = {
        id(occurrence)
        for run in _runs(reading)
        if any(
            compete(first.concept, second.concept, context)
            for first, second in combinations(run, 2)
        )
        for occurrence in run
    }
    return [found for found in counted if id(found) not in deliberate]


def _are_told_apart(one: _Side, other: _Side, reading: Reading) -> bool:
    """Tell whether the page is about the two words: it compares or mentions both.

    Whoever explains the difference needs both words, and knows which is which.
    """
    if reading.contrasts:
        return True
    pair, lang = {one.concept, other.concept}, one.occurrences[0].lang
    named = [
        found
        for found in reading.occurrences
        if found.lang == lang and found.concept in pair
    ]
    mentioned = {found.concept for found in named if found.sense is Sense.MENTION}
    beside = sum(
        1
        for first, second in pairwise(named)
        if first.concept != second.concept and _joined(first, second)
    )
    return mentioned == pair or beside >= _TOLD_APART


def _runs(reading: Reading) -> Iterator[tuple[Occurrence, ...]]:
    """Yield the words for people that stand side by side: clients, users, customers."""
    people = [found for found in reading.occurrences if found.sense is Sense.PARTY]
    run: list[Occurrence] = []
    for occurrence in people:
        if run and not _joined(run[-1], occurrence):
            yield tuple(run)
            run = []
        run.append(occurrence)
    if run:
        yield tuple(run)


def _joined(first: Occurrence, second: Occurrence) -> bool:
    here, there = first.place, second.place
    if here.block is not there.block or here.sentence != there.sentence:
        return False
    between = here.block.text[here.span.end : there.span.start]
    return _JOINERS[first.lang].fullmatch(between) is not None


def _people(occurrence: Occurrence) -> tuple[str, bool]:
    """Return whose people they are: own and nobody's are the same."""
    return occurrence.lang, occurrence.possessor is not Possessor.READER


def _sides(group: Iterable[Occurrence]) -> tuple[_Side, ...]:
    places: dict[str, list[Occurrence]] = {}
    for occurrence in group:
        places.setdefault(occurrence.concept, []).append(occurrence)
    return tuple(_Side(concept, tuple(found)) for concept, found in places.items())


def _beaten(
    sides: tuple[_Side, ...], context: Context, *, ours: bool
) -> Iterator[tuple[_Side, _Side]]:
    """Yield each side that loses, with the one that wins over it.

    The model knows what *ours* are called; it does not speak of the reader's people.
    """
    model = context.model if ours else None
    if model is not None:
        # Left to audience-mismatch.
        sides = tuple(
            side
            for side in sides
            if not model.avoids(side.concept, side.occurrences[0].lang)
        )
    ranked = sorted(
        sides, key=lambda side: (-len(side.occurrences), side.occurrences[0].span)
    )
    right = {
        side.concept
        for side in sides
        if model and model.accepts(side.concept, side.occurrences[0].lang)
    }
    ranked.sort(key=lambda side: side.concept not in right)
    by_concept = {side.concept: side for side in ranked}
    for loser, winner in outvoted(tuple(by_concept), right, context):
        yield by_concept[loser], by_concept[winner]


def outvoted(
    ranked: Sequence[str], right: Collection[str], context: Context
) -> Iterator[tuple[str, str]]:
    """Yield each of the *ranked* concepts that loses, with the one that wins over it.

    Those that the model calls *right* do not lose.
    """
    for at, concept in enumerate(ranked):
        better = (one for one in ranked[:at] if compete(concept, one, context))
        winner = None if concept in right else next(better, None)
        if winner is not None:
            yield concept, winner


def compete(concept: str, other: str, context: Context) -> bool:
    """Tell whether two concepts name relations that exclude each other."""
    concepts = context.lexicon.concepts
    return other in concepts[concept].competes or concept in concepts[other].competes


def _perhaps(found: Finding) -> Finding:
    edits = tuple(replace(edit, safe=False) for edit in found.edits)
    return replace(found, severity=Severity.INFO, edits=edits)


def _finding(
    occurrence: Occurrence, loser: _Side, winner: _Side, ui_lang: str
) -> Finding:
    offered = offers.offers(occurrence, (winner.term,))
    message = say(
        "mixed",
        ui_lang,
        winner=winner.term.plural or winner.term.word,
        most=len(winner.occurrences),
        loser=loser.term.plural or loser.term.word,
        least=len(loser.occurrences),
    )
    found = offers.finding(occurrence, message, offered, rule=ID, severity=SEVERITY)
    related = winner.occurrences[:_MOST_RELATED]
    return replace(found, related=tuple(offers.shown_span(near) for near in related))
