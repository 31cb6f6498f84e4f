"""The examples of the rules, through the whole program."""

import pytest

from linter.rules import RULES

EXAMPLES = [(rule.ID, example) for rule in RULES for example in rule.EXAMPLES]


@pytest.fixture(scope="module")
def selfcheck():
    """Return the module that runs examples; with it comes the whole program."""
    from linter import selfcheck  # noqa: PLC0415 - only these tests need it all

    return selfcheck


@pytest.fixture(scope="module")
def failures(selfcheck):
    """Run every example once: what is wrong with it, or None."""
    return {
        (check.origin, check.line): check.failure for check in selfcheck.rule_checks()
    }


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule}: {e.copy}" for rule, e in EXAMPLES]
)
def test_example_holds(rule, example, failures):
    """A rule finds exactly what its example marks, and mends it as it shows."""
    assert failures[rule, example.copy] is None


@pytest.fixture(scope="module")
def listed(selfcheck):
    """List what fails, with the real words: the fixtures of a test replace plainly."""
    return selfcheck.rule_failures()


def test_no_example_fails(listed):
    """The list of failures is empty."""
    assert listed == ()
