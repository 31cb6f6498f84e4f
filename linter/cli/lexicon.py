"""`okyaku lexicon check`: runs the sentences that word lists carry as their tests."""

from pathlib import Path

import click

from linter.cli import models
from linter.cli.speaking import (
    Command,
    Failure,
    Group,
    fail,
    said,
    tell,
    ui_lang,
    ui_lang_option,
)
from linter.errors import OkyakuError
from linter.lexicon import Lexicon

_LANGUAGE_FOLDERS = frozenset({"en", "ja", "ko", "models"})


@click.group(
    cls=Group,
    help="cli-lexicon",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@ui_lang_option
def command() -> None:
    """Group what is done with word lists."""


@command.command(cls=Command, help="cli-lexicon-check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@ui_lang_option
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Run the examples of all entries, or of those in *paths*."""
    from linter import selfcheck  # noqa: PLC0415 - with it comes the whole program

    wanted = {_origin(path): path for path in paths}
    met: set[str] = set()
    lexicon = (
        _lexicon(paths) if paths else models.lexicon_here(config=None, isolated=False)
    )
    count = failed = 0
    for line in selfcheck.lexicon_checks(lexicon, ui_lang=ui_lang()):
        here = {start for start in wanted if line.origin.startswith(start)}
        if wanted and not here:
            continue
        met |= here
        count += 1
        if line.failure is not None:
            failed += 1
            click.echo(f"{_file(line.origin)}: {line.line}\n    {line.failure}")
    for start, path in wanted.items():
        if start not in met:
            raise fail("cli-lexicon-none", path=path)
    if failed:
        click.echo(tell("cli-lexicon-failed", failed=failed, count=count))
        context.exit(1)
    click.echo(tell("cli-lexicon-passed", count=count))


def _lexicon(paths: tuple[Path, ...]) -> Lexicon:
    from linter import lexicon  # noqa: PLC0415 - see check

    for path in paths:
        if not path.exists():
            raise fail("cli-path-missing", path=path)
    try:
        return lexicon.load(tuple(dict.fromkeys(_folder(path) for path in paths)))
    except OkyakuError as error:
        raise Failure(said(error)) from error


def _folder(path: Path) -> Path:
    """Return the folder of word lists that *path*, one of its files, belongs to."""
    folder = path.parent if path.is_file() else path
    return folder.parent if folder.name in _LANGUAGE_FOLDERS else folder


def _origin(path: Path) -> str:
    """Return how the entries in *path* begin to say where they are from."""
    folder = _folder(path)
    inside = f"{folder}/{path.relative_to(folder)}".removesuffix("/.")
    return f"{inside.removesuffix('.toml')}:" if path.is_file() else f"{inside}/"


def _file(origin: str) -> str:
    """Return *origin* with the file's whole name: `ja/cues.toml: 当社の`."""
    where, _, title = origin.partition(": ")
    return f"{where}.toml: {title}"
