"""Files and folders with the settings that hold for each of them."""

from pathlib import Path

from linter import lint_paths
from linter.config import Settings

WRONG = "Our customers pay later.\n"


def found(results):
    return {
        Path(result.path).name: (len(result.findings), result.error is not None)
        for result in results
    }


def test_each_file_has_its_own_settings(tmp_path):
    """Of two folders each is held to its own model, and exclusions count."""
    for name, model in (("law", "law"), ("shop", "retail")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"{name}.md").write_text(WRONG)
        (folder / "old.md").write_text(WRONG)
        (folder / "okyaku.toml").write_text(
            f'model = "{model}"\nexclude = ["old.md"]\n'
        )
    assert found(lint_paths([tmp_path])) == {
        "law.md": (1, False),
        "shop.md": (0, False),
    }


def test_given_settings_hold_for_all(tmp_path):
    """With settings no configuration is looked for; theirs are the exclusions."""
    (tmp_path / "okyaku.toml").write_text('modle = "law"\n')
    (tmp_path / "a.md").write_text(WRONG)
    (tmp_path / "b.md").write_text(WRONG)
    settings = Settings(model="law", exclude=("b.md",), root=tmp_path)
    assert found(lint_paths([tmp_path], settings=settings)) == {"a.md": (1, False)}


def test_what_cannot_be_done_is_told_and_the_rest_is_read(tmp_path):
    """A missing path and a broken configuration are errors of their own files."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "okyaku.toml").write_text('modle = "law"\n')
    (tmp_path / "broken" / "x.md").write_text(WRONG)
    (tmp_path / "fine.md").write_text("Fine weather.\n")
    results = list(lint_paths([tmp_path / "gone.md", tmp_path]))
    assert found(results) == {
        "gone.md": (0, True),
        "x.md": (0, True),
        "fine.md": (0, False),
    }
    missing = lint_paths([tmp_path / "gone.md"], settings=Settings(ui_lang="ja"))
    assert "ありません" in next(iter(missing)).error
