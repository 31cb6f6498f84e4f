"""One word on both sides of a contrast, and what only looks like it."""

import json
from pathlib import Path

import pytest

from linter import lint_text

LABELLED = Path(__file__).parents[3] / "shared" / "eval"
ARTICLES = LABELLED.parent / "seeds"
needs_copy = pytest.mark.skipif(
    not LABELLED.is_dir(), reason="needs the labelled copy beside the repository"
)


def collapses(text, lang=None):
    return [
        finding
        for finding in lint_text(text, lang=lang)
        if finding.rule == "collapsed-contrast"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Is it a customer or a customer?", id="en: or"),
        pytest.param("“Client” and “client” are two words.", id="en: quoted"),
        pytest.param("顧客や顧客の違いを考えます。", id="ja: や"),
        pytest.param("「お客様」と「お客様」は違います。", id="ja: quoted"),
        pytest.param("その人は顧客ですか、それとも顧客ですか。", id="ja: question"),
        pytest.param(
            "クライアントは長く続く一方、クライアントは一度きりです。", id="ja: clauses"
        ),
        pytest.param("고객이나 고객이라고 부릅니다.", id="ko: 이나"),
        pytest.param("고객님과 고객님의 차이입니다.", id="ko: with 님"),
        pytest.param("먼저 고객 대 고객의 관계를 봅니다.", id="ko: 대"),
        pytest.param("그 고객은 고객이 아니라 고객입니다.", id="ko: 아니라"),
    ],
)
def test_collapses(text):
    """The same bare word stands on both sides of a frame."""
    assert collapses(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Clients and client managers meet.", id="en: a compound follows"),
        pytest.param("Our clients and our clients’ staff.", id="en: a possessive"),
        pytest.param("Customers buy. Customers return.", id="en: two sentences"),
        pytest.param("The HTTP client and the client library.", id="en: software"),
        pytest.param("優良顧客と顧客を比べます。", id="ja: one is modified"),
        pytest.param("長年の顧客と顧客を比べます。", id="ja: modified by の"),
        pytest.param("顧客と顧客満足度を考えます。", id="ja: a compound follows"),
        pytest.param("お客様同士、お客様とお客様を結びます。", id="ja: people meet"),
        pytest.param("법인 고객과 고객을 나눕니다.", id="ko: one is modified"),
        pytest.param("오래된 고객과 고객을 나눕니다.", id="ko: modified by a verb"),
        pytest.param("고객과 고객사는 다릅니다.", id="ko: another word"),
        pytest.param("고객과 고객을 이어 줍니다.", id="ko: people meet"),
        pytest.param("의뢰인과 고객의 차이입니다.", id="ko: two words"),
    ],
)
def test_what_is_none(text):
    """Modified words, compounds, meetings, other words and software are no collapse."""
    assert collapses(text) == []


def test_both_places_are_told_and_nothing_is_changed():
    """Which side is wrong cannot be known here."""
    text = "고객과 고객의 차이"
    (finding,) = collapses(text)
    assert (finding.span.start, finding.related[0].start) == (4, 0)
    assert finding.edits == finding.suggestions == ()


@needs_copy
def test_look_alikes_are_left_alone():
    """None of the sentences that look like a collapse is taken for one."""
    lines = (LABELLED / "collapse_traps.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [] == [row for row in rows if collapses(row["text"], row["lang"])]


@needs_copy
@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda p: p.stem)
def test_every_collapse_of_the_articles_is_found(path):
    """All certain contrasts of the machine-translated articles, and no others."""
    lines = (LABELLED / "collapse_gold.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {
        (row["line"], row["col"])
        for row in map(json.loads, lines)
        if row["seed"] == path.name and row["kind"] == "contrast"
    }
    text = path.read_text(encoding="utf-8")
    found = collapses(text)
    places = {
        (
            text.count("\n", 0, span.start) + 1,
            span.start - text.rfind("\n", 0, span.start) - 1,
        )
        for finding in found
        for span in (finding.span, *finding.related)
    }
    assert wanted <= places
    assert len(found) == len(wanted)


@pytest.mark.parametrize("model", ["professional-services", "retail"])
@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda p: p.stem)
def test_articles_about_the_words_are_left_alone(path, model):
    """An article that explains the words is seldom held to a model: three times."""
    text = path.read_text(encoding="utf-8")
    found = [
        finding
        for finding in lint_text(text, model=model)
        if finding.rule == "audience-mismatch"
    ]
    assert len(found) <= 3, [finding.span for finding in found]
