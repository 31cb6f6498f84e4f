"""Stretches that are no prose: an audience word in them is a mention."""

import pytest

from linter.occurrences.masks import masks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Call `client.send()` first", "code", id="code in backticks"),
        pytest.param("see https://acme.example/clients/new now", "URL", id="a URL"),
        pytest.param("write to clients@acme.example", "address", id="a mail address"),
        pytest.param("on clients.acme.com today", "host", id="a host"),
        pytest.param("the page /clients/portal loads", "path", id="a path"),
        pytest.param("open ./src/clients please", "path", id="a relative path"),
        pytest.param("edit clients.html first", "path", id="a file"),
        pytest.param("ask in #acme-client-help", "channel", id="a channel"),
        pytest.param("thanks, @client_team", "handle", id="a handle"),
        pytest.param("Dear {{ client_name }},", "placeholder", id="a template slot"),
        pytest.param("Dear {client},", "placeholder", id="a format slot"),
        pytest.param("Bonjour %CLIENT_NAME%", "placeholder", id="a percent slot"),
        pytest.param("the class Client::Field", "identifier", id="a scope"),
        pytest.param("send X-Acme-Client-Token", "identifier", id="a header"),
        pytest.param("set client_id first", "identifier", id="snake case"),
    ],
)
def test_audience_words_outside_prose_are_masked(text, kind):
    """The audience word lies in a stretch of the expected kind."""
    at = text.lower().index("client")

    kinds = {name for span, name in masks(text) if span.start <= at < span.end}

    assert kind in kinds


@pytest.mark.parametrize(
    "text",
    [
        "Our clients and/or customers stay.",
        "We serve clients, e.g. law firms.",
        "Our clients’ customers (all of them).",
        "#1 choice of our clients",
        "The client-facing team: clients first.",
        "Clients pay 3.5% less.",
        "24/7 help for clients",
        "「クライアント」と顧客、カスタマー/クライアント",
        "고객/의뢰인 여러분",
    ],
)
def test_prose_is_not_masked(text):
    """Ordinary punctuation around an audience word masks nothing."""
    assert [] == [text[span.start : span.end] for span, _ in masks(text)]
