"""audience-mismatch on occurrences made by hand."""

import pytest
from making import block, occurrence, reading

from linter.rules import audience_mismatch
from linter.values import Edit, Possessor, Sense, Severity, Span


def check(found, context):
    return tuple(audience_mismatch.check(reading(*found), context))


def test_wrong_word_is_reported_where_it_stands(context):
    """The finding points at the word in the source and carries the right one."""
    here = block("Our customers stay.", at=100)
    (found,) = check([occurrence(here, "customers")], context("law"))
    assert found.span == Span(104, 113)
    assert found.severity is Severity.ERROR
    assert found.suggestions == ("clients",)
    assert found.edits == (Edit(Span(104, 113), "clients", safe=True),)
    assert tuple(map(str, found.because)) == ("made", "models/law: Because.")
    assert "“clients”" in found.message
    assert "“customers”" in found.message


@pytest.mark.parametrize(
    ("text", "lang", "model", "given"),
    [
        pytest.param("customers", "en", None, {}, id="no model"),
        pytest.param("customers", "en", "retail", {}, id="the word of the model"),
        pytest.param(
            "customers", "en", "law", {"possessor": Possessor.READER}, id="reader's"
        ),
        pytest.param(
            "customers", "en", "law", {"possessor": Possessor.OTHER}, id="another's"
        ),
        pytest.param("customer", "en", "law", {"sense": Sense.FIXED}, id="set phrase"),
        pytest.param("members", "en", "law", {}, id="neutral concept"),
        pytest.param("顧客", "ja", "law", {}, id="general word"),
        pytest.param("고객님", "ko", "law", {}, id="address"),
        pytest.param("고객", "ko", "cautious", {}, id="not avoided in this language"),
    ],
)
def test_silent(context, text, lang, model, given):
    """Nothing is said of other people, other senses, and words that pass."""
    here = block(f"… {text} …", lang=lang)
    assert check([occurrence(here, text, **given)], context(model)) == ()


def test_what_nothing_says_is_a_warning(context):
    """Where no evidence says whose people these are, the finding weighs less."""
    here = block("The customers stay.")
    (found,) = check([occurrence(here, "customers", told=False)], context("law"))
    assert found.severity is Severity.WARNING
    assert found.edits[0].safe


def test_nobodys_people_are_ours(context):
    """A general truth is held to the model as our own people are."""
    here = block("Customers want speed.")
    found = occurrence(here, "Customers", possessor=Possessor.NONE)
    assert len(check([found], context("law"))) == 1


def test_unsure_is_info_without_a_safe_edit(context):
    """What only weak evidence decided never fails a run nor mends itself."""
    here = block("Our customers stay.")
    (found,) = check([occurrence(here, "customers", sure=False)], context("law"))
    assert found.severity is Severity.INFO
    assert [edit.safe for edit in found.edits] == [False]


def test_compound_is_reported_whole(context):
    """A compound that follows the model is one finding and one offer."""
    here = block("Our client base grows.")
    found = occurrence(here, "client", compound="client base")
    (finding,) = check([found], context("retail"))
    assert finding.span == Span(4, 15)
    assert finding.suggestions == ("customer base",)


def test_declared_word_is_offered_first(context):
    """In Japanese a law firm's word is 依頼者; the general word comes after it."""
    here = block("当所のカスタマーは", lang="ja")
    (found,) = check([occurrence(here, "カスタマー")], context("law"))
    assert found.suggestions == ("依頼者", "顧客")


def test_word_nobody_uses_of_people_is_not_offered(context):
    """カスタマー is offered only where a model names it."""
    here = block("当店のクライアント", lang="ja")
    wanted = occurrence(here, "クライアント")
    (declared,) = check([wanted], context("retail"))
    assert declared.suggestions == ("カスタマー",)


@pytest.mark.parametrize(
    ("model", "suggestions"),
    [
        pytest.param("law", ("의뢰인",), id="the lawyer's word is a person"),
        pytest.param("agency", ("클라이언트", "고객사"), id="the agency's is neither"),
    ],
)
def test_company_is_no_second_choice_for_a_person(context, model, suggestions):
    """고객사, a firm that buys, is not offered beside a word for one person."""
    here = block("저희 고객님께서는", lang="ko")
    (found,) = check([occurrence(here, "고객")], context(model))
    assert found.suggestions[: len(suggestions)] == suggestions
    assert ("고객사" in found.suggestions) == ("고객사" in suggestions)


def test_without_an_offer_the_message_asks_to_reword(context):
    """Where no word fits the grammar, the finding stays and offers nothing."""
    here = block("Our customers stay.")
    (found,) = check([occurrence(here, "customers")], context("club"))
    assert found.suggestions == ()
    assert found.edits == ()
    assert "members" in found.message


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
def test_message_in_each_language(context, ui_lang):
    """The message names what stands there and what to write."""
    here = block("저희 고객은", lang="ko")
    (found,) = check([occurrence(here, "고객")], context("law", ui_lang=ui_lang))
    assert "고객" in found.message
    assert "의뢰인" in found.message
