"""Which edits are made together: the safest and weightiest first, none over another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.values import Edit, Finding, Severity, Span

_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits of one finding, which are all made or none; *safe* if each is."""

    finding: Finding
    edits: tuple[Edit, ...]

    @property
    def safe(self) -> bool:
        """Tell whether the grammar of every edit is proven."""
        return all(edit.safe for edit in self.edits)

    @property
    def is_possible(self) -> bool:
        """Tell whether the edits can be made beside each other."""
        return not any(
            _collide(edit, other)
            for at, edit in enumerate(self.edits)
            for other in self.edits[:at]
        )


def fixes(findings: Iterable[Finding], *, unsafe: bool) -> tuple[Fix, ...]:
    """Return what can be mended of *findings*, in the order in which to try it."""
    found = [Fix(finding, finding.edits) for finding in findings if finding.edits]
    allowed = [fix for fix in found if unsafe or fix.safe]
    return tuple(
        sorted(
            allowed,
            key=lambda fix: (
                not fix.safe,
                _WEIGHTS[fix.finding.severity],
                fix.finding.span,
            ),
        )
    )


def together(ordered: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return those of the *ordered* fixes that can be made at once.

    Two findings that ask for the same edit are both mended by it.
    """
    taken: list[Edit] = []
    kept: list[Fix] = []
    for fix in ordered:
        new = [edit for edit in fix.edits if not _is_among(edit, taken)]
        if not any(_collide(edit, other) for edit in new for other in taken):
            taken += new
            kept.append(fix)
    return tuple(kept)


def edits_of(chosen: Iterable[Fix]) -> tuple[Edit, ...]:
    """Return the edits of the *chosen* fixes in order of place, each once."""
    found: dict[tuple[Span, str], Edit] = {}
    for fix in chosen:
        for edit in fix.edits:
            found.setdefault((edit.span, edit.text), edit)
    return tuple(sorted(found.values(), key=lambda edit: edit.span))


def shifted(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where *span* stands when *edits* are made, grown by those it touches."""
    start, end = span.start, span.end
    for edit in edits:
        grown = len(edit.text) - len(edit.span)
        if edit.span.end <= span.start:
            start += grown
        elif edit.span.start < span.start:
            start += edit.span.start - span.start
        if edit.span.end <= span.end:
            end += grown
        elif edit.span.start < span.end:
            end += edit.span.start + len(edit.text) - span.end
    return Span(start, max(start, end))


def carried(
    places: Iterable[tuple[str, Span]], steps: Iterable[Sequence[Edit]]
) -> tuple[tuple[str, Span], ...]:
    """Return rules and *places* of findings after rounds of edits."""
    places = list(places)
    for edits in steps:
        places = [(rule, shifted(span, edits)) for rule, span in places]
    return tuple(places)


def _is_among(edit: Edit, others: Iterable[Edit]) -> bool:
    return any((edit.span, edit.text) == (one.span, one.text) for one in others)


def _collide(edit: Edit, other: Edit) -> bool:
    first, second = sorted((edit.span, other.span))
    return first.end > second.start or first.start == second.start
