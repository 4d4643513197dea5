"""Shame for those who decline, and threats to those who do not buy."""

from collections.abc import Iterator

from aboveboard.check.pressing.reading import Reading, Said

SHAME = "This shames those who decline. Let them say a plain no."
THREAT = "This threatens those who do not buy. Say what the offer does instead."
SHAME_RULE = "Regulation (EU) 2022/2065, Art. 25, and a rule of the house: nobody is shamed"
THREAT_RULE = "Directive 2005/29/EC, Art. 8, 9 and Annex I no. 12"


def tone(reading: Reading) -> Iterator[Said]:
    """The places that shame or threaten; calm advice that sells nothing does neither."""
    for span in reading.find("shame"):
        yield Said(span.start, span.end, SHAME, SHAME_RULE)
    if not reading.civic and (reading.has("offer") or reading.has("ours")):
        for span in reading.own.find("threat", reading.text):
            yield Said(span.start, span.end, THREAT, THREAT_RULE)
