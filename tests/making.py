"""Occurrences made by hand, for tests of what comes after them."""

from linter.values import (
    STRONG,
    Block,
    BlockKind,
    Confusion,
    Occurrence,
    Piece,
    Place,
    Possessor,
    Reading,
    Reason,
    Sense,
    Span,
    Term,
)

TERMS = {
    term.word: term
    for term in (
        Term("en", "client", "client", "clients"),
        Term("en", "customer", "customer", "customers"),
        Term("en", "user", "user", "users"),
        Term("en", "member", "member", "members"),
        Term("ja", "client", "依頼者"),
        Term("ja", "client", "クライアント"),
        Term("ja", "customer", "カスタマー", also=("カスタマ",)),
        Term("ja", "generic", "顧客"),
        Term("ja", "generic", "お客様", also=("お客さま",), address=True),
        Term("ko", "client", "의뢰인"),
        Term("ko", "client", "클라이언트"),
        Term("ko", "customer", "고객"),
        Term("ko", "customer", "고객님", address=True),
        Term("ko", "generic", "고객사"),
    )
}


def block(text, *, lang="en", at=0, verbatim=True):
    """Return a paragraph that stands at offset *at* of its source."""
    piece = Piece(text, Span(at, at + len(text)), verbatim=verbatim)
    return Block(BlockKind.PARAGRAPH, (piece,), lang)


def occurrence(
    inside,
    text,
    *,
    nth=0,
    sense=Sense.PARTY,
    possessor=Possessor.OWN,
    sure=True,
    compound=None,
    term=None,
    told=True,
):
    """Return the *nth* place of *text* in the block *inside* as an audience word.

    Where *told* is false, no evidence says whose people it names.

    The sentence is the stretch between full stops; *term* is the word's own where its
    form does not tell.
    """
    start = _nth(inside.text, text, nth)
    span = Span(start, start + len(text))
    whole = None
    if compound is not None:
        begin = inside.text.index(compound, max(0, start - len(compound)))
        whole = Span(begin, begin + len(compound))
    found = TERMS[term] if term else _term(text)
    return Occurrence(
        span=inside.source_span(span.start, span.end),
        text=text,
        lang=inside.lang,
        concept=found.concept,
        sense=sense,
        possessor=possessor if sense is Sense.PARTY else None,
        because=(Reason("made", str(possessor) if told else "", STRONG),),
        sure=sure,
        term=found,
        place=Place(inside, span, _sentence(inside.text, start), whole),
    )


def confusion(inside, text, meant):
    """Return *text* in the block *inside* as a slip for *meant*."""
    start = inside.text.index(text)
    span = Span(start, start + len(text))
    return Confusion(
        span=inside.source_span(span.start, span.end),
        text=text,
        lang=inside.lang,
        meant=meant,
        because=Reason("made"),
        place=Place(inside, span, _sentence(inside.text, start)),
    )


def reading(*found, confusions=()):
    """Return a document's reading."""
    return Reading(tuple(found), tuple(confusions))


def _term(text):
    folded = text.casefold()
    for term in TERMS.values():
        if folded in (term.word, term.plural, *term.also):
            return term
    raise KeyError(text)


def _nth(text, part, nth):
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    return at


def _sentence(text, at):
    stops = [index + 1 for index, mark in enumerate(text) if mark in ".。"]
    start = max((stop for stop in stops if stop <= at), default=0)
    end = min((stop for stop in stops if stop > at), default=len(text))
    return Span(start, end)
