"""The cases that measure the asking of the knowledge: tests/asking/cases.toml.

Each is a question, and words of the passage that answers it, or none where nothing does. They are
asked of the demo brand's knowledge, which is in English: four of the five languages cross over.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aboveboard.brand.reading import read
from aboveboard.text.asking import Library
from aboveboard.text.knowledge import Source

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "asking" / "cases.toml"
KNOWLEDGE = ROOT / "src" / "aboveboard" / "demo" / "brand" / "knowledge"


@dataclass(frozen=True)
class Case:
    lang: str
    question: str
    says: str


def cases() -> Iterator[Case]:
    for lang, rows in tomllib.loads(CASES.read_text(encoding="utf-8")).items():
        yield from (Case(lang, question, says) for question, says in rows)


def library() -> Library:
    """The demo brand's knowledge, ready to be asked."""
    sources, titles = [], []
    for path in sorted(KNOWLEDGE.iterdir()):
        document = read(path.name, path.read_bytes())
        for passage in document.passages:
            if passage.text == document.title:
                continue
            where = f"{path.name}, {passage.locator}"
            sources.append(Source(where, passage.text, document.lang or "en", where))
            titles.append(document.title)
    return Library(sources, titles)


def judge(case: Case, asked: Library) -> str:
    """`first` or `among` the answers, `silent`, or `wrong`: it answers what nothing says."""
    found = [one.source.text for one in asked.answers(case.question, lang=case.lang)]
    if not case.says:
        return "wrong" if found else "silent"
    places = [n for n, text in enumerate(found) if case.says in text]
    if not places:
        return "missed"
    return "first" if places[0] == 0 else "among"
