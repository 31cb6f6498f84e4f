"""What HTML's elements are to a reader of copy: kinds of block, quotations, code."""

import re
from collections.abc import Mapping

from linter.values import BlockKind


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Elements that stand on lines of their own; None: as what they stand in.
BLOCKS: Mapping[str, BlockKind | None] = {
    **dict.fromkeys(
        _names(
            "address article aside audio body center details dialog dir div dl "
            "fieldset figure footer form frameset head header hgroup hr html iframe "
            "main menu nav object ol optgroup p picture search section select table "
            "tbody template textarea tfoot thead tr ul video"
        ),
        None,
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), BlockKind.HEADING),
    **dict.fromkeys(("dt", "dd"), BlockKind.DEFINITION),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
    **dict.fromkeys(("label", "legend", "option"), BlockKind.LABEL),
    "blockquote": BlockKind.QUOTE,
    "button": BlockKind.BUTTON,
    "footnote": BlockKind.FOOTNOTE,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_HEADER,
    "title": BlockKind.TITLE,
}
HIDDEN = _names("datalist iframe math noembed noframes pre rp rt script style xmp")
CODE = _names("code kbd samp tt var")
QUOTING = frozenset(("blockquote", "q", "cite"))
INLINE = _names(
    "a abbr acronym area b base bdi bdo big br canvas cite code col data del dfn em "
    "embed font g i img input ins kbd link map mark meta meter noscript output param "
    "path progress q rb rp rt rtc ruby s samp slot small source span strike strong "
    "sub sup svg text time track tspan tt u use var wbr"
)

# An opening tag ends the open element of these names, unless one of the others
# stands between them.
ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "th": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "option": (frozenset(("option",)), frozenset(("select", "optgroup"))),
}

ATTRIBUTES: Mapping[str, BlockKind] = {
    "alt": BlockKind.ALT,
    "title": BlockKind.TITLE,
    "aria-label": BlockKind.LABEL,
    "aria-description": BlockKind.LABEL,
    "aria-placeholder": BlockKind.LABEL,
    "placeholder": BlockKind.LABEL,
    "label": BlockKind.LABEL,
    "summary": BlockKind.DESCRIPTION,
}
META: Mapping[str, BlockKind] = {
    "description": BlockKind.DESCRIPTION,
    "og:description": BlockKind.DESCRIPTION,
    "twitter:description": BlockKind.DESCRIPTION,
    "title": BlockKind.TITLE,
    "og:title": BlockKind.TITLE,
    "twitter:title": BlockKind.TITLE,
    "og:site_name": BlockKind.TITLE,
    "og:image:alt": BlockKind.ALT,
    "twitter:image:alt": BlockKind.ALT,
}

_INLINE_COMPONENT = re.compile(
    r"(?:^a$|^b$|^i$|^em$|link$|trans|text|span|strong|bold|icon|tooltip|badge|"
    r"highlight|abbr|term|mark$|kbd|code$|chip|tag$)",
    re.IGNORECASE,
)
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[^\W\d_A-Za-z]+")
_SPOKEN = _names(
    "testimonial testimonials review reviews quote quotes voice voices blockquote "
    "kuchikomi uservoice feedback 口コミ クチコミ お客様の声 声 후기 리뷰"
)
_PRICED = _names(
    "form request get free btn button cta price pricing insurance calculator"
)


def spoken(classes: str) -> bool:
    """Tell whether *classes* mark what others say of a business (`testimonial`)."""
    words = {word.lower() for word in _CLASS_WORD.findall(classes)}
    return not words.isdisjoint(_SPOKEN) and words.isdisjoint(_PRICED)


def is_component(name: str) -> bool:
    """Tell whether *name* is no element of HTML but one that a site made itself."""
    low = name.lower()
    return low not in BLOCKS and low not in INLINE and low not in HIDDEN


def is_inline_component(name: str) -> bool:
    """Tell whether a component called *name* likely stands in a line of text."""
    return _INLINE_COMPONENT.search(name) is not None
