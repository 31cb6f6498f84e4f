"""The sites of examples/, whole, with every finding drawn under its line.

The drawings beside this file say what okyaku reports on each page, so that a change
of words, cues or rules is read in review as what it does to copy. To rewrite them:
`pytest tests/copy --update`.
"""

from pathlib import Path

import pytest
from drawing import drawn

from linter import lint_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWINGS = Path(__file__).parent
PAGES = sorted(
    path.relative_to(EXAMPLES)
    for path in EXAMPLES.rglob("*")
    if path.is_file() and path.suffix != ".toml"
)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_findings_of_page(page, golden):
    """A page of the examples has the findings that were reviewed, and no others."""
    (result,) = lint_paths([EXAMPLES / page])
    assert result.error is None
    golden(
        DRAWINGS / page.parent / f"{page.name}.txt",
        drawn(result.document.source, result.findings),
    )


def test_every_drawing_has_its_page():
    """No drawing is left of a page that is gone."""
    sites = {page.parts[0] for page in PAGES}
    drawings = {
        path.relative_to(DRAWINGS)
        for site in sites
        for path in (DRAWINGS / site).rglob("*.txt")
    }
    assert drawings == {page.parent / f"{page.name}.txt" for page in PAGES}
