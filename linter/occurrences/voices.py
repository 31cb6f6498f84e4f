"""What a whole document says of the words that nothing near them decides.

One word keeps one meaning through one text far more often than not (Gale, Church and
Yarowsky, *One sense per discourse*, 1992): whose people a page names where it says so
are whose it names where it does not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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


def by_document(rated: list[Rated]) -> Iterator[Occurrence]:
    """Yield the occurrences; what nothing near by decides follows its document.

    A page of engineers' prose makes a bare word software, not surely: where the word is
    surely software three times and surely a person never. A page that surely speaks of
    our own people, and never of programs by this word, takes its doubt away. A page
    that by one word names the people of one side only names them by it everywhere:
    ours, or, not surely, the reader's. A page that speaks of the words themselves more
    often than of our own people speaks of them, not surely, in a bare one too.
    """
    senses = _senses(rated)
    peopled = {
        (item.occurrence.lang, id(item.occurrence.place.block))
        for item in rated
        if _is_surely_ours(item.occurrence)
    }
    voices = _voices(rated)
    glossaries = _glossaries(rated)
    for item in rated:
        occurrence = item.occurrence
        tally = senses.get((occurrence.lang, occurrence.term.word), Counter())
        if not item.decided and _is_software_page(tally):
            yield replace(
                occurrence,
                sense=Sense.SOFTWARE,
                possessor=None,
                because=(Reason("document: software", Sense.SOFTWARE, WEAK),),
                sure=False,
            )
            continue
        here = (occurrence.lang, id(occurrence.place.block))
        elsewhere = any(lang == here[0] for lang, _ in peopled - {here})
        quoted = occurrence.place.block.quoted
        if item.bare and elsewhere and not quoted and not tally[Sense.SOFTWARE]:
            people = Reason("document: people", Sense.PARTY, WEAK)
            because = (*occurrence.because, people)
            occurrence = replace(occurrence, because=because, sure=True)
        if occurrence.lang in glossaries and _is_untold(occurrence):
            yield replace(
                occurrence,
                sense=Sense.MENTION,
                possessor=None,
                because=(Reason("document: the words", Sense.MENTION, WEAK),),
                sure=False,
            )
            continue
        yield _voiced(occurrence, voices)


def _glossaries(rated: list[Rated]) -> frozenset[str]:
    """Return the languages in which the page is about the words themselves."""
    words: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    for item in rated:
        occurrence = item.occurrence
        spoken = item.decided and occurrence.sure and not item.masked
        words[occurrence.lang] += spoken and occurrence.sense is Sense.MENTION
        ours[occurrence.lang] += _is_surely_ours(occurrence)
    return frozenset(
        lang
        for lang, count in words.items()
        if count >= _WORDS_PAGE and count > ours[lang]
    )


def _is_untold(occurrence: Occurrence) -> bool:
    return occurrence.possessor is Possessor.NONE and not occurrence.told


def _voiced(
    occurrence: Occurrence, voices: Mapping[_Key, Counter[Possessor]]
) -> Occurrence:
    """Return *occurrence* with what its page says, where nothing says whose it is."""
    if not _is_untold(occurrence):
        return occurrence
    voice = voices.get((occurrence.lang, occurrence.concept), Counter())
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


def _senses(rated: list[Rated]) -> dict[_Key, Counter[Sense]]:
    """Count the senses that each word surely has."""
    senses: dict[_Key, Counter[Sense]] = {}
    for item in rated:
        occurrence = item.occurrence
        if item.decided and occurrence.sure:
            key = (occurrence.lang, occurrence.term.word)
            senses.setdefault(key, Counter())[occurrence.sense] += 1
    return senses


def _voices(rated: list[Rated]) -> dict[_Key, Counter[Possessor]]:
    """Count whose people each concept surely names."""
    voices: dict[_Key, Counter[Possessor]] = {}
    for item in rated:
        occurrence = item.occurrence
        possessor = occurrence.possessor
        if occurrence.sure and possessor not in {None, Possessor.NONE}:
            key = (occurrence.lang, occurrence.concept)
            voices.setdefault(key, Counter())[possessor] += 1
    return voices


def _is_surely_ours(occurrence: Occurrence) -> bool:
    return (
        occurrence.sure
        and occurrence.sense is Sense.PARTY
        and occurrence.possessor is Possessor.OWN
    )


def _is_software_page(tally: Counter[Sense]) -> bool:
    return tally[Sense.SOFTWARE] >= _SOFTWARE_PAGE and not tally[Sense.PARTY]
