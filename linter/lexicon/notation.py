"""The marks of phrases, `(a|b)` and `[a]`, and the texts that a phrase stands for."""

import unicodedata
from itertools import product


class PhraseError(Exception):
    """A phrase that cannot be read: *key* and *values* make the sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def expand(phrase: str) -> tuple[str, ...]:
    """Return every text that *phrase* stands for; it may hold only `(a|b)` and `[a]`.

    Raise `PhraseError` for other marks.
    """
    found = _expand(phrase)
    return tuple(dict.fromkeys(found))


def without_marks(phrase: str) -> str:
    """Return *phrase* without the marks «…»."""
    return phrase.replace("«", "").replace("»", "")


def normal_literal(text: str) -> str:
    """Return lexicon *text* in the form in which copy is compared with it."""
    plain = unicodedata.normalize("NFKC", text)
    return plain.replace("’", "'").replace("‘", "'").replace("‑", "-")


def _expand(phrase: str) -> list[str]:
    parts: list[list[str]] = [[""]]
    at = 0
    while at < len(phrase):
        character = phrase[at]
        if character in "([":
            end = _closing(phrase, at)
            inner = [
                text
                for branch in _branches(phrase[at + 1 : end])
                for text in _expand(branch)
            ]
            parts.append([*inner, ""] if character == "[" else inner)
            at = end + 1
        elif character in ")]}|{…":
            raise PhraseError("phrase-unopened", mark=character)
        else:
            parts.append([character])
            at += 1
    return ["".join(choice) for choice in product(*parts)]


def _closing(phrase: str, start: int) -> int:
    depth = 0
    for at in range(start, len(phrase)):
        if phrase[at] in "([":
            depth += 1
        elif phrase[at] in ")]":
            depth -= 1
            if depth == 0:
                return at
    raise PhraseError("phrase-unclosed", mark=phrase[start])


def _branches(inner: str) -> list[str]:
    branches, depth = [""], 0
    for character in inner:
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += character
    return branches
