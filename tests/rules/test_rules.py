"""What every rule must have, and how findings are chosen and weighed."""

import pkgutil
from importlib import import_module

import pytest
from making import block, confusion, occurrence, reading

from linter import rules
from linter.messages import LANGUAGES, say
from linter.rules import RULES
from linter.values import Severity

MODULES = {
    name: import_module(f"linter.rules.{name}")
    for _, name, _ in pkgutil.iter_modules(rules.__path__)
}


def test_every_rule_module_is_listed():
    """A module with a `check` is a rule that runs."""
    modules = {module for module in MODULES.values() if hasattr(module, "check")}
    assert modules == set(RULES)


def test_ids_are_the_names_of_the_modules():
    """A rule is called as its file is, with hyphens."""
    names = {
        module.ID: name.replace("_", "-")
        for name, module in MODULES.items()
        if module in RULES
    }
    assert list(names) == list(names.values())
    assert len(names) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_rule_explains_itself(rule):
    """The page has a first line, and says when the rule is silent."""
    title, blank, *page = rule.__doc__.splitlines()
    assert title.endswith(".")
    assert not blank
    assert "is silent" in "\n".join(page)
    for lang in LANGUAGES:
        assert say(f"rule-{rule.ID}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_rule_has_examples_in_every_language(rule, lang):
    """In each language a rule shows what it finds and what it lets pass."""
    marked = {"«" in example.copy for example in rule.EXAMPLES if example.lang == lang}
    # English has no word with two spellings: variant-mixed only shows what passes.
    silent_only = (rule.ID, lang) == ("variant-mixed", "en")
    assert marked == ({False} if silent_only else {True, False})


def test_findings_are_in_order(context):
    """What several rules find comes in the order of the text."""
    here = block("Our costumer and our customers.")
    found = rules.run(
        reading(
            occurrence(here, "customers"),
            confusions=[confusion(here, "costumer", "customer")],
        ),
        context("law"),
    )
    assert [finding.rule for finding in found] == ["confused-word", "audience-mismatch"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, {"confused-word", "audience-mismatch"}, id="all"),
        pytest.param({"select": ("confused-word",)}, {"confused-word"}, id="select"),
        pytest.param(
            {"ignore": ("confused-word",)}, {"audience-mismatch"}, id="ignore"
        ),
        pytest.param(
            {"select": ("confused-word",), "ignore": ("confused-word",)},
            set(),
            id="ignore goes before select",
        ),
    ],
)
def test_only_the_rules_asked_for_run(context, given, expected):
    """`select` and `ignore` choose the rules."""
    here = block("Our costumer and our customers.")
    read = reading(
        occurrence(here, "customers"),
        confusions=[confusion(here, "costumer", "customer")],
    )
    found = rules.run(read, context("law", **given))
    assert {finding.rule for finding in found} == expected


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        pytest.param(True, Severity.WARNING, id="sure: as the settings say"),
        pytest.param(False, Severity.INFO, id="unsure: never more than info"),
    ],
)
def test_settings_weigh_findings(context, sure, expected):
    """A severity of the settings replaces the rule's, not the doubt of a finding."""
    here = block("Our customers.")
    weights = {"audience-mismatch": Severity.WARNING}
    read = reading(occurrence(here, "customers", sure=sure))
    (found,) = rules.run(read, context("law", severity=weights))
    assert found.severity is expected
