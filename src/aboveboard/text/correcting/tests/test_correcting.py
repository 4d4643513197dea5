"""What is nobody's spelling, that corrections fit together, and the process that reads."""

import os
import signal
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.text.correcting import dictionaries
from aboveboard.text.correcting.correction import apart_from_each_other, taken
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.reader import Reader, Unread
from aboveboard.text.correcting.reading import read
from aboveboard.text.correcting.rules import rule_corrections
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.tests.machine import if_there
from aboveboard.text.correcting.veiled import veiled
from aboveboard.text.languages import LANGUAGES
from aboveboard.text.tables import words

PIECES = words(
    "we the is are saturday Samstag , ! . .. - “ ” „ « a az à le de il que I am agree seit seid "
    "https://a.example/saturday #saturday @saturday 5.-én"
)
WORDS = st.lists(st.sampled_from(["\n", *sorted(PIECES)]), max_size=20)


@given(WORDS, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_corrections_stand_apart_and_name_their_words(said: list[str], lang: str) -> None:
    text = " ".join(said)
    plain = veiled(text)
    found = apart_from_each_other(
        [*rule_corrections(plain, lang), *phrase_corrections(plain, lang)]
    )
    for one in found:
        assert plain[one.start : one.end] == one.words
        assert one.instead
        assert one.instead[0] != one.words
        assert "\ue000" not in one.words
    for one, following in pairwise(found):
        assert one.end <= following.start
    done = taken(text, found)
    for address in ("https://a.example/saturday", "#saturday", "@saturday"):
        assert done.count(address) == text.count(address)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_addresses_handles_and_known_words_are_no_faults(lang: str) -> None:
    text = "Qzwrtp @qzwrtp #qzwrtp https://qzwrtp.example/qzwrtp qzwrtp@qzwrtp.example"
    assert read(text, lang, known={"Qzwrtp"}).corrections == ()


def test_without_a_dictionary_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "FOLDERS", ())
    done = read("Hun hebben fietsn.", "nl", folder=str(tmp_path))
    assert done.missing
    assert [one.kind for one in done.corrections] == ["phrase"]


@pytest.mark.slow
def test_what_a_library_prints_is_no_answer() -> None:
    reader = Reader()
    try:
        # Of this sentence Harper prints the forms of its verb.
        reader.surely("We're really looking forward to meet you all at the fair.", "en")
        assert reader.surely("The pans are open.", "en") == ()
    finally:
        reader.close()


@pytest.mark.hunspell
@if_there
@pytest.mark.parametrize(
    ("lang", "text", "words", "instead"),
    [
        ("en", "Please bring a seperate bag.", "seperate", "separate"),
        ("nl", "Een interresante lezing over zout.", "interresante", "interessante"),
        (
            "fr",
            "Il ne reste deja rien, l’acceuil ferme.",
            "deja acceuil",
            "déjà accueil",
        ),
        ("de", "Ab Dinstag ist die Terasse offen.", "Dinstag Terasse", "Dienstag Terrasse"),
        ("hu", "Gyönyörü színek érkeztek.", "Gyönyörü", "Gyönyörű"),
    ],
)
def test_common_slips_are_sure(lang: str, text: str, words: str, instead: str) -> None:
    found = sure_corrections(text, lang)
    assert " ".join(one.words for one in found) == words
    assert " ".join(one.instead[0] for one in found) == instead


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "De burgerpanelen komen bijeen in het dorpshuis."),
        ("de", "Maibowle und Mairübchen in der Trattoria, sagt Trude."),
        ("hu", "A luffaszivacsunk és a mosókesztyűnk is megjött."),
        ("fr", "Kévin et Dóra servent des cannelés."),
    ],
)
def test_names_and_joined_words_are_no_slips(lang: str, text: str) -> None:
    assert sure_corrections(text, lang) == ()


@pytest.mark.slow
def test_a_process_apart_reads_and_begins_again() -> None:
    reader = Reader()
    try:
        [one] = reader.read("Come on saturday.", "en").corrections
        assert one.instead == ("Saturday",)
        reader.close()
        assert reader.read("Come on saturday.", "en").corrections == (one,)
        with pytest.raises(Unread):
            reader.read("x", "no such language")
        assert reader.read("Come on saturday.", "en").corrections == (one,)
    finally:
        reader.close()


@pytest.mark.slow
def test_the_process_ends_when_nobody_asks_any_more() -> None:
    before = _children()
    reader = Reader(idle=0.5)
    try:
        for _ in range(2):
            reader.surely("The pans are open.", "en")
        deadline = time.monotonic() + 20
        while _children() - before and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not _children() - before
        assert reader.surely("The pans are open.", "en") == ()
        assert _children() - before
    finally:
        reader.close()


@pytest.mark.slow
def test_ctrl_c_and_a_fork_leave_the_process_to_whom_it_reads_for() -> None:
    before = _children()
    reader = Reader()
    try:
        assert reader.surely("The pans are open.", "en") == ()
        [process] = _children() - before
        os.kill(int(process), signal.SIGINT)
        assert reader.surely("We open at ten.", "en") == ()
        assert _children() - before == {process}
        forked = os.fork()
        if not forked:
            reader.forget()
            is_right = reader.surely("The pans are open.", "en") == ()
            reader.close()
            os._exit(0 if is_right else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
        assert reader.surely("We open at nine.", "en") == ()
        assert _children() - before == {process}
    finally:
        reader.close()


def _children() -> set[str]:
    tasks = Path("/proc/self/task").glob("*/children")
    return {pid for task in tasks for pid in task.read_text().split()}


def test_joined_beginnings_and_sentences_of_another_language_are_no_faults() -> None:
    said = read("Our eco-friendly tins went out last year.", "en").corrections
    assert [one.words for one in said] == []
    mixed = "Bread is raedy. Heute ist ein wunderbarer Tag, wir freuen uns auf euch alle."
    assert [one.words for one in read(mixed, "en").corrections] == ["raedy"]
