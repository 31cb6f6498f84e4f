"""What holds for every text whatsoever, and the HTML reader against two others."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from showing import check

from linter import documents

MARKS = st.sampled_from(
    [
        *"<>&;\"'=/!-*_`[]()#|:{}\\~+.\n\t \r",
        *("<!--", "-->", "]]>", "<![CDATA[", "</", "/>", "&amp;", "&#99;", "&nbsp;"),
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<li>",
            "<ul>",
            "<td>",
            "<br>",
            "<div lang=ja>",
        ),
        *("<a title='x'>", "</a>", "<code>", "</code>", "<q>", "<script>", "</script>"),
        *("<title>", "</title>", "<pre>", "<option>", "<img alt='a&lt;b'>", "<X/>"),
        *("---\n", "+++\n", "> ", "- ", "1. ", "# ", "```\n", "    ", "| a | b |\n"),
        *("|---|---|\n", "[^1]: ", "[^1]", "![", "](/u 't')", "**", "\n\n", "\r\n"),
        *("title: ", 'title: "', "text: |\n", "title = '", "import x\n", "export {"),
        *(
            "{/*",
            "*/}",
            '{"a"}',
            "{a}",
            "<Card\n",
            "client",
            "クライアント",
            "고객",
            "顧客",
        ),
        *("\u00ad", "\u200b", "\ufeff", "😀", "\u3000", "\xa0", "\0", "\x0c", "ｶﾞ"),
    ]
)
SOURCES = st.lists(MARKS | st.text(max_size=3), max_size=40).map("".join)
FRONTS = SOURCES.map(lambda source: f"---\n{source}\n---\n{source}")
FORMATS = ("text", "markdown", "mdx", "html")


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=300, deadline=2000)
@given(source=SOURCES | FRONTS)
def test_every_text_is_read(name, source):
    """Nothing raises; pieces are exact, in order and within the source."""
    document = documents.read_text(source, format=name)
    assert document.source == source
    check(document)


INLINE = st.sampled_from(["b", "em", "span", "i", "u", "small"])
WORDS = st.sampled_from(
    [
        "client",
        "お客様",
        "고객",
        "a &amp; b",
        "&#99;",
        "1 < 2",
        "x\n y",
        " ",
        "&lt;p&gt;",
        "é",
    ]
)


@st.composite
def lines(draw):
    """Return a line of text with markup within it."""
    parts = []
    for word in draw(st.lists(WORDS, min_size=1, max_size=4)):
        name = draw(st.none() | INLINE)
        parts.append(f"<{name} class='x>'>{word}</{name}>" if name else word)
    return "".join(parts)


@st.composite
def pages(draw):
    """Return a page of blocks, with remarks and scripts between them."""
    parts = []
    for line in draw(st.lists(lines(), max_size=5)):
        name = draw(st.sampled_from(["p", "h1", "li", "td", "div", "section"]))
        hidden = draw(
            st.sampled_from(["", "<!-- client -->", "<script>a<b</script>", "<hr>"])
        )
        parts.append(f"{hidden}<{name} id=x>{line}</{name}>\n")
    page = "".join(parts).replace("<td", "<table><tr><td")
    return page.replace("</td>", "</td></tr></table>").replace("<li", "<ul><li")


class Texts(HTMLParser):
    """The text of a page as the standard library reads it."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        """Keep what is no script."""
        if self.cdata_elem is None:
            self.found.append(data)


def letters(text):
    return "".join(char for char in text if not char.isspace())


@settings(max_examples=300, deadline=2000)
@given(page=pages())
def test_html_text_is_that_of_other_parsers(page):
    """The letters of a page are those that html.parser and a browser's parser read."""
    document = documents.read_text(page, format="html")
    check(document)
    ours = letters("".join(block.text for block in document.blocks))
    standard = Texts()
    standard.feed(page)
    standard.close()
    tree = LexborHTMLParser(page)
    tree.strip_tags(["script"])
    for theirs in ("".join(standard.found), tree.body.text() if tree.body else ""):
        assert telling(letters(theirs)) == telling(ours)


def telling(text):
    """Return the letters of *text*: blocks without any are no copy, and left out."""
    return "".join(char for char in text if char.isalnum())
