"""The files of `lexicons/`, and of users' folders laid over them, as one Lexicon."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from linter.errors import LexiconError
from linter.lexicon import entries
from linter.lexicon.entries import Entry, Problems
from linter.lexicon.phrase import Vocabulary
from linter.lexicon.types import Concept, Lexicon, Model, TermEntry, Words

LANGUAGES = ("en", "ja", "ko")

Value = TypeVar("Value")
Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: its name, the list in it, and what an entry is called by."""

    file: str
    key: str
    title: str


_TERMS = _Kind("terms.toml", "term", "word")
_GROUPS = _Kind("groups.toml", "group", "name")
_COMPOUNDS = _Kind("compounds.toml", "compound", "phrases")
_CUES = _Kind("cues.toml", "cue", "phrases")
_MISSPELLINGS = _Kind("misspellings.toml", "misspelling", "meant")
_VARIANTS = _Kind("variants.toml", "variant", "forms")
_RELATIONS = _Kind("relations.toml", "relation", "phrases")
_CONTRASTS = _Kind("contrasts.toml", "contrast", "name")
_EXAMPLES = _Kind("examples.toml", "example", "text")
_PHRASED = (_COMPOUNDS, _CUES, _MISSPELLINGS, _VARIANTS, _RELATIONS, _CONTRASTS)


def load(
    folders: Iterable[Path] = (),
    *,
    names: tuple[str, ...] = (),
    models: Mapping[str, Table] | None = None,
) -> Lexicon:
    """Return our word lists with the users' *folders* laid over them, the last on top.

    *names* are what the business calls itself (`{us}` in phrases); *models* are the
    configuration's own business models by id, each may extend one of ours. Raise
    `LexiconError` with every mistake of every file. Our own files of a language are
    read when its words are first asked for; those of a user all at once.
    """
    return _Loader(tuple(folders), names, models or {}).lexicon()


@cache
def shipped() -> Lexicon:
    """Return our own word lists alone."""
    return load()


