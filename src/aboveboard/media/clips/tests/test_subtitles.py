"""SRT and WebVTT: taken as they come from anywhere, written again whole, wrong lines named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.media.clips.cutting import Piece, total
from aboveboard.media.clips.subtitles import (
    Cue,
    NotSubtitles,
    ass,
    parse,
    remarks,
    retimed,
    srt,
    vtt,
)

PLAIN = (
    "1\n00:00:01,000 --> 00:00:02,500\nSalt takes\ntime.\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\nYes.\n"
)
CUES = [Cue(1, 2.5, "Salt takes\ntime."), Cue(3, 4, "Yes.")]


@pytest.mark.parametrize(
    "told",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
        PLAIN.replace("\n", "\r"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("1\n0", "7\n0", 1).replace("2\n00:00:03", "7\n00:00:03"),
        PLAIN.replace("1\n0", "0", 1).replace("2\n00:00:03", "00:00:03"),
        PLAIN.rstrip(),
        PLAIN.replace("\n\n", "\n"),
        "WEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE so\n\nintro\n"
        "00:01.000 --> 00:02.500 align:start position:0%\n<v Ines>Salt <i>takes</i>\ntime.\n\n"
        "00:00:03.000 --> 00:00:04.000\nYes.\n",
    ],
)
def test_the_same_words_however_they_were_saved(told: str | bytes) -> None:
    assert parse(told) == CUES


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("", "no subtitles"),
        ("WEBVTT\n\n", "no subtitles"),
        ("1\n00:00:01 -> 00:00:02\nHello\n", "Line 2"),
        ("1\n00:00:01,000 --> soon\nHello\n", "Line 2"),
        ("1\n00:00:02,000 --> 00:00:01,000\nHello\n", "Line 2"),
        (PLAIN + "\nand so on\n", "Line 10"),
        (b"\xffnot text", "UTF-8"),
        (PLAIN.replace("03,000", "00,500"), "Subtitle 2 begins before"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(told: str | bytes, words: str) -> None:
    with pytest.raises(NotSubtitles, match=words):
        parse(told)


WORDS = st.text(st.characters(categories=("L", "N", "Zs")), min_size=1).map(str.strip).filter(bool)


@st.composite
def some_cues(draw: st.DrawFn) -> list[Cue]:
    at, cues = 0, []
    for words in draw(st.lists(WORDS, min_size=1, max_size=6)):
        at += draw(st.integers(0, 5_000))
        seconds = draw(st.integers(40, 5_000))
        text = " ".join(words.split())
        cues.append(Cue(at / 1_000, (at + seconds) / 1_000, text))
        at += seconds
    return cues


@given(some_cues())
def test_written_and_read_again_they_are_the_same(cues: list[Cue]) -> None:
    assert parse(srt(cues)) == cues
    assert parse(vtt(cues)) == cues


@given(some_cues(), st.integers(0, 3_000), st.integers(1_000, 9_000), st.integers(0, 3_000))
def test_cut_they_stay_in_order_and_within(cues: list[Cue], skip: int, long: int, gap: int) -> None:
    first = Piece(skip / 1_000, (skip + long) / 1_000)
    pieces = [first, Piece(first.end + gap / 1_000, first.end + gap / 1_000 + 2)]
    cut = retimed(cues, pieces)
    assert all(0 <= cue.start < cue.end <= total(pieces) + 1e-6 for cue in cut)
    assert [cue.start for cue in cut] == sorted(cue.start for cue in cut)


def test_what_overlaps_or_is_too_fast_is_remarked() -> None:
    found = remarks([Cue(0, 2, "a" * 60), Cue(1.5, 4, "Yes.")])
    assert [(one.number, one.kind) for one in found] == [(1, "overlap"), (1, "fast")]


def test_nothing_in_words_is_a_command_for_who_draws_them() -> None:
    drawn = ass([Cue(0, 1, "{\\fnWingdings}a\\Nb")], 320, 180)
    words = drawn.rpartition(",,")[2]
    assert words == "\\{\\\u2060fnWingdings\\}a\\\u2060Nb\n"
