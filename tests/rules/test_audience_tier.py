"""audience-tier on occurrences made by hand."""

import pytest
from making import block, occurrence, reading

from linter.rules import audience_tier
from linter.values import Possessor, Severity

OWN, READER, OTHER = Possessor.OWN, Possessor.READER, Possessor.OTHER


def check(found, context):
    return tuple(audience_tier.check(reading(*found), context))


@pytest.mark.parametrize(
    ("text", "word", "lang", "offered"),
    [
        pytest.param("our clients’ clients", "clients", "en", "customers", id="en"),
        pytest.param("a client’s own clients", "client", "en", "customer", id="en own"),
        pytest.param("クライアントのクライアント", "クライアント", "ja", None, id="ja"),
        pytest.param("클라이언트의 클라이언트", "클라이언트", "ko", "고객", id="ko"),
    ],
)
def test_second_link_of_a_chain(context, text, word, lang, offered):
    """Our buyers' buyers by our own buyers' word are reported, without an edit."""
    here = block(text, lang=lang)
    first = occurrence(here, word)
    second = occurrence(here, word, nth=1, possessor=OTHER)
    (found,) = check([first, second], context("agency"))
    assert found.span == second.span
    assert found.severity is Severity.WARNING
    assert found.edits == ()
    assert found.suggestions[:1] == ((offered,) if offered else ())


def test_chain_turned_round(context):
    """In “the clients of our clients” the first word is the second link."""
    here = block("the clients of our clients")
    second = occurrence(here, "clients", possessor=OTHER)
    (found,) = check([second, occurrence(here, "clients", nth=1)], context("agency"))
    assert found.span == second.span


def test_readers_people_are_info(context):
    """The reader may well be somebody who has clients."""
    here = block("Reach your clients.")
    (found,) = check([occurrence(here, "clients", possessor=READER)], context("agency"))
    assert found.severity is Severity.INFO


def test_own_people_by_the_second_tiers_word(context):
    """Our users, in the copy of an agency, are its clients."""
    here = block("Our users stay.")
    (found,) = check([occurrence(here, "users")], context("agency"))
    assert found.suggestions == ("clients",)
    assert found.edits == ()
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "word", "model", "given"),
    [
        pytest.param(
            "Your clients", "clients", None, {"possessor": READER}, id="no model"
        ),
        pytest.param(
            "Your clients", "clients", "law", {"possessor": READER}, id="one tier"
        ),
        pytest.param(
            "Your customers",
            "customers",
            "agency",
            {"possessor": READER},
            id="right word",
        ),
        pytest.param(
            "Their clients", "clients", "agency", {"possessor": OTHER}, id="no chain"
        ),
        pytest.param(
            "Our customers", "customers", "agency", {}, id="avoided: mismatch"
        ),
        pytest.param(
            "The users", "users", "agency", {"possessor": Possessor.NONE}, id="nobody's"
        ),
        pytest.param("Our users", "users", "agency", {"sure": False}, id="unsure"),
    ],
)
def test_silent(context, text, word, model, given):
    """Right words, other models and third parties pass."""
    assert check([occurrence(block(text), word, **given)], context(model)) == ()


def test_address_passes(context):
    """고객님 is no tier."""
    here = block("고객님", lang="ko")
    assert (
        check([occurrence(here, "고객님", possessor=READER)], context("agency")) == ()
    )
