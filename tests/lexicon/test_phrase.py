"""The notation of phrases: what matches, and what is said of mistakes."""

import pytest

from linter.lexicon.notation import PhraseError, expand
from linter.lexicon.phrase import Vocabulary, compile_phrases

ENGLISH = Vocabulary(
    "en",
    {"client": ("client", "clients"), "customer": ("customer", "customers")},
    {"firm": ("law firm", "studio")},
    ("Acme",),
)
JAPANESE = Vocabulary(
    "ja", {"client": ("クライアント",)}, {"machine": ("メール", "HTTP")}
)
KOREAN = Vocabulary("ko", {"customer": ("고객", "손님")}, {})


def found(phrase, text, vocabulary, **options):
    pattern = compile_phrases((phrase,), vocabulary, **options).compiled
    return [match.group() for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param(
            "customer (service|support)",
            "CUSTOMER support",
            ["CUSTOMER support"],
            id="capitals do not matter",
        ),
        pytest.param(
            "customer success",
            "customer-success",
            ["customer-success"],
            id="a hyphen is a space",
        ),
        pytest.param(
            "client[-]side",
            "clientside client-side client side",
            ["clientside", "client-side", "client side"],
            id="an optional hyphen",
        ),
        pytest.param(
            "chief [customer] officer",
            "chief officer",
            ["chief officer"],
            id="an optional word takes its space along",
        ),
        pytest.param(
            "turn … into {client}",
            "turn casual buyers into clients",
            ["turn casual buyers into clients"],
            id="a gap of up to three words",
        ),
        pytest.param(
            "turn … into {client}",
            "turn, they said, into clients",
            [],
            id="a gap does not cross a comma",
        ),
        pytest.param(
            "turn … into {client}",
            "turn one two three four into clients",
            [],
            id="a gap of four words is too long",
        ),
        pytest.param(
            "{us}'s", "ACME's clients", ["ACME's"], id="own names in any capitals"
        ),
        pytest.param(
            "{Name}'s", "at Marlow's clients", ["Marlow's"], id="a capitalised name"
        ),
        pytest.param(
            "{Name}'s", "at today's clients", [], id="a common word is no name"
        ),
        pytest.param(
            "{Name} (said|told)",
            "Marlow said. We said, Customers told us, CLIENTS told us, The owner said",
            ["Marlow said"],
            id="pronouns and audience words are no names",
        ),
        pytest.param(
            "client[s] list",
            "a client list, the clients list",
            ["client list", "clients list"],
            id="the space after a glued ending stays",
        ),
        pytest.param(
            "{firm} of", "a law-firm of note", ["law-firm of"], id="a group of words"
        ),
        pytest.param("custom", "customer", [], id="whole words only"),
        pytest.param(
            "{code}",
            "send_all(), fetchOne, `id`, a::b, app.py, but iPhone and Send",
            ["send_all()", "fetchOne", "`id`", "a::b", "app.py"],
            id="words that only programs are written with",
        ),
        pytest.param(
            "'s website",
            "client's website",
            ["'s website"],
            id="a phrase may begin with 's",
        ),
    ],
)
def test_english_phrases(phrase, text, expected):
    """An English phrase matches whole words and ignores capitals and hyphens."""
    assert expected == found(phrase, text, ENGLISH)


def test_capitals_may_be_demanded():
    """With capitals, each word must begin with one, or be all capitals."""
    text = "Customer Portal, customer portal, Customer portal, CUSTOMER PORTAL"

    matches = found("customer portal", text, ENGLISH, capitals=True)

    assert ["Customer Portal", "CUSTOMER PORTAL"] == matches


def test_titles_leave_small_words_small():
    """Where capitals are demanded, an article or a preposition may have none."""
    text = "Represent a Client, Represent A Client, represent a client"

    matches = found("represent a client", text, ENGLISH, capitals=True)

    assert ["Represent a Client", "Represent A Client"] == matches


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param(
            "カスタマー サポート",
            "カスタマーサポート",
            ["カスタマーサポート"],
            id="no space",
        ),
        pytest.param(
            "カスタマー サポート",
            "カスタマー・サポート",
            ["カスタマー・サポート"],
            id="a middle dot",
        ),
        pytest.param(
            "カスタマー サポート",
            "カスタマサポート",
            ["カスタマサポート"],
            id="the long vowel may be missing",
        ),
        pytest.param(
            "{machine} {client}",
            "HTTP クライアント",
            ["HTTP クライアント"],
            id="a group, then a concept",
        ),
        pytest.param(
            "企業が … 顧客", "企業が自らの顧客", ["企業が自らの顧客"], id="a gap"
        ),
        pytest.param("企業が … 顧客", "企業が、顧客", [], id="a gap does not cross 、"),
        pytest.param(
            "{Name} {client}",
            "YARNクライアントとC++ クライアント",
            ["YARNクライアント", "C++ クライアント"],
            id="any word in Latin letters",
        ),
        pytest.param(
            "{client} {katakana}",
            "クライアント・ワーク、クライアント様",
            ["クライアント・ワーク"],
            id="any word in katakana",
        ),
        pytest.param(
            "{client}{aside}とは",
            "クライアント(依頼者)とは、顧客とは",
            ["クライアント(依頼者)とは"],
            id="words in round brackets",
        ),
        pytest.param("(OS|API)の", "OSの話とAPIの話", ["OSの", "APIの"], id="Latin"),
        pytest.param("(OS|API)", "OSAKAのAPIs", ["API"], id="a whole Latin word"),
    ],
)
def test_japanese_phrases(phrase, text, expected):
    """A Japanese phrase ignores the space between words and a final long vowel."""
    assert expected == found(phrase, text, JAPANESE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("고객 센터", ["고객 센터"], id="spaced"),
        pytest.param("고객센터", ["고객센터"], id="glued"),
    ],
)
def test_korean_phrases(text, expected):
    """A Korean phrase ignores whether its words are spaced."""
    assert expected == found("고객 센터", text, KOREAN)


def test_expansion_lists_every_text():
    """Alternatives and optional parts expand to all their texts, marks kept."""
    assert ("ご«依頼者»様", "ご«依頼者»", "«依頼者»様", "«依頼者»") == expand(
        "[ご]«依頼者»[様]"
    )


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        pytest.param("customer (service", "phrase-unclosed", id="an open bracket"),
        pytest.param(
            "customer) service", "phrase-unopened", id="a closing bracket alone"
        ),
        pytest.param("{nobody} service", "phrase-unknown-name", id="an unknown name"),
        pytest.param("{client service", "phrase-unclosed", id="an open brace"),
    ],
)
def test_mistakes_are_named(phrase, key):
    """A phrase that cannot be read says what is wrong with it."""
    with pytest.raises(PhraseError) as caught:
        compile_phrases((phrase,), ENGLISH)

    assert key == caught.value.key
