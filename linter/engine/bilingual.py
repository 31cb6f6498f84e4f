"""A file that holds source and translation, the two held together by key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from linter import occurrences
from linter.languages import LANGUAGES
from linter.lexicon import Lexicon
from linter.occurrences.translations import Side, compare
from linter.values import Block, Document, Mismatch, Occurrence

Pair = tuple[tuple[Block, ...], tuple[Block, ...], bool]
"""Blocks that face each other, and whether they surely do."""


def within(
    document: Document, lexicon: Lexicon, *, source_lang: str | None = None
) -> tuple[Mismatch, ...]:
    """Return where a file's translations name others than their sources.

    A format may say which strings are sources; where a file holds the same keys in
    several languages, they are those of *source_lang*, else of the first language.
    """
    sources = _sources(document, source_lang)
    if not sources:
        return ()
    apart = {id(block) for block in sources}
    originals = replace(
        document, blocks=tuple(replace(block, is_source=False) for block in sources)
    )
    targets = replace(
        document,
        blocks=tuple(block for block in document.blocks if id(block) not in apart),
    )
    ours, theirs = sides(originals, lexicon), sides(targets, lexicon)
    pairs = by_key(originals.blocks, targets.blocks)
    return tuple(compared(pairs, ours, theirs, lexicon))


def _sources(document: Document, source_lang: str | None) -> tuple[Block, ...]:
    told = tuple(block for block in document.blocks if block.is_source)
    if told:
        return told
    languages: dict[str, set[str]] = {}
    for block in document.blocks:
        if block.key and block.lang:
            languages.setdefault(block.key, set()).add(block.lang)
    shared = {key: langs for key, langs in languages.items() if len(langs) > 1}
    found: set[str] = set().union(*shared.values())
    first = next((lang for lang in (source_lang, *LANGUAGES) if lang in found), None)
    return tuple(
        block
        for block in document.blocks
        if block.key in shared and block.lang == first
    )


def sides(document: Document, lexicon: Lexicon) -> Mapping[int, tuple[Occurrence, ...]]:
    """Return the audience words of *document* by the identity of their block."""
    found: dict[int, list[Occurrence]] = {}
    for one in occurrences.read(document, lexicon).occurrences:
        found.setdefault(id(one.place.block), []).append(one)
    return {block: tuple(words) for block, words in found.items()}


def compared(
    pairs: Iterable[Pair],
    ours: Mapping[int, tuple[Occurrence, ...]],
    theirs: Mapping[int, tuple[Occurrence, ...]],
    lexicon: Lexicon,
) -> Iterator[Mismatch]:
    """Yield where the words of paired blocks name different people."""
    for source, target, sure in pairs:
        yield from compare(
            Side(source, _words(source, ours)),
            Side(target, _words(target, theirs)),
            lexicon.concepts,
            sure=sure,
        )


def _words(
    blocks: Sequence[Block], found: Mapping[int, tuple[Occurrence, ...]]
) -> tuple[Occurrence, ...]:
    return tuple(word for block in blocks for word in found.get(id(block), ()))


def by_key(source: Sequence[Block], target: Sequence[Block]) -> list[Pair]:
    """Pair blocks of one key, in their order; copies of the source are no pairs."""
    left = _grouped(source)
    pairs: list[Pair] = []
    for key, theirs in _grouped(target).items():
        ours = left.get(key, [])
        if len(ours) == 1:
            ours = ours * len(theirs)
        for here, there in zip(ours, theirs, strict=False):
            if _is_translated(here, there):
                pairs.append(((here,), (there,), True))
    return pairs


def _grouped(blocks: Sequence[Block]) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in blocks:
        if block.lang is not None:
            found.setdefault(block.key, []).append(block)
    return found


def _is_translated(source: Block, target: Block) -> bool:
    return (
        bool(target.text.strip())
        and source.lang != target.lang
        and source.text.strip() != target.text.strip()
    )
