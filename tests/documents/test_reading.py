"""Formats by name, files into documents, and one sentence for each that is not read."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
from showing import place

from linter import documents
from linter.documents import text as text_reader
from linter.documents.formats import FORMATS
from linter.errors import ReadError
from linter.messages import LANGUAGES

COPY_JA = "当社のお客様の声をお届けします。ぜひご覧ください。\n"
COPY_KO = "저희 고객님의 목소리를 전해 드립니다. 꼭 읽어 주세요.\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", "markdown"),
        ("docs/a.b/C.MD", "markdown"),
        ("a.html.md", "markdown"),
        ("a.mdx", "mdx"),
        ("x\\y.HTM", "html"),
        ("a.txt", "text"),
        (".md", "markdown"),
        ("md", None),
        ("a.unknown", None),
        ("a.md/b", None),
        ("", None),
    ],
)
def test_format_of(name, expected):
    """A file's name tells its format, whatever the case of its letters."""
    assert expected == documents.format_of(name)


def test_the_longest_suffix_and_whole_names_win(monkeypatch):
    """`strings.xml` goes before `.xml`, `.a.xml` before it too."""
    formats = documents.formats
    monkeypatch.setitem(formats.BY_SUFFIX, ".q", "text")
    monkeypatch.setitem(formats.BY_SUFFIX, ".p.q", "html")
    monkeypatch.setitem(formats.BY_NAME, "n.q", "mdx")
    found = [documents.format_of(name) for name in ("a.q", "a.p.q", "x.a.p.q", "N.q")]
    assert found == ["text", "html", "html", "mdx"]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_a_reader(name):
    """Each line of the table names a module with the function that its kind needs."""
    known = FORMATS[name]
    module = import_module(f"linter.documents.{known.module}")
    assert callable(getattr(module, "read_bytes" if known.binary else "read"))
    assert all(suffix.startswith(".") for suffix in known.suffixes)
    assert all(name == name.lower() for name in (*known.suffixes, *known.names))


def test_no_two_formats_share_a_name():
    """A suffix or name belongs to one format."""
    marks = [mark for one in FORMATS.values() for mark in (*one.suffixes, *one.names)]
    assert sorted(set(marks)) == sorted(marks)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("markdwn", "did you mean “markdown”?"),
        ("zzz", "there are .*html, .*text"),
    ],
)
def test_unknown_format(name, message):
    """A format that does not exist is named, with the one that was likely meant."""
    with pytest.raises(ReadError, match=message):
        documents.read_text("a", format=name)


def test_text_of_a_binary_format(monkeypatch):
    """An archive cannot be given as text."""
    monkeypatch.setitem(FORMATS, "zip", documents.Format("zip", binary=True))
    with pytest.raises(ReadError, match="zip is not a text format"):
        documents.read_text("a", format="zip")


def test_the_path_is_kept(tmp_path):
    """A document has the path of its file; the format is that of its name."""
    file = tmp_path / "a.md"
    file.write_bytes(b"# Our clients\r\n")
    document = documents.read_file(file)
    assert (document.path, document.format) == (str(file), "markdown")
    assert document.source == "# Our clients\r\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.mdx", "LICENSE"])
@pytest.mark.parametrize(
    "data",
    [b"Our clients\r\n", b"\xef\xbb\xbfOur clients", "お客様 clients\r".encode()],
    ids=["crlf", "mark", "cr"],
)
def test_the_source_is_the_file(tmp_path, name, data):
    """Encoding the source gives the file's bytes, mark and line ends included."""
    file = tmp_path / name
    file.write_bytes(data)
    document = documents.read_file(file)
    assert document.source.encode() == data
    assert place(document, "clients") == "clients"


