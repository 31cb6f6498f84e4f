"""Whether all the copy of a run speaks for another business than the declared one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from linter import occurrences, rules
from linter.config import Settings
from linter.engine.linting import context_of
from linter.engine.results import FileResult
from linter.lexicon import Model
from linter.rules import model_doubtful
from linter.values import Document, Reading, Sign

Judged = tuple[FileResult, Settings]

LEAST_FILES = 3
"""Files with audience words that must be held to one model before it is doubted."""
MOST_FILES = 60
MOST_BLOCKS = 30
"""How much is looked at: a site shows what it is at the beginning of its pages."""


def with_doubts(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Return *judged* with a doubt about each model added to the file it starts in."""
    added: dict[int, FileResult] = {}
    for group in _by_model(judged):
        context = context_of(judged[group[0]][1])
        if model_doubtful not in rules.wanted(context) or context.model is None:
            continue
        signs: list[tuple[int, Sign]] = []
        for index in group[:MOST_FILES]:
            document = judged[index][0].document
            if document is not None:
                found = trades(document, context.lexicon.models.values())
                signs += [(index, sign) for sign in found]
        reading = Reading((), (), trades=tuple(sign for _, sign in signs))
        alone = replace(context, select=(model_doubtful.ID,))
        for finding in rules.run(reading, alone):
            index = next(
                index for index, sign in signs if sign.because == finding.because[0]
            )
            result = judged[index][0]
            found_there = sorted(
                (*result.findings, finding), key=lambda one: (one.span, one.rule)
            )
            added[index] = replace(result, findings=tuple(found_there))
    return tuple(
        (added.get(index, result), settings)
        for index, (result, settings) in enumerate(judged)
    )


def trades(document: Document, models: Iterable[Model]) -> tuple[Sign, ...]:
    """Return the words of *document* that one of *models* uses of its work."""
    views = occurrences.views_of(document)[:MOST_BLOCKS]
    return tuple(occurrences.signs.trades(views, models))


def _by_model(judged: Sequence[Judged]) -> Iterable[list[int]]:
    """Yield the places of the files that one declaration holds for, if it is enough."""
    groups: dict[tuple[object, object], list[int]] = {}
    for index, (result, settings) in enumerate(judged):
        if settings.model is not None and result.occurrences:
            groups.setdefault((settings.source, settings.model), []).append(index)
    return (group for group in groups.values() if len(group) >= LEAST_FILES)
