"""One text or file through all steps: read, find the language, decide, judge."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from linter import documents, lexicon, occurrences, rules
from linter.config import Settings
from linter.engine import bilingual, exceptions, suppressions
from linter.engine.results import FileResult
from linter.errors import ConfigError, ReadError
from linter.languages import detect
from linter.lexicon import Lexicon, Model, stems
from linter.rules.context import Context
from linter.values import Document, Finding, Occurrence, Reading

_KEPT_LEXICONS = 8
# Rules that have nothing to say where no kind of business is declared.
_OF_A_MODEL = frozenset({"audience-mismatch", "audience-tier"})


def analyse(
    text: str,
    *,
    lang: str | None = None,
    format: str = "text",  # noqa: A002 - the name the public API promises
    settings: Settings | None = None,
) -> tuple[Occurrence, ...]:
    """Return every audience word of *text*, with sense and possessor decided.

    *lang* (en, ja, ko) is the language where the script does not tell; *format* is a
    reader's name. Raise `ReadError` for a text that cannot be read, `LexiconError`
    for mistakes in the settings' own word lists.
    """
    settings = settings or Settings()
    document = documents.read_text(text, format=format, copy=settings.copy)
    return _read(_assigned(document, settings, lang), settings).occurrences


def lint_text(
    text: str,
    *,
    model: str | None = None,
    lang: str | None = None,
    format: str = "text",  # noqa: A002 - the name the public API promises
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules report in *text*, in its order.

    *model* is the name of a business model and goes before that of *settings*. Raises
    what `analyse` raises, and `ConfigError` for a model that does not exist.
    """
    settings = settings or Settings()
    if model is not None:
        settings = settings.with_model(model)
    document = _assigned(
        documents.read_text(text, format=format, copy=settings.copy), settings, lang
    )
    reading = _with_translations(document, _read(document, settings), settings)
    if settings.model is not None:
        # A text by itself is a whole run: the copy of it can cast doubt on the model.
        models = lexicon_of(settings).models.values()
        trades = occurrences.signs.trades(occurrences.views_of(document), models)
        reading = replace(reading, trades=tuple(trades))
    return _judge(document, reading, settings)[0]


def lint_document(document: Document, *, settings: Settings) -> FileResult:
    """Return the result of one document that has been read already."""
    document = _assigned(document, settings, None)
    reading = _with_translations(document, _read(document, settings), settings)
    findings, suppressed = _judge(document, reading, settings)
    return FileResult(
        path=document.path,
        document=document,
        occurrences=reading.occurrences,
        findings=findings,
        error=None,
        suppressed=suppressed,
    )


def lint_file(path: Path, *, settings: Settings) -> FileResult:
    """Return the result of one file; one that cannot be read has an `error`.

    A file that holds no text that okyaku looks for is not parsed: its result has no
    document.
    """
    name = str(path)
    try:
        most = settings.max_bytes or documents.MAX_BYTES
        source = documents.text_of(path, max_bytes=most)
        if source is None:
            document = documents.read_file(path, max_bytes=most, copy=settings.copy)
        elif stems.may_hold_words(source, settings.lexicons):
            document = documents.read_text(
                source,
                format=documents.format_of(name) or "text",
                path=name,
                max_line=settings.max_line or documents.MAX_LINE,
                copy=settings.copy,
            )
        else:
            if settings.model and not stems.is_shipped_model(settings.model):
                model_of(settings)  # a model that does not exist is a mistake here too
            return FileResult(name, None, (), (), None)
    except ReadError as error:
        return FileResult(name, None, (), (), error.say(settings.ui_lang))
    return lint_document(document, settings=settings)


def lint_bytes(data: bytes, path: Path, *, settings: Settings) -> FileResult:
    """Return the result of what the file *path* holds elsewhere: in git's index."""
    try:
        document = documents.read_bytes(data, str(path), copy=settings.copy)
    except ReadError as error:
        return FileResult(str(path), None, (), (), error.say(settings.ui_lang))
    return lint_document(document, settings=settings)


