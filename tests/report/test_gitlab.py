"""GitLab's code quality report."""

import json

import pytest
from handmade import finding, result, unread

from linter.report import gitlab
from linter.values import Severity

EN = "Hi.\nOur customers stay.\n"


def issues(*results):
    """Return what is written for *results*."""
    return json.loads(gitlab.write(results))


def test_a_finding():
    """A finding has what GitLab asks for; the last line is the place's own."""
    source = "our client\nbase\n"
    (issue,) = issues(result(source, finding(source, "client\nbase", message="No.")))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": "No.",
        "check_name": "audience-mismatch",
        "severity": "major",
        "location": {"path": "page.md", "lines": {"begin": 1, "end": 2}},
    }


@pytest.mark.parametrize(
    ("severity", "name"),
    [
        (Severity.ERROR, "major"),
        (Severity.WARNING, "minor"),
        (Severity.INFO, "info"),
    ],
)
def test_severities(severity, name):
    """The weights have GitLab's names."""
    (issue,) = issues(result(EN, finding(EN, "customers", severity=severity)))
    assert issue["severity"] == name


def test_a_file_that_was_not_checked():
    """What could not be read is worse than any finding, and comes first."""
    first, _ = issues(result(EN, finding(EN, "Hi")), unread("b.md", "b.md: no."))
    assert (first["description"], first["severity"]) == ("b.md: no.", "critical")
    assert first["location"] == {"path": "b.md", "lines": {"begin": 1}}


def test_fingerprints_are_unique():
    """Equal findings on equal lines are told apart: GitLab drops all but one else."""
    source = "Our clients and clients.\nOur clients and clients.\n"
    found = [finding(source, "clients", nth=nth) for nth in range(4)]
    made = issues(result(source, *found), result(source, found[0], path="z.md"))
    assert len({issue["fingerprint"] for issue in made}) == 5


def test_fingerprints_last():
    """A line above revives no finding."""
    moved = f"New.\n{EN}"
    (before,) = issues(result(EN, finding(EN, "customers")))
    (after,) = issues(result(moved, finding(moved, "customers")))
    assert before["fingerprint"] == after["fingerprint"]
    assert before["location"] != after["location"]


def test_odd_paths(odd_path):
    """The report is JSON, whatever a file is called."""
    (issue,) = issues(result(EN, finding(EN, "customers"), path=odd_path))
    assert issue["location"]["path"] == odd_path


def test_nothing():
    """A clean run is an empty list."""
    assert issues(result(EN)) == []
