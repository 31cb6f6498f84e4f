"""What edits change, as a unified diff that `git apply` takes."""

import re
from collections.abc import Iterator
from difflib import unified_diff

_QUOTED = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def unified(path: str, before: str, after: str) -> str:
    """Return the diff from *before* to *after*, both texts of the file *path*.

    *path* is seen from the folder in which the diff will be applied, with `/`. Lines
    end where git ends them: at a line feed and nowhere else.
    """
    if before == after:
        return ""
    return "".join(
        _written(line)
        for line in unified_diff(
            _lines(before),
            _lines(after),
            _name(f"a/{path}"),
            _name(f"b/{path}"),
            lineterm="\n",
        )
    )


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _written(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _name(path: str) -> str:
    """Write *path* as git does: odd names in quotes, a tab after one with a space."""
    if _QUOTED.search(path):
        return f'"{"".join(_escaped(path))}"'
    return f"{path}\t" if " " in path else path


def _escaped(path: str) -> Iterator[str]:
    for mark in path:
        if _QUOTED.match(mark):
            yield _ESCAPES.get(mark, f"\\{ord(mark):03o}")
        else:
            yield mark
