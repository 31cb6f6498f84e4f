"""Remarks in the copy: what each silences, which do nothing, what takes them away."""

import re

import pytest

from linter.engine import suppressions
from linter.engine.applying import apply
from linter.values import (
    Block,
    BlockKind,
    Comment,
    Document,
    Finding,
    Piece,
    Severity,
    Span,
    StaleKind,
)

RULES = ("mismatch", "mixed", "audience-mixed", "unused-suppression")


def document(source, *, kind="html"):
    """Return *source* with a block for each line's text, comments being `<!--…-->`."""
    comments = [
        Comment(found[1].strip(), Span(found.start(), found.end()))
        for found in re.finditer(r"<!--(.*?)-->", source, re.DOTALL)
    ]
    blocks = []
    for line in re.finditer(r"[^\n]+", re.sub(r"(?s)<!--.*?-->", _blank, source)):
        pieces = tuple(
            Piece(part[0], Span(line.start() + part.start(), line.start() + part.end()))
            for part in re.finditer("[^\0]+", line[0])
            if part[0].strip()
        )
        if pieces:
            blocks.append(Block(BlockKind.PARAGRAPH, pieces))
    return Document("a", source, kind, tuple(blocks), comments=tuple(comments))


def _blank(found):
    return "".join(mark if mark == "\n" else "\0" for mark in found[0])


def findings(source):
    """Return a finding for each `X` (mismatch) and `Y` (mixed) of *source*."""
    rules = {"X": "mismatch", "Y": "mixed"}
    plain = re.sub(r"(?s)<!--.*?-->", _blank, source)
    return tuple(
        Finding(rules[found[0]], Severity.ERROR, Span(found.start(), found.end()), "m")
        for found in re.finditer("[XY]", plain)
    )


def silence(source, *, ran=RULES, found=None, kind="html"):
    found = findings(source) if found is None else found
    given = document(source, kind=kind)
    return suppressions.silence(given, found, known=RULES, ran=ran)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        pytest.param("X\n", "X", id="no remark"),
        pytest.param("<!-- okyaku-disable mismatch -- r -->\nX Y\n", "Y", id="a rule"),
        pytest.param(
            "X\n<!-- okyaku-disable mismatch -->\nX\n", "X", id="what follows"
        ),
        pytest.param("<!-- okyaku-disable -->\nX Y\n", "", id="all rules"),
        pytest.param("<!-- okyaku-disable mismatch, mixed -->\nXY\n", "", id="two"),
        pytest.param(
            "<!-- okyaku-disable mixed、mismatch — 看板 -->\nXY\n", "", id="ja"
        ),
        pytest.param("<!-- okyaku-disable mixed: as agreed -->\nXY\n", "X", id="colon"),
        pytest.param(
            "<!-- okyaku-disable mismatch -->\nX\n<!-- okyaku-enable mismatch -->\nX\n",
            "X",
            id="until enabled",
        ),
        pytest.param(
            "<!-- okyaku-disable -->\nX\n<!-- okyaku-enable mixed -->\nXY\n",
            "Y",
            id="one rule on again",
        ),
        pytest.param(
            "<!-- okyaku-disable mixed -->\n<!-- okyaku-enable -->\nXY\n",
            "XY",
            id="all on again",
        ),
        pytest.param("<!-- okyaku-disable-next -->\nX\nX\n", "X", id="next"),
        pytest.param("<!-- okyaku-disable-next mixed -->\n\n\nY\nY", "Y", id="gap"),
        pytest.param("X <!-- okyaku-disable-next --> X\nX\n", "XX", id="within a text"),
        pytest.param("X <!-- okyaku-disable-next -->\nX\nX\n", "XX", id="after a text"),
        pytest.param("X <!-- okyaku-disable-line -->\nX\n", "X", id="line"),
        pytest.param("X <!-- okyaku-disable-line --> X\nX\n", "X", id="whole line"),
        pytest.param("<!-- okyaku-disable-line\nmixed --> Y\nY", "Y", id="two lines"),
        pytest.param("X\n<!-- okyaku-disable-file mismatch -->\nXY", "Y", id="file"),
        pytest.param("<!-- see okyaku-disable -->\nX\n", "X", id="not at the start"),
        pytest.param("<!-- okyaku is a linter -->\nX\n", "X", id="no remark to us"),
    ],
)
def test_a_remark_silences_what_it_covers(source, kept):
    """Findings are kept except where a remark covers their place and rule."""
    marks = {"mismatch": "X", "mixed": "Y"}
    silenced = silence(source)
    assert kept == "".join(marks[found.rule] for found in silenced.findings)
    assert len(silenced.findings) + len(silenced.suppressed) == len(findings(source))


