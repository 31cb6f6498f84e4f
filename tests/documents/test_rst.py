"""reStructuredText: its copy where it stands, compared with what docutils reads."""

import re
import time

import docutils.core
import docutils.nodes
import docutils.utils
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.documents.rst import encode, read
from linter.errors import ReadError


def told(document):
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            "Our clients\n===========\n\n고객\n----\n\n====\nTop\n====\n\n"
            "----\n\nThey\npay.",
            [
                ("heading", "Our clients"),
                ("heading", "고객"),
                ("heading", "Top"),
                ("paragraph", "They pay."),
            ],
            id="titles and a rule",
        ),
        pytest.param(
            "A *clear* **plan** for `our clients <https://client.example>`__ and\n"
            "``client`` with Python_, `all of it`_, |name|, [1]_ [CIT2020]_ `odd`.",
            [
                (
                    "paragraph",
                    (
                        "A clear plan for our clients and `client` with Python, all "
                        "of it, `name`, `odd`."
                    ),
                )
            ],
            id="inline markup",
        ),
        pytest.param(
            ":ref:`the clients <a>` :doc:`clients` :term:`client` :py:func:`client` "
            "`x`:strong: _`here` 2 * 3 * 4 snake_case a\\*b\\* 고객\\ **님**\\ 은",
            [
                (
                    "paragraph",
                    (
                        "the clients `clients` client `client` x here 2 * 3 * 4 "
                        "snake_case a*b* 고객님은"
                    ),
                )
            ],
            id="roles and escapes",
        ),
        pytest.param(
            "Like this::\n\n  customers\n\n    customers\n\nThen ::\n\n  "
            "customers\n\n::\n\n"
            "> customers\n> more\n\nEnd",
            [("paragraph", "Like this:"), ("paragraph", "Then"), ("paragraph", "End")],
            id="code after two colons",
        ),
        pytest.param(
            "* one\n  more\n* two\n\n  - three\n\n    deep\n\n1. first\n#. "
            "next\n(b) x\n\n"
            "A. Smith said so\nand left.",
            [
                ("list-item", "one more"),
                ("list-item", "two"),
                ("list-item", "three"),
                ("list-item", "deep"),
                ("list-item", "first"),
                ("list-item", "next"),
                ("list-item", "x"),
                ("paragraph", "A. Smith said so and left."),
            ],
            id="lists",
        ),
        pytest.param(
            "client\n  Who is advised.\n\n  At length.\ncustomer : word\n  "
            "Who buys.\n\n"
            ":Author: Kim\n:About:\n  Our clients\n\n-a FILE  Take it.\n--all  Them.\n",
            [
                ("definition", "client"),
                ("definition", "Who is advised."),
                ("definition", "At length."),
                ("definition", "customer : word"),
                ("definition", "Who buys."),
                ("definition", "Kim"),
                ("definition", "Our clients"),
                ("definition", "Take it."),
                ("definition", "Them."),
            ],
            id="definitions, fields, options",
        ),
        pytest.param(
            "Said:\n\n  Our clients win.\n\n  -- Kim\n\n| line one\n| line\n  two\n|\n",
            [
                ("paragraph", "Said:"),
                ("quote", "Our clients win."),
                ("quote", "-- Kim"),
                ("paragraph", "line one"),
                ("paragraph", "line"),
                ("paragraph", "two"),
            ],
            id="quotations and lines",
        ),
        pytest.param(
            "+------+-------+\n| Plan | Cost  |\n+======+=======+\n| Our  | 1     |\n"
            "| gold | 2     |\n|      | 3     |\n+------+-------+\n| all over     |\n"
            "+------+-------+\nno more",
            [
                ("table-header", "Plan"),
                ("table-header", "Cost"),
                ("table-cell", "Our gold"),
                ("table-cell", "1 2 3"),
                ("table-cell", "all over"),
                ("paragraph", "no more"),
            ],
            id="a table in a grid",
        ),
        pytest.param(
            "====== =====\nName   Who\n====== =====\n고객   them\nmore   cl\n "
            "      ients"
            "\nlast   a very long one\n====== =====\n\n  ==== ===\n  a    "
            "b\n  ==== ===\n",
            [
                ("table-header", "Name"),
                ("table-header", "Who"),
                ("table-cell", "고객"),
                ("table-cell", "them"),
                ("table-cell", "more"),
                ("table-cell", "cl ients"),
                ("table-cell", "last"),
                ("table-cell", "a very long one"),
                ("table-cell", "a"),
                ("table-cell", "b"),
            ],
            id="simple tables",
        ),
        pytest.param(
            ".. note:: Our clients\n   pay.\n.. warning::\n   :class: x\n\n   Look.\n\n"
            ".. topic:: A title\n\n   Text\n\n.. versionadded:: 1.2 For "
            "clients\n   only.\n"
            ".. rubric:: Notes\n.. epigraph::\n\n   They said.\n",
            [
                ("paragraph", "Our clients pay."),
                ("paragraph", "Look."),
                ("heading", "A title"),
                ("paragraph", "Text"),
                ("paragraph", "For clients only."),
                ("paragraph", "Notes"),
                ("quote", "They said."),
            ],
            id="directives of text",
        ),
        pytest.param(
            ".. figure:: client.png\n   :alt: Our clients\n   :name: "
            "customer\n\n   In\n"
            "   town\n\n.. image:: a.png\n   :alt: 고객\n.. table:: Plans\n\n   == ==\n"
            "   a  b\n   == ==\n\n.. list-table:: Words\n   :header-rows: "
            "1\n\n   * - x\n"
            "     - y\n\n.. |sub| replace:: our clients\n",
            [
                ("alt", "Our clients"),
                ("caption", "In town"),
                ("alt", "고객"),
                ("caption", "Plans"),
                ("table-cell", "a"),
                ("table-cell", "b"),
                ("caption", "Words"),
                ("table-cell", "x"),
                ("table-cell", "y"),
                ("paragraph", "our clients"),
            ],
            id="figures and tables",
        ),
        pytest.param(
            ".. code-block:: python\n   :caption: For clients\n\n   customers = 1\n\n"
            ".. include:: customers.rst\n.. raw:: html\n\n   <p>customers</p>\n\n"
            ".. _customers: x\n.. _a:\n\n__ customers\n\n>>> customers\n1\n\n"
            ".. toctree::\n\n   customers\n\n.. customers\n   more\n\n..\n\n  Quoted",
            [("caption", "For clients"), ("quote", "Quoted")],
            id="no copy",
        ),
        pytest.param(
            ".. [1] Our\n   clients.\n.. [#a] Two\n.. [CIT] Three\n",
            [
                ("footnote", "Our clients."),
                ("footnote", "Two"),
                ("footnote", "Three"),
            ],
            id="footnotes",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_blocks(source, expected, line_end):
    """Copy is read where it stands; code, targets and comments are not."""
    source = source.replace("\n", line_end)
    document = read(source)
    assert expected == told(document)
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


def test_comments():
    """A remark is kept with its place; taking it out takes it all."""
    source = "a\n\n.. okyaku-disable\n\n.. two\n   lines\n\n..\n   three\n"
    comments = read(source).comments
    assert ["okyaku-disable", "two\n   lines", "three"] == [
        one.text for one in comments
    ]
    spans = [source[one.span.start : one.span.end] for one in comments]
    assert [".. okyaku-disable", ".. two\n   lines", "..\n   three"] == spans


def test_writable():
    """Titles and drawn tables are not changed: their lines would not fit them."""
    source = "Title\n=====\n\ntext\n\n+---+\n| a |\n+---+\n\n- item\n"
    assert [False, True, False, True] == [one.writable for one in read(source).blocks]


# What docutils calls a block of text.
OURS = (
    docutils.nodes.paragraph,
    docutils.nodes.title,
    docutils.nodes.term,
    docutils.nodes.line,
    docutils.nodes.attribution,
    docutils.nodes.caption,
    docutils.nodes.rubric,
    docutils.nodes.image,
)
SAFE = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "sectsubtitle_xform": False,
}


