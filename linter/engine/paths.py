"""The walk over files and folders: each file with the settings that hold for it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from linter import documents
from linter.config import Discovery, Settings
from linter.engine import walk
from linter.engine.linting import lint_file
from linter.engine.results import FileResult
from linter.errors import OkyakuError
from linter.messages import say


def lint_paths(
    paths: Iterable[str | Path], *, settings: Settings | None = None
) -> Iterator[FileResult]:
    """Yield the result of each file of *paths*; folders are walked as git sees them.

    Without *settings* each file has those of the configuration nearest to it. A path
    that does not exist, a file that cannot be read, or one whose configuration has
    mistakes gives a result with `error`; the others are still read.
    """
    discovery = Discovery(isolated=settings is not None)

    def excluded(path: Path, /, *, directory: bool = False) -> bool:
        if settings is not None:
            return settings.excludes(path, directory=directory)
        try:
            return discovery.excludes(path, directory=directory)
        except OkyakuError:
            return False  # said when its files are to be read

    for found in walk.walk(
        [Path(path) for path in paths],
        known=lambda name: documents.format_of(name) is not None,
        exclude=excluded,
    ):
        if isinstance(found, walk.Missing):
            yield _missing(found, settings)
            continue
        try:
            own = settings.for_path(found) if settings else discovery.settings(found)
            yield lint_file(found, settings=own)
        except OkyakuError as error:
            yield FileResult(str(found), None, (), (), str(error))


def _missing(found: walk.Missing, settings: Settings | None) -> FileResult:
    key = "cli-path-denied" if found.denied else "cli-path-missing"
    ui_lang = settings.ui_lang if settings else "en"
    sentence = say(key, ui_lang, path=found.path)
    return FileResult(str(found.path), None, (), (), sentence)