@pytest.mark.parametrize(
    ("source", "text", "kind", "after"),
    [
        pytest.param(
            "<!-- okyaku-disable mismatch -- r -->\n\na\n",
            "okyaku-disable",
            StaleKind.UNUSED,
            "a\n",
            id="the whole remark, with the line after it",
        ),
        pytest.param(
            "X\n<!-- okyaku-disable mismatch -->\nY\n",
            "okyaku-disable",
            StaleKind.UNUSED,
            "X\nY\n",
            id="its line",
        ),
        pytest.param(
            "X <!-- okyaku-disable-line mixed -->\nY\n",
            "okyaku-disable-line",
            StaleKind.UNUSED,
            "X\nY\n",
            id="at the end of a line",
        ),
        pytest.param(
            "X <!-- okyaku-disable-next mixed --> X\nY\n",
            "okyaku-disable-next",
            StaleKind.UNUSED,
            "X  X\nY\n",
            id="within a line",
        ),
        pytest.param(
            "X\n<!-- okyaku-disable-next -->",
            "okyaku-disable-next",
            StaleKind.UNUSED,
            "X\n",
            id="nothing comes next",
        ),
        pytest.param(
            "<!-- okyaku-enable mixed -->\nX\n",
            "okyaku-enable",
            StaleKind.UNUSED,
            "X\n",
            id="nothing to turn on",
        ),
        pytest.param(
            "<!-- okyaku-disable-next mismatch, mixed -- r -->\nX\n",
            "mixed",
            StaleKind.UNUSED,
            "<!-- okyaku-disable-next mismatch -- r -->\nX\n",
            id="the last of two rules",
        ),
        pytest.param(
            "<!-- okyaku-disable-next mixed, mismatch -- r -->\nX\n",
            "mixed",
            StaleKind.UNUSED,
            "<!-- okyaku-disable-next mismatch -- r -->\nX\n",
            id="the first of two rules",
        ),
        pytest.param(
            "<!-- okyaku-disable-next mismatch, parsley -->\nX\n",
            "parsley",
            StaleKind.UNKNOWN,
            "<!-- okyaku-disable-next mismatch -->\nX\n",
            id="a rule that does not exist",
        ),
        pytest.param(
            "<!-- okyaku-disable-next parsley -->\nX\n",
            "parsley",
            StaleKind.UNKNOWN,
            "X\n",
            id="the only rule does not exist",
        ),
        pytest.param(
            "<!-- okyaku-disable-next mismach -->\nX\n",
            "mismach",
            StaleKind.UNKNOWN,
            "<!-- okyaku-disable-next mismatch -->\nX\n",
            id="a rule misspelt",
        ),
        pytest.param(
            "<!-- okyaku-disabel mixed -->\nX\n",
            "okyaku-disabel",
            StaleKind.STRANGE,
            "<!-- okyaku-disabel mixed -->\nX\n",
            id="a remark misspelt",
        ),
        pytest.param(
            "<!-- okyaku-disable -->\n\na\n",
            "okyaku-disable",
            StaleKind.UNUSED,
            "a\n",
            id="for all rules",
        ),
    ],
)
def test_a_remark_that_does_nothing(source, text, kind, after):
    """It is reported where it stands, and its edit takes it away."""
    (stale,) = silence(source).stale
    assert (text, kind) == (stale.text, stale.kind)
    assert stale.text in source[stale.span.start : stale.span.end]
    assert after == apply(source, stale.edits)


def test_a_remark_and_its_end_go_together():
    """Where `disable` does nothing, neither does the `enable` that ends it."""
    source = "<!-- okyaku-disable mixed -->\nX\n<!-- okyaku-enable mixed -->\nX\n"
    stale = silence(source).stale
    edits = [edit for one in stale for edit in one.edits]
    assert apply(source, edits) == "X\nX\n"


@pytest.mark.parametrize(
    ("source", "ran"),
    [
        pytest.param("<!-- okyaku-disable mixed -->", ("mismatch",), id="did not run"),
        pytest.param("<!-- okyaku-disable -->", ("mismatch",), id="not all ran"),
        pytest.param("<!-- okyaku-disable-file audience-mixed -->", RULES, id="corpus"),
        pytest.param(
            "<!-- okyaku-disable-file unused-suppression -->\n"
            "<!-- okyaku-disable mixed -->",
            RULES,
            id="the rule itself is silenced",
        ),
        pytest.param("<!-- okyaku-disable mixed -->\nY", RULES, id="it is used"),
        pytest.param(
            "<!-- okyaku-disable -->\nY\n<!-- okyaku-enable -->", RULES, id="both used"
        ),
    ],
)
def test_a_remark_that_is_not_reported(source, ran):
    """What may do something is left alone."""
    assert () == silence(source, ran=ran).stale


@pytest.mark.parametrize(
    ("source", "after"),
    [
        pytest.param("a\n<!-- okyaku-disable -->\nb\n", "a\n\nb\n", id="kept apart"),
        pytest.param("a\n\n<!-- okyaku-disable -->\nb\n", "a\n\nb\n", id="gap above"),
        pytest.param("a\n<!-- okyaku-disable -->\n\nb\n", "a\n\nb\n", id="gap below"),
        pytest.param("a\n\n<!-- okyaku-disable -->\n\nb", "a\n\nb", id="gap on both"),
        pytest.param("a\r\n<!-- okyaku-disable -->\r\nb", "a\r\n\r\nb", id="CRLF"),
        pytest.param(
            "\ufeff<!-- okyaku-disable -->\n\na", "\ufeffa", id="byte order mark"
        ),
    ],
)
def test_paragraphs_stay_apart_in_markdown(source, after):
    """The line of a remark does not go where two paragraphs would become one."""
    (stale,) = silence(source, kind="markdown").stale
    assert after == apply(source, stale.edits)


def test_names_in_the_comment_are_those_of_the_source():
    """A remark whose text is not in the source as it is read is left alone."""
    given = Document(
        "a", "&#111;kyaku-x", "html", (), comments=(Comment("okyaku-x", Span(0, 13)),)
    )
    silenced = suppressions.silence(given, (), known=RULES, ran=RULES)
    assert silenced == suppressions.Silenced(())
