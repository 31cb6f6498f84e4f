"""Blocks of a page find their partners in the translation."""

import random
import time

import pytest

from linter.engine.aligning import LINKED, align, share_linked
from linter.values import Block, BlockKind, Piece, Span

H, P, L = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM


def blocks(*given):
    """Return blocks of (kind, text)."""
    return [Block(kind, (Piece(text, Span(0, len(text))),)) for kind, text in given]


def linked(links):
    return [(link.source, link.target) for link in links]


SOURCE = (
    (H, "Fees"),
    (P, "Every matter opens with an estimate from Garamsol, free of charge."),
    (P, "Court fees of 2026 are listed in table 14 and paid by the court."),
    (L, "First talk"),
    (L, "Letter of engagement"),
)
TARGET = (
    (H, "費用"),
    (P, "どの案件も、Garamsol の無料の見積りから始まります。"),
    (P, "2026年の裁判所費用は表14のとおりで、裁判所が負担します。"),
    (L, "初回の相談"),
    (L, "委任状"),
)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(SOURCE, TARGET, [((i,), (i,)) for i in range(5)], id="one by one"),
        pytest.param(
            SOURCE,
            (TARGET[0], *TARGET[2:]),
            [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)), ((4,), (3,))],
            id="a paragraph is left out",
        ),
        pytest.param(
            (SOURCE[0], *SOURCE[2:]),
            TARGET,
            [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), (4,))],
            id="a paragraph is added",
        ),
        pytest.param([], [], [], id="nothing"),
        pytest.param(SOURCE[:1], [], [((0,), ())], id="nothing on one side"),
    ],
)
def test_links(source, target, expected):
    """Kind, length and shared words tell which blocks belong together."""
    assert linked(align(blocks(*source), blocks(*target))) == expected


def test_two_paragraphs_face_one():
    """A translator joined two paragraphs of 1987 and 2003."""
    source = blocks(
        (H, "History"),
        (P, "The studio opened in 1987 in a garage beside the river Han."),
        (P, "In 2003 it moved to a house with a garden, and it is still there."),
        (H, "People"),
    )
    target = blocks(
        (H, "歴史"),
        (
            P,
            (
                "スタジオは1987年に川沿いのガレージで始まりました。2003年に庭のある家へ移り、"
                "今もそこにあります。"
            ),
        ),
        (H, "人"),
    )
    assert ((1, 2), (1,)) in linked(align(source, target))
    assert ((1,), (1, 2)) in linked(align(target, source))


def test_pages_that_drifted_are_told():
    """Two pages with nothing in common share no good links."""
    other = blocks(*((H, f"第{n}章 まったく別の長い見出しです" * 3) for n in range(9)))
    links = align(blocks(*SOURCE), other)
    assert share_linked(links, blocks(*SOURCE), other) < 0.5
    same = align(blocks(*SOURCE), blocks(*TARGET))
    assert share_linked(same, blocks(*SOURCE), blocks(*TARGET)) == 1
    assert share_linked([], [], []) == 0


@pytest.mark.parametrize("dropped", [0.0, 0.1])
def test_long_pages_are_aligned_in_time(dropped):
    """Five thousand blocks take seconds, and find their partners."""
    chance = random.Random(7)  # noqa: S311 - the same pages every time
    source, target, truth = [], [], {}
    for number in range(5000):
        length = chance.randrange(20, 200)
        word = f" {number}" if number % 3 == 0 else ""
        source.append((P, "a" * length + word))
        if chance.random() >= dropped:
            truth[number] = len(target)
            target.append((P, "あ" * (length // 2) + word))
    start = time.perf_counter()
    links = align(blocks(*source), blocks(*target))
    assert time.perf_counter() - start < 60
    right = sum(
        1
        for link in links
        if len(link.source) == len(link.target) == 1
        and truth.get(link.source[0]) == link.target[0]
        and link.cost <= LINKED
    )
    assert right >= 0.9 * len(truth)
    assert [at for link in links for at in link.source] == list(range(len(source)))
    assert [at for link in links for at in link.target] == list(range(len(target)))
