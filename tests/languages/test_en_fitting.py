"""Another audience word in an English sentence, by worked examples."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import lexicon
from linter.languages.en import English
from linter.languages.en_fitting import article_for
from linter.values import Block, BlockKind, Piece, Place, Span, Term

ENGLISH = English()
TERMS = {
    term.word: term
    for term in (
        Term("en", "client", "client", "clients", ("clientele", "clientèle")),
        Term("en", "customer", "customer", "customers"),
        Term("en", "user", "user", "users"),
        Term("en", "member", "member", "members"),
        Term("en", "guest", "guest", "guests"),
        Term("en", "consumer", "consumer", "consumers"),
        Term("en", "subscriber", "subscriber", "subscribers"),
        Term("en", "user", "end user", "end users"),
        Term("en", "buyer", "attendee", "attendees"),
        Term("en", "member", "person", "people"),
        Term("en", "user", "folk", ""),
    )
}


def place_of(line, kind=BlockKind.PARAGRAPH):
    """Return the place of the word in «…» in *line*, its compound in ‹…›."""
    text, marks = "", {}
    for character in line:
        if character in "«»‹›":
            marks[character] = len(text)
        else:
            text += character
    block = Block(kind, (Piece(text, Span(0, len(text))),), "en")
    span = Span(marks["«"], marks["»"])
    sentence = next(
        sentence for sentence in ENGLISH.sentences(text) if sentence.covers(span)
    )
    compound = Span(marks["‹"], marks["›"]) if "‹" in marks else None
    return Place(block, span, sentence, compound)


def replaced(line, old, new, kind=BlockKind.PARAGRAPH):
    """Return the text with the word replaced, and the replacement; None, None."""
    place = place_of(line, kind)
    found = ENGLISH.replace(place, TERMS[old], TERMS[new])
    if found is None:
        return None, None
    text = place.block.text
    return text[: found.span.start] + found.text + text[found.span.end :], found


@pytest.mark.parametrize(
    ("line", "old", "new", "expected"),
    [
        # number
        ("Our «clients» stay.", "client", "customer", "Our customers stay."),
        ("Our «client» stays.", "client", "customer", "Our customer stays."),
        ("Each «customer» pays.", "customer", "client", "Each client pays."),
        ("All «customers» pay.", "customer", "client", "All clients pay."),
        ("Two «members» left.", "member", "guest", "Two guests left."),
        ("The «users» sign in.", "user", "subscriber", "The subscribers sign in."),
        # possessives
        ("the «client»'s wish", "client", "customer", "the customer's wish"),
        ("the «client»’s wish", "client", "customer", "the customer’s wish"),
        ("our «clients»' wishes", "client", "customer", "our customers' wishes"),
        ("our «clients»’ wishes", "client", "customer", "our customers’ wishes"),
        ("the «CLIENT»'S WISH", "client", "customer", "the CUSTOMER'S WISH"),
        ("«Clients»’ wishes", "client", "customer", "Customers’ wishes"),
        ("our «clients»’ and guests", "client", "user", "our users’ and guests"),
        # capitals
        ("«Clients» stay.", "client", "customer", "Customers stay."),
        ("«Client» wishes", "client", "customer", "Customer wishes"),
        ("OUR «CLIENTS» STAY", "client", "customer", "OUR CUSTOMERS STAY"),
        ("Why «Clients» Stay", "client", "customer", "Why Customers Stay"),
        ("“«Clients» stay”", "client", "customer", "“Customers stay”"),
        ("«CUSTOMER» NEEDS", "customer", "client", "CLIENT NEEDS"),
        # a and an
        ("a «client» calls", "client", "customer", "a customer calls"),
        ("a «client» calls", "client", "attendee", "an attendee calls"),
        ("an «attendee» calls", "attendee", "client", "a client calls"),
        ("A «client» calls.", "client", "attendee", "An attendee calls."),
        ("An «attendee» calls.", "attendee", "client", "A client calls."),
        ("A «CLIENT» CALLS", "client", "attendee", "AN ATTENDEE CALLS"),
        ("AN «ATTENDEE» CALLS", "attendee", "client", "A CLIENT CALLS"),
        ("a «client» calls", "client", "user", "a user calls"),
        ("a «customer» calls", "customer", "end user", "an end user calls"),
        ("an «end user» calls", "end user", "customer", "a customer calls"),
        ("an existing «client»", "client", "customer", "an existing customer"),
        ("a new «client» rang", "client", "attendee", "a new attendee rang"),
        ("a “«client»” rang", "client", "attendee", "an “attendee” rang"),
        ("a *«client»* rang", "client", "attendee", "an *attendee* rang"),
        ("a\n«client» rang", "client", "attendee", "an\nattendee rang"),
        ("as a «client», you", "client", "attendee", "as an attendee, you"),
        ("(a «client»)", "client", "attendee", "(an attendee)"),
        ("not a «client»-led firm", "client", "user", "not a user-led firm"),
        ("a «client»'s wish", "client", "attendee", "an attendee's wish"),
        ("a non-«client»", "client", "attendee", "a non-attendee"),
        ("Plan A «client» rates", "client", "attendee", "Plan A attendee rates"),
        ("the «client» rang", "client", "attendee", "the attendee rang"),
        ("data «client» list", "client", "attendee", "data attendee list"),
        ("vitamin-a «client»", "client", "attendee", "vitamin-a attendee"),
        ("an «client» rang", "client", "customer", "a customer rang"),
        # hyphens
        ("a ‹«client»-facing› role", "client", "customer", "a customer-facing role"),
        ("a ‹«client»‑facing› role", "client", "customer", "a customer‑facing role"),
        ("a ‹«client»-facing› role", "client", "attendee", "an attendee-facing role"),
        ("‹«Client»-centred› work", "client", "customer", "Customer-centred work"),
        ("A ‹«Customer»-First› Shop", "customer", "client", "A Client-First Shop"),
        ("«clients»-only sale", "client", "customer", "customers-only sale"),
        # compounds that follow the model
        ("our ‹«client» base›", "client", "customer", "our customer base"),
        ("our ‹«Client» Stories›", "client", "customer", "our Customer Stories"),
        ("‹«customer» data› stay", "customer", "client", "client data stay"),
        ("an ‹«attendee» list›", "attendee", "client", "a client list"),
        ("a ‹«client» meeting›", "client", "attendee", "an attendee meeting"),
        ("‹«customer» questions›", "customer", "client", "client questions"),
        # one or many
        ("«client»(s) named here", "client", "customer", "customer(s) named here"),
        ("the «Customer»(s)", "customer", "client", "the Client(s)"),
        # a collective
        (
            "Our «clientele» is local.",
            "client",
            "customer",
            "Our customer base is local.",
        ),
        ("«Clientele» first", "client", "customer", "Customer base first"),
        ("a «clientèle» of note", "client", "customer", "a customer base of note"),
        ("our «clientele»’s taste", "client", "customer", "our customer base’s taste"),
        # people
        ("our «clients»’ wishes", "client", "person", "our people’s wishes"),
        ("our «clients»' wishes", "client", "person", "our people's wishes"),
        ("OUR «CLIENTS»' WISHES", "client", "person", "OUR PEOPLE'S WISHES"),
        ("a «client»'s wish", "client", "person", "a person's wish"),
        ("for ‘our «clients»’ only", "client", "person", "for ‘our people’ only"),
        ("all «clients»’.", "client", "person", "all people’."),
        # neighbours that look alike
        ("«clients» and guests", "client", "customer", "customers and guests"),
        ("guests or «clients»", "client", "customer", "guests or customers"),
        ("«client» customs", "client", "customer", "customer customs"),
        ("«clients», partners", "client", "customer", "customers, partners"),
        # the ugly ones
        ("«cl\u00adient» rang", "client", "customer", "customer rang"),
        ("our «clients»\u00a0stay", "client", "customer", "our customers\u00a0stay"),
        ("«clients»…", "client", "customer", "customers…"),
        ("😀 «clients» 😀", "client", "customer", "😀 customers 😀"),
        ("«clients»—ours", "client", "customer", "customers—ours"),
        ("[«clients»](/x)", "client", "customer", "[customers](/x)"),
        (
            "First.\r\n«Clients» stay.",
            "client",
            "customer",
            "First.\r\nCustomers stay.",
        ),
        ("a «consumer» buys", "consumer", "end user", "an end user buys"),
        ("a one-off «client»", "client", "customer", "a one-off customer"),
        ("half a «client»", "client", "attendee", "half an attendee"),
        ("what a «client»!", "client", "attendee", "what an attendee!"),
        ("such a «client»", "client", "attendee", "such an attendee"),
        ("many a «client»", "client", "attendee", "many an attendee"),
        ("per «client»", "client", "customer", "per customer"),
        ("‘a «client»’", "client", "attendee", "‘an attendee’"),
        ("—a «client» said", "client", "attendee", "—an attendee said"),
        ("Once a «client», always", "client", "user", "Once a user, always"),
    ],
)
def test_replacing(line, old, new, expected):
    """Number, possessive, capitals, hyphens and the article before come out right."""
    assert expected == replaced(line, old, new)[0]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("«clients» and customers", "client", "customer"),
        ("customers and «clients»", "client", "customer"),
        ("«client»/customer", "client", "customer"),
        ("customer/«client»", "client", "customer"),
        ("customers’ or «clients»’ hours", "client", "customer"),
        ("a client or a «customer»", "customer", "client"),
        ("«clients» vs. customers", "client", "customer"),
        ("Clients & «Customers»", "customer", "client"),
        ("«Clients», customers and guests", "client", "customer"),
        ("our clients and our «customers»", "customer", "client"),
        ("«clientele» here", "client", "guest"),
        ("our «clients» stay", "client", "folk"),
        ("«client»(s)", "client", "person"),
        ("our «clients» stay", "client", "client"),
    ],
)
def test_no_grammatical_text(line, old, new):
    """Nothing is offered that names the same people twice, or has no such form."""
    assert (None, None) == replaced(line, old, new)


@pytest.mark.parametrize(
    ("line", "old", "new", "kind"),
    [
        ("Our «clients» stay.", "client", "customer", BlockKind.PARAGRAPH),
        ("a «client» calls", "client", "attendee", BlockKind.PARAGRAPH),
        ("the «client»’s wish", "client", "customer", BlockKind.PARAGRAPH),
        ("our «clients»’ wishes", "client", "customer", BlockKind.PARAGRAPH),
        ("«Clients» stay.", "client", "customer", BlockKind.PARAGRAPH),
        ("OUR «CLIENTS» STAY", "client", "customer", BlockKind.PARAGRAPH),
        ("Why Our «Clients» Stay", "client", "customer", BlockKind.PARAGRAPH),
        ("Our «Clients» are loyal", "client", "customer", BlockKind.HEADING),
        ("Our «Client» Stories", "client", "customer", BlockKind.LINK),
        ("our ‹«client» base› grew", "client", "customer", BlockKind.PARAGRAPH),
        ("a ‹«client»-facing› role", "client", "customer", BlockKind.PARAGRAPH),
    ],
)
def test_safe(line, old, new, kind):
    """An edit is safe where only number, capitals and the article are at stake."""
    assert replaced(line, old, new, kind)[1].safe


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("Our «clientele» is local.", "client", "customer"),
        ("See our «Client» Portal today", "client", "customer"),
        ("«Client» Portal is open", "client", "customer"),
        ("under which the «Client» pays", "client", "customer"),
        ("«cLient» list", "client", "customer"),
        ("«client»(s)", "client", "customer"),
        ("«client»/partner", "client", "customer"),
        ("partner/«client»", "client", "customer"),
        ("a non-«client»", "client", "customer"),
        ("a «customer» calls", "customer", "end user"),
    ],
)
def test_unsafe(line, old, new):
    """What may be a name, a collective or half of a pair is left to the writer."""
    assert not replaced(line, old, new)[1].safe


@pytest.mark.parametrize(
    ("line", "old", "new", "shown"),
    [
        ("a «client» calls", "client", "attendee", "attendee"),
        ("our ‹«client» base› grew", "client", "customer", "customer base"),
        ("a ‹«client»-facing› role", "client", "customer", "customer-facing"),
        ("‹«CLIENT» LIST›", "client", "customer", "CUSTOMER LIST"),
        ("‹«clients»' club› here", "client", "person", "people's club"),
        ("‹new «client» form›", "client", "customer", "new customer form"),
    ],
)
def test_what_is_shown(line, old, new, shown):
    """A message offers the word, or its whole compound, without the article."""
    assert shown == replaced(line, old, new)[1].shown


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("client", "a"),
        ("attendee", "an"),
        ("user", "a"),
        ("end user", "an"),
        ("one-time buyer", "a"),
        ("hour", "an"),
        ("honest buyer", "an"),
        ("heir", "an"),
        ("house guest", "a"),
        ("unique visitor", "a"),
        ("union member", "a"),
        ("uninvited guest", "an"),
        ("umpire", "an"),
        ("European", "a"),
        ("eunuch", "a"),
        ("ewe", "a"),
        ("once-only guest", "a"),
        ("onlooker", "an"),
        ("utility buyer", "a"),
        ("UK buyer", "a"),
        ("investor", "an"),
        ("owner", "an"),
    ],
)
def test_article_for(word, expected):
    """The sound decides, not the letter."""
    assert expected == article_for(word)


WORDS = st.sampled_from(["client", "Client", "CLIENTS", "clients", "clientele"])
ROUND = st.text(
    alphabet=st.sampled_from("aAn ’'\"(-/.,&s customer\n😀"), min_size=0, max_size=12
)


@given(ROUND, WORDS, ROUND, st.sampled_from(sorted(TERMS)))
@settings(max_examples=300, deadline=None)
def test_replacing_never_raises(before, word, after, new):
    """Whatever stands round it, a word is replaced in place or not at all."""
    text = f"{before} {word} {after}"
    start = len(before) + 1
    span = Span(start, start + len(word))
    block = Block(BlockKind.PARAGRAPH, (Piece(text, Span(0, len(text))),), "en")
    place = Place(block, span, Span(0, len(text)))
    found = ENGLISH.replace(place, TERMS["client"], TERMS[new])
    if found is not None:
        assert 0 <= found.span.start <= span.start
        assert span.end <= found.span.end <= len(text)
        assert found.shown in found.text


@pytest.mark.parametrize("word", ["customer", "subscriber", "guest", "patient"])
@pytest.mark.parametrize(
    "line",
    [
        "Our «clients» stay.",
        "A «client»’s wish counts.",
        "All «CLIENTS» CALL",
        "We write to every «client» in March.",
        "Our «clients»’ gardens bloom.",
    ],
)
def test_the_result_reads_as_the_new_word(line, word):
    """After the change the new word stands there, whole, as the lexicon knows it."""
    from linter import analyse  # noqa: PLC0415 - loads all word lists

    words = lexicon.shipped()
    old, new = words.term("en", "client"), words.term("en", word)
    place = place_of(line)
    found = ENGLISH.replace(place, old, new)
    text = place.block.text
    after = text[: found.span.start] + found.text + text[found.span.end :]
    concepts = {occurrence.concept for occurrence in analyse(after, lang="en")}
    assert {new.concept} == concepts
