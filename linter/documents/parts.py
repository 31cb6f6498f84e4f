"""The XML parts of office files: paragraphs in runs, with the bytes of each."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from xml.parsers import expat

from linter.documents import archives
from linter.documents.archives import Archive
from linter.errors import ReadError
from linter.values import BlockKind

_SEPARATOR = " "
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_WITH_EAST_ASIAN = ("ja", "ko", "zh")
SPACES = " \t\r\n"


class Written(Enum):
    """How the characters of a run stand in the part."""

    PLAIN = "plain"
    REFERENCE = "reference"
    CDATA = "cdata"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph's text, and its bytes in the part.

    *opening* is where `xml:space="preserve"` would go so that spaces at its ends are
    kept; negative where they are kept anyhow.
    """

    text: str
    start: int = -1
    end: int = -1
    written: Written = Written.NOT
    opening: int = -1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the part named *part*, in runs."""

    part: str
    runs: tuple[Run, ...]
    kind: BlockKind
    where: str
    lang: str | None = None
    quoted: bool = False


@dataclass(slots=True)
class _Draft:
    """A paragraph that is being read; *index* is its place among the others."""

    index: int
    runs: list[Run] = field(default_factory=list)
    langs: list[tuple[str, tuple[str, str]]] = field(default_factory=list)


class _Short(dict[str, str]):
    """Names as the parser gives them, with the prefixes that we know them by."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, full: str) -> str:
        """Return the short name of *full*, and know it from now on."""
        space, _, local = full.rpartition(_SEPARATOR)
        prefix = self._prefixes.get(space, "?" if space else "")
        found = self[full] = f"{prefix}:{local}" if prefix else local
        return found


