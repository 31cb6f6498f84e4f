"""Office files, which have no lines: what code hosts are told of them."""

import json

import pytest
from handmade import finding, result

from linter.report import github, gitlab, human, rdjsonl, sarif

TEXT = "Hello.\nOur customers stay.\n"


@pytest.fixture
def made():
    """Give a finding on a slide."""
    found = finding(TEXT, "customers", "clients", message="No.")
    return [result(TEXT, found, path="a.pptx", where="slide 3", form="pptx")]


def test_the_place_for_people_is_told(made):
    """A code host shows no slide, so the message names it."""
    assert "::slide 3: No.\n" in github.write(made)
    assert json.loads(gitlab.write(made))[0]["description"] == "slide 3: No."
    assert json.loads(rdjsonl.write(made))["message"] == "slide 3: No."
    (found,) = json.loads(sarif.write(made))["runs"][0]["results"]
    assert found["message"]["text"] == "slide 3: No."


def test_no_host_is_offered_an_edit(made):
    """An edit of the made text is no edit of the file."""
    (found,) = json.loads(sarif.write(made))["runs"][0]["results"]
    assert "fixes" not in found
    assert "suggestions" not in json.loads(rdjsonl.write(made))


def test_people_see_it_by_the_copy(made):
    """The report for people has the place on a line of its own."""
    assert human.write(made, human.Style(total=False)).splitlines() == [
        "a.pptx:2:5: error audience-mismatch No.",
        "    [slide 3]",
        "    Our customers stay.",
        "        ^^^^^^^^^ → clients",
    ]
