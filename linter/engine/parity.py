"""Source and translation in two files, held together by keys or by structure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from linter import occurrences, rules
from linter.config import Settings
from linter.engine import aligning
from linter.engine.bilingual import Pair, by_key, compared, sides
from linter.engine.linting import context_of, lexicon_of
from linter.engine.results import FileResult
from linter.rules import collapsed_contrast, translation_mismatch
from linter.values import Block, Document, Reading

GATE = 0.75
"""Pages of which a smaller share is well linked are no translations of each other."""
SURE, DOUBTFUL = 1.5, 3.0
"""The most that a link may cost for a sure finding, and for any finding."""
MOST_BLOCKS = 20_000

_RULES = (translation_mismatch.ID, collapsed_contrast.ID)
_KEYED = 0.8


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation after it was held against its source.

    *units* is how many blocks were compared; *drifted* tells that the two pages are
    no longer translations of each other, and nothing was reported.
    """

    result: FileResult
    source: str
    units: int
    drifted: bool = False


def hold(source: Document, target: Document, *, settings: Settings) -> Compared:
    """Hold *target* against *source*, both with the language of each block known.

    Files of strings are paired by their keys, pages by their structure.
    """
    lexicon = lexicon_of(settings)
    ours, theirs = sides(source, lexicon), sides(target, lexicon)
    keyed = _is_keyed(source) and _is_keyed(target)
    if keyed:
        pairs = by_key(source.blocks, target.blocks)
        drifted = False
    else:
        pairs, drifted = _by_structure(source.blocks, target.blocks)
    reading = occurrences.read(target, lexicon)
    if not drifted:
        found = tuple(compared(pairs, ours, theirs, lexicon))
        reading = replace(reading, mismatches=found)
    context = replace(context_of(settings), select=_RULES)
    told = Reading((), (), contrasts=reading.contrasts, mismatches=reading.mismatches)
    result = FileResult(
        path=target.path,
        document=target,
        occurrences=reading.occurrences,
        findings=rules.run(told, context),
        error=None,
    )
    return Compared(result, source.path, len(pairs), drifted)


def _is_keyed(document: Document) -> bool:
    keys = sum(1 for block in document.blocks if block.key)
    return keys >= _KEYED * max(1, len(document.blocks))


def _by_structure(
    source: Sequence[Block], target: Sequence[Block]
) -> tuple[list[Pair], bool]:
    """Pair the blocks of two pages, and tell whether they drifted apart."""
    ours = [block for block in source if block.text.strip()][:MOST_BLOCKS]
    theirs = [block for block in target if block.text.strip()][:MOST_BLOCKS]
    links = aligning.align(ours, theirs)
    if aligning.share_linked(links, ours, theirs) < GATE:
        return [], True
    pairs: list[Pair] = []
    for link in links:
        here = tuple(ours[at] for at in link.source)
        there = tuple(theirs[at] for at in link.target)
        if not here or not there or link.cost > DOUBTFUL:
            continue
        if all(
            one.lang and other.lang and one.lang != other.lang
            for one in here
            for other in there
        ):
            pairs.append((here, there, link.cost <= SURE))
    return pairs, False
