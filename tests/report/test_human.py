"""The report that people read."""

import pytest
from handmade import finding, result, span_of, unread

from linter.report import human
from linter.report.human import Style
from linter.report.paint import Paint
from linter.values import Edit, Reason, Severity, Span

EN = "Hello.\n\nOur customers stay for years.\n"


def lines(*results, **style):
    """Return the report without its line of counts, line by line."""
    return human.write(results, Style(total=False, **style)).splitlines()


def test_a_finding():
    """A finding has its place, weight, rule and message, its line and the offer."""
    found = finding(EN, "customers", "clients", message="Write “clients”.")
    assert lines(result(EN, found, path="a/fees.md")) == [
        "a/fees.md:3:5: error audience-mismatch Write “clients”.",
        "    Our customers stay for years.",
        "        ^^^^^^^^^ → clients",
    ]


def test_findings_are_apart_and_in_order_of_place():
    """An empty line parts findings; files keep their order."""
    first = finding(EN, "customers", severity=Severity.WARNING)
    second = finding(EN, "Hello", severity=Severity.INFO, rule="audience-tier")
    assert lines(result(EN, first, second), result(EN, first, path="z.md")) == [
        "page.md:1:1: info audience-tier Not “Hello”.",
        "    Hello.",
        "    ^^^^^",
        "",
        "page.md:3:5: warning audience-mismatch Not “customers”.",
        "    Our customers stay for years.",
        "        ^^^^^^^^^",
        "",
        "z.md:3:5: warning audience-mismatch Not “customers”.",
        "    Our customers stay for years.",
        "        ^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("offers", "marks"),
    [
        pytest.param((), "        ^^^^^^^^^", id="none"),
        pytest.param(
            ("clients", "guests"), "        ^^^^^^^^^ → clients / guests", id="two"
        ),
    ],
)
def test_offers(offers, marks):
    """Several offers stand beside each other, best first."""
    assert lines(result(EN, finding(EN, "customers", *offers)))[2] == marks


@pytest.mark.parametrize(
    ("source", "text", "edits", "offer"),
    [
        pytest.param(
            "고객과 함께",
            "고객",
            (Edit(Span(0, 3), "클라이언트와", safe=True),),
            "^^^^ → 클라이언트 (고객과 → 클라이언트와)",
            id="the Korean particle",
        ),
        pytest.param(
            "a customer",
            "customer",
            (Edit(Span(0, 1), "an"), Edit(Span(2, 10), "advertiser")),
            "  ^^^^^^^^ → advertiser (a customer → an advertiser)",
            id="the English article",
        ),
        pytest.param(
            "customer", "customer", (), "^^^^^^^^ → client", id="no edit at all"
        ),
    ],
)
def test_what_an_edit_changes_beyond_the_word_is_shown(source, text, edits, offer):
    """Where a particle or an article changes with the word, the whole is shown."""
    offered = offer.split("→ ")[1].split(" (")[0]
    found = finding(source, text, offered, edits=edits)
    assert lines(result(source, found))[2] == f"    {offer}"


def test_an_offer_that_has_no_room_has_a_line():
    """At the end of a full line the offer goes below, as far right as it can."""
    source = "We are here, said the oldest of all our customers"
    found = finding(source, "customers", "clients")
    assert lines(result(source, found), room=54)[2:] == [
        "                                            ^^^^^^^^^",
        "                                            → clients",
    ]
    assert lines(result(source, found), room=10)[3:] == ["    → clients"]


def test_a_long_line_is_cut():
    """A line of 5,000 characters takes one line of the terminal."""
    source = "word " * 600 + "customers " + "word " * 600
    report = lines(result(source, finding(source, "customers", "clients")))
    assert max(map(len, report[1:])) == human.ROOM
    at = report[1].index("customers")
    assert report[2] == " " * at + "^^^^^^^^^ → clients"


def test_the_key_and_the_place_for_people_are_shown():
    """Strings have their key, slides their number."""
    source = "고객"
    found = finding(source, "고객")
    keyed = result(source, found, key="cart.title", where="3")
    assert lines(keyed)[1:3] == ["    [3, cart.title]", "    고객"]
    assert lines(result(source, found, key="a\x1bb"))[1] == "    [a␛b]"


def test_between_blocks():
    """A finding outside all copy is shown as well."""
    made = result("<!-- x -->", finding("<!-- x -->", "x"))
    bare = type(made.document)("page.md", "<!-- x -->", "markdown", ())
    outside = type(made)("page.md", bare, (), made.findings, None)
    assert lines(outside)[1:] == ["    <!-- x -->", "         ^"]


def test_related_places():
    """Other places are named by line and column."""
    source = "clients\nclients\ncustomers"
    related = tuple(span_of(source, "clients", nth) for nth in (0, 1))
    report = lines(result(source, finding(source, "customers", related=related)))
    assert report[-1] == "    compare 1:1, 2:1"


