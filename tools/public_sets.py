"""Two public sets of labelled texts, to learn from and to measure guards with.

    .venv/bin/python tools/public_sets.py FOLDER

prints how many of what is held out are remarked on, by what the sets call their parts. They are
not part of the project. `hatecheck.tsv` (lang, functionality, label, text): HateCheck and
Multilingual HateCheck, CC BY 4.0 (github.com/paul-rottger/hatecheck-data, rewire-online/
multilingual-hatecheck; Röttger et al. 2021, 2022). `ec-darkpattern.tsv` (page_id, text, label,
Pattern Category): short texts of shop pages, Apache-2.0 (github.com/yamanalab/ec-darkpattern).
A fifth of each is held out: HateCheck by template (its rows stand beside each other, misspelt ones
go where the row that they were made from goes), shop pages by page.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from aboveboard.check.batch import Text, read

FOLDS, BLOCK = 5, 28
TODAY = date(2026, 11, 25)
KINDS = {
    "Scarcity": "pressure.scarcity",
    "Social Proof": "pressure.crowd",
    "Urgency": "pressure.time",
    "Not Dark Pattern": "-",
}
_DECLINES = ("no", "i don", "i'm", "i’m", "i already", "i hate", "i'll", "i’ll", "nah", "not ")


@dataclass(frozen=True)
class Line:
    """A text with its kind as `tools/train_kinds.py` names it, `-` for none."""

    kind: str
    language: str
    text: str
    part: str
    fires: bool
    held_out: bool


def hatecheck(folder: Path) -> list[Line]:
    """What runs a group down, and what looks like it."""
    rows = _rows(folder / "hatecheck.tsv")
    found: list[Line] = []
    for language in sorted({row["lang"] for row in rows}):
        ours = [row for row in rows if row["lang"] == language]
        plain = [row for row in ours if not row["functionality"].startswith("spell_")]
        folds = {id(row): number // BLOCK % FOLDS for number, row in enumerate(plain)}
        near = [(_letters(row["text"]), folds[id(row)]) for row in plain]
        for row in ours:
            fold = folds.get(id(row))
            if fold is None:
                letters = _letters(row["text"])
                fold = max(near, key=lambda one: _shared(letters, one[0]))[1]
            hateful = row["label"] == "hateful"
            found.append(
                Line(
                    "persons.demeaning" if hateful else "-", language, row["text"],
                    row["functionality"], hateful, fold == 0,
                )
            )  # fmt: skip
    return found


def dark_patterns(folder: Path) -> Iterator[Line]:
    """What presses buyers, and what stands beside it on the pages of shops."""
    for row in _rows(folder / "ec-darkpattern.tsv"):
        part, text = row["Pattern Category"] or "", row["text"].strip(' "')
        kind = KINDS.get(part)
        if part == "Misdirection" and len(text) > 10 and text.casefold().startswith(_DECLINES):
            kind = "pressure.shame"
        # What is sneaked in or forced is no pressure of words.
        if kind and len(text) > 2:
            page = sha256(row["page_id"].encode()).digest()[0]
            yield Line(kind, "en", text, part, kind != "-", page % FOLDS == 0)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _letters(text: str) -> frozenset[str]:
    joined = "".join(text.casefold().split())
    return frozenset(joined[at : at + 3] for at in range(len(joined) - 2))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    for guard, lines in (
        ("stereotype", hatecheck(folder)),
        ("manipulation", list(dark_patterns(folder))),
    ):
        print(guard)
        parts: dict[tuple[bool, str], list[bool]] = {}
        languages: dict[str, list[tuple[bool, bool]]] = {}
        for line in lines:
            if not line.held_out:
                continue
            text = Text(text=line.text, lang=line.language)
            said = bool(read(text, today=TODAY, only=guard).findings)
            parts.setdefault((line.fires, line.part), []).append(said)
            languages.setdefault(line.language, []).append((line.fires, said))
        for (fires, part), rows in sorted(parts.items()):
            print(f"  {'is' if fires else 'is not':6} {part:20} {sum(rows)} of {len(rows)}")
        for language, both in languages.items():
            hit = sum(fires and said for fires, said in both)
            wrong = sum(fires != said for fires, said in both)
            alarms = [said for fires, said in both if not fires]
            print(
                f"  {language} F1 {2 * hit / (2 * hit + wrong):.3f}, "
                f"{sum(alarms)} of {len(alarms)} others remarked on"
            )


if __name__ == "__main__":
    main()
