"""Exceptions of the configuration: which findings they accept, and until when."""

from datetime import date
from pathlib import Path

import pytest

from linter import documents
from linter.config import Exemption, Settings
from linter.engine import exceptions
from linter.values import Finding, Severity, Span

ROOT = Path("/site")
SOURCE = "The Customer\nClub. Our customers.\n"


def exemption(**given):
    return Exemption(
        **{"rule": "r", "reason": "agreed", "source": "s", "root": ROOT, **given}
    )


def accepted(*given, path="/site/a.txt", source=SOURCE, today=None):
    """Return the words of *source* (Customer, customers) that are accepted."""
    document = documents.read_text(source, format="text", path=path)
    found = [
        Finding("r", Severity.ERROR, Span(at, at + len(word)), "m")
        for word in ("Customer", "customers")
        for at in [source.find(word)]
        if at >= 0
    ]
    settings = Settings(exceptions=given, today=today)
    kept = exceptions.accepted(document, found, settings)
    return [source[one.span.start : one.span.end] for one in kept]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"text": "Customer Club"}, ["Customer"], id="a broken line"),
        pytest.param({"text": "customer club"}, ["Customer"], id="capitals"),
        pytest.param({"text": "customers"}, ["customers"], id="the word itself"),
        pytest.param({"text": "custom"}, [], id="less than the finding"),
        pytest.param({"paths": ("a.txt",)}, ["Customer", "customers"], id="path"),
        pytest.param({"paths": ("b.txt",)}, [], id="another path"),
        pytest.param(
            {"paths": ("*.txt",), "text": "our customers"}, ["customers"], id="both"
        ),
        pytest.param({"rule": "other", "text": "customers"}, [], id="another rule"),
    ],
)
def test_an_exception_accepts(given, expected):
    """Rule, path and words must fit; what is not given does not matter."""
    assert accepted(exemption(**given)) == expected


def test_a_text_without_a_path_has_no_exceptions_by_path():
    """Standard input without a name lies in no folder."""
    assert accepted(exemption(paths=("*",)), path="") == []


def test_nothing_is_accepted_without_exceptions():
    """No exceptions, nothing accepted."""
    assert accepted() == []


def test_an_exception_that_has_ended():
    """After its last day an exception accepts nothing."""
    given = exemption(text="customers", until=date(2027, 3, 31))
    assert accepted(given, today=date(2027, 3, 31)) == ["customers"]
    assert accepted(given, today=date(2027, 4, 1)) == []