def test_why():
    """The evidence is shown on request only: words, for what, the entry."""
    because = (
        Reason("en/cues: our", "own", 2, span_of(EN, "Our ")),
        Reason("voice: internal", "own", 2),
        Reason("en/cues: our", "own", 1, span_of(EN, "Our ")),
        Reason("models/law: advice lasts", "model"),
    )
    made = result(EN, finding(EN, "customers", because=because))
    assert lines(made, why=True)[3:] == [
        "    because “Our” → own · en/cues: our",
        "    because own · voice: internal",
        "    because models/law: advice lasts",
    ]
    assert len(lines(made)) == 3


def test_a_long_entry_is_cut():
    """Of an entry with pages of alternatives the beginning is shown."""
    because = (Reason("ja/cues: の(" + "声|" * 100, "party", 2, span_of(EN, "Our")),)
    made = result(EN, finding(EN, "customers", because=because))
    line = lines(made, why=True)[3]
    assert line == f"    because “Our” → party · ja/cues: の({'声|' * 15}声…"


def test_a_key_that_the_line_shows_is_not_repeated():
    """In most files of strings the key stands on the line itself."""
    source = '"cart.title": "고객"'
    assert len(lines(result(source, finding(source, "고객"), key="cart.title"))) == 3


EN_TOTAL = "2 files read, 0 audience words: 1 error, 2 warnings, 1 info."
JA_TOTAL = (
    "ファイル2件を確認しました（相手を指す語 0件）。error 1件、warning 2件、info 1件。"
)
KO_TOTAL = (
    "파일 2개를 확인했습니다(사람을 가리키는 말 0개). error 1건, warning 2건, info 1건."
)
EN_CLEAN = "1 file read, 0 audience words: nothing to report."
JA_CLEAN = "ファイル1件を確認しました（相手を指す語 0件）。指摘なし。"
KO_CLEAN = "파일 1개를 확인했습니다(사람을 가리키는 말 0개). 지적 없음."
EN_UNREAD, KO_UNREAD = " 1 file was not checked.", " 파일 1개는 확인하지 못했습니다."
JA_UNREAD = "1件のファイルは確認できませんでした。"


@pytest.mark.parametrize(
    ("ui_lang", "total", "clean", "not_checked"),
    [
        ("en", EN_TOTAL, EN_CLEAN, EN_UNREAD),
        ("ja", JA_TOTAL, JA_CLEAN, JA_UNREAD),
        ("ko", KO_TOTAL, KO_CLEAN, KO_UNREAD),
        ("fr", EN_TOTAL, EN_CLEAN, EN_UNREAD),
    ],
)
def test_counts(ui_lang, total, clean, not_checked):
    """The last line says what was read and found, in the user's language."""
    found = [
        finding(EN, "customers", severity=severity)
        for severity in (Severity.WARNING, Severity.INFO, Severity.ERROR)
    ]
    style = Style(ui_lang=ui_lang)
    several = human.write([result(EN, *found), result(EN, found[0])], style)
    assert several.splitlines()[-2:] == ["", total]
    assert human.write([result(EN)], style) == f"{clean}\n"
    assert human.write([result(EN), unread()], style) == f"{clean}{not_checked}\n"


@pytest.mark.parametrize(
    ("ui_lang", "said", "not_checked"),
    [
        ("en", "No file was read.", EN_UNREAD),
        ("ja", "読んだファイルはありません。", JA_UNREAD),
        ("ko", "읽은 파일이 없습니다.", KO_UNREAD),
    ],
)
def test_no_file(ui_lang, said, not_checked):
    """Where nothing was read, nobody says that there is nothing to report."""
    style = Style(ui_lang=ui_lang)
    assert human.write([unread()], style) == f"{said}{not_checked}\n"
    assert human.write([], style) == ""


def test_nothing_at_all():
    """Without the counts a clean run is an empty text."""
    assert human.write([result(EN)], Style(total=False)) == ""


def test_no_colour_unless_wanted():
    """Without colour there is no escape sequence, whatever the copy holds."""
    source = "\x1b[31mcustomers\x1b[0m"
    made = result(source, finding(source, "customers", "clients"), path="a\x1b[1m.md")
    assert "\x1b" not in human.write([made], Style(why=True))


def test_colour():
    """Weight and marks have the colour of the weight, the offer its own."""
    made = result(EN, finding(EN, "customers", "clients"))
    report = human.write([made], Style(paint=Paint(colour=True), total=False))
    head, _, marks = report.splitlines()
    assert head == (
        "\x1b[1mpage.md:3:5:\x1b[0m \x1b[1;31merror\x1b[0m "
        "\x1b[2maudience-mismatch\x1b[0m Not “customers”."
    )
    assert marks == "        \x1b[1;31m^^^^^^^^^\x1b[0m \x1b[32m→ clients\x1b[0m"


def test_odd_paths(odd_path):
    """A finding's head is one line, whatever the file is called."""
    made = result(EN, finding(EN, "customers"), path=odd_path)
    assert len(lines(made)) == 3
