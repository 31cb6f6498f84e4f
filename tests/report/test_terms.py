"""Audience words in context."""

import pytest
from handmade import document, result, unread
from making import block, occurrence

from linter.engine.results import FileResult
from linter.report import terms
from linter.report.excerpt import columns
from linter.report.paint import Paint
from linter.report.terms import Style
from linter.values import Possessor, Sense

PLAIN = Style(Paint())


def words(text, *found, path="page.md", lang="en"):
    """Return *found* words (text, what was decided) of a file of one paragraph."""
    inside = block(text, lang=lang)
    made = tuple(occurrence(inside, word, **given) for word, given in found)
    return FileResult(path, document(text, path=path), made, (), None)


def test_lines():
    """A line has place, decisions and context; the words stand below each other."""
    english = words(
        "Our clients stay. Call customer service.",
        ("clients", {}),
        ("customer", {"sense": Sense.FIXED}),
    )
    korean = words(
        "저희 고객은 오래 남습니다.",
        ("고객", {"possessor": Possessor.NONE, "sure": False}),
        path="소개.md",
        lang="ko",
    )
    first, second, third = terms.write([english, korean], PLAIN).splitlines()
    assert first == (
        "page.md:1:5   en client party/own      "
        f"{'Our ':>23}«clients» stay. Call customer service."
    )
    assert second == (
        "page.md:1:24  en customer fixed        "
        "Our clients stay. Call «customer» service."
    )
    assert third == (
        f"소개.md:1:4   ko customer party/none?  {'':>18}저희 «고객»은 오래 남습니다."
    )


def test_the_words_are_below_each_other():
    """The mark before each word is in the same column, whatever stands before it."""
    texts = (
        "clients",
        "전각 clients",
        "👩‍👩‍👧 clients",
        "e\u0301 clients",
        "x " * 60 + "clients",
    )
    found = [words(text, ("clients", {})) for text in texts]
    lines = terms.write(found, PLAIN).splitlines()
    assert len({columns(line.partition("«")[0]) for line in lines}) == 1


@pytest.mark.parametrize(("width", "side"), [(None, 30), (200, 30), (96, 26), (20, 14)])
def test_width(width, side):
    """On a terminal the context takes what room the place leaves, to a minimum."""
    text = "word " * 40 + "clients" + " word" * 40
    line = terms.write([words(text, ("clients", {}))], Style(Paint(), width=width))
    before, _, after = line.rstrip("\n").partition("«clients»")
    shown = f"…{before.partition('…')[2]}"
    assert columns(shown) in {side, side - 1}
    assert columns(after) in {side, side - 1}


def test_why():
    """The evidence stands at the end of the line."""
    found = words("Our clients stay.", ("clients", {}))
    (line,) = terms.write([found], Style(Paint(), why=True)).splitlines()
    reasons = "; ".join(map(str, found.occurrences[0].because))
    assert line.endswith(f"  {reasons}")


def test_keys_are_shown():
    """A string has its key beside its place."""
    inside = type(block("x"))(
        block("clients").kind, block("clients").pieces, "en", key="a.b", where="slide 3"
    )
    found = FileResult(
        "x.json", document("clients"), (occurrence(inside, "clients"),), (), None
    )
    assert terms.write([found], PLAIN).startswith("x.json:1:1 [slide 3, a.b]  en ")


def test_a_file_that_comes_several_times():
    """Words in another order than that of the files are shown in that order."""
    first = words("clients and customers", ("customers", {}))
    second = words("clients and customers", ("clients", {}))
    lines = terms.write([first, second], PLAIN).splitlines()
    assert [line.split()[0] for line in lines] == ["page.md:1:13", "page.md:1:1"]


def test_no_colour_unless_wanted():
    """Place and word are marked with colour on request only."""
    found = words("a\x1b[31m clients", ("clients", {}))
    assert "\x1b" not in terms.write([found], PLAIN)
    coloured = terms.write([found], Style(Paint(colour=True)))
    assert "\x1b[1m«clients»\x1b[0m" in coloured


def test_one_line_each(odd_path):
    """A word is one line, whatever the file is called."""
    found = words("Our\nclients\r\nstay.", ("clients", {}), path=odd_path)
    assert terms.write([found], PLAIN).count("\n") == 1


def test_nothing():
    """Without words the text is empty."""
    assert terms.write([result("x"), unread()], PLAIN) == ""
