"""The hash by which GitHub knows an alert again."""

import pytest
from handmade import document

from linter.report.fingerprints import line_hashes
from linter.report.sources import source_of

WORD = 1 << 64


def rolled(text):
    """Return the hashes of all lines by the rolling hash that GitHub describes.

    A window of 100 units moves over the text; when a line's first unit is about to
    leave it, the hash of the window is that line's.
    """
    window, starts = [0] * 100, [0] * 100
    value = index = line = 0
    hashes, seen = [], {}
    new, after_return = True, False

    def leave():
        if starts[index]:
            key = format(value, "x")
            seen[key] = seen.get(key, 0) + 1
            hashes.append(f"{key}:{seen[key]}")
            starts[index] = 0

    def enter(unit):
        nonlocal value, index
        value = (37 * value + unit - pow(37, 100, WORD) * window[index]) % WORD
        window[index] = unit
        index = (index + 1) % 100

    encoded = text.encode("utf-16-le")
    units = [
        int.from_bytes(encoded[at : at + 2], "little")
        for at in range(0, len(encoded), 2)
    ]
    for unit in [*units, 0xFFFF]:
        if unit in (0x20, 0x09) or (after_return and unit == 0x0A):
            after_return = False
            continue
        after_return = unit == 0x0D
        current = 0x0A if after_return else unit
        leave()
        if new:
            new, line = False, line + 1
            starts[index] = line
        new = current == 0x0A
        enter(current)
    for _ in range(100):
        leave()
        enter(0)
    return hashes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Our clients stay.\n", id="a line"),
        pytest.param("  a\t\n\n b", id="blanks and an empty line"),
        pytest.param("a\r\nb\rc\nd\r\r\n", id="every line break"),
        pytest.param("a\r \nb\r\t\nc", id="blanks between CR and LF"),
        pytest.param("same\n" * 60, id="equal lines"),
        pytest.param(
            "고객은 왕이다.\nお客様は神様です。\n" * 9, id="Korean and Japanese"
        ),
        pytest.param("😀" * 70 + "\n" + "😀" * 71 + "\n", id="astral characters"),
        pytest.param("x" * 99 + "\n" + "x" * 100 + "\n" + "x" * 101, id="long lines"),
    ],
)
def test_line_hashes(text):
    """The hashes are those of a window that rolls over the text."""
    source = source_of(document(text))
    expected = dict(enumerate(rolled(text), start=1))
    assert line_hashes(source, expected) == expected


def test_the_hash_of_an_empty_file_is_known():
    """The upload action gives an empty file this hash."""
    assert line_hashes(source_of(document("")), [1]) == {1: "c129715d7a2bc9a3:1"}


def test_a_line_above_changes_nothing():
    """The hash of a line does not hang on what stands before it."""
    text = "Our customers stay.\nFor years.\n"
    first = line_hashes(source_of(document(text)), [1])[1]
    assert line_hashes(source_of(document(f"New.\n\n{text}")), [3])[3] == first
