"""The answer for files without an audience word, given before the program is loaded.

It covers what a hook asks: `okyaku check` with names of files and no option but
`--force-exclude`. Whatever else is asked, or found, is left to the program, which
gives the same answer in these cases too.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli import locale
from linter.lexicon import stems
from linter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.config import Settings

_COMMAND = "check"
_FORCE_EXCLUDE = "--force-exclude"
_REMARK = "okyaku-"
"""With it begin the comments that suppress findings: one may suppress nothing."""
_MOST = 1_000_000
"""Bytes of a file that is not looked at here: it may break a limit of the reader."""


def status(arguments: tuple[str, ...]) -> int | None:
    """Answer *arguments* and return the exit status, or None to leave it all undone."""
    if arguments[:1] != (_COMMAND,):
        return None
    names = [name for name in arguments[1:] if name != _FORCE_EXCLUDE]
    if not names or any(name.startswith("-") for name in names):
        return None
    paths = _files(names)
    if paths is None or not all(map(_is_clean, paths)):
        return None
    models = _models(paths, force_exclude=_FORCE_EXCLUDE in arguments)
    if models is None:
        return None
    _report(len(paths), undeclared=None in models)
    return 0


def _files(names: "Iterable[str]") -> list[Path] | None:
    """Return the files that *names* name, each once; None if one is no plain file."""
    found: dict[str, Path] = {}
    for name in names:
        if not os.path.isfile(name):  # noqa: PTH113 - Path.is_file raises on odd names
            return None
        found.setdefault(os.path.realpath(name), Path(name))
    return list(found.values())


def _is_clean(path: Path) -> bool:
    """Tell whether *path* is text in UTF-8 that holds nothing to judge."""
    from linter.documents.formats import FORMATS, format_of  # noqa: PLC0415

    if FORMATS[format_of(path.name) or "text"].binary:
        return False
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if len(data) > _MOST or "\0" in text:
        return False
    return _REMARK not in text and not stems.may_hold_words(text)


def _models(
    paths: "Iterable[Path]", *, force_exclude: bool
) -> "tuple[str | None, ...] | None":
    """Return the models declared; None where settings ask for more than a look."""
    from linter.cli.rule_names import RuleNames  # noqa: PLC0415
    from linter.config.finding import nearest  # noqa: PLC0415

    known: dict[Path, Path | None] = {}
    folders = {Path(os.path.abspath(path.parent)) for path in paths}  # noqa: PTH100
    if not any(nearest(folder, known) for folder in folders):
        return (None,)
    from linter.config import Discovery  # noqa: PLC0415 - a few ms of their own
    from linter.errors import OkyakuError  # noqa: PLC0415

    discovery = Discovery(known_rules=RuleNames())
    try:
        if force_exclude and any(map(discovery.excludes, paths)):
            return None
        found = tuple(map(discovery.settings, paths))
    except OkyakuError:
        return None
    return tuple(one.model for one in found) if all(map(_is_plain, found)) else None


def _is_plain(settings: "Settings") -> bool:
    """Tell whether *settings* name a model of ours, and ask for nothing unusual."""
    return not (
        settings.lexicons
        or settings.models
        or settings.baseline
        or settings.exceptions
        or settings.max_bytes
        or settings.max_line
        or settings.ui_lang != locale.DEFAULT
    ) and (settings.model is None or stems.is_shipped_model(settings.model))


def _report(count: int, *, undeclared: bool) -> None:
    ui_lang = locale.language()
    found = say("report-clean", ui_lang)
    said = say("report-summary", ui_lang, files=count, words=0, found=found)
    sys.stdout.write(f"{said}\n")
    if undeclared:
        sys.stderr.write(f"{say('cli-no-model', ui_lang)}\n")
