"""Colours of a terminal, for the reports that people read."""

from dataclasses import dataclass

from linter.values import Severity

_RESET = "\x1b[0m"
_BOLD, _DIM, _RED, _GREEN, _YELLOW, _CYAN = "1", "2", "31", "32", "33", "36"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


@dataclass(frozen=True, slots=True)
class Paint:
    """Gives text a colour; without *colour* it stays as it is."""

    colour: bool = False

    def strong(self, text: str) -> str:
        """Return *text* bold."""
        return self._in(_BOLD, text)

    def faint(self, text: str) -> str:
        """Return *text* dimmed."""
        return self._in(_DIM, text)

    def good(self, text: str) -> str:
        """Return *text* in the colour of an offer."""
        return self._in(_GREEN, text)

    def severity(self, severity: Severity, text: str) -> str:
        """Return *text* bold in the colour of *severity*."""
        return self._in(f"{_BOLD};{_SEVERITIES[severity]}", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_RESET}" if self.colour and text else text
