"""Plain text: paragraphs, items, lines that were wrapped and lines that were not."""

import pytest
from showing import check, place, shown, texts

from linter import documents


def read(source):
    document = documents.read_text(source, format="text")
    check(document)
    return document


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One line.", [("paragraph", "One line.", None, False)]),
        (
            "One.\n\nTwo.\r\n \r\nThree.",
            [
                ("paragraph", "One.", None, False),
                ("paragraph", "Two.", None, False),
                ("paragraph", "Three.", None, False),
            ],
        ),
        (
            "We keep our\nclients close.",
            [("paragraph", "We keep our clients close.", None, False)],
        ),
        ("カスタ\nマーです。", [("paragraph", "カスタマーです。", None, False)]),
        ("고객을\n모십니다.", [("paragraph", "고객을 모십니다.", None, False)]),
        (
            "Services\nWe plan gardens for our clients.\n",
            [
                ("paragraph", "Services", None, False),
                ("paragraph", "We plan gardens for our clients.", None, False),
            ],
        ),
        (
            "Services\n========\nFor clients.",
            [
                ("heading", "Services", None, False),
                ("paragraph", "For clients.", None, False),
            ],
        ),
        (
            "We serve:\n- clients\n* guests\n1. members\n・会員\n",
            [
                ("paragraph", "We serve:", None, False),
                ("list-item", "clients", None, False),
                ("list-item", "guests", None, False),
                ("list-item", "members", None, False),
                ("list-item", "会員", None, False),
            ],
        ),
        ("- ", []),
        ("two  spaces\tand tabs", [("paragraph", "two spaces and tabs", None, False)]),
    ],
)
def test_blocks(source, expected):
    """A text gives a block for each paragraph and item."""
    assert expected == shown(read(source))


def test_lines_that_run_on_are_paragraphs():
    """Where a line is longer than anybody wraps, each line is a paragraph."""
    long = "Our clients come back. " * 8
    assert [long.strip(), "Next one."] == texts(read(f"{long}\nNext one."))


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("Our clients.", "clients", "clients"),
        ("カスタ\nマー", "カスタマー", "カスタ\nマー"),
        ("of our very\n  own clients", "very own", "very\n  own"),
        ("cli\u00adents", "clients", "cli\u00adents"),
        ("\ufeffOur clients.", "clients", "clients"),
    ],
)
def test_places(source, word, expected):
    """A word points at the source that it was read from, the whole stretch of it."""
    assert expected == place(read(source), word)