def test_comments_behind_a_mark():
    """A byte order mark moves the places of comments too."""
    document = documents.read_text("\ufeff<!-- a -->", format="html")
    span = document.comments[0].span
    assert document.source[span.start : span.end] == "<!-- a -->"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (COPY_JA.encode("shift_jis"), "looks like Shift_JIS; save it as UTF-8"),
        (COPY_JA.encode("euc_jp"), "looks like EUC-JP"),
        (COPY_KO.encode("cp949"), "looks like EUC-KR"),
        (COPY_KO.encode("utf-16"), "looks like UTF-16"),
        ("Our clients".encode("utf-16-le"), "looks like UTF-16"),
        (COPY_KO.encode("utf-32"), "looks like UTF-32"),
        ((COPY_JA * 2000 + "。").encode("shift_jis"), "looks like Shift_JIS"),
        (b"One\ntwo \xe9", "line 2 is not UTF-8; save the file as UTF-8"),
        (b"\xff", "line 1 is not UTF-8"),
    ],
    ids=["sjis", "eucjp", "cp949", "utf16", "utf16le", "utf32", "long", "latin1", "ff"],
)
def test_other_encodings(tmp_path, data, message):
    """What is not UTF-8 is not guessed at, but named where it can be told."""
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(ReadError, match=message) as caught:
        documents.read_file(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (str, "is not there any more"),
        (lambda path: path.mkdir(), "is a folder"),
        (os.mkfifo, "no ordinary file"),
        (lambda path: path.write_bytes(b"a" * 11), "larger than 1e-05 MB"),
    ],
    ids=["missing", "folder", "pipe", "big"],
)
def test_what_cannot_be_read(tmp_path, make, message):
    """Each reason has a sentence of its own."""
    make(tmp_path / "a.txt")
    with pytest.raises(ReadError, match=message):
        documents.read_file(tmp_path / "a.txt", max_bytes=10)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "denied"), "you may not read this file"),
        (OSError(5, "Input/output error"), "cannot be read .Input/output error"),
        (OSError("odd"), "cannot be read .odd"),
    ],
    ids=["denied", "disk", "odd"],
)
def test_what_the_system_refuses(tmp_path, monkeypatch, error, message):
    """The system's own words are given where they are all that is known."""

    def refuse(*_, **__):
        raise error

    (tmp_path / "a.txt").write_text("a")
    monkeypatch.setattr(documents.reading.Path, "open", refuse)
    with pytest.raises(ReadError, match=message):
        documents.read_file(tmp_path / "a.txt")


def test_a_path_that_cannot_be():
    """A path with a null character is a file that is not there."""
    with pytest.raises(ReadError, match="not there"):
        documents.read_file("a\0b.txt")


def test_long_lines():
    """A line is refused by its length, a text of short lines is not."""
    with pytest.raises(ReadError, match="a line of more than 10 characters"):
        documents.read_text("a\n" + "b" * 11, format="text", max_line=10)
    document = documents.read_text("a b\r" * 10, format="text", max_line=10)
    assert document.blocks


def test_half_characters():
    """A text that no file can hold is refused."""
    with pytest.raises(ReadError, match="line 2 is not UTF-8"):
        documents.read_text("a\n\ud800", format="html")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (RecursionError(), "nested too deeply"),
        (MemoryError(), "not enough memory"),
    ],
    ids=["depth", "memory"],
)
def test_a_reader_that_gives_up(monkeypatch, error, message):
    """A reader at the end of its means is a sentence, not a traceback."""

    def give_up(*_):
        raise error

    monkeypatch.setattr(text_reader, "read", give_up)
    with pytest.raises(ReadError, match=f"a.txt: not checked: .*{message}"):
        documents.read_text("a", format="text", path="a.txt")


def test_a_binary_file(tmp_path, monkeypatch):
    """A binary format is given the bytes."""
    (tmp_path / "a.zip").write_bytes(b"\xff\xfe")
    known = documents.Format("zip", (".zip",), module="text", binary=True)
    monkeypatch.setitem(FORMATS, "zip", known)
    monkeypatch.setitem(documents.formats.BY_SUFFIX, ".zip", "zip")
    monkeypatch.setattr(
        text_reader, "read_bytes", lambda data, path: (data, path), raising=False
    )
    found = documents.read_file(tmp_path / "a.zip")
    assert found == (b"\xff\xfe", str(tmp_path / "a.zip"))


def test_encode_without_escapes():
    """A format that escapes nothing gives the text as it is."""
    block = documents.read_text("a", format="text").blocks[0]
    assert documents.encode("<a&b>", format="text", block=block) == "<a&b>"


@pytest.mark.parametrize("ui_lang", LANGUAGES)
def test_every_sentence_in_every_language(ui_lang):
    """Errors are said in the user's language."""
    error = ReadError("documents-other-encoding", where="a.md", encoding="EUC-JP")
    assert error.say(ui_lang).startswith("a.md: ")
    assert "EUC-JP" in error.say(ui_lang)


def test_import_is_cheap():
    """To know the formats imports no parser."""
    code = (
        "import sys, linter.documents; linter.documents.format_of('a.md'); "
        "print(sorted({'pyromark', 'html', 'yaml', 'zipfile'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
