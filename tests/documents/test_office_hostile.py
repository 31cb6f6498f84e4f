"""Office files that lie, swell or are broken end in one sentence, soon and small."""

import os
import re
import resource
import struct
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from officefiles import W, docx, odt, p, packed, pptx, relations, shape

from linter.documents import archives
from linter.documents import docx as word
from linter.documents import odt as text
from linter.documents import pptx as slides
from linter.errors import ReadError
from linter.values import Edit, Span

LAUGHS = "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "client">'
    for n in range(10)
)
BOMB = f"<!DOCTYPE x [{LAUGHS}]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
SECONDS, MEMORY = 20, 1 << 30


def with_body(xml, **more):
    """Return a Word file whose body part is *xml*."""
    parts = [
        ("_rels/.rels", relations(("r1", "officeDocument", "word/document.xml"))),
        ("word/document.xml", xml),
    ]
    return packed([*parts, *more.items()])


def entity(doctype):
    """Return a body with an entity of *doctype* in its text."""
    return (
        f'{doctype}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )


def patched(data, old, new):
    """Return *data* with every *old* made *new*."""
    assert old in data
    return data.replace(old, new)


def encrypted(data):
    """Return the zip file *data* with the flag of encryption on every member."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), data):
            out[found.start() + at] |= 1
    return bytes(out)


GOOD = docx(p("Our clients"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "no .docx file", id="empty"),
        pytest.param(b"Our clients", "no .docx file", id="text"),
        pytest.param(GOOD[: len(GOOD) // 2], "no .docx file", id="cut off"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, "password", id="OLE"
        ),
        pytest.param(encrypted(GOOD), "password", id="encrypted members"),
        pytest.param(with_body(entity(BOMB)), "DOCTYPE", id="billion laughs"),
        pytest.param(with_body(entity(OUTSIDE)), "DOCTYPE", id="external entity"),
        pytest.param(with_body("<w:document"), "cannot be read", id="cut off XML"),
        pytest.param(with_body("<a>\x00</a>"), "cannot be read", id="NUL"),
        pytest.param(
            with_body('<?xml version="1.0" encoding="klingon"?><a/>'),
            "cannot be read",
            id="an encoding that nobody knows",
        ),
        pytest.param(packed([("a", "b")]), "“word/document.xml”", id="no document"),
        pytest.param(
            packed([(f"{n}", "") for n in range(archives.MAX_MEMBERS + 1)]),
            "large",
            id="members without number",
        ),
        pytest.param(
            patched(GOOD, b"PK\x01\x02", b"PK\x01\x07"),
            "no .docx file",
            id="a directory that is none",
        ),
    ],
)
def test_refused(data, says):
    """The file is named, and what is wrong with it."""
    with pytest.raises(ReadError) as caught:
        word.read_bytes(data, "a.docx")
    assert str(caught.value).startswith("a.docx: not checked: ")
    assert says in str(caught.value)
    for ui_lang in ("ja", "ko"):
        assert "a.docx" in caught.value.say(ui_lang)


@pytest.mark.parametrize(
    ("block", "count"),
    [
        pytest.param(b"A" * (1 << 20), 10, id="packed too tightly"),
        pytest.param(os.urandom(1 << 20).hex().encode(), 33, id="big"),
    ],
)
def test_zip_bomb(block, count):
    """A part that would fill the memory is refused before it is unpacked."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        rels = relations(("r1", "officeDocument", "word/document.xml"))
        file.writestr("_rels/.rels", rels)
        with file.open("word/document.xml", "w") as member:
            for _ in range(count):
                member.write(block)
    with pytest.raises(ReadError, match="suspiciously large"):
        word.read_bytes(out.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (slides.read_bytes, pptx(shape("<a:p><a:r><a:t>x</a:t></a:r></a:p>"))),
        (text.read_bytes, odt("<text:p>x</text:p>")),
    ],
    ids=["pptx", "odt"],
)
def test_every_format(read, data):
    """What ends one reader in a sentence ends the others too, byte by byte cut off."""
    assert ["x"] == [block.text for block in read(data, "a").blocks]
    for end in range(0, len(data) - 1, 7):
        with pytest.raises(ReadError):
            read(data[:end], "a")


def test_damaged_anywhere():
    """Whatever byte is wrong, the file is read or refused; nothing else is raised."""
    read = refused = 0
    for at in range(0, len(GOOD), 17):
        data = GOOD[:at] + bytes([GOOD[at] ^ 0x55]) + GOOD[at + 1 :]
        try:
            document = word.read_bytes(data, "a.docx")
            word.write_bytes(data, document, [Edit(Span(0, 3), "The")])
            read += 1
        except ReadError:
            refused += 1
    assert read
    assert refused


def test_size_that_lies():
    """No more of a member is unpacked than its header says, and that is damage."""
    body = b"<a>" + b"x" * 5000 + b"</a>"
    data = with_body(body.decode())
    lying = patched(data, struct.pack("<L", len(body)), struct.pack("<L", 100))
    with pytest.raises(ReadError, match="cannot be read"):
        word.read_bytes(lying, "a.docx")


