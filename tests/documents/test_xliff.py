"""XLIFF: segments with source and target, tags left alone, and hostile XML."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, refused, replant, rows

from linter import documents

ONE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file source-language="en-US" target-language="ko" original="a"><body>{}</body>'
    "</file></xliff>"
)
TWO = (
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" '
    'srcLang="en" trgLang="ja-JP"><file id="f">{}</file></xliff>'
)


def _read(source, path="x.xlf"):
    return documents.read_text(source, format="xliff", path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            ONE.format(
                '<trans-unit id="a"><source>Our clients</source>'
                "<target>저희 고객</target></trans-unit>"
            ),
            [("a", "en", "Our clients", True), ("a", "ko", "저희 고객", False)],
            id="1.2",
        ),
        pytest.param(
            TWO.format(
                '<unit id="a" name="cart"><segment><source>Our clients</source>'
                "<target>お客様</target></segment><segment><source>One more</source>"
                "</segment></unit>"
            ),
            [
                ("cart", "en", "Our clients", True),
                ("cart", "ja", "お客様", False),
                ("cart.2", "en", "One more", True),
            ],
            id="2.0",
        ),
        pytest.param(
            ONE.format(
                '<group><trans-unit id="a" translate="no"><source>Our clients</source>'
                '</trans-unit></group><group translate="no"><trans-unit id="b">'
                "<source>Our clients</source></trans-unit></group>"
            ),
            [],
            id="not to be translated",
        ),
        pytest.param(
            ONE.format(
                '<trans-unit id="a"><source>Dear <x id="N"/>, our <g id="1">cli</g>ents'
                '<bpt id="2">&lt;b&gt;</bpt>!<ept id="2">&lt;/b&gt;</ept>'
                '<x id="START_TAG"/> R&amp;D<x ctype="lb"/>b<!-- c --></source>'
                "</trans-unit>"
            ),
            [("a", "en", "Dear {x}, our clients! R&D\nb", True)],
            id="tags inside",
        ),
        pytest.param(
            ONE.format(
                '<trans-unit id="a" approved="no"><source>Our clients</source>'
                "<target>저희 고객</target></trans-unit><trans-unit id='b'>"
                "<source>Our clients</source><target state='needs-translation'>"
                "저희 고객</target></trans-unit>"
            ),
            [("a", "ko", "저희 고객", False), ("b", "ko", "저희 고객", False)],
            id="not vouched for",
        ),
        pytest.param(
            ONE.format(
                '<trans-unit id="a"><source>{n, plural, one {a client} other {clients}}'
                "</source></trans-unit>"
            ),
            [("a[one]", "en", "a client", True), ("a[other]", "en", "clients", True)],
            id="ICU",
        ),
    ],
)
def test_segments(source, expected):
    """Sources and targets come out in their languages, tags as gaps."""
    document = _read(source)
    check_spans(document)
    found = [
        (block.key, block.lang, block.text, block.is_source)
        for block in document.blocks
    ]
    assert expected == found


def test_language():
    """The language is that of the targets, or else of the file's name."""
    assert "ko" == _read(ONE.format("")).lang
    assert "ja" == _read("<xliff version='2.0'/>", "messages.ja.xlf").lang


def test_comments():
    """Comments of XML are kept, letters beyond ASCII before them or not."""
    source = ONE.format("<!-- 고객 --><!--b-->")
    document = _read(source)
    check_spans(document)
    assert ["고객", "b"] == [one.text for one in document.comments]
    span = document.comments[1].span
    assert "<!--b-->" == source[span.start : span.end]


def _unit(text, style):
    if style == "cdata" and "]]>" not in text:
        return f"<![CDATA[{text}]]>"
    element = ET.Element("x")
    element.text = text
    written = ET.tostring(element, encoding="unicode")
    inner = written[len("<x>") : -len("</x>")]
    return inner.replace("고", "&#xACE0;") if style == "numbers" else inner


@given(
    st.lists(
        st.tuples(COPY, st.sampled_from(["", "cdata", "numbers"])),
        min_size=1,
        max_size=3,
    ),
    WORD,
)
def test_replacing(targets, new):
    """A replaced word is what was planned, the same for ElementTree."""
    source = ONE.format(
        "".join(
            f'<trans-unit id="{at}"><!-- 고객 --><source>a</source>'
            f"<target>{_unit(text, style)}</target></trans-unit>"
            for at, (text, style) in enumerate(targets)
        )
    )
    document = _read(source)
    root = ET.fromstring(source)  # noqa: S314 - made here
    held = {one.text for one in root.iter() if one.tag.endswith("}target")}
    assert {one.text for one in document.blocks if not one.is_source} <= held
    replant(document, "customer", new)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "customer ">'
    + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    + "]><xliff>&a9;</xliff>"
)


@pytest.mark.parametrize("format_", ["xliff", "android"])
@pytest.mark.parametrize(
    "source",
    [
        pytest.param(BOMB, id="billion laughs"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]><xliff>&s;</xliff>',
            id="external entity",
        ),
        pytest.param("<xliff>&nope;</xliff>", id="unknown entity"),
        pytest.param("<xliff>", id="not closed"),
        pytest.param("", id="empty"),
        pytest.param("고객", id="no XML"),
    ],
)
def test_malformed(source, format_):
    """Entities that are declared and XML that is broken are refused in a sentence."""
    assert "documents-malformed" == refused(source, format=format_)


def test_hostile():
    """Deep and huge XML is refused or read in no time."""
    assert "documents-too-deep" == refused("<a>" * 200_000, format="xliff")
    many = '<trans-unit id="a"><target>고객 a &amp; b</target></trans-unit>' * 20_000
    quickly(ONE.format(many), format="xliff", seconds=10)
    long = f"<trans-unit><target>{'고객 ' * 500_000}</target></trans-unit>"
    quickly(ONE.format(long), format="xliff")
    refs = f"<trans-unit><target>{'&amp;a' * 100_000}</target></trans-unit>"
    quickly(ONE.format(refs), format="xliff")


@pytest.mark.parametrize(
    ("written", "new"), [("고객", "a\x07"), ("<![CDATA[고객]]>", "a]]>b")]
)
def test_what_xml_cannot_say(written, new):
    """A text that XML cannot hold in its place is refused."""
    unit = f'<trans-unit id="a"><target>{written}</target></trans-unit>'
    (block,) = _read(ONE.format(unit)).blocks
    with pytest.raises(ValueError, match="a"):
        documents.encode(new, format="xliff", block=block)


def test_rows_have_a_kind():
    """A segment is a paragraph."""
    unit = '<trans-unit id="a"><target>고객</target></trans-unit>'
    assert [("a", "ko", "paragraph", "고객")] == rows(_read(ONE.format(unit)))
