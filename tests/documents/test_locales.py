"""Languages in the names of files, folders and keys."""

import pytest

from linter.documents.locales import are_locales, locale_of_path, locale_of_tag


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ja.json", "ja"),
        ("en-US.json", "en"),
        ("zh_Hans_CN.yml", "zh"),
        ("messages.ko.po", "ko"),
        ("values-ja/strings.xml", "ja"),
        ("res/values-b+zh+Hans/strings.xml", "zh"),
        ("res/values-ko-rKR/strings.xml", "ko"),
        ("values/strings.xml", None),
        ("Localizable.ja.strings", "ja"),
        ("ko.lproj/Localizable.strings", "ko"),
        ("Base.lproj/Localizable.strings", None),
        ("locale/ko/LC_MESSAGES/x.po", "ko"),
        ("x_ja.properties", "ja"),
        ("messages_pt_BR.properties", "pt"),
        ("app_ko.arb", "ko"),
        ("src\\locales\\en\\cart.json", "en"),
        ("locales/it/cart.json", "it"),
        ("tools/it/cart.json", None),
        ("content/ja/x/y.yml", "ja"),
        ("site/jp/data.json", "ja"),
        ("kr.json", "ko"),
        ("sign-in.json", None),
        ("log_in.json", None),
        ("how-to.yml", None),
        ("strings.it.json", "it"),
        ("cart.json", None),
        ("data.min.json", None),
        ("", None),
        (".ja", None),
    ],
)
def test_path(path, expected):
    """A path names a language where no word or kind of file can be meant."""
    assert expected == locale_of_path(path)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ja-JP", "ja"),
        ("ja_JP", "ja"),
        ("zh-Hans", "zh"),
        ("zh-Hant-TW", "zh"),
        ("ko_KR.UTF-8", "ko"),
        ("EN", "en"),
        ("es-419", "es"),
        ("title", None),
        ("xx", None),
        ("", None),
        ("en-", None),
    ],
)
def test_tag(tag, expected):
    """A tag names its language alone."""
    assert expected == locale_of_tag(tag)


def test_tables():
    """A table is one of languages if every key is."""
    assert are_locales(["en", "ja-JP"])
    assert not are_locales(["en", "title"])
    assert not are_locales([])
