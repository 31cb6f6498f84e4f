"""Gettext catalogues: messages and translations, where they stand, what is edited."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import COPY, WORD, check_spans, quickly, refused, replant, rows

from linter import documents

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: ko_KR\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)


def _read(source, path="x.po"):
    return documents.read_text(source, format="po", path=path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            'msgid "Our clients"\nmsgstr "저희 고객"\n',
            [("Our clients", "en", "Our clients"), ("Our clients", "ko", "저희 고객")],
            id="pair",
        ),
        pytest.param(
            'msgid ""\n"Our "\n"clients"\nmsgstr ""\n"저희 고"\n"객"\n',
            [("Our clients", "en", "Our clients"), ("Our clients", "ko", "저희 고객")],
            id="wrapped",
        ),
        pytest.param(
            'msgctxt "menu"\nmsgid "Clients"\nmsgstr "고객"\n',
            [("menu|Clients", "en", "Clients"), ("menu|Clients", "ko", "고객")],
            id="context",
        ),
        pytest.param(
            'msgid "%d client"\nmsgid_plural "%d clients"\nmsgstr[0] "고객 %d명"\n',
            [
                ("%d client[0]", "en", "%d client"),
                ("%d client[1]", "en", "%d clients"),
                ("%d client[0]", "ko", "고객 %d명"),
            ],
            id="plural",
        ),
        pytest.param(
            '#, fuzzy\nmsgid "Our clients"\nmsgstr "저희 고객"\n\n'
            'msgid "a b"\nmsgstr ""\n',
            [("Our clients", "ko", "저희 고객"), ("a b", "en", "a b")],
            id="fuzzy",
        ),
        pytest.param(
            '#~ msgid "Our clients"\n#~ msgstr "저희 고객"\n', [], id="obsolete"
        ),
        pytest.param(
            'msgid "cart.title"\nmsgstr "고객"\n',
            [("cart.title", "ko", "고객")],
            id="a key for a message",
        ),
        pytest.param(
            'msgid "a\\tb \\"c\\" \\\\ \\x41\\101\\n"\nmsgstr ""\n',
            [('a\tb "c" \\ AA\n', "en", 'a\tb "c" \\ AA\n')],
            id="escapes",
        ),
        pytest.param(
            'msgid "One thing"\nmsgstr "고객"\nmsgid "Two things"\nmsgstr "고객"',
            [
                ("One thing", "en", "One thing"),
                ("One thing", "ko", "고객"),
                ("Two things", "en", "Two things"),
                ("Two things", "ko", "고객"),
            ],
            id="no blank line between",
        ),
    ],
)
def test_messages(source, expected):
    """Messages come out as sources, translations as copy in the file's language."""
    document = _read(HEAD + source)
    check_spans(document)
    assert "ko" == document.lang
    assert expected == [(key, lang, text) for key, lang, _, text in rows(document)]


def test_sources_are_not_edited():
    """A message is compared and not judged; its translation is copy."""
    source, target = _read(HEAD + 'msgid "A client"\nmsgstr "고객"').blocks
    assert (True, False) == (source.is_source, source.writable)
    assert (False, True) == (target.is_source, target.writable)


@pytest.mark.parametrize(
    ("path", "header", "expected"),
    [
        ("locale/ko/LC_MESSAGES/x.po", "", "ko"),
        ("messages.ja.po", "", "ja"),
        ("messages.ja.po", "Language: ko\\n", "ko"),
        ("messages.pot", "Language: \\n", None),
    ],
)
def test_language(path, header, expected):
    """The header says the language, else the path."""
    source = f'msgid ""\nmsgstr "{header}"\n\nmsgid "A b"\nmsgstr "c d"\n'
    assert expected == _read(source, path).lang


def test_language_of_the_messages():
    """The header may say in which language the messages are."""
    source = (
        'msgid ""\nmsgstr "X-Source-Language: ja\\n"\n\nmsgid "お客様"\nmsgstr "a b"\n'
    )
    assert "ja" == _read(source).blocks[0].lang


def test_comments():
    """Remarks of translators and programs are kept; obsolete entries are none."""
    source = '# one\n#. two\n#: a.c:3\n#~ msgid "x"\nmsgid "A b"\nmsgstr "c"\n'
    document = _read(source)
    assert ["one", "two", "a.c:3"] == [one.text for one in document.comments]
    assert "# one" == source[document.comments[0].span.start : 5]


@pytest.mark.parametrize(
    "source",
    ['"text"', 'msgid "a', "msgid a", "hello", 'msgid "a"\n\n"b"\n', 'msgid "a" b'],
)
def test_malformed(source):
    """What is no catalogue is refused, with its line."""
    assert "documents-malformed" == refused(source, format="po")


def _catalogue(pairs, width):
    catalogue = polib.POFile(wrapwidth=width)
    catalogue.metadata = {"Language": "ko"}
    for message, translation in pairs.items():
        catalogue.append(polib.POEntry(msgid=message, msgstr=translation))
    return str(catalogue)


@given(st.dictionaries(COPY, COPY, min_size=1, max_size=3), st.sampled_from([12, 78]))
def test_same_texts_as_polib(pairs, width):
    """Each translation that polib reads is read, escapes and wraps included."""
    source = _catalogue(pairs, width)
    found = [one.text for one in _read(source).blocks if not one.is_source]
    kept = [entry.msgstr for entry in polib.pofile(source)]
    assert [text for text in kept if text in found] == found
    assert all("customer" not in text or text in found for text in kept)


@given(
    st.dictionaries(COPY, COPY, min_size=1, max_size=3), st.sampled_from([12, 78]), WORD
)
def test_replacing(pairs, width, new):
    """A replaced word is what was planned, for polib too, and nothing else changes."""
    document = _read(_catalogue(pairs, width))
    replant(document, "customer", new)


def test_hostile():
    """Endless lines and many entries are read in no time."""
    quickly(HEAD + 'msgid "A b"\nmsgstr "' + "고객" * 2_000_000 + '"\n', format="po")
    quickly(HEAD + 'msgid "A"\nmsgstr "고객"\n\n' * 20_000, format="po")
    quickly(HEAD + 'msgid "A"\nmsgstr ""\n' + '"고객"\n' * 100_000, format="po")
    refused('msgid "' + "\\" * 999_999, format="po")
    refused(" " * 999_999 + "x", format="po")
