"""On which line of a TOML file a key stands; the standard library does not tell."""

import re
from dataclasses import dataclass

_HEADER = re.compile(r"\s*(?P<open>\[\[?)(?P<name>[^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""\s*(?P<key>(?:"[^"]*"|'[^']*'|[\w-]+)"""
    r"""(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*="""
)
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, from 1, by the path of tables and keys that they open."""

    by_path: dict[tuple[str | int, ...], tuple[int, ...]]

    def of(self, path: tuple[str | int, ...]) -> int | None:
        """Return the line of *path*, else of what holds it; None where unsure.

        A line that only looks like a key, within a text of several lines, can make
        two of one path: then nothing is said.
        """
        for length in range(len(path), 0, -1):
            found = self.by_path.get(path[:length], ())
            if found:
                return found[0] if len(found) == 1 else None
        return None


def lines_of(source: str) -> Lines:
    """Return where the keys and tables of *source* stand."""
    found: dict[tuple[str | int, ...], tuple[int, ...]] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    for number, line in enumerate(source.split("\n"), start=1):
        header = _HEADER.match(line)
        if header:
            table = _parts(header["name"])
            if header["open"] == "[[":
                index = counts.get(table, 0)
                counts[table] = index + 1
                table = (*table, index)
            path = table
        else:
            key = _KEY.match(line)
            if key is None:
                continue
            path = (*table, *_parts(key["key"]))
        found[path] = (*found.get(path, ()), number)
    return Lines(found)


def _parts(name: str) -> tuple[str, ...]:
    return tuple("".join(groups) for groups in _PART.findall(name))
