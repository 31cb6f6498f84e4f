"""A word written for another one: *costumer* for customer, 顧客様 for お客様.

The slips are entries of `misspellings.toml`, found in `Reading.confusions`.
"""

from collections.abc import Iterator

from linter.lexicon import Lexicon
from linter.messages import say
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Confusion, Edit, Finding, Reading, Severity

ID = "confused-word"
SEVERITY = Severity.ERROR

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        None,
        "Our «costumers» love the new counter.",
        "Our customers love the new counter.",
    ),
    Example("en", None, "The theatre’s costumer sews every jacket by hand."),
    Example(
        "ja", None, "«顧客様»のご要望をうかがいます。", "お客様のご要望をうかがいます。"
    ),
    Example("ja", None, "顧客のご要望をうかがいます。"),
    Example("ko", None, "«손님님», 어서 오세요.", "손님, 어서 오세요."),
    Example("ko", None, "손님, 어서 오세요."),
)

_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each miswritten word, with the word meant in its form."""
    for confusion in reading.confusions:
        meant = _in_form(confusion, context.lexicon)
        yield Finding(
            rule=ID,
            severity=SEVERITY,
            span=confusion.span,
            message=say("confused", context.ui_lang, text=confusion.text, meant=meant),
            suggestions=(meant,),
            edits=_edits(confusion, meant),
            because=(confusion.because,),
        )


def _in_form(confusion: Confusion, lexicon: Lexicon) -> str:
    """Return the word meant in the number and capitals of the one that stands there."""
    text, meant = confusion.text, confusion.meant
    if confusion.lang != "en":
        return meant
    term = lexicon.term("en", meant)
    folded = text.casefold()
    if term is not None and folded.endswith("s") and not meant.endswith("s"):
        meant = term.plural or meant
    if text.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if text[:1].isupper() else meant


def _edits(confusion: Confusion, meant: str) -> tuple[Edit, ...]:
    place = confusion.place
    if not place.block.is_verbatim(place.span.start, place.span.end):
        return ()
    safe = confusion.lang != "ko" or _final(meant) == _final(confusion.text)
    return (Edit(confusion.span, meant, safe=safe),)


def _final(word: str) -> int:
    """Return the final sound of a Korean word: the particle after it hangs on it."""
    last = ord(word[-1]) if word else 0
    return (last - _HANGUL_FIRST) % _FINALS if _is_hangul(last) else -1


def _is_hangul(character: int) -> bool:
    return _HANGUL_FIRST <= character <= _HANGUL_LAST
