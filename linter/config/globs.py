"""Patterns for paths as `.gitignore` writes them, for `exclude` and for scopes."""

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pathspec import GitIgnoreSpec

_KEPT = 256
_INSIDE = "/**"


@lru_cache(maxsize=_KEPT)
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Return *patterns* ready for matching; raise `ValueError` for a malformed one."""
    return GitIgnoreSpec.from_lines([_as_git_has_it(pattern) for pattern in patterns])


def is_usable(pattern: str) -> bool:
    """Tell whether *pattern* can match anything below the folder it is written for."""
    if pattern.removeprefix("!").startswith("../"):
        return False
    try:
        found = compiled((pattern,)).patterns
    except ValueError:
        return False
    return any(item.include is not None for item in found)


def matches(
    path: Path, patterns: tuple[str, ...], root: Path, *, directory: bool = False
) -> bool:
    """Tell whether *patterns*, written in folder *root*, name *path*."""
    inside = below(path, root)
    if inside is None or not patterns:
        return False
    return compiled(patterns).match_file(f"{inside}/" if directory else inside)


def excludes(
    path: Path, patterns: tuple[str, ...], root: Path, *, directory: bool = False
) -> bool:
    """Tell whether *patterns* take out *path* or a folder that it lies in.

    A file cannot be taken back by `!` from a folder that is out: git reads its own
    patterns so (gitignore(5)), and a walk does not look into such a folder.
    """
    inside = below(path, root)
    if inside is None or not patterns:
        return False
    spec = compiled(patterns)
    parts = inside.split("/")
    folders = ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
    return any(spec.match_file(folder) for folder in folders) or spec.match_file(
        f"{inside}/" if directory else inside
    )


def below(path: Path, root: Path) -> str | None:
    """Return *path* as seen from *root*, with `/`; None where it is not below it."""
    # abspath, not resolve: a linked folder is matched by the name it is reached by.
    named = Path(os.path.abspath(path))  # noqa: PTH100
    try:
        inside = named.relative_to(os.path.abspath(root))  # noqa: PTH100
    except ValueError:
        return None
    return inside.as_posix() if inside.parts else None


def usable(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the *lines* of a foreign ignore file that can be read, as git skips."""
    return tuple(line for line in lines if is_usable(line))


def _as_git_has_it(pattern: str) -> str:
    """Mend where pathspec differs: `a/**` is what is in `a`, and not `a` itself."""
    mark = "!" if pattern.startswith("!") else ""
    bare = pattern.removeprefix("!")
    if bare.startswith("./"):
        bare = bare.removeprefix(".")
    if bare.endswith(_INSIDE):
        bare += "/*"
    return mark + bare
