"""Gettext catalogues: each message with its translation, and where both stand.

A fuzzy translation is copy, but nobody vouches for its message: it is not compared.
Obsolete entries (`#~`) are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.documents import copy_keys
from linter.documents.decoding import damaged, decoded, stretch, text_of
from linter.documents.locales import locale_of_path, locale_of_tag
from linter.values import Block, BlockKind, Comment, Document, Piece, Span

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_TEXT = re.compile(
    r"[ \t]*+(?P<field>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<form>\d{1,3})\])?)?"
    r"[ \t]*+\"(?P<text>(?:[^\"\\]++|\\.)*+)\"[ \t]*+\Z"
)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_SIMPLE = dict(zip("nrtabvf", "\n\r\t\a\b\v\f", strict=True))
_ESCAPED = {"\\": "\\\\", '"': '\\"'} | {says: f"\\{a}" for a, says in _SIMPLE.items()}
_LANGUAGE = re.compile(
    r"^(?:X-)?(?P<side>Source-)?Language:\s*(?P<tag>\S+)", re.MULTILINE
)
_SOURCE_LANG = "en"


@dataclass(slots=True)
class _Entry:
    """A message as it is gathered: the pieces of each of its fields."""

    fields: dict[str, list[Piece]] = field(default_factory=dict)
    fuzzy: bool = False

    def text(self, name: str) -> str:
        return text_of(self.fields.get(name, ()))


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each message and each translation.

    Raise `ReadError` for a line that belongs to no catalogue.
    """
    comments: list[Comment] = []
    entries = list(_entries(source, path, comments))
    header = next((one.text("msgstr") for one in entries if not one.text("msgid")), "")
    said = {
        one["side"]: locale_of_tag(one["tag"]) for one in _LANGUAGE.finditer(header)
    }
    lang = said.get(None) or locale_of_path(path)
    blocks = tuple(
        block
        for entry in entries
        if entry.text("msgid")
        for block in _blocks(entry, lang, said.get("Source-") or _SOURCE_LANG)
    )
    return Document(
        path=path,
        source=source,
        format="po",
        blocks=blocks,
        lang=lang,
        comments=tuple(comments),
    )


def encode(text: str, block: Block) -> str:  # noqa: ARG001 - all are written alike
    """Return *text* as it stands between the quotation marks of a catalogue."""
    return "".join(_ESCAPED.get(char, char) for char in text)


def _entries(source: str, path: str, comments: list[Comment]) -> Iterator[_Entry]:
    entry = _Entry()
    name = ""
    at = 0
    for line in _LINE.finditer(source):
        text, at = line.group(1), line.start()
        bare = text.lstrip(" \t")
        if bare.startswith("#") or not bare:
            if "msgstr" in "".join(entry.fields):
                yield entry
                entry = _Entry()
            name = ""
            if bare and not bare.startswith(("#~", "#|")):
                entry.fuzzy |= bare.startswith("#,") and "fuzzy" in bare
                comments.append(_remark(bare, at + len(text) - len(bare)))
            continue
        found = _TEXT.match(text)
        if found is None or not (found["field"] or name):
            raise damaged(source, at, path=path, what="this is no line of a catalogue")
        if found["field"]:
            begins = found["field"] in {"msgctxt", "msgid"}
            if begins and "msgstr" in "".join(entry.fields):
                yield entry
                entry = _Entry()
            name = _name(found)
            entry.fields[name] = []
        start, end = (at + offset for offset in found.span("text"))
        entry.fields[name] += decoded(stretch(source, start, end), _ESCAPE, _meaning)
    if entry.fields:
        yield entry


def _name(found: re.Match[str]) -> str:
    if found["form"] is None:
        return found["field"]
    return f"msgstr[{int(found['form'])}]"


def _remark(bare: str, at: int) -> Comment:
    text = bare.rstrip()
    return Comment(text.lstrip("#").lstrip(".:,").strip(), Span(at, at + len(text)))


def _meaning(escape: re.Match[str]) -> str:
    says = escape.group()[1:]
    if says[0] == "x" and len(says) > 1:
        return chr(int(says[1:], 16))
    if says[0] in "01234567":
        return chr(int(says, 8))
    return _SIMPLE.get(says, says)


def _blocks(entry: _Entry, lang: str | None, source_lang: str) -> Iterator[Block]:
    context = entry.text("msgctxt")
    key = f"{context}|{entry.text('msgid')}" if context else entry.text("msgid")
    plural = "msgid_plural" in entry.fields
    forms = {"msgid": "[0]", "msgid_plural": "[1]"} if plural else {"msgid": ""}
    for name, pieces in entry.fields.items():
        if not copy_keys.is_text(text_of(pieces)):
            continue
        if name.startswith("msgstr"):
            form = name.removeprefix("msgstr")
            yield Block(BlockKind.PARAGRAPH, tuple(pieces), lang=lang, key=key + form)
        elif name in forms and not entry.fuzzy:
            yield Block(
                BlockKind.PARAGRAPH,
                tuple(pieces),
                lang=source_lang,
                key=key + forms[name],
                writable=False,
                is_source=True,
            )
