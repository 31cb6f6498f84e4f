"""What a whole document says of the words that nothing near them decides.

One word keeps one meaning through one text far more often than not (Gale, Church and
Yarowsky, *One sense per discourse*, 1992): whose people a page names where it says so
are whose it names where it does not. All that slight signs say over a page, added up,
is a surer sign than any of them where it stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from linter.values import OURS, STRONG, WEAK, Occurrence, Possessor, Reason, Sense, Span

# So much a page must say for people, or for programs, by a word, and so many times what
# it says for the others, before its bare words mean them.
_PEOPLE_PAGE, _SOFTWARE_PAGE, _SENSE_LEAD = 2, 6, 3
# So much a page must say of whose people it names, and so many times what it says of
# anybody else's, before the words that say little follow it. What takes a finding away
# must be surer than what makes one.
_OURS, _OURS_LEAD = 1, 1.5
_THEIRS, _THEIRS_LEAD = 3, 2
_ABOUT = {
    Possessor.OWN: "ours",
    Possessor.READER: "the reader's",
    Possessor.OTHER: "somebody else's",
}
# So often a page must surely speak of the words themselves before a bare one is taken
# for talk of them.
_WORDS_PAGE = 3

_WHOSE = frozenset(map(str, Possessor))
_MEANINGS = frozenset(map(str, (Sense.PARTY, Sense.SOFTWARE)))

_Key = tuple[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Rated:
    """An occurrence on its way: what it means may still follow the document's.

    *settled* tells that what stands near it says whose people it names, or that
    somebody else speaks; *bare* that nothing at all was found that speaks of its sense,
    *masked* that it stands in code, an address or the like.
    """

    occurrence: Occurrence
    decided: bool
    settled: bool = False
    bare: bool = False
    masked: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What a document says, added up.

    *voices* tells whose people each concept names, where one side is far ahead, and
    *plain* the concepts of which it says so by as much as decides alone; *meanings* how
    much says that each word means people or programs; *peopled* are the blocks of each
    language that speak of our own people, *glossaries* the languages in which the page
    is about the words themselves.
    """

    voices: Mapping[_Key, Possessor]
    plain: frozenset[_Key]
    meanings: Mapping[_Key, Counter[Sense]]
    peopled: Mapping[str, set[int]]
    glossaries: frozenset[str]


def by_document(rated: list[Rated]) -> Iterator[Occurrence]:
    """Yield the occurrences; what nothing near by decides follows its document.

    A page that says far more for programs than for people by a word makes a bare one
    software, not surely. One that says far more for people, and whose they are, takes a
    doubtful word's doubt away, and so does one that surely speaks of our own people,
    and never of programs by this word. A page that names the people of one side far
    more than others' names them wherever what stands near the word does not say
    otherwise: ours, or, not surely, theirs. A page that speaks of the words themselves
    more often than of our own people speaks of them, not surely, in a bare one too.
    """
    page = _page(rated)
    for item in rated:
        if not item.decided and _is_software_page(item.occurrence, page):
            yield _guessed(item.occurrence, Sense.SOFTWARE, "software")
            continue
        occurrence = _peopled(item, page)
        if occurrence.possessor is None or item.settled:
            yield occurrence
        elif (
            occurrence.possessor is Possessor.NONE
            and not occurrence.told
            and occurrence.lang in page.glossaries
        ):
            yield _guessed(occurrence, Sense.MENTION, "the words")
        else:
            yield _voiced(occurrence, page)


def _page(rated: list[Rated]) -> _Page:
    peopled: dict[str, set[int]] = {}
    words: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    for item in rated:
        one = item.occurrence
        if one.sure and one.possessor is Possessor.OWN:
            peopled.setdefault(one.lang, set()).add(id(one.place.block))
            ours[one.lang] += 1
        spoken = item.decided and one.sure and not item.masked
        words[one.lang] += spoken and one.sense is Sense.MENTION
    voices = _voices(rated)
    return _Page(
        {key: side for key, voice in voices.items() if (side := _leading(voice))},
        frozenset(key for key, voice in voices.items() if voice.total() >= STRONG),
        _meanings(rated),
        peopled,
        frozenset(
            lang
            for lang, count in words.items()
            if count >= _WORDS_PAGE and count > ours[lang]
        ),
    )


def _meaning(occurrence: Occurrence, page: _Page) -> Counter[Sense]:
    return page.meanings.get((occurrence.lang, occurrence.term.word), Counter())


def _voice(occurrence: Occurrence, page: _Page) -> Possessor | None:
    return page.voices.get((occurrence.lang, occurrence.concept))


