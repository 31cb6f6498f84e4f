"""Which strings of a data file are copy, told by their keys and by what they say.

A file of translations is all copy but for what cannot be read aloud. Of other data
only what is surely prose counts, or what stands under a key that is written for
people; a program's configuration has none.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from fnmatch import fnmatchcase

from linter.documents.locales import words
from linter.values import BlockKind

_LETTER = re.compile(r"[^\W\d_]")
_NO_TEXT = re.compile(
    r"(?:https?|ftp|mailto|tel|data|file|git|s3)(?::\S*)|"  # an address
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"
    r"(?:[\w-]+\.)+(?:com|net|org|io|dev|app|co|jp|kr|ai|me)(?:/\S*)?|"
    r"(?:[.~]{0,2}/)?(?:[\w.@%+*{}$-]+/)+[\w.@%+*?=&#{}$-]*|/[\w.@%+-]*|"  # a path
    r"#[\w-]+|(?:rgba?|hsla?|var|url|calc)\([^)]*\)|"  # a colour
    r"\w*[a-z0-9]_[\w]*|[A-Z][A-Z0-9]*_[A-Z0-9_]*|"  # an identifier
    r"[a-z][a-z0-9]*[A-Z]\w*|[\w-]+(?:\.[\w-]+)+|\w+(?:::\w+)+|@[\w/-]+|--?[\w-]+|"
    r"[a-z]+(?:-[a-z0-9]+){2,}",
    re.ASCII,
)
_PLACEHOLDERS = re.compile(
    r"\{\{[^{}]*\}\}|\$?\{[^{}]*\}|<%[^%]*%>|%(?:\d+\$)?[@a-z]\b|\$t\([^()]*\)"
)
_CJK = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_CODE = re.compile(
    r"[$`|;\\]|&&|==|=>|->|::|--\w|\w\(\)|\w=\S|</?\w+[^<>]*>\s{0,9}<|^\s*[#!/@]"
)
_PROSE_WORDS = 3

_TITLES = (
    "title subtitle headline heading subheading tagline slogan header h1 h2 h3 "
    "metatitle ogtitle seotitle pagetitle question q"
)
_DESCRIPTIONS = "description metadescription ogdescription seodescription summary"
_TEXTS = (
    "text body copy content message msg paragraph intro introduction lead lede excerpt "
    "abstract answer a bio about blurb details note notice hint help tooltip footer "
    "banner feature features benefit benefits bullet bullets points promise disclaimer "
    "subject preheader greeting"
)
_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(words(_TITLES), BlockKind.TITLE),
    **dict.fromkeys(words(_DESCRIPTIONS), BlockKind.DESCRIPTION),
    **dict.fromkeys(words(_TEXTS), BlockKind.PARAGRAPH),
    **dict.fromkeys(words("alt imagealt alttext"), BlockKind.ALT),
    **dict.fromkeys(words("caption imagecaption legend"), BlockKind.CAPTION),
    **dict.fromkeys(words("button cta ctatext buttontext submit"), BlockKind.BUTTON),
    **dict.fromkeys(words("label placeholder linktext menu nav"), BlockKind.LABEL),
    **dict.fromkeys(words("quote quotation testimonial review said"), BlockKind.QUOTE),
}
_VOICES = words("quote quotes testimonial testimonials review reviews voices")
_NOT_COPY = words(
    "id ids uuid guid slug url urls uri href src link path paths file files folder "
    "dir directory permalink route icon icons class classname classes style styles "
    "type kind format code codename lang language locale charset encoding email "
    "mail phone tel fax color colour colors background theme layout template "
    "component components version versions license script scripts run command cmd "
    "args argv entrypoint image images img logo photo picture avatar video audio "
    "uses if on env shell host hostname domain port method status state scope "
    "scopes regex pattern match glob query sql selector xpath key keys token tokens "
    "secret password username user login date datetime created updated timezone tz "
    "sku isbn hash sha checksum target rel role variant size width height unit "
    "currency price tags tag category categories author authors sort order sortby "
    "filter event action handler hook module package dependencies requires extends "
    "plugins plugin rules include exclude ignore"
)
_CONFIGURATION = re.compile(
    r"(?:package(?:-lock)?|composer|tsconfig.*|jsconfig.*|angular|nx|lerna|turbo|deno|"
    r"bower|project|renovate|vercel|firebase|app|babel\.config|tslint|manifest|"
    r"launch|settings|tasks|extensions|devcontainer|biome|wrangler|appsettings.*|"
    r"npm-shrinkwrap|now|nodemon|karma|cypress|jest\.config|api-extractor|"
    r"openapi.*|swagger.*|[\w.-]*\.schema|[\w.-]*lock|[\w.-]*rc)\.json|"
    r"(?:docker-compose.*|compose.*|pnpm-(?:lock|workspace)|mkdocs|dependabot|"
    r"environment|pubspec|codecov|\.[\w.-]+|openapi.*|swagger.*|chart|values.*|"
    r"action|cloudbuild|serverless|playbook|skaffold|kustomization|"
    r"[\w.-]*lock|buildspec|appveyor|azure-pipelines|bitbucket-pipelines)\.ya?ml|"
    r"(?:pyproject|cargo|pipfile|okyaku|\.[\w.-]+|poetry|netlify|wrangler|fly|rustfmt|"
    r"clippy|ruff|taplo|gopkg|uv|book|deny|rust-toolchain)\.toml|\.[\w-]+",
    re.IGNORECASE,
)
_CONFIGURATION_KEYS = (
    frozenset(("jobs", "on")),
    frozenset(("jobs", "true")),
    frozenset(("apiVersion", "kind")),
    frozenset(("openapi",)),
    frozenset(("swagger",)),
    frozenset(("$schema",)),
    frozenset(("compilerOptions",)),
    frozenset(("dependencies",)),
    frozenset(("devDependencies",)),
    frozenset(("build-system",)),
    frozenset(("repos", "minimum_pre_commit_version")),
    frozenset(("services", "version")),
    frozenset(("AWSTemplateFormatVersion",)),
)
_CONFIGURATION_FOLDERS = frozenset(
    (".github", ".circleci", ".vscode", ".idea", ".devcontainer", ".ci", "node_modules")
)


def is_text(value: str) -> bool:
    """Tell whether *value* can be read aloud: no address, name in code or number."""
    bare = value.strip()
    if not _LETTER.search(bare) or _NO_TEXT.fullmatch(bare):
        return False
    return bool(_LETTER.search(_PLACEHOLDERS.sub("", bare)))


def is_copy(path: Sequence[str], value: str, *, patterns: Sequence[str] = ()) -> bool:
    """Tell whether *value* under the keys *path* of a data file is copy.

    *patterns* are globs of keys joined by dots (`*.title`): where there are any,
    they decide which text is copy.
    """
    if not is_text(value):
        return False
    if patterns:
        key = ".".join(path)
        return any(fnmatchcase(key, pattern) for pattern in patterns)
    name = _name(path)
    if name in _NOT_COPY:
        return False
    return name in _KINDS or _is_prose(value)


def kind_of(path: Sequence[str]) -> BlockKind:
    """Return what a text under the keys *path* is in its document."""
    return _KINDS.get(_name(path), BlockKind.PARAGRAPH)


def is_named(key: str) -> bool:
    """Tell whether *key* is one that data files use, for copy or not."""
    name = _name((key,))
    return name in _KINDS or name in _NOT_COPY


def is_quoted(path: Sequence[str]) -> bool:
    """Tell whether somebody else speaks under the keys *path*: a buyer's review."""
    texts = {BlockKind.PARAGRAPH, BlockKind.QUOTE}
    name = _name(path)
    said = name in _KINDS and _KINDS[name] in texts
    return said and any(part.lower() in _VOICES for part in path)


def is_configuration(path: str, keys: Collection[str]) -> bool:
    """Tell whether the file *path* with *keys* at its top sets up a program."""
    *folders, name = path.replace("\\", "/").split("/")
    if _CONFIGURATION.fullmatch(name) or not _CONFIGURATION_FOLDERS.isdisjoint(folders):
        return True
    return any(known <= set(keys) for known in _CONFIGURATION_KEYS)


def _name(path: Sequence[str]) -> str:
    """Return the last key of *path* that is no number, in small letters and bare."""
    for part in reversed(path):
        if not part.isdecimal():
            last = part.rpartition(".")[2]
            bare = re.sub(r"[-_ ](?:en|ja|ko)\Z|(?<=[a-z])(?:En|Ja|Ko)\Z", "", last)
            return re.sub(r"[-_ ]", "", bare).lower()
    return ""


def _is_prose(value: str) -> bool:
    if _CODE.search(value):
        return False
    if _CJK.search(value):
        return True
    words = value.split()
    begins, ends = words[0][:1], words[-1][-1:]
    return len(words) >= _PROSE_WORDS and (begins.isupper() or ends in ".!?")
