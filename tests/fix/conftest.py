"""The toy judge in the place of the rules."""

import pytest
from toy_judge import PLAIN, judge

from linter import documents, engine


@pytest.fixture
def judged(monkeypatch):
    """Return a maker of results; the whole program then judges by the same words."""

    def make(source, kind="text", words=PLAIN, path="a"):
        def by_words(document, *, settings):
            del settings
            return judge(document, words)

        monkeypatch.setattr(engine, "lint_document", by_words, raising=False)
        return judge(documents.read_text(source, format=kind, path=path), words)

    return make
