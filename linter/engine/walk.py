"""Which files a run reads: folders walked in order, what git ignores left out."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from linter.config import globs
from linter.config.finding import NAMES as CONFIGURATIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_INSTALLED = frozenset({"node_modules", "bower_components", "__pycache__"})
# A file that marks the folder of a virtual environment (PEP 405), whatever its name.
_ENVIRONMENT = "pyvenv.cfg"


class Exclude(Protocol):
    """Tells whether the configuration takes out a path: `Discovery.excludes`."""

    def __call__(self, path: Path, /, *, directory: bool = False) -> bool:
        """Tell whether *path*, a file or a *directory*, is out."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A path that could not be walked: it does not exist, or reading it is *denied*."""

    path: Path
    denied: bool = False


def nothing_excluded(_path: Path, /, *, directory: bool = False) -> bool:
    """Exclude nothing, neither files nor a *directory*."""
    del directory
    return False


def walk(
    paths: Iterable[Path],
    *,
    known: Callable[[str], bool],
    exclude: Exclude = nothing_excluded,
    respect_gitignore: bool = True,
    force_exclude: bool = False,
) -> Iterator[Path | Missing]:
    """Yield the files that *paths* name, each once, and what could not be walked.

    A folder gives its files of a format that is *known* by name, folders and files
    sorted together, without hidden ones, configuration files, installed packages, what
    *exclude* takes out and what git ignores. A file that is named itself is always
    given, unless *force_exclude* is set and *exclude* takes it out. A folder that git
    ignores is walked when it is named itself. Linked folders are not entered; linked
    files come last, where the walk has not met what they lead to.
    """
    run = _Run(known, exclude, respect_gitignore)
    for path in paths:
        if force_exclude and exclude(path, directory=path.is_dir()):
            continue
        if path.is_dir():
            yield from run.folder(path)
        elif os.path.exists(path):  # noqa: PTH110 - Path.exists raises on odd names
            yield from run.once(path, os.path.realpath(path))
        else:
            yield Missing(path)
    for link in run.links:
        yield from run.once(link, os.path.realpath(link))


@dataclass(frozen=True, slots=True)
class _Level:
    """The patterns of one ignore file, and the folder they are seen from with `/`."""

    folder: str
    spec: "GitIgnoreSpec"


_Levels = tuple[_Level, ...]


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way: its entries left to visit, and what holds in it."""

    entries: Iterator[os.DirEntry[str]]
    real: str
    levels: _Levels


@dataclass(slots=True)
class _Run:
    """One walk: what was given already, and the linked files kept for the end."""

    known: Callable[[str], bool]
    exclude: Exclude
    respect_gitignore: bool
    links: list[Path] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def once(self, path: Path, real: str) -> Iterator[Path]:
        """Yield *path* unless its *real* one was given before."""
        if real not in self.seen:
            self.seen.add(real)
            yield path

    def folder(self, root: Path) -> Iterator[Path | Missing]:
        """Yield the files of *root* and of the folders in it."""
        real = os.path.realpath(root)
        levels = _levels_above(real) if self.respect_gitignore else ()
        if _ignored(levels, real, directory=True):
            levels = ()
        entered = self._enter(str(root), real, levels, is_root=True)
        if isinstance(entered, Missing):
            yield entered
            return
        # A list and no recursion: folders may lie deeper than Python's stack.
        way = [entered]
        while way:
            entry = next(way[-1].entries, None)
            if entry is None:
                way.pop()
                continue
            inside = os.path.join(way[-1].real, entry.name)  # noqa: PTH118 - speed
            if entry.is_dir(follow_symlinks=False):
                if self._takes_folder(entry, inside, way[-1].levels):
                    entered = self._enter(entry.path, inside, way[-1].levels)
                    if isinstance(entered, Missing):
                        yield entered
                    else:
                        way.append(entered)
            elif self._takes_file(entry, inside, way[-1].levels):
                if entry.is_symlink():
                    self.links.append(Path(entry.path))
                else:
                    yield from self.once(Path(entry.path), inside)

    def _enter(
        self, path: str, real: str, levels: _Levels, *, is_root: bool = False
    ) -> _Folder | Missing:
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            return Missing(Path(path), denied=True)
        names = {entry.name for entry in entries}
        if _ENVIRONMENT in names and not is_root:
            return _Folder(iter(()), real, levels)
        if self.respect_gitignore:
            if ".git" in names and not is_root:
                levels = _repository_level(real)
            if ".gitignore" in names:
                levels = (*levels, *_level(real, f"{real}/.gitignore"))
        return _Folder(iter(entries), real, levels)

    def _takes_folder(
        self, entry: os.DirEntry[str], real: str, levels: _Levels
    ) -> bool:
        return not (
            entry.name.startswith(".")
            or entry.name in _INSTALLED
            or _ignored(levels, real, directory=True)
            or self.exclude(Path(entry.path), directory=True)
        )

    def _takes_file(self, entry: os.DirEntry[str], real: str, levels: _Levels) -> bool:
        return (
            not entry.name.startswith(".")
            and entry.name not in CONFIGURATIONS
            and self.known(entry.name)
            and entry.is_file()
            and not _ignored(levels, real, directory=False)
            and not self.exclude(Path(entry.path))
        )


def _ignored(levels: _Levels, real: str, *, directory: bool) -> bool:
    """Ask the nearest ignore file first; the first that speaks of the path decides."""
    for level in reversed(levels):
        if not real.startswith(level.folder):
            continue
        inside = real.removeprefix(level.folder)
        shown = f"{inside}/" if directory else inside
        include = globs.decides(level.spec, shown)
        if include is not None:
            return include
    return False


def _levels_above(real: str) -> _Levels:
    """Return what the folders above *real* ignore, up to the root of its repository.

    Outside a repository nothing above the folder counts.
    """
    folder = Path(real)
    parents = (folder, *folder.parents)
    repository = next((at for at in parents if (at / ".git").exists()), None)
    if repository is None:
        return ()
    levels = _repository_level(str(repository))
    for parent in reversed(folder.parents):
        if parent == repository or repository in parent.parents:
            levels = (*levels, *_level(str(parent), str(parent / ".gitignore")))
    return levels


def _repository_level(folder: str) -> _Levels:
    """Return what the repository's own `info/exclude` ignores (gitignore(5))."""
    git = Path(folder, ".git")
    try:
        if git.is_file():
            # A worktree or submodule points to its folder (gitrepository-layout(5)).
            pointer = git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
            git = git.parent / pointer
            common = git / "commondir"
            if common.is_file():
                git /= common.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ()
    return _level(folder, str(git / "info" / "exclude"))


def _level(folder: str, file: str) -> _Levels:
    try:
        text = Path(file).read_text(encoding="utf-8-sig", errors="surrogateescape")
    except (OSError, ValueError):
        return ()
    if not text.strip():
        return ()
    spec = globs.ignore_file(text.splitlines())
    return (_Level(folder.rstrip("/") + "/", spec),) if len(spec) else ()
