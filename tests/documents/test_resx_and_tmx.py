"""Resources of .NET and translation memories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, refused, replant

from linter import documents

TMX = '<tmx version="1.4"><header srclang="en-US"/><body>{}</body></tmx>'


def _escaped(text):
    for char, says in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(char, says)
    return text


def test_resx():
    """Texts come out under their names; objects and the designer's own do not."""
    source = (
        '<root><resheader name="v"><value>2.0 of it</value></resheader>'
        '<data name="a" xml:space="preserve"><value>R&amp;D clients</value>'
        "<comment>Our clients</comment></data>"
        '<data name="b" type="System.Drawing.Point"><value>Our clients</value></data>'
        '<data name="&gt;&gt;c.Name"><value>Our clients</value></data>'
        '<data name="d"/><data name="e"><value>12</value></data></root>'
    )
    document = documents.read_text(source, format="resx", path="Strings.ja.resx")
    check_spans(document)
    assert "ja" == document.lang
    assert [("a", "R&D clients")] == [(one.key, one.text) for one in document.blocks]


def test_tmx():
    """Segments come out in their languages, the original's as source."""
    unit = (
        '<tu tuid="a"><tuv xml:lang="en-US"><seg>Our <bpt i="1">x</bpt>clients</seg>'
        '</tuv><tuv xml:lang="ko"><seg>저희 고객</seg></tuv></tu>'
        '<tu srclang="ja"><tuv lang="ja"><seg>お客様</seg></tuv><tuv/></tu>'
    )
    document = documents.read_text(TMX.format(unit), format="tmx")
    check_spans(document)
    assert [
        ("a", "en", "Our clients", True),
        ("a", "ko", "저희 고객", False),
        ("2", "ja", "お客様", True),
    ] == [(one.key, one.lang, one.text, one.is_source) for one in document.blocks]


@pytest.mark.parametrize("source", ["<tmx/>", "<tmx><body/></tmx>", "<x><header/></x>"])
def test_empty_memory(source):
    """A memory without units has no copy."""
    assert () == documents.read_text(source, format="tmx").blocks


@given(st.lists(COPY, min_size=1, max_size=3), WORD)
def test_replacing(texts, new):
    """A replaced word is what was planned, and nothing else changes."""
    resx = "".join(
        f'<data name="{at}"><value>{_escaped(text)}</value></data>'
        for at, text in enumerate(texts)
    )
    document = documents.read_text(f"<root>{resx}</root>", format="resx")
    assert {one.text for one in document.blocks} <= set(texts)
    replant(document, "customer", new)
    units = "".join(
        f'<tu><tuv xml:lang="ko"><seg>{_escaped(text)}</seg></tuv></tu>'
        for text in texts
    )
    replant(documents.read_text(TMX.format(units), format="tmx"), "customer", new)


@pytest.mark.parametrize("format_", ["resx", "tmx"])
def test_hostile(format_):
    """Entities that are declared are refused, and so is depth."""
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><root>&a;</root>'
    assert "documents-malformed" == refused(bomb, format=format_)
    assert "documents-too-deep" == refused("<a>" * 200_000, format=format_)
