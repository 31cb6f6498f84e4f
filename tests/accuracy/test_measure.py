"""The figures of README.md are those that `make accuracy` prints."""

import pytest
from measure import ACCEPTS, COPY, MARKS, NAMES, ROOT, Tally, rows_of, tables, tally


def row(text, word, concept, sense="party", possessor="own"):
    """Return a labelled row as the files have it."""
    start = text.index(word)
    return {
        "text": text,
        "lang": "en",
        "start": start,
        "end": start + len(word),
        "concept": concept,
        "sense": sense,
        "possessor": possessor if sense == "party" else None,
    }


def test_tally_counts_what_is_right_and_reported():
    """One wrong word reported, one rightly left alone, one of another sense."""
    counts = tally(
        [
            row("Our customers trust our advice.", "customers", "customer"),
            row("Reach your customers.", "customers", "customer", possessor="reader"),
            row("Call customer service.", "customer", "customer", sense="fixed"),
        ]
    )
    assert (counts.rows, counts.parties) == (3, 2)
    assert counts.right == {"found": 3, "sense": 3, "whose": 2}
    assert counts.flags == {(True, "error"): 1, (False, ""): 2}


def test_tables_have_a_column_for_each_language():
    """The lines are a Markdown table."""
    counts = Tally(rows=1, parties=1)
    counts.flags[True, "info"] = 1
    lines = list(tables(dict.fromkeys(NAMES, counts)))
    assert {line.count("|") for line in lines if line} == {len(NAMES) + 2}
    assert all("–, 0.00" in line for line in lines[-3:-1])
    assert "1.00, 1.00" in lines[-1]


@pytest.mark.skipif(not COPY.is_dir(), reason="needs the labelled copy")
def test_readme_has_the_figures():
    """What README.md says of accuracy is what is measured today."""
    tallies = {lang: tally(rows_of(COPY / f"{lang}.jsonl")) for lang in NAMES}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.split(MARKS[0])[1].split(MARKS[1])[0]
    assert shown.strip() == "\n".join(tables(tallies)).strip()


def test_both_kinds_of_business_are_measured():
    """One model accepts clients, the other customers."""
    assert set(ACCEPTS.values()) == {"client", "customer"}
