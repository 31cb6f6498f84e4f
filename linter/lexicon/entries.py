"""One TOML table → one checked value; what is wrong is collected, not raised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from linter.lexicon.notation import PhraseError, expand, without_marks
from linter.lexicon.phrase import Pattern, Vocabulary, compile_phrases
from linter.lexicon.types import (
    Compound,
    Concept,
    Contrast,
    Cue,
    Decision,
    Misspelling,
    Model,
    ModelExample,
    Relation,
    TermEntry,
    Variant,
    Where,
)
from linter.values import BlockKind, Possessor, Sense, Term, Voice

QUOTE = "quote"
_SAYS: Mapping[str, type[Sense | Possessor | Voice]] = {
    "sense": Sense,
    "possessor": Possessor,
    "voice": Voice,
}
_INSIDE = {QUOTE, *(str(kind) for kind in BlockKind)}
_UI_LANGUAGES = {"en", "ja", "ko"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file: a message key and its values."""

    key: str
    values: Mapping[str, object]


@dataclass(slots=True)
class Problems:
    """All mistakes met so far; the loader reports them together."""

    found: list[Problem] = field(default_factory=list)

    def add(self, key: str, /, **values: object) -> None:
        """Note one mistake."""
        self.found.append(Problem(key, values))


class Entry:
    """One table of a file, read key by key; what is odd in it becomes a problem."""

    def __init__(
        self, table: Mapping[str, object], where: str, title: str, problems: Problems
    ) -> None:
        self._table = table
        self._where = where
        self._title = title
        self._problems = problems
        self._asked: set[str] = set()

    @property
    def origin(self) -> str:
        """Return how evidence names the entry: `ja/cues: 当社の`."""
        return f"{self._where.removesuffix('.toml')}: {self._title}"

    def problem(self, key: str, /, **values: object) -> None:
        """Note that this entry is wrong."""
        self._problems.add(key, where=self._where, entry=self._title, **values)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without *default* it must be there and not empty."""
        value = self._take(key, str, default)
        if value is None or (default is None and not value):
            self.problem("lexicon-key-missing", key=key)
            return ""
        return str(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        return bool(self._take(key, bool, default))

    def number(self, key: str, default: int) -> int:
        """Return a whole number, not negative."""
        value = self._take(key, int, default)
        return value if isinstance(value, int) and value >= 0 else default

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of strings; *needed* ones must hold at least one."""
        value = self._take(key, list, [])
        items = value if isinstance(value, list) else []
        if any(not isinstance(item, str) or not item for item in items):
            self.problem("lexicon-not-strings", key=key)
            return ()
        if needed and not items:
            self.problem("lexicon-key-missing", key=key)
        return tuple(str(item) for item in items)

    def words(self, key: str, *, needed: bool = False) -> dict[str, str]:
        """Return a table of strings by user language (en, ja, ko)."""
        value = self._take(key, dict, {})
        table = value if isinstance(value, dict) else {}
        if any(not isinstance(item, str) for item in table.values()) or (
            set(table) - _UI_LANGUAGES
        ):
            self.problem("lexicon-not-by-language", key=key)
            return {}
        if needed and set(table) != _UI_LANGUAGES:
            self.problem("lexicon-not-by-language", key=key)
        return {str(lang): str(word) for lang, word in table.items()}

    def table(self, key: str) -> Mapping[str, object]:
        """Return a table as it stands."""
        value = self._take(key, dict, {})
        return value if isinstance(value, dict) else {}

    def tables(self, key: str) -> tuple[Mapping[str, object], ...]:
        """Return a list of tables as they stand."""
        value = self._take(key, list, [])
        items = value if isinstance(value, list) else []
        return tuple(item for item in items if isinstance(item, dict))

    def choice(self, key: str, allowed: Iterable[str], default: str) -> str:
        """Return one of the *allowed* words."""
        value = self.text(key, default)
        if value in allowed:
            return value
        self.problem(
            "lexicon-not-one-of", key=key, value=value, known=", ".join(sorted(allowed))
        )
        return default or min(allowed)

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                from difflib import get_close_matches  # noqa: PLC0415 - for mistakes alone

                close = get_close_matches(key, sorted(self._asked), n=1)
                if close:
                    self.problem("lexicon-key-unknown-close", key=key, close=close[0])
                else:
                    known = ", ".join(sorted(self._asked))
                    self.problem("lexicon-key-unknown", key=key, known=known)

    def _take(self, key: str, kind: type, default: object) -> object:
        self._asked.add(key)
        value = self._table.get(key, default)
        if value is not None and not isinstance(value, kind):
            self.problem("lexicon-key-type", key=key, kind=_KINDS[kind])
            return default
        return value


_KINDS = {str: "text", bool: "true/false", int: "number", list: "list", dict: "table"}


