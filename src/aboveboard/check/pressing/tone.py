"""Shame for those who decline, and threats to those who do not buy."""

from collections.abc import Iterator

from aboveboard.check.pressing.reading import Reading, Said
from aboveboard.text.spans import Span

SHAME = "This shames those who decline. Let them say a plain no."
THREAT = "This threatens those who do not buy. Say what the offer does instead."
SHAME_RULE = "Regulation (EU) 2022/2065, Art. 25, and a rule of the house: nobody is shamed"
THREAT_RULE = "Directive 2005/29/EC, Art. 8, 9 and Annex I no. 12"


def tone(reading: Reading) -> Iterator[Said]:
    """The places that shame or threaten; calm advice that sells nothing does neither."""
    for span in reading.find("shame"):
        yield Said(span.start, span.end, SHAME, SHAME_RULE)
    selling = reading.has("offer") or reading.has("ours")
    for number, part in enumerate(reading.parts):
        if dared := _dared(reading, number):
            yield Said(dared.start, dared.end, SHAME, SHAME_RULE)
        if reading.civic or reading.soothed(number):
            continue
        for span in reading.own.find("threat", reading.text, part.start, part.end):
            if selling:
                yield Said(span.start, span.end, THREAT, THREAT_RULE)
        if harmed := _harmed(reading, number):
            yield Said(harmed.start, harmed.end, THREAT, THREAT_RULE)


def _dared(reading: Reading, number: int) -> Span | None:
    """What is put to those who fall short of "a good mother" ("so what is your excuse?")."""
    part, (start, _end) = reading.parts[number], reading.around(number)
    if not reading.has("ideal", start, part.end):
        return None
    return next(reading.find("challenge", part.start, part.end), None)


def _harmed(reading: Reading, number: int) -> Span | None:
    """What the seller lets befall those who decline, in that sentence or the one before."""
    part, (start, _end) = reading.parts[number], reading.around(number)
    span = next(reading.own.find("harm", reading.text, part.start, part.end), None)
    if span is None or reading.told(span):
        return None
    return span if reading.has("refuse", start, part.end) else None
