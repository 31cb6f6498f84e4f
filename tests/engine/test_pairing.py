"""Files that are one page in several languages are told by their names."""

from pathlib import Path

import pytest

from linter.engine.pairing import families


def found(paths, patterns=(), **given):
    return [
        {lang: str(path) for lang, path in family.members.items()}
        for family in families(map(Path, paths), patterns, **given)
    ]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(
            ["content/en/a.md", "content/ja/a.md", "content/ja/b.md"],
            [{"en": "content/en/a.md", "ja": "content/ja/a.md"}],
            id="folders",
        ),
        pytest.param(
            ["docs/a.md", "docs/a.ja.md", "docs/a.ko.md"],
            [{"ja": "docs/a.ja.md", "ko": "docs/a.ko.md", "en": "docs/a.md"}],
            id="suffixes, and the page without one",
        ),
        pytest.param(
            ["i18n/en.json", "i18n/ko.json", "i18n/fr.json"],
            [{"en": "i18n/en.json", "ko": "i18n/ko.json"}],
            id="names, and a language we do not read",
        ),
        pytest.param(
            ["res/values/strings.xml", "res/values-ja/strings.xml"],
            [{"ja": "res/values-ja/strings.xml", "en": "res/values/strings.xml"}],
            id="Android",
        ),
        pytest.param(
            ["en.lproj/L.strings", "ko.lproj/L.strings"],
            [{"en": "en.lproj/L.strings", "ko": "ko.lproj/L.strings"}],
            id="Apple",
        ),
        pytest.param(
            ["m_en.properties", "m_ja.properties", "m.properties"],
            [{"en": "m_en.properties", "ja": "m_ja.properties"}],
            id="a marked file goes before the unmarked one",
        ),
        pytest.param(
            ["x/ja-JP/a.md", "x/ko_KR/a.md"],
            [{"ja": "x/ja-JP/a.md", "ko": "x/ko_KR/a.md"}],
            id="regions",
        ),
        pytest.param(
            ["jp/a.html", "kr/a.html", "a.html"],
            [{"ja": "jp/a.html", "ko": "kr/a.html", "en": "a.html"}],
            id="countries for languages",
        ),
        pytest.param(["a.md", "b.md", "open/a.md"], [], id="no languages"),
        pytest.param(["ja/a.md", "ko/b.md"], [], id="different pages"),
    ],
)
def test_families(paths, expected):
    """Folders and names that differ only in the language are one family."""
    assert found(paths) == expected


def test_first_language_may_be_another():
    """The page without a language is the first language's."""
    assert found(["a.md", "a.en.md"], first="ja") == [{"en": "a.en.md", "ja": "a.md"}]


def test_patterns_say_where_the_language_stands():
    """With a pattern nothing else is taken for a language."""
    paths = ["site/copy-en/x.md", "site/copy-ja/x.md", "en/x.md", "ja/x.md"]
    assert found(paths, ("site/copy-{lang}/**",)) == [
        {"en": "site/copy-en/x.md", "ja": "site/copy-ja/x.md"}
    ]
