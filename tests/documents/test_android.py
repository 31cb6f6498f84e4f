"""Android resources: strings, arrays, plurals and their escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import LINE, WORD, check_spans, replant

from linter import documents


def _read(source, path="values-ko/strings.xml"):
    return documents.read_text(
        f"<resources>{source}</resources>", format="android", path=path
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            '<string name="a">Our\n    clients\\n stay</string>',
            [("a", "Our clients stay")],
            id="white space",
        ),
        pytest.param(
            r'<string name="a">It\'s \"a\" \u0041 \@ \\ "client"</string>',
            [("a", 'It\'s "a" A @ \\ client')],
            id="escapes",
        ),
        pytest.param(
            '<string name="a" translatable="false">Our clients</string>',
            [],
            id="not to be translated",
        ),
        pytest.param(
            '<string-array name="a"><item>One client</item><item>Two</item>'
            '</string-array><plurals name="b"><item quantity="one">a client</item>'
            '<item quantity="other">clients</item></plurals>'
            '<color name="c">#fff</color>',
            [
                ("a[0]", "One client"),
                ("a[1]", "Two"),
                ("b[one]", "a client"),
                ("b[other]", "clients"),
            ],
            id="arrays and plurals",
        ),
        pytest.param(
            '<string name="a">Dear <xliff:g xmlns:xliff="x" id="n">%1$s</xliff:g>, '
            "<b>our</b> cli<i>ents</i></string>",
            [("a", "Dear {g}, our clients")],
            id="tags",
        ),
        pytest.param(
            '<string name="a"><![CDATA[<b>Our</b> client\\\'s]]></string>',
            [("a", "<b>Our</b> client's")],
            id="CDATA",
        ),
        pytest.param('<string name="a">@string/client</string>', [], id="a reference"),
    ],
)
def test_strings(source, expected):
    """Strings come out as Android shows them."""
    document = _read(source)
    check_spans(document)
    assert "ko" == document.lang
    assert expected == [(block.key, block.text) for block in document.blocks]


def test_other_xml_has_no_copy():
    """A file called strings.xml that is no resource has no copy."""
    assert () == documents.read_text("<a>Our clients</a>", format="android").blocks


def _written(text):
    block = _read('<string name="a">x y</string>').blocks[0]
    return documents.encode(text, format="android", block=block)


@given(st.lists(LINE, min_size=1, max_size=3), WORD)
def test_replacing(strings, new):
    """What is written is read again, and a replaced word changes nothing else."""
    source = "".join(
        f'<string name="{at}">{_written(text)}</string>'
        for at, text in enumerate(strings)
    )
    document = _read(source)
    assert {block.text for block in document.blocks} <= set(strings)
    replant(document, "customer", new)


def test_a_reference_is_not_made():
    """A text that begins like a reference is written so that it is none."""
    assert r"\@client" == _written("@client")
