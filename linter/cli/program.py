"""The commands of okyaku, and the exit status of a run of them."""

import traceback
from importlib import import_module

import click

from linter import __version__
from linter.cli.speaking import Group, ui_lang_option

# The modules are imported when a command is asked for: `okyaku --version` is instant.
_COMMANDS = {
    "check": "linter.cli.check",
    "terms": "linter.cli.terms",
    "parity": "linter.cli.parity",
    "models": "linter.cli.models",
    "explain": "linter.cli.explain",
    "init": "linter.cli.init",
    "baseline": "linter.cli.baseline",
    "lexicon": "linter.cli.lexicon",
}
_FAILED = 2
_INTERRUPTED = 130


class _Commands(Group):
    """The commands by name, in the order in which help lists them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command *cmd_name*, its module loaded now."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=_Commands,
    help="cli-okyaku",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="okyaku", message="%(prog)s %(version)s")
@ui_lang_option
def cli() -> None:
    """Run a command."""


def status() -> int:
    """Run the command that was asked for: 0 clean, 1 findings, 2 could not run."""
    try:
        return int(cli.main(standalone_mode=False, prog_name="okyaku") or 0)
    except click.ClickException as error:
        error.show()
        return _FAILED
    except click.Abort:
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - shown whole; 1 would read as "findings"
        traceback.print_exc()
        return _FAILED
