"""Word files: what is copy in them and where, and edits carried into their parts."""

import itertools
from io import BytesIO

import docx as oracle
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from officefiles import docx, members, p, r, told

from linter.documents.docx import read_bytes, write_bytes
from linter.errors import ReadError
from linter.values import Edit, Span

TABLE = (
    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{}</w:tc></w:tr>"
    "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}"
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def replaced(data, word, text):
    """Return *data* with *word*, wherever it stands, replaced by *text*."""
    document = read_bytes(data, "a.docx")
    edits, at = [], document.source.find(word)
    while at >= 0:
        edits.append(Edit(Span(at, at + len(word)), text))
        at = document.source.find(word, at + len(word))
    return write_bytes(data, document, edits)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            p("Our clients.") + p("") + p("—") + p("Yours."),
            [
                ("paragraph", "Our clients.", "paragraph 1"),
                ("paragraph", "Yours.", "paragraph 2"),
            ],
            id="paragraphs without a letter do not count",
        ),
        pytest.param(
            p("고", "객과 ", "의뢰인"),
            [("paragraph", "고객과 의뢰인", "paragraph 1")],
            id="a word in two runs",
        ),
        pytest.param(
            p("R&amp;D for <![CDATA[<clients>]]>").replace("<w:t", "<w:t", 1),
            [("paragraph", "R&D for <clients>", "paragraph 1")],
            id="references and CDATA",
        ),
        pytest.param(
            p("One", style="1")
            + p("Two", style="aa")
            + p("Three", style="t")
            + p("Four", style="o")
            + p("Five", props='<w:outlineLvl w:val="1"/>'),
            [
                ("heading", text, f"paragraph {number}")
                for number, text in enumerate(
                    ("One", "Two", "Three", "Four", "Five"), 1
                )
            ],
            id="headings by the name, the parent or the level of a style",
        ),
        pytest.param(
            p("a", style="c")
            + p("b", style="q")
            + p("c", style="lb")
            + p("d", props='<w:numPr><w:numId w:val="3"/></w:numPr>')
            + p("e", props='<w:numPr><w:numId w:val="0"/></w:numPr>')
            + p("f", style="loop")
            + p("g", style="unknown"),
            [
                ("caption", "a", "paragraph 1"),
                ("quote", "b", "paragraph 2"),
                ("list-item", "c", "paragraph 3"),
                ("list-item", "d", "paragraph 4"),
                ("paragraph", "e", "paragraph 5"),
                ("paragraph", "f", "paragraph 6"),
                ("paragraph", "g", "paragraph 7"),
            ],
            id="other styles",
        ),
        pytest.param(
            p("Before")
            + TABLE.format(
                p("Plan"), p("Clients"), TABLE.format(p("x"), p("y"), p("z"))
            )
            + p("After"),
            [
                ("paragraph", "Before", "paragraph 1"),
                ("table-header", "Plan", "table 1, row 1"),
                ("table-cell", "Clients", "table 1, row 2"),
                ("table-header", "x", "table 2, row 1"),
                ("table-cell", "y", "table 2, row 2"),
                ("table-cell", "z", "table 2, row 2"),
                ("paragraph", "After", "paragraph 2"),
            ],
            id="a table in a table",
        ),
        pytest.param(
            p("Around ", BOX.format(p("In a box", style="1")), "it")
            + TABLE.format(p(BOX.format(p("Second"))), p(""), p("")),
            [
                ("paragraph", "Around it", "paragraph 1"),
                ("heading", "In a box", "text box 1"),
                ("paragraph", "Second", "text box 2"),
            ],
            id="text boxes once, not their copies for old programs",
        ),
        pytest.param(
            p(
                "Our ",
                '<w:del w:id="1"><w:r><w:delText>customers</w:delText></w:r></w:del>',
                f'<w:ins w:id="2">{r("clients")}</w:ins>',
                f'<w:moveFrom w:id="3">{r(" moved")}</w:moveFrom>',
            ),
            [("paragraph", "Our clients", "paragraph 1")],
            id="tracked changes as if accepted",
        ),
        pytest.param(
            p(
                "Clients",
                "<w:r><w:tab/></w:r>",
                "12",
                "<w:r><w:br/></w:r>",
                "and",
                "<w:r><w:noBreakHyphen/></w:r>",
                "so",
                props='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>',
            ),
            [("paragraph", "Clients\t12\nand\u2011so", "paragraph 1")],
            id="tabs and breaks, not the stops of tabs",
        ),
        pytest.param(
            p(
                "<w:r><w:instrText>HYPERLINK client</w:instrText></w:r>",
                f"<w:hyperlink>{r('our shop')}</w:hyperlink>",
            ),
            [("paragraph", "our shop", "paragraph 1")],
            id="the text of a link, not its address",
        ),
        pytest.param(
            p(
                "<w:r><w:ruby><w:rt><w:r><w:t>きゃく</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>客</w:t></w:r></w:rubyBase></w:ruby></w:r>",
                "人",
            ),
            [("paragraph", "客人", "paragraph 1")],
            id="ruby by its base",
        ),
    ],
)
def test_blocks(body, expected):
    """Each paragraph with text is a block with its kind and its place for people."""
    document = read_bytes(docx(body), "a.docx")
    assert expected == told(document)
    for block in document.blocks:
        span = block.source_span(0, len(block.text))
        assert block.text == document.source[span.start : span.end]


