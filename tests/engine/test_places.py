"""What is reported stands where it is said to stand, in every format."""

import html
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import analyse, lint_paths, lint_text

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(
    path
    for path in EXAMPLES.rglob("*")
    if path.is_file() and path.suffix in {".md", ".mdx", ".html", ".txt"}
)


def plain(text):
    """Return *text* without markup, as a reader sees it."""
    text = html.unescape(re.sub(r"<[^<>]*>|[*_~`\\]", "", text))
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize(
    "page", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_places_of_the_examples(page):
    """For every word and finding, the source at its place is the word."""
    (result,) = lint_paths([page])
    if result.document is None:
        return
    source = result.document.source
    for one in result.occurrences:
        assert plain(one.text) == plain(source[one.span.start : one.span.end])
    words = {one.span.start for one in result.occurrences}
    for finding in result.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(source)
        if finding.rule == "audience-mismatch":
            inside = range(finding.span.start, finding.span.end)
            assert any(start in inside for start in words)
        for edit in finding.edits:
            assert 0 <= edit.span.start <= edit.span.end <= len(source)


WORDS = {"en": "customers", "ja": "カスタマー", "ko": "고객"}
MARKDOWN = (
    "{0}", "**{0}**", "# {0}", "- {0}", "> {0}", "| a | {0} |\n| - | - |\n| {0} | b |",
    "[{0}](https://example.com)", "![{0}](a.png)", "<b>{0}</b>", "*a* {0} `code`",
)  # fmt: skip
HTML = (
    "<p>{0}</p>", "<h2>{0}</h2>", "<li><b>{0}</b></li>", '<img alt="{0}">',
    "<td>&amp; {0} &lt;</td>", '<a href="/x">{0}</a>', "<p>a<br>{0}</p>",
    "<!-- {0} --><p>{0}</p>", "<script>{0}</script><p>{0}</p>",
)  # fmt: skip
NOISE = st.text(
    alphabet=st.sampled_from("ab &<>*_`#-|[]()!\n\r\t“”가나お客。😀𠮷é"), max_size=30
)


def joined(parts, noise, forms, lang):
    """Return a page of *parts*, indices into *forms*, with *noise* round them."""
    word = WORDS[lang]
    lines = [forms[part % len(forms)].format(word) for part in parts]
    return f"{noise}\n\n" + "\n\n".join(lines) + f"\n\n{noise}\n"


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(st.integers(0, 20), min_size=1, max_size=6),
    noise=NOISE,
    lang=st.sampled_from(sorted(WORDS)),
    form=st.sampled_from(["markdown", "html", "text"]),
)
def test_places_of_any_page(parts, noise, lang, form):
    """Whatever stands around it, a word is pointed at and nothing raises."""
    forms = HTML if form == "html" else MARKDOWN
    page = joined(parts, noise, forms, lang)
    for one in analyse(page, format=form, lang=lang):
        assert plain(one.text) == plain(page[one.span.start : one.span.end])
    for finding in lint_text(page, model="law", format=form, lang=lang):
        assert 0 <= finding.span.start < finding.span.end <= len(page)
        for edit in finding.edits:
            assert page[edit.span.start : edit.span.end].strip()
