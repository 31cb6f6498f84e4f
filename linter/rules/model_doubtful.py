"""A site whose copy speaks for another kind of business than the declared one.

The words are the `[signs]` of all models, found in `Reading.trades`.
"""

from collections.abc import Iterable, Iterator, Mapping

from linter.lexicon import Model
from linter.messages import listed, say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Reading, Severity, Sign

ID = "model-doubtful"
SEVERITY = Severity.INFO

LEAST = 6
"""How many different words must speak for the other model."""
TIMES = 3
"""How many times as many as those for the declared model they must be."""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        "law",
        "The «hotel» has forty guest rooms. Check-in is at three, check-out at noon, "
        "room service until ten, breakfast included.",
    ),
    Example("en", "law", "Our lawyers handle litigation for hotels and their guests."),
    Example(
        "ja",
        "law",
        "«ホテル»のチェックインは15時、チェックアウトは11時です。客室は全室露天風呂付き、"
        "朝食付きです。ご宿泊の皆様をお待ちします。",
    ),
    Example(
        "ja",
        "law",
        "弁護士が訴訟の着手金をご説明します。ホテルでの法律相談も可能です。",
    ),
    Example(
        "ko",
        "law",
        "«호텔» 체크인은 15시, 체크아웃은 11시입니다. 객실에서 조식을 드실 수 있으며 "
        "프런트에서 숙박을 연장합니다.",
    ),
    Example(
        "ko",
        "law",
        "변호사가 소송과 착수금을 설명합니다. 호텔에서도 법률 상담을 합니다.",
    ),
)

_MOST_SHOWN = 5


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report the model that the words speak for, if it is clearly another one."""
    declared = context.model
    if declared is None or len(declared.prefer) > 1:
        return
    words = different(reading.trades)
    rivals = [
        model
        for model in context.lexicon.models.values()
        if model.id in words and not declared.accepts(model.prefer[0], "en")
    ]
    best = max(rivals, key=lambda model: len(words[model.id]), default=None)
    if best is None:
        return
    count, own = len(words[best.id]), len(words.get(declared.id, ()))
    if count >= LEAST and count >= TIMES * own:
        yield _finding(words[best.id], declared, best, context)


def different(signs: Iterable[Sign]) -> Mapping[str, tuple[Sign, ...]]:
    """Return for each model its different words, each at its first place."""
    found: dict[str, dict[str, Sign]] = {}
    for sign in signs:
        found.setdefault(sign.of, {}).setdefault(sign.text.casefold(), sign)
    return {model: tuple(words.values()) for model, words in found.items()}


def _finding(
    signs: tuple[Sign, ...], declared: Model, best: Model, context: Context
) -> Finding:
    shown = (sign.text for sign in signs[:_MOST_SHOWN])
    return Finding(
        rule=ID,
        severity=SEVERITY,
        span=signs[0].span,
        message=say(
            "doubtful",
            context.ui_lang,
            words=listed(shown, context.ui_lang),
            count=len(signs),
            declared=offers.model_name(declared, context.ui_lang),
            model=offers.model_name(best, context.ui_lang),
            id=best.id,
        ),
        because=tuple(sign.because for sign in signs),
    )
