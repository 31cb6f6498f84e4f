"""The same word on both sides of a contrast.

The frames are entries of `contrasts.toml`; what they found is in `Reading.contrasts`.
"""

from collections.abc import Iterator

from linter.messages import say
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Reading, Severity

ID = "collapsed-contrast"
SEVERITY = Severity.ERROR

EXAMPLES: tuple[Example, ...] = (
    Example("en", None, "Learn the difference between customers and «customers»."),
    Example("en", None, "New customers and existing customers pay the same."),
    Example("ja", None, "顧客と«顧客»の違いを説明します。"),
    Example("ja", None, "お客様とお客様をつなぐ場です。"),
    Example("ko", None, "고객과 «고객»의 차이를 설명합니다."),
    Example("ko", None, "고객과 고객센터를 잇는 전화입니다."),
)


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each collapse at its second word, the first beside it."""
    for contrast in reading.contrasts:
        yield Finding(
            rule=ID,
            severity=SEVERITY if contrast.sure else Severity.WARNING,
            span=contrast.second.span,
            message=say("collapsed", context.ui_lang, text=contrast.second.text),
            related=(contrast.first.span,),
            because=(contrast.because,),
        )