def test_notes_and_margins():
    """Notes are numbered as they are referred to; headers and footers are named."""
    body = p(
        "Text", '<w:r><w:footnoteReference w:id="7"/></w:r>', "."
        '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>'
    )  # fmt: skip
    notes = "".join(
        f'<w:footnote w:id="{one}">{p(text)}</w:footnote>'
        for one, text in (
            ("-1", ""),
            ("2", "Second"),
            ("7", "First"),
            ("9", "Nobody's"),
        )
    )
    data = docx(
        body,
        hdr1=p("Top"),
        hdr2=p("Other top") + TABLE.format(p("Cell"), p(""), p("")),
        ftr1=p("Bottom"),
        footnotes=notes,
        endnotes=f'<w:endnote w:id="1">{p("End")}</w:endnote>',
    )
    assert [
        ("paragraph", "Text.", "paragraph 1"),
        ("footnote", "Second", "footnote 2"),
        ("footnote", "First", "footnote 1"),
        ("footnote", "Nobody's", "footnote"),
        ("footnote", "End", "endnote"),
        ("paragraph", "Top", "header"),
        ("paragraph", "Other top", "header 2"),
        ("table-header", "Cell", "header 2, table 1, row 1"),
        ("paragraph", "Bottom", "footer"),
    ] == told(read_bytes(data))


@pytest.mark.parametrize(
    ("runs", "lang"),
    [
        pytest.param([r("顧客", '<w:lang w:eastAsia="zh-CN"/>')], "zh-CN", id="Han"),
        pytest.param([r("顧客", '<w:lang w:val="ko-KR"/>')], None, id="not for Han"),
        pytest.param([r("clients", '<w:lang w:val="fr-FR"/>')], "fr-FR", id="Latin"),
        pytest.param(
            [r("clients", '<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>')],
            None,
            id="Latin letters are not Japanese",
        ),
        pytest.param(
            [r("顧客", '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>'), r(" CRM 12")],
            "ja-JP",
            id="East Asian letters go first",
        ),
        pytest.param(
            [r("顧", '<w:lang w:eastAsia="ja-JP"/>'), r("客", "")],
            None,
            id="declared of a part only",
        ),
        pytest.param([r("12", '<w:lang w:val="en-US"/>')], None, id="no letters"),
    ],
)
def test_language(runs, lang):
    """A block has the language that its runs agree on, by their script."""
    assert [lang] == [block.lang for block in read_bytes(docx(p(*runs))).blocks]


def test_edit_in_one_run():
    """An edit changes its characters, and no other byte of the part or the file."""
    data = docx(p("R&amp;D: our ", r("clients", "<w:b/>"), " pay."), hdr1=p("clients"))
    out = replaced(data, "clients", "customers & co")
    before, after = members(data), members(out)
    for one, other in zip(before, after, strict=True):
        assert one[:-1] == other[:-1]
        expected = one[-1]
        if one[0] in {"word/document.xml", "word/hdr1.xml"}:
            expected = expected.replace(b"clients", b"customers &amp; co")
        assert expected == other[-1]


@pytest.mark.parametrize(
    ("runs", "word", "text", "expected"),
    [
        pytest.param(
            [r("our cli", "<w:b/>"), r("en"), r("ts here")],
            "clients",
            "customers",
            [r("our customers", "<w:b/>"), r(""), r(" here")],
            id="in three runs: the first has it",
        ),
        pytest.param(
            ["<w:r><w:t>cli</w:t></w:r>", "<w:r><w:t>ents here</w:t></w:r>"],
            "clients",
            "buyers",
            [
                "<w:r><w:t>buyers</w:t></w:r>",
                '<w:r><w:t xml:space="preserve"> here</w:t></w:r>',
            ],
            id="a space that comes to an end is kept",
        ),
        pytest.param(
            ["<w:r><w:t>a client, client and client</w:t></w:r>"],
            " client",
            " ",
            ['<w:r><w:t xml:space="preserve">a ,  and </w:t></w:r>'],
            id="three edits in one run",
        ),
        pytest.param(
            [r("R&amp;D &#xAC1D;&#44256; end")],
            "객고 ",
            "<손님> ",
            [r("R&amp;D &lt;손님&gt; end")],
            id="references",
        ),
        pytest.param(
            [r("x <![CDATA[a & client]]> y")],
            "client",
            "c]]>&",
            [r("x <![CDATA[a & c]]]]><![CDATA[>&]]> y")],
            id="CDATA",
        ),
    ],
)
def test_edit_over_runs(runs, word, text, expected):
    """A word in several runs is put into the first one; the others stay, emptied."""
    assert members(docx(p(*expected))) == members(replaced(docx(p(*runs)), word, text))


