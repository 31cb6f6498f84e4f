"""The table of formats: adding one is a module beside this one, and a line here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read, and how it is told by a file's name.

    *suffixes* begin with a dot and may hold several (`.blade.php`): the longest that
    fits wins. *names* are whole file names, and go before suffixes. All of them are
    in small letters. *module* is the reader in this package, imported when first
    used. It has `read(source, path="") -> Document`, or, where *binary* is set,
    `read_bytes(data, path="") -> Document`; and where replacement text must be
    escaped, `encode(text, block) -> str`. A format that is not *writable* is read
    and never edited. A *keyed* one is data whose keys may be named: its `read` takes
    *patterns*, globs of the keys that hold copy.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    module: str = ""
    binary: bool = False
    writable: bool = True
    keyed: bool = False

    def __post_init__(self) -> None:
        """Take the module of the same name where none is given."""
        if not self.module:
            object.__setattr__(self, "module", self.name)


_ALL = (
    Format("text", (".txt", ".text")),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd")),
    Format("mdx", (".mdx",)),
    Format("html", (".html", ".htm", ".xhtml")),
    Format("json", (".json", ".jsonc"), module="json_strings", keyed=True),
    Format("po", (".po", ".pot")),
    Format("yaml", (".yaml", ".yml"), module="yaml_scalars", keyed=True),
    Format("xliff", (".xliff", ".xlf")),
    Format("android", names=("strings.xml", "arrays.xml", "plurals.xml")),
    Format("properties", (".properties",), keyed=True),
    Format("strings", (".strings",), module="apple_strings"),
    Format("arb", (".arb",)),
    Format("xcstrings", (".xcstrings",)),
    Format("csv", (".csv",), module="csv_cells"),
    Format("tsv", (".tsv",)),
    Format("srt", (".srt",), module="subtitles"),
    Format("vtt", (".vtt",), module="subtitles"),
    Format("resx", (".resx",)),
    Format("tmx", (".tmx",)),
    Format("toml", (".toml",), module="toml_strings", keyed=True),
    Format("ftl", (".ftl",)),
    Format("docx", (".docx",), binary=True),
    Format("pptx", (".pptx",), binary=True),
    Format("odt", (".odt",), binary=True),
    Format("notebook", (".ipynb",)),
    Format("rst", (".rst", ".rest")),
    Format("adoc", (".adoc", ".asciidoc"), writable=False),
    Format("astro", (".astro",)),
    Format("svelte", (".svelte",)),
    Format("vue", (".vue",)),
)

FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
BY_NAME = {name: one.name for one in _ALL for name in one.names}
BY_SUFFIX = {suffix: one.name for one in _ALL for suffix in one.suffixes}


def format_of(name: str) -> str | None:
    """Return the format of the file *name* (a name or a path), None if it has none."""
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    if base in BY_NAME:
        return BY_NAME[base]
    at = base.find(".")
    while at >= 0:
        if base[at:] in BY_SUFFIX:
            return BY_SUFFIX[base[at:]]
        at = base.find(".", at + 1)
    return None
