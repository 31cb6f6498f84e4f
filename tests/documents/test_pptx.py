"""Presentations: slides in the order shown, their notes, and edits of both."""

from io import BytesIO

import pptx as oracle
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from officefiles import ap, ar, members, packed, pptx, shape, told

from linter.documents.pptx import read_bytes, write_bytes
from linter.errors import ReadError
from linter.values import Edit, Span

TABLE = (
    "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr{}/>"
    "<a:tr><a:tc><a:txBody>{}</a:txBody></a:tc></a:tr>"
    "<a:tr><a:tc><a:txBody>{}</a:txBody></a:tc></a:tr>"
    "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
)


def replaced(data, word, text):
    """Return *data* with *word*, wherever it stands, replaced by *text*."""
    document = read_bytes(data, "a.pptx")
    edits, at = [], document.source.find(word)
    while at >= 0:
        edits.append(Edit(Span(at, at + len(word)), text))
        at = document.source.find(word, at + len(word))
    return write_bytes(data, document, edits)


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        pytest.param(
            shape(ap("Our ", "clients"), holder="title")
            + shape(ap("고객"), ap(""), holder="subTitle")
            + shape(ap("first"), ap("none", props="<a:buNone/>"), holder="body")
            + shape(ap("loose"), ap("dot", props='<a:buChar char="•"/>')),
            [
                ("heading", "Our clients", "slide 1"),
                ("heading", "고객", "slide 1"),
                ("list-item", "first", "slide 1"),
                ("paragraph", "none", "slide 1"),
                ("paragraph", "loose", "slide 1"),
                ("list-item", "dot", "slide 1"),
            ],
            id="shapes",
        ),
        pytest.param(
            TABLE.format(' firstRow="1"', ap("Plan"), ap("Clients"))
            + TABLE.format("", ap("a"), ap("b"))
            + shape(ap("after")),
            [
                ("table-header", "Plan", "slide 1, table 1, row 1"),
                ("table-cell", "Clients", "slide 1, table 1, row 2"),
                ("table-cell", "a", "slide 1, table 2, row 1"),
                ("table-cell", "b", "slide 1, table 2, row 2"),
                ("paragraph", "after", "slide 1"),
            ],
            id="tables",
        ),
        pytest.param(
            shape(
                ap(
                    "Page ",
                    '<a:fld type="slidenum"><a:rPr/><a:t>7</a:t></a:fld>',
                    "<a:br/>",
                    "of ours",
                ),
                ap('<a:fld type="slidenum"><a:rPr/><a:t>7</a:t></a:fld>'),
            ),
            [("paragraph", "Page \ufffd\nof ours", "slide 1")],
            id="fields and breaks",
        ),
    ],
)
def test_blocks(slide, expected):
    """Each paragraph with text is a block with its kind and its place for people."""
    document = read_bytes(pptx(slide), "a.pptx")
    assert expected == told(document)
    for block in document.blocks:
        span = block.source_span(0, len(block.text))
        assert block.text == document.source[span.start : span.end]


def test_order():
    """Slides are read as they are shown, whatever their parts are called."""
    notes = {2: shape(ap("Say it"), holder="body")}
    data = pptx(*(shape(ap(text)) for text in ("one", "two", "three")), notes=notes)
    assert [
        ("paragraph", "one", "slide 1"),
        ("paragraph", "two", "slide 2"),
        ("paragraph", "Say it", "slide 2 notes"),
        ("paragraph", "three", "slide 3"),
    ] == told(read_bytes(data))


@pytest.mark.parametrize(
    ("runs", "lang"),
    [
        pytest.param([ar("顧客", "zh-TW")], "zh-TW", id="Han"),
        pytest.param([ar("顧客", "en-US")], None, id="typed with another keyboard"),
        pytest.param([ar("clients", "ko-KR")], None, id="Latin, the other way round"),
        pytest.param([ar("clients", "de"), ar(" 12")], "de", id="Latin"),
        pytest.param([ar("one", "de"), ar("two", "en")], None, id="two languages"),
    ],
)
def test_language(runs, lang):
    """A block has the language that its runs agree on, if their script allows it."""
    (block,) = read_bytes(pptx(shape(ap(*runs)))).blocks
    assert lang == block.lang


def test_edit():
    """An edit changes slides and notes, in all other members not a byte."""
    data = pptx(
        shape(ap("our cli", "ents!"), holder="title"),
        notes={1: shape(ap("clients &amp; co"))},
    )
    out = replaced(data, "clients", "<buyers>")
    expected = [
        (
            *one[:-1],
            one[-1]
            .replace(b"<a:t>our cli<", b"<a:t>our &lt;buyers&gt;<")
            .replace(b"<a:t>ents!<", b"<a:t>!<")
            .replace(b"<a:t>clients ", b"<a:t>&lt;buyers&gt; "),
        )
        for one in members(data)
    ]
    assert expected == members(out)
    slide = oracle.Presentation(BytesIO(out)).slides[0]
    assert "our <buyers>!" == slide.shapes[0].text_frame.text


def test_field_is_refused():
    """A number that the program writes is not edited."""
    data = pptx(shape(ap("Page", "<a:fld><a:t>7</a:t></a:fld>")))
    document = read_bytes(data, "a.pptx")
    with pytest.raises(ReadError, match=r"a\.pptx: not changed"):
        write_bytes(data, document, [Edit(Span(3, 5), "x")])


def test_no_presentation():
    """An archive without a presentation is said to be none."""
    with pytest.raises(ReadError, match=r"ppt/presentation\.xml"):
        read_bytes(packed([("a.txt", "x")]), "a.pptx")


TEXT = st.text(st.sampled_from("clent고객お &<>\"'é😀"), max_size=9)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=1, max_size=4), TEXT, TEXT)
def test_round_trip(before, after, text):
    """Whatever the text, an edit reads back as planned, here and in python-pptx."""
    runs = [*before, "cli", "ents", after]
    escaped = [
        run.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        for run in runs
    ]
    data = pptx(shape(ap(*(ar(run) for run in escaped))))
    planned = "".join(runs).replace("clients", text)
    out = replaced(data, "clients", text)
    assert f"{planned}\n" == read_bytes(out).source
    paragraph = oracle.Presentation(BytesIO(out)).slides[0].shapes[0].text_frame
    assert planned == paragraph.text
    assert len(runs) == len(paragraph.paragraphs[0].runs)


def test_file_of_python_pptx():
    """A file that another program wrote has the paragraphs that it has there."""
    made = oracle.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Our clients"
    slide.placeholders[1].text = "고객에게"
    slide.notes_slide.notes_text_frame.text = "말하기"
    out = BytesIO()
    made.save(out)
    assert [
        ("heading", "Our clients", "slide 1"),
        ("list-item", "고객에게", "slide 1"),
        ("paragraph", "말하기", "slide 1 notes"),
    ] == told(read_bytes(out.getvalue()))
    changed = oracle.Presentation(BytesIO(replaced(out.getvalue(), "말하기", "설명")))
    assert "설명" == changed.slides[0].notes_slide.notes_text_frame.text
