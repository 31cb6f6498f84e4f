"""The user's language on the command line: options, help and errors in it."""

from collections.abc import Callable
from copy import copy
from typing import IO, Any, TypeVar

import click

from linter.cli import locale
from linter.config import suggest
from linter.errors import OkyakuError
from linter.messages import LANGUAGES, say

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_KEY = "linter.ui_lang"
_CONFIGURED = "linter.ui_lang.configured"


def asked_language() -> str | None:
    """Return the language that the user asked okyaku to speak, None without a word."""
    context = click.get_current_context(silent=True)
    asked = context.meta.get(_KEY) if context else None
    return asked or locale.own_language()


def ui_lang() -> str:
    """Return the language to speak in: asked for, configured, or the locale's."""
    context = click.get_current_context(silent=True)
    configured = context.meta.get(_CONFIGURED) if context else None
    return asked_language() or configured or locale.language()


def configure_language(lang: str) -> None:
    """Speak *lang* from now on, where nobody asked for another language."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta.setdefault(_CONFIGURED, lang)


def tell(key: str, **values: object) -> str:
    """Return the message *key* in the user's language."""
    return say(key, ui_lang(), **values)


def note(sentence: str) -> None:
    """Say something beside the result: on stderr."""
    click.echo(sentence, err=True)


def said(error: OkyakuError) -> str:
    """Return what *error* says, with what was probably meant."""
    if error.key == "config-unknown-model":
        known = str(error.values["known"]).split(", ")
        close = suggest(str(error.values["model"]), known)
        if close:
            model = error.values["model"]
            return tell("config-unknown-model-close", model=model, close=close)
    return error.say(ui_lang())


class Failure(click.ClickException):
    """What was asked cannot be done; the message is a sentence or several."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is, on stderr."""
        click.echo(self.message, file=file, err=file is None)


def fail(key: str, **values: object) -> Failure:
    """Return an error for what was asked that cannot be done."""
    return Failure(tell(key, **values))


def _remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_KEY] = value


class Option(click.Option):
    """An option whose help is a message key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and what it does, in the user's language."""
        shown = copy(self)
        shown.help = tell(self.help or "")
        return super(Option, shown).get_help_record(ctx)


class Command(click.Command):
    """A command whose help is a message key."""

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what the command does, in the user's language."""
        shown = copy(self)
        shown.help = tell(self.help or "")
        super(Command, shown).format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first line of what the command does."""
        del limit
        return tell(self.help or "").partition("\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows help, described in the user's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = tell("cli-opt-help")
        return option


class Group(Command, click.Group):
    """A group whose help is a message key."""

    command_class = Command


def option(*names: str, **given: Any) -> Callable[[Decorated], Decorated]:  # noqa: ANN401 - what click takes
    """Declare an option; `help` is a message key."""
    return click.option(*names, cls=Option, **given)


ui_lang_option = option(
    "--ui-lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_remember,
    help="cli-opt-ui-lang",
)
