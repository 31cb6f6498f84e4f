"""What a whole document says of the words that nothing near them decides.

One word keeps one meaning through one text far more often than not (Gale, Church and
Yarowsky, *One sense per discourse*, 1992): whose people a page names where it says so
are whose it names where it does not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from linter.occurrences.evidence import WEAK
from linter.values import Occurrence, Possessor, Reason, Sense

# So often a word must surely be software before a page is taken for engineers' prose.
_SOFTWARE_PAGE = 3
# So often a page must surely name the reader's people before a bare word is theirs.
_READERS_PAGE = 2
# So often a page must surely speak of the words themselves before a bare one is taken
# for talk of them.
_WORDS_PAGE = 3

_Key = tuple[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Rated:
    """An occurrence on its way: what it means may still follow the document's.

    *bare* tells that nothing at all was found that speaks of its sense, *masked* that
    it stands in code, an address or the like.
    """

    occurrence: Occurrence
    decided: bool
    bare: bool = False
    masked: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What a document surely says, counted.

    *senses* of each word, *voices* (whose people) of each concept; *peopled* are the
    blocks of each language that speak of our own people, *glossaries* the languages in
    which the page is about the words themselves.
    """

    senses: Mapping[_Key, Counter[Sense]]
    voices: Mapping[_Key, Counter[Possessor]]
    peopled: Mapping[str, set[int]]
    glossaries: frozenset[str]


def by_document(rated: list[Rated]) -> Iterator[Occurrence]:
    """Yield the occurrences; what nothing near by decides follows its document.

    A page of engineers' prose makes a bare word software, not surely: where the word is
    surely software three times and surely a person never. A page that surely speaks of
    our own people, and never of programs by this word, takes its doubt away. A page
    that by one word names the people of one side only names them by it everywhere:
    ours, or, not surely, the reader's. A page that speaks of the words themselves more
    often than of our own people speaks of them, not surely, in a bare one too.
    """
    page = _page(rated)
    for item in rated:
        tally = _of(page.senses, item.occurrence.lang, item.occurrence.term.word)
        if not item.decided and _is_software_page(tally):
            yield _guessed(item.occurrence, Sense.SOFTWARE, "software")
            continue
        occurrence = _peopled(item, page, tally)
        if occurrence.possessor is not Possessor.NONE or occurrence.told:
            yield occurrence
        elif occurrence.lang in page.glossaries:
            yield _guessed(occurrence, Sense.MENTION, "the words")
        else:
            yield _voiced(occurrence, page)


def _page(rated: list[Rated]) -> _Page:
    senses = _counted(
        ((one.lang, one.term.word), one.sense)
        for one in (item.occurrence for item in rated if item.decided)
        if one.sure
    )
    voices: dict[_Key, Counter[Possessor]] = _counted(
        ((one.lang, one.concept), one.possessor)
        for one in (item.occurrence for item in rated)
        if one.sure and one.possessor not in {None, Possessor.NONE}
    )
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
    return _Page(
        senses,
        voices,
        peopled,
        frozenset(
            lang
            for lang, count in words.items()
            if count >= _WORDS_PAGE and count > ours[lang]
        ),
    )


def _counted(items: Iterable[tuple[_Key, Value]]) -> dict[_Key, Counter[Value]]:
    counts: dict[_Key, Counter[Value]] = {}
    for key, value in items:
        counts.setdefault(key, Counter())[value] += 1
    return counts


def _of(counts: Mapping[_Key, Counter[Value]], lang: str, name: str) -> Counter[Value]:
    return counts.get((lang, name), Counter())


def _is_software_page(tally: Counter[Sense]) -> bool:
    return tally[Sense.SOFTWARE] >= _SOFTWARE_PAGE and not tally[Sense.PARTY]


def _guessed(occurrence: Occurrence, sense: Sense, about: str) -> Occurrence:
    """Return *occurrence* in the sense that its page makes likely, not surely."""
    return replace(
        occurrence,
        sense=sense,
        possessor=None,
        because=(Reason(f"document: {about}", sense, WEAK),),
        sure=False,
    )


def _peopled(item: Rated, page: _Page, tally: Counter[Sense]) -> Occurrence:
    """Return the occurrence without its doubt, where other blocks name our people."""
    occurrence = item.occurrence
    block = occurrence.place.block
    if (
        not item.bare
        or block.quoted
        or tally[Sense.SOFTWARE]
        or page.peopled.get(occurrence.lang, set()) <= {id(block)}
    ):
        return occurrence
    people = Reason("document: people", Sense.PARTY, WEAK)
    return replace(occurrence, because=(*occurrence.because, people), sure=True)


def _voiced(occurrence: Occurrence, page: _Page) -> Occurrence:
    """Return *occurrence* as its page uses the word, if for one side's people only."""
    voice = _of(page.voices, occurrence.lang, occurrence.concept)
    if voice.keys() == {Possessor.OWN}:
        ours = Reason("document: ours", Possessor.OWN, WEAK)
        return replace(occurrence, because=(*occurrence.because, ours))
    if voice.keys() == {Possessor.READER} and voice.total() >= _READERS_PAGE:
        theirs = Reason("document: the reader's", Possessor.READER, WEAK)
        return replace(
            occurrence,
            possessor=Possessor.READER,
            because=(theirs, *occurrence.because),
            sure=False,
        )
    return occurrence
