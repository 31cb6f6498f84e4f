"""A comment that asks okyaku to be silent where there is nothing to be silent about.

Which comments did nothing is known after all other rules; see `Reading.stale`.
"""

from collections.abc import Iterator

from linter.messages import say
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Reading, Severity, Stale

ID = "unused-suppression"
SEVERITY = Severity.WARNING

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        "law",
        "«<!-- okyaku-disable-next audience-mismatch -->»\n\nOur clients stay.\n",
        "Our clients stay.\n",
        format="markdown",
    ),
    Example(
        "en",
        "law",
        "<!-- okyaku-disable-next audience-mismatch -- a shop sign -->\n\n"
        "Our customers stay.\n",
        format="markdown",
    ),
    Example(
        "ja",
        "agency",
        "<p>当社のクライアントです。</p>\n"
        "«<!-- okyaku-disable audience-mismatch -- 看板の文言 -->»\n",
        "<p>当社のクライアントです。</p>\n",
        format="html",
    ),
    Example(
        "ja",
        "agency",
        "<!-- okyaku-disable audience-mismatch -- 看板の文言 -->\n"
        "<p>当社のカスタマーです。</p>\n",
        format="html",
    ),
    Example(
        "ko",
        "law",
        "<!-- okyaku-disable-file audience-mismatch, «audience-mixd» -->\n\n"
        "저희는 고객을 변호합니다.\n",
        format="markdown",
    ),
    Example(
        "ko",
        "law",
        "<!-- okyaku-disable-file audience-mismatch -- 간판 문구 -->\n\n"
        "저희는 고객을 변호합니다.\n",
        format="markdown",
    ),
)


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each comment that does nothing, and take it away where that is safe."""
    for stale in reading.stale:
        suggestions = (stale.meant,) if stale.meant else ()
        yield Finding(
            rule=ID,
            severity=SEVERITY,
            span=stale.span,
            message=_message(stale, context.ui_lang),
            suggestions=suggestions,
            edits=stale.edits,
        )


def _message(stale: Stale, ui_lang: str) -> str:
    close = "-close" if stale.meant else ""
    return say(
        f"stale-{stale.kind}{close}", ui_lang, text=stale.text, meant=stale.meant
    )
