"""Words that tell what kind of business the copy is of: carts, retainers, premiums."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.lexicon.phrase import Pattern, Vocabulary, compile_phrases
from linter.lexicon.types import Model, Relation
from linter.occurrences.masks import masks
from linter.occurrences.views import View
from linter.values import Reason, Sign, Span

_KEPT = 256


def relations(
    views: Iterable[View], entries: Mapping[str, tuple[Relation, ...]]
) -> Iterator[Sign]:
    """Yield the words of *views* that sell a relation, by each language's *entries*."""
    for view in views:
        for entry in entries[view.lang]:
            yield from _matches(view, entry.pattern, entry.of, entry.origin)


def trades(views: Iterable[View], models: Iterable[Model]) -> Iterator[Sign]:
    """Yield the words of *views* that one of *models* uses of its work."""
    models = tuple(models)
    for view in views:
        for model in models:
            phrases = model.signs.get(view.lang)
            if phrases:
                pattern = _compiled(view.lang, phrases)
                yield from _matches(view, pattern, model.id, model.origin)


@lru_cache(maxsize=_KEPT)
def _compiled(lang: str, phrases: tuple[str, ...]) -> Pattern:
    return compile_phrases(phrases, Vocabulary(lang, {}, {}))


def _matches(view: View, pattern: Pattern, of: str, origin: str) -> Iterator[Sign]:
    masked: tuple[tuple[Span, str], ...] | None = None
    for match in pattern.compiled.finditer(view.text):
        if masked is None:
            masked = masks(view.text)
        if any(Span(*match.span()).overlaps(span) for span, _ in masked):
            continue
        place = view.span(match.start(), match.end())
        span = view.block.source_span(place.start, place.end)
        text = view.block.text[place.start : place.end]
        yield Sign(of, text, view.lang, span, Reason(origin, of, 1, span))
