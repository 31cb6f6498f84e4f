"""audience-mixed on occurrences made by hand."""

from dataclasses import replace

import pytest
from making import block, occurrence, reading

from linter.rules import audience_mixed
from linter.values import Possessor, Sense, Severity, Span

NONE, READER, OTHER = Possessor.NONE, Possessor.READER, Possessor.OTHER


def check(found, context):
    return tuple(audience_mixed.check(reading(*found), context))


def places(findings):
    return [finding.span.start for finding in findings]


def page(text, *found, lang="en"):
    """Return the occurrences of *found* words of *text*, in its order."""
    here = block(text, lang=lang)
    count = {}
    out = []
    for word, given in found:
        out.append(occurrence(here, word, nth=count.get(word, 0), **given))
        count[word] = count.get(word, 0) + 1
    return out


def test_majority_wins_and_every_other_is_reported(context):
    """Without a model the word used most wins; the finding has counts and places."""
    text = "The clients. The customers. The clients."
    found = page(text, ("clients", {}), ("customers", {}), ("clients", {}))
    (finding,) = check(found, context())
    assert finding.span == Span(17, 26)
    assert finding.severity is Severity.WARNING
    assert finding.suggestions == ("clients",)
    assert finding.related == (Span(4, 11), Span(32, 39))
    assert "(2×)" in finding.message
    assert "(1×)" in finding.message


def test_of_equals_the_first_wins(context):
    """One against one, the word that comes later is reported."""
    found = page("The customers. The clients.", ("customers", {}), ("clients", {}))
    assert places(check(found, context())) == [19]


def test_declared_model_wins_over_the_majority(context):
    """The model's word is right however seldom; a neutral one is reported."""
    found = page(
        "고객. 고객. 의뢰인.", ("고객", {}), ("고객", {}), ("의뢰인", {}), lang="ko"
    )
    assert places(check(found, context("cautious"))) == [0, 4]


@pytest.mark.parametrize(
    ("text", "model", "found"),
    [
        pytest.param(
            "The clients. The customers.",
            "law",
            [("clients", {}), ("customers", {})],
            id="avoided: audience-mismatch has it",
        ),
        pytest.param(
            "The clients. The customers.",
            "mixed",
            [("clients", {}), ("customers", {})],
            id="both are right under the model",
        ),
        pytest.param(
            "Our clients. Your customers.",
            None,
            [("clients", {}), ("customers", {"possessor": READER})],
            id="ours beside the reader's",
        ),
        pytest.param(
            "Our clients. Their customers.",
            None,
            [("clients", {}), ("customers", {"possessor": OTHER})],
            id="another's",
        ),
        pytest.param(
            "Our clients. The customers.",
            None,
            [("clients", {}), ("customers", {"sure": False})],
            id="unsure",
        ),
        pytest.param(
            "Our clients. Call customer service.",
            None,
            [("clients", {}), ("customer", {"sense": Sense.FIXED})],
            id="set phrase",
        ),
        pytest.param(
            "Our clients. Our members.",
            None,
            [("clients", {}), ("members", {})],
            id="words that do not compete",
        ),
    ],
)
def test_silent(context, text, model, found):
    """Words for different people, and words that may stand together, pass."""
    assert check(page(text, *found), context(model)) == ()


def test_address_never_counts(context):
    """고객님 beside 의뢰인 is courtesy."""
    found = page("의뢰인. 고객님.", ("의뢰인", {}), ("고객님", {}), lang="ko")
    assert check(found, context()) == ()


def test_readers_people_are_compared_among_themselves(context):
    """The reader's clients and customers are one group, or perhaps two."""
    found = page(
        "Your clients. Your customers.",
        ("clients", {"possessor": READER}),
        ("customers", {"possessor": READER}),
    )
    (finding,) = check(found, context("law"))
    assert finding.span.start == 19
    assert finding.severity is Severity.INFO
    assert [edit.safe for edit in finding.edits] == [False]


