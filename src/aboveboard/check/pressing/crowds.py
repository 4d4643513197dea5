"""Other buyers, users and viewers of whom no record is on file."""

from collections.abc import Iterator
from decimal import Decimal

import regex

from aboveboard.check.pressing.reading import Reading, Said
from aboveboard.check.rules import Evidence
from aboveboard.text.spans import Span

MESSAGE = "No record on file counts these people. Leave the claim out, or put the record on file."
RULE = "Directive 2005/29/EC, Art. 6 and Annex I no. 23b; 16 CFR 465"

# A count may be rounded: a little below the figure, or up to as much again above it.
_LEAST, _MOST = Decimal("0.99"), Decimal(2)
_SCALES = regex.compile(
    r"(?P<million>million|miljoen|milli)|(?P<thousand>thousand|duizend|mill|tausend|ezer|ezr)"
    r"|(?P<hundred>hundred|honderd|cent|hundert|száz)",
    regex.IGNORECASE,
)
# Fewer are a story of the day, unless they look or buy right now.
_HANDFUL = 12
_STEM = 6
_WORD = regex.compile(r"\p{L}{5,}")
_PAUSE = regex.compile(r"[,;:–—]")
_SIZES = {"million": 1_000_000, "thousand": 1_000, "hundred": 100}


def crowds(reading: Reading) -> Iterator[Said]:
    """The places that count or name other people who bought, unless a record says so too."""
    for part in reading.parts:
        if reading.has("thanks", part.start, part.end):
            continue
        for section in ("crowd", "crowd_vague"):
            for span in reading.find(section, part.start, part.end):
                if section == "crowd_vague" and _asked(part):
                    continue
                if not _harmless(reading, part, span) and not _recorded(reading, span):
                    yield Said(span.start, span.end, MESSAGE, RULE, _filed(reading))
        for span in reading.find("peopled", part.start, part.end):
            if reading.has("dealing", part.start, part.end) and not _recorded(reading, span):
                yield Said(span.start, span.end, MESSAGE, RULE, _filed(reading))


def hinted(reading: Reading, part: Span) -> Said | None:
    """The same for a sentence that tells of other buyers in words that no phrase holds."""
    thanks = reading.has("thanks", part.start, part.end)
    if thanks or _asked(part) or _harmless(reading, part, part) or _recorded(reading, part):
        return None
    return Said(part.start, part.end, MESSAGE, RULE, _filed(reading))


def _harmless(reading: Reading, part: Span, span: Span) -> bool:
    """Whether a handful did something once ("two guests brought cake"), or all walked along."""
    if reading.has("together", part.start, part.end):
        return True
    numbers = reading.numbers(span.text)
    handful = bool(numbers) and max(numbers) < _HANDFUL
    return handful and not reading.has("live", part.start, part.end)


def _asked(part: Span) -> bool:
    """Whether it is all asked ("Do your neighbours have one?") and nothing is claimed before."""
    return part.text.rstrip().endswith("?") and not _PAUSE.search(part.text)


def _recorded(reading: Reading, span: Span) -> bool:
    claimed = reading.numbers(span.text)
    scale = _SCALES.search(span.text)
    for entry in reading.context.evidence:
        if not reading.has_filed("record", entry) and not (claimed and _shared(span, entry)):
            continue
        counted = reading.counted(entry)
        if claimed:
            if all(any(_covers(count, one) for count in counted) for one in claimed):
                return True
        elif scale and scale.lastgroup:
            if any(count >= _SIZES[scale.lastgroup] for count in counted):
                return True
        elif counted:
            return True
    return False


def _shared(span: Span, entry: str) -> bool:
    """Whether an entry names what the words count, whatever its ending."""
    named = {word[:_STEM].casefold() for word in _WORD.findall(entry)}
    return any(word[:_STEM].casefold() in named for word in _WORD.findall(span.text))


def _covers(count: Decimal, claimed: Decimal) -> bool:
    return claimed * _LEAST <= count < claimed * _MOST if claimed > 100 else count == claimed


def _filed(reading: Reading) -> tuple[Evidence, ...]:
    return tuple(Evidence("on file", entry) for entry in dict.fromkeys(reading.filed("record")))[:3]