@pytest.mark.parametrize(
    ("span", "text"),
    [
        pytest.param(Span(5, 7), "x", id="a tab"),
        pytest.param(Span(0, 12), "x", id="two paragraphs"),
        pytest.param(Span(8, 8), "x", id="between break and paragraph"),
        pytest.param(Span(0, 3), "a\nb", id="a new line"),
        pytest.param(Span(0, 3), "a\x00b", id="no character of XML"),
    ],
)
def test_refused(span, text):
    """What is not plain text in one paragraph is not edited, and that is said."""
    data = docx(
        p("onetw", "<w:r><w:tab/></w:r>", "o", "<w:r><w:br/></w:r>") + p("three")
    )
    document = read_bytes(data, "a.docx")
    with pytest.raises(ReadError, match=r"a\.docx: not changed"):
        write_bytes(data, document, [Edit(Span(0, 1), "ok"), Edit(span, text)])


def test_overlap_and_insertions():
    """Of edits that overlap none is made; insertions go where they are meant."""
    data = docx(p("our clients") + p("pay"))
    document = read_bytes(data, "a.docx")
    for pair in ((Span(0, 5), Span(4, 6)), (Span(3, 3), Span(3, 3))):
        edits = [Edit(span, text) for span, text in zip(pair, "ab", strict=True)]
        with pytest.raises(ReadError):
            write_bytes(data, document, edits)
    edits = [Edit(Span(at, at), f"<{at}>") for at in (0, 3, 11, 12, 15)]
    out = write_bytes(data, document, edits)
    assert read_bytes(out).source == "<0>our<3> clients<11>\n<12>pay<15>\n"


def test_file_changed_since():
    """Edits of another file than the one that was read are refused."""
    document = read_bytes(docx(p("one")), "a.docx")
    with pytest.raises(ReadError, match="not the one that was read"):
        write_bytes(docx(p("two")), document, [Edit(Span(0, 1), "x")])


def test_no_edit():
    """Without an edit the file is the same bytes."""
    data = docx(p("one"))
    assert data == write_bytes(data, read_bytes(data), [])


WORDS = st.text(
    st.sampled_from("client고객お客様 &<>\"'é😀\u00a0"), min_size=1, max_size=12
)


@st.composite
def broken(draw):
    """Make a text with the word, and the runs it was broken into."""
    text = draw(WORDS) + "client" + draw(WORDS) + "client" + draw(WORDS)
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=6))
    ends = sorted({0, len(text), *cuts})
    return [text[a:b] for a, b in itertools.pairwise(ends)]


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(broken(), WORDS.filter(str.strip))
def test_round_trip(runs, text):
    """Whatever the text, an edit reads back as planned, here and in python-docx."""
    escaped = [
        run.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        for run in runs
    ]
    data = docx(p(*(r(run, "<w:b/>") for run in escaped)) + p("end"))
    document = read_bytes(data)
    whole = "".join(runs)
    assert document.source == f"{whole}\nend\n"
    assert [one.text for one in oracle.Document(BytesIO(data)).paragraphs] == [
        whole,
        "end",
    ]
    out = replaced(data, "client", text)
    planned = whole.replace("client", text)
    paragraphs = oracle.Document(BytesIO(out)).paragraphs
    assert [planned, "end"] == [one.text for one in paragraphs]
    assert len(runs) == len(paragraphs[0].runs)
    assert all(run.bold for run in paragraphs[0].runs)
    assert [one[:-1] for one in members(data)] == [one[:-1] for one in members(out)]


def test_file_of_python_docx():
    """A file that another program wrote has the paragraphs that it has there."""
    made = oracle.Document()
    made.add_heading("Our clients", 1)
    made.add_paragraph("고객에게", style="List Bullet")
    made.add_paragraph("they said", style="Quote")
    made.add_table(1, 1).cell(0, 0).text = "客"
    made.sections[0].header.paragraphs[0].text = "Top"
    out = BytesIO()
    made.save(out)
    document = read_bytes(out.getvalue())
    assert [
        ("heading", "Our clients", "paragraph 1"),
        ("list-item", "고객에게", "paragraph 2"),
        ("quote", "they said", "paragraph 3"),
        ("table-cell", "客", "table 1, row 1"),
        ("paragraph", "Top", "header"),
    ] == told(document)
    changed = oracle.Document(BytesIO(replaced(out.getvalue(), "Top", "Head")))
    assert "Head" == changed.sections[0].header.paragraphs[0].text
