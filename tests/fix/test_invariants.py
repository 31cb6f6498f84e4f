"""What must hold of every fix in every format that is written.

Bytes outside the edits stay; the text read again is the old one with the new words;
a second run makes no edit; no rule finds what it did not find before.
"""

import itertools
import json
import re
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toy_judge import judge, word

from linter import documents, engine
from linter.config import Settings
from linter.documents import FORMATS
from linter.engine.applying import apply
from linter.errors import ReadError
from linter.fix import mend

WORDS = (
    word("customers", "clients"),
    word("고객을", "클라이언트를"),
    word("カスタマーは", "クライアントは"),
    word("shopper", "R&D \"x\" <b> 'y' \\ {z} # % 客"),
    word("buyer", "*a* `b` [c](d) <!-- e -->", safe=False),
    word("bad", None),
    word("user", "bad"),
)
SPICE = [*"\"'\\<>&#%{}[]:=,;|!?@*`~_/.-+ ", "&amp;", "😀", "é", "한", "客", "--", "# "]
NAMES = [one[0] for one in WORDS]
FRAGMENT = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(SPICE), st.sampled_from(["Our", "a", "ok"])
)
TEXT = st.lists(FRAGMENT, min_size=1, max_size=9).map(" ".join)
TEXTS = st.lists(TEXT, min_size=1, max_size=4)


def plain(texts):
    return "\n\n".join(texts) + "\n"


def html(texts):
    rows = (
        f"<p title={quoteattr(text)}>{escape(text)} <b>customers</b></p>"
        for text in texts
    )
    return "<!-- customers -->\r\n" + "\r\n".join(rows)


def rows(texts):
    return enumerate(texts)


def po(texts):
    head = 'msgid ""\nmsgstr "Language: ko\\n"\n'
    return head + "".join(
        f'\n# customers\nmsgid "k{number}"\nmsgstr {json.dumps(text)}\n'
        for number, text in rows(texts)
    ).replace("\\u", "u")


def yaml(texts):
    return "".join(
        f"title_{number}: {json.dumps(text, ensure_ascii=False)} # customers\n"
        for number, text in rows(texts)
    )


def properties(texts):
    values = (re.sub(r"([\\!#:=])", r"\\\1", text).strip() for text in texts)
    return "# customers\n" + "".join(f"k{n}={text}\n" for n, text in rows(values))


def strings(texts):
    return "/* customers */\n" + "".join(
        '"k{}" = "{}";\n'.format(n, re.sub(r'(["\\])', r"\\\1", text))
        for n, text in rows(texts)
    )


