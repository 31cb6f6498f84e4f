"""Known findings: what they are known again by, and what the file looks like."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import documents
from linter.engine import baseline
from linter.engine.baseline import Entry, Ledger
from linter.engine.results import FileResult
from linter.errors import BaselineError
from linter.values import Finding, Severity, Span

ROOT = Path("/site")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def result(source, *, path="/site/a.txt", word="customers", rule="r"):
    """Return a file with a finding for each place of *word*."""
    document = documents.read_text(source, format="text", path=path)
    found, at = [], source.find(word)
    while at >= 0:
        span = Span(at, at + len(word))
        found.append(Finding(rule, Severity.ERROR, span, "m"))
        at = source.find(word, at + 1)
    return FileResult(path, document, (), tuple(found), None)


def record(*results):
    return baseline.recorded(((one, one.findings) for one in results), ROOT)


def new(before, after):
    """Return how many findings of *after* are new, and how many are resolved."""
    ledger = Ledger(record(before), ROOT)
    known = ledger.known_in(after)
    return len(after.findings) - len(known), ledger.resolved


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("Our customers.", "Our customers.", (0, 0), id="the same"),
        pytest.param(
            "Our customers.", "New.\n\n\nLines.\n\nOur customers.", (0, 0), id="moved"
        ),
        pytest.param(
            "Our customers stay.", "Our customers\nstay.\n", (0, 0), id="broken anew"
        ),
        pytest.param("Our customers.", "The customers.", (1, 1), id="other words"),
        pytest.param("Our customers.", "Our clients.", (0, 1), id="mended"),
        pytest.param(
            "Our customers.", "Our customers.\n\nOur customers.", (1, 0), id="one more"
        ),
        pytest.param(
            "A customers.\n\nA customers.", "A customers.", (0, 1), id="one less"
        ),
        pytest.param("caf\u00e9 customers", "cafe\u0301 customers", (0, 0), id="NFD"),
    ],
)
def test_what_is_known_again(before, after, expected):
    """A finding is known by its words and its block, not by its line."""
    assert new(result(before), result(after)) == expected


def test_another_file_or_rule_is_another_finding(tmp_path):
    """The same words in another page are new, and so is another rule's word on them."""
    (tmp_path / "a.txt").touch()
    first = result("Our customers.", path=str(tmp_path / "a.txt"))
    counts = baseline.recorded([(first, first.findings)], tmp_path)
    second = result("Our customers.", path=str(tmp_path / "b.txt"))
    third = result("Our customers.", path=str(tmp_path / "a.txt"), rule="other")
    ledger = Ledger(counts, tmp_path)
    assert ledger.known_in(second) == ()
    assert ledger.known_in(third) == ()
    assert ledger.resolved == 1


def test_a_page_that_was_renamed_is_known(tmp_path):
    """Where the old file is gone, its findings are known in the new one, each once."""
    old = result("Our customers.", path=str(tmp_path / "old.txt"))
    counts = baseline.recorded([(old, old.findings)], tmp_path)
    ledger = Ledger(counts, tmp_path)
    first = result("Our customers.", path=str(tmp_path / "new.txt"))
    second = result("Our customers.", path=str(tmp_path / "copy.txt"))
    assert ledger.known_in(first) == first.findings
    assert ledger.known_in(second) == ()
    assert ledger.resolved == 0
    assert [entry.path for entry in ledger.known] == ["new.txt"]


def test_files_not_seen_are_left_alone(tmp_path):
    """A run over some files says nothing of the others, but that they are gone."""
    (tmp_path / "there.txt").touch()
    entries = [Entry(name, "r", "t", "b") for name in ("there.txt", "gone.txt")]
    ledger = Ledger(Counter(entries), tmp_path)
    assert ledger.resolved == 1
    assert list(ledger.left()) == entries[:1]


def test_a_file_that_could_not_be_read_is_not_seen(tmp_path):
    """An unreadable page has not been mended."""
    (tmp_path / "a.txt").touch()
    ledger = Ledger(Counter([Entry("a.txt", "r", "t", "b")]), tmp_path)
    broken = FileResult(str(tmp_path / "a.txt"), None, (), (), "error")
    assert ledger.known_in(broken) == ()
    assert ledger.resolved == 0


def test_a_finding_in_no_block_is_known():
    """A remark stands in no text: it is known by itself."""
    document = documents.read_text("<!-- x --><p>a</p>", format="html", path="/site/a")
    finding = Finding("r", Severity.ERROR, Span(0, 10), "m")
    given = FileResult("/site/a", document, (), (finding,), None)
    assert Ledger(record(given), ROOT).known_in(given) == (finding,)


def test_the_file_is_sorted_and_has_a_finding_a_line(tmp_path):
    """It reads well in a review, and merges."""
    given = (
        result("고객 고객", word="고객", path="/site/ko/b.txt"),
        result("customers", path="/site/a.txt"),
        result("customers", path="/a.txt"),
    )
    text = baseline.written(record(*given))
    assert text == baseline.written(record(*reversed(given)))
    lines = text.splitlines()
    assert [line.split('"')[3] for line in lines[3:-2]] == [
        "../a.txt",
        "a.txt",
        "ko/b.txt",
    ]
    assert '"text": "고객"' in lines[5]
    assert lines[5].endswith('"count": 2}')
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    assert baseline.read(path) == record(*given)


@given(
    st.dictionaries(
        st.builds(Entry, TEXTS, TEXTS, TEXTS, TEXTS), st.integers(0, 3), max_size=4
    )
)
def test_what_is_written_is_read(tmp_path_factory, counts):
    """Every baseline comes back as it was written."""
    path = tmp_path_factory.mktemp("b") / "b.json"
    path.write_text(baseline.written(counts), encoding="utf-8")
    assert baseline.read(path) == +Counter(counts)
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


ENTRY = '{"path": "a", "rule": "r", "text": "t", "block": "b"}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", "not a baseline", id="not JSON"),
        pytest.param("[]", "not a baseline", id="a list"),
        pytest.param("1", "not a baseline", id="a number"),
        pytest.param('{"version": 1}', "not a baseline", id="no findings"),
        pytest.param(
            '{"findings": [1]}', "not a baseline", id="a number for a finding"
        ),
        pytest.param('{"findings": [{}]}', "not a baseline", id="an empty finding"),
        pytest.param(
            '{"findings": [' + ENTRY.replace('"a"', "1") + "]}",
            "not a baseline",
            id="a number for a path",
        ),
        pytest.param(
            '{"findings": [' + ENTRY.replace("}", ', "count": 0}') + "]}",
            "not a baseline",
            id="a count of nothing",
        ),
        pytest.param("[" * 100_000, "not a baseline", id="a deep nest"),
        pytest.param('{"version": 2, "findings": []}', "version 2", id="too new"),
    ],
)
def test_a_broken_file_is_an_error(tmp_path, text, message):
    """What is no baseline is said to be none; nothing is taken as known."""
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=message):
        baseline.read(path)


def test_a_missing_file_is_an_error(tmp_path):
    """A baseline that is not there is said to be missing; a folder is none."""
    with pytest.raises(BaselineError, match="okyaku baseline write"):
        baseline.read(tmp_path / "b.json")
    with pytest.raises(BaselineError, match="cannot be read"):
        baseline.read(tmp_path)
