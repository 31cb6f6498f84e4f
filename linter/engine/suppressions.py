"""Remarks in the copy that ask for silence, and what they silence.

    okyaku-disable RULE[, RULE] -- reason    from here on
    okyaku-enable [RULE, …]                  no longer
    okyaku-disable-next [RULE, …]            in the text that comes next
    okyaku-disable-line [RULE, …]            on the lines of the remark
    okyaku-disable-file [RULE, …]            in the whole file

They stand in the comments of the format. Without a rule, all rules are meant.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from linter.config import suggest
from linter.lexicon.stems import SUPPRESSIONS
from linter.values import Comment, Document, Edit, Finding, Span, Stale, StaleKind

UNUSED = "unused-suppression"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# The whole tree is compared by `check --corpus` alone, and these rules look at several
# files: a remark for them lies idle where one file is judged by itself.
_OF_THE_CORPUS = "audience-mixed"
_OF_A_RUN = frozenset({UNUSED, "model-doubtful", "translation-mismatch"})
_REMARK = re.compile(
    r"okyaku-(?P<kind>[\w-]*\w)"
    # `--` may not stand in an XML comment, so that dashes and a colon part as well.
    r"(?P<rules>(?:(?!\s*(?:--|–|—|:|-->|\*/))[\s,、，\w-])*)",
)
_RULE = re.compile(r"\w[\w-]*")
_SEPARATOR = re.compile(r"[\s,、，]*")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"[^\S\r\n]*(?:\r\n?|\n)")
# Atomic: the two characters of a Windows line end are not two lines.
_BLANK_ABOVE = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\Z")
_LOOKED_AT = 200
# Where a line that goes away would join the paragraphs above and below it.
_JOINS_PARAGRAPHS = frozenset({"text", "markdown", "mdx"})


class Kind(StrEnum):
    """What a remark asks for."""

    DISABLE = "disable"
    ENABLE = "enable"
    NEXT = "disable-next"
    LINE = "disable-line"
    FILE = "disable-file"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: what it asks, for which rules (none: all), and where it holds.

    *rules* are names, each with its place in the source; *reach* is what a remark
    covers that is neither `disable` nor `enable`, None where nothing follows it.
    """

    kind: Kind
    comment: Comment
    rules: tuple[tuple[str, Span], ...]
    reach: Span | None = None

    def names(self, rule: str) -> bool:
        """Tell whether the remark speaks of *rule*."""
        return not self.rules or any(name == rule for name, _ in self.rules)