def oracle(source):
    """Return the texts that docutils finds in *source*."""
    tree = docutils.core.publish_doctree(source, settings_overrides=SAFE)
    found = []
    for node in tree.findall(lambda one: isinstance(one, OURS)):
        if isinstance(node.parent, docutils.nodes.system_message):
            continue
        text = node.get("alt", "") if node.tagname == "image" else node.astext()
        if any(map(str.isalnum, text)):
            found.append(" ".join(text.replace("`", "").split()))
    return found


def plain(document):
    """Return the texts of *document* as docutils gives them."""
    return [
        " ".join(block.text.replace("`", "").removeprefix("-- ").split())
        for block in document.blocks
    ]


WORDS = st.lists(
    st.sampled_from(
        [
            *("client", "clients", "고객", "お客様", "*our*", "**best**", "``code``"),
            *("`site <a.html>`_", ":sub:`x`", "a_b", "2*3", "it's", "(client)"),
            *("end.", "a\\*b", "'quoted'", "-", "+", "word:", "e.g.", "snake_case"),
        ]
    ),
    min_size=1,
    max_size=9,
).map(lambda words: "x " + " ".join(words) + " y")


def indented(text, by):
    """Return *text* with its lines further in."""
    return "\n".join(f"{' ' * by}{line}" if line else line for line in text.split("\n"))


# docutils wants cells of wide letters drawn by their width.
NARROW = re.compile(r"[^\x00-\x7f]+")

