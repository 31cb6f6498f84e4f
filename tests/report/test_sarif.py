"""SARIF, against the models made from its official schema."""

import json
from pathlib import Path

import pytest
from handmade import document, finding, result, span_of, unread
from pydantic_sarif.model import (
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif,
)

from linter import __version__
from linter.messages import say
from linter.report import fingerprints, sarif
from linter.report.sources import source_of
from linter.rules import RULES
from linter.values import Edit, Severity, Span

EN = "Hi.\nOur customers stay.\n"


def run_of(*results, ui_lang="en"):
    """Return the run that is written for *results*; it follows the schema."""
    text = sarif.write(results, ui_lang=ui_lang)
    Sarif.model_validate_json(text)
    (run,) = json.loads(text)["runs"]
    return run


def test_a_finding():
    """A finding is a result with its place, its mark and its fix."""
    source = "Our clients.\nOur customers stay.\n"
    found = finding(
        source,
        "customers",
        "clients",
        message="Write “clients”.",
        related=(span_of(source, "clients"),),
    )
    run = run_of(result(source, found, path="a/fees.md"))
    file = {"uri": "a/fees.md", "uriBaseId": "%SRCROOT%"}
    region = {
        "startLine": 2,
        "startColumn": 5,
        "endLine": 2,
        "endColumn": 14,
        "charOffset": 17,
        "charLength": 9,
    }
    near = {
        "startLine": 1,
        "startColumn": 5,
        "endLine": 1,
        "endColumn": 12,
        "charOffset": 4,
        "charLength": 7,
    }
    hashes = fingerprints.line_hashes(source_of(document(source)), [2])
    assert run["results"] == [
        {
            "ruleId": "audience-mismatch",
            "ruleIndex": [rule.ID for rule in RULES].index("audience-mismatch"),
            "level": "error",
            "message": {"text": "Write “clients”."},
            "locations": [
                {"physicalLocation": {"artifactLocation": file, "region": region}}
            ],
            "partialFingerprints": {"primaryLocationLineHash": hashes[2]},
            "relatedLocations": [
                {
                    "id": 1,
                    "message": {"text": "compare"},
                    "physicalLocation": {"artifactLocation": file, "region": near},
                }
            ],
            "fixes": [
                {
                    "description": {"text": "→ clients"},
                    "artifactChanges": [
                        {
                            "artifactLocation": file,
                            "replacements": [
                                {
                                    "deletedRegion": region,
                                    "insertedContent": {"text": "clients"},
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_the_tool():
    """The run names the program, how columns count and where paths begin."""
    run = run_of(result(EN))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("okyaku", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    assert run["results"] == []


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
def test_rules(ui_lang):
    """Each rule has what GitHub asks for, within its limits."""
    rules = run_of(ui_lang=ui_lang)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.ID for rule in RULES]
    for rule, module in zip(rules, RULES, strict=True):
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"] == say(f"page-{module.ID}", ui_lang)
        assert rule["help"]["markdown"] == rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["precision"] == "high"
        assert len(rule["properties"]["tags"]) <= 10
    assert len({rule["fullDescription"]["text"] for rule in rules}) == len(RULES)


@pytest.mark.parametrize(
    ("ui_lang", "described"),
    [
        ("en", "what such a business calls the people"),
        ("ja", "文に合う形で適切な語を提案します。呼び方に"),
        ("ko", "법무법인에는 의뢰인이 있고,"),
    ],
)
def test_a_rule_is_described_on_one_line(ui_lang, described):
    """Wrapped lines are joined by a blank, in Japanese by nothing."""
    rule, *_ = run_of(ui_lang=ui_lang)["tool"]["driver"]["rules"]
    assert described in rule["fullDescription"]["text"]
    assert "\n" not in rule["fullDescription"]["text"]


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFO, "note"),
    ],
)
def test_levels(severity, level):
    """The weight of a finding is its level."""
    (found,) = run_of(result(EN, finding(EN, "customers", severity=severity)))[
        "results"
    ]
    assert found["level"] == level


@pytest.mark.parametrize(
    ("before", "column"),
    [("", 1), ("전각 ", 4), ("😀𠮷 ", 4), ("e\u0301 ", 4), ("a\u2028", 3)],
    ids=ascii,
)
def test_columns_count_code_points(before, column):
    """An astral character is one column; U+2028 begins no line."""
    source = f"{before}clients"
    (found,) = run_of(result(source, finding(source, "clients")))["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, column)
    assert region["endColumn"] == column + 7
    assert region["charOffset"] == len(before)


def test_the_worst_come_first():
    """GitHub cuts long logs: errors stand first."""
    found = (
        finding(EN, "Hi", severity=Severity.INFO),
        finding(EN, "customers", severity=Severity.ERROR),
    )
    levels = [each["level"] for each in run_of(result(EN, *found))["results"]]
    assert levels == ["error", "note"]


def test_a_rule_from_elsewhere():
    """A rule that is not listed has no index."""
    (found,) = run_of(result(EN, finding(EN, "customers", rule="other")))["results"]
    assert found["ruleIndex"] == -1


def test_an_edit_without_a_suggestion():
    """A fix may take something out."""
    edit = Edit(Span(0, 4), "")
    (found,) = run_of(result(EN, finding(EN, "Hi", edits=(edit,))))["results"]
    assert found["fixes"][0]["description"]["text"]
    assert "fixes" not in run_of(result(EN, finding(EN, "Hi")))["results"][0]


def test_a_file_that_was_not_checked():
    """A run that could not read a file was no success, and says which file."""
    (call,) = run_of(unread("b.md", "b.md: no."))["invocations"]
    assert not call["executionSuccessful"]
    (said,) = call["toolExecutionNotifications"]
    assert said["message"]["text"] == "b.md: no."
    where = said["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "b.md"
    (call,) = run_of(result(EN))["invocations"]
    assert call["executionSuccessful"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/c.md", "a%20b/c.md"),
        ("웹/소개.md", "%EC%9B%B9/%EC%86%8C%EA%B0%9C.md"),
        ("#1?.md", "%231%3F.md"),
        ("100%.md", "100%25.md"),
    ],
)
def test_paths_are_uris(path, uri):
    """A path is written as a URI relative to the root."""
    (found,) = run_of(result(EN, finding(EN, "customers"), path=path))["results"]
    where = found["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path():
    """A file outside of the folder keeps its own URI."""
    path = str(Path("elsewhere/x y.md").absolute())
    (found,) = run_of(result(EN, finding(EN, "customers"), path=path))["results"]
    where = found["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": Path(path).as_uri()}


def test_odd_paths(odd_path):
    """The log follows the schema, whatever a file is called."""
    run = run_of(result(EN, finding(EN, "customers"), path=odd_path), unread(odd_path))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"][
        "uri"
    ]
    assert uri.isascii()
    assert " " not in uri
