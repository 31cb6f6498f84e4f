"""JSON for programs, and its schema."""

import json

import pytest
from handmade import OURS, finding, result, span_of, unread
from jsonschema import Draft202012Validator
from making import block, occurrence

from linter.report import json as report
from linter.report import statistics
from linter.values import Document, Edit, Possessor, Reason, Sense, Severity, Span

EN = "😀 Hi.\nOur customers stay.\n"


@pytest.fixture(scope="module")
def valid():
    """Check a value against a definition of the schema."""
    schema = report.schema()
    Draft202012Validator.check_schema(schema)
    whole = Draft202012Validator(schema)

    def check(text, name):
        value = json.loads(text)
        part = {"$schema": schema["$schema"], "$defs": schema["$defs"]}
        one = Draft202012Validator(part | {"$ref": f"#/$defs/{name}"})
        assert [] == [error.message for error in one.iter_errors(value)]
        assert [] == [error.message for error in whole.iter_errors(value)]
        return value

    return check


def test_a_finding(valid):
    """A finding has its place in offsets and in lines, and all that the rule said."""
    found = finding(
        EN,
        "customers",
        "clients",
        related=(span_of(EN, "Hi"),),
        severity=Severity.WARNING,
        because=(OURS, Reason("en/cues: hi", span=span_of(EN, "Hi")), OURS),
    )
    run = valid(report.write([result(EN, found, path="a.md", key="k")]), "report")
    assert run["findings"] == [
        {
            "path": "a.md",
            "text": "customers",
            "span": {"start": 10, "end": 19},
            "start": {"line": 2, "column": 5},
            "end": {"line": 2, "column": 14},
            "rule": "audience-mismatch",
            "severity": "warning",
            "message": "Not “customers”.",
            "lang": "en",
            "suggestions": ["clients"],
            "edits": [
                {
                    "text": "customers",
                    "span": {"start": 10, "end": 19},
                    "start": {"line": 2, "column": 5},
                    "end": {"line": 2, "column": 14},
                    "replacement": "clients",
                    "safe": True,
                }
            ],
            "related": [
                {
                    "text": "Hi",
                    "span": {"start": 2, "end": 4},
                    "start": {"line": 1, "column": 3},
                    "end": {"line": 1, "column": 5},
                }
            ],
            "because": [
                {"entry": "en/cues: our", "says": "own", "weight": 2, "place": None},
                {
                    "entry": "en/cues: hi",
                    "says": None,
                    "weight": 0,
                    "place": {
                        "text": "Hi",
                        "span": {"start": 2, "end": 4},
                        "start": {"line": 1, "column": 3},
                        "end": {"line": 1, "column": 5},
                    },
                },
            ],
            "block": "paragraph",
            "key": "k",
            "where": None,
        }
    ]


def test_counts_and_errors(valid):
    """A run has its counts, and the files that could not be checked."""
    made = [
        result(EN, finding(EN, "customers")),
        unread("b.md", "b.md: no."),
        result(""),
    ]
    run = valid(report.write(made), "report")
    assert run["version"] == report.VERSION
    assert run["errors"] == [{"path": "b.md", "message": "b.md: no."}]
    assert run["summary"] == {
        "files": 2,
        "not_checked": 1,
        "words": 0,
        "findings": {"error": 1, "warning": 0, "info": 0},
    }


def test_lines(valid):
    """Each line has version and type; the counts come last."""
    made = [result(EN, finding(EN, "customers")), unread()]
    found = report.write_lines(made).splitlines()
    values = [valid(line, "line") for line in found]
    assert [value["type"] for value in values] == ["finding", "error", "summary"]
    assert {value["version"] for value in values} == {report.VERSION}


def test_nothing(valid):
    """A run without files is valid too."""
    assert valid(report.write([]), "report")["findings"] == []
    assert valid(report.write_lines([]), "line")["files"] == 0
    assert report.write_words([]) == ""


def test_between_blocks(valid):
    """A finding outside all copy has no language and no block."""
    made = result("<!-- x -->", finding("<!-- x -->", "x"))
    bare = Document("page.md", "<!-- x -->", "markdown", ())
    outside = type(made)("page.md", bare, (), made.findings, None)
    (found,) = valid(report.write([outside]), "report")["findings"]
    assert [found[key] for key in ("lang", "block", "key", "where")] == [None] * 4


def test_words(valid):
    """A word has what was decided, and its sentence without markup."""
    inside = block("고객님. 저희 고객은 남습니다.", lang="ko", at=3)
    document = Document(
        "p.md", "## 고객님. 저희 고객은 남습니다.", "markdown", (inside,), "ko"
    )
    words = (
        occurrence(inside, "고객님", sense=Sense.MENTION),
        occurrence(inside, "고객", nth=1, possessor=Possessor.OWN, sure=False),
    )
    made = type(result(""))("p.md", document, words, (), None)
    first, second = (
        valid(line, "line") for line in report.write_words([made]).splitlines()
    )
    assert (first["sense"], first["possessor"], first["sure"]) == (
        "mention",
        None,
        True,
    )
    assert second.pop("because")
    assert second == {
        "version": 1,
        "type": "word",
        "path": "p.md",
        "text": "고객",
        "span": {"start": 11, "end": 13},
        "start": {"line": 1, "column": 12},
        "end": {"line": 1, "column": 14},
        "lang": "ko",
        "word": "고객",
        "concept": "customer",
        "sense": "party",
        "possessor": "own",
        "sure": False,
        "sentence": "저희 고객은 남습니다.",
        "block": "paragraph",
        "key": None,
        "where": None,
    }


def test_words_of_an_unread_file_are_none():
    """A file that could not be checked has no words."""
    assert report.write_words([unread()]) == ""


def test_statistics(valid):
    """Counts are valid, and one line where one is wanted."""
    made = [result(EN, finding(EN, "customers", "clients"))]
    value = valid(statistics.write_json(made), "statistics")
    assert value["summary"]["findings"]["error"] == 1
    line = statistics.write_json(made, indent=None)
    assert line.count("\n") == 1
    assert json.loads(line) == value


def test_odd_paths_and_texts(valid, odd_path):
    """Whatever stands in paths, copy and messages, the result is valid JSON."""
    source = f"{odd_path} customers \u2028\ud7a4\x00"
    found = finding(
        source,
        "customers",
        odd_path,
        message=odd_path,
        edits=(Edit(Span(0, 1), odd_path),),
        because=(OURS,),
    )
    made = [result(source, found, path=odd_path), unread(odd_path, odd_path)]
    run = valid(report.write(made), "report")
    assert run["findings"][0]["path"] == run["errors"][0]["path"] == odd_path
    for line in report.write_lines(made).splitlines():
        valid(line, "line")


CHANGES = {
    "no version": lambda value: value.pop("version"),
    "another version": lambda value: value.update(version=2),
    "no place": lambda value: value["findings"][0].pop("span"),
    "an unknown weight": lambda value: value["findings"][0].update(severity="fatal"),
    "lines from 0": lambda value: value["findings"][0]["start"].update(line=0),
    "a key left out": lambda value: value["findings"][0].pop("key"),
    "no words counted": lambda value: value["summary"].pop("words"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_schema_refuses(change):
    """The schema is no rubber stamp: what is amiss is refused."""
    value = json.loads(report.write([result(EN, finding(EN, "customers"))]))
    validator = Draft202012Validator(report.schema())
    assert validator.is_valid(value)
    change(value)
    assert not validator.is_valid(value)
