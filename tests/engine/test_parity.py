"""Pages and files of strings held against their originals."""

import json
from pathlib import Path

import pytest

from linter import engine
from linter.config import Settings
from linter.engine.parity import hold

SHARED = Path(__file__).parents[3] / "shared"
PAGE = {
    "en.md": "# Fees\n\nWe tell every client the price first.\n\n- Court\n- Letters\n",
    "ko.md": "# 비용\n\n모든 고객에게 먼저 가격을 말씀드립니다.\n\n- 재판\n- 서신\n",
    "other.md": "# 다른 제목\n\n" + "## 고객에게 드리는 이야기\n\n" * 20,
}


@pytest.fixture
def held(tmp_path):
    """Return a function that holds one text against another, by their file names."""

    def hold_texts(source, target, texts=PAGE, settings=None):
        settings = settings or Settings()
        read = []
        for name in (source, target):
            (tmp_path / name).write_text(texts[name], encoding="utf-8")
            read.append(engine.read_file(tmp_path / name, settings=settings))
        return hold(*read, settings=settings)

    return hold_texts


def told(compared):
    return [
        (finding.rule, str(finding.severity), finding.suggestions)
        for finding in compared.result.findings
    ]


def test_pages_are_held_block_by_block(held):
    """The wrong word is found at its place, and the right one offered."""
    compared = held("en.md", "ko.md")
    assert told(compared) == [("translation-mismatch", "error", ("의뢰인",))] or told(
        compared
    ) == [("translation-mismatch", "error", ("클라이언트",))]
    assert compared.units == 4
    assert not compared.drifted


def test_the_declared_model_chooses_the_word(held):
    """A law firm's client is 의뢰인, an agency's 클라이언트."""
    words = {
        model: told(held("en.md", "ko.md", settings=Settings(model=model)))[0][2]
        for model in ("law", "agency")
    }
    assert words == {"law": ("의뢰인",), "agency": ("클라이언트",)}


def test_pages_that_drifted_are_not_compared(held):
    """Two pages that are no translations of each other give no findings."""
    compared = held("en.md", "other.md")
    assert compared.drifted
    assert told(compared) == []


def test_strings_are_held_by_their_keys(held):
    """Files of strings are paired by key, whatever their order; copies are left out."""
    texts = {
        "en.json": json.dumps(
            {
                "hello": {"title": "Hello, dear client of ours."},
                "same": "Our client list",
                "gone": "Our clients came.",
            }
        ),
        "ko.json": json.dumps(
            {
                "same": "Our client list",
                "empty": "",
                "hello": {"title": "소중한 고객 여러분, 안녕하세요."},
            },
            ensure_ascii=False,
        ),
    }
    compared = held("en.json", "ko.json", texts)
    assert [one[:2] for one in told(compared)] == [("translation-mismatch", "error")]
    assert compared.units == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the articles beside the tree")
def test_the_articles():
    """At least 33 of 35 wrong words and all 26 lines, no line that is right."""
    lines = (SHARED / "eval/collapse_gold.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in lines.splitlines()]
    source = SHARED / "seeds/001_d578ccae9905bb90.txt"
    target = SHARED / "seeds/003_66e70e454ccf3496.txt"
    rows = [
        row
        for row in rows
        if row["seed"] == target.name and row["confidence"] == "high"
    ]
    words = {(row["line"], row["col"]) for row in rows if row["kind"] != "omission"}
    settings = Settings()
    compared = hold(
        engine.read_file(source, settings=settings),
        engine.read_file(target, settings=settings),
        settings=settings,
    )
    text = compared.result.document.source
    loud = [one for one in compared.result.findings if one.severity != "info"]

    def place(span):
        before = text[: span.start]
        return before.count("\n") + 1, len(before) - before.rfind("\n") - 1

    found = {place(span) for one in loud for span in (one.span, *one.related)}
    assert len(words & found) >= 33
    assert {row["line"] for row in rows} == {place(one.span)[0] for one in loud}
    safe = [one for one in loud if one.edits and all(e.safe for e in one.edits)]
    assert safe
    assert {place(one.span) for one in safe} <= words
