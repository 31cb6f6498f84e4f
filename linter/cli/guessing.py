"""`okyaku models --guess`: which kind of business the copy speaks for."""

from collections.abc import Iterator
from pathlib import Path

from linter import engine
from linter.cli.choosing import Run, Wanted
from linter.cli.speaking import Failure, fail, tell, ui_lang
from linter.engine.guess import Guess, Standing, guess
from linter.lexicon import Lexicon

_MOST_SHOWN = 3
_MOST_WORDS = 6
_GAP = "  "


def guessed(paths: tuple[str, ...], *, config: Path | None, isolated: bool) -> str:
    """Return what the copy in *paths* speaks for, in words.

    Raise `Failure` where nothing could be read.
    """
    run = Run(Wanted(paths, config=config, isolated=isolated))
    read = []
    lexicon: Lexicon | None = None
    for result, settings in run.results():
        lexicon = lexicon or engine.lexicon_of(settings)
        if result.error is None:
            # A file without audience words was not parsed, and may tell all the same.
            document = result.document or engine.read_file(
                Path(result.path), settings=settings
            )
            read.append((document, result.occurrences))
    if run.failures:
        raise Failure("\n".join(run.failures))
    if lexicon is None:
        raise fail("cli-no-files")
    return "\n".join(_lines(guess(read, lexicon), lexicon, len(read)))


def _lines(found: Guess, lexicon: Lexicon, files: int) -> Iterator[str]:
    if not found.standings:
        yield tell("cli-guess-none", count=files)
        return
    best, *others = found.standings
    yield tell(
        "cli-guess",
        model=best.model,
        name=lexicon.models[best.model].names[ui_lang()],
        sure=tell(f"cli-guess-{found.sure}"),
        count=files,
    )
    yield _GAP + _evidence(best)
    if others:
        yield ""
        yield tell("cli-guess-others")
        for standing in others[: _MOST_SHOWN - 1]:
            name = lexicon.models[standing.model].names[ui_lang()]
            yield f"{_GAP}{standing.model} ({name}): {_evidence(standing)}"
    yield ""
    yield tell("cli-guess-more", model=best.model)


def _evidence(standing: Standing) -> str:
    shown = ", ".join(
        f"{word} ×{count}" for word, count in standing.words[:_MOST_WORDS]
    )
    rest = len(standing.words) - _MOST_WORDS
    listed = f"{shown}, +{rest}" if rest > 0 else shown
    return tell("cli-guess-points", points=standing.points, words=listed)
