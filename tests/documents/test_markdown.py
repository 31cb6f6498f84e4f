"""Markdown: blocks with their kind, front matter, and what is no copy left out."""

import pytest
from showing import check, place, shown, texts

from linter import documents
from linter.documents import markdown
from linter.errors import ReadError
from linter.values import Block, BlockKind, Piece, Span


def read(source):
    document = documents.read_text(source, format="markdown")
    check(document)
    return document


def row(kind, text, lang=None, quoted=False):  # noqa: FBT002 - a column of the table
    return kind, text, lang, quoted


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("# Our *clients* {#id}\n", [row("heading", "Our clients")]),
        ("Clients\n=======", [row("heading", "Clients")]),
        ("one\ntwo\n\nthree", [row("paragraph", "one two"), row("paragraph", "three")]),
        ("お客\n様", [row("paragraph", "お客様")]),
        ("one  \ntwo\\\nthree", [row("paragraph", "one two three")]),
        ("a\n\n---\n\nb", [row("paragraph", "a"), row("paragraph", "b")]),
        ("- a\n- b\n\n  c\n1. d", [row("list-item", text) for text in "abcd"]),
        ("- [x] done", [row("list-item", "done")]),
        ("- [Clients](/c)", [row("link", "Clients")]),
        ("[One](/a) · [Two](/b)", [row("link", "One"), row("link", "Two")]),
        (
            "| A | B |\n|---|---|\n| c \\| d | e |",
            [
                row("table-header", "A"),
                row("table-header", "B"),
                row("table-cell", "c | d"),
                row("table-cell", "e"),
            ],
        ),
        (
            "> A\n> b\n\nC",
            [row("quote", "A b", None, quoted=True), row("paragraph", "C")],
        ),
        ("> # A", [row("heading", "A", None, quoted=True)]),
        ("> [!NOTE]\n> A", [row("paragraph", "A")]),
        ("A[^1].\n\n[^1]: Foot.", [row("paragraph", "A."), row("footnote", "Foot.")]),
        ("Term\n: Meaning", [row("definition", "Term"), row("definition", "Meaning")]),
        ("~~old~~ new", [row("paragraph", "old new")]),
        ("```\nclient\n```\n\n    client", []),
        ("a <!-- client --> b", [row("paragraph", "a b")]),
        ("[a]: /client 'client'\n\n[b][a]", [row("link", "b")]),
        ("<https://client.example> <client@x.org>", []),
        ("R&amp;D \\*clients\\*", [row("paragraph", "R&D *clients*")]),
        ("<b>cli</b>ents", [row("paragraph", "clients")]),
        ("a<br>b", [row("paragraph", "a b")]),
        (
            "<div lang=ko>\n\nA **b**\n\n</div>\n\nC",
            [row("paragraph", "A b", "ko"), row("paragraph", "C")],
        ),
        (
            "<div class=testimonial>\n\nA\n\n</div>",
            [row("paragraph", "A", None, quoted=True)],
        ),
        ("> <p>A\n> b</p>", [row("quote", "A b", None, quoted=True)]),
        (
            "a <div> b\n\nc",
            [row("paragraph", "a"), row("paragraph", "b"), row("paragraph", "c")],
        ),
        ("x </div></blockquote> y", [row("paragraph", "x y")]),
        ("<script>\n\nclient\n\n</script>", []),
        ("<b title='client'>x</b>", [row("title", "client"), row("paragraph", "x")]),
    ],
    ids=str,
)
def test_blocks(source, expected):
    """The parts of a page give blocks of their kind; code and addresses give none."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![Our *clients*](/i.png)", [row("alt", "Our clients")]),
        ("![a `b`\nc](/i)", [row("alt", "a b c")]),
        ("![a <b>c](/i)", [row("alt", "a c")]),
        ("![a ![b](/i)](/j)", [row("alt", "b"), row("alt", "a")]),
        ("![a [b](/l)](/j)", [row("alt", "a b")]),
        ('[a](/u "it\'s")', [row("link", "a"), row("title", "it's")]),
        ("[a](/u 'a \\'b\\' &amp; c' )", [row("link", "a"), row("title", "a 'b' & c")]),
        ("> [a](/u 'b\n> c')", [row("quote", "a", None, quoted=True)]),
        ("[a](/u (t))", [row("link", "a"), row("title", "t")]),
        ('[![a](/i "t")](/u)', [row("alt", "a"), row("title", "t")]),
    ],
    ids=str,
)
def test_images_and_titles(source, expected):
    """Alternative texts and titles are copy of their own."""
    assert sorted(expected) == sorted(shown(read(source)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Call `client.get` now", ["Call `client.get` now"]),
        ("Call `` a`b `` now", ["Call `a'b` now"]),
        ("`client`", []),
        ("See <https://client.example> now", ["See `https://client.example` now"]),
    ],
    ids=str,
)
def test_code(source, expected):
    """Code in a line keeps its place, between two marks."""
    assert expected == texts(read(source))


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("カスタ**マー**様", "カスタマー様", "カスタ**マー**様"),
        ("<b>cli</b>ents", "clients", "cli</b>ents"),
        ("cli&#101;nts", "clients", "cli&#101;nts"),
        ("> two\n> words", "two words", "two\n> words"),
        ("😀 고객 clients", "clients", "clients"),
        ("a\r\nclients\r\n", "clients", "clients"),
        ("\ufeff# clients", "clients", "clients"),
        ("한" * 200 + " clients", "clients", "clients"),
        ("> <p>\n> two\n> words</p>", "two words", "two\n> words"),
        ("- <p>\n  clients</p>", "clients", "clients"),
        ("![a](/x \"a 'client'\")", "client", "client"),
        ("a `고객` client", "client", "client"),
    ],
    ids=str,
)
def test_places(source, word, expected):
    """A word points at the source that it was read from, whatever stands within it."""
    assert expected == place(read(source), word)


FRONT = """---
title: "Our \\"clients\\" \\u2014 here"  # clients
# okyaku-disable-file
description: >-
  We serve
  clients.

