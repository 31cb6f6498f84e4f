"""OpenDocument texts: what is copy in them and where, and edits of their parts."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf import teletype
from odf import text as odftext
from odf.opendocument import load
from officefiles import members, odt, told

from linter.documents.odt import read_bytes, write_bytes
from linter.errors import ReadError
from linter.values import Edit, Span

TABLE = (
    '<table:table table:name="t"><table:table-header-rows><table:table-row>'
    "<table:table-cell>{}</table:table-cell></table:table-row>"
    "</table:table-header-rows><table:table-row><table:table-cell>{}"
    "</table:table-cell></table:table-row></table:table>"
)


def tp(inner):
    """Return a paragraph."""
    return f'<text:p text:style-name="P1">{inner}</text:p>'


def note(kind, inner):
    """Return a note as it stands in a paragraph."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1'
        f"</text:note-citation><text:note-body>{tp(inner)}</text:note-body></text:note>"
    )


def replaced(data, word, text):
    """Return *data* with *word*, wherever it stands, replaced by *text*."""
    document = read_bytes(data, "a.odt")
    edits, at = [], document.source.find(word)
    while at >= 0:
        edits.append(Edit(Span(at, at + len(word)), text))
        at = document.source.find(word, at + len(word))
    return write_bytes(data, document, edits)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            '<text:h text:outline-level="1">Our clients</text:h>'
            + tp("")
            + tp("<text:span>고</text:span>객 &amp; 의뢰인"),
            [
                ("heading", "Our clients", "paragraph 1"),
                ("paragraph", "고객 & 의뢰인", "paragraph 2"),
            ],
            id="heading and paragraph",
        ),
        pytest.param(
            f"<text:list><text:list-item>{tp('one')}<text:list><text:list-item>"
            f"{tp('two')}</text:list-item></text:list></text:list-item></text:list>"
            + tp("three"),
            [
                ("list-item", "one", "paragraph 1"),
                ("list-item", "two", "paragraph 2"),
                ("paragraph", "three", "paragraph 3"),
            ],
            id="a list in a list",
        ),
        pytest.param(
            TABLE.format(tp("Plan"), TABLE.format(tp("x"), tp("y"))) + tp("after"),
            [
                ("table-header", "Plan", "table 1, row 1"),
                ("table-header", "x", "table 2, row 1"),
                ("table-cell", "y", "table 2, row 2"),
                ("paragraph", "after", "paragraph 1"),
            ],
            id="a table in a table",
        ),
        pytest.param(
            tp(f"Text{note('footnote', 'Foot')}, more{note('endnote', 'End')}.")
            + tp(f"x{note('footnote', 'Second')}"),
            [
                ("paragraph", "Text, more.", "paragraph 1"),
                ("footnote", "Foot", "footnote 1"),
                ("footnote", "End", "endnote 1"),
                ("paragraph", "x", "paragraph 2"),
                ("footnote", "Second", "footnote 2"),
            ],
            id="notes",
        ),
        pytest.param(
            tp(
                "Around <draw:frame><draw:text-box><text:list><text:list-item>"
                f"{tp('In a box')}</text:list-item></text:list></draw:text-box>"
                "</draw:frame>it"
            ),
            [
                ("paragraph", "Around it", "paragraph 1"),
                ("list-item", "In a box", "text box 1"),
            ],
            id="a text box",
        ),
        pytest.param(
            tp("a\n   b <text:span> c</text:span><text:s text:c='2'/>d<text:tab/>e")
            + tp("\n  f<text:line-break/>g<text:s text:c='99999'/>\n"),
            [
                ("paragraph", "a b c  d\te", "paragraph 1"),
                ("paragraph", "f\ng", "paragraph 2"),
            ],
            id="white space",
        ),
        pytest.param(
            f"<text:tracked-changes><text:deletion>{tp('gone')}</text:deletion>"
            "</text:tracked-changes>"
            + tp(
                f"kept<office:annotation>{tp('remark')}</office:annotation> and "
                "<text:ruby><text:ruby-base>客</text:ruby-base><text:ruby-text>きゃく"
                "</text:ruby-text></text:ruby> on <text:page-number>3"
                "</text:page-number><text:user-defined>field</text:user-defined>."
            ),
            [("paragraph", "kept and 客 on .", "paragraph 1")],
            id="what a writer did not type there",
        ),
    ],
)
def test_blocks(body, expected):
    """Each paragraph with text is a block with its kind and its place for people."""
    document = read_bytes(odt(body), "a.odt")
    assert expected == told(document)
    for block in document.blocks:
        span = block.source_span(0, len(block.text))
        assert block.text == document.source[span.start : span.end]


def test_margins():
    """Headers and footers stand in the styles, the only copy there."""
    margins = (
        f"<style:header>{tp('Top')}</style:header>"
        f"<style:footer>{TABLE.format(tp('a'), tp('b'))}</style:footer>"
        f"<style:header-left>{tp('Left')}</style:header-left>"
    )
    assert [
        ("paragraph", "Body", "paragraph 1"),
        ("paragraph", "Top", "header"),
        ("table-header", "a", "footer, table 1, row 1"),
        ("table-cell", "b", "footer, table 1, row 2"),
        ("paragraph", "Left", "header 2"),
    ] == told(read_bytes(odt(tp("Body"), margins=margins)))


def test_edit():
    """An edit changes its characters; the type stays first and unpacked."""
    data = odt(tp("our <text:span>cli</text:span>ents!"), margins="<style:header/>")
    out = replaced(data, "clients", "R&D")
    expected = [
        (
            *one[:-1],
            one[-1].replace(b"<text:span>cli</text:span>ents", b"<text:span>R&amp;D"
                            b"</text:span>"),
        )
        for one in members(data)
    ]  # fmt: skip
    assert expected == members(out)
    with zipfile.ZipFile(BytesIO(out)) as file:
        first = file.infolist()[0]
    assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)
    assert data[: first.header_offset + 80] == out[: first.header_offset + 80]


@pytest.mark.parametrize("span", [Span(1, 2), Span(2, 4), Span(4, 6)])
def test_refused(span):
    """Spaces that an element stands for, or a folded line break, are not edited."""
    data = odt(tp("ab<text:s/>c\n  d<text:tab/>e"))
    document = read_bytes(data, "a.odt")
    assert "ab c d\te\n" == document.source
    edit = Edit(Span(span.start, span.end + 1), "x")
    with pytest.raises(ReadError, match=r"a\.odt: not changed"):
        write_bytes(data, document, [edit])


def test_protected():
    """A text that is protected by a password is said to be."""
    data = odt(tp("x"), manifest="<manifest:encryption-data/>")
    with pytest.raises(ReadError, match="password"):
        read_bytes(data, "a.odt")


TEXT = st.text(st.sampled_from("clent고객お&<>\"'é😀"), max_size=9)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=1, max_size=4), TEXT, TEXT)
def test_round_trip(before, after, text):
    """Whatever the text, an edit reads back as planned, here and in odfpy."""
    runs = [*before, "cli", "ents", after]
    escaped = [
        run.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        for run in runs
    ]
    spans = "".join(f"<text:span>{run}</text:span>" for run in escaped)
    data = odt(tp(spans))
    planned = "".join(runs).replace("clients", text)
    out = replaced(data, "clients", text)
    assert f"{planned}\n" == read_bytes(out).source
    (paragraph,) = load(BytesIO(out)).getElementsByType(odftext.P)
    assert planned == teletype.extractText(paragraph)
    assert len(runs) == len(paragraph.getElementsByType(odftext.Span))