def test_names_that_climb(tmp_path, monkeypatch):
    """Members whose names lead out of a folder are kept and never unpacked."""
    monkeypatch.chdir(tmp_path)
    climbing = [("../../evil.txt", "x"), ("/etc/evil", "y"), ("..\\evil", "z")]
    data = docx(p("Our clients"), first=climbing[:1], last=climbing[1:])
    document = word.read_bytes(data, "a.docx")
    out = word.write_bytes(data, document, [Edit(Span(0, 3), "The")])
    with zipfile.ZipFile(BytesIO(data)) as one, zipfile.ZipFile(BytesIO(out)) as other:
        assert one.namelist() == other.namelist()
    assert not list(tmp_path.iterdir())


def test_relations_that_climb():
    """A relation that leads out of the archive leads to nothing."""
    data = packed(
        [
            ("_rels/.rels", relations(("r", "officeDocument", "../../../a/./b.xml"))),
            ("a/b.xml", f'<w:p xmlns:w="{W}"><w:r><w:t>x</w:t></w:r></w:p>'),
            ("a/_rels/b.xml.rels", relations(("r", "header", "../../../etc/passwd"))),
        ]
    )
    assert ["x"] == [block.text for block in word.read_bytes(data).blocks]


def test_two_members_of_one_name():
    """An archive that says two things under one name is refused."""
    with pytest.warns(UserWarning, match="Duplicate"):
        data = docx(p("x"), last=[("word/document.xml", "<a/>")])
    with pytest.raises(ReadError, match=r"no \.docx file"):
        word.read_bytes(data)


def test_packed_otherwise():
    """A part that is packed in another way is read, and not written."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), zipfile.ZIP_BZIP2)
    document = word.read_bytes(out.getvalue(), "a.docx")
    with pytest.raises(ReadError, match="unusual way"):
        word.write_bytes(out.getvalue(), document, [Edit(Span(0, 3), "The")])


def test_sizes_after_contents():
    """An archive written as a stream has its sizes after each member: they go."""

    class Pipe(BytesIO):
        def seekable(self):
            return False

    out = Pipe()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), zipfile.ZIP_DEFLATED)
    data = out.getvalue()
    document = word.read_bytes(data, "a.docx")
    changed = word.write_bytes(data, document, [Edit(Span(0, 3), "Their")])
    assert "Their clients\n" == word.read_bytes(changed).source
    with zipfile.ZipFile(BytesIO(changed)) as file:
        assert file.testzip() is None


def test_comment_and_prefix():
    """A comment of the archive stays; one that begins elsewhere is not written."""
    commented = BytesIO(GOOD)
    with zipfile.ZipFile(commented, "a") as file:
        file.comment = "고객".encode()
    document = word.read_bytes(commented.getvalue(), "a.docx")
    edits = [Edit(Span(0, 3), "The")]
    changed = word.write_bytes(commented.getvalue(), document, edits)
    with zipfile.ZipFile(BytesIO(changed)) as file:
        assert "고객".encode() == file.comment
    with pytest.raises(ReadError, match="unusual way"):
        word.write_bytes(b"MZ..." + GOOD, document, edits)


def test_part_that_is_not_utf_8():
    """Parts in UTF-16 are read; what cannot be pointed at is not edited."""
    xml = f'<w:p xmlns:w="{W}"><w:r><w:t>고객 and clients</w:t></w:r></w:p>'
    data = with_body(xml.encode("utf-16"))
    document = word.read_bytes(data, "a.docx")
    assert "고객 and clients\n" == document.source
    assert not document.blocks[0].is_verbatim(0, 2)
    with pytest.raises(ReadError, match="not changed"):
        word.write_bytes(data, document, [Edit(Span(0, 2), "손님")])


def test_latin_1_part():
    """A replacement that the encoding of a part cannot say is not written."""
    xml = (
        '<?xml version="1.0" encoding="iso-8859-1"?>'
        f'<w:p xmlns:w="{W}"><w:r><w:t>clients</w:t></w:r></w:p>'
    )
    data = with_body(xml)
    document = word.read_bytes(data, "a.docx")
    with pytest.raises(ReadError, match="not changed"):
        word.write_bytes(data, document, [Edit(Span(0, 7), "손님")])


@pytest.mark.parametrize(
    ("make", "blocks"),
    [
        pytest.param(
            "docx(''.join(p(f'client {n} {n * n}') for n in range(100_000)))",
            100_000,
            id="100,000 paragraphs",
        ),
        pytest.param(
            "docx(p(*(f'{n * n} ' for n in range(100_000))))",
            1,
            id="100,000 runs in a paragraph",
        ),
        pytest.param(
            "docx(p('a' + '&#38;' * 300_000 + ''.join(map(str, range(90_000)))))",
            1,
            id="300,000 references",
        ),
        pytest.param(
            "docx(''.join(f'<w:sdt{n}>' for n in range(100_000)) + p('x') + ''.join("
            "f'</w:sdt{n}>' for n in range(99_999, -1, -1)))",
            1,
            id="100,000 deep",
        ),
    ],
)
def test_large(make, blocks):
    """What is large without malice is read in seconds and less than a gigabyte."""
    program = (
        "import sys; sys.path.insert(0, 'tests/documents')\n"
        "from officefiles import docx, p\n"
        "from linter.documents.docx import read_bytes, write_bytes\n"
        "from linter.values import Edit, Span\n"
        f"data = {make}\n"
        "document = read_bytes(data)\n"
        "write_bytes(data, document, [Edit(Span(0, 1), 'C')])\n"
        "print(len(document.blocks))\n"
    )

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limited,
    )
    assert (f"{blocks}\n", "") == (done.stdout, done.stderr)
