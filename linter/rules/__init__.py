"""The rules: each looks at what was read in one document and reports on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from linter.rules import (
    audience_mismatch,
    audience_mixed,
    audience_tier,
    collapsed_contrast,
    confused_word,
    model_doubtful,
    relationship_tone,
    translation_mismatch,
    unused_suppression,
    variant_mixed,
)
from linter.rules.context import Context
from linter.rules.example import Example
from linter.values import Finding, Reading, Severity


class Rule(Protocol):
    """What a module of this package has to be in `RULES`.

    Its line for the user is the message `rule-ID`, its page the message `page-ID`.
    """

    ID: str
    SEVERITY: Severity
    EXAMPLES: tuple[Example, ...]

    def check(self, reading: Reading, context: Context) -> Iterator[Finding]:
        """Yield what the rule reports of *reading*."""


RULES: tuple[Rule, ...] = (
    audience_mismatch,
    audience_mixed,
    audience_tier,
    variant_mixed,
    collapsed_contrast,
    translation_mismatch,
    confused_word,
    relationship_tone,
    model_doubtful,
    unused_suppression,
)


def run(reading: Reading, context: Context) -> tuple[Finding, ...]:
    """Return what the rules that *context* asks for report, in order of place."""
    found = [
        _weighed(finding, context.severity)
        for rule in wanted(context)
        for finding in rule.check(reading, context)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule)))


def wanted(context: Context) -> Iterable[Rule]:
    """Yield the rules that *context* asks for."""
    return (
        rule
        for rule in RULES
        if rule.ID not in context.ignore
        and (not context.select or rule.ID in context.select)
    )


def _weighed(finding: Finding, severity: Mapping[str, Severity]) -> Finding:
    """Give *finding* the weight the settings want; what is unsure stays `info`."""
    wanted = severity.get(finding.rule)
    if wanted is None or finding.severity is Severity.INFO:
        return finding
    return replace(finding, severity=wanted)


__all__ = ["RULES", "Context", "Example", "Rule", "run", "wanted"]
