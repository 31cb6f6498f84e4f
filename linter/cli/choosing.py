"""The options by which a command chooses files and settings, and the run over them."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from linter.cli import locale
from linter.cli.rule_names import RuleNames
from linter.cli.speaking import (
    Failure,
    asked_language,
    configure_language,
    fail,
    note,
    option,
    said,
    tell,
    ui_lang_option,
)
from linter.config import Discovery, Settings, globs, suggest
from linter.errors import OkyakuError
from linter.messages import LANGUAGES

if TYPE_CHECKING:
    from linter.engine.changes import Changes
    from linter.engine.results import FileResult

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

STDIN = "-"
_COLOURS = ("auto", "always", "never")
_TICK = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; None and () leave what the configuration says."""

    paths: tuple[str, ...]
    config: Path | None = None
    isolated: bool = False
    model: str | None = None
    lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    stdin_filename: str | None = None
    since: str | None = None
    staged: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """Where the result goes, and how much is said beside it."""

    output_file: Path | None = None
    color: str = "auto"
    quiet: bool = False

    @property
    def file(self) -> Path | None:
        """Return the file to write to, None for stdout."""
        named = self.output_file
        return None if named is None or str(named) == STDIN else named

    @property
    def colour(self) -> bool:
        """Tell whether the result is to be coloured (no-color.org)."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        return self.file is None and sys.stdout.isatty()


@dataclass(slots=True)
class Run:
    """One run over files: what could not be done on the way is kept in *failures*."""

    wanted: Wanted
    failures: list[str] = field(default_factory=list)
    changes: "Changes | None" = field(init=False, default=None)
    _discovery: Discovery = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make ready to look for configuration files; they name rules that exist."""
        known = RuleNames()
        if STDIN in self.wanted.paths and len(self.wanted.paths) > 1:
            raise fail("cli-stdin-alone")
        self.changes = _changes(self.wanted)
        for name in (*self.wanted.select, *self.wanted.ignore):
            if name not in known:
                raise _unknown_rule(name, known)
        self._discovery = Discovery(
            config=self.wanted.config, isolated=self.wanted.isolated, known_rules=known
        )

    def results(self) -> Iterator[tuple["FileResult", Settings]]:
        """Yield each file that was read, with the settings that held for it."""
        if STDIN in self.wanted.paths:
            yield from self._stdin()
            return
        for path in self.files():
            try:
                settings = self.settings(path)
                result = self._lint(path, settings)
            except OkyakuError as error:
                self.fail(said(error))
                continue
            if result.error is not None:
                self.fail(result.error)
            yield result, settings

    def _lint(self, path: Path, settings: Settings) -> "FileResult":
        from linter import engine  # noqa: PLC0415 - with it comes the whole program

        if self.changes is None or not self.changes.staged:
            return engine.lint_file(path, settings=settings)
        from linter.engine.changes import staged_bytes  # noqa: PLC0415

        data = staged_bytes(self.changes, path)
        return engine.lint_bytes(data, path, settings=settings)

    def settings_here(self) -> Settings:
        """Return the settings that hold in the working folder."""
        try:
            return self.settings(None)
        except OkyakuError as error:
            raise Failure(said(error)) from error

    def fail(self, sentence: str) -> None:
        """Say once what could not be done."""
        if sentence not in self.failures:
            self.failures.append(sentence)

    def files(self) -> Iterator[Path]:
        """Yield the files that are asked for; what cannot be walked is a failure."""
        from linter import documents  # noqa: PLC0415 - see results
        from linter.engine import walk  # noqa: PLC0415

        changes = self.changes
        paths = [Path(path) for path in self.wanted.paths or (".",)]
        for found in walk.walk(
            paths,
            known=lambda name: documents.format_of(name) is not None,
            exclude=self._excludes,
            respect_gitignore=self.wanted.respect_gitignore,
            force_exclude=self.wanted.force_exclude,
        ):
            if isinstance(found, walk.Missing):
                key = "cli-path-denied" if found.denied else "cli-path-missing"
                self.fail(tell(key, path=found.path))
            elif changes is None or changes.has(found):
                yield found
            elif changes.name_of(found) is None:
                self.fail(tell("changes-outside", path=found))
        yield from self._gone(paths)

    def _gone(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Yield files below *paths* that are staged and no longer in the folder."""
        changes = self.changes
        if changes is None or not changes.staged:
            return
        from linter import documents  # noqa: PLC0415 - see results

        below = [changes.name_of(path) for path in paths]
        for name in sorted(changes.lines):
            path = Path(os.path.relpath(changes.root / name))
            if (
                not os.path.lexists(path)
                and documents.format_of(name)
                and any(
                    name.startswith(f"{top}/") or top in {name, "."} for top in below
                )
                and not self._excludes(path)
            ):
                yield path

    def _excludes(self, path: Path, /, *, directory: bool = False) -> bool:
        given = self.wanted.exclude
        if globs.excludes(path, given, Path.cwd(), directory=directory):
            return True
        try:
            return self._discovery.excludes(path, directory=directory)
        except OkyakuError:
            return False  # said when its files are to be read

    def _stdin(self) -> Iterator[tuple["FileResult", Settings]]:
        from linter import documents, engine  # noqa: PLC0415 - see results

        name = self.wanted.stdin_filename
        path = Path(name) if name else None
        if path and self.wanted.force_exclude and self._excludes(path):
            return
        try:
            source = sys.stdin.buffer.read().decode("utf-8")
        except UnicodeDecodeError:
            self.fail(tell("cli-stdin-not-utf-8"))
            return
        try:
            settings = self.settings(path)
            document = documents.read_text(
                source,
                format=(documents.format_of(name) if name else None) or "text",
                path=name or STDIN,
            )
            yield engine.lint_document(document, settings=settings), settings
        except OkyakuError as error:
            self.fail(said(error))

    def settings(self, path: Path | None) -> Settings:
        """Return the settings for *path*, the command line's laid on."""
        wanted, discovery = self.wanted, self._discovery
        settings = (
            discovery.settings(path) if path else discovery.settings_in(Path.cwd())
        )
        language = asked_language()
        if language is None and settings.ui_lang == Settings().ui_lang:
            language = locale.language()
        elif language is None:
            configure_language(settings.ui_lang)
        return replace(
            settings,
            model=wanted.model or settings.model,
            lang=wanted.lang or settings.lang,
            select=wanted.select or settings.select,
            ignore=(*settings.ignore, *wanted.ignore),
            ui_lang=language or settings.ui_lang,
            today=date.today(),  # noqa: DTZ011 - a day is meant as the user has it
        )


def _changes(wanted: Wanted) -> "Changes | None":
    if wanted.since is None and not wanted.staged:
        return None
    if wanted.since is not None and wanted.staged:
        raise fail("changes-both")
    from linter.engine import changes  # noqa: PLC0415 - with it comes subprocess

    try:
        return changes.staged() if wanted.since is None else changes.since(wanted.since)
    except OkyakuError as error:
        raise Failure(said(error)) from error


def shown(path: Path) -> Path:
    """Return *path* as seen from the working folder where it lies below it."""
    here = Path.cwd()
    if path.is_absolute() and path.is_relative_to(here):
        return path.relative_to(here)
    return path


def listed(
    _context: click.Context, _option: click.Parameter, values: Iterable[str]
) -> tuple[str, ...]:
    """Return the names of an option that may be repeated or hold commas."""
    return tuple(
        name for value in values for name in value.replace(" ", ",").split(",") if name
    )


_FILE_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1, type=click.Path(allow_dash=True)),
    option("--model", metavar="NAME", help="cli-opt-model"),
    option("--lang", type=click.Choice(LANGUAGES), help="cli-opt-lang"),
    option(
        "-c",
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="cli-opt-config",
    ),
    option("--isolated", is_flag=True, help="cli-opt-isolated"),
    option("--exclude", multiple=True, metavar="GLOB", help="cli-opt-exclude"),
    option("--force-exclude", is_flag=True, help="cli-opt-force-exclude"),
    option(
        "--respect-gitignore/--no-respect-gitignore",
        default=True,
        help="cli-opt-gitignore",
    ),
    option("--stdin-filename", metavar="PATH", help="cli-opt-stdin-filename"),
)
_OUTPUT_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    option(
        "-o",
        "--output-file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="cli-opt-output-file",
    ),
    option(
        "--color", type=click.Choice(_COLOURS), default="auto", help="cli-opt-color"
    ),
    option("-q", "--quiet", is_flag=True, help="cli-opt-quiet"),
    ui_lang_option,
)


