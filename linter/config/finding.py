"""Which configuration file belongs to a file of copy: the nearest one above it."""

import os
import tomllib
from pathlib import Path

PYPROJECT = "pyproject.toml"
NAMES = ("okyaku.toml", ".okyaku.toml", PYPROJECT)
"""The names looked for in a folder; the first that is there counts."""

_OURS = ("tool", "okyaku")


def discover(start: Path) -> Path | None:
    """Return the configuration file nearest to *start*, a file or a folder.

    Folders are searched upwards to the root of the file system; a `pyproject.toml`
    that does not speak of okyaku is passed over.
    """
    folder = Path(os.path.abspath(start))  # noqa: PTH100 - the name, not the target
    return nearest(folder if folder.is_dir() else folder.parent, {})


def nearest(folder: Path, known: dict[Path, Path | None]) -> Path | None:
    """Return the configuration file of *folder* or the nearest one above it.

    *known* keeps what was found for each folder on the way.
    """
    if folder not in known:
        found = config_in(folder)
        if found is None and folder != folder.parent:
            found = nearest(folder.parent, known)
        known[folder] = found
    return known[folder]


def config_in(folder: Path) -> Path | None:
    """Return the configuration file that *folder* itself holds."""
    for name in NAMES:
        path = folder / name
        if path.is_file() and (name != PYPROJECT or _speaks_of_us(path)):
            return path
    return None


def _speaks_of_us(path: Path) -> bool:
    """Tell whether a pyproject.toml has our table, or may have it but is broken."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    if _OURS[1] not in text:
        return False
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # Passing over a broken table of ours would lint by no settings at all.
        return ".".join(_OURS) in text
    except RecursionError:
        return False
    tool = table.get(_OURS[0])
    return isinstance(tool, dict) and isinstance(tool.get(_OURS[1]), dict)