class Scribe:
    """The paragraphs of one part, while it is read.

    Text is taken down while *listening*; *langs* are the languages declared for it:
    that of Latin letters, that of East Asian ones.
    """

    def __init__(self, archive: Archive, part: str) -> None:
        self.archive = archive
        self.part = part
        self.data = archives.contents(archive, part)
        self.listening = False
        self.langs = ("", "")
        self._opening = -1
        self._cdata = False
        self._done: list[Paragraph | None] = []
        self._drafts: list[_Draft] = []
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)

    def read(
        self,
        names: Mapping[str, str],
        start: Callable[[str, Mapping[str, str]], None],
        end: Callable[[str], None],
    ) -> tuple[Paragraph, ...]:
        """Call *start* and *end* for each element, and return the paragraphs.

        *names* are the prefixes of the namespaces; elements and attributes of others
        have none (`w:p`, `val`). Raise `ReadError` for XML that is broken or has a
        document type.
        """
        short = _Short(names)
        parser = self._parser
        parser.StartElementHandler = lambda name, attributes: start(
            short[name], {short[key]: value for key, value in attributes.items()}
        )
        parser.EndElementHandler = lambda name: end(short[name])
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._in_cdata(inside=True)
        parser.EndCdataSectionHandler = lambda: self._in_cdata(inside=False)
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(self.data, True)  # noqa: FBT003 - it takes no keywords
        except expat.ExpatError as error:
            raise self._damaged(str(error)) from error
        except (ValueError, LookupError) as error:  # an encoding nobody knows
            raise self._damaged(str(error)) from error
        return tuple(paragraph for paragraph in self._done if paragraph)

    def begin(self) -> None:
        """Begin a paragraph; one that is open goes on when this one has ended."""
        self._drafts.append(_Draft(len(self._done)))
        self._done.append(None)

    def finish(
        self, kind: BlockKind, where: str, *, lang: str = "", quoted: bool = False
    ) -> None:
        """End the paragraph that was begun last."""
        draft = self._drafts.pop()
        self._done[draft.index] = Paragraph(
            part=self.part,
            runs=tuple(draft.runs),
            kind=kind,
            where=where,
            lang=lang or _lang(draft.langs),
            quoted=quoted,
        )

    @property
    def empty(self) -> bool:
        """Tell whether the paragraph that was begun last has no letter or digit yet."""
        runs = self._drafts[-1].runs
        return not any(char.isalnum() for run in runs for char in run.text)

    def spaces_matter(self, *, kept: bool) -> None:
        """Note for the text to come whether its element keeps spaces at the ends."""
        self._opening = -1
        if not kept:
            at = self._parser.CurrentByteIndex
            name = re.compile(rb"<[^\s/>]+").match(self.data, at)
            self._opening = name.end() if name else -1

    def fixed(self, text: str) -> None:
        """Take down *text* that no characters of the part stand for: a tab, a break."""
        if self._drafts:
            self._drafts[-1].runs.append(Run(text))

    def folded(self) -> None:
        """Fold the white space of the paragraph begun last, as ODF does."""
        draft = self._drafts[-1]
        draft.runs[:] = _folded(draft.runs)

    def _characters(self, text: str) -> None:
        if not (self.listening and self._drafts):
            return
        draft = self._drafts[-1]
        start = self._parser.CurrentByteIndex
        end, written = self._bytes_of(text, start)
        draft.runs.append(Run(text, start, end, written, self._opening))
        draft.langs.append((text, self.langs))

    def _bytes_of(self, text: str, start: int) -> tuple[int, Written]:
        raw = text.encode("utf-8", "surrogatepass")
        if self.data.startswith(raw, start):
            kind = Written.CDATA if self._cdata else Written.PLAIN
            return start + len(raw), kind
        if self.data.startswith(b"&", start) and not self._cdata:
            end = self.data.find(b";", start) + 1
            return end, Written.REFERENCE if end else Written.NOT
        return start, Written.NOT

    def _in_cdata(self, *, inside: bool) -> None:
        self._cdata = inside

    def _refuse(self, *_: object) -> None:
        raise self._damaged("DOCTYPE")

    def _damaged(self, reason: str) -> ReadError:
        return ReadError(
            "office-bad-part", where=self.archive.path, part=self.part, reason=reason
        )


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the target of each relation of *part* by its id.

    The kind is the last word of its type; targets outside the archive are left out.
    """
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if rels not in archive.members:
        return {}
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = _resolved(folder, attributes.get("Target", ""))
            if target in archive.members:
                found[attributes.get("Id", "")] = (kind, target)

    Scribe(archive, rels).read({}, start, lambda _: None)
    return found


def _resolved(folder: str, target: str) -> str:
    """Return *target* seen from *folder* as the name of a member."""
    steps = [] if target.startswith("/") else folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps[-1:] = []
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def only(kinds: Mapping[str, tuple[str, str]], kind: str) -> list[str]:
    """Return the targets of the relations of *kind*, each once, in order."""
    return list(dict.fromkeys(to for what, to in kinds.values() if what == kind))


def bytes_of(run: Run, since: int, until: int) -> tuple[int, int]:
    """Return where the bytes of ``run.text[since:until]`` stand in its part."""
    if run.written is Written.REFERENCE:
        return run.start, run.end
    start = run.start + len(run.text[:since].encode())
    return start, start + len(run.text[since:until].encode())


def _folded(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield *runs* with each run of white space one space, and none at the start."""
    space = True
    for run in runs:
        if run.written is Written.NOT:
            yield run
            space = False
            continue
        if run.written is Written.REFERENCE:
            yield run
            space = False
            continue
        done = 0
        for part in re.findall(rf"[{SPACES}]+|[^{SPACES}]+", run.text):
            start, end = bytes_of(run, done, done + len(part))
            done += len(part)
            if part.strip(SPACES):
                yield Run(part, start, end, run.written)
                space = False
            elif not space:
                yield Run(" ", start, end, _space_written(part, run))
                space = True


def _space_written(part: str, run: Run) -> Written:
    return run.written if part == " " else Written.NOT


def _lang(texts: Iterable[tuple[str, tuple[str, str]]]) -> str | None:
    """Return the one language that is declared for the letters of *texts*."""
    latin: set[str] = set()
    east: set[str] = set()
    for text, langs in texts:
        if _EAST_ASIAN.search(text):
            east.add(langs[1] if langs[1].startswith(_WITH_EAST_ASIAN) else "")
        elif any(map(str.isalpha, text)):
            latin.add("" if langs[0].startswith(_WITH_EAST_ASIAN) else langs[0])
    found = east or latin
    return (found.pop() or None) if len(found) == 1 else None
