"""Stretches of copy that are no prose: code, addresses, identifiers, placeholders.

An audience word in them is a mention: whoever renames it breaks a link or a program.
"""

import re
from collections.abc import Mapping

from linter.values import Span

_MASKS: Mapping[str, re.Pattern[str]] = {
    "code": re.compile(r"`+[^`\n]+`+"),
    "URL": re.compile(r"(?:https?|ftp|mailto|tel):[^\s<>\"'）」]+", re.IGNORECASE),
    "address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
    "host": re.compile(
        r"(?<![\w@.-])(?:[\w-]+\.)+(?:com|net|org|io|dev|app|co|jp|kr|uk|eu|us|de|info|"
        r"biz|cloud|ai|ly|me|edu|gov)(?:\.[a-z]{2})?(?![\w-])(?:/[^\s<>\"'）」]*)?",
        re.IGNORECASE | re.ASCII,
    ),
    "path": re.compile(
        r"(?<![\w.])(?:\.{0,2}/)?(?:[\w.@-]+/){2,}[\w.@-]*|(?<!\w)\.{1,2}/[\w./@-]+|"
        r"(?<![\w<])/[\w@-]+(?:/[\w.@-]+)+|"
        r"(?<![\w.-])[\w-]+\.(?:html?|mdx?|json|ya?ml|toml|tsx?|jsx?|php|py|rb|css|xml|"
        r"csv|png|jpe?g|svg|pdf)(?!\w)",
        re.ASCII,
    ),
    "channel": re.compile(r"(?<![\w&/#])#(?=[\w-]*[-_])[\w-]+", re.ASCII),
    "handle": re.compile(r"(?<![\w.])@[\w-]{2,}", re.ASCII),
    "placeholder": re.compile(
        r"\{\{.*?\}\}|\{%.*?%\}|\$\{[^}\s]*\}|<%.*?%>|%\([\w.]+\)[sd]|"
        r"\{[A-Za-z_][\w.]*\}|:[a-z]+_[a-z_]+\b|%[A-Z][A-Z_]+%|\[\[.*?\]\]"
    ),
    "identifier": re.compile(
        r"\w+(?:::\w+)+|(?<![\w-])[A-Za-z]+(?:-[A-Z][A-Za-z]*){3,}(?![\w-])|"
        r"(?<![\w])[a-z]+\.[a-z]+\([^)]*\)|(?<!\w)--?[a-z]+(?:-[a-z]+)+(?==|\b)|"
        r"(?<![\w-])[a-z]+(?:_[a-z0-9]+)+(?!\w)|</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>",
        re.ASCII,
    ),
}


def masks(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the masked stretches of *text*, each with the name of its kind."""
    return tuple(
        (Span(match.start(), match.end()), kind)
        for kind, pattern in _MASKS.items()
        for match in pattern.finditer(text)
    )