def file_options(command: Decorated) -> Decorated:
    """Declare the options that choose files; the command takes them as `wanted`."""
    return collected(command, _FILE_OPTIONS, Wanted, "wanted")


def output_options(command: Decorated) -> Decorated:
    """Declare where the result goes; the command takes it as `output`."""
    return collected(command, _OUTPUT_OPTIONS, Output, "output")


def collected(
    command: Decorated,
    options: tuple[Callable[[Any], Any], ...],
    kind: type[Any],
    name: str,
) -> Decorated:
    """Declare *options*; the command takes them as one value of *kind*, called *name*.

    *kind* is a dataclass whose fields are called as the options are.
    """
    names = {field.name for field in fields(kind)}

    @wraps(command)
    def collecting(*args: object, **given: object) -> object:
        own: dict[str, Any] = {key: given.pop(key) for key in names & given.keys()}
        return command(*args, **{name: kind(**own)}, **given)

    declared: Any = collecting
    for declare in reversed(options):
        declared = declare(declared)
    return cast("Decorated", declared)  # wraps() cannot say that it changed keywords


def write(text: str, output: Output) -> None:
    """Write the result where *output* says."""
    if output.file is None:
        click.echo(text, nl=False, color=output.colour)
        return
    try:
        with click.open_file(
            str(output.file), "w", encoding="utf-8", atomic=True
        ) as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail("cli-output", path=output.file, reason=reason) from error


def counted(
    results: Iterable[tuple["FileResult", Settings]], *, quiet: bool
) -> tuple[tuple["FileResult", Settings], ...]:
    """Return all *results*; a terminal is shown how many there are on the way."""
    shown = sys.stderr.isatty() and not quiet
    found: list[tuple[FileResult, Settings]] = []
    for result in results:
        found.append(result)
        if shown and len(found) % _TICK == 0:
            click.echo(
                f"\r{tell('cli-progress', count=len(found))}", nl=False, err=True
            )
    if shown and len(found) >= _TICK:
        click.echo("\r\033[K", nl=False, err=True)
    return tuple(found)


def complain(run: Run) -> None:
    """Say what could not be done, each on a line of stderr."""
    for sentence in run.failures:
        note(sentence)


def _unknown_rule(name: str, known: Collection[str]) -> Failure:
    close = suggest(name, known)
    if close:
        return fail("cli-unknown-rule-close", rule=name, close=close)
    return fail("cli-unknown-rule", rule=name, known=", ".join(known))
