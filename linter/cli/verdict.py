"""Whether findings fail a run: each has a weight, and the run a least one."""

from collections.abc import Iterable

from linter.config import FailOn
from linter.values import Finding, Severity

_WEIGHTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_LEAST = {FailOn.INFO: 0, FailOn.WARNING: 1, FailOn.ERROR: 2, FailOn.NEVER: 3}


def fails(findings: Iterable[Finding], least: FailOn) -> bool:
    """Tell whether one of *findings* weighs at least *least*."""
    return any(_WEIGHTS[finding.severity] >= _LEAST[least] for finding in findings)
