"""YAML: scalars of five styles, where they stand, and what can be written in them."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, LINE, WORD, check_spans, quickly, refused, replant, rows

from linter import documents
from linter.documents.decoding import text_of
from linter.documents.yaml_scalars import scan


def _read(source, path="en.yml"):
    return documents.read_text(source, format="yaml", path=path)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        pytest.param(
            "config/locales/ja.yml",
            "ja:\n  cart:\n    title: お客様のカート\n    yes: はい\n",
            [
                ("cart.title", "ja", "title", "お客様のカート"),
                ("cart.yes", "ja", "paragraph", "はい"),
            ],
            id="Rails",
        ),
        pytest.param(
            "en.yml",
            "a: 'it''s a client'\nb: \"tab\\t\\u00e9 \\x41\\\n  client\"\n",
            [
                ("a", None, "paragraph", "it's a client"),
                ("b", None, "paragraph", "tab\té Aclient"),
            ],
            id="quoted",
        ),
        pytest.param(
            "en.yml",
            "a: one client\n  and more\n\n  still\n"
            "b: >-\n  Our\n  clients\n\n  stay\n"
            "c: |\n  x y\n    z\n",
            [
                ("a", None, "paragraph", "one client and more\nstill"),
                ("b", None, "paragraph", "Our clients\nstay"),
                ("c", None, "paragraph", "x y\n  z\n"),
            ],
            id="several lines",
        ),
        pytest.param(
            "en.yml",
            "a: &x Our clients\nb: *x\nc: {d: e f, g: [h i, j k]}\n",
            [
                ("a", None, "paragraph", "Our clients"),
                ("c.d", None, "paragraph", "e f"),
                ("c.g.0", None, "paragraph", "h i"),
                ("c.g.1", None, "paragraph", "j k"),
            ],
            id="anchors and flow",
        ),
        pytest.param(
            "en.yml",
            "? [a, b]\n: c d\n? {x: y z}\n: e f\ng: h i\n",
            [
                ("?.0", None, "paragraph", "a"),
                ("?.1", None, "paragraph", "b"),
                ("?", None, "paragraph", "c d"),
                ("?.x", None, "paragraph", "y z"),
                ("?", None, "paragraph", "e f"),
                ("g", None, "paragraph", "h i"),
            ],
            id="keys that are no texts",
        ),
        pytest.param(
            "_data/team.yml",
            "title: Our customers\nslug: our customers\nrun: npm run a b\n"
            "note: We like customers.\nx: yes\n",
            [
                ("title", None, "title", "Our customers"),
                ("note", None, "paragraph", "We like customers."),
            ],
            id="ordinary data",
        ),
        pytest.param(
            ".github/workflows/x.yml",
            "on: push\njobs:\n  a:\n    name: Tell our customers.\n",
            [],
            id="a workflow",
        ),
        pytest.param(
            "k8s/x.yaml",
            "apiVersion: v1\nkind: X\ntitle: Our customers\n",
            [],
            id="a configuration by its keys",
        ),
        pytest.param("en.yml", "", [], id="empty"),
        pytest.param(
            "en.yml",
            "# 고객\na: b c # d\n--- \na: e f\n",
            [("a", None, "paragraph", "b c"), ("a", None, "paragraph", "e f")],
            id="two documents",
        ),
    ],
)
def test_scalars(path, source, expected):
    """Scalars that are copy come out under their keys; aliases are not followed."""
    document = _read(source, path)
    check_spans(document)
    assert expected == rows(document)


def test_comments():
    """Only what YAML takes for a comment is one."""
    source = "# one\na: b#c d # two\nb: 'x # y'\nc: |\n  # no\n# three\n"
    document = _read(source)
    assert ["one", "two", "three"] == [one.text for one in document.comments]


@pytest.mark.parametrize(
    "source", ["a: [", "a: 'b", "\tb: c", "a: b: c", "%YAML 9\n", "a: \x07", "a: *"]
)
def test_malformed(source):
    """What is no YAML is refused in one sentence."""
    assert "documents-malformed" == refused(source, format="yaml")


def test_tags_are_not_obeyed(tmp_path):
    """A tag that would run a program is read as the text it stands before."""
    there = tmp_path / "x"
    source = f"a: !!python/object/apply:os.system ['touch {there}']\n"
    assert () != _read(source).blocks
    assert not there.exists()


STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def _dump(texts, style, width):
    return yaml.dump(
        texts, default_style=style, width=width, allow_unicode=True, sort_keys=False
    )


@given(st.dictionaries(st.sampled_from("abcd"), COPY, min_size=1), STYLES)
def test_same_texts_as_the_library(texts, style):
    """Each value is what PyYAML reads."""
    source = _dump(texts, style, 20)
    found = {one.path[0]: text_of(one.pieces) for one in scan(source, "").entries}
    assert yaml.safe_load(source) == found


@given(
    st.dictionaries(st.sampled_from("abcd"), COPY, min_size=1),
    STYLES,
    st.sampled_from([20, 200]),
    WORD,
)
def test_replacing(texts, style, width, new):
    """A replaced word is what was planned, and nothing else changes."""
    replant(_read(_dump(texts, style, width)), "customer", new)


@given(st.dictionaries(st.sampled_from("abcd"), LINE, min_size=1), STYLES)
def test_most_scalars_can_be_edited(texts, style):
    """What the library writes on a line is found again, so that it can be edited."""
    document = _read(_dump(texts, style, 10_000))
    assert all(block.writable for block in document.blocks)


@pytest.mark.parametrize(
    ("source", "new"),
    [
        ("a: our client", "x: y"),
        ("a: our client", "x #y"),
        ("a: [our client, b]", "x, y"),
        ("a: |\n  our client", "x\ny"),
        ("a: 'our client'", "x\ny"),
    ],
)
def test_what_a_scalar_cannot_say(source, new):
    """A text that would end a scalar is refused."""
    block = _read(source).blocks[0]
    with pytest.raises(ValueError, match="x"):
        documents.encode(new, format="yaml", block=block)


def test_hostile():
    """Alias bombs, deep and endless input are refused or read in no time."""
    bomb = "a0: &a0 [our clients]\n" + "".join(
        f"a{at}: &a{at} [{','.join([f'*a{at - 1}'] * 10)}]\n" for at in range(1, 10)
    )
    assert 1 == len(quickly("title: x\n" + bomb, format="yaml").blocks)
    refused("[" * 20_000, format="yaml")
    deep = "".join("  " * at + "a:\n" for at in range(300))
    assert "documents-too-deep" == refused(deep, format="yaml")
    quickly("title: " + "customer " * 110_000, format="yaml")
    quickly("title: |\n" + "  Our customers\n" * 50_000, format="yaml")
    quickly("title: >\n" + "  Our customers\n" * 50_000, format="yaml")
    quickly("title: " + "# a\n" * 100_000, format="yaml")
    quickly("- Our customers stay.\n" * 20_000, format="yaml", seconds=10)
