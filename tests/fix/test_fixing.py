"""Rounds of edits: what is made, what is refused, and that they come to rest."""

from dataclasses import replace

import pytest
from toy_judge import word

from linter import documents
from linter.config import Settings
from linter.engine.results import FileResult
from linter.errors import ReadError
from linter.fix import fix_text, mend
from linter.fix.proving import Problem
from linter.values import Edit, Severity, Span

SETTINGS = Settings()


def source(outcome):
    return outcome.after.document.source


def problems(outcome):
    return [(one.finding.rule, one.problem, one.rule) for one in outcome.refused]


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        pytest.param("Our customers.", "text", "Our clients.", id="one word"),
        pytest.param("customers, customers", "text", "clients, clients", id="two"),
        pytest.param("저희 고객을", "text", "저희 클라이언트를", id="particle"),
        pytest.param("a\r\ncustomers\r\n", "text", "a\r\nclients\r\n", id="CRLF"),
        pytest.param("\ufeffcustomers", "text", "\ufeffclients", id="byte order mark"),
        pytest.param(
            "<p title='customers &amp; co'>a <b>customers</b></p>",
            "html",
            "<p title='clients &amp; co'>a <b>clients</b></p>",
            id="attribute and element",
        ),
        pytest.param("<p>cust<i>om</i>ers</p>", "html", None, id="broken by markup"),
        pytest.param("<p>&#99;ustomers</p>", "html", None, id="an entity"),
        pytest.param("<script>customers</script><p>a</p>", "html", None, id="no copy"),
        pytest.param("Our shopper.", "text", None, id="unsafe"),
        pytest.param(
            "<p>a</p><!-- gone --><p>b</p>", "html", "<p>a</p><p>b</p>", id="a comment"
        ),
    ],
)
def test_safe_edits_are_made(judged, before, kind, after):
    """A safe edit is made where the words stand as they are read, and only there."""
    outcome = mend(judged(before, kind), settings=SETTINGS)
    assert source(outcome) == (before if after is None else after)
    assert outcome.refused == ()


def test_unsafe_edits_are_made_where_asked(judged):
    """With `unsafe` every edit is made."""
    outcome = mend(judged("Our shopper."), settings=SETTINGS, unsafe=True)
    assert source(outcome) == "Our client."


def test_what_was_mended_is_told(judged):
    """Each finding mended is told by rule, line, old and new text."""
    outcome = mend(judged("a\n\nOur customers."), settings=SETTINGS)
    (fixed,) = outcome.fixed
    assert (fixed.rule, fixed.line, fixed.old, fixed.new) == (
        "word",
        3,
        "customers",
        "clients",
    )


def test_one_mend_leads_to_the_next(judged):
    """What a mended word is then reported for is mended in the next round."""
    words = (word("costumer", "customer", rule="slip"), word("customer", "client"))
    before = judged("Our costumer and customer.", words=words)
    assert [one.rule for one in before.findings] == ["slip", "word"]
    outcome = mend(before, settings=SETTINGS)
    # The new word is a new finding: the slip is refused, by the name of the rule.
    assert source(outcome) == "Our costumer and client."
    assert problems(outcome) == [("slip", Problem.FINDING, "word")]


def test_a_comment_left_without_a_task_goes_too(judged):
    """A remark that suppresses nothing any more is no new finding, and is removed."""
    outcome = mend(judged("<p>customers <!-- gone --></p>", "html"), settings=SETTINGS)
    assert source(outcome) == "<p>clients </p>"


@pytest.mark.parametrize(
    ("words", "after"),
    [
        pytest.param(
            (word("our customers", "your clients", rule="a"), word("customers", "x")),
            "your clients",
            id="the first to begin",
        ),
        pytest.param(
            (
                word("our customers", "a", rule="a", severity=Severity.WARNING),
                word("customers", "clients"),
            ),
            "our clients",
            id="the weightier",
        ),
        pytest.param(
            (
                word("our customers", "a", rule="a", safe=False),
                word("customers", "clients", severity=Severity.INFO),
            ),
            "our clients",
            id="the safe one",
        ),
        pytest.param(
            (word("customers", "clients", rule="a"), word("customers", "clients")),
            "our clients",
            id="two that ask for the same",
        ),
    ],
)
def test_of_edits_that_overlap_the_better_is_made(judged, words, after):
    """Safe before unsafe, then by weight, then by place; the other is seen again."""
    before = judged("our customers", words=words)
    outcome = mend(before, settings=SETTINGS, unsafe=True)
    assert source(outcome) == after
    assert outcome.refused == ()


def test_an_edit_refused_gives_way_to_the_one_behind_it(judged):
    """Where the better of two overlapping edits fails, the other is tried."""
    words = (
        word("our customers", "bad", rule="a"),
        word("customers", "clients", severity=Severity.WARNING),
        word("bad", None, rule="new"),
    )
    outcome = mend(judged("our customers", words=words), settings=SETTINGS)
    assert source(outcome) == "our clients"


def test_the_others_are_made_where_one_is_refused(judged):
    """One edit that would bring about a finding does not keep the rest back."""
    words = (
        *(word(f"w{index}", f"v{index}", rule=f"r{index}") for index in range(9)),
        word("v4", None, rule="new"),
    )
    text = " ".join(f"w{index}" for index in range(9))
    outcome = mend(judged(text, words=words), settings=SETTINGS)
    assert source(outcome) == text.replace("w", "v").replace("v4", "w4")
    assert problems(outcome) == [("r4", Problem.FINDING, "new")]


def test_edits_that_would_change_the_structure_are_refused(judged):
    """Where the text read again has other blocks, the edit is not made."""
    words = (word("x", "one\n\ntwo"), word("y", "z"))
    outcome = mend(judged("a x b\n\ny", words=words), settings=SETTINGS)
    assert source(outcome) == "a x b\n\nz"
    assert problems(outcome) == [("word", Problem.TEXT, "")]