BLOCKS = st.recursive(
    st.one_of(
        WORDS,
        st.lists(WORDS, min_size=2, max_size=3).map("\n".join),
        WORDS.map(lambda text: f"{text}::\n\n   code client\n\n     more"),
        WORDS.map(lambda text: f"| {text}\n| line two\n"),
        WORDS.map(lambda text: f".. image:: a.png\n   :alt: {text}"),
        WORDS.map(lambda text: f".. a comment\n   {text}"),
        WORDS.map(lambda text: f".. code::\n\n   {text}"),
        WORDS.map(lambda text: f">>> {text}\nclient"),
        st.lists(WORDS, min_size=2, max_size=2).map(
            lambda two: "+{0}+{0}+\n| {1:<150} | {2:<150} |\n+{0}+{0}+".format(
                "-" * 152, *(NARROW.sub("ours", text) for text in two)
            )
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(
            lambda all_: "\n\n".join(f"- {indented(one, 2).lstrip()}" for one in all_)
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda all_: "\n\n".join(f"#. {indented(one, 3).lstrip()}" for one in all_)
        ),
        st.tuples(WORDS, inner).map(lambda two: f"{two[0]}\n{indented(two[1], 3)}"),
        inner.map(lambda text: f".. note::\n\n{indented(text, 3)}"),
        inner.map(lambda text: f".. admonition:: Top\n\n{indented(text, 3)}"),
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4), st.booleans())
def test_as_docutils(blocks, titled):
    """The texts are those of docutils, in its order."""
    source = "\n\n".join(blocks) + "\n"
    if titled:
        source = f"Our clients\n===========\n\n{source}\nTwo\n---\n\nEnd\n"
    assert oracle(source) == plain(read(source))


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=3), st.text("ab*_`|\\고 ", min_size=1))
def test_edit(blocks, text):
    """An edit of a word changes that word, for docutils too."""
    text = f"x{text.replace('  ', ' ')}x"
    source = "\n\n".join(blocks) + "\n"
    document = read(source)
    for number, block in enumerate(document.blocks):
        at = block.text.find("고객")
        if at < 0 or not block.writable:
            continue
        span = block.source_span(at, at + 2)
        changed = source[: span.start] + encode(text, block) + source[span.end :]
        expected = oracle(source)
        expected[number] = expected[number].replace(
            "고객", " ".join(text.replace("`", "").split()), 1
        )
        assert expected == oracle(changed)
        return


@settings(max_examples=200, deadline=None)
@given(st.text("ab고 \n\t*`_|:.+-=>[]()<\\1#\r", max_size=80))
def test_any_source(source):
    """Whatever the source, reading ends and verbatim text stands where it says."""
    for block in read(source).blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("*a " * 100_000, id="stars"),
        pytest.param("`a " * 100_000, id="backticks"),
        pytest.param("`a <" * 100_000, id="links"),
        pytest.param("``a " * 100_000, id="literals"),
        pytest.param("|a " * 100_000, id="bars"),
        pytest.param("a_" * 100_000, id="underscores"),
        pytest.param("a-" * 100_000, id="hyphens"),
        pytest.param(":a" * 100_000, id="colons"),
        pytest.param("-a, " * 50_000, id="options"),
        pytest.param("=" * 200_000 + " x\n", id="a long rule"),
        pytest.param("== " * 50_000 + "\n", id="a wide table"),
        pytest.param("== ==\n" + "a  b\n" * 50_000, id="a table that does not end"),
        pytest.param("+-+\n" + "|a|\n" * 50_000, id="a grid that does not end"),
        pytest.param("a\n\n" * 50_000, id="paragraphs"),
        pytest.param("- a\n" * 50_000, id="items"),
        pytest.param("a\n" * 50_000, id="a long paragraph"),
        pytest.param("a\n=\n" * 50_000, id="titles"),
        pytest.param("::\n\n" * 50_000, id="no code"),
        pytest.param(".. a\n" * 50_000, id="remarks"),
        pytest.param("\\" * 200_000, id="backslashes"),
        pytest.param("\n" * 200_000, id="blank lines"),
    ],
)
def test_hostile(source):
    """Reading takes time that grows with the source, not with its square."""
    start = time.process_time()
    read(source)
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    "source",
    ["- " * 1_500 + "a", "\n".join(" " * n + "* a\n" for n in range(1_500))],
    ids=["in a line", "in lines"],
)
def test_too_deep(source):
    """What is nested beyond measure is refused."""
    with pytest.raises(ReadError, match="nested too deeply"):
        read(source, "a.rst")


def test_reads_no_file(tmp_path):
    """Directives that name other files are not followed."""
    secret = tmp_path / "secret.txt"
    secret.write_text("our customers")
    source = (
        f".. include:: {secret}\n\n.. csv-table:: Our clients\n   :file: {secret}\n"
    )
    assert [] == told(read(source))
