"""`okyaku terms`: every audience word in its place, with what was decided."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from linter.cli import models, rendering
from linter.cli.choosing import (
    Output,
    Run,
    Wanted,
    complain,
    counted,
    file_options,
    output_options,
    write,
)
from linter.cli.speaking import Command, fail, note, option, tell
from linter.config import suggest
from linter.values import Occurrence, Possessor, Sense

if TYPE_CHECKING:
    from linter.engine.results import FileResult

_FAILED = 2
_SORTS = ("place", "word", "concept", "sense")


@dataclass(frozen=True, slots=True)
class _Filter:
    """Which occurrences to show; () shows all."""

    senses: tuple[str, ...]
    concepts: tuple[str, ...]
    possessors: tuple[str, ...]
    lang: str | None

    def takes(self, occurrence: Occurrence) -> bool:
        """Tell whether *occurrence* is to be shown."""
        return (
            (not self.senses or occurrence.sense in self.senses)
            and (not self.concepts or occurrence.concept in self.concepts)
            and (not self.possessors or occurrence.possessor in self.possessors)
            and self.lang in (None, occurrence.lang)
        )


@click.command(cls=Command, help="cli-terms")
@file_options
@option(
    "--sense",
    "senses",
    multiple=True,
    type=click.Choice([str(sense) for sense in Sense]),
    help="cli-opt-sense",
)
@option("--concept", "concepts", multiple=True, metavar="NAME", help="cli-opt-concept")
@option(
    "--possessor",
    "possessors",
    multiple=True,
    type=click.Choice([str(possessor) for possessor in Possessor]),
    help="cli-opt-possessor",
)
@option(
    "--sort",
    "sort",
    type=click.Choice(_SORTS),
    default=_SORTS[0],
    help="cli-opt-sort",
)
@option(
    "--format",
    "--output-format",
    "form",
    type=click.Choice(rendering.TERM_FORMATS),
    default=rendering.TERM_FORMATS[0],
    help="cli-opt-format",
)
@option("--why", is_flag=True, help="cli-opt-why")
@output_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands over each option by itself
    context: click.Context,
    *,
    wanted: Wanted,
    output: Output,
    senses: tuple[str, ...],
    concepts: tuple[str, ...],
    possessors: tuple[str, ...],
    sort: str,
    form: str,
    why: bool,
) -> None:
    """Print the audience words of files."""
    _refuse_unknown(concepts, wanted)
    run = Run(wanted)
    results = counted(run.results(), quiet=output.quiet)
    chosen = _Filter(senses, concepts, possessors, wanted.lang)
    found = _ordered((result for result, _ in results), chosen, sort)
    write(rendering.terms(found, form, output, why=why), output)
    complain(run)
    if not (output.quiet or results or run.failures):
        note(tell("cli-no-files"))
    if run.failures:
        context.exit(_FAILED)


_ORDERS: Mapping[str, Callable[[Occurrence], tuple[str, ...]]] = {
    "word": lambda found: (found.lang, found.text.casefold()),
    "concept": lambda found: (found.concept, found.lang, found.term.word),
    "sense": lambda found: (found.sense, found.possessor or "", found.concept),
}


def _ordered(
    results: "Iterable[FileResult]", chosen: _Filter, sort: str
) -> "tuple[FileResult, ...]":
    """Return the files with the words to show; sorted otherwise, one a word."""
    found = tuple(
        replace(result, occurrences=tuple(filter(chosen.takes, result.occurrences)))
        for result in results
    )
    order = _ORDERS.get(sort)
    if order is None:
        return found
    single = [
        replace(result, occurrences=(occurrence,))
        for result in found
        for occurrence in result.occurrences
    ]
    return tuple(sorted(single, key=lambda result: order(result.occurrences[0])))


def _refuse_unknown(concepts: tuple[str, ...], wanted: Wanted) -> None:
    if not concepts:
        return
    known = models.lexicon_here(config=wanted.config, isolated=wanted.isolated).concepts
    for concept in concepts:
        if concept in known:
            continue
        close = suggest(concept, known)
        if close:
            raise fail("cli-unknown-concept-close", concept=concept, close=close)
        listed = ", ".join(known)
        raise fail("cli-unknown-concept", concept=concept, known=listed)
