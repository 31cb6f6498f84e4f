"""SubRip and WebVTT: cues, speakers, tags, notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replanting import LINE, check_spans, quickly, replant

from linter import documents

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n"
VTT = "WEBVTT\n\nintro\n00:01.000 --> 00:02.000 align:start\n{}\n\n"


def _read(source, format_, path=""):
    return documents.read_text(source, format=format_, path=path)


@pytest.mark.parametrize(
    ("format_", "source", "expected"),
    [
        ("srt", SRT.format("Our <i>cli</i>ents\nstay"), [("1", "Our clients stay")]),
        (
            "srt",
            SRT.format("- Our clients?\n- Yes,\nours."),
            [("1", "Our clients?"), ("1", "Yes, ours.")],
        ),
        ("srt", SRT.format(r"{\an8}お客様は" "\n大切"), [("1", "お客様は大切")]),
        ("srt", SRT.format("♪ 12"), []),
        ("srt", "00:00:01,000 --> 00:00:02,000\r\nHi client\r\n", [("", "Hi client")]),
        (
            "vtt",
            VTT.format("<v Ann>R&amp;D &lt;clients&gt;</v>"),
            [("intro", "R&D <clients>")],
        ),
        (
            "vtt",
            (
                "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n"
                "00:01.000 --> 00:02.000\na <00:01.500>b"
            ),
            [("", "a b")],
        ),
        ("vtt", "WEBVTT", []),
        ("srt", "", []),
    ],
)
def test_cues(format_, source, expected):
    """The words of a cue come out as a sentence, those of each speaker apart."""
    document = _read(source, format_)
    check_spans(document)
    assert format_ == document.format
    assert expected == [(one.key, one.text) for one in document.blocks]


def test_place_and_language():
    """A cue is found by its time; the language is in the name."""
    document = _read(SRT.format("고객"), "srt", "film.ko.srt")
    assert ("ko", "00:00:01,000") == (document.lang, document.blocks[0].where)


def test_notes():
    """A note is a comment."""
    source = "WEBVTT\n\nNOTE okyaku\nis here\n\n" + VTT.partition("\n\n")[2]
    document = _read(source, "vtt")
    check_spans(document)
    assert ["okyaku\nis here"] == [one.text for one in document.comments]


@given(
    st.lists(LINE, min_size=1, max_size=3),
    st.sampled_from(["srt", "vtt"]),
    st.sampled_from(["client", "의뢰인", "R&D"]),
)
def test_replacing(lines, format_, new):
    """A replaced word changes nothing else."""
    shape = SRT if format_ == "srt" else VTT[len("WEBVTT\n\n") :]
    source = ("" if format_ == "srt" else "WEBVTT\n\n") + "".join(
        shape.format(line) for line in lines
    )
    replant(_read(source, format_), "customer", new)


@pytest.mark.parametrize("new", ["a\nb", "a-->b"])
def test_what_a_cue_cannot_say(new):
    """A text that would end a cue is refused."""
    (block,) = _read(SRT.format("a client"), "srt").blocks
    with pytest.raises(ValueError, match="a"):
        documents.encode(new, format="srt", block=block)


def test_hostile():
    """Huge cues and many are read in no time."""
    quickly(SRT.format("고객 " * 500_000), format="srt")
    quickly(SRT.format("고객") * 20_000, format="srt")
    quickly(SRT.format("<a" * 400_000), format="srt")
    quickly(VTT.format("&" * 900_000), format="vtt")
    quickly(SRT.format("a\n" * 50_000), format="srt")
    quickly(" " * 900_000, format="srt")
