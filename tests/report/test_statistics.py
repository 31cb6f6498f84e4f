"""Counts of findings."""

import json

import pytest
from handmade import document, finding, result, unread

from linter.engine.results import FileResult
from linter.report import statistics
from linter.report.paint import Paint
from linter.values import Document, Severity

EN = "Customers and\ncustomers and customer  base, custmers"
KO = "고객은 고객을"


@pytest.fixture
def results():
    """Give findings in two files, and a file that could not be checked."""
    english = result(
        EN,
        finding(EN, "Customers", "Clients"),
        finding(EN, "customers", "clients"),
        finding(EN, "custmers", "customers", rule="confused-word"),
        finding(EN, "customer  base", severity=Severity.INFO),
    )
    korean = result(KO, finding(KO, "고객", "의뢰인", nth=1), path="k.md", lang="ko")
    return [english, korean, unread()]


@pytest.mark.parametrize(
    ("ui_lang", "heads"),
    [
        ("en", ["By rule", "By word", "By language"]),
        ("ja", ["ルール別", "語別", "言語別"]),
        ("ko", ["규칙별", "낱말별", "언어별"]),
    ],
)
def test_tables(results, ui_lang, heads):
    """Rules, words and languages are counted, the most frequent first."""
    lines = statistics.write(results, ui_lang=ui_lang).splitlines()
    assert [
        heads[0],
        "  3  error audience-mismatch",
        "  1  info audience-mismatch",
        "  1  error confused-word",
        "",
        heads[1],
        "  2  en customers → clients",
        "  1  en custmers → customers",
        "  1  en customer base",
        "  1  ko 고객 → 의뢰인",
        "",
        heads[2],
        "  4  en",
        "  1  ko",
        "",
    ] == lines[:-1]
    assert lines[-1]


def test_colour(results):
    """Weights are coloured on request."""
    assert "\x1b" not in statistics.write(results)
    assert "\x1b[1;31merror" in statistics.write(results, paint=Paint(colour=True))


def test_nothing():
    """A clean run has no tables."""
    assert statistics.write([result(EN)]).count("\n") == 1


def test_json(results):
    """Programs get the same counts."""
    value = json.loads(statistics.write_json(results))
    assert value["rules"][0] == {
        "rule": "audience-mismatch",
        "severity": "error",
        "count": 3,
    }
    assert value["words"][0] == {
        "lang": "en",
        "text": "customers",
        "offered": "clients",
        "count": 2,
    }
    assert value["languages"] == [
        {"lang": "en", "count": 4},
        {"lang": "ko", "count": 1},
    ]


def test_a_finding_outside_all_copy():
    """Where there is no language, none is said."""
    bare = Document("p.md", "x", "text", ())
    made = FileResult("p.md", bare, (), (finding("x", "x"),), None)
    value = json.loads(statistics.write_json([made]))
    assert value["languages"] == [{"lang": None, "count": 1}]
    assert "  1  –\n" in statistics.write([made])
    assert document("x").lang == "en"
