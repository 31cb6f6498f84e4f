"""Which language a file is in by its name and folders, and which words name one."""

import re
from collections.abc import Collection


def words(listed: str) -> frozenset[str]:
    """Return the words *listed* with spaces between them."""
    return frozenset(listed.split())


# ISO 639-1, and the few of ISO 639-2 that apps are translated into.
_LANGUAGES = words(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co "
    "cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl "
    "gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg "
    "mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa "
    "pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
    "yi yo za zh zu fil yue kok ceb haw hmn ckb"
)
# Countries that are taken for their language in names of files and folders.
_MEANT = {"jp": "ja", "kr": "ko", "cn": "zh"}
# Tags that are also words, kinds of files or parts of programs: they name a language
# only where nothing else can be meant.
_WORDS = words(
    "ab am an ar as be bh bi br ca ch co cr cs cv de dv el es fa ff fo ga he hi ho "
    "hr ia id ie ii ik in io is it iu ki km la li lo lt lu mg mh mi mk ml mr ms mt "
    "my na nd ne ng nl no nr om or os pa pi pl ps pt rm rn ro sa sc sd se sg si sk "
    "sm sn so ss st su ta te tg th ti tk tl tn to ts tt tw ty ug ve vi vo wa wo za"
)
_HOMES = words(
    "locale locales _locales lang langs language languages i18n l10n intl "
    "translation translations messages strings lproj arb nls content docs"
)
_TAG = re.compile(
    r"(?P<lang>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Z][a-z]{3}))?"
    r"(?:[-_](?P<region>r?[A-Z]{2}|[a-z]{2}|\d{3}))?(?:[.@][\w-]+)?\Z"
)
_LAST_PART = re.compile(
    r"[._-](?P<tag>[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_][A-Z]{2})?)\Z"
)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,12}\Z")


def locale_of_tag(tag: str) -> str | None:
    """Return the language of *tag* (`ja-JP` → `ja`), None if it names none."""
    found = _TAG.match(tag)
    if found is None or found["lang"].lower() not in _LANGUAGES:
        return None
    return found["lang"].lower()


def are_locales(names: Collection[str]) -> bool:
    """Tell whether all *names*, the keys of one table, are languages."""
    return bool(names) and all(locale_of_tag(name) for name in names)


def locale_of_path(path: str) -> str | None:
    """Return the language that *path* names: its file's name first, then folders.

    `ja.json`, `messages.ko.po`, `app_ko.arb`, `values-ja/strings.xml`,
    `ko.lproj/Localizable.strings` and `locale/ko/LC_MESSAGES/x.po` all name one.
    """
    *folders, name = path.replace("\\", "/").split("/")
    stem = _SUFFIX.sub("", name)
    found = _of_name(stem)
    for at in range(len(folders) - 1, -1, -1):
        if found is not None:
            break
        home = at > 0 and folders[at - 1].lower() in _HOMES
        found = _of_folder(folders[at], home=home)
    return found


def _of_name(stem: str) -> str | None:
    """Return the language of a file's name without its suffix."""
    whole = _meant(stem)
    if whole is not None and (stem.lower() not in _WORDS or len(stem) == len("en")):
        return whole
    part = _LAST_PART.search(stem)
    if part is None:
        return None
    sure = part.group().startswith(".") or part["tag"] not in _WORDS
    return _meant(part["tag"]) if sure else None


def _of_folder(name: str, *, home: bool) -> str | None:
    if name.startswith("values-"):
        return _meant(name.removeprefix("values-").removeprefix("b+").replace("+", "-"))
    tag = name.removesuffix(".lproj")
    if home or tag != name or tag.lower() not in _WORDS:
        return _meant(tag)
    return None


def _meant(tag: str) -> str | None:
    return _MEANT.get(tag.lower()) or locale_of_tag(tag)
