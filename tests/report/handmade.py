"""Results made by hand: what a run found in files, without a run."""

from linter.engine.results import FileResult
from linter.values import (
    Block,
    BlockKind,
    Document,
    Edit,
    Finding,
    Piece,
    Reason,
    Severity,
    Span,
)

OURS = Reason("en/cues: our", "own", 2)


def span_of(source, part, nth=0):
    """Return the *nth* place of *part* in *source*."""
    at = -1
    for _ in range(nth + 1):
        at = source.index(part, at + 1)
    return Span(at, at + len(part))


def document(source, *, path="page.md", lang="en", key="", where="", form="markdown"):
    """Return a document whose whole text is one paragraph."""
    block = Block(
        BlockKind.PARAGRAPH,
        (Piece(source, Span(0, len(source))),),
        lang,
        key=key,
        where=where,
    )
    return Document(path, source, form, (block,), lang)


def finding(source, text, *offers, nth=0, edits=None, **given):
    """Return a finding about the *nth* place of *text*; the first offer is its edit."""
    span = span_of(source, text, nth)
    if edits is None:
        edits = (Edit(span, offers[0], safe=True),) if offers else ()
    values = {
        "rule": "audience-mismatch",
        "severity": Severity.ERROR,
        "message": f"Not “{text}”.",
        "because": (OURS,),
    }
    return Finding(span=span, suggestions=offers, edits=edits, **(values | given))


def result(source, *findings, words=(), path="page.md", **given):
    """Return what was found in one file."""
    made = document(source, path=path, **given)
    return FileResult(path, made, tuple(words), findings, None)


def unread(path="broken.md", error="broken.md: this is no UTF-8."):
    """Return a file that could not be checked."""
    return FileResult(path, None, (), (), error)


# Blanks, commas, percent signs, quotes, other scripts and characters that no path
# should have: a report stays in its form whatever a file is called.
ODD_PATHS = (
    "a b/c,d.md",
    "100%/x:y.md",
    "웹/소개.md",
    "ウェブ/会社案内.md",
    'quo"te\\back.md',
    "line\nbreak\r.md",
    "#frag?ment&[x].md",
    "\u202egnp.md",
    "😀.md",
)