summary: plain text
  goes on # not this
seo:
  meta_title: 'It''s ours'
  tags: [client]
hero:
  - quote: They listen
    client: client
    text: |
      One.

empty:
excerpt: &anchor x
caption: "never closed
lang: ja-JP
tagline:
---

# Clients
"""


def test_yaml_front_matter():
    """Titles and descriptions are copy, under their key; other values are not."""
    document = read(FRONT.replace('caption: "never closed\n', ""))
    found = [(str(b.kind), b.key, b.text, b.quoted) for b in document.blocks]
    assert found == [
        ("title", "title", 'Our "clients" — here', False),
        ("description", "description", "We serve clients.", False),
        ("description", "summary", "plain text goes on", False),
        ("title", "seo.meta_title", "It's ours", False),
        ("description", "hero.quote", "They listen", True),
        ("description", "hero.text", "One.", False),
        ("heading", "", "Clients", False),
    ]
    assert document.lang == "ja-JP"
    assert ["okyaku-disable-file"] == [one.text for one in document.comments]


def test_a_quotation_mark_that_is_never_closed_opens_no_value():
    """The values after a broken one are still read."""
    found = texts(read('---\ntitle: "broken\nsummary: whole\n---\n'))
    assert found == ["whole"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('title = "A \\t\\x41 \\"b\\""', [("title", 'A A "b"')]),
        ("title = 'A \\t'", [("title", "A \\t")]),
        ("title = 'open", []),
        ('[seo.x]\ndescription = """\nA\\\n  b"""', [("seo.x.description", "Ab")]),
        ("[params]\nsummary = '''A\nb'''\nn = 1", [("params.summary", "A b")]),
        ('title = """A\nsummary = \'not\'\n"""', [("title", "A summary = 'not'")]),
        ("tags = ['client']\n# note", []),
        ('title = "\\uD800"', [("title", "\ufffd")]),
    ],
    ids=str,
)
def test_toml_front_matter(source, expected):
    """TOML front matter gives the same; a table's name is part of the key."""
    document = read(f"+++\n{source}\n+++\n")
    assert expected == [(block.key, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("kind", "style", "expected"),
    [
        ("paragraph", "", "A \\& 'B' \\\"C\\\" \\*d\\* \\\\".replace('\\"', '"')),
        ("title", "", "A \\& 'B' \\\"C\\\" \\*d\\* \\\\"),
        ("title", "plain", "A & 'B' \"C\" *d* \\"),
        ("title", "single-quoted", "A & ''B'' \"C\" *d* \\"),
        ("title", "double-quoted", "A & 'B' \\\"C\\\" *d* \\\\"),
        ("title", "attribute", "A &amp; &#39;B&#39; &quot;C&quot; *d* \\"),
    ],
)
def test_encode(kind, style, expected):
    """What would be markup is escaped, in the way of where the text stands."""
    block = Block(BlockKind(kind), (Piece("x", Span(0, 1)),), style=style)
    text = "A & 'B' \"C\" *d* \\"
    assert expected == documents.encode(text, format="markdown", block=block)


def test_a_panic_of_the_parser_is_an_error(monkeypatch):
    """The parser is written in Rust; where it gives up, the file is not checked."""

    class PanicException(BaseException):
        pass

    def give_up(*_, **__):
        raise PanicException

    monkeypatch.setattr(markdown.pyromark, "events_with_range", give_up)
    with pytest.raises(ReadError, match=r"x\.md: not checked"):
        documents.read_text("a", format="markdown", path="x.md")


def test_other_exceptions_of_the_parser_are_not_hidden(monkeypatch):
    """An interruption by the user stays one."""

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(markdown.pyromark, "events_with_range", interrupt)
    with pytest.raises(KeyboardInterrupt):
        documents.read_text("a", format="markdown")
