"""The values that travel through okyaku: frozen data, no I/O, no decisions."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from linter.severity import Severity as Severity  # noqa: PLC0414 - given on


class Sense(StrEnum):
    """In what sense an audience word stands."""

    PARTY = "party"
    FIXED = "fixed"
    SOFTWARE = "software"
    NAME = "name"
    MENTION = "mention"
    OTHER = "other"


class Possessor(StrEnum):
    """Whose audience it is."""

    OWN = "own"
    READER = "reader"
    OTHER = "other"
    NONE = "none"


# The people that are held to the model: the business's own, and nobody's in particular.
OURS = frozenset({Possessor.OWN, Possessor.NONE})
THEIRS = frozenset(Possessor) - OURS
STRONG, WEAK = 2, 1
"""How much a piece of evidence weighs that decides alone, and one that cannot."""


class Voice(StrEnum):
    """Whom the copy speaks to: buyers, or the business's own people."""

    PUBLIC = "public"
    INTERNAL = "internal"


class BlockKind(StrEnum):
    """What a block of copy is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_HEADER = "table-header"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    DEFINITION = "definition"
    LINK = "link"
    BUTTON = "button"
    LABEL = "label"
    ALT = "alt"
    TITLE = "title"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; of the source file unless said otherwise."""

    start: int
    end: int

    def __len__(self) -> int:
        """Return how many code points the range holds."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether *other* lies inside this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of block text, and the stretch of source that it stands for.

    It is *verbatim* when the source has the same characters; a decoded entity or a
    line break turned into a space is not, and can be pointed at only as a whole.
    """

    text: str
    span: Span
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or cell: its plain text, and the way back to the source.

    *lang* is what the markup declares (`<p lang="ja">`) or what was detected;
    *quoted* tells that somebody else speaks (a block quotation, a testimonial).
    *key* names the string in a keyed format (`cart.title`, a msgid); *where* is its
    place for people where lines say nothing (`slide 3`). A block that is not
    *writable* (a message id, a part of an archive) is read and never edited. A block
    that *is_source* is the original of the block with the same key in a bilingual
    file: it is compared with its translation and not judged itself. *style* is how
    its text is written in the source (`single-quoted`), for the reader that escapes
    what is to replace it.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...]
    lang: str | None = None
    quoted: bool = False
    key: str = ""
    where: str = ""
    writable: bool = True
    is_source: bool = False
    style: str = ""
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Join the pieces once; `object.__setattr__` because the value is frozen."""
        pieces = tuple(piece for piece in self.pieces if piece.text)
        object.__setattr__(self, "pieces", pieces)
        object.__setattr__(self, "text", "".join(piece.text for piece in pieces))
        starts = (0, *accumulate(len(piece.text) for piece in pieces))
        object.__setattr__(self, "_starts", starts)

    def source_span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]``, which must not be empty, came from."""
        first, first_at = self._piece_at(start)
        last, last_at = self._piece_at(end - 1)
        return Span(
            first.span.start + first_at if first.verbatim else first.span.start,
            last.span.start + last_at + 1 if last.verbatim else last.span.end,
        )

    def is_verbatim(self, start: int, end: int) -> bool:
        """Tell whether ``text[start:end]`` stands in one unbroken stretch of source."""
        first, _ = self._piece_at(start)
        last, _ = self._piece_at(end - 1)
        return first is last and first.verbatim

    def _piece_at(self, offset: int) -> tuple[Piece, int]:
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index], offset - self._starts[index]


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the source that is no copy: its text without marks, and its place.

    *span* covers the marks too; taking it out of the source takes the remark away.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its decoded source, untouched, and its blocks of copy in order.

    *format* is the name of the reader; *lang* is what the file declares (`<html
    lang>`, front matter `lang:`), else None. *comments* are those of the format's own
    comment syntax, in order: suppressions stand in them.
    """

    path: str
    source: str
    format: str
    blocks: tuple[Block, ...]
    lang: str | None = None
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence; *span* counts in the text that was tokenized.

    *pos* and *lemma* are those of the language's dictionary, empty where it has none.
    """

    text: str
    span: Span
    pos: str = ""
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace *span* of the source by *text*; *safe* where the grammar is proven."""

    span: Span
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word for an audience concept in one language.

    *word* may be offered, *plural* with it (English); *also* are other forms that
    are found and never offered. *possessor* is whose people the word names where
    nothing else tells (お客様: own). *address* marks the words that speak to the
    reader (お客様, 고객님), which are right under every model. *scanned* is false
    for words that are only offered. *sense* is what the word means where nothing
    tells (依頼者: other); a *doubtful* word (クライアント) means people only perhaps
    where nothing speaks for it.
    """

    lang: str
    concept: str
    word: str
    plural: str = ""
    also: tuple[str, ...] = ()
    possessor: Possessor = Possessor.NONE
    address: bool = False
    scanned: bool = True
    sense: Sense = Sense.PARTY
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where an occurrence stands in its block, in code points of the block's text."""

    block: Block
    span: Span
    sentence: Span
    compound: Span | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: the entry that speaks, for what, how loudly, from where.

    *origin* names the entry (`ja/cues: 当社の`); *says* is the sense, possessor or
    other thing it speaks for; *weight* is 2 for what decides alone, 1 for what needs
    company, 0 where nothing is weighed (a rule's own reason). *span* is the place of
    the evidence in the source, None where no words of the copy are it.
    """

    origin: str
    says: str = ""
    weight: int = 0
    span: Span | None = None

    def __str__(self) -> str:
        """Return the entry's name."""
        return self.origin


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One audience word in the copy, with what was decided about it and why.

    *span* counts in the source. *because* is the evidence, for and against, the
    deciding piece first. *sure* is false where only weak evidence decided, or where
    some speaks against what was decided: its findings are `info`.
    """

    span: Span
    text: str
    lang: str
    concept: str
    sense: Sense
    possessor: Possessor | None
    because: tuple[Reason, ...]
    sure: bool
    term: Term
    place: Place

    @property
    def told(self) -> bool:
        """Tell whether something says that the people are ours, or nobody's.

        Where nothing does, they are only taken for ours.
        """
        return any(reason.says in OURS for reason in self.because)

    @property
    def plainly_told(self) -> bool:
        """Tell whether it is said by as much as decides alone, and nothing against it.

        Slight signs, and a sentence in which somebody else is named too, are right
        less often: `we` in it need not be whose people the word names.
        """
        ours = sum(reason.weight for reason in self.because if reason.says in OURS)
        against = any(reason.says in THEIRS for reason in self.because)
        return ours >= STRONG and not against


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word written for another one (*costumer*, 顧客様), and the word meant."""

    span: Span
    text: str
    lang: str
    meant: str
    because: Reason
    place: Place


class StaleKind(StrEnum):
    """Why a remark to okyaku in the copy does nothing."""

    UNUSED = "unused"
    UNKNOWN = "unknown"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Stale:
    """A remark to okyaku that does nothing, or the rule in it that does nothing.

    *text* is what it says (`okyaku-disable`, or a rule); *meant* what it was probably
    to say, empty where nothing is near; *edits* take it away.
    """

    span: Span
    text: str
    kind: StaleKind
    meant: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Contrast:
    """One word on both sides of a contrast; *sure* where the frame allows no doubt."""

    first: Occurrence
    second: Occurrence
    sure: bool
    because: Reason


class MismatchKind(StrEnum):
    """How a translation differs from its source in the people it names."""

    WRONG = "wrong"
    LOST = "lost"
    OTHER = "other"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where a translation names other people than its source.

    *source* and *target* are the two words, None where one side has none; *block* is
    the translation's, *source_text* the sentence or block it renders. It is *sure*
    where the two surely belong together, and *safe* to mend where the source names
    nobody else.
    """

    kind: MismatchKind
    source: Occurrence | None
    target: Occurrence | None
    block: Block
    source_text: str
    sure: bool
    safe: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that tell what kind of business the copy is of, at their place.

    *of* is the concept that they make of people (`customer` for a cart), or the id of
    the business model that uses them of its work.
    """

    of: str
    text: str
    lang: str
    span: Span
    because: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document: every audience word, and every miswritten one.

    *stale* are the remarks that did nothing when the document was judged. *relations*
    are the words that sell one relation or the other, *trades* those of one kind of
    business; both are empty where nobody asked for them. *contrasts* are pairs of one
    word that should be two, *mismatches* words that name others than the source.
    """

    occurrences: tuple[Occurrence, ...]
    confusions: tuple[Confusion, ...]
    stale: tuple[Stale, ...] = ()
    relations: tuple[Sign, ...] = ()
    trades: tuple[Sign, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a writer should look at.

    *suggestions* are replacement texts for *span*, best first; *edits* carry the
    first of them out, and may reach beyond *span* (a particle, an article).
    *because* is the evidence; *related* are other places that belong to it.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[Span, ...] = ()
    because: tuple[Reason, ...] = ()


def spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the ranges of *pairs* of start and end."""
    return tuple(Span(start, end) for start, end in pairs)
