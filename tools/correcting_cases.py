"""The cases that measure corrections, and what is made of each: tests/correcting/*.toml."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.dictionaries import PACKAGED, place
from aboveboard.text.correcting.reading import read
from aboveboard.text.languages import LANGUAGES

CASES = Path(__file__).resolve().parent.parent / "tests" / "correcting"
# What a brand's own knowledge would hold.
KNOWN = frozenset(["Marit", "Femke", "Oosterplaat", "Brackwater"])


@dataclass(frozen=True)
class Case:
    """`words` are wrong and `instead` is right; both empty when nothing is to be said."""

    lang: str
    text: str
    words: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Verdict:
    """`found`: the fault was marked; `right`: and the first word offered is the right one.

    `alarms` are corrections of what was not wrong.
    """

    found: bool
    right: bool
    alarms: tuple[Correction, ...]


def cases() -> Iterator[Case]:
    for lang in LANGUAGES:
        told = tomllib.loads((CASES / f"{lang}.toml").read_text(encoding="utf-8"))
        yield from (Case(lang, *row) for row in told["wrong"])
        yield from (Case(lang, text) for text in told["right"])


def missing() -> list[str]:
    """Languages whose dictionary is not the system's here: their figures would not be the same."""
    paths = {lang: place(lang) for lang in LANGUAGES if lang != "en"}
    return [lang for lang, path in paths.items() if path is None or path.parent == PACKAGED]


def judge(case: Case) -> Verdict:
    made = read(case.text, case.lang, known=KNOWN).corrections
    if not case.words:
        return Verdict(found=False, right=False, alarms=made)
    start = _place(case)
    end = start + len(case.words)
    hits = [one for one in made if one.start <= end and start <= one.end]
    wanted = _flat(case.text[:start] + case.instead + case.text[end:])
    right = any(
        _flat(case.text[: one.start] + one.instead[0] + case.text[one.end :]) == wanted
        for one in hits
        if one.instead
    )
    return Verdict(bool(hits), right, tuple(one for one in made if one not in hits))


def _place(case: Case) -> int:
    """Where the fault is; of a space, the one before a mark."""
    if case.words == " ":
        return case.text.index(" ,")
    return case.text.index(case.words)


def _flat(text: str) -> str:
    """Apostrophes and no-break spaces as one types them."""
    return text.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")
