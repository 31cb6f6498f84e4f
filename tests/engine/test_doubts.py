"""Doubt about a declared model is a matter of the whole run."""

from dataclasses import replace
from pathlib import Path

import pytest

from linter import engine
from linter.config import Settings
from linter.engine.doubts import LEAST_FILES, with_doubts

HOTEL = (
    "Our guests like the hotel: room service, breakfast included. "
    "Check-in is at three, check-out at noon. The front desk keeps your keys."
)
LAW = "Our clients speak to an attorney of the law firm before any litigation."


@pytest.fixture
def judged(tmp_path):
    """Return a function that judges texts under a model, each as a file."""

    def judge(*texts, **given):
        settings = Settings(source=Path("okyaku.toml"), **{"model": "law", **given})
        found = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            found.append((engine.lint_file(path, settings=settings), settings))
        return tuple(found)

    return judge


def doubts(results):
    return [
        (index, finding.message)
        for index, (result, _) in enumerate(results)
        for finding in result.findings
        if finding.rule == "model-doubtful"
    ]


def test_a_site_of_another_kind_is_doubted_once(judged):
    """The doubt stands in the file where the other model's words begin."""
    pages = judged("Our clients speak to us.", *[HOTEL] * LEAST_FILES)
    ((index, message),) = doubts(with_doubts(pages))
    assert index == 1
    assert "hospitality" in message


@pytest.mark.parametrize(
    ("texts", "given"),
    [
        pytest.param([HOTEL] * (LEAST_FILES - 1), {}, id="too few files"),
        pytest.param([LAW] * LEAST_FILES, {}, id="the declared kind"),
        pytest.param([HOTEL] * LEAST_FILES, {"model": "hospitality"}, id="a hotel"),
        pytest.param([HOTEL] * LEAST_FILES, {"model": None}, id="nothing declared"),
        pytest.param(
            [HOTEL] * LEAST_FILES, {"ignore": ("model-doubtful",)}, id="not wanted"
        ),
        pytest.param(["Fine weather."] * LEAST_FILES, {}, id="no audience words"),
    ],
)
def test_nothing_is_doubted(judged, texts, given):
    """Little copy, the right copy, or no wish to know: no doubt."""
    pages = judged(*texts, **given)
    assert with_doubts(pages) == pages


def test_files_are_grouped_by_their_configuration(judged):
    """Two sites with one file each are not one site of two files."""
    pages = judged(*[HOTEL] * LEAST_FILES)
    apart = tuple(
        (result, replace(settings, source=Path(str(number), "okyaku.toml")))
        for number, (result, settings) in enumerate(pages)
    )
    assert doubts(with_doubts(apart)) == []
