"""The public API: what `import linter` promises."""

import subprocess
import sys
from pathlib import Path

import pytest

import linter
from linter import Possessor, Sense, Settings, Severity, Span
from linter.errors import ConfigError, OkyakuError, ReadError

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize("name", linter.__all__)
def test_every_name_promised_is_there(name):
    """What `__all__` lists can be imported."""
    assert hasattr(linter, name)


def test_unknown_name_is_an_attribute_error():
    """A name that the package does not have is refused as Python does."""
    with pytest.raises(AttributeError, match="lint_everything"):
        _ = linter.lint_everything


def test_import_loads_no_tokenizer():
    """`import linter` is cheap: nothing heavy comes with it."""
    code = (
        "import linter, sys; "
        "print({'spacy', 'fugashi', 'pyromark', 'click'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("text", "model", "found", "word"),
    [
        pytest.param(
            "Our customers trust us.", "law", "customers", "clients", id="English"
        ),
        pytest.param(
            "当社のカスタマーは長くお付き合いいただいています。",
            "agency",
            "カスタマー",
            "クライアント",
            id="Japanese",
        ),
        pytest.param(
            "저희는 고객을 대신해 협상합니다.", "law", "고객", "의뢰인", id="Korean"
        ),
    ],
)
def test_lint_text_reports_the_word_and_offers_another(text, model, found, word):
    """A word that the model avoids is reported where it stands, with the right one."""
    (finding,) = linter.lint_text(text, model=model)
    assert finding.rule == "audience-mismatch"
    assert text[finding.span.start : finding.span.end] == found
    assert finding.suggestions[0] == word


@pytest.mark.parametrize(
    ("text", "sense", "possessor"),
    [
        pytest.param("Our clients stay.", Sense.PARTY, Possessor.OWN, id="ours"),
        pytest.param("Reach your clients.", Sense.PARTY, Possessor.READER, id="yours"),
        pytest.param("Install the FTP client.", Sense.SOFTWARE, None, id="software"),
        pytest.param(
            "귀사의 고객을 만나세요.", Sense.PARTY, Possessor.READER, id="귀사"
        ),
        pytest.param("고객센터로 연락하세요.", Sense.FIXED, None, id="고객센터"),
        pytest.param("カスタマーサポートへどうぞ。", Sense.FIXED, None, id="サポート"),
    ],
)
def test_analyse_decides_sense_and_possessor(text, sense, possessor):
    """Every audience word comes with what it means, whose people it names, and why."""
    (occurrence,) = linter.analyse(text)
    assert occurrence.sense is sense
    assert occurrence.possessor is possessor
    assert occurrence.because


def test_own_names_are_we():
    """What a business calls itself in the settings stands for *we*."""
    settings = Settings(model="law", names=("Garamsol",))
    text = "Customers of Garamsol speak to a lawyer."
    (finding,) = linter.lint_text(text, settings=settings)
    assert finding.suggestions[0] == "Clients"


def test_spans_count_code_points_of_the_source():
    """A character outside the basic plane counts once, markup counts as written."""
    text = "<p>𠮷 👩‍👧 Our <b>customers</b></p>"
    (finding,) = linter.lint_text(text, model="law", format="html")
    start = text.index("customers")
    assert finding.span == Span(start, start + len("customers"))


def test_model_given_goes_before_that_of_the_settings():
    """`model=` holds even where the settings declare another."""
    settings = Settings(model="retail")
    assert linter.lint_text("Our customers stay.", settings=settings) == ()
    assert linter.lint_text("Our customers stay.", model="law", settings=settings)


def test_unknown_model_is_refused():
    """A model that does not exist is a mistake, not a clean result."""
    with pytest.raises(ConfigError):
        linter.lint_text("Our customers stay.", model="lawn")


def test_lint_paths_takes_the_configuration_beside_each_file():
    """Two sites of two kinds are each held to their own model."""
    paths = [EXAMPLES / "law-firm" / "fees.md", EXAMPLES / "shop" / "about.html"]
    results = {Path(result.path).name: result for result in linter.lint_paths(paths)}
    words = {
        name: {
            result.document.source[finding.span.start : finding.span.end]
            for finding in result.findings
            if finding.severity is not Severity.INFO
        }
        for name, result in results.items()
    }
    assert "고객" in words["fees.md"]
    assert "clients" in words["about.html"]


def test_lint_paths_reports_a_file_that_cannot_be_read(tmp_path):
    """A broken file has an error and no findings; the next one is still read."""
    (tmp_path / "a.md").write_bytes(b"Our \xff customers.\n")
    (tmp_path / "b.md").write_text("Our customers.\n", encoding="utf-8")
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    broken, fine = linter.lint_paths(paths, settings=Settings(model="law"))
    assert broken.error
    assert broken.findings == ()
    assert fine.error is None
    assert len(fine.findings) == 1


def test_errors_share_one_parent():
    """A caller catches `OkyakuError` for all that can go wrong."""
    assert issubclass(ConfigError, OkyakuError)
    assert issubclass(ReadError, OkyakuError)
