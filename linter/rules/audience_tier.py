"""The word of the first tier for the second, or the other way round."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from linter.lexicon import Model
from linter.messages import say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Occurrence, Possessor, Reading, Sense, Severity

ID = "audience-tier"
SEVERITY = Severity.WARNING

EXAMPLES: tuple[Example, ...] = (
    Example("en", "agency", "Our clients' «clients» see the poster every morning."),
    Example("en", "agency", "Our clients' customers see the poster every morning."),
    Example("en", "law", "Our clients' clients may ask for a copy."),
    Example("ja", "agency", "クライアントの«クライアント»に届く広告をつくります。"),
    Example("ja", "agency", "クライアントの顧客に届く広告をつくります。"),
    Example("ko", "agency", "클라이언트의 «클라이언트»가 먼저 찾는 광고를 만듭니다."),
    Example("ko", "agency", "클라이언트의 고객이 먼저 찾는 광고를 만듭니다."),
)

# What stands between the two links of a chain: somebody's people, and theirs.
_CHAINS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"['’]?s?['’]?\s+(?:own\s+)?", re.IGNORECASE),
    "ja": re.compile(r"(?:企業|様|さま|さん|の皆様|の皆さま|たち)?の(?:その先の)?"),
    "ko": re.compile(r"(?:님|분)?들?(?:의)?\s*"),
}
# English also turns the chain round: the clients of our clients.
_TURNED = re.compile(r"\s+of\s+(?:our|your|the|their|its)\s+", re.IGNORECASE)


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report words that stand on the wrong tier of a model with two."""
    model = context.model
    if model is None or not model.end_buyers:
        return
    chained = _chained(reading)
    for occurrence in reading.occurrences:
        if not offers.is_people(occurrence):
            continue
        reader = occurrence.possessor is Possessor.READER
        theirs = reader or (
            occurrence.possessor is Possessor.OTHER and id(occurrence) in chained
        )
        if theirs and _is_first_tier(occurrence, model):
            severity = Severity.INFO if reader else SEVERITY
            yield _finding(
                "tier-second", occurrence, model.end_buyers, severity, context
            )
        elif _is_second_tier(occurrence, model):
            yield _finding("tier-first", occurrence, model.prefer, SEVERITY, context)


def _chained(reading: Reading) -> frozenset[int]:
    """Return the words that name the people of people just named."""
    people = [found for found in reading.occurrences if found.sense is Sense.PARTY]
    chained: set[int] = set()
    for first, second in pairwise(people):
        here, there = first.place, second.place
        if here.block is not there.block or here.sentence != there.sentence:
            continue
        between = here.block.text[here.span.end : there.span.start]
        if first.lang == "en" and _TURNED.fullmatch(between):
            chained.add(id(first))
        elif _CHAINS[first.lang].fullmatch(between):
            chained.add(id(second))
    return frozenset(chained)


def _is_first_tier(occurrence: Occurrence, model: Model) -> bool:
    concept = occurrence.concept
    return concept in model.prefer and concept not in model.end_buyers


def _is_second_tier(occurrence: Occurrence, model: Model) -> bool:
    """Tell whether the copy says that it is ours, not the word alone (利用者)."""
    concept, lang = occurrence.concept, occurrence.lang
    return (
        occurrence.possessor is Possessor.OWN
        and occurrence.term.possessor is not Possessor.OWN
        and occurrence.sure
        and concept in model.end_buyers
        and not model.accepts(concept, lang)
        and not model.avoids(concept, lang)
    )


def _finding(
    key: str,
    occurrence: Occurrence,
    concepts: tuple[str, ...],
    severity: Severity,
    context: Context,
) -> Finding:
    model = context.model
    if model is None:
        raise ValueError(key)
    terms = offers.terms_for(model, context.lexicon, occurrence.lang, concepts)
    offered = offers.offers(occurrence, terms)
    message = say(
        key if offered else f"{key}-reword",
        context.ui_lang,
        text=offers.shown_text(occurrence),
        offered=offered[0].text if offered else "",
        model=offers.model_name(model, context.ui_lang),
    )
    found = offers.finding(occurrence, message, offered, rule=ID, severity=severity)
    reason = offers.reason(model, context.ui_lang)
    return replace(found, edits=(), because=(*found.because, reason))