@dataclass(frozen=True, slots=True)
class Silenced:
    """Findings as remarks leave them, and the remarks that do nothing."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()
    stale: tuple[Stale, ...] = ()


def silence(
    document: Document,
    findings: tuple[Finding, ...],
    *,
    known: Collection[str],
    ran: Collection[str],
) -> Silenced:
    """Take out of *findings* what the remarks in *document* ask to.

    *known* are the rules there are, *ran* those that looked at the document: a remark
    for another one is not judged, nor is one for all rules unless all of them ran.
    """
    comments = [one for one in document.comments if SUPPRESSIONS in one.text]
    if not comments:
        return Silenced(findings)
    board = _Board(document)
    strange = [stale for one in comments for stale in board.read(one)]
    kept = [finding for finding in findings if not board.silences(finding)]
    found = (*strange, *board.idle(known, ran))
    return Silenced(
        tuple(kept),
        tuple(finding for finding in findings if finding not in kept),
        tuple(stale for stale in found if not board.covers(UNUSED, stale.span.start)),
    )


@dataclass(slots=True)
class _Board:
    """The remarks of one document, and which of them did something."""

    document: Document
    remarks: list[Remark] = field(default_factory=list)
    used: set[tuple[int, str]] = field(default_factory=set)

    def read(self, comment: Comment) -> Iterator[Stale]:
        """Note the remark in *comment*; yield it where it is of no known kind."""
        if not comment.text.lstrip().startswith(SUPPRESSIONS):
            return
        source = self.document.source
        match = _REMARK.search(source, comment.span.start, comment.span.end)
        if match is None:
            return
        try:
            kind = Kind(match["kind"])
        except ValueError:
            kinds = tuple(str(kind) for kind in Kind)
            yield Stale(
                Span(match.start(), match.end("kind")),
                match[0][: match.end("kind") - match.start()],
                StaleKind.STRANGE,
                meant=SUPPRESSIONS + (suggest(match["kind"], kinds) or Kind.DISABLE),
            )
            return
        rules = tuple(
            (found[0], Span(found.start(), found.end()))
            for found in _RULE.finditer(source, match.start("rules"), match.end())
        )
        reach = _reach(self.document, comment.span, kind)
        self.remarks.append(Remark(kind, comment, rules, reach))

    def silences(self, finding: Finding) -> bool:
        """Tell whether a remark covers *finding*; that remark is then used."""
        found = self._covering(finding.rule, finding.span.start)
        self.used.update((number, finding.rule) for number in found)
        return bool(found)

    def covers(self, rule: str, at: int) -> bool:
        """Tell whether a remark that names *rule* itself covers the place *at*."""
        return any(self.remarks[number].rules for number in self._covering(rule, at))

    def idle(self, known: Collection[str], ran: Collection[str]) -> Iterator[Stale]:
        """Yield the remarks, and the rules in them, that do nothing."""
        for number, remark in enumerate(self.remarks):
            rules = tuple(rule for rule, _ in remark.rules)
            if not rules:
                if set(known) - set(ran) - _OF_A_RUN:
                    continue
                if not any(self._serves(number, rule) for rule in known):
                    yield self._whole(remark, StaleKind.UNUSED)
                continue
            problems = [
                StaleKind.UNKNOWN
                if rule not in known
                else StaleKind.UNUSED
                if self._is_judged(remark, rule, ran) and not self._serves(number, rule)
                else None
                for rule in rules
            ]
            if all(problem is StaleKind.UNUSED for problem in problems):
                yield self._whole(remark, StaleKind.UNUSED)
                continue
            for at, problem in enumerate(problems):
                if problem is not None:
                    yield self._rule(remark, at, problem, known)

    def _covering(self, rule: str, at: int) -> list[int]:
        """Return the numbers of the remarks that silence *rule* at the place *at*."""
        found = [
            number
            for number, remark in enumerate(self.remarks)
            if remark.reach is not None
            and remark.reach.start <= at < remark.reach.end
            and remark.names(rule)
        ]
        last = self._last(rule, at)
        if last is not None and self.remarks[last].kind is Kind.DISABLE:
            found.append(last)
        return found

    def _last(self, rule: str, at: int) -> int | None:
        """Return the last remark before *at* that turns *rule* off or on."""
        return max(
            (
                number
                for number, remark in enumerate(self.remarks)
                if remark.kind in {Kind.DISABLE, Kind.ENABLE}
                and remark.comment.span.start < at
                and remark.names(rule)
            ),
            default=None,
        )

    def _serves(self, number: int, rule: str) -> bool:
        """Tell whether a remark does something for *rule*."""
        remark = self.remarks[number]
        if remark.kind is not Kind.ENABLE:
            return (number, rule) in self.used
        before = self._last(rule, remark.comment.span.start)
        return before is not None and (before, rule) in self.used

    def _is_judged(self, remark: Remark, rule: str, ran: Collection[str]) -> bool:
        of_corpus = remark.kind is Kind.FILE and rule == _OF_THE_CORPUS
        return rule in ran and rule not in _OF_A_RUN and not of_corpus

    def _whole(self, remark: Remark, problem: StaleKind) -> Stale:
        span = remark.comment.span
        return Stale(
            span,
            SUPPRESSIONS + remark.kind,
            problem,
            edits=(_removal(self.document, span),),
        )

    def _rule(
        self, remark: Remark, at: int, problem: StaleKind, known: Collection[str]
    ) -> Stale:
        rule, span = remark.rules[at]
        if len(remark.rules) == 1:
            edit = _removal(self.document, remark.comment.span)
        elif at + 1 < len(remark.rules):
            edit = Edit(Span(span.start, remark.rules[at + 1][1].start), "", safe=True)
        else:
            edit = Edit(Span(remark.rules[at - 1][1].end, span.end), "", safe=True)
        meant = suggest(rule, known) if problem is StaleKind.UNKNOWN else None
        # A name that is nearly a rule's is to be put right, not taken away.
        edits = (Edit(span, meant),) if meant else (edit,)
        return Stale(span, rule, problem, meant=meant or "", edits=edits)


def _reach(document: Document, remark: Span, kind: Kind) -> Span | None:
    """Return what a remark of *kind* covers by itself."""
    source = document.source
    if kind is Kind.FILE:
        return Span(0, len(source) + 1)
    if kind is Kind.LINE:
        start = max(source.rfind(end, 0, remark.start) for end in "\r\n") + 1
        end = _LINE_END.search(source, remark.end)
        return Span(start, end.start() if end else len(source))
    if kind is Kind.NEXT:
        following = [
            Span(max(remark.end, start), end)
            for start, end in _extents(document)
            if end > remark.end
        ]
        return min(following, default=None)
    return None


def _extents(document: Document) -> Iterable[tuple[int, int]]:
    """Yield where each block stands in the source, from its first letter to its last.

    A remark within a paragraph parts it: what follows the remark is a text of its own.
    """
    for block in document.blocks:
        if block.pieces:
            spans = [piece.span for piece in block.pieces]
            yield min(span.start for span in spans), max(span.end for span in spans)


def _removal(document: Document, span: Span) -> Edit:
    """Return the edit that takes a remark out, with its line where it has one."""
    source = document.source
    start = max(source.rfind(end, 0, span.start) for end in "\r\n") + 1
    if source.startswith(_BOM, start):
        start += 1
    after = _BLANK_LINE.match(source, span.end)
    ends_line = after is not None or not source[span.end :].strip()
    before = source[start : span.start].rstrip(" \t")
    if not ends_line:
        return Edit(span, "", safe=True)
    if before:
        return Edit(Span(start + len(before), span.end), "", safe=True)
    end = after.end() if after else len(source)
    below = _BLANK_LINE.match(source, end)
    free_above = not source[:start].strip(_BOM) or bool(
        _BLANK_ABOVE.search(source, max(0, start - _LOOKED_AT), start)
    )
    if free_above and below is not None:
        return Edit(Span(start, below.end()), "", safe=True)
    if document.format in _JOINS_PARAGRAPHS and not (free_above or below):
        return Edit(span, "", safe=True)
    return Edit(Span(start, end), "", safe=True)
