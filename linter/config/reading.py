"""A parsed configuration file → Settings; every mistake in it is noted."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from linter.config import schema
from linter.config.mistakes import Mistakes
from linter.config.schema import Kind
from linter.config.settings import (
    Exemption,
    FailOn,
    Scope,
    Settings,
    UserModel,
)
from linter.config.tables import EXAMPLES, Source, Table
from linter.values import Voice

Value = TypeVar("Value")


def settings_from(
    table: Mapping[str, object],
    *,
    base: Settings,
    source: Source,
    known_rules: Collection[str] | None,
    mistakes: Mistakes,
) -> Settings:
    """Return *base* with what *table* says laid over it.

    A key takes the place of the one in *base*; `severity` and `models` are laid over
    it entry by entry, scopes and exceptions come after those of *base*.
    """
    top = Table(table, (), source, known_rules, mistakes)
    top.check_keys(schema.FILE)
    top.text("extend")
    lexicons = top.texts("lexicons")
    exclude = top.globs("exclude")
    baseline = top.text("baseline")
    severity, off = top.levels("severity")
    settings = replace(
        base,
        model=_or(top.text("model"), base.model),
        names=_or(top.texts("names"), base.names),
        voice=_or(top.choice("voice", Voice), base.voice),
        lang=_or(top.lang("lang"), base.lang),
        spellings=_or(top.texts("spellings"), base.spellings),
        select=_or(top.rules("select"), base.select),
        fail_on=_or(top.choice("fail_on", FailOn), base.fail_on),
        ui_lang=_or(top.lang("ui_lang"), base.ui_lang),
        models={**base.models, **_models(top)},
        scopes=(*base.scopes, *_scopes(top, source.root)),
        lexicons=(
            base.lexicons
            if lexicons is None
            else tuple(source.root / Path(folder) for folder in lexicons)
        ),
        exceptions=(*base.exceptions, *_exceptions(top, source)),
        baseline=base.baseline if baseline is None else source.root / baseline,
        source_lang=_or(top.lang("source_lang"), base.source_lang),
        translations=_or(top.texts("translations"), base.translations),
        copy=_or(top.texts("copy"), base.copy),
        pipeline=_or(top.text("pipeline"), base.pipeline),
        max_bytes=_or(top.number("max_bytes"), base.max_bytes),
        max_line=_or(top.number("max_line"), base.max_line),
        exclude=_or(exclude, base.exclude),
        exclude_root=base.exclude_root if exclude is None else source.root,
    )
    return settings.with_levels(severity, off, top.rules("ignore"))


def _models(top: Table) -> dict[str, UserModel]:
    tables = top.table_at("models", Kind.MODELS)
    if tables is None:
        return {}
    found = {}
    for name in tables.keys:
        table = tables.table_at(name, Kind.MODELS)
        if table is not None:
            found[name] = _model(table)
    return found


def _model(table: Table) -> UserModel:
    table.check_keys(schema.MODEL)
    table.require("extends", 'extends = "law"')
    return UserModel(
        extends=table.text("extends") or "",
        names=table.by_lang("names", plain=True),
        why=table.by_lang("why", plain=True),
        prefer=table.texts("prefer"),
        accept=table.texts("accept"),
        avoid=table.texts("avoid"),
        avoid_in=table.texts_by_lang("avoid_in"),
        words=table.by_lang("words"),
        end_buyers=table.buyers("end_buyers"),
    )


def _scopes(top: Table, root: Path) -> tuple[Scope, ...]:
    return tuple(_scope(table, root) for table in top.tables("scope"))


def _scope(table: Table, root: Path) -> Scope:
    table.check_keys(schema.SCOPE)
    table.require("paths", EXAMPLES[Kind.GLOBS])
    paths = table.globs("paths")
    if paths == ():
        table.odd("paths", Kind.GLOBS, EXAMPLES[Kind.GLOBS])
    severity, off = table.levels("severity")
    return Scope(
        paths=paths or (),
        root=root,
        model=table.text("model"),
        names=table.texts("names"),
        voice=table.choice("voice", Voice),
        lang=table.lang("lang"),
        severity=severity,
        off=off,
        select=table.rules("select"),
        ignore=table.rules("ignore"),
        spellings=table.texts("spellings"),
    )


def _exceptions(top: Table, source: Source) -> tuple[Exemption, ...]:
    tables = top.tables("exception", Kind.EXCEPTIONS)
    return tuple(_exception(table, source) for table in tables)


def _exception(table: Table, source: Source) -> Exemption:
    table.check_keys(schema.EXCEPTION)
    table.require("rule", 'rule = "audience-mismatch"')
    table.require("reason", 'reason = "the name of our club"')
    table.require_one(("text", "paths"), 'text = "Customer Club"')
    paths = table.globs("paths")
    if paths == ():
        table.odd("paths", Kind.GLOBS, EXAMPLES[Kind.GLOBS])
    return Exemption(
        rule=table.rule("rule") or "",
        reason=table.text("reason") or "",
        source=source.shown,
        root=source.root,
        paths=paths,
        text=table.text("text"),
        until=table.date("until"),
    )


def _or(value: Value | None, otherwise: Value) -> Value:
    return otherwise if value is None else value