def read_file(path: Path, *, settings: Settings) -> Document:
    """Return one file as it is judged, the language of each block decided.

    Raise `ReadError` for a file that cannot be read.
    """
    return _assigned(documents.read_file(path, copy=settings.copy), settings, None)


def lexicon_of(settings: Settings) -> Lexicon:
    """Return the word lists for *settings*, those of its own folders laid over ours.

    Raise `LexiconError` with every mistake in them.
    """
    return _lexicon(settings.lexicons, settings.names, _Tables(settings.user_models))


def model_of(settings: Settings) -> Model | None:
    """Return the declared business model; raise `ConfigError` for an unknown one."""
    if settings.model is None:
        return None
    words = lexicon_of(settings)
    model = words.model_named(settings.model)
    if model is None:
        raise ConfigError(
            "config-unknown-model",
            model=settings.model,
            known=", ".join(sorted(words.models)),
        )
    return model


class _Tables:
    """Models of a configuration as a key for the cache: equal by what they say."""

    def __init__(self, tables: Mapping[str, Mapping[str, object]]) -> None:
        self.tables = tables
        self._written = repr(sorted(tables.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tables) and self._written == other._written

    def __hash__(self) -> int:
        return hash(self._written)


@lru_cache(maxsize=_KEPT_LEXICONS)
def _lexicon(
    folders: tuple[Path, ...], names: tuple[str, ...], models: _Tables
) -> Lexicon:
    return lexicon.load(folders, names=names, models=models.tables)


def _assigned(document: Document, settings: Settings, lang: str | None) -> Document:
    return detect.assign(document, default=lang or settings.lang)


def _read(document: Document, settings: Settings) -> Reading:
    return occurrences.read(
        document,
        lexicon_of(settings),
        voice=settings.voice,
        tone=settings.model is not None,
        pipeline=settings.pipeline,
    )


def _with_translations(
    document: Document, reading: Reading, settings: Settings
) -> Reading:
    """Add where the translations of a bilingual file differ from their sources."""
    found = bilingual.within(
        document, lexicon_of(settings), source_lang=settings.source_lang
    )
    return replace(reading, mismatches=found) if found else reading


def _judge(
    document: Document, reading: Reading, settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is reported of *document*, and what is silenced."""
    context = context_of(settings)
    found = rules.run(reading, context)
    silenced = suppressions.silence(
        document,
        found,
        known=tuple(rule.ID for rule in rules.RULES),
        ran=tuple(
            rule.ID
            for rule in rules.wanted(context)
            if context.model is not None or rule.ID not in _OF_A_MODEL
        ),
    )
    findings = silenced.findings
    if silenced.stale:
        stale = rules.run(Reading((), (), silenced.stale), context)
        findings = tuple(
            sorted(
                (*findings, *stale), key=lambda finding: (finding.span, finding.rule)
            )
        )
    kept, accepted = _parted(document, findings, settings)
    return kept, (*silenced.suppressed, *accepted)


def spared(
    document: Document, findings: tuple[Finding, ...], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return *findings* of a look at several files, and what is silenced of them."""
    known = tuple(rule.ID for rule in rules.RULES)
    silenced = suppressions.silence(document, findings, known=known, ran=())
    kept, accepted = _parted(document, silenced.findings, settings)
    return kept, (*silenced.suppressed, *accepted)


def _parted(
    document: Document, findings: tuple[Finding, ...], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    accepted = exceptions.accepted(document, findings, settings)
    return tuple(one for one in findings if one not in accepted), accepted


def context_of(settings: Settings) -> Context:
    """Return what the rules are told of *settings*; raise as `model_of` does."""
    return Context(
        model=model_of(settings),
        lexicon=lexicon_of(settings),
        ui_lang=settings.ui_lang,
        spellings=settings.spellings,
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
    )
