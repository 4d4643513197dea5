"""How often the guards are right, counted on the sets in `sets/`: what `bench guards` prints.

`sets/built/` was there while the guards were built; `sets/held/` was written by somebody who had
not seen them, and is only counted. A line is a text as in `batch` with `fires` (whether the guard
of the file's name should say something) and `pair` (cases that differ in one thing). Lines of
`clean` are ordinary posts, on which no guard should say anything; lines of `ungrounded` carry their
`knowledge` and judge the sentence from `start` to `end`; those of `contrast` tell how a line of
words is `drawn`.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any, Literal

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import NOTHING, Known, Reading, Text, read
from aboveboard.check.drawn import drawn
from aboveboard.check.rules import Remark
from aboveboard.kernel.digest import Json
from aboveboard.kernel.shares import wilson
from aboveboard.text.grounding import Index, Source

Part = Literal["built", "held"]
PARTS: tuple[Part, ...] = ("built", "held")
# The guards that a set is kept for: what they see is judged, not counted.
MEASURED = (
    "ungrounded", "hidden_ad", "unsafe_claim", "green_claim", "manipulation", "ai_testimony",
    "undisclosed_ai", "sensitive_topic", "stereotype", "sameness", "length", "alt_text", "contrast",
    "link", "language", "spelling", "grammar", "readability", "tag",
)  # fmt: skip
CLEAN = "clean"
# A case that names no day is judged as of this one.
_DAY = date(2026, 11, 25)
_DRAWS = 400


@dataclass(frozen=True)
class Judged:
    """A case and what was made of it: `fires` is right, `said` is what the guard did."""

    id: str
    pair: str
    fires: bool
    said: bool
    fact: bool = True

    @property
    def right(self) -> bool:
        return self.fires == self.said


@dataclass(frozen=True)
class Share:
    """A share of `of` cases with its 95 % interval (Wilson's for counts). None of nothing."""

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True)
class Score:
    """What a guard reaches in a language: shares of 0 to 1.

    `pairs` is the share of minimal pairs of which every member was judged rightly, `idle` the share
    of sentences without a fact that were remarked on (for `ungrounded` alone).
    """

    precision: Share | None
    recall: Share | None
    f1: Share | None
    pairs: Share | None
    idle: Share | None
    cases: int


def judged(guard: str, language: str, part: Part) -> list[Judged]:
    """Every case of a set as the guard judges it; nothing where there is no set."""
    return [_judge(guard, case) for case in _lines(guard, language, part)]


def false_alarms(language: str, part: Part) -> tuple[Share, list[str]]:
    """The share of ordinary posts on which any guard remarks (hints left out), and which ones."""
    cases = list(_lines(CLEAN, language, part))
    found = []
    for case in cases:
        said = [one.code for one in _read(case).findings if one.severity != "note"]
        if said:
            found.append(f"{case['id']}: {', '.join(said)}")
    return _wilson(len(found), len(cases)), found


def ordinary(language: str) -> list[str]:
    """The ordinary posts of a language."""
    return [case["text"] for case in _lines(CLEAN, language, "built")]


def score(cases: Sequence[Judged]) -> Score:
    """The shares of judged cases."""
    said = [case for case in cases if case.said]
    fires = [case for case in cases if case.fires]
    hit = sum(case.fires for case in said)
    pairs: dict[str, list[Judged]] = defaultdict(list)
    for case in cases:
        if case.pair:
            pairs[case.pair].append(case)
    whole = [all(one.right for one in pair) for pair in pairs.values() if len(pair) > 1]
    idle = [case.said for case in cases if not case.fact]
    return Score(
        precision=_some(hit, len(said)),
        recall=_some(hit, len(fires)),
        f1=_f1(cases) if fires else None,
        pairs=_some(sum(whole), len(whole)),
        idle=_some(sum(idle), len(idle)),
        cases=len(cases),
    )


def macro_f1(scores: Iterable[Score]) -> float:
    """The mean F1 of several guards, 0 to 1; a guard that never fires rightly counts as nought."""
    found = [one.f1.value if one.f1 else 0.0 for one in scores]
    return sum(found) / len(found) if found else 0.0


def _lines(guard: str, language: str, part: Part) -> Iterator[dict[str, Any]]:
    file = files("aboveboard.check").joinpath("sets", part, f"{guard}.{language}.jsonl")
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def _judge(guard: str, case: dict[str, Any]) -> Judged:
    findings: Sequence[Remark] = _read(case, guard).findings
    if "start" in case:
        start, end = int(case["start"]), int(case["end"])
        findings = [one for one in findings if one.start < end and start < one.end]
    return Judged(
        id=case["id"],
        pair=case.get("pair", ""),
        fires=bool(case["fires"]),
        said=bool(findings),
        fact=bool(case.get("fact", True)),
    )


def _read(case: dict[str, Any], only: str = "") -> Reading:
    text = Text.model_validate({**case, "context": case.get("context") or {}})
    files = [drawn(case["drawn"])] if "drawn" in case else []
    return read(text, _known(case), today=_DAY, only=only, files=files)


def _known(case: dict[str, Any]) -> Known:
    lines = case.get("knowledge")
    if lines is None:
        return NOTHING
    language = case.get("knowledge_lang") or case["lang"]
    sources = [
        Source(id=str(number), text=line, lang=language, where=f"line {number}")
        for number, line in enumerate(lines, 1)
    ]
    return Known(language=case["lang"], index=Index(sources))


def _some(hits: int, of: int) -> Share | None:
    return _wilson(hits, of) if of else None


def _wilson(hits: int, of: int) -> Share:
    low, high = wilson(hits, of)
    return Share(hits / of if of else 0.0, low, high, of)


def _f1(cases: Sequence[Judged]) -> Share:
    """F1 with the interval of 400 draws, pairs kept together; the draws are the same each time."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for case in cases:
        groups[case.pair or case.id].append(case)
    every = list(groups.values())
    draw = random.Random(7)  # noqa: S311 (draws of cases, no secret)
    drawn = sorted(
        _f1_of([case for group in draw.choices(every, k=len(every)) for case in group])
        for _ in range(_DRAWS)
    )
    return Share(_f1_of(cases), drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS)], len(cases))


def _f1_of(cases: Sequence[Judged]) -> float:
    hit = sum(case.said and case.fires for case in cases)
    wrong = sum(case.said != case.fires for case in cases)
    return 2 * hit / (2 * hit + wrong) if hit or wrong else 0.0


def measured() -> dict[str, Json]:
    """All figures as JSON: of each part, guard and language, and the false alarms by language."""
    found: dict[str, Json] = {}
    for part in PARTS:
        found[part] = {guard: _by_language(guard, part) for guard in MEASURED}
        found[f"{part}_{CLEAN}"] = {
            language: _plain(share)
            for language in LANGUAGES
            if (share := false_alarms(language, part)[0]).of
        }
    return found


def _by_language(guard: str, part: Part) -> dict[str, Json]:
    return {
        language: {
            name: value if isinstance(value, int) else _plain(value)
            for name, value in vars(score(cases)).items()
        }
        for language in LANGUAGES
        if (cases := judged(guard, language, part))
    }


def _plain(share: Share | None) -> Json:
    if share is None:
        return None
    return [round(share.value, 3), round(share.low, 3), round(share.high, 3), share.of]