def term(entry: Entry, lang: str, concepts: Iterable[str]) -> TermEntry:
    """Read a `[[term]]`."""
    word, plural = entry.text("word"), entry.text("plural", "")
    also = entry.texts("also")
    scanned = entry.flag("scanned", default=True)
    value = Term(
        lang=lang,
        concept=entry.choice("concept", set(concepts), ""),
        word=without_marks(word),
        plural=plural,
        also=tuple(without_marks(form) for form in also),
        possessor=Possessor(entry.choice("possessor", set(Possessor), "none")),
        address=entry.flag("address", default=False),
        scanned=scanned,
        sense=Sense(entry.choice("sense", set(Sense), "party")),
        doubtful=entry.flag("doubtful", default=False),
    )
    forms: list[tuple[str, str]] = []
    for written in (word, plural, *also):
        try:
            forms += [(without_marks(form), form) for form in expand(written) if form]
        except PhraseError as error:
            entry.problem(error.key, phrase=written, **error.values)
    yes, no = _tests(entry, needed=scanned)
    entry.finish()
    return TermEntry(value, tuple(forms) if scanned else (), yes, no, entry.origin)


def compound(entry: Entry, vocabulary: Vocabulary) -> Compound:
    """Read a `[[compound]]`."""
    sense = Sense(entry.choice("sense", set(Sense), ""))
    phrases = entry.texts("phrases", needed=True)
    capitals = entry.flag("capitals", default=False)
    pattern = _pattern(entry, phrases, vocabulary, capitals=capitals)
    why = entry.text("why")
    yes, no = _tests(entry)
    entry.finish()
    return Compound(
        vocabulary.lang, sense, phrases, pattern, why, yes, no, entry.origin
    )


def cue(entry: Entry, vocabulary: Vocabulary) -> Cue:
    """Read a `[[cue]]`."""
    phrases = entry.texts("phrases", needed=True)
    inside, outside = _places(entry, "inside"), _places(entry, "outside")
    yes, no = _tests(entry)
    value = Cue(
        lang=vocabulary.lang,
        says=_says(entry),
        phrases=phrases,
        pattern=_pattern(entry, phrases, vocabulary),
        where=Where(entry.choice("place", set(Where), "")),
        within=entry.number("within", 0),
        strong=entry.choice("strength", {"strong", "weak"}, "strong") == "strong",
        concepts=frozenset(entry.texts("concepts")),
        words=frozenset(entry.texts("words")),
        inside=inside,
        outside=outside,
        why=entry.text("why", ""),
        yes=yes,
        no=no,
        origin=entry.origin,
        apart=entry.flag("apart", default=False),
    )
    if isinstance(value.says, Voice) and value.where is not Where.DOCUMENT:
        entry.problem("lexicon-voice-place")
    entry.finish()
    return value


def _places(entry: Entry, key: str) -> frozenset[str]:
    """Read a list of kinds of block, or of quotations."""
    places = frozenset(entry.texts(key))
    for place in places - _INSIDE:
        entry.problem(
            "lexicon-not-one-of",
            key=key,
            value=place,
            known=", ".join(sorted(_INSIDE)),
        )
    return places


def misspelling(entry: Entry, vocabulary: Vocabulary) -> Misspelling:
    """Read a `[[misspelling]]`."""
    phrases = entry.texts("wrong", needed=True)
    pattern = _pattern(entry, phrases, vocabulary)
    yes, no = _tests(entry)
    meant, why = entry.text("meant"), entry.text("why", "")
    entry.finish()
    return Misspelling(
        vocabulary.lang, meant, phrases, pattern, why, yes, no, entry.origin
    )


def variant(entry: Entry, vocabulary: Vocabulary) -> Variant:
    """Read a `[[variant]]`."""
    forms = entry.texts("forms", needed=True)
    pattern = _pattern(entry, forms, vocabulary)
    yes, no = _tests(entry)
    why = entry.text("why")
    entry.finish()
    return Variant(vocabulary.lang, forms, pattern, why, yes, no, entry.origin)


def relation(entry: Entry, vocabulary: Vocabulary) -> Relation:
    """Read a `[[relation]]`."""
    phrases = entry.texts("phrases", needed=True)
    pattern = _pattern(entry, phrases, vocabulary)
    of = entry.choice("of", {"client", "customer"}, "")
    why = entry.text("why")
    yes, no = _tests(entry)
    entry.finish()
    return Relation(vocabulary.lang, of, phrases, pattern, why, yes, no, entry.origin)


