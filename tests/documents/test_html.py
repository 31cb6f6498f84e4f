"""HTML: what a visitor reads, in blocks with a kind, a language and a speaker."""

import pytest
from showing import check, place, shown, texts

from linter import documents
from linter.values import Block, BlockKind, Piece, Span


def read(source):
    document = documents.read_text(source, format="html")
    check(document)
    return document


def row(kind, text, lang=None, quoted=False):  # noqa: FBT002 - a column of the table
    return kind, text, lang, quoted


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("<p> </p><div>—</div>", []),
        ("Our clients", [row("paragraph", "Our clients")]),
        ("<h2>Our <em>clients</em></h2>", [row("heading", "Our clients")]),
        ("<p>One<p>Two", [row("paragraph", "One"), row("paragraph", "Two")]),
        (
            "<ul><li>One<li><p>Two</ul>",
            [row("list-item", "One"), row("list-item", "Two")],
        ),
        (
            "<table><caption>C</caption><tr><th>A<td>B<tr><td>D</table>",
            [
                row("caption", "C"),
                row("table-header", "A"),
                row("table-cell", "B"),
                row("table-cell", "D"),
            ],
        ),
        ("<dl><dt>T<dd>D</dl>", [row("definition", "T"), row("definition", "D")]),
        ("<figure><figcaption>F</figcaption></figure>", [row("caption", "F")]),
        ("<title>A &amp; B <b></title>", [row("title", "A & B <b>")]),
        ("<button>Buy</button> now", [row("button", "Buy"), row("paragraph", "now")]),
        ("<label>Name</label>", [row("label", "Name")]),
        (
            "<select><option>A<option>B</select>",
            [row("label", "A"), row("label", "B")],
        ),
        (
            "<details><summary>Q?</summary>A.</details>",
            [row("heading", "Q?"), row("paragraph", "A.")],
        ),
        ("<p><a href=/x>Clients</a></p>", [row("link", "Clients")]),
        ("<h2><a>Clients</a></h2>", [row("heading", "Clients")]),
        ("<p>See <a>clients</a>.</p>", [row("paragraph", "See clients.")]),
        (
            "<nav><a>Home</a> | <a>Clients</a></nav>",
            [row("link", "Home"), row("link", "Clients")],
        ),
        ("<a>cli</a><a>ents</a>", [row("link", "clients")]),
        ("<template><p>T</p></template>", [row("paragraph", "T")]),
        ("<noscript>N</noscript>", [row("paragraph", "N")]),
        ("<script>client</script><style>client</style>x", [row("paragraph", "x")]),
        ("<pre>client</pre>x", [row("paragraph", "x")]),
        ("<ruby>顧客<rp>(<rt>こきゃく<rp>)</ruby>", [row("paragraph", "顧客")]),
        ("one<br>two", [row("paragraph", "one two")]),
        ("お客<br>様", [row("paragraph", "お客様")]),
        ("one<br><br>two", [row("paragraph", "one"), row("paragraph", "two")]),
        ("one<hr>two", [row("paragraph", "one"), row("paragraph", "two")]),
        ("a <![CDATA[client]]> b", [row("paragraph", "a b")]),
        ("a <![CDATA[ b > c", [row("paragraph", "a c")]),
        ("a <!doctype x> <?php echo '>client' ?> b", [row("paragraph", "a b")]),
        ("a <? client> b", [row("paragraph", "a b")]),
        ("a </> b </ client> c", [row("paragraph", "a b c")]),
        ("1 < 2 & 3 &foo; <", [row("paragraph", "1 < 2 & 3 &foo; <")]),
        ("a <b c", [row("paragraph", "a <b c")]),
        ("a <b c='x>' d", [row("paragraph", "a <b c='x>' d")]),
        ("<a title='it>'>x</a>", [row("title", "it>"), row("link", "x")]),
        ('<a x="y>Clients</a>', [row("link", "Clients")]),
        ("<!--><p>x", [row("paragraph", "x")]),
        ("<!-- <p>x</p>", []),
        ("<textarea><b>x</textarea>", [row("paragraph", "<b>x")]),
        ("<svg><title/>x</svg>", [row("title", "x</svg>")]),
        ("<?xml version='1.0'?><svg><title/>x</svg>", [row("paragraph", "x")]),
        ("<?xml version='1.0'?><script/>x", [row("paragraph", "x")]),
        (
            "<my-card>One</my-card><my-card>Two</my-card>",
            [row("paragraph", "One"), row("paragraph", "Two")],
        ),
        (
            "<p>Our <NavLink>clients</NavLink> win",
            [row("paragraph", "Our clients win")],
        ),
        (
            "<p>Our <my-word>clients</my-word> win",
            [row("paragraph", "Our clients win")],
        ),
        ("<Icon/>x", [row("paragraph", "x")]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [row("list-item", x) for x in "abc"]),
        (
            "<li>a<div>" + "<b>" * 99 + "<li>b",
            [row("list-item", "a"), row("list-item", "b")],
        ),
        ("<b><![x", [row("paragraph", "<![x")]),
        ("<q hidden>a</q", [row("paragraph", "“a</q", None, quoted=True)]),
        ("a <?client", [row("paragraph", "a <?client")]),
        ("<pre><q>x</q></pre><s>a</s>", [row("paragraph", "a")]),
        ("</p></div>x", [row("paragraph", "x")]),
        ("<p>a<!-- b -->c</p>", [row("paragraph", "ac")]),
    ],
    ids=str,
)
def test_blocks(source, expected):
    """Elements give blocks of their kind; what nobody reads gives none."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<img alt='Our clients'>", [row("alt", "Our clients")]),
        ("<p title=Clients></p>", [row("title", "Clients")]),
        (
            "<a aria-label='Our &quot;clients&quot;'></a>",
            [row("label", 'Our "clients"')],
        ),
        ("<input placeholder='Client name'>", [row("label", "Client name")]),
        ("<optgroup label='Clients'>", [row("label", "Clients")]),
        ("<table summary='All clients'>", [row("description", "All clients")]),
        (
            "<meta name=description content='For clients'>",
            [row("description", "For clients")],
        ),
        ("<meta property='og:title' content='Clients'>", [row("title", "Clients")]),
        (
            "<meta property='twitter:image:alt' content='Clients'>",
            [row("alt", "Clients")],
        ),
        ("<meta name=keywords content='client'>", []),
        ("<meta name=description>", []),
        (
            "<input type=submit value='Become a client'>",
            [row("button", "Become a client")],
        ),
        ("<input type=submit>", []),
        ("<input type=hidden value=client>", []),
        ("<a href=/client class=client id=client data-x=client></a>", []),
        ("<img alt=''><img alt><img alt=—>", []),
        ("<pre title='client'>x</pre>", []),
        ("<code title='client'>x</code>", []),
        ("<img alt='one' alt='two'>", [row("alt", "one")]),
    ],
    ids=str,
)
def test_attributes(source, expected):
    """Attributes that are read out or shown are copy, the others are not."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<html lang=ja><p>A", [row("paragraph", "A", "ja")]),
        ("<p xml:lang=ko>A", [row("paragraph", "A", "ko")]),
        (
            "<div lang=ja>A<p lang=ko>B</p><img alt=C></div>D",
            [
                row("paragraph", "A", "ja"),
                row("paragraph", "B", "ko"),
                row("alt", "C", "ja"),
                row("paragraph", "D"),
            ],
        ),
        ("<p><span lang=ko>A</span></p>", [row("paragraph", "A", "ko")]),
        ("<p lang=en>A <i lang=fr>B</i></p>", [row("paragraph", "A B", "en")]),
        (
            "<p>A<blockquote lang=fr>B",
            [row("paragraph", "A"), row("quote", "B", "fr", quoted=True)],
        ),
        ("<img lang=ko alt=A>", [row("alt", "A", "ko")]),
    ],
    ids=str,
)
def test_languages(source, expected):
    """An element has the language that it, or one around it, declares."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<blockquote><p>A<h2>B</blockquote>C",
            [
                row("quote", "A", None, quoted=True),
                row("heading", "B", None, quoted=True),
                row("paragraph", "C"),
            ],
        ),
        ("<p><q>A b</q></p>", [row("paragraph", "“A b”", None, quoted=True)]),
        ("<p>She: <q>A b</q></p>", [row("paragraph", "She: “A b”")]),
        ("<p><cite>A</cite>", [row("paragraph", "A", None, quoted=True)]),
        (
            "<div class='c-testimonialCard'><h3>H</h3><p>A</p></div>",
            [row("heading", "H"), row("paragraph", "A", None, quoted=True)],
        ),
        ("<div class='お客様の声'>A", [row("paragraph", "A", None, quoted=True)]),
        ("<div class='review_list'>A", [row("paragraph", "A", None, quoted=True)]),
        ("<div class='invoice preview'>A", [row("paragraph", "A")]),
        ("<div class='quote-form'>A", [row("paragraph", "A")]),
        ("<p>x<Testimonial>A</Testimonial>", [row("paragraph", "xA")]),
        ("<Testimonial>A</Testimonial>", [row("paragraph", "A", None, quoted=True)]),
    ],
    ids=str,
)
def test_quotations(source, expected):
    """Block quotations and testimonials are somebody else's words."""
    assert expected == shown(read(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Call <code>client.get</code> now", ["Call `client.get` now"]),
        ("<p><code>client</code>", []),
        ("<p>The <b translate=no>Client Hub</b> app", ["The `Client Hub` app"]),
        ("<p class='x notranslate'>Client Hub", []),
        ("<p>The <code>a <kbd>b</kbd></code> c", ["The `a b` c"]),
        ("<p>The <code>a<br><br>b</code> c", ["The `a b` c"]),
    ],
    ids=str,
)
def test_code(source, expected):
    """Code and untranslated names in a line keep their place, marked as code."""
    assert expected == texts(read(source))


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("<p>a <b>cli</b>ents", "clients", "cli</b>ents"),
        ("<p>cli&#101;nts", "clients", "cli&#101;nts"),
        ("<p>&#99;lients", "clients", "&#99;lients"),
        ("<p>cli&shy;ents", "clients", "cli&shy;ents"),
        ("<p>R&ampD clients", "clients", "clients"),
        ("<p>R&ampD", "R&D", "R&ampD"),
        ("<p>two\n   words", "two words", "two\n   words"),
        ("<img alt='a &lt; client'>", "client", "client"),
        (
            "<p>カスタ<strong>マー</strong>様",
            "カスタマー様",
            "カスタ<strong>マー</strong>様",
        ),
        ("\ufeff<p>clients", "clients", "clients"),
        ("<p>😀 clients", "clients", "clients"),
        ("<p><code>cl</code> ient", "ient", "ient"),
    ],
    ids=str,
)
def test_places(source, word, expected):
    """A word points at the source that it was read from, markup within it included."""
    assert expected == place(read(source), word)


def test_comments():
    """Comments are kept with the place of all of them, marks too."""
    document = read(
        "\ufeffa<!-- okyaku-disable --><p>b<!----><!--[if IE]><p>x<![endif]-->"
    )
    found = [
        (comment.text, document.source[comment.span.start : comment.span.end])
        for comment in document.comments
    ]
    assert found[0] == ("okyaku-disable", "<!-- okyaku-disable -->")
    assert ["", "[if IE]><p>x<![endif]"] == [text for text, _ in found[1:]]


def test_the_page_declares_its_language():
    """`<html lang>` is the language of the document, the first one if there are two."""
    assert "ko" == read("<html lang=ko><body><html lang=ja>").lang


@pytest.mark.parametrize(
    ("style", "expected"),
    [("", 'A &amp; "B" &lt;\''), ("attribute", "A &amp; &quot;B&quot; &lt;&#39;")],
)
def test_encode(style, expected):
    """What would be markup is escaped, in an attribute quotation marks too."""
    block = Block(BlockKind.ALT, (Piece("x", Span(0, 1)),), style=style)
    assert expected == documents.encode('A & "B" <\'', format="html", block=block)
