"""Which files are translations of each other, told by their folders and names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LANGUAGES = ("en", "ja", "ko")
SLOT = "{lang}"

# A locale as a whole folder (`content/ja/`, `values-ko`, `ko.lproj`), or in a name
# (`index.ja.md`, `messages_ko.properties`, `ja.json`).
_REGION = r"(?:[-_](?:r?[A-Z]{2}|[a-z]{2}))?"
_LANG = rf"(?P<lang>{'|'.join(LANGUAGES)}|jp|kr){_REGION}"
_FOLDER = re.compile(
    rf"(?P<before>|values-)(?:{_LANG})(?P<after>|\.lproj)", re.IGNORECASE
)
_NAME = re.compile(
    rf"(?P<before>|.+[._-])(?:{_LANG})(?P<after>\.[\w.]+)", re.IGNORECASE
)
_SAME = {"jp": "ja", "kr": "ko"}
# The folder or file without a locale is the first language's: `values/`, `index.md`.
_UNMARKED = {"values-": "values"}


@dataclass(frozen=True, slots=True)
class Family:
    """One page or file of strings in several languages, by language."""

    name: str
    members: Mapping[str, Path]


def families(
    paths: Iterable[Path], patterns: tuple[str, ...] = (), *, first: str = "en"
) -> tuple[Family, ...]:
    """Return the *paths* that are the same file in two or more languages.

    *patterns* name where the language stands (`content/{lang}/**`); without them it
    is looked for in folders and names. A file with no language in its path is taken
    for the *first* language's where the others of its family are marked.
    """
    groups: dict[str, dict[str, Path]] = {}
    unmarked: dict[str, Path] = {}
    for path in sorted(paths):
        shown = PurePosixPath(*path.parts)
        marked = list(_marked(shown, patterns))
        for name, lang in marked:
            groups.setdefault(name, {}).setdefault(lang, path)
        if not marked and not patterns:
            unmarked.setdefault(str(shown), path)
    for name, members in groups.items():
        for bare in _bare(name):
            if bare in unmarked:
                members.setdefault(first, unmarked[bare])
    return tuple(
        Family(name, members)
        for name, members in sorted(groups.items())
        if len(members) > 1
    )


def _marked(
    path: PurePosixPath, patterns: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the path with its language left open, and the language; at most one."""
    if patterns:
        for pattern in patterns:
            match = _compiled(pattern).search(str(path))
            if match:
                start, end = match.span("lang")
                lang = _SAME.get(match["lang"].lower(), match["lang"].lower())
                yield f"{str(path)[:start]}{SLOT}{str(path)[end:]}", lang
                return
        return
    match = _NAME.fullmatch(path.name)
    if match:
        name = f"{match['before']}{SLOT}{match['after']}"
        yield str(path.with_name(name)), _language(match)
        return
    for at in reversed(range(len(path.parts) - 1)):
        match = _FOLDER.fullmatch(path.parts[at])
        if match:
            part = f"{match['before']}{SLOT}{match['after']}"
            parts = (*path.parts[:at], part, *path.parts[at + 1 :])
            yield str(PurePosixPath(*parts)), _language(match)
            return


def _language(match: re.Match[str]) -> str:
    lang = match["lang"].lower()
    return _SAME.get(lang, lang)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Return *pattern* as an expression: `**` any folders, `*` any name."""
    source = re.escape(pattern.removeprefix("./"))
    source = source.replace(re.escape(SLOT), f"(?:{_LANG})")
    source = source.replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.compile(rf"(?:^|/){source}$", re.IGNORECASE)


def _bare(name: str) -> Iterator[str]:
    """Yield the paths that *name* has when its language is left out."""
    path = PurePosixPath(name)
    for mark in (f".{SLOT}", f"_{SLOT}", f"-{SLOT}"):
        if mark in path.name:
            yield str(path.with_name(path.name.replace(mark, "", 1)))
    parts = list(path.parts)
    for at, part in enumerate(parts[:-1]):
        if SLOT in part:
            plain = _UNMARKED.get(part.replace(SLOT, ""))
            kept = [plain] if plain else []
            yield str(PurePosixPath(*parts[:at], *kept, *parts[at + 1 :]))
