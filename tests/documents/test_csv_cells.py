"""CSV and TSV: cells under heads, translations in columns."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, replant

from linter import documents


def _read(source, path="x.csv", format_="csv"):
    return documents.read_text(source, format=format_, path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "key,en,ja,notes\n"
            'hi,"Our ""clients"", all",お客様,do not touch\r\nno,x,,\n',
            [
                ("hi", "en", 'Our "clients", all'),
                ("hi", "ja", "お客様"),
                ("no", "en", "x"),
            ],
            id="translations",
        ),
        pytest.param(
            "English;한국어\nA client;고객\n",
            [("2", "en", "A client"), ("2", "ko", "고객")],
            id="names of languages",
        ),
        pytest.param(
            "sku,title,description\na1,Client kit,For clients.\n",
            [("title", None, "Client kit"), ("description", None, "For clients.")],
            id="data",
        ),
        pytest.param(
            "Our clients stay here.,abc\nWe like customers a lot.,abc\n",
            [
                ("", None, "Our clients stay here."),
                ("", None, "We like customers a lot."),
            ],
            id="no head",
        ),
        pytest.param(
            'title\n"Our\nclients"x\n', [("title", None, "Our\nclientsx")], id="lines"
        ),
        pytest.param(
            'title\n"Our clients', [("title", None, '"Our clients')], id="open"
        ),
        pytest.param("", [], id="empty"),
    ],
)
def test_cells(source, expected):
    """Cells that are copy come out under their keys and heads."""
    document = _read(source)
    check_spans(document)
    assert expected == [(one.key, one.lang, one.text) for one in document.blocks]


def test_tabs():
    """A file of tabs has commas in its cells."""
    document = _read("id\ten\tko\na\tHi, client\t고객\n", "x.tsv", "tsv")
    assert ["Hi, client", "고객"] == [one.text for one in document.blocks]


@given(
    st.lists(st.lists(COPY, min_size=2, max_size=2), min_size=1, max_size=3),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    WORD,
)
def test_replacing(rows, quoting, new):
    """Cells are what the library reads; a replaced word changes nothing else."""
    out = io.StringIO()
    csv.writer(out, quoting=quoting).writerows([["en", "ja"], *rows])
    document = _read(out.getvalue())
    held = {text for row in rows for text in row}
    assert {one.text for one in document.blocks} <= held
    assert sum("customer" in text for row in rows for text in row) == sum(
        "customer" in one.text for one in document.blocks
    )
    replant(document, "customer", new)


@pytest.mark.parametrize("new", ["a, b", 'a "b"', "a\nb", " a"])
def test_what_a_bare_cell_cannot_hold(new):
    """A text that would need quotation marks is refused where there are none."""
    (block,) = _read("en\nOur client\n").blocks
    with pytest.raises(ValueError, match="a"):
        documents.encode(new, format="csv", block=block)


def test_hostile():
    """Huge tables and cells are read in no time."""
    quickly("title\n" + "Our customers,\n" * 20_000, format="csv", seconds=10)
    quickly('title\n"' + "customer " * 100_000, format="csv", seconds=10)
    quickly('title\n"' + '""' * 50_000 + '"', format="csv")
    quickly("," * 50_000, format="csv")
