"""MDX: Markdown among components and JavaScript, which is never copy."""

import pytest
from showing import check, place, shown, texts

from linter import documents
from linter.values import Block, BlockKind, Piece, Span


def read(source):
    document = documents.read_text(source, format="mdx")
    check(document)
    return document


def row(kind, text, lang=None, quoted=False):  # noqa: FBT002 - a column of the table
    return kind, text, lang, quoted


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("# Our **clients**", [row("heading", "Our clients")]),
        ("import { client } from 'client'\n\nA", [row("paragraph", "A")]),
        ("export const a = {\n\n  client: 1\n}\n\nA", [row("paragraph", "A")]),
        ("export default client", []),
        (
            "We import clients\nimport them",
            [row("paragraph", "We import clients import them")],
        ),
        ("Pay {1 + client} now", [row("paragraph", "Pay now")]),
        ("Hi {props.name}!", [row("paragraph", "Hi {props.name}!")]),
        ('Our {"clients"} win', [row("paragraph", "Our clients win")]),
        ("Our {`clients`}{' '}win", [row("paragraph", "Our clients win")]),
        ("a \\{client\\} b", [row("paragraph", "a {client} b")]),
        ("a { b", [row("paragraph", "a { b")]),
        ("a } b", [row("paragraph", "a } b")]),
        ("a {{b: {c: 1}}} d", [row("paragraph", "a d")]),
        ("`{a + client}` b", [row("paragraph", "`{a + client}` b")]),
        ("```\n{client\n```\n\nb}", [row("paragraph", "b}")]),
        ("a {/* client */} b", [row("paragraph", "a b")]),
        ("<>a <b>cli</b>ents</>", [row("paragraph", "a clients")]),
        (
            "<Card>\nOur **cli**ents\n</Card>",
            [row("paragraph", "Our clients")],
        ),
        (
            '<Card\n  on={() => a > b}\n  title="Clients"\n>\n      deep\n</Card>\nA',
            [row("title", "Clients"), row("paragraph", "deep"), row("paragraph", "A")],
        ),
        (
            "<Tabs>\n  <Tab label={'One'}>\n    - a\n    - b\n  </Tab>\n</Tabs>",
            [row("label", "One"), row("list-item", "a"), row("list-item", "b")],
        ),
        (
            "<Testimonial>\nA\n</Testimonial>",
            [row("paragraph", "A", None, quoted=True)],
        ),
        ("<div lang='ko'>\n\nA\n\n</div>", [row("paragraph", "A", "ko")]),
        ("<Hero title={client.name} alt={`A ${b}`} />\n\nA", [row("paragraph", "A")]),
        ("<Hero aria-label={`A`} />", [row("label", "A")]),
        ('<br/>\n<img alt="A"/>\nB', [row("alt", "A"), row("paragraph", "B")]),
        ('A <Tooltip tip="x">client</Tooltip> b', [row("paragraph", "A client b")]),
        (
            "---\ntitle: A\n---\nimport x\n\nB",
            [row("title", "A"), row("paragraph", "B")],
        ),
        ("---\ntitle: A {b}\n---\n", [row("title", "A {b}")]),
        ("    indented", [row("paragraph", "indented")]),
        ("</Card>\nA", [row("paragraph", "A")]),
    ],
    ids=str,
)
def test_blocks(source, expected):
    """Prose and text attributes are copy; JavaScript is not."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("<Card>\n    Our clients\n</Card>", "clients", "clients"),
        ("<Card>\n  カスタ**マー**\n</Card>", "カスタマー", "カスタ**マー"),
        ("{1}\r\n\r\nclients\r\n", "clients", "clients"),
        ('Our {"cli"}ents', "cli", "cli"),
        ('<A\n  title="client"\n/>', "client", "client"),
        ("\ufeffimport x\n\nclient", "client", "client"),
        ('<A title={"client"}/>', "client", "client"),
    ],
    ids=str,
)
def test_places(source, word, expected):
    """A word points at the source that it was read from."""
    assert expected == place(read(source), word)


def test_comments():
    """Comments of JavaScript and of HTML are kept, in order."""
    document = read("a <!-- one -->\n\n{/* okyaku-disable */}\n\n{ /* two\n*/ }")
    assert ["one", "okyaku-disable", "two"] == [one.text for one in document.comments]
    span = document.comments[1].span
    assert document.source[span.start : span.end] == "{/* okyaku-disable */}"


def test_what_stands_in_for_source_is_not_copy():
    """An expression where a value is expected does not pass for the source."""
    assert texts(read('see <a b={c + 1} and "d"')) == ['see <a b="" and "d"']


def test_encode():
    """Braces are escaped as well."""
    block = Block(BlockKind.PARAGRAPH, (Piece("x", Span(0, 1)),))
    assert documents.encode("{a}*", format="mdx", block=block) == "\\{a\\}\\*"