def contrast(entry: Entry, vocabulary: Vocabulary) -> Contrast:
    """Read a `[[contrast]]`."""

    def pattern(key: str) -> Pattern | None:
        phrases = entry.texts(key)
        return _pattern(entry, phrases, vocabulary) if phrases else None

    between, opens = pattern("between"), pattern("opens")
    if (between is None) == (opens is None):
        entry.problem("lexicon-contrast")
    yes, no = _tests(entry)
    value = Contrast(
        lang=vocabulary.lang,
        name=entry.text("name"),
        sure=entry.flag("sure", default=True),
        between=between,
        opens=opens,
        closes=pattern("closes"),
        after=pattern("after"),
        followed_by=pattern("followed_by"),
        needs_before=pattern("needs_before"),
        unless_before=pattern("unless_before"),
        unless_after=pattern("unless_after"),
        why=entry.text("why"),
        yes=yes,
        no=no,
        origin=entry.origin,
    )
    entry.finish()
    return value


def decision(entry: Entry, lang: str) -> Decision:
    """Read an `[[example]]` of a language: a sentence and what must be decided."""
    sense = entry.text("sense", "")
    possessor = entry.text("possessor", "")
    value = Decision(
        lang=lang,
        text=entry.text("text"),
        sense=Sense(entry.choice("sense", set(Sense), "")) if sense else None,
        possessor=(
            Possessor(entry.choice("possessor", set(Possessor), ""))
            if possessor
            else None
        ),
        sure=entry.flag("sure", default=True),
        names=entry.texts("names"),
        origin=entry.origin,
    )
    entry.finish()
    return value


def concept(entry: Entry, name: str) -> Concept:
    """Read a table of `concepts.toml`."""
    means, competes = entry.words("means", needed=True), entry.texts("competes")
    entry.finish()
    return Concept(name, means, competes)


def model(entry: Entry, name: str, concepts: Iterable[str]) -> Model:
    """Read a file of `models/`, or a model of the configuration."""
    known = set(concepts)
    avoid_in = {}
    for lang, names in entry.table("avoid_in").items():
        avoid_in[lang] = tuple(names) if isinstance(names, list) else ()
    end_buyers = entry.table("end_buyers").get("prefer", [])
    value = Model(
        id=name,
        also=entry.texts("also"),
        names=entry.words("names", needed=True),
        why=entry.words("why", needed=True),
        prefer=entry.texts("prefer", needed=True),
        accept=entry.texts("accept"),
        avoid=entry.texts("avoid"),
        avoid_in=avoid_in,
        words=entry.words("words"),
        end_buyers=tuple(end_buyers) if isinstance(end_buyers, list) else (),
        signs=_signs(entry),
        examples=tuple(_model_example(table) for table in entry.tables("example")),
        origin=entry.origin,
    )
    named = (*value.prefer, *value.accept, *value.avoid, *value.end_buyers)
    for used in (*named, *(name for names in avoid_in.values() for name in names)):
        if used not in known:
            entry.problem("lexicon-unknown-concept", concept=used)
    entry.finish()
    return value


def _signs(entry: Entry) -> dict[str, tuple[str, ...]]:
    found = {}
    for lang, phrases in entry.table("signs").items():
        listed = phrases if isinstance(phrases, list) else ()
        found[lang] = tuple(str(phrase) for phrase in listed)
        _pattern(entry, found[lang], Vocabulary(lang, {}, {}))
    return found


def _model_example(table: Mapping[str, object]) -> ModelExample:
    becomes = table.get("becomes")
    return ModelExample(
        lang=str(table.get("lang", "")),
        text=str(table.get("text", "")),
        becomes=None if becomes is None else str(becomes),
    )


def _says(entry: Entry) -> Sense | Possessor | Voice:
    table = entry.table("says")
    for key, kind in _SAYS.items():
        if table.get(key) in tuple(kind) and len(table) == 1:
            return kind(str(table[key]))
    entry.problem("lexicon-says")
    return Sense.PARTY


def _pattern(
    entry: Entry,
    phrases: tuple[str, ...],
    vocabulary: Vocabulary,
    *,
    capitals: bool = False,
) -> Pattern:
    try:
        return compile_phrases(phrases, vocabulary, capitals=capitals)
    except PhraseError:
        return _of_sound_phrases(entry, phrases, vocabulary, capitals=capitals)


def _of_sound_phrases(
    entry: Entry, phrases: tuple[str, ...], vocabulary: Vocabulary, *, capitals: bool
) -> Pattern:
    """Return the pattern of the *phrases* that can be read; the others are problems."""
    good = []
    for phrase in phrases:
        try:
            compile_phrases((phrase,), vocabulary, capitals=capitals)
        except PhraseError as error:
            entry.problem(error.key, phrase=phrase, **error.values)
        else:
            good.append(phrase)
    return compile_phrases(tuple(good), vocabulary, capitals=capitals)


def _tests(
    entry: Entry, *, needed: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (entry.texts("yes", needed=needed), entry.texts("no", needed=needed))
