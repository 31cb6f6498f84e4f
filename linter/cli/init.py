"""`okyaku init`: writes an okyaku.toml."""

import os
import re
import sys
import tempfile
from pathlib import Path

import click

from linter.cli import models
from linter.cli.speaking import (
    Command,
    fail,
    note,
    option,
    tell,
    ui_lang,
    ui_lang_option,
)
from linter.config import discover, template
from linter.lexicon import Lexicon

_FILE = "okyaku.toml"
_COMMAS = re.compile(r"[,、，]")


@click.command(cls=Command, help="cli-init")
@option("--model", metavar="NAME", help="cli-opt-init-model")
@option("--name", "names", multiple=True, metavar="NAME", help="cli-opt-init-name")
@option("-y", "--yes", is_flag=True, help="cli-opt-init-yes")
@option("--force", is_flag=True, help="cli-opt-init-force")
@ui_lang_option
def command(
    model: str | None, names: tuple[str, ...], *, yes: bool, force: bool
) -> None:
    """Write the configuration file of the working directory."""
    here = Path.cwd()
    _refuse_to_overwrite(here, force=force)
    lexicon = models.lexicon_here(config=None, isolated=True)
    asks = not yes and is_terminal()
    if model is None and asks:
        model = _asked_model(lexicon)
        names = names or _asked_names()
    if model is None and not yes:
        raise fail("cli-init-no-model")
    if model is not None:
        known = lexicon.model_named(model)
        if known is None:
            raise models.unknown_model(model, lexicon)
        model = known.id
    _write(here / _FILE, template(model, names=names, ui_lang=ui_lang()))
    click.echo(tell("cli-init-written", path=_FILE))


def is_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _refuse_to_overwrite(here: Path, *, force: bool) -> None:
    found = discover(here)
    if (here / _FILE).exists():
        found = here / _FILE
    if found is not None and found.parent == here and not force:
        raise fail("cli-init-exists", path=found.name)


def _asked_model(lexicon: Lexicon) -> str:
    lang = ui_lang()
    known = sorted(lexicon.models.values(), key=lambda model: model.id)
    note(tell("cli-init-which"))
    for number, model in enumerate(known, start=1):
        note(f"{number:4}  {model.id}: {model.names[lang]}")
    while True:
        answer = str(click.prompt(tell("cli-init-model-prompt"), err=True)).strip()
        if answer.isdecimal() and 1 <= int(answer) <= len(known):
            return known[int(answer) - 1].id
        model_named = lexicon.model_named(answer)
        if model_named is not None:
            return model_named.id
        note(models.unknown_model(answer, lexicon).message)


def _asked_names() -> tuple[str, ...]:
    answer = click.prompt(
        tell("cli-init-names-prompt"), default="", show_default=False, err=True
    )
    return tuple(name.strip() for name in _COMMAS.split(answer) if name.strip())


def _write(path: Path, text: str) -> None:
    """Write all of *text* or nothing: beside the file first, then in its place."""
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".okyaku-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            umask = os.umask(0)
            os.umask(umask)
            Path(beside).chmod(0o666 & ~umask)
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail("cli-output", path=path.name, reason=reason) from error
