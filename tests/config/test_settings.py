"""Settings: scopes laid on by path, rules turned off and on, paths taken out."""

from pathlib import Path

import pytest

from linter.config import Scope, Settings
from linter.config.globs import is_usable
from linter.values import Severity, Voice

ROOT = Path("/site")


def scope(*paths, **given):
    return Scope(paths=paths, root=ROOT, **given)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("shop/**", "shop/a.md", True),
        ("shop/**", "shop/deep/a.md", True),
        ("shop/**", "old/shop/a.md", False),
        ("./shop/**", "shop/a.md", True),
        ("./shop", "old/shop/a.md", False),
        ("shop/", "old/shop/a.md", True),
        ("*.ja.md", "any/where/a.ja.md", True),
        ("/a.md", "b/a.md", False),
        ("日本語/**", "日本語/顧客.md", True),
        ("**/ko/*", "site/ko/a.md", True),
    ],
)
def test_scopes_cover_paths_as_gitignore_does(pattern, path, expected):
    """Patterns are those of .gitignore, seen from the configuration's folder."""
    assert scope(pattern).covers(ROOT / path) is expected


def test_a_scope_does_not_reach_out_of_its_folder():
    """A file elsewhere, and the folder itself, are never covered."""
    assert not scope("*").covers(Path("/other/a.md"))
    assert not scope("*").covers(ROOT)


def test_a_scope_can_leave_something_out():
    """The last pattern that matches decides, so `!` takes paths out again."""
    shop = scope("shop/**", "!shop/legal/**")
    assert shop.covers(ROOT / "shop/a.md")
    assert not shop.covers(ROOT / "shop/legal/a.md")


def test_later_scopes_win():
    """Scopes are laid on in order, each with only what it says."""
    settings = Settings(
        model="agency",
        names=("Acme",),
        scopes=(
            scope("shop/**", model="retail", voice=Voice.INTERNAL, names=("Shop",)),
            scope("*.ko.md", lang="ko", spellings=("고객님",)),
            scope("shop/b2b/**", model="software", select=("audience-mixed",)),
        ),
    )
    found = settings.for_path(ROOT / "shop/b2b/a.ko.md")
    assert found == Settings(
        model="software",
        names=("Shop",),
        voice=Voice.INTERNAL,
        lang="ko",
        spellings=("고객님",),
        select=("audience-mixed",),
    )
    assert settings.for_path(ROOT / "a.md").model == "agency"


def test_with_model_overrules_scopes():
    """A model named by the caller holds for every file."""
    settings = Settings(model="law", scopes=(scope("*", model="retail", lang="ja"),))
    found = settings.with_model("agency").for_path(ROOT / "a.md")
    assert (found.model, found.lang) == ("agency", "ja")


def test_rules_are_turned_off_and_on_again():
    """`off` ignores a rule until a later severity weighs it anew."""
    settings = Settings(
        severity={"a": Severity.ERROR},
        ignore=("z",),
        scopes=(scope("shop/**", severity={"a": Severity.INFO}),),
    ).with_levels({}, frozenset({"a"}))
    assert settings.ignore == ("z", "a")
    assert settings.severity == {}
    shop = settings.for_path(ROOT / "shop/a.md")
    assert shop.ignore == ("z",)
    assert shop.severity == {"a": Severity.INFO}


def test_ignore_of_a_scope_keeps_what_is_off():
    """A scope's `ignore` replaces the list, not the rules whose severity is off."""
    settings = Settings(
        ignore=("z",), scopes=(scope("*", ignore=("y",), off=frozenset({"b"})),)
    ).with_levels({}, frozenset({"a"}))
    assert settings.for_path(ROOT / "x.md").ignore == ("y", "a", "b")


@pytest.mark.parametrize(
    ("patterns", "path", "directory", "expected"),
    [
        (("old/",), "old", True, True),
        (("old/",), "old", False, False),
        (("old/",), "a/old/b.md", False, True),
        (("old/**",), "old", True, False),
        (("old/**", "!old/keep.md"), "old/keep.md", False, False),
        (("old/", "!old/keep.md"), "old/keep.md", False, True),
        ((), "a.md", False, False),
    ],
)
def test_paths_are_taken_out(patterns, path, directory, expected):
    """A folder that is out takes everything in it along, as git has it."""
    settings = Settings(exclude=patterns, root=ROOT)
    assert settings.excludes(ROOT / path, directory=directory) is expected


def test_nothing_is_out_without_a_folder_to_start_from():
    """Patterns without a configuration file name nothing."""
    assert not Settings(exclude=("*",)).excludes(ROOT / "a.md")
    assert not Settings(exclude=("*",), root=ROOT).excludes(Path("/other/a.md"))


@pytest.mark.parametrize(
    "pattern", ["#x", "!", "/", "  ", "[a", "a\\", "../a", "!../a"]
)
def test_patterns_that_match_nothing(pattern):
    """A pattern that git would skip is a mistake in a configuration."""
    assert not is_usable(pattern)
