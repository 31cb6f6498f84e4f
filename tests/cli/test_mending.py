"""Mending at the command line: what is asked, what cannot be written."""

import pytest
from click.testing import CliRunner

import linter.fix.fixing
from linter.cli import fixing
from linter.cli.program import cli
from linter.fix import Outcome, Refused
from linter.fix.proving import Problem

WRONG = "Our customers pay.\n\nOur customers stay.\n\nOur customers come.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    (tmp_path / "okyaku.toml").write_text('model = "law"\n')
    (tmp_path / "fees.txt").write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args, answers=None):
    runner = CliRunner(env={"OKYAKU_UI_LANG": "en"})
    return runner.invoke(cli, ["check", *args], input=answers)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        pytest.param("y\nn\ny\n", ["clients", "customers", "clients"], id="each"),
        pytest.param("n\na\n", ["customers", "clients", "clients"], id="all"),
        pytest.param("y\nq\n", ["clients", "customers", "customers"], id="quit"),
        pytest.param("\n\n\n", ["customers", "customers", "customers"], id="enter"),
    ],
)
def test_interactive_asks(site, monkeypatch, answers, words):
    """Each edit is shown and made as answered; a quit keeps those made."""
    monkeypatch.setattr(fixing, "is_terminal", lambda: True)
    result = check("--interactive", answers=answers)
    lines = (site / "fees.txt").read_text().split("\n\n")
    assert [line.split()[1] for line in lines] == words
    assert "- Our customers pay.\n+ Our clients pay.\n" in result.stderr
    assert result.exit_code == ("customers" in words)


def test_interactive_asks_nothing_without_edits(site, monkeypatch):
    """Where there is nothing to mend nothing is asked."""
    monkeypatch.setattr(fixing, "is_terminal", lambda: True)
    (site / "fees.txt").write_text("Our clients pay.\n")
    assert check("--interactive", answers="").exit_code == 0


def test_a_file_that_cannot_be_written_is_named(site):
    """A read-only file is reported, still has its findings, and the run says 2."""
    (site / "more.txt").write_text(WRONG)
    (site / "fees.txt").chmod(0o444)
    result = check("--fix")
    assert result.exit_code == 2
    assert "fees.txt: not fixed, the file is read-only" in result.stderr
    assert "fees.txt:1:5" in result.stdout
    assert (site / "fees.txt").read_text() == WRONG
    assert "clients" in (site / "more.txt").read_text()


def test_a_link_out_of_the_folder_is_named(site, tmp_path_factory):
    """A linked page elsewhere is not written."""
    other = tmp_path_factory.mktemp("other") / "page.txt"
    other.write_text(WRONG)
    (site / "link.txt").symlink_to(other)
    result = check("--fix", "link.txt")
    assert result.exit_code == 2
    assert "leads out of the folder" in result.stderr
    assert other.read_text() == WRONG


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
@pytest.mark.parametrize("problem", list(Problem))
def test_an_edit_refused_is_named(site, monkeypatch, problem, ui_lang):
    """Whatever keeps an edit back is said with its place and rule."""

    def refuse(before, **_):
        refused = Refused(before.findings[1], problem, "audience-tier")
        return Outcome(before, before, refused=(refused,))

    monkeypatch.setattr(linter.fix.fixing, "mend", refuse)
    result = check("--fix", "--ui-lang", ui_lang)
    assert result.stderr.startswith("fees.txt:3:5: audience-mismatch")
    assert ("audience-tier" in result.stderr) == (problem is Problem.FINDING)
    assert (site / "fees.txt").read_text() == WRONG


def test_bytes_outside_the_edits_stay(site):
    """Byte order mark, Windows line ends and a bare one stay as they are."""
    before = b"\xef\xbb\xbfOur customers pay.\r\n\r\nA\rB\nend"
    (site / "fees.txt").write_bytes(before)
    check("--fix")
    after = (site / "fees.txt").read_bytes()
    assert after == before.replace(b"customers", b"clients")
