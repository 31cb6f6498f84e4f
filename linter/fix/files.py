"""A file replaced by its mended text: whole or not at all, as it was in all else."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from linter.errors import WriteError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def replace(
    path: Path, before: bytes, after: bytes, *, roots: Iterable[Path] = ()
) -> None:
    """Put *after* in the place of *before* in the file *path*.

    Nobody sees a half-written file: the new one is written beside it and takes its
    place, with the same rights and, where that is allowed, the same owner. A link is
    followed to a file in its own folder or below one of *roots*, and stays a link.
    Raise `WriteError` for a file that leads elsewhere, is read-only, holds something
    other than *before* by now, or cannot be written.
    """
    target = _target(path, roots)
    try:
        state = target.stat()
        if not state.st_mode & _WRITABLE or not os.access(target, os.W_OK):
            raise WriteError("fix-read-only", path=path)
        if target.read_bytes() != before:
            raise WriteError("fix-changed", path=path)
        _swap(target, after, state)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError("fix-unwritable", path=path, reason=reason) from error


def _target(path: Path, roots: Iterable[Path]) -> Path:
    """Return the file that *path* leads to, where it may be written."""
    real = Path(os.path.realpath(path))
    folders = (path.parent, *roots)
    if not any(real.is_relative_to(os.path.realpath(folder)) for folder in folders):
        raise WriteError("fix-link", path=path, target=real)
    return real


def _swap(target: Path, data: bytes, state: os.stat_result) -> None:
    handle, name = tempfile.mkstemp(prefix=".okyaku-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Only root may give a file away.
        with contextlib.suppress(OSError, AttributeError):
            os.chown(name, state.st_uid, state.st_gid)
        Path(name).chmod(stat.S_IMODE(state.st_mode))
        os.replace(name, target)  # noqa: PTH105 - what the tests break
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
