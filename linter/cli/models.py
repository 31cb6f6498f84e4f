"""`okyaku models`: the kinds of business that are known, and what each calls people."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from linter.cli.speaking import (
    Command,
    Failure,
    fail,
    option,
    said,
    tell,
    ui_lang,
    ui_lang_option,
)
from linter.config import Discovery, suggest
from linter.errors import OkyakuError
from linter.lexicon import Lexicon, Model, load
from linter.messages import LANGUAGES

_GAP = "  "


@click.command(cls=Command, help="cli-models")
@click.argument("name", nargs=-1)
@option(
    "-c",
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="cli-opt-config",
)
@option("--isolated", is_flag=True, help="cli-opt-isolated")
@option("--guess", is_flag=True, help="cli-opt-guess")
@ui_lang_option
def command(
    name: tuple[str, ...], config: Path | None, *, isolated: bool, guess: bool
) -> None:
    """Print the list of models, the page of those named, or what copy speaks for."""
    if guess:
        from linter.cli.guessing import guessed  # noqa: PLC0415 - reads copy

        click.echo(guessed(name, config=config, isolated=isolated))
        return
    lexicon = lexicon_here(config=config, isolated=isolated)
    if not name:
        click.echo("\n".join(_list(lexicon)))
        return
    pages = []
    for wanted in name:
        model = lexicon.model_named(wanted)
        if model is None:
            raise unknown_model(wanted, lexicon)
        pages.append("\n".join(page(model, lexicon)))
    click.echo("\n\n".join(pages))


def lexicon_here(*, config: Path | None, isolated: bool) -> Lexicon:
    """Return the word lists and models that hold in the working directory."""
    try:
        discovery = Discovery(config=config, isolated=isolated)
        settings = discovery.settings_in(Path.cwd())
        return load(
            settings.lexicons, names=settings.names, models=settings.user_models
        )
    except OkyakuError as error:
        raise Failure(said(error)) from error


def page(model: Model, lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines that say what *model* is and asks for."""
    lang = ui_lang()
    yield f"{model.id}: {model.names[lang]}"
    yield f"{_GAP}{model.why[lang]}"
    if model.also:
        yield f"{_GAP}{tell('cli-model-also', names=', '.join(model.also))}"
    yield ""
    rows = [tuple(_words(model, lexicon, lang)) for lang in LANGUAGES]
    heads = tuple(tell(f"cli-lang-{lang}") for lang in LANGUAGES)
    titles = ("prefer", "accept", "avoid", "end-buyers")
    columns = [("", *heads)]
    for at, title in enumerate(titles):
        cells = tuple(row[at] for row in rows)
        if any(cells):
            columns.append((tell(f"cli-model-{title}"), *cells))
    yield from _table(zip(*columns, strict=True))
    if model.examples:
        yield ""
        yield tell("cli-model-examples")
        for example in model.examples:
            yield f"{_GAP}{example.text}"
            if example.becomes:
                yield f"{_GAP}{_GAP}→ {example.becomes}"


def unknown_model(name: str, lexicon: Lexicon) -> Failure:
    """Return the error for a model that there is not."""
    names = [
        *lexicon.models,
        *(also for m in lexicon.models.values() for also in m.also),
    ]
    close = suggest(name, names)
    model = lexicon.model_named(close) if close else None
    if model is not None:
        return fail("config-unknown-model-close", model=name, close=model.id)
    known = ", ".join(sorted(lexicon.models))
    return fail("config-unknown-model", model=name, known=known)


def words_for(lexicon: Lexicon, lang: str, concepts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of *lang* for *concepts*, without mere address."""
    terms = lexicon.words[lang].terms
    words = [
        term.word
        for concept in concepts
        for term in terms
        if term.concept == concept and not term.address
    ]
    return tuple(dict.fromkeys(words))


def _list(lexicon: Lexicon) -> Iterator[str]:
    lang = ui_lang()
    rows = [
        (
            model.id,
            model.names[lang],
            *(_offered(model, lexicon, language) for language in LANGUAGES),
        )
        for model in sorted(lexicon.models.values(), key=lambda model: model.id)
    ]
    yield from _table(rows)
    yield ""
    yield tell("cli-models-more")


def _offered(model: Model, lexicon: Lexicon, lang: str) -> str:
    term = lexicon.offered(model, lang, model.prefer[0])
    return term.word if term else "–"


def _words(model: Model, lexicon: Lexicon, lang: str) -> Iterator[str]:
    """Yield the words to write, right too, to avoid, and for the second tier."""
    offered = lexicon.offered(model, lang, model.prefer[0])
    first = {offered.word} if offered else set()
    avoided = model.avoid_in.get(lang, model.avoid)
    accepted = [
        concept for concept in (*model.prefer, *model.accept) if concept not in avoided
    ]
    yield ", ".join(first)
    for concepts in (accepted, avoided):
        words = words_for(lexicon, lang, concepts)
        yield ", ".join(word for word in words if word not in first)
    yield ", ".join(words_for(lexicon, lang, model.end_buyers))


def _table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    kept = list(rows)
    widths = [
        max(_columns(cell) for cell in column) for column in zip(*kept, strict=True)
    ]
    for row in kept:
        cells = (
            cell + " " * (width - _columns(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _columns(text: str) -> int:
    """Return how many columns a terminal gives *text*: two for a full-width letter."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in unicodedata.normalize("NFC", text)
    )
