"""Astro, Svelte and Vue: the copy in their HTML, and nothing of their scripts."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import documents
from linter.documents import astro, html, svelte, vue

READERS = {"astro": astro, "svelte": svelte, "vue": vue}


def told(document):
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in document.blocks]


def in_template(source, name):
    """Return *source* as a whole component."""
    return f"<template>{source}</template>" if name == "vue" else source


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        pytest.param("astro", "", [], id="nothing"),
        pytest.param(
            "astro",
            "---\nconst customers = 'our customers';\n---\n<h1>Our clients</h1>\n"
            "<style>.a { color: red }</style><script>const b = 'clients';</script>"
            "<p>Pay</p>",
            [("heading", "Our clients"), ("paragraph", "Pay")],
            id="fence, script and style",
        ),
        pytest.param(
            "astro",
            "<p>Dear {customer.name}, our {n > 1 ? 'clients' : `x`} pay {f({a: '}'})}."
            "</p>",
            [("paragraph", "Dear {customer.name}, our pay .")],
            id="expressions: a name stays",
        ),
        pytest.param(
            "astro",
            "<ul>{items.map((item) => (\n  <li class={item.a}>Our clients {item.b}"
            "<br/></li>\n))}</ul><p>After</p>",
            [("list-item", "Our clients {item.b}"), ("paragraph", "After")],
            id="elements in an expression",
        ),
        pytest.param(
            "astro",
            "{a && <><p>One</p><p>Two {b ? <b>three</b> : <i>four</i>}</p></>}",
            [("paragraph", "One"), ("paragraph", "Two three four")],
            id="expressions in elements in an expression",
        ),
        pytest.param(
            "astro",
            "{items.filter((x) => x <y).length} clients {f<Client>(x)} pay",
            [("paragraph", "clients pay")],
            id="less than is no tag",
        ),
        pytest.param(
            "astro",
            '<img alt={"Our clients"} src={a} title="All {b}"><img alt={`x`} src="y">'
            "<Card title='Plans' alt={c} {...rest} on={() => a > b} />",
            [
                ("alt", "Our clients"),
                ("title", "All {b}"),
                ("alt", "x"),
                ("title", "Plans"),
            ],
            id="attributes",
        ),
        pytest.param(
            "astro",
            "<p>{'Our clients'}{\"!\"} and {/* no customers */}<!-- nor this --> x</p>",
            [("paragraph", "Our clients ! and x")],
            id="strings and remarks",
        ),
        pytest.param(
            "astro", "<p>1 < 2, clients</p>", [("paragraph", "1 < 2, clients")], id="<"
        ),
        pytest.param("astro", "<p>a</p>{ open clients", [("paragraph", "a")], id="{"),
        pytest.param(
            "svelte",
            "<script lang=\"ts\">let a = '<p>customers</p>';</script>\n"
            "{#if a > 1}<p>Our clients</p>{:else}<p>None, {name}!</p>{/if}\n"
            "{#each items as { id, title } (id)}<li>One {@html title}</li>{/each}",
            [
                ("paragraph", "Our clients"),
                ("paragraph", "None, {name}!"),
                ("list-item", "One"),
            ],
            id="blocks",
        ),
        pytest.param(
            "svelte",
            '<svelte:head><title>Our shop</title></svelte:head><img {alt} {...b} alt="'
            'Our {f("}")} clients" class="{a ? "x" : "y"}"><input placeholder={p}>',
            [("title", "Our shop"), ("alt", "Our clients")],
            id="attributes of Svelte",
        ),
        pytest.param(
            "vue",
            "<script setup>\nconst a = '<template>customers</template>'\n</script>\n"
            '<template>\n  <h1 :title="our.clients" title="Plans">Our clients</h1>\n'
            '  <template #slot="{ item }"><p v-if="a > b">Dear {{ user.name }}, '
            "{{ f({ a: 1 }) }} { pay }</p></template>\n  <Card/>\n</template>\n"
            '<i18n>{"a": "customers"}</i18n>\n<style>p { }</style>',
            [
                ("title", "Plans"),
                ("heading", "Our clients"),
                ("paragraph", "Dear {{ user.name }}, { pay }"),
            ],
            id="template",
        ),
        pytest.param(
            "vue", '<template lang="pug">\np Our clients\n</template>', [], id="pug"
        ),
        pytest.param("vue", "<template/><p>customers</p>", [], id="no template"),
        pytest.param(
            "vue", "<template><p>clients", [("paragraph", "clients")], id="not closed"
        ),
        pytest.param(
            "vue",
            "</template><template><p>a</p></template>",
            [("paragraph", "a")],
            id="closed too often",
        ),
    ],
)
def test_blocks(name, source, expected):
    """The copy is read where it stands; scripts, styles and expressions are not."""
    document = documents.read_text(source, format=name)
    assert expected == told(document)
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


@pytest.mark.parametrize("name", READERS)
def test_comments(name):
    """Remarks of the markup are kept, with their place."""
    source = in_template("<p>a</p><!-- okyaku-disable -->", name)
    if name != "vue":
        source = f"{{/* first */}}{source}"
    found = READERS[name].read(source).comments
    texts = [source[one.span.start : one.span.end] for one in found]
    expected = ["{/* first */}", "<!-- okyaku-disable -->"]
    assert expected[-len(found) :] == texts
    assert "okyaku-disable" == found[-1].text


@pytest.mark.parametrize("name", READERS)
def test_encode(name):
    """What replaces a word can neither open an element nor an expression."""
    source = in_template("<p>Our clients</p>", name)
    reader = READERS[name]
    (block,) = reader.read(source).blocks
    text = "a<b>{c}{{d}}&amp;"
    span = block.source_span(4, 11)
    changed = source[: span.start] + reader.encode(text, block) + source[span.end :]
    assert [("paragraph", f"Our {text}")] == told(reader.read(changed))


PARTS = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b ",
            'a="',
            '"',
            ">",
            "/>",
            "{",
            "}",
            "{{",
            "}}",
            "'",
            "`",
            "clients",
            "고객",
            " ",
            "\n",
            "&amp;",
            "<!--",
            "-->",
            "---\n",
            "<script>",
            "</script>",
            "<template>",
            "</template>",
            "=> (<i>",
            "</i>)",
            "/*",
            "*/",
        ]
    ),
    max_size=30,
)


@settings(max_examples=200)
@given(PARTS, st.sampled_from(sorted(READERS)))
def test_any_source(parts, name):
    """Whatever the source, reading ends and verbatim text stands where it says."""
    source = in_template("".join(parts), name)
    document = READERS[name].read(source)
    assert source == document.source
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert piece.text == source[piece.span.start : piece.span.end]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["<p>our clients</p>", "<h2>고객</h2>", "<img alt='client'>"]),
        max_size=8,
    ),
    st.sampled_from(sorted(READERS)),
)
def test_plain_html(parts, name):
    """HTML without expressions reads as it does in a page."""
    source = "".join(parts)
    found = READERS[name].read(in_template(source, name))
    assert told(html.read(source)) == told(found)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<a " * 100_000, id="tags that do not end"),
        pytest.param("{" * 200_000, id="braces"),
        pytest.param("<a {" * 50_000, id="braces in tags"),
        pytest.param("{`" * 100_000, id="backticks"),
        pytest.param("{/*" * 100_000, id="comments"),
        pytest.param("<!--" * 100_000, id="remarks"),
        pytest.param("{(<a>" * 50_000, id="elements in expressions"),
        pytest.param("<script>" * 50_000, id="scripts"),
        pytest.param("<a b='" * 50_000, id="quotation marks"),
        pytest.param("{x " + "&& " * 100_000 + "<p>clients</p>}", id="long script"),
        pytest.param("\n---" * 50_000, id="fences"),
        pytest.param("<p>{a}</p>" * 30_000, id="long and right"),
    ],
)
@pytest.mark.parametrize("name", READERS)
def test_hostile(name, source):
    """Reading takes time that grows with the source, not with its square."""
    start = time.process_time()
    READERS[name].read(in_template(source, name))
    assert time.process_time() - start < 30
