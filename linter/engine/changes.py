"""Which lines of which files a change touched, as git itself tells."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from linter.errors import ChangesError

_DIFF = (
    "-c",
    "core.quotePath=false",
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules=all",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_NEW = "+++ "
_UNMERGED = "* Unmerged path "
_BINARY = "Binary files "
_ESCAPE = re.compile(r"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines (from 1) that a change touched, by file; None: all of the file.

    *root* is the top of the repository, without links; files are named by their
    place below it, with `/`. *staged* tells that the lines are those of the index.
    """

    root: Path
    lines: Mapping[str, tuple[range, ...] | None]
    staged: bool = False

    def name_of(self, path: Path) -> str | None:
        """Return how *path* is called in the repository, None outside of it."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link has its own name
        real = Path(os.path.realpath(absolute.parent), absolute.name)
        try:
            return real.relative_to(self.root).as_posix()
        except ValueError:
            return None

    def has(self, path: Path) -> bool:
        """Tell whether the change touched the file *path*."""
        return self.name_of(path) in self.lines

    def touches(self, path: Path, first: int, last: int) -> bool:
        """Tell whether the change touched one of the lines *first* to *last*."""
        name = self.name_of(path)
        if name is None or name not in self.lines:
            return False
        touched = self.lines[name]
        return touched is None or any(
            lines.start <= last and first < lines.stop for lines in touched
        )


def since(revision: str) -> Changes:
    """Return what changed in the working copy since *revision*, new files too.

    Where *revision* is on another branch, it counts from where the branches part.
    Raise `ChangesError` outside of a repository and for an unknown revision.
    """
    root = _root()
    named = f"{revision}^{{commit}}"
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", named)
    if commit is None:
        raise ChangesError("changes-unknown-revision", revision=revision)
    commit = commit.strip()
    # A shallow clone may not reach back to where the branches part.
    base = (_git("merge-base", commit, "HEAD") or commit).strip()
    lines = dict(_touched(_asked(*_DIFF, base)))
    new = _asked(
        "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"
    )
    lines.update((name, None) for name in new.split("\0") if name)
    return Changes(root, lines)


def staged() -> Changes:
    """Return what is staged for commit; raise `ChangesError` as `since` does."""
    root = _root()
    return Changes(root, dict(_touched(_asked(*_DIFF, "--cached"))), staged=True)


def staged_bytes(changes: Changes, path: Path) -> bytes:
    """Return the file *path* as it is staged; raise `ChangesError` where it is not."""
    name = changes.name_of(path)
    done = _run("cat-file", "blob", f":{name}")
    if done.returncode:
        raise ChangesError("changes-not-staged", path=path)
    return done.stdout


def _touched(diff: str) -> Iterator[tuple[str, tuple[range, ...] | None]]:
    """Yield the files of *diff* that are still there, each with its touched lines."""
    for part in re.split(
        r"^(?=diff --git |\* Unmerged path )", diff, flags=re.MULTILINE
    ):
        head, _, hunks = part.partition("\n@@ ")
        for line in head.split("\n"):
            name, whole = _named(line)
            if name and whole:
                yield name, None
            elif name:
                yield name, tuple(_lines(f"@@ {hunks}"))


def _named(line: str) -> tuple[str | None, bool]:
    """Return the file that a line above the hunks names, and if all of it changed."""
    if line.startswith(_UNMERGED):
        return _unquoted(line.removeprefix(_UNMERGED)), True
    if line.startswith(_BINARY):
        return _binary(line), True
    if line.startswith(_NEW):
        path = _unquoted(line.removeprefix(_NEW))
        return (None if path == "/dev/null" else path.removeprefix("b/")), False
    return None, False


def _lines(hunks: str) -> Iterator[range]:
    for hunk in _HUNK.finditer(hunks):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        if count:
            yield range(start, start + count)


def _binary(line: str) -> str | None:
    """Return the new name in `Binary files a/x and b/y differ`, None if it is gone."""
    named = line.removeprefix(_BINARY).removesuffix(" differ")
    for mark in (' and "b/', " and b/"):
        _, found, rest = named.rpartition(mark)
        if found:
            quote = '"' if '"' in mark else ""
            return _unquoted(f"{quote}b/{rest}").removeprefix("b/")
    return None


def _unquoted(name: str) -> str:
    """Return a file's name as git writes it, without quotes and escapes."""
    name = name.removesuffix("\t")
    if not (name.startswith('"') and name.endswith('"')):
        return name
    raw = bytearray()
    at = 0
    inside = name[1:-1]
    for found in _ESCAPE.finditer(inside):
        raw += inside[at : found.start()].encode("utf-8", "surrogateescape")
        code = found[1]
        if len(code) > 1:
            raw.append(int(code, 8))
        else:
            raw.append(_ESCAPES.get(code, ord(code)))
        at = found.end()
    raw += inside[at:].encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "surrogateescape")


def _root() -> Path:
    found = _git("rev-parse", "--show-toplevel")
    if not found:
        raise ChangesError("changes-no-repository", folder=Path.cwd())
    return Path(os.path.realpath(found.rstrip("\n")))


def _asked(*arguments: str) -> str:
    """Return what git answers; raise `ChangesError` with what it complains of."""
    done = _run(*arguments)
    if done.returncode:
        reason = _text(done.stderr).strip().partition("\n")[0]
        raise ChangesError("changes-failed", reason=reason)
    return _text(done.stdout)


def _git(*arguments: str) -> str | None:
    done = _run(*arguments)
    return None if done.returncode else _text(done.stdout)


def _run(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - git, with arguments of our own
            ["git", "--no-optional-locks", *arguments],  # noqa: S607 - as the user's
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ChangesError("changes-no-git") from error


def _text(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


def lines_of(source: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return first and last line of each of *spans*, as git counts lines."""
    return [
        (
            source.count("\n", 0, start) + 1,
            source.count("\n", 0, max(start, end - 1)) + 1,
        )
        for start, end in spans
    ]
