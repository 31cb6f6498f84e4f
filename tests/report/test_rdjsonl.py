"""Reviewdog's diagnostic format."""

import json

import pytest
from handmade import finding, result, span_of, unread

from linter.report import rdjsonl
from linter.values import Edit, Severity, Span


def diagnostics(*results, ui_lang="en"):
    """Return what is written for *results*, one a line."""
    text = rdjsonl.write(results, ui_lang=ui_lang)
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_a_finding():
    """A finding has its place in bytes, its rule and what to write."""
    source = "clients\n저희 고객은"
    found = finding(
        source,
        "고객",
        "의뢰인",
        message="No.",
        severity=Severity.WARNING,
        related=(span_of(source, "clients"),),
    )
    place = {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 14}}
    near = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 8}}
    assert diagnostics(result(source, found), ui_lang="ko") == [
        {
            "message": "No.",
            "location": {"path": "page.md", "range": place},
            "severity": "WARNING",
            "source": {"name": "okyaku"},
            "code": {"value": "audience-mismatch"},
            "suggestions": [{"range": place, "text": "의뢰인"}],
            "related_locations": [
                {"message": "비교할 곳", "location": {"path": "page.md", "range": near}}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("before", "column"),
    [("", 1), ("전각 ", 8), ("😀𠮷 ", 10), ("e\u0301 ", 5), ("a\r\n", 1)],
    ids=ascii,
)
def test_columns_count_bytes(before, column):
    """Columns count bytes of UTF-8 from 1, the end is the one after."""
    source = f"{before}clients"
    (found,) = diagnostics(result(source, finding(source, "clients")))
    place = found["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == (column, column + 7)


def test_edits_are_one_suggestion():
    """The edits of a finding go together, as one button."""
    source = "a 고 customer"
    edits = (Edit(Span(0, 1), "an"), Edit(Span(4, 12), "advertiser"))
    (found,) = diagnostics(result(source, finding(source, "customer", edits=edits)))
    assert found["suggestions"] == [
        {
            "range": {
                "start": {"line": 1, "column": 1},
                "end": {"line": 1, "column": 15},
            },
            "text": "an 고 advertiser",
        }
    ]


def test_an_offer_without_an_edit_is_no_button():
    """What cannot be written by itself is not offered as a change."""
    (found,) = diagnostics(result("x", finding("x", "x", "y", edits=())))
    assert "suggestions" not in found


def test_a_file_that_was_not_checked():
    """What could not be read is an error of its file."""
    assert diagnostics(unread("b.md", "b.md: no.")) == [
        {
            "message": "b.md: no.",
            "location": {"path": "b.md"},
            "severity": "ERROR",
            "source": {"name": "okyaku"},
        }
    ]


def test_order_and_odd_paths(odd_path):
    """Findings stand one a line in order of place, whatever a file is called."""
    source = "b a"
    made = result(source, finding(source, "a"), finding(source, "b"), path=odd_path)
    found = diagnostics(made)
    assert [each["message"] for each in found] == ["Not “b”.", "Not “a”."]
    assert found[0]["location"]["path"] == odd_path


def test_nothing():
    """A clean run is an empty text."""
    assert rdjsonl.write([result("x")]) == ""