def test_quoted_words_are_not_ours(context):
    """What a customer is quoted with does not count."""
    ours = page("Our clients.", ("clients", {}))
    quoted = replace(block("Customers come back."), quoted=True)
    assert check([*ours, occurrence(quoted, "Customers")], context()) == ()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("clients and customers", "en"),
        ("clients’ or our customers’ hours", "en"),
        ("clients/customers", "en"),
        ("clients, not customers", "en"),
        ("clients (customers)", "en"),
        ("依頼者やカスタマー", "ja"),
        ("クライアント／カスタマー", "ja"),
        ("クライアント様とカスタマー", "ja"),
        ("의뢰인과 고객", "ko"),
        ("의뢰인 또는 고객", "ko"),
        ("의뢰인/고객", "ko"),
    ],
)
def test_words_side_by_side_are_deliberate(context, text, lang):
    """Alternatives and contrasts name both on purpose; neither counts."""
    found = [
        occurrence(here, word)
        for here in [block(text, lang=lang)]
        for word in (
            "clients",
            "customers",
            "依頼者",
            "クライアント",
            "カスタマー",
            "의뢰인",
            "고객",
        )
        if word in text
    ]
    assert len(found) == 2
    assert check(found, context()) == ()


def test_list_with_a_third_word_is_deliberate(context):
    """Clients, members and customers: the third word does not break the list."""
    found = page(
        "clients, members and customers. customers.",
        ("clients", {}),
        ("members", {}),
        ("customers", {}),
        ("customers", {}),
    )
    assert check(found, context()) == ()


@pytest.mark.parametrize(
    "text",
    ["clients call. customers", "clients whom customers"],
    ids=["next sentence", "other words between"],
)
def test_words_apart_are_not_alternatives(context, text):
    """Two words with a sentence's end or a verb between them are mixed use."""
    found = page(text, ("clients", {}), ("customers", {}))
    assert len(check(found, context())) == 1


def test_languages_are_counted_apart(context):
    """An English and a Korean part of one page each keep their own word."""
    english, korean = block("The clients."), block("고객은", lang="ko", at=20)
    found = [occurrence(english, "clients"), occurrence(korean, "고객")]
    assert check(found, context()) == ()


def test_offer_is_the_word_of_the_page(context):
    """The winning side's most used word is offered, not the concept's first."""
    found = page(
        "クライアント。クライアント。依頼者。カスタマー。",
        ("クライアント", {}),
        ("クライアント", {}),
        ("依頼者", {}),
        ("カスタマー", {}),
        lang="ja",
    )
    (finding,) = check(found, context())
    assert finding.suggestions == ("クライアント",)


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(
            "Clients and customers differ. Clients or customers? ", id="pairs"
        ),
    ],
)
def test_a_page_about_the_words_needs_both(context, beside):
    """Whoever sets the words side by side again and again explains the difference."""
    here = block(f"{beside}Our clients stay. Our clients pay. Our customers buy.")
    words = [
        occurrence(here, "Clients", nth=0),
        occurrence(here, "customers", nth=0),
        occurrence(here, "Clients", nth=1),
        occurrence(here, "customers", nth=1),
        occurrence(here, "clients", nth=0),
        occurrence(here, "clients", nth=1),
        occurrence(here, "customers", nth=2),
    ]
    assert check(words, context(None)) == ()
    # Without the first two sentences the last word is outvoted.
    assert check(words[4:], context(None))


def test_a_page_that_mentions_both_words_needs_both(context):
    """A page that names both as words is about them."""
    here = block("“Client” is not “customer”. Our clients stay. Our customers buy.")
    said = [
        occurrence(here, "Client", sense=Sense.MENTION),
        occurrence(here, "customer", sense=Sense.MENTION),
    ]
    used = [occurrence(here, "clients"), occurrence(here, "customers", nth=0)]
    assert check([*said, *used], context(None)) == ()
    assert check([said[0], *used], context(None))
