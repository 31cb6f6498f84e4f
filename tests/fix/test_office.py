"""Office documents: mended only where asked, and nothing else of them changes."""

import zipfile
from io import BytesIO

import docx
import pptx
import pytest
from click.testing import CliRunner
from odf import teletype
from odf import text as odf_text
from odf.opendocument import OpenDocumentText, load
from toy_judge import PLAIN, judge

from linter import documents, engine
from linter.cli.program import cli
from linter.config import Settings
from linter.fix import mend
from linter.fix.proving import Problem

WORDS = ["Our customers pay.", "Nothing here.", "R&D for customers & us."]
MENDED = ["Our clients pay.", "Nothing here.", "R&D for clients & us."]


def write_docx(path):
    document = docx.Document()
    for text in WORDS:
        document.add_paragraph(text)
    document.save(path)


def read_docx(path):
    return [one.text for one in docx.Document(path).paragraphs]


def write_pptx(path):
    deck = pptx.Presentation()
    for text in WORDS:
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = text
    deck.save(path)


def read_pptx(path):
    return [one.shapes.title.text for one in pptx.Presentation(path).slides]


def write_odt(path):
    document = OpenDocumentText()
    for text in WORDS:
        document.text.addElement(odf_text.P(text=text))
    document.save(path)


def read_odt(path):
    found = load(path).getElementsByType(odf_text.P)
    return [teletype.extractText(one) for one in found]


KINDS = {
    "docx": (write_docx, read_docx),
    "pptx": (write_pptx, read_pptx),
    "odt": (write_odt, read_odt),
}


@pytest.fixture(params=sorted(KINDS))
def office(request, tmp_path):
    """Return a file of each kind, and a reader that is not ours."""
    writer, reader = KINDS[request.param]
    path = tmp_path / f"letter.{request.param}"
    writer(str(path))
    return path, lambda: reader(str(path))


@pytest.fixture
def _toy(monkeypatch):
    def by_words(document, *, settings):
        del settings
        return judge(document, PLAIN)

    monkeypatch.setattr(engine, "lint_document", by_words, raising=False)


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.usefixtures("_toy")
def test_words_change_and_nothing_else(office):
    """Another library reads the new words; parts without them keep their bytes."""
    path, read = office
    data = path.read_bytes()
    before = judge(documents.read_bytes(data, str(path)), PLAIN)
    outcome = mend(before, settings=Settings(), data=data)
    assert len(outcome.fixed) == 2
    path.write_bytes(outcome.data)
    assert [one for one in read() if one] == MENDED
    old, new = parts(data), parts(outcome.data)
    assert list(old) == list(new)
    touched = {name for name in old if old[name] != new[name]}
    assert touched == {name for name in old if b"customers" in old[name]}
    again = mend(outcome.after, settings=Settings(), data=outcome.data)
    assert again.steps == ()
    assert again.data == outcome.data


@pytest.mark.usefixtures("_toy")
def test_without_their_bytes_they_are_not_mended(office):
    """A document by itself is no file."""
    path, _ = office
    before = judge(documents.read_file(path), PLAIN)
    outcome = mend(before, settings=Settings())
    assert {one.problem for one in outcome.refused} == {Problem.READ_ONLY}
    assert outcome.steps == ()


@pytest.mark.parametrize(
    ("args", "mended"),
    [
        pytest.param(["--fix"], False, id="not asked"),
        pytest.param(["--fix", "--write-office"], True, id="asked"),
        pytest.param(["--diff", "--write-office"], False, id="a diff"),
    ],
)
def test_they_are_written_only_where_asked(office, monkeypatch, args, mended):
    """The command line leaves office documents alone without --write-office."""
    path, read = office
    monkeypatch.chdir(path.parent)
    runner = CliRunner(env={"OKYAKU_UI_LANG": "en"})
    result = runner.invoke(cli, ["check", "--model", "law", *args, path.name])
    assert [one for one in read() if one] == (MENDED if mended else WORDS)
    assert ("--write-office" in result.stderr) != mended
    if "--fix" in args:
        assert result.exit_code == (0 if mended else 1)


def test_text_is_not_written_so():
    """A file that is text is written by its source."""
    document = documents.read_text("a", format="text")
    with pytest.raises(ValueError, match="text is not written so"):
        documents.write_bytes(b"a", document, ())
