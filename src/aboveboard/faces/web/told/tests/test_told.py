"""Sentences of the stages are found again, whole, and only those that the code says."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from aboveboard.brand.reading.reader import read
from aboveboard.check.guards import GUARDS
from aboveboard.faces.web.told import error_told, told
from aboveboard.faces.web.told.places import entry_told, place_told
from aboveboard.faces.web.told.sentences import SENTENCES
from aboveboard.kernel.errors import Invalid
from aboveboard.plan import rules

SRC = Path(__file__).resolve().parents[4]
HOLE = "\0"
# Said by the database, or put together from words of several places.
ELSEWHERE = {"edited", "moved", "renamed", "declared otherwise", "taken away"} | {
    "a creator",
    "a viewer",
}


def said_by_the_code() -> str:
    """Every literal of the stages, what is put into one as a hole."""
    found = []
    for path in SRC.rglob("*.py"):
        if {"tests", "migrations", "told"} & set(path.relative_to(SRC).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.append(_literal(node))
    return "\n".join(found)


@pytest.mark.slow
def test_the_code_still_says_each_sentence() -> None:
    code = said_by_the_code()
    gone = [
        message
        for message in SENTENCES
        if message not in ELSEWHERE and re.sub(r"%\(\w+\)s", HOLE, message) not in code
    ]
    assert gone == []


def test_each_refusal_of_a_template_can_be_told() -> None:
    sentences = {re.sub(r"%\(\w+\)s", HOLE, message) for message in SENTENCES}
    nodes = [
        node
        for path in (SRC / "media/cards").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    said = [
        _literal(node.args[0])
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refusal"
    ]
    assert len(said) > 20
    assert set(said) <= sentences


def test_each_refusal_of_a_file_can_be_told() -> None:
    sentences = {re.sub(r"%\(\w+\)s", HOLE, message) for message in SENTENCES}
    said = [
        part
        for path in (SRC / "brand/reading").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Invalid"
        for text in (*node.args, *(one.value for one in node.keywords if one.arg == "mend"))
        for part in re.split(r"(?<=\.) (?=[A-Z])", _literal(text))
    ]
    assert len(said) > 30
    assert set(said) <= sentences
    with translation.override("de"), pytest.raises(Invalid) as caught:
        read("evil.exe", b"MZ")
    with translation.override("de"):
        assert "cannot be read" not in error_told(caught.value)


def _literal(node: ast.expr) -> str:
    """A string as it stands in the code, what is put into it as holes."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(one.value) if isinstance(one, ast.Constant) else HOLE for one in parts)


def test_what_each_guard_is_and_looks_for_can_be_told() -> None:
    assert {said for guard in GUARDS for said in (guard.title, guard.about)} <= set(SENTENCES)


@pytest.mark.parametrize(
    ("place", "told_in_german"),
    [
        ("prices.md, line 3, “Price list 2026”", "prices.md, Zeile 3, “Price list 2026”"),
        ("row 7", "Zeile 7"),
        ("a line 3 of mine.txt, page 12", "a line 3 of mine.txt, Seite 12"),
        ("line 3.txt", "line 3.txt"),
    ],
)
def test_a_place_is_told_and_its_names_are_not(place: str, told_in_german: str) -> None:
    with translation.override("de"):
        assert place_told(place) == told_in_german
        assert entry_told(f"A tin is 6.40 ({place})") == f"A tin is 6.40 ({told_in_german})"


def test_no_sentence_stands_twice() -> None:
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize("language", ["nl", "fr", "de", "hu"])
def test_a_refusal_is_told_whole(language: str) -> None:
    with pytest.raises(Invalid) as caught:
        rules.title("a" * 1234)
    with translation.override(language):
        said = error_told(caught.value)
        assert "characters" not in said
        assert "Shorten" not in said
    grouped = {"nl": "1.234", "fr": "1\u202f234", "de": "1.234", "hu": "1\u00a0234"}
    assert re.sub(r"\s", " ", grouped[language]) in re.sub(r"\s", " ", said)


def test_english_stays_as_it_was_said() -> None:
    with translation.override("en"):
        assert told("The title has 1,234 characters; 160 is the most. Shorten it.") == (
            "The title has 1,234 characters; 160 is the most. Shorten it."
        )


@pytest.mark.parametrize(
    ("said", "told_in_german"),
    [
        (
            "The price €6.40 is neither in the brief nor in the knowledge.",
            "Preis €6.40: steht weder im Briefing noch im Wissen.",
        ),
        (
            "Friday 4 December 2026, 09:00 has passed. Nothing was changed.",
            "Freitag, 4. Dezember 2026, 09:00: schon vorbei. Es wurde nichts geändert.",
        ),
        (
            "A creator may not approve. Nothing was changed. "
            "An owner, a manager or an approver of this workspace can do it.",
            "Redakteur: darf nicht freigeben. Es wurde nichts geändert. "
            "Inhaber, Manager oder Freigeber dieses Arbeitsbereichs können es tun.",
        ),
        ("Picture 2 has no words for people who cannot see it.", None),
    ],
)
def test_what_stands_in_holes_is_told_too(said: str, told_in_german: str | None) -> None:
    with translation.override("de"):
        assert told(said) != said
        assert told_in_german in (None, told(said))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A sentence of nobody.",
        "Nothing was changed. And a sentence of nobody.",
        "Nothing was changed",
        "A sentence of nobody. An owner of this workspace can do it.",
        "%(name)s",
        "The title has 5 characters",
    ],
)
def test_what_is_not_known_is_left_alone(text: str) -> None:
    with translation.override("hu"):
        assert told(text) == text


def test_words_of_people_are_never_translated() -> None:
    with translation.override("de"):
        said = told("There is a brand named “The goal” already. Choose another name.")
    assert said == "Eine Marke heißt schon „The goal“. Wählen Sie einen anderen Namen."
