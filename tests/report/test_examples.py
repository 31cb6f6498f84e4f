"""Every report on the sites of examples/: forms hold, places are where they say."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic_sarif.model import (
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif,
)

from linter import lint_paths
from linter.report import gitlab, human, rdjsonl, sarif, statistics
from linter.report import json as report
from linter.report.excerpt import columns

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def results():
    """Check all sites once."""
    return tuple(lint_paths([EXAMPLES]))


@pytest.fixture(scope="module")
def schema():
    """Give the schema, ready to check values."""
    return Draft202012Validator(report.schema())


def read(path):
    """Return the lines of a file as they are stored."""
    return Path(path).read_bytes().decode("utf-8").split("\n")


def test_json(results, schema):
    """Findings and words are valid, and stand where they say."""
    run = json.loads(report.write(results))
    lines = [
        *report.write_lines(results).split("\n"),
        *report.write_words(results).split("\n"),
    ]
    values = [run, *(json.loads(line) for line in lines if line)]
    values.append(json.loads(statistics.write_json(results)))
    assert [] == [
        error.message for value in values for error in schema.iter_errors(value)
    ]
    assert run["findings"]
    for found in (*run["findings"], *(value for value in values if "sense" in value)):
        start = found["start"]
        line = read(found["path"])[start["line"] - 1]
        first = found["text"].split("\n")[0]
        assert line[start["column"] - 1 :].startswith(first)


def test_sarif(results):
    """The log follows the schema and has every finding."""
    text = sarif.write(results)
    Sarif.model_validate_json(text)
    found = json.loads(text)["runs"][0]["results"]
    assert len(found) == sum(len(result.findings) for result in results)


def test_rdjsonl(results):
    """Bytes from column to column are the words that are meant."""
    texts = [
        result.document.source[finding.span.start : finding.span.end]
        for result in results
        for finding in result.findings
    ]
    shown = []
    for line in rdjsonl.write(results).split("\n")[:-1]:
        where = json.loads(line)["location"]
        start, end = where["range"]["start"], where["range"]["end"]
        data = Path(where["path"]).read_bytes().split(b"\n")
        if start["line"] == end["line"]:
            part = data[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
        else:
            part = b"\n".join(data[start["line"] - 1 : end["line"]])
            part = part[start["column"] - 1 :]
        shown.append(part.decode("utf-8"))
    assert len(texts) == len(shown)
    for text, part in zip(sorted(texts), sorted(shown), strict=True):
        assert part.startswith(text)


def test_gitlab(results):
    """No two findings have one fingerprint."""
    marks = [issue["fingerprint"] for issue in json.loads(gitlab.write(results))]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
def test_human(results, ui_lang):
    """Only a finding's head may be wider than the room."""
    text = human.write(results, human.Style(ui_lang=ui_lang))
    copy = [line for line in text.split("\n") if line.startswith(" ")]
    assert copy
    assert max(map(columns, copy)) <= human.ROOM
