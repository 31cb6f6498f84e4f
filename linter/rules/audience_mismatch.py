"""A word for your own people that your kind of business does not use."""

from collections.abc import Iterator
from dataclasses import replace

from linter.lexicon import Model
from linter.messages import say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Occurrence, Reading, Severity

ID = "audience-mismatch"
SEVERITY = Severity.ERROR

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        "law",
        "Our «customers» speak to their lawyer directly.",
        "Our clients speak to their lawyer directly.",
    ),
    Example(
        "en",
        "retail",
        "Our «client base» grew again this spring.",
        "Our customer base grew again this spring.",
    ),
    Example("en", "law", "Read the terms before you send them to your customers."),
    Example("en", "law", "Call customer service to change your appointment."),
    Example(
        "ja",
        "agency",
        "当社の«カスタマー»は食品メーカーが中心です。",
        "当社のクライアントは食品メーカーが中心です。",
    ),
    Example("ja", "agency", "貴社の顧客に届く言葉を考えます。"),
    Example("ja", "agency", "お客様のご要望をうかがいます。"),
    Example(
        "ko",
        "law",
        "저희는 «고객»을 끝까지 변호합니다.",
        "저희는 의뢰인을 끝까지 변호합니다.",
    ),
    Example("ko", "law", "상담 예약은 고객센터에서 받습니다."),
    Example("ko", "law", "귀사의 고객에게 보낼 약관을 검토합니다."),
)


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each word for the business's own people that its model avoids."""
    model = context.model
    if model is None:
        return
    collapsed = offers.collapsed(reading)
    for occurrence in reading.occurrences:
        if (
            occurrence.span not in collapsed
            and offers.is_people(occurrence)
            and offers.is_ours(occurrence)
            and model.avoids(occurrence.concept, occurrence.lang)
        ):
            yield _finding(occurrence, model, context)


def _finding(occurrence: Occurrence, model: Model, context: Context) -> Finding:
    lang = occurrence.lang
    # The word declared for the first concept is right in *lang* even where its concept
    # is avoided there: an estate agent's clients are お客様, never クライアント.
    first, *others = dict.fromkeys((*model.prefer, *model.accept))
    concepts = (first, *(name for name in others if not model.avoids(name, lang)))
    terms = tuple(offers.terms_for(model, context.lexicon, lang, concepts))
    offered = offers.offers(occurrence, terms)
    message = say(
        "mismatch" if offered else "mismatch-reword",
        context.ui_lang,
        text=offers.shown_text(occurrence),
        offered=offered[0].text if offered else "",
        model=offers.model_name(model, context.ui_lang),
        word=(terms[0].plural or terms[0].word) if terms else "–",
    )
    severity = SEVERITY if occurrence.plainly_told else Severity.WARNING
    found = offers.finding(occurrence, message, offered, rule=ID, severity=severity)
    return replace(
        found, because=(*found.because, offers.reason(model, context.ui_lang))
    )
