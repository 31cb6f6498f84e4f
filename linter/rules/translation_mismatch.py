"""A translation that names other people than its source.

Units are compared before any rule runs; see `Reading.mismatches`.
"""

from collections.abc import Iterator
from dataclasses import replace

from linter.messages import say
from linter.rules import offers
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import (
    Edit,
    Finding,
    Mismatch,
    MismatchKind,
    Occurrence,
    Reading,
    Reason,
    Severity,
    Span,
)

ID = "translation-mismatch"
SEVERITY = Severity.ERROR

EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        None,
        'msgid ""\nmsgstr "Language: en\\n"\n\n'
        'msgid "クライアントの皆様へ"\nmsgstr "To all our «customers»"\n',
        'msgid ""\nmsgstr "Language: en\\n"\n\n'
        'msgid "クライアントの皆様へ"\nmsgstr "To all our clients"\n',
        format="po",
    ),
    Example(
        "en",
        None,
        'msgid ""\nmsgstr "Language: en\\n"\n\n'
        'msgid "クライアントの皆様へ"\nmsgstr "To all our clients"\n',
        format="po",
    ),
    Example(
        "ja",
        None,
        'msgid ""\nmsgstr "Language: ja\\n"\n\n'
        'msgid "We visit every client."\nmsgstr "すべての«カスタマー»を訪ねます。"\n',
        'msgid ""\nmsgstr "Language: ja\\n"\n\n'
        'msgid "We visit every client."\nmsgstr "すべてのクライアントを訪ねます。"\n',
        format="po",
    ),
    Example(
        "ja",
        None,
        'msgid ""\nmsgstr "Language: ja\\n"\n\n'
        'msgid "We visit every client."\nmsgstr "すべての顧客を訪ねます。"\n',
        format="po",
    ),
    Example(
        "ko",
        None,
        'msgid ""\nmsgstr "Language: ko\\n"\n\n'
        'msgid "We visit every client."\nmsgstr "모든 «고객»을 찾아갑니다."\n',
        'msgid ""\nmsgstr "Language: ko\\n"\n\n'
        'msgid "We visit every client."\nmsgstr "모든 클라이언트를 찾아갑니다."\n',
        format="po",
    ),
    Example(
        "ko",
        None,
        'msgid ""\nmsgstr "Language: ko\\n"\n\n'
        'msgid "Call customer service."\nmsgstr "고객센터로 전화하세요."\n',
        format="po",
    ),
)

_SEVERITIES = {MismatchKind.WRONG: SEVERITY, MismatchKind.LOST: Severity.WARNING}
_LONGEST_QUOTE = 120


def check(reading: Reading, context: Context) -> Iterator[Finding]:
    """Report each place where the translation names other people."""
    for mismatch in reading.mismatches:
        found = _finding(mismatch, context)
        if found is not None:
            yield found


def _finding(mismatch: Mismatch, context: Context) -> Finding | None:
    span = _place(mismatch)
    if span is None:
        return None
    source, target = mismatch.source, mismatch.target
    severity = _SEVERITIES.get(mismatch.kind, Severity.INFO)
    finding = Finding(
        rule=ID,
        severity=severity if mismatch.sure else Severity.INFO,
        span=span,
        message=say(
            f"translation-{mismatch.kind}",
            context.ui_lang,
            text=target.text if target else "",
            named=source.text if source else "",
            source=_short(mismatch.source_text),
        ),
        because=(
            Reason(f"source: {_short(mismatch.source_text)}", str(mismatch.kind)),
        ),
    )
    if mismatch.kind is MismatchKind.WRONG and source and target:
        return _with_offer(finding, source, target, mismatch, context)
    return finding


def _place(mismatch: Mismatch) -> Span | None:
    """Return the wrong word, else the whole block that leaves something out."""
    if mismatch.target is not None:
        return mismatch.target.span
    text = mismatch.block.text
    return mismatch.block.source_span(0, len(text)) if text else None


def _with_offer(
    finding: Finding,
    source: Occurrence,
    target: Occurrence,
    mismatch: Mismatch,
    context: Context,
) -> Finding:
    lexicon, model = context.lexicon, context.model
    term = lexicon.first_term(target.lang, source.concept)
    if model is not None:
        term = lexicon.offered(model, target.lang, source.concept) or term
    if term is not None and offers.is_seldom_said(term):
        term = lexicon.first_term(target.lang, "generic") or term
    offered = offers.offers(target, (term,) if term else ())
    if not offered:
        return finding
    edits = offered[0].edits
    return replace(
        finding,
        suggestions=tuple(one.text for one in offered),
        edits=edits if mismatch.safe else tuple(map(_unsafe, edits)),
    )


def _unsafe(edit: Edit) -> Edit:
    return replace(edit, safe=False)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
