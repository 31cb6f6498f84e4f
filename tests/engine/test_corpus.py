"""All pages compared: which word prevails, which pages differ, in any order."""

import itertools
from pathlib import Path

import pytest

from linter import documents, engine
from linter.config import Exemption, Settings
from linter.engine.corpus import compare
from linter.values import Severity

PLAIN = Settings(source=Path("/site/okyaku.toml"))


def page(name, text, settings=PLAIN, kind="text"):
    document = documents.read_text(text, format=kind, path=name)
    return engine.lint_document(document, settings=settings), settings


@pytest.fixture(scope="module")
def pages():
    return (
        page("a.txt", "Our clients stay. We visit our clients."),
        page("b.txt", "Our clients come."),
        page("c.txt", "Our customers stay. We visit our customers."),
        page("d.txt", "저희 의뢰인은 전국에 있습니다."),
        page("e.txt", "Nothing of the kind."),
    )


def reported(compared):
    return {
        result.path: [
            result.document.source[one.span.start : one.span.end]
            for one in result.findings
        ]
        for result, _ in compared.results
        if result.findings
    }


def test_the_page_that_differs_is_reported(pages):
    """The outvoted word is reported once a page, with its other places and counts."""
    compared = compare(pages)
    assert reported(compared) == {"c.txt": ["customers"]}
    (finding,) = compared.results[2][0].findings
    assert (finding.rule, finding.severity) == ("audience-mixed", Severity.WARNING)
    assert finding.suggestions[0] == "clients"
    assert finding.edits == ()
    assert len(finding.related) == 1
    assert "3 times on 2 of 3 pages" in finding.message


def test_the_tallies_tell_each_language(pages):
    """Each language is counted by itself, the prevailing word first."""
    english, korean = compare(pages).tallies
    assert [(one.word, one.times, one.pages) for one in english.shares] == [
        ("clients", 3, 2),
        ("customers", 2, 1),
    ]
    assert (english.lang, english.differing) == ("en", 1)
    assert (korean.lang, korean.differing) == ("ko", 0)


def test_the_order_of_the_files_does_not_matter(pages):
    """Every order of the same files gives the same."""
    first = compare(pages)
    for order in itertools.permutations(pages[:4]):
        again = compare((*order, pages[4]))
        assert again.tallies == first.tallies
        assert reported(again) == reported(first)


def test_of_equals_the_word_on_more_pages_prevails():
    """Where two words stand as often, that on more pages is the house's."""
    pages = (
        page("a.txt", "Our customers stay. We visit our customers."),
        page("b.txt", "Our clients come."),
        page("c.txt", "Our clients stay."),
    )
    assert reported(compare(pages)) == {"a.txt": ["customers"]}


def test_a_declared_model_decides():
    """The model's word is right though outvoted; what it avoids is not for us."""
    law = Settings(model="law", source=Path("/site/okyaku.toml"))
    pages = (
        page("a.txt", "Our clients come.", law),
        page("b.txt", "Our customers stay. Our customers pay.", law),
    )
    compared = compare(pages)
    assert reported(compared) == {}
    assert [one.word for one in compared.tallies[0].shares] == ["clients", "customers"]


def test_scopes_are_not_compared_with_each_other():
    """The shop's pages may say customers where the studio's say clients."""
    shop = Settings(model="retail", source=PLAIN.source)
    studio = Settings(model="design-studio", source=PLAIN.source)
    other = Settings(source=Path("/other/okyaku.toml"))
    pages = (
        page("a.txt", "Our clients come. Our clients stay.", studio),
        page("b.txt", "Our customers stay.", shop),
        page("c.txt", "Our customers stay.", other),
    )
    compared = compare(pages)
    assert reported(compared) == {}
    assert len(compared.tallies) == 3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Your customers stay.", id="the reader's"),
        pytest.param("Our clients’ customers stay.", id="somebody else's"),
        pytest.param("We work with clients and customers.", id="side by side"),
        pytest.param("Call customer service.", id="a set phrase"),
    ],
)
def test_other_people_do_not_count(text):
    """Only the business's own people are compared."""
    pages = (page("a.txt", "Our clients come. Our clients stay."), page("b.txt", text))
    assert reported(compare(pages)) == {}


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"ignore": ("audience-mixed",)}, id="ignored"),
        pytest.param({"select": ("confused-word",)}, id="not selected"),
        pytest.param(
            {
                "exceptions": (
                    Exemption("audience-mixed", "r", "s", Path("/"), text="customers"),
                )
            },
            id="an exception",
        ),
    ],
)
def test_settings_silence_the_comparison(given):
    """What takes the rule out takes out its comparison."""
    settings = Settings(**given)
    pages = (
        page("a.txt", "Our clients come. Our clients stay.", settings),
        page("b.txt", "Our customers stay.", settings),
    )
    assert reported(compare(pages)) == {}


def test_severity_is_that_of_the_settings():
    """The rule weighs what the settings say."""
    settings = Settings(severity={"audience-mixed": Severity.ERROR})
    pages = (
        page("a.txt", "Our clients come. Our clients stay.", settings),
        page("b.txt", "Our customers stay.", settings),
    )
    ((_, _), (result, _)) = compare(pages).results
    assert [one.severity for one in result.findings] == [Severity.ERROR]


def test_a_comment_silences_the_comparison():
    """A page can say that it differs on purpose, and is not told that this is idle."""
    text = "<!-- okyaku-disable-file audience-mixed -- a letter -->\n<p>Our {}.</p>\n"
    pages = (
        page("a.html", "<p>Our clients come. Our clients stay.</p>", kind="html"),
        page("b.html", text.format("customers stay"), kind="html"),
    )
    compared = compare(pages)
    assert reported(compared) == {}
    assert len(compared.results[1][0].suppressed) == 1
    assert pages[1][0].findings == ()