def _is_software_page(occurrence: Occurrence, page: _Page) -> bool:
    meanings = _meaning(occurrence, page)
    least = max(_SOFTWARE_PAGE, _SENSE_LEAD * meanings[Sense.PARTY])
    return meanings[Sense.SOFTWARE] >= least


def _guessed(occurrence: Occurrence, sense: Sense, about: str) -> Occurrence:
    """Return *occurrence* in the sense that its page makes likely, not surely."""
    return replace(
        occurrence,
        sense=sense,
        possessor=None,
        because=(Reason(f"document: {about}", sense, WEAK),),
        sure=False,
    )


def _peopled(item: Rated, page: _Page) -> Occurrence:
    """Return the occurrence without its doubt, where the page speaks of people."""
    occurrence = item.occurrence
    block = occurrence.place.block
    if not item.bare or block.quoted:
        return occurrence
    meanings = _meaning(occurrence, page)
    programs = meanings[Sense.SOFTWARE]
    only_here = page.peopled.get(occurrence.lang, set()) <= {id(block)}
    voice = _voice(occurrence, page)
    people = meanings[Sense.PARTY] >= max(_PEOPLE_PAGE, _SENSE_LEAD * programs)
    if (not people or voice is None) and (programs or only_here):
        return occurrence
    reason = Reason("document: people", Sense.PARTY, WEAK)
    return replace(occurrence, because=(*occurrence.because, reason), sure=True)


def _voiced(occurrence: Occurrence, page: _Page) -> Occurrence:
    """Return *occurrence* as its page names people, if it names one side's.

    A page for others' people outweighs slight signs that these are ours; a page of our
    own tells of a word where nothing near it does, and confirms what hardly does.
    """
    leading = _voice(occurrence, page)
    if leading is None or occurrence.possessor not in OURS:
        return occurrence
    weight = STRONG if leading is Possessor.OWN else WEAK
    reason = Reason(f"document: {_ABOUT[leading]}", leading, weight)
    if leading is Possessor.OWN:
        plain = (occurrence.lang, occurrence.concept) in page.plain
        known = occurrence.plainly_told or (occurrence.told and not plain)
        told = () if known else (reason,)
        return replace(occurrence, because=(*occurrence.because, *told))
    return replace(
        occurrence,
        possessor=leading,
        because=(reason, *occurrence.because),
        sure=False,
    )


def _leading(voice: Counter[Possessor]) -> Possessor | None:
    """Return whose people a page names, where one side is far ahead."""
    ours = sum(voice[one] for one in OURS)
    theirs = voice.total() - ours
    if ours >= max(_OURS, _OURS_LEAD * theirs):
        return Possessor.OWN
    if theirs >= max(_THEIRS, _THEIRS_LEAD * ours):
        return max(Possessor.READER, Possessor.OTHER, key=lambda one: voice[one])
    return None


def _voices(rated: Iterable[Rated]) -> Mapping[_Key, Counter[Possessor]]:
    """Add up what each concept's evidence says of whose people it names.

    Somebody who is quoted speaks of people of their own.
    """
    return _weighed(
        ((one.lang, one.concept), Possessor(reason.says), reason)
        for one in (item.occurrence for item in rated)
        if one.possessor is not None and not one.place.block.quoted
        for reason in one.because
        if reason.says in _WHOSE
    )


def _meanings(rated: Iterable[Rated]) -> Mapping[_Key, Counter[Sense]]:
    """Add up what each word's evidence says for people, or for programs."""
    return _weighed(
        ((one.lang, one.term.word), Sense(reason.says), reason)
        for one in (item.occurrence for item in rated)
        for reason in one.because
        if reason.says in _MEANINGS
    )


def _weighed(
    told: Iterable[tuple[_Key, Value, Reason]],
) -> dict[_Key, Counter[Value]]:
    """Return the weight of what is told of each key.

    What stands at one place counts once, of however many words it speaks and however
    many cues it is.
    """
    weights: dict[tuple[_Key, Value], dict[Span | None, int]] = {}
    for key, value, reason in told:
        places = weights.setdefault((key, value), {})
        places[reason.span] = max(reason.weight, places.get(reason.span, 0))
    sums: dict[_Key, Counter[Value]] = {}
    for (key, value), places in weights.items():
        sums.setdefault(key, Counter())[value] = _apart(places)
    return sums


def _apart(places: Mapping[Span | None, int]) -> int:
    """Return the sum of the weights; of places that overlap the heaviest counts."""
    total = sum(weight for span, weight in places.items() if span is None)
    end = heaviest = 0
    for span in sorted(span for span in places if span is not None):
        apart = span.start >= end
        total += heaviest * apart
        heaviest = max(places[span], heaviest * (not apart))
        end = max(end, span.end)
    return total + heaviest
