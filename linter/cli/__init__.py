"""The command line: the only place that prints, exits and reads the environment.

A hook runs okyaku at every commit, mostly on files without an audience word: `quick`
answers for them, and the program with its commands is imported only for the rest.
"""

import contextlib
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.cli.program import cli

__all__ = ["cli", "main"]


def main() -> None:
    """Run okyaku as the program it is: exit 0 clean, 1 findings, 2 could not run."""
    # A reader that goes away (`| head`) ends okyaku as it ends every other program.
    with contextlib.suppress(AttributeError, ValueError):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show 한 or 客 gets an escape, not a traceback.
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    from linter.cli import quick  # noqa: PLC0415 - see the module

    status = quick.status(tuple(sys.argv[1:]))
    if status is None:
        from linter.cli import program  # noqa: PLC0415

        status = program.status()
    sys.exit(status)


def __getattr__(name: str) -> object:
    """Load the command group when it is asked for (PEP 562)."""
    if name != "cli":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return import_module("linter.cli.program").cli
