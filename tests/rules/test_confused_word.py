"""confused-word on slips made by hand."""

import pytest
from making import block, confusion, reading

from linter.rules import confused_word
from linter.values import Severity, Span


def check(found, context):
    return tuple(confused_word.check(reading(confusions=[found]), context()))


@pytest.mark.parametrize(
    ("text", "meant", "lang", "offered"),
    [
        ("costumer", "customer", "en", "customer"),
        ("costumers", "customer", "en", "customers"),
        ("Costumers", "customer", "en", "Customers"),
        ("COSTUMER", "customer", "en", "CUSTOMER"),
        ("cilents", "clients", "en", "clients"),
        ("purchases", "buyer", "en", "buyer"),
        ("顧客様", "お客様", "ja", "お客様"),
        ("손님님", "손님", "ko", "손님"),
    ],
)
def test_word_meant_is_offered_in_form(context, text, meant, lang, offered):
    """Number and capitals of the slip are kept, and the edit is safe."""
    (found,) = check(confusion(block(f"… {text} …", lang=lang), text, meant), context)
    assert found.suggestions == (offered,)
    assert found.severity is Severity.ERROR
    assert found.span == Span(2, 2 + len(text))
    assert [(edit.text, edit.safe) for edit in found.edits] == [(offered, True)]


def test_korean_edit_that_changes_the_particle_is_not_safe(context):
    """Another final sound may want another particle after it."""
    (found,) = check(confusion(block("고개을", lang="ko"), "고개", "고객"), context)
    assert [edit.safe for edit in found.edits] == [False]


def test_broken_by_markup_is_not_edited(context):
    """A slip that is not verbatim in the source is reported but not mended."""
    here = block("costumer", verbatim=False)
    (found,) = check(confusion(here, "costumer", "customer"), context)
    assert found.edits == ()
