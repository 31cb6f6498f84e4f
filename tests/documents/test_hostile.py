"""Sources made to hurt: each is read, or refused, in time."""

import time

import pytest

from linter import documents

SECONDS = 12  # a quadratic reader takes minutes; a busy machine a few of these

MARKUP = {
    "divs": "<div>" * 100_000,
    "open tags": "<a " * 100_000,
    "open tags, a value behind": "<a " * 100_000 + 'b=">"',
    "open values": "<a x='" * 100_000,
    "open comments": "<!-- <!--" * 50_000,
    "open sections": "<![CDATA[" * 50_000,
    "open declarations": "<!" * 200_000,
    "ends without a start": "</b>" * 100_000,
    "starts without an end": "<b>" * 100_000 + "</i>" * 100_000,
    "items in items": "<li><ul>" + "<b>" * 50_000 + "<li></li>" * 20_000,
    "references": "&amp;" * 80_000,
    "ampersands": "&" * 900_000,
    "spaces in a tag": "<a" + " " * 900_000 + ">",
    "titles": "<title>" * 50_000,
    "scripts": "<script>" * 50_000 + "</script" * 50_000,
    "attributes": "<a " + "x=1 " * 200_000 + ">",
    "breaks": "<br>" * 100_000,
    "less than": "<" * 900_000,
}
MARKDOWN = {
    "quotes": ">" * 20_000,
    "stars": "*" * 120_000,
    "brackets": "[" * 50_000,
    "links": "[a](" * 20_000,
    "titles": '[a](b "' * 20_000 + '")',
    "underscores": "_a " * 20_000,
    "ticks": "`" * 120_000,
    "ticks of all lengths": "".join("`" * count + " " for count in range(1000)),
    "html": "<div>\n\n" * 20_000,
    "lists": "- " * 20_000 + "x",
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(1000)),
    "cells": "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n" + "|b" * 10_000 + "|\n",
    "keys": "---\n" + "a: x\n" * 50_000 + "---\n",
    "nested keys": "---\n" + "".join(" " * d + "a:\n" for d in range(1000)) + "---\n",
    "open keys": "---\n" + "title: '\n" * 20_000 + "---\n",
    "block keys": "---\n" + "text: |\n" * 20_000 + "---\n",
    "long line": "顧客 **a** " * 60_000,
}
MDX = {
    "braces": "{" * 100_000,
    "pairs": "{}" * 50_000,
    "deep": "{\n" * 50_000 + "}\n" * 50_000,
    "tags": "<A>\n" * 10_000,
    "open tags": "<A\n" * 20_000,
    "open values": '<A x="\n' * 20_000,
    "imports": "import {\n\n" * 20_000,
    "fences": "```\n" * 20_001,
    "values": "<a x={1}" * 10_000,
}
TEXT = {
    "long line": "client " * 140_000,
    "one word": "a" * 999_999,
    "lines": "a\n" * 50_000,
    "blank": " \n" * 200_000,
    "spaces": " " * 999_999,
    "soft hyphens": "\u00ad" * 500_000,
}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param(name, source, id=f"{name}: {case}")
        for name, cases in {
            "html": MARKUP | TEXT,
            "markdown": MARKDOWN | TEXT,
            "mdx": MDX,
            "text": TEXT,
        }.items()
        for case, source in cases.items()
    ],
)
def test_in_time(name, source):
    """A hostile source takes no longer than its length allows."""
    start = time.process_time()
    document = documents.read_text(source, format=name)
    assert time.process_time() - start < SECONDS
    assert document.source == source
