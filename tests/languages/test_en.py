"""English sentences, and tokens that are spaCy's without asking it."""

import re
import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.util import compile_infix_regex

from linter.errors import ConfigError
from linter.languages import get
from linter.languages.en import INFIXES, English
from linter.values import Span

ENGLISH = English()
WORD = re.compile(r"(?<!\w)(?:client|customer|buyer|user)s?(?!\w)", re.IGNORECASE)


def reference():
    """Return spaCy's blank pipeline with our marks between words."""
    nlp = spacy.blank("en")
    nlp.tokenizer.infix_finditer = compile_infix_regex(
        (*nlp.Defaults.infixes, *INFIXES)
    ).finditer
    nlp.add_pipe("sentencizer")
    return nlp


NLP = reference()


def sentences(text):
    return [text[span.start : span.end] for span in ENGLISH.sentences(text)]


def tokens(text):
    return [token.text for token in ENGLISH.tokens(text, Span(0, len(text)))]


def whole_words(text, found):
    """Return where audience words of *text* begin and end with tokens of *found*."""
    starts = {start for start, _ in found}
    ends = {end for _, end in found}
    return [
        match.span()
        for match in WORD.finditer(text)
        if match.start() in starts and match.end() in ends
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n ", [], id="blanks"),
        pytest.param("No stop here", ["No stop here"], id="no full stop"),
        pytest.param("We ask. You tell.", ["We ask.", "You tell."], id="two"),
        pytest.param("Really?! Yes.", ["Really?!", "Yes."], id="marks in a row"),
        pytest.param("“Go!” She went.", ["“Go!”", "She went."], id="a quotation"),
        pytest.param("“Go!” she said.", ["“Go!” she said."], id="a small letter"),
        pytest.param("See No. 5 here.", ["See No. 5 here."], id="a number"),
        pytest.param("Mr. Day met us.", ["Mr. Day met us."], id="a title"),
        pytest.param("In the U.S. We ship.", ["In the U.S. We ship."], id="initials"),
        pytest.param("Use it, e.g. Here.", ["Use it, e.g. Here."], id="e.g."),
        pytest.param("Marlow Inc. Our firm.", ["Marlow Inc. Our firm."], id="Inc."),
        pytest.param("It is 4.5. Good.", ["It is 4.5.", "Good."], id="a decimal"),
        pytest.param("v2.0.1 is out", ["v2.0.1 is out"], id="a version"),
        pytest.param("Wait … what?", ["Wait … what?"], id="three dots"),
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="an empty line"),
        pytest.param("One\n \nTwo", ["One", "Two"], id="an empty line without a stop"),
        pytest.param("One\ntwo.", ["One\ntwo."], id="a broken line"),
        pytest.param("One.\r\nTwo.", ["One.", "Two."], id="CRLF"),
        pytest.param("😀. Next.", ["😀.", "Next."], id="emoji"),
        pytest.param("(It works.) Good.", ["(It works.)", "Good."], id="brackets"),
        pytest.param("Bold.** Then.", ["Bold.**", "Then."], id="marks of Markdown"),
    ],
)
def test_sentences(text, expected):
    """A stop ends a sentence, not one of an abbreviation or before a small letter."""
    assert expected == sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "We ask. You tell.",
        "Our clients stay. They like it! Do they? They do.",
        "Mr. Smith met the clients of Marlow Inc. on Monday.",
        "It costs $4.50 vs. five. Customers pay.",
        "Ask for it, e.g. at the desk. Then wait.",
    ],
)
def test_sentences_are_those_of_spacy(text):
    """Where nothing is odd, spaCy's sentencizer says the same."""
    assert [sent.text.strip() for sent in NLP(text).sents] == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Our clients", ["Our", "clients"], id="words"),
        pytest.param("client's", ["client", "'s"], id="a straight possessive"),
        pytest.param("client’s", ["client", "’s"], id="a curly possessive"),
        pytest.param("clients’ wishes", ["clients", "’", "wishes"], id="of many"),
        pytest.param("CLIENT'S", ["CLIENT", "'S"], id="shouted"),
        pytest.param("client-facing", ["client", "-", "facing"], id="a hyphen"),
        pytest.param("client‑facing", ["client", "‑", "facing"], id="one that holds"),
        pytest.param("client–server", ["client", "–", "server"], id="a dash"),
        pytest.param("client/server", ["client", "/", "server"], id="a slash"),
        pytest.param("client(s)", ["client", "(", "s", ")"], id="one or many"),
        pytest.param("(clients)", ["(", "clients", ")"], id="brackets"),
        pytest.param("“clients”", ["“", "clients", "”"], id="curly marks"),
        pytest.param("‘client’", ["‘", "client", "’"], id="single marks"),
        pytest.param("*client*", ["*", "client", "*"], id="stars"),
        pytest.param("clients.", ["clients", "."], id="a stop"),
        pytest.param("clients...", ["clients", "..."], id="dots"),
        pytest.param("clients,customers", ["clients", ",", "customers"], id="glued"),
        pytest.param(
            "a client\u00a0base", ["a", "client", "base"], id="no-break space"
        ),
        pytest.param("cl\u00adient", ["cl\u00adient"], id="a soft hyphen"),
        pytest.param("client- and", ["client-", "and"], id="a hyphen left hanging"),
        pytest.param("client.method", ["client.method"], id="code"),
        pytest.param("client_id", ["client_id"], id="an identifier"),
        pytest.param("a@client.com", ["a@client.com"], id="an address"),
        pytest.param("https://client.io/x", ["https://client.io/x"], id="a URL"),
        pytest.param("#client", ["#", "client"], id="a hash"),
        pytest.param("@client", ["@client"], id="a handle"),
        pytest.param("client1", ["client1"], id="a figure"),
        pytest.param("don't", ["don't"], id="a contraction stays whole"),
        pytest.param("clients\r\ncall", ["clients", "call"], id="CRLF"),
        pytest.param("clients😀", ["clients", "😀"], id="emoji"),
        pytest.param("ｃｌｉｅｎｔ", ["ｃｌｉｅｎｔ"], id="full width"),
    ],
)
def test_tokens(text, expected):
    """Marks, possessives and hyphens are cut off; addresses and code are not cut."""
    assert expected == tokens(text)


