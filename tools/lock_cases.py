"""The cases that measure the fact lock, and what it makes of each: tests/lock/*.toml.

A case gives sources, a text as a model would write it from them, and which of its words are wrong.
The cases were made up without looking at the lock.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.lock import Lock

CASES = Path(__file__).resolve().parent.parent / "tests" / "lock"


@dataclass(frozen=True)
class Case:
    """`wrong` are the words of `output` that the sources do not bear out; none: all is right.

    `known` says that the lock is known to get this one wrong.
    """

    lang: str
    spoken: str
    sources: tuple[str, ...]
    output: str
    wrong: tuple[str, ...]
    about: str
    known: bool

    @property
    def is_translation(self) -> bool:
        return self.lang != self.spoken


@dataclass(frozen=True)
class Verdict:
    """`let_through` are wrong words that the lock passed, `alarms` right ones that it marked."""

    let_through: tuple[str, ...]
    alarms: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return not self.let_through and not self.alarms


def cases() -> Iterator[Case]:
    """All cases, language by language, in the order of their files."""
    for lang in LANGUAGES:
        told = tomllib.loads((CASES / f"{lang}.toml").read_text(encoding="utf-8"))
        for one in told["case"]:
            yield Case(
                lang,
                one["from"],
                tuple(one["sources"]),
                one["output"],
                tuple(one["wrong"]),
                one["about"],
                one.get("known", False),
            )


def judge(case: Case) -> Verdict:
    """What the lock makes of a case, against what is so."""
    places = []
    for words in case.wrong:
        start = case.output.index(words)
        places.append((start, start + len(words)))
    breaks = Lock.of(case.sources, case.spoken).breaks(case.output, lang=case.lang)
    spans = [broken.span for broken in breaks if broken.span]
    let_through = tuple(
        case.output[start:end]
        for start, end in places
        if not any(span.start < end and start < span.end for span in spans)
    )
    alarms = tuple(
        span.text
        for span in spans
        if not any(span.start < end and start < span.end for start, end in places)
    )
    return Verdict(let_through, alarms)
