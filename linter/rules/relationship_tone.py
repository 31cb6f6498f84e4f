"""Copy that sells one relation where the declared business has the other.

The words are entries of `relations.toml`, found in `Reading.relations`.
"""

from collections.abc import Iterator

from linter.lexicon import Model
from linter.messages import listed, say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Reading, Severity, Sign

ID = "relationship-tone"
SEVERITY = Severity.INFO

LEAST = 4
"""How many different words a page must have for the other relation."""
MARGIN = 3
"""How many more they must be than the words for the model's own."""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        "law",
        "Our clients «add to cart», use a voucher, get free shipping and a gift card.",
    ),
    Example("en", "law", "Our clients sign an engagement letter and get a voucher."),
    Example(
        "ja",
        "consulting",
        "クライアントの皆様、«送料無料»のセールです。クーポンで割引、再入荷もあります。",
    ),
    Example("ja", "consulting", "クライアントの経営課題に、顧問契約で伴走します。"),
    Example(
        "ko",
        "law",
        "의뢰인 여러분, «장바구니»에 담으면 무료 배송, 쿠폰과 적립금을 드립니다.",
    ),
    Example("ko", "law", "의뢰인과 자문 계약을 맺고 소송을 수임합니다."),
)

_MOST_SHOWN = 4
_SIDES = ("client", "customer")


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each language of a page that sells the other relation."""
    model = context.model
    own = _relation_of(model) if model else None
    if model is None or own is None:
        return
    for lang in dict.fromkeys(sign.lang for sign in reading.relations):
        signs = [sign for sign in reading.relations if sign.lang == lang]
        others = _different(sign for sign in signs if sign.of != own)
        ours = _different(sign for sign in signs if sign.of == own)
        if len(others) >= LEAST and len(others) - len(ours) >= MARGIN:
            yield _finding(others, model, context)


def _relation_of(model: Model) -> str | None:
    """Return the one relation that *model* has, None where it has both or neither."""
    first = model.prefer[0]
    others = {side for side in _SIDES if side != first}
    if first not in _SIDES or others & {*model.prefer, *model.accept}:
        return None
    return first


def _different(signs: Iterator[Sign]) -> list[Sign]:
    """Return the first place of each different word, in the order of the page."""
    found: dict[str, Sign] = {}
    for sign in sorted(signs, key=lambda sign: sign.span):
        found.setdefault(sign.text.casefold(), sign)
    return list(found.values())


def _finding(signs: list[Sign], model: Model, context: Context) -> Finding:
    shown = (sign.text for sign in signs[:_MOST_SHOWN])
    words = listed(shown, context.ui_lang)
    return Finding(
        rule=ID,
        severity=SEVERITY,
        span=signs[0].span,
        message=say(
            f"tone-{signs[0].of}",
            context.ui_lang,
            words=words,
            count=len(signs),
            model=offers.model_name(model, context.ui_lang),
        ),
        related=tuple(sign.span for sign in signs[1:_MOST_SHOWN]),
        because=tuple(sign.because for sign in signs),
    )
