"""The same word on both sides of a contrast: what machine translation leaves of two.

The frames are those in which two audiences are set against each other (pair, denial,
change, comparison, question, parallel clauses). A frame holds where the two words are
neighbours of one sentence, the first stands bare (新規顧客と顧客 is no collapse: it is
modified) and the second is closed on its right (고객과 고객센터 is none: it goes on).
Parts of speech decide that in Japanese and Korean, word lists in English, where okyaku
reads none.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from linter import languages
from linter.lexicon.phrase import Pattern
from linter.lexicon.types import Contrast as Frame
from linter.values import STRONG, WEAK, Contrast, Occurrence, Reason, Sense, Token

_NEVER = frozenset({Sense.SOFTWARE, Sense.NAME, Sense.FIXED})
_FAR = 90
"""How many code points the clauses of a far frame may lie apart."""
_LOOKED_AT = 60
_BLANKS = str.maketrans(dict.fromkeys("()（）[]【】「」『』“”‘’\"'《》〈〉", " "))
_QUOTES = frozenset("'\"‘“")
_HONORIFIC = re.compile(r"(?:様|さま|さん|님|들|분들)$")
_TITLE = re.compile(r"^(?:様|さま|さん|님|들|분들)(?=\W|[과와을를은는이가의])")
_CLOSED = re.compile(r"\s*(?:[^\w\s]|$)")

# The word before belongs to what the first word means: 見込み顧客, 長年の顧客.
_MODIFIERS = {
    "ja": re.compile(
        r"名詞-(?:普通|固有)|形容詞|形状詞|接頭辞|動詞|連体詞|助詞-格助詞の|"
        r"助動詞[なた]"
    ),
    "ko": re.compile(r"NNG|NNP|XR|MM|JKG|VA|.*ETM"),
}
_POINTERS = frozenset({"그", "이", "저", "어느", "その", "この", "あの", "どの"})
_NOUNS = {"ja": re.compile(r"名詞"), "ko": re.compile(r"NN[GP]")}
# Nouns that close a pair and do not go on from its second word.
_CLOSERS = frozenset(
    {"間", "双方", "両方", "両者", "同士", "간", "사이", "모두", "둘", "양쪽"}
)


def contrasts(
    occurrences: Iterable[Occurrence], frames: Mapping[str, tuple[Frame, ...]]
) -> Iterator[Contrast]:
    """Yield each pair of neighbouring *occurrences* that one of *frames* encloses."""
    kept = [one for one in occurrences if one.sense not in _NEVER]
    for first, second in pairwise(kept):
        if not _are_neighbours(first, second):
            continue
        for frame in frames[first.lang]:
            if _holds(frame, first, second):
                reason = Reason(
                    frame.origin,
                    "contrast",
                    STRONG if frame.sure else WEAK,
                    first.span,
                )
                yield Contrast(first, second, frame.sure, reason)
                break


def _are_neighbours(first: Occurrence, second: Occurrence) -> bool:
    return (
        first.place.block is second.place.block
        and first.place.sentence == second.place.sentence
        and first.lang == second.lang
        and _folded(first) == _folded(second)
    )


def _folded(occurrence: Occurrence) -> str:
    text = unicodedata.normalize("NFKC", occurrence.text).casefold()
    return _HONORIFIC.sub("", text)


def _holds(frame: Frame, first: Occurrence, second: Occurrence) -> bool:
    text, sentence = first.place.block.text, first.place.sentence
    before = _plain(text[sentence.start : first.place.span.start])[-_LOOKED_AT:]
    between = _plain(text[first.place.span.end : second.place.span.start])
    after = _plain(text[second.place.span.end : sentence.end])[:_LOOKED_AT]
    between, after = _TITLE.sub("", between), _TITLE.sub("", after)
    return (
        not _is_possessive(first, second)
        and _joins(frame, between)
        and (frame.needs_before is None or _ends(frame.needs_before, before))
        and not (frame.unless_before and _ends(frame.unless_before, before))
        and not (frame.unless_after and _starts(frame.unless_after, after))
        and _closes(frame, after)
        and not _is_modified(first)
        and (frame.after is not None or not _goes_on(second))
    )


def _is_possessive(first: Occurrence, second: Occurrence) -> bool:
    """Tell whether *second* goes on as `clients'` or `client's`."""
    text, start = second.place.block.text, first.place.span.start
    opened = text[start - 1 : start] in _QUOTES
    after = text[second.place.span.end : second.place.span.end + 1]
    return second.lang == "en" and after in {"'", "’"} and not opened


def _plain(text: str) -> str:
    """Return *text* as frames are written: brackets and quotation marks are blanks."""
    plain = unicodedata.normalize("NFKC", text).translate(_BLANKS).casefold()
    return re.sub(r"\s+", " ", plain)


def _joins(frame: Frame, between: str) -> bool:
    joint = between.strip(" -")
    if frame.between is not None:
        return bool(frame.between.compiled.fullmatch(joint))
    if len(joint) > _FAR or frame.opens is None or not _starts(frame.opens, joint):
        return False
    return frame.closes is None or _ends(frame.closes, joint)


def _closes(frame: Frame, after: str) -> bool:
    if frame.after is not None:
        return _starts(frame.after, after)
    if frame.followed_by is None:
        return True
    return bool(_CLOSED.match(after)) or _starts(frame.followed_by, after)


def _starts(pattern: Pattern, text: str) -> bool:
    return pattern.compiled.match(text.lstrip(" -")) is not None


def _ends(pattern: Pattern, text: str) -> bool:
    text = text.rstrip(" -")
    at = 0
    while match := pattern.compiled.search(text, at):
        if match.end() == len(text):
            return True
        at = match.start() + 1
    return False


def _is_modified(occurrence: Occurrence) -> bool:
    """Tell whether a word before *occurrence* belongs to what it names."""
    modifiers = _MODIFIERS.get(occurrence.lang)
    if modifiers is None:
        return False
    start = occurrence.place.span.start
    before = [token for token in _tokens(occurrence) if token.span.end <= start]
    if not before or _gap(occurrence, before[-1].span.end, start) is None:
        return False
    token = before[-1]
    kind = f"{token.pos}{token.text}" if token.pos.startswith("助") else token.pos
    return token.text not in _POINTERS and bool(modifiers.match(kind))


def _goes_on(occurrence: Occurrence) -> bool:
    """Tell whether a noun follows that makes a compound of *occurrence*."""
    nouns = _NOUNS.get(occurrence.lang)
    if nouns is None:
        return False
    end = occurrence.place.span.end
    token = next((one for one in _tokens(occurrence) if one.span.start >= end), None)
    if token is None or _gap(occurrence, end, token.span.start) is None:
        return False
    return bool(nouns.match(token.pos)) and token.text not in _CLOSERS


def _tokens(occurrence: Occurrence) -> tuple[Token, ...]:
    place = occurrence.place
    language = languages.get(occurrence.lang)
    return language.tokens(place.block.text, place.sentence)


def _gap(occurrence: Occurrence, start: int, end: int) -> str | None:
    """Return what stands between, if it is no more than a blank."""
    gap = occurrence.place.block.text[start:end]
    return gap if not gap.strip() and len(gap) <= 1 else None
