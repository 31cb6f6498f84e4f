"""What every rule must have, and how findings are chosen and weighed."""

import pkgutil
import tomllib
from importlib import import_module
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from making import block, confusion, occurrence, reading

import lexicons
from linter import rules
from linter.messages import LANGUAGES, say
from linter.rules import RULES
from linter.values import Severity

SILENT = {"en": "is silent", "ja": "指摘しません", "ko": "지적하지 않습니다"}
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
    """A rule has a line in every language, and its module says what it is for."""
    title, *_ = rule.__doc__.splitlines()
    assert title.endswith(".")
    for lang in LANGUAGES:
        assert say(f"rule-{rule.ID}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_page(rule, lang):
    """A page says what is reported, and last of all when the rule is silent."""
    title, *_, last = say(f"page-{rule.ID}", lang).split("\n\n")
    assert "\n" not in title
    assert SILENT[lang] in last.replace("\n", "" if lang == "ja" else " ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_page_has_the_same_paragraphs_in_every_language(rule):
    """What is said in one language is said in the others, code as it is."""
    pages = [say(f"page-{rule.ID}", lang).split("\n\n") for lang in LANGUAGES]
    assert len({len(page) for page in pages}) == 1
    for paragraphs in zip(*pages, strict=True):
        assert len({text.startswith("    ") for text in paragraphs}) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_page_fits_the_terminal(rule, lang):
    """A line takes 88 columns at most, a full-width character two of them."""
    lines = say(f"page-{rule.ID}", lang).split("\n")
    widths = [
        sum(1 + (east_asian_width(each) in "WF") for each in line) for line in lines
    ]
    assert max(widths) <= 88
    assert lines == [line.rstrip() for line in lines]


def test_every_page_is_of_a_rule():
    """No page is left of a rule that is gone."""
    path = Path(lexicons.__file__).parent / "messages" / "pages.toml"
    pages = tomllib.loads(path.read_text(encoding="utf-8"))
    assert list(pages) == [f"page-{rule.ID}" for rule in RULES]


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