def test_text_is_escaped_as_the_format_wants(judged):
    """A replacement never becomes markup."""
    words = (word("x", 'R&D <lab> "a"'),)
    before = judged("<p title='x'>x</p>", "html", words=words)
    outcome = mend(before, settings=SETTINGS)
    assert source(outcome) == (
        "<p title='R&amp;D &lt;lab&gt; &quot;a&quot;'>R&amp;D &lt;lab&gt; \"a\"</p>"
    )


def test_edits_that_chase_each_other_are_refused(judged):
    """A finding that is still there after its mend is not mended."""
    outcome = mend(judged("a", words=(word("a", "aa"),)), settings=SETTINGS)
    assert source(outcome) == "a"
    assert problems(outcome) == [("word", Problem.FINDING, "word")]


def test_a_second_run_makes_no_edit(judged):
    """What came of one run comes of the next."""
    words = (word("x", "y"), word("a", "aa"), word("q", None))
    first = mend(judged("x a q x", words=words), settings=SETTINGS)
    second = mend(first.after, settings=SETTINGS)
    assert second.steps == ()
    assert source(first) == source(second) == "y a q y"


def test_only_what_is_wanted_is_mended(judged):
    """Each finding is asked about once, and stays declined as the text moves."""
    asked = []

    def wanted(document, finding):
        asked.append(document.source[finding.span.start :][:9])
        return len(asked) != 2

    before = judged("customers; customers; customers")
    outcome = mend(before, settings=SETTINGS, wanted=wanted)
    assert source(outcome) == "clients; customers; clients"
    assert len(asked) == 3


def test_a_file_that_was_not_read_cannot_be_mended():
    """A result without a document is refused."""
    with pytest.raises(ValueError, match="not read"):
        mend(FileResult("a", None, (), (), None), settings=SETTINGS)


def test_the_search_for_the_culprit_ends(judged):
    """Where very many edits fail, the rest are left alone after a while."""
    text = "\n\n".join(f"w{index:03}" for index in range(150))
    words = tuple(
        word(f"w{index:03}", f"v{index:03}x", rule=f"r{index}") for index in range(150)
    )
    bad = (*words, word("x", None, rule="new"))
    outcome = mend(judged(text, words=bad), settings=SETTINGS)
    assert source(outcome) == text
    kinds = {one.problem for one in outcome.refused}
    assert kinds == {Problem.FINDING, Problem.TRIES}
    assert len(outcome.refused) == 150


def test_a_word_that_the_format_cannot_hold_is_refused(judged, monkeypatch):
    """Where the format has no way to write the new word, nothing is written."""

    def refuse(*_, **__):
        raise ValueError

    monkeypatch.setattr(documents, "encode", refuse, raising=False)
    outcome = mend(judged("Our customers."), settings=SETTINGS)
    assert source(outcome) == "Our customers."
    assert problems(outcome) == [("word", Problem.ESCAPE, "")]


def test_edits_of_one_finding_are_all_made_or_none(judged):
    """Two edits of one finding that touch each other are refused together."""
    before = judged("Our customers.")
    (finding,) = before.findings
    edits = (*finding.edits, Edit(Span(8, 13), "x", safe=True))
    before = replace(before, findings=(replace(finding, edits=edits),))
    outcome = mend(before, settings=SETTINGS)
    assert source(outcome) == "Our customers."
    assert problems(outcome) == [("word", Problem.OVERLAP, "")]


def test_what_is_never_written_is_refused(judged):
    """A format that is only read, a block that is only read, and no block at all."""
    before = judged("Our customers.")
    for kind in ("adoc", "text"):
        document = replace(
            before.document,
            format=kind,
            blocks=tuple(
                replace(one, writable=kind != "text") for one in before.document.blocks
            ),
        )
        outcome = mend(replace(before, document=document), settings=SETTINGS)
        assert problems(outcome) == [("word", Problem.READ_ONLY, "")]
    (finding,) = before.findings
    stray = replace(finding, edits=(Edit(Span(0, 0), "x", safe=True),))
    page = replace(before, document=replace(before.document, blocks=()))
    outcome = mend(replace(page, findings=(stray,)), settings=SETTINGS)
    assert problems(outcome) == [("word", Problem.MARKUP, "")]


def test_a_text_that_cannot_be_read_again_is_refused(judged):
    """Where the reader gives up on the new text, the old one stays."""
    words = (word("x", '"'),)
    before = judged(
        '<?xml version="1.0"?><resources><string name="a">x</string></resources>',
        "android",
        words=words,
    )

    def fail(*_, **__):
        raise ReadError("documents-malformed", where="a", reason="r")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "read_text", fail, raising=False)
        outcome = mend(before, settings=SETTINGS)
    assert problems(outcome) == [("word", Problem.TEXT, "")]


def test_edits_that_never_come_to_rest_are_undone(judged, monkeypatch):
    """Where the rounds run out, the text stays as it was and every fix is refused."""
    monkeypatch.setattr("linter.fix.fixing._MOST_ROUNDS", 1)
    outcome = mend(judged("Our customers."), settings=SETTINGS)
    assert source(outcome) == "Our customers."
    assert problems(outcome) == [("word", Problem.UNSETTLED, "")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"model": "law"}, "Our clients.", id="a model"),
        pytest.param(
            {"settings": Settings(model="law")}, "Our clients.", id="settings"
        ),
        pytest.param({}, "Our customers.", id="no model"),
    ],
)
def test_the_model_of_fix_text(given, expected):
    """The model is that of the call, else of the settings, else none."""
    assert fix_text("Our customers.", **given) == expected
