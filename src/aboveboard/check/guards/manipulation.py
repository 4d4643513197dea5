"""Pressure that what is on file does not bear out: scarcity, time limits, crowds, shame, threats.

Sentence by sentence, phrases of five languages find what is said, and a small classifier what is
meant (`check/meant.py`). The context says whether it is so: what is left in stock, the real end, a
record of the buyers who are counted. Not seen: pressure by pictures or layout.
Sources: Directive 2005/29/EC Art. 8, 9 and Annex I no. 7 and 12; Regulation (EU) 2022/2065 Art. 25;
16 CFR 465. That "nearly sold out" needs ten or fewer, and that nobody is shamed for declining, are
rules of the house.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from aboveboard.brand.rules import Severity
from aboveboard.check.meant import meant
from aboveboard.check.pressing import crowds, limits, scarcity, tone
from aboveboard.check.pressing.reading import Reading, Said, reading_of
from aboveboard.check.rules import Case, Remark

# The kinds that a sentence may mean, the gravest first.
_KINDS = ("shame", "threat", "scarcity", "time", "crowd")
_NONE = frozenset(f"not pressure.{kind}" for kind in _KINDS)


@dataclass(frozen=True)
class _Manipulation:
    code: str = "manipulation"
    title: str = "Pressure"
    about: str = "Scarcity, time limits and crowds that nothing on file bears out."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        reading = reading_of(case)
        taken: list[Said] = []
        for said in _said(reading):
            if any(said.start < other.end and other.start < said.end for other in taken):
                continue
            taken.append(said)
            yield Remark(
                code=self.code,
                start=said.start,
                end=said.end,
                severity=Severity.WARN,
                message=said.message,
                evidence=said.evidence,
                rule=said.rule,
            )


def _said(reading: Reading) -> Iterator[Said]:
    if reading.has("meta"):
        return
    by_phrases = [tone.tone(reading), limits.untrue(reading)]
    if not reading.civic:
        by_phrases += [scarcity.scarcity(reading), limits.limits(reading), crowds.crowds(reading)]
    on_file = reading.context.deadline or reading.context.stock is not None
    for said in chain(*by_phrases):
        denied = any(one.source == "on file" for one in said.evidence)
        if on_file or denied or not _ruled_out(reading, said):
            yield said
    yield from _meant(reading)


def _ruled_out(reading: Reading, said: Said) -> bool:
    """Whether the sentences that it stands in mean surely no pressure at all."""
    told = zip(reading.parts, meant(reading.text, reading.language), strict=True)
    return all(
        kinds >= _NONE and not _urged(reading, number, said)
        for number, (part, kinds) in enumerate(told)
        if part.start < said.end and said.start < part.end
    )


def _urged(reading: Reading, number: int, said: Said) -> bool:
    """Whether it is plain beside a sentence that it sells, or scorns or threatens, or counts."""
    part = reading.parts[number]
    bargain = said.rule == limits.RULE and limits.BARGAIN.search(part.text)
    # So many people who deal with the seller are a claim, however soberly told.
    dealing = all(reading.has(one, part.start, part.end) for one in ("peopled", "dealing"))
    return bool(bargain) or dealing or reading.has("sure", *reading.around(number))


def _meant(reading: Reading) -> Iterator[Said]:
    """Sentences that press in words that no phrase holds."""
    told = meant(reading.text, reading.language)
    for number, (part, kinds) in enumerate(zip(reading.parts, told, strict=True)):
        if reading.soothed(number) or reading.has("stocks", part.start, part.end):
            continue
        pressed = next((kind for kind in _KINDS if f"pressure.{kind}" in kinds), None)
        # It is not taken at its word alone: a threat has an "if", a crowd a number.
        if pressed is None or not reading.has(f"hint_{pressed}", part.start, part.end):
            continue
        if (pressed == "shame" or not reading.civic) and (
            said := _hinted(reading, number, pressed)
        ):
            yield said


def _hinted(reading: Reading, number: int, pressed: str) -> Said | None:
    part = reading.parts[number]
    match pressed:
        case "shame":
            return Said(part.start, part.end, tone.SHAME, tone.SHAME_RULE)
        case "threat":
            return Said(part.start, part.end, tone.THREAT, tone.THREAT_RULE)
        case "scarcity":
            return scarcity.hinted(reading, number)
        case "time":
            return limits.hinted(reading, number)
        case _:
            return crowds.hinted(reading, part)


manipulation = _Manipulation()
