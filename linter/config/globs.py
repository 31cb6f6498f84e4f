"""Patterns for paths as `.gitignore` writes them, for `exclude` and for scopes."""

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_KEPT = 256
_INSIDE = "/**"
# pathspec's name of the group that matches the slash behind a folder.
_FOLDER = "ps_d"


@lru_cache(maxsize=_KEPT)
def compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    """Return *patterns* ready for matching; raise `ValueError` for a malformed one."""
    return _spec(patterns)


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


def ignore_file(lines: Iterable[str]) -> "GitIgnoreSpec":
    """Return the patterns of a `.gitignore`; as in git, malformed ones are skipped."""
    # git does not know `./a`, which our own patterns may begin with.
    kept = [line for line in lines if not line.removeprefix("!").startswith("./")]
    try:
        return _spec(kept)
    except ValueError:
        return _spec(line for line in kept if is_usable(line))


def decides(spec: "GitIgnoreSpec", path: str) -> bool | None:
    """Return what the last pattern that names *path* itself says; None: none does.

    *path* ends in `/` where it is a folder. Unlike pathspec, which looks at files
    alone, a walk asks for each folder before what is in it: a pattern that names only
    a folder above (`!*/`) must then say nothing of *path*.
    """
    for pattern in reversed(spec.patterns):
        match = pattern.regex.search(path) if pattern.regex else None
        if match and _names_all_of(match):
            return pattern.include
    return None


def _names_all_of(match: re.Match[str]) -> bool:
    if _FOLDER not in match.re.groupindex:
        return True
    if match.re.pattern == f"(?P<{_FOLDER}>/)":  # `*/`: the first folder is found
        return match.string.endswith("/")
    return match.end(_FOLDER) in (-1, len(match.string))


def _spec(patterns: Iterable[str]) -> "GitIgnoreSpec":
    # Loading it takes as long as Python itself; most runs of a hook have no pattern.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines([_as_git_has_it(pattern) for pattern in patterns])


def _as_git_has_it(pattern: str) -> str:
    """Mend where pathspec differs: `a/**` is what is in `a`, and not `a` itself."""
    mark = "!" if pattern.startswith("!") else ""
    bare = pattern.removeprefix("!")
    if bare.startswith("./"):
        bare = bare.removeprefix(".")
    folders = "/" if bare.endswith(f"{_INSIDE}/") else ""
    bare = bare.removesuffix("/") if folders else bare
    if bare.endswith(_INSIDE):
        bare += f"/*{folders}"
    return mark + bare
