"""AsciiDoc: its copy where it stands; listings, comments and attributes are none."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.documents.adoc import read


def told(document):
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            "= Our clients\n:author: customer\n:description: Who we serve\n\n"
            "They pay\nand stay.\n\n== 고객\n\n'''\n\n[[customers]]\n.A caption\nText",
            [
                ("heading", "Our clients"),
                ("title", "Who we serve"),
                ("paragraph", "They pay and stay."),
                ("heading", "고객"),
                ("caption", "A caption"),
                ("paragraph", "Text"),
            ],
            id="titles, attributes, paragraphs",
        ),
        pytest.param(
            "A *clear* **pl**an _for_ #all# `clients` and link:customer.html[our "
            'clients^] at https://customer.example[the "shop"], '
            "<<customers,the list>> <<customers>> snake_case &amp; "
            "+client+ footnote:[customers] kbd:[x] btn:[Buy]. +\nEnd",
            [
                (
                    "paragraph",
                    (
                        "A clear plan for all `clients` and our clients at the "
                        '"shop", the list snake_case & client Buy. End'
                    ),
                )
            ],
            id="inline markup",
        ),
        pytest.param(
            "* one\nmore\n** two\n- [x] done\n. first\n.. second\n1. third\n+\nMore\n\n"
            "client:: Who is\nadvised.\ncustomer::\n  Who buys.\n",
            [
                ("list-item", "one more"),
                ("list-item", "two"),
                ("list-item", "done"),
                ("list-item", "first"),
                ("list-item", "second"),
                ("list-item", "third"),
                ("paragraph", "More"),
                ("definition", "client"),
                ("definition", "Who is advised."),
                ("definition", "customer"),
                ("definition", "Who buys."),
            ],
            id="lists",
        ),
        pytest.param(
            "----\ncustomers\n----\n\n[source,ruby]\ncustomers\n\n....\n"
            "customers\n....\n"
            "\n[source]\n--\ncustomers\n--\n\n```ruby\ncustomers\n```\n\n customers\n\n"
            "++++\n<p>customers</p>\n++++\ninclude::customers.adoc[]\n\nEnd",
            [("paragraph", "End")],
            id="code",
        ),
        pytest.param(
            "NOTE: Our clients\npay.\n\n[WARNING]\n====\nLook.\n====\n\n"
            "****\nAside\n****"
            "\n\n____\nThey said.\n____\n\n[quote, Kim]\nAlso.\n\nOurs",
            [
                ("paragraph", "Our clients pay."),
                ("paragraph", "Look."),
                ("paragraph", "Aside"),
                ("quote", "They said."),
                ("quote", "Also."),
                ("paragraph", "Ours"),
            ],
            id="blocks of text",
        ),
        pytest.param(
            '.Plans\n[cols="1,1"]\n|===\n|Name |Who\n\n|Gold\n|our clients\nof old\n'
            "2+|both\n// none\n|===\n\n[%header]\n|===\n|a|b\n|c |d\n|===\n\nEnd",
            [
                ("caption", "Plans"),
                ("table-header", "Name"),
                ("table-header", "Who"),
                ("table-cell", "Gold"),
                ("table-cell", "our clients of old"),
                ("table-cell", "both"),
                ("table-header", "a|b"),
                ("table-header", "c"),
                ("table-header", "d"),
                ("paragraph", "End"),
            ],
            id="tables",
        ),
        pytest.param(
            'image::customer.png[Our clients,300]\n\nimage::a.png[alt="A, b"]\n\n'
            "image::customer.png[]\n\nimage::a.png[width=3]",
            [("alt", "Our clients"), ("alt", "A, b")],
            id="images",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_blocks(source, expected, line_end):
    """Copy is read where it stands; code, comments and attributes are not."""
    source = source.replace("\n", line_end)
    document = read(source)
    assert expected == told(document)
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


def test_quoted():
    """What stands in a block of quotation is somebody else's."""
    found = read("____\n* theirs\n____\n\n* ours\n").blocks
    assert [True, False] == [block.quoted for block in found]


def test_comments():
    """Remarks are kept with their place."""
    source = "a\n\n// okyaku-disable\n\n////\ntwo\nlines\n////\n\nb\n"
    comments = read(source).comments
    assert ["okyaku-disable", "two\nlines"] == [one.text for one in comments]
    spans = [source[one.span.start : one.span.end] for one in comments]
    assert ["// okyaku-disable", "////\ntwo\nlines\n////"] == spans


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "client",
                "고객",
                " ",
                "\n",
                "\r\n",
                "*",
                "_",
                "`",
                "#",
                "+",
                "|",
                "|===\n",
            ]
        )
        | st.sampled_from(["----\n", "====\n", "////\n", "--\n", "____\n", "```\n"])
        | st.sampled_from(["= ", "* ", ". ", ".", "::", "[", "]", "<<", ">>", "// "])
        | st.sampled_from(
            ["image::", "link:a", "[source]\n", "&amp;", ":a:", "NOTE: "]
        ),
        max_size=30,
    )
)
def test_any_source(parts):
    """Whatever the source, reading ends and verbatim text stands where it says."""
    source = "".join(parts)
    for block in read(source).blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


@pytest.mark.parametrize(
    "part",
    [
        *("*a ", "`a ", "<<a", "link:a[", "+a ", "((a", "[[a", "a_", "a:: ", "* a\n"),
        *("a\n", "a\n\n", "|===\n", "|a\n", "----\n", "====\n", "// a\n", "[a]\n"),
        *("\n", "$$a ", "https://", "____\n--\n", "image::a[", ".a\n", "a|", "``"),
        *("[a,", "image:", "link:a[b ", ":a"),
    ],
)
@pytest.mark.parametrize("before", ["", "|===\n"], ids=["text", "table"])
def test_hostile(part, before):
    """Reading takes time that grows with the source, not with its square."""
    start = time.process_time()
    read(before + part * 30_000)
    assert time.process_time() - start < 30
