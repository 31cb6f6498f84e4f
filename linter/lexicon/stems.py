"""What a text must hold for there to be anything to judge in it, whatever its format.

One scan for stems tells most files apart before any of them is parsed. It may say yes
too often, and never no where a reader would find a word: text is looked at as it
stands, and then without what may break a word apart (markup, entities, escapes,
line breaks, invisible characters, odd widths).
"""

import html
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import lexicons
from linter.lexicon.notation import (
    PhraseError,
    expand,
    normal_literal,
    without_marks,
)

LANGUAGES = ("en", "ja", "ko")
SUPPRESSIONS = "okyaku-"
"""How suppression comments begin: a file with one is read, to find stale ones."""

_SHIPPED = Path(lexicons.__file__).parent
# Marks of a phrase that stand for text that cannot be known here.
_OPEN_ENDED = re.compile(r"\{[^{}]*\}|…")
_BREAK = "\0"
_MARKED = re.compile("«([^»]+)»")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})")
_TAGS = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"\]\([^()\s]*\)")
_BETWEEN = re.compile(r"[^\w\u1100-\u11ff]+|_+")
_LEAST = 2


def may_hold_words(text: str, folders: tuple[Path, ...] = ()) -> bool:
    """Tell whether *text*, in any format, may hold a word that okyaku looks for.

    *folders* are the users' word lists, whose words count too.
    """
    found = pattern(folders).search
    if found(text.lower()):
        return True
    plain = _ESCAPE.sub(_character, text) if "\\" in text else text
    if "&" in plain:
        plain = html.unescape(plain)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    plain = plain.lower()
    without_tags = _TAGS.sub("", plain) if "<" in plain else plain
    joined = _LINK.sub("", without_tags) if "](" in plain else without_tags
    return bool(found(plain) or found(_BETWEEN.sub("", joined)))


def is_shipped_model(name: str) -> bool:
    """Tell whether one of our business models is called *name*, by its file alone."""
    plain = name.replace("-", "").isalnum()
    return plain and (_SHIPPED / "models" / f"{name}.toml").is_file()


@cache
def pattern(folders: tuple[Path, ...] = ()) -> re.Pattern[str]:
    """Return the expression that finds any stem in lower-case text.

    A folder with mistakes in it gives no stem; whoever loads it is told of them.
    """
    return re.compile(_branching(stems((*folders, _SHIPPED))))


def stems(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the shortest texts of which every word of *folders* holds one, sorted."""
    found = {SUPPRESSIONS}
    for folder in folders:
        for lang in LANGUAGES:
            for phrase in _phrases(folder / lang):
                found.update(_literals(phrase, lang))
    kept: list[str] = []
    for stem in sorted(found, key=lambda stem: (len(stem), stem)):
        if not any(shorter in stem for shorter in kept):
            kept.append(stem)
    return tuple(sorted(kept))


def _branching(texts: tuple[str, ...]) -> str:
    """Return an expression for any of *texts* that decides letter by letter.

    Python tries the branches of an alternation one after the other; a tree of them
    leaves most places after one letter.
    """
    by_first: dict[str, list[str]] = {}
    for text in texts:
        by_first.setdefault(text[:1], []).append(text[1:])
    if "" in by_first:
        return ""
    branches = [
        re.escape(first) + _branching(tuple(rests))
        for first, rests in sorted(by_first.items())
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _phrases(folder: Path) -> Iterator[str]:
    for term in _entries(folder / "terms.toml", "term"):
        if term.get("scanned", True):
            yield from _texts(term.get("word"))
            yield from _texts(term.get("plural"))
            yield from _texts(term.get("also"))
    for slip in _entries(folder / "misspellings.toml", "misspelling"):
        yield from _texts(slip.get("wrong"))


def _entries(path: Path, key: str) -> Iterator[dict[str, object]]:
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get(key)
    except (OSError, ValueError):
        return
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            yield entry


def _texts(value: object) -> Iterator[str]:
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str) and text:
            yield text


def _literals(phrase: str, lang: str) -> Iterator[str]:
    """Yield for each text that *phrase* stands for a part that it surely holds."""
    known = _OPEN_ENDED.sub(_BREAK, phrase)
    try:
        texts = expand(known)
    except PhraseError:
        return
    # English words may stand apart by any blank, Korean and Japanese ones by none.
    splits = f"{_BREAK} -・" if lang == "en" else _BREAK
    for text in texts:
        # What is marked in a slip is the slip itself: `every «costumer»`.
        marked = _MARKED.search(text)
        literal = normal_literal(without_marks(marked[1] if marked else text)).lower()
        if lang != "en":
            literal = re.sub(r"[\s・]", "", literal).rstrip("ー")
        parts = re.split(f"[{re.escape(splits)}]", literal.replace("'", ""))
        longest = max(parts, key=len)
        if len(longest) >= _LEAST:
            yield longest


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3], 16)
    return chr(code) if code <= sys.maxunicode else escape[0]
