"""A comment that asks okyaku to be silent where there is nothing to be silent about.

`okyaku-disable RULE -- reason` in a comment of the page silences a rule. When the copy
is mended the comment stays behind, and one day it hides a real mistake. This rule
reports comments that suppress nothing, rules in them that do not exist, and words such
as `okyaku-disabel`; the fix takes away what does nothing.

    okyaku-disable RULE[, RULE] -- reason    from here on
    okyaku-enable RULE                       no longer
    okyaku-disable-next RULE -- reason       in the text that comes next
    okyaku-disable-line RULE -- reason       on the lines of the comment
    okyaku-disable-file RULE -- reason       in the whole file

Without a rule all rules are meant.

It is silent about a rule that does not run (`select`, `ignore`), about a comment for
all rules where not all of them run, about rules that look at several files
(`model-doubtful`, `translation-mismatch`), and about `okyaku-disable-file
audience-mixed`, which may be meant for `okyaku check --corpus`.
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