def android(texts):
    inside = "".join(
        f'<string name="k{number}">{escape(json.dumps(text, ensure_ascii=False))}'
        "</string>\n"
        for number, text in rows(texts)
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<resources>\n{inside}</resources>'


def xliff(texts):
    units = "".join(
        f'<trans-unit id="k{number}"><source>a</source>'
        f"<target>{escape(text)}</target></trans-unit>\n"
        for number, text in rows(texts)
    )
    return (
        '<?xml version="1.0"?>\n<xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" '
        f'target-language="ko" original="a"><body>\n{units}</body></file></xliff>\n'
    )


def keyed(texts, *, arb=False):
    table = {f"title{number}": text for number, text in rows(texts)}
    return json.dumps(({"@@locale": "en"} if arb else {}) | table, ensure_ascii=False)


def csv(texts, mark=","):
    lines = (
        mark.join((f"k{n}", '"{}"'.format(text.replace('"', '""'))))
        for n, text in rows(texts)
    )
    return f"key{mark}en\r\n" + "".join(f"{line}\r\n" for line in lines)


def srt(texts):
    return "".join(
        f"{n + 1}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n"
        for n, text in rows(texts)
    )


def vtt(texts):
    return "WEBVTT\n\nNOTE customers\n\n" + "".join(
        f"00:0{n}.000 --> 00:0{n}.900\n{escape(text)}\n\n" for n, text in rows(texts)
    )


def resx(texts):
    inside = "".join(
        f'<data name="k{n}" xml:space="preserve"><value>{escape(text)}</value></data>\n'
        for n, text in rows(texts)
    )
    return f'<?xml version="1.0"?>\n<!-- customers -->\n<root>\n{inside}</root>\n'


def tmx(texts):
    units = "".join(
        f'<tu tuid="k{n}"><tuv xml:lang="en"><seg>a</seg></tuv>'
        f'<tuv xml:lang="ko"><seg>{escape(text)}</seg></tuv></tu>\n'
        for n, text in rows(texts)
    )
    return (
        '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n'
        f"{units}</body></tmx>\n"
    )


def toml(texts):
    return "# customers\n" + "".join(
        f"title_{n} = {json.dumps(text, ensure_ascii=False)}\n"
        for n, text in rows(texts)
    )


def ftl(texts):
    values = (re.sub(r"[{}]", "", text).strip() for text in texts)
    return "# customers\n" + "".join(f"k{n} = {text}\n" for n, text in rows(values))


MAKERS = {
    "csv": csv,
    "tsv": lambda texts: csv(texts, "\t"),
    "srt": srt,
    "vtt": vtt,
    "resx": resx,
    "tmx": tmx,
    "toml": toml,
    "ftl": ftl,
    "rst": plain,
    "text": plain,
    "markdown": plain,
    "mdx": plain,
    "html": html,
    "vue": lambda texts: f"<template>\n{html(texts)}\n</template>\n",
    "svelte": html,
    "astro": html,
    "po": po,
    "yaml": yaml,
    "json": keyed,
    "arb": lambda texts: keyed(texts, arb=True),
    "properties": properties,
    "strings": strings,
    "android": android,
    "xliff": xliff,
}
HERE = sorted(MAKERS)


@pytest.fixture
def _toy(monkeypatch):
    def by_words(document, *, settings):
        del settings
        return judge(document, WORDS)

    monkeypatch.setattr(engine, "lint_document", by_words, raising=False)


@pytest.mark.usefixtures("_toy")
@pytest.mark.parametrize("kind", HERE)
@given(texts=TEXTS, unsafe=st.booleans())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_must_hold(kind, texts, unsafe):
    """The invariants hold for texts with whatever a format may have to escape."""
    source = MAKERS[kind](texts)
    try:
        document = documents.read_text(source, format=kind, path="a")
    except ReadError:
        return
    before = judge(document, WORDS)
    outcome = mend(before, settings=Settings(), unsafe=unsafe)
    after = outcome.after.document

    made = source
    for edits in outcome.steps:
        assert _apart(edits)
        made = apply(made, edits)
    assert made == after.source
    again = documents.read_text(after.source, format=kind, path="a")
    assert texts_of(again) == texts_of(after)

    assert mend(outcome.after, settings=Settings(), unsafe=unsafe).steps == ()

    assert not {one.rule for one in outcome.after.findings} - {
        one.rule for one in before.findings
    }
    assert len(outcome.after.findings) <= len(before.findings)
    refused = [one.finding for one in outcome.refused]
    left = [
        one
        for one in outcome.after.findings
        if one.edits and (unsafe or all(edit.safe for edit in one.edits))
    ]
    assert sorted(left, key=id) == sorted(refused, key=id)
    if not before_was_broken(before) and not outcome.refused:
        planned = [_planned(text, unsafe=unsafe) for text in texts_of(document)]
        assert texts_of(after) == planned


def texts_of(document):
    return [block.text for block in document.blocks]


def before_was_broken(result):
    """Tell whether some word stood in markup or an entity, or is never replaced."""
    return any(not one.edits for one in result.findings)


def _planned(text, *, unsafe):
    for old, new, _, safe, _ in WORDS:
        text = text.replace(old, new) if new and (safe or unsafe) else text
    return text


def _apart(edits):
    pairs = itertools.pairwise(edits)
    return all(one.span.end <= other.span.start for one, other in pairs)


def test_every_written_format_is_tried():
    """A format that is written and read as text has a maker above, or is named here."""
    elsewhere = {
        "notebook",  # JSON around Markdown
        "xcstrings",  # JSON, by the scanner of json
    }
    text = {name for name, one in FORMATS.items() if one.writable and not one.binary}
    assert text - set(MAKERS) == elsewhere