class _ByLanguage(Mapping[str, Words]):
    """The words of each language, read by *read* when they are first asked for.

    Most copy is in one language: the files of the others, the greater part of what
    there is to read, stay closed.
    """

    def __init__(self, read: Callable[[str], Words]) -> None:
        self._read = read
        self._found: dict[str, Words] = {}

    def __getitem__(self, lang: str) -> Words:
        if lang not in LANGUAGES:
            raise KeyError(lang)
        if lang not in self._found:
            self._found[lang] = self._read(lang)
        return self._found[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


class _Loader:
    """All folders on their way to a Lexicon, with the mistakes met on it."""

    def __init__(
        self,
        folders: tuple[Path, ...],
        names: tuple[str, ...],
        models: Mapping[str, Table],
    ) -> None:
        self._problems = Problems()
        self._folders: tuple[tuple[str, Traversable], ...] = (
            *((str(folder), folder) for folder in reversed(folders)),
            ("", files("lexicons")),
        )
        self._names = names
        self._models = models
        for where, folder in self._folders:
            if not folder.is_dir():
                self._problems.add("lexicon-folder-missing", where=where)
        self._dropped = frozenset(self._read_dropped())

    def lexicon(self) -> Lexicon:
        """Read everything; raise `LexiconError` where anything is wrong."""
        concepts = self._read_concepts()
        terms = [entry for lang in LANGUAGES for entry in self._terms(lang, concepts)]
        by_language = {
            lang: [item for item in terms if item.term.lang == lang]
            for lang in LANGUAGES
        }
        words: Mapping[str, Words]
        if len(self._folders) > 1:
            words = {lang: self._words(lang, by_language[lang]) for lang in LANGUAGES}
        else:
            words = _ByLanguage(lambda lang: self._sound(lang, by_language[lang]))
        models = self._read_models(concepts, terms)
        self._raise()
        return Lexicon(words=words, concepts=concepts, models=models)

    def _sound(self, lang: str, terms: list[TermEntry]) -> Words:
        """Return the words of *lang*; raise `LexiconError` where anything is wrong."""
        words = self._words(lang, terms)
        self._raise()
        return words

    def _words(self, lang: str, terms: list[TermEntry]) -> Words:
        vocabulary = self._vocabulary(lang, terms)
        return Words(
            entries=tuple(terms),
            compounds=self._read(lang, _COMPOUNDS, vocabulary, entries.compound),
            cues=self._read(lang, _CUES, vocabulary, entries.cue),
            misspellings=self._read(
                lang, _MISSPELLINGS, vocabulary, entries.misspelling
            ),
            variants=self._read(lang, _VARIANTS, vocabulary, entries.variant),
            relations=self._read(lang, _RELATIONS, vocabulary, entries.relation),
            contrasts=self._read(lang, _CONTRASTS, vocabulary, entries.contrast),
            decisions=tuple(
                entries.decision(entry, lang)
                for entry in self._entries(lang, _EXAMPLES)
            ),
        )

    def _raise(self) -> None:
        if not self._problems.found:
            return
        raise LexiconError(
            (problem.key, problem.values) for problem in self._problems.found
        )

    def _read(
        self,
        lang: str,
        kind: _Kind,
        vocabulary: Vocabulary,
        reader: Callable[[Entry, Vocabulary], Value],
    ) -> tuple[Value, ...]:
        return tuple(reader(entry, vocabulary) for entry in self._entries(lang, kind))

    def _terms(self, lang: str, concepts: Mapping[str, Concept]) -> Iterator[TermEntry]:
        for entry in self._entries(lang, _TERMS):
            yield entries.term(entry, lang, concepts)

    def _vocabulary(self, lang: str, terms: Iterable[TermEntry]) -> Vocabulary:
        forms: dict[str, list[str]] = {}
        for word in terms:
            forms.setdefault(word.term.concept, []).extend(
                text for text, _ in word.forms
            )
        groups: dict[str, tuple[str, ...]] = {}
        for entry in self._entries(lang, _GROUPS):
            name = entry.text("name")
            groups[name] = (*groups.get(name, ()), *entry.texts("words", needed=True))
            entry.finish()
        by_concept = {concept: tuple(found) for concept, found in forms.items()}
        return Vocabulary(lang, by_concept, groups, self._names)

    def _read_concepts(self) -> dict[str, Concept]:
        found: dict[str, Concept] = {}
        for where, table in self._files("concepts.toml"):
            for name, value in table.items():
                if isinstance(value, dict) and name not in found:
                    entry = Entry(value, where, name, self._problems)
                    found[name] = entries.concept(entry, name)
        return found

    def _read_models(
        self, concepts: Iterable[str], terms: Iterable[TermEntry]
    ) -> dict[str, Model]:
        known = {(entry.term.lang, entry.term.word) for entry in terms}
        found: dict[str, Model] = {}
        for where, folder in self._folders:
            models = folder / "models"
            if not models.is_dir():
                continue
            for path in sorted(models.iterdir(), key=lambda path: path.name):
                if not path.name.endswith(".toml"):
                    continue
                name = path.name.removesuffix(".toml")
                place = _joined(where, f"models/{path.name}")
                table = self._parse(path, place)
                if table is not None and name not in found:
                    entry = Entry(table, place, name, self._problems)
                    found[name] = entries.model(entry, name, concepts)
        found |= self._user_models(found, concepts)
        for model in found.values():
            for lang, word in model.words.items():
                if (lang, word) not in known:
                    self._problems.add(
                        "lexicon-model-word",
                        where=model.origin.partition(":")[0],
                        entry=model.id,
                        lang=lang,
                        word=word,
                    )
        return found

    def _user_models(
        self, shipped_models: Mapping[str, Model], concepts: Iterable[str]
    ) -> dict[str, Model]:
        found: dict[str, Model] = {}
        for name, table in self._models.items():
            base = shipped_models.get(str(table.get("extends", "")))
            own = {key: value for key, value in table.items() if key != "extends"}
            if base is None and "extends" in table:
                self._problems.add(
                    "lexicon-extends",
                    entry=name,
                    base=table["extends"],
                    known=", ".join(sorted(shipped_models)),
                )
                continue
            entry = Entry(
                {**(_as_table(base) if base else {}), **own},
                f"models.{name}",
                name,
                self._problems,
            )
            found[name] = entries.model(entry, name, concepts)
        return found

    def _read_dropped(self) -> Iterator[str]:
        """Yield what users drop of ours; our own files drop nothing."""
        for lang in LANGUAGES:
            for kind in (_TERMS, *_PHRASED):
                for where, table in self._files(f"{lang}/{kind.file}", ours=False):
                    drop = table.get("drop", [])
                    if not isinstance(drop, list):
                        self._problems.add(
                            "lexicon-not-strings", where=where, entry="drop", key="drop"
                        )
                        continue
                    yield from (f"{lang}/{text}" for text in drop)

    def _entries(self, lang: str, kind: _Kind) -> Iterator[Entry]:
        """Yield the entries of one kind, users' first: of equals the first decides."""
        for where, table in self._files(f"{lang}/{kind.file}"):
            for key in table:
                if key not in (kind.key, "drop"):
                    self._problems.add(
                        "lexicon-file-key",
                        where=where,
                        key=key,
                        known=f"[[{kind.key}]]",
                    )
            listed = table.get(kind.key, [])
            for item in listed if isinstance(listed, list) else ():
                if not isinstance(item, dict):
                    continue
                kept = self._without_dropped(item, lang, kind)
                if kept is not None:
                    title = _title(item.get(kind.title))
                    yield Entry(kept, where, title, self._problems)

    def _without_dropped(self, item: Table, lang: str, kind: _Kind) -> Table | None:
        value = item.get(kind.title)
        if isinstance(value, str):
            return None if f"{lang}/{value}" in self._dropped else item
        if not isinstance(value, list):
            return item
        kept = [text for text in value if f"{lang}/{text}" not in self._dropped]
        if len(kept) == len(value):
            return item
        return {**item, kind.title: kept} if kept else None

    def _files(self, name: str, *, ours: bool = True) -> Iterator[tuple[str, Table]]:
        """Yield the file *name* of each folder that has it, users' folders first."""
        for where, folder in self._folders if ours else self._folders[:-1]:
            path = folder.joinpath(*name.split("/"))
            if path.is_file():
                place = _joined(where, name)
                table = self._parse(path, place)
                if table is not None:
                    yield place, table

    def _parse(self, path: Traversable, where: str) -> Table | None:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            known = (problem.values["where"] for problem in self._problems.found)
            if where not in known:
                self._problems.add("lexicon-toml", where=where, reason=str(error))
            return None


def _joined(where: str, name: str) -> str:
    return f"{where}/{name}" if where else name


def _title(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return str(first) if first else "?"


def _as_table(model: Model) -> dict[str, object]:
    return {
        "names": dict(model.names),
        "why": dict(model.why),
        "prefer": list(model.prefer),
        "accept": list(model.accept),
        "avoid": list(model.avoid),
        "avoid_in": {lang: list(names) for lang, names in model.avoid_in.items()},
        "words": dict(model.words),
        "end_buyers": {"prefer": list(model.end_buyers)} if model.end_buyers else {},
        "signs": {lang: list(phrases) for lang, phrases in model.signs.items()},
    }
