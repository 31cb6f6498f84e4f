"""ICU messages: the texts of a message and its branches."""

import pytest

from linter.documents.decoding import stretch, text_of
from linter.documents.icu import branches


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Our clients", {"": "Our clients"}),
        ("{a, number} {b}", {"": "{a, number} {b}"}),
        (
            "A {n, plural, offset:1 =0 {no x} other {# clients}} b",
            {"": "A {n} b", "[=0]": "no x", "[other]": "# clients"},
        ),
        (
            (
                "{g, select, male {his {n, plural, one {client} other {{n} clients}}} "
                "other {x}}!"
            ),
            {
                "": "{g}!",
                "[male]": "his {n}",
                "[male][one]": "client",
                "[male][other]": "{n} clients",
                "[other]": "x",
            },
        ),
        ("{n, plural, one {a}", {"": "{n, plural, one {a}"}),
        ("{n, plural, one {a}}}", {"": "{n, plural, one {a}}}"}),
        ("{n, plural, one {it''s '{'}} ok", {"": "{n} ok", "[one]": "it''s '{'"}),
        ("{n, plural, }", {"": "{n}"}),
    ],
)
def test_branches(message, expected):
    """Each branch is a text of its own, the whole has a gap for the choice."""
    found = branches(stretch(message, 0, len(message)))
    assert expected == {one.name: text_of(one.pieces) for one in found}
