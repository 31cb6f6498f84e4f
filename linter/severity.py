"""How much a finding weighs: apart from the other values, for who needs only this."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; `info` never fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
