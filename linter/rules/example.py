"""Examples that rules carry: shown by `okyaku explain`, and run as tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of copy with «…» round what the rule reports, and the copy as fixed.

    Without marks the rule is silent about the copy. *model* is the declared kind of
    business, None where there is none; *fixed* is the copy with all edits made, None
    where the rule has no edits or the example does not show them.
    """

    lang: str
    model: str | None
    copy: str
    fixed: str | None = None
    format: str = "text"
