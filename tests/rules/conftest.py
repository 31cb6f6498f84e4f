"""A small lexicon, and words replaced plainly: no tokenizer is loaded."""

import pytest
from making import TERMS

from linter.lexicon import Lexicon, Model
from linter.lexicon.phrase import Vocabulary, compile_phrases
from linter.lexicon.types import Concept, TermEntry, Variant, Words
from linter.occurrences.offering import Offer
from linter.rules import offers
from linter.rules.context import Context
from linter.values import Edit


def make_model(**given):
    """Return a model with one tier that says little else."""
    names = dict.fromkeys(("en", "ja", "ko"), given["id"])
    return Model(
        **{
            "also": (),
            "names": names,
            "why": dict.fromkeys(("en", "ja", "ko"), "Because."),
            "accept": (),
            "avoid": (),
            "avoid_in": {},
            "words": {},
            "end_buyers": (),
            "signs": {},
            "examples": (),
            "origin": f"models/{given['id']}: {given['id']}",
            **given,
        }
    )


MODELS = {
    model.id: model
    for model in (
        make_model(
            id="law",
            prefer=("client",),
            accept=("generic",),
            avoid=("customer",),
            words={"ja": "依頼者", "ko": "의뢰인"},
        ),
        make_model(
            id="agency",
            prefer=("client",),
            accept=("generic",),
            avoid=("customer",),
            words={"ja": "クライアント", "ko": "클라이언트"},
            end_buyers=("customer", "user"),
        ),
        make_model(id="retail", prefer=("customer",), avoid=("client",)),
        make_model(id="mixed", prefer=("client", "customer")),
        make_model(id="club", prefer=("member",), avoid=("customer",)),
        make_model(
            id="cautious",
            prefer=("client",),
            avoid=("customer",),
            avoid_in={"ko": ()},
            words={"ko": "의뢰인"},
        ),
    )
}


def words(lang):
    """Return the terms of *lang* and its words with two spellings."""
    vocabulary = Vocabulary(lang, {}, {})
    variants = {"ja": (("お客様", "お客さま"),), "en": (("e-client", "eclient"),)}
    return Words(
        entries=tuple(
            TermEntry(term, (), (), (), "")
            for term in TERMS.values()
            if term.lang == lang
        ),
        variants=tuple(
            Variant(
                lang,
                forms,
                compile_phrases(forms, vocabulary),
                "",
                (),
                (),
                f"{lang}/variants: {forms[0]}",
            )
            for forms in variants.get(lang, ())
        ),
    )


LEXICON = Lexicon(
    words={lang: words(lang) for lang in ("en", "ja", "ko")},
    concepts={
        "client": Concept("client", {}, ("customer",)),
        # One side is enough to say that two compete.
        "customer": Concept("customer", {}, ()),
        **{name: Concept(name, {}, ()) for name in ("generic", "user", "member")},
    },
    models=MODELS,
)


@pytest.fixture
def context():
    """Return a maker of contexts for a declared model, or none."""

    def make(model=None, **given):
        return Context(MODELS[model] if model else None, LEXICON, **given)

    return make


@pytest.fixture(autouse=True)
def _plain_offers(monkeypatch):
    """Put the plural for a plural and nothing else: grammar has its own tests."""

    def offer(occurrence, new):
        text = new.plural if occurrence.text.endswith("s") else new.word
        place = occurrence.place
        shown = offers.shown_text(occurrence).replace(occurrence.text, text)
        if shown == offers.shown_text(occurrence) or new.word == "member":
            return None
        source = place.block.source_span(place.span.start, place.span.end)
        edit = Edit(source, text, safe=True)
        return Offer(offers.shown_span(occurrence), shown, (edit,))

    monkeypatch.setattr(offers, "offer", offer)