def test_tokens_of_a_sentence_are_placed_in_the_text():
    """Spans count in the whole text, also where spaCy was asked."""
    text = "First. Our clients’ mail, a@client.com, is safe."
    (_, sentence) = ENGLISH.sentences(text)
    for token in ENGLISH.tokens(text, sentence):
        assert token.text == text[token.span.start : token.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "client's clients' client’s clients’ client-facing client–server client/server",
        "(client) 'client' \"clients\" client.method client@x.com client_id 'clients'.",
        "clients,customers clients&customers customer+user client:user CLIENT'S",
        "client... clients?! [client] {client} $client #client @client client™",
        "client=1 client1 e-client per-client, client-to-buyer client- and user-facing",
        "https://client.com/a customers.example.com client.Server users;buyers",
        "customer(s) client(s)/customer(s) client/customer/user (client/s) clients’,",
        "Dr. client's U.S. clients' 5-client 24/7 clients-only client’s. clients”.",
        ",client ;client !client ?client ,,client `client`, `client`s ``client``.",
        "«client» *clients* **client** _client_ `client` client’s) (clients’ client;",
    ],
)
def test_words_end_where_they_do_in_spacy(text):
    """An audience word is whole for us exactly where it is whole for spaCy."""
    ours = [
        (token.span.start, token.span.end)
        for token in ENGLISH.tokens(text, Span(0, len(text)))
    ]
    theirs = [(token.idx, token.idx + len(token.text)) for token in NLP.make_doc(text)]
    assert whole_words(text, theirs) == whole_words(text, ours)


PARTS = st.sampled_from(
    [
        *("client", "clients", "Customer", "USERS", "buyer", "the", "s", "e", "U.S."),
        *(
            "'s",
            "’s",
            "’",
            "'",
            "-",
            "‑",
            "–",
            "—",
            "/",
            "(",
            ")",
            "(s)",
            ".",
            ",",
            ";",
        ),
        *(
            ":",
            "!",
            "?",
            "&",
            "+",
            "@",
            "_",
            "#",
            "*",
            '"',
            "`",
            "“",
            "”",
            "5",
            "…",
            " ",
            " ",
        ),
    ]
)


@given(st.lists(PARTS, max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_has_the_words_of_spacy(text):
    """Whatever stands round them, audience words are whole where they are for spaCy."""
    ours = [
        (token.span.start, token.span.end)
        for token in ENGLISH.tokens(text, Span(0, len(text)))
    ]
    theirs = [(token.idx, token.idx + len(token.text)) for token in NLP.make_doc(text)]
    assert whole_words(text, theirs) == whole_words(text, ours)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text(text):
    """Sentences and tokens of any text lie in it, in order, and none is blank."""
    end = 0
    for sentence in ENGLISH.sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end
        at = sentence.start
        for token in ENGLISH.tokens(text, sentence):
            assert at <= token.span.start < token.span.end <= sentence.end
            assert token.text == text[token.span.start : token.span.end]
            at = token.span.end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our client's customers don't wait.", id="plain copy"),
        pytest.param("Our B2B node.js 5.1 tells clients at x@y.org.", id="odd words"),
    ],
)
def test_plain_words_need_no_spacy(text):
    """The import that costs a second is for an odd word that may be an audience's."""
    code = (
        f"import sys; from linter import analyse; assert analyse({text!r}, lang='en'); "
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.lists(PARTS, max_size=14).map("".join))
@settings(max_examples=200, deadline=None)
def test_a_stretch_has_the_tokens_it_has_in_its_sentence(text):
    """What is cut alone is cut as in the whole sentence, and holds what was asked."""
    whole = Span(0, len(text))
    tokens = ENGLISH.tokens(text, whole)
    for offset, character in enumerate(text):
        if character.isspace():
            continue
        stretch = ENGLISH.stretch(text, whole, offset)
        assert stretch.start <= offset < stretch.end
        assert ENGLISH.tokens(text, stretch) == tuple(
            token for token in tokens if stretch.covers(token.span)
        )


def test_a_named_pipeline_decides():
    """With the name of a pipeline, sentences and tokens are that pipeline's."""
    named = English(pipeline="xx")
    named.__dict__["_nlp"] = NLP  # stands for an installed pipeline

    text = "We ask. Clients don't."
    assert [Span(0, 7), Span(8, 22)] == list(named.sentences(text))
    found = [token.text for token in named.tokens(text, Span(8, 22))]
    assert ["Clients", "do", "n't", "."] == found


def test_a_pipeline_that_is_missing_is_an_error():
    """The name of a pipeline that is not installed is said by spaCy."""
    with pytest.raises(ConfigError, match="no_such_pipeline"):
        English(pipeline="no_such_pipeline").sentences("We ask.")


def test_english_is_known_by_its_code():
    """The language `en` is this one."""
    assert isinstance(get("en"), English)
