"""One word spelled in several ways in one document."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from linter.lexicon.types import Variant
from linter.messages import say
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Edit, Finding, Occurrence, Reading, Sense, Severity, Span

ID = "variant-mixed"
SEVERITY = Severity.WARNING

EXAMPLES: tuple[Example, ...] = (
    Example("en", None, "Our customers stay, and our Customers come back."),
    Example("en", None, "Our clients’ portal, for every client."),
    Example(
        "ja",
        None,
        "お客様の声を集めます。お客様を訪ねます。«お客さま»にお届けします。",
        "お客様の声を集めます。お客様を訪ねます。お客様にお届けします。",
    ),
    Example(
        "ja",
        None,
        "当社のカスタマーは全国にいます。当社の«カスタマ»を訪ねます。",
        "当社のカスタマーは全国にいます。当社のカスタマーを訪ねます。",
    ),
    Example("ja", None, "お客様の声を集めます。お客様を訪ねます。"),
    Example(
        "ko",
        None,
        "고객 만족도를 높입니다. «고객만족도»를 잽니다.",
        "고객 만족도를 높입니다. 고객 만족도를 잽니다.",
    ),
    Example("ko", None, "고객 만족도를 높입니다. 고객 만족도를 잽니다."),
)

_MOST_RELATED = 3
_BLANKS = re.compile(r"\s+")
_SEPARATORS = re.compile(r"[\s・]+")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
_SPACED_FREELY = frozenset({"ja", "ko"})


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A spelling at a place: what it spells, how, and where in the block."""

    word: tuple[str, str]
    form: str
    forms: tuple[str, ...]
    at: Span
    occurrence: Occurrence

    @property
    def span(self) -> Span:
        """Return the place in the source."""
        return self.occurrence.place.block.source_span(self.at.start, self.at.end)


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each spelling of a word that is not the declared or usual one."""
    words: dict[tuple[str, str], dict[tuple[int, Span], _Spelling]] = {}
    for occurrence in reading.occurrences:
        if occurrence.sense in {Sense.NAME, Sense.MENTION}:
            continue
        for spelling in _spellings(occurrence, context):
            # Two audience words of one compound spell it once.
            place = (id(occurrence.place.block), spelling.at)
            words.setdefault(spelling.word, {}).setdefault(place, spelling)
    for found in words.values():
        yield from _deviations(tuple(found.values()), context)


def _spellings(occurrence: Occurrence, context: Context) -> Iterator[_Spelling]:
    listed = tuple(_listed(occurrence, context))
    yield from listed
    lang, place = occurrence.lang, occurrence.place
    text = unicodedata.normalize("NFKC", occurrence.text)
    if not listed and lang == "ja" and _KATAKANA.fullmatch(text):
        stem = text.rstrip("ー")
        word = (lang, f"{stem}ー")
        yield _Spelling(word, text, (f"{stem}ー", stem), place.span, occurrence)
    whole = place.compound
    if whole is not None and lang in _SPACED_FREELY:
        form = unicodedata.normalize("NFC", place.block.text[whole.start : whole.end])
        form = _BLANKS.sub(" ", form)
        folded = unicodedata.normalize("NFKC", form)
        word = (lang, _SEPARATORS.sub("", folded))
        declared = tuple(
            spelling
            for spelling in context.spellings
            if _SEPARATORS.sub("", unicodedata.normalize("NFKC", spelling)) == word[1]
        )
        yield _Spelling(word, form, declared, whole, occurrence)


def _listed(occurrence: Occurrence, context: Context) -> Iterator[_Spelling]:
    """Yield what the word lists know as one word with several spellings."""
    place = occurrence.place
    whole = place.compound or place.span
    text = place.block.text[whole.start : whole.end]
    for variant in context.lexicon.words[occurrence.lang].variants:
        found = _longest(text, variant)
        if found is not None:
            form, at = found
            start = whole.start + at
            yield _Spelling(
                (variant.origin, ""),
                form,
                variant.forms,
                Span(start, start + len(form)),
                occurrence,
            )


def _longest(text: str, variant: Variant) -> tuple[str, int] | None:
    """Return the longest spelling of *variant* in *text*, and where it starts."""
    for form in sorted(variant.forms, key=len, reverse=True):
        match = re.search(re.escape(form), text, re.IGNORECASE)
        if match:
            return form, match.start()
    return None


def _deviations(found: tuple[_Spelling, ...], context: Context) -> Iterator[Finding]:
    counts = Counter(spelling.form for spelling in found)
    declared = next(
        (form for form in found[0].forms if form in context.spellings), None
    )
    # Counter.most_common keeps the order of first use among equals.
    best = declared or counts.most_common(1)[0][0]
    for spelling in found:
        if spelling.form != best:
            yield _finding(spelling, best, found, context)


def _finding(
    spelling: _Spelling, best: str, found: tuple[_Spelling, ...], context: Context
) -> Finding:
    block, at = spelling.occurrence.place.block, spelling.at
    written = block.text[at.start : at.end]
    offered = _as_capital(written, best)
    majority = [other for other in found if other.form == best]
    message = say(
        "variant-declared" if best in context.spellings else "variant",
        context.ui_lang,
        text=written,
        least=sum(other.form == spelling.form for other in found),
        offered=offered,
        most=len(majority),
    )
    verbatim = block.is_verbatim(at.start, at.end)
    return Finding(
        rule=ID,
        severity=SEVERITY,
        span=spelling.span,
        message=message,
        suggestions=(offered,),
        edits=(Edit(spelling.span, offered, safe=True),) if verbatim else (),
        related=tuple(other.span for other in majority[:_MOST_RELATED]),
        because=spelling.occurrence.because,
    )


def _as_capital(written: str, form: str) -> str:
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form
