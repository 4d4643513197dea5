"""Limits and ranges that may admit a figure or rule it out: "up to 25 kg", "2–4 people"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto
from itertools import pairwise

import regex

from aboveboard.text.bound import joined
from aboveboard.text.compare import agrees, opposed, parts
from aboveboard.text.knowledge import Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity, number, numbers

LIMITS = ("min", "max", "over", "under")
# How many passages are looked at; and how old somebody may be.
_CLOSEST, _OLDEST = 4, 100


# Units are mistaken for their neighbours: minutes, hours, days, weeks, months; mm, cm, m, km.
_NEAR_UNITS, _FAR_UNITS, _MONTH = Decimal("1.9"), Decimal(1_001), Decimal(2_629_800)
_IN_PASSING = regex.compile(
    r"rather than|instead of|don['’]t (?:dither|wait|miss|forget|worry|delay|hesitate|panic)|"
    r"niet (?:vergeten|missen|treuzelen|getreuzeld|wachten)|(?:vergeet|mis|wacht|treuzel)\p{L}* "
    r"(?:\p{L}+ )?niet|n(?:e |['’])(?:ratez|tardez|manquez|attendez|oubliez|traînez|hésitez) "
    r"\p{L}* ?pas|"
    r"nicht (?:vergessen|verpassen|zögern|verbummeln|warten)|(?:vergesst|verpasst|wartet|zögert) "
    r"(?:\p{L}+ )?nicht|ne (?:késs|feled|hagyj|várj|maradj)\p{L}*",
    regex.IGNORECASE,
)
_HALF = regex.compile(r"half|halve|halb|anderhal|demi|fél", regex.IGNORECASE)


class Limit(Enum):
    """Whether the sources have a limit for a figure, and whether the figure keeps to it."""

    NONE = auto()
    SET = auto()
    KEPT = auto()


def limit(
    claim: Quantity, said: Said, stated: Sequence[Quantity], near: Sequence[Passage]
) -> Limit:
    """Whether a passage has a limit or a range of the claim's kind, and admits the claim.

    A claim that is a limit itself is an instance of none but its own, told from the other side
    ("over twelve tons" where twelve is the most). Where something is denied a figure may stand for
    what is ruled out, and days are read only there.
    """
    if other_unit(claim, near):
        # Likely a slip, yet the same digits may stand for something else: the network is asked.
        return Limit.SET
    denied = any(q.kind == "negation" and not _in_passing(q, said) for q in stated)
    for passage in near[:_CLOSEST]:
        if claim.kind in ("weekday", "date"):
            if denied and _has_days(claim, passage):
                return Limit.KEPT
        elif claim.kind in ("number", "duration", "measure") and _limits(claim, stated, passage):
            return Limit.KEPT if denied or _keeps(claim, passage) else Limit.SET
    return Limit.NONE


def broken(
    asked: Sequence[Quantity], near: Sequence[Passage]
) -> Iterator[tuple[Quantity, Passage]]:
    """Figures of a question that a near passage's limit rules out, and that none admits.

    "A party of five? The reduced rate is yours", known "groups of 8 or more".
    """
    for claim in asked:
        if claim.kind not in ("number", "duration", "measure", "price"):
            continue
        closest = near[:1] if claim.kind == "number" else near[:_CLOSEST]
        limiting = [one for one in closest if _limits(claim, asked, one) and _plainly(claim, one)]
        if limiting and not any(_keeps(claim, one) for one in limiting):
            yield claim, limiting[0]


def _plainly(claim: Quantity, passage: Passage) -> bool:
    """Whether a passage has a limit or a range in the very unit of a figure."""
    alike = [q for q in _alike(claim, passage) if q.step == claim.step or not q.step]
    return any(q.hedge in LIMITS for q in alike) or any(ranges(alike, passage))


def _in_passing(denial: Quantity, said: Said) -> bool:
    """Whether it only hurries readers on ("don't miss it") or tells what else there was."""
    at = denial.span.start - said.start
    return any(m.start() - 2 <= at < m.end() for m in _IN_PASSING.finditer(said.text))


def other_unit(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether a passage has a figure written alike in another unit: 30 days for 30 hours."""
    if claim.kind not in ("duration", "measure") or _HALF.search(claim.span.text):
        return False
    known = (q for passage in near[:_CLOSEST] for q in passage.stated if q.kind == claim.kind)
    return any(_misread(claim, q) for q in known)


def _misread(claim: Quantity, known: Quantity) -> bool:
    """Whether two figures have the same digits, more than one, in units that may be mistaken."""
    one, other = _worth(claim), _worth(known)
    if not one or not other or not claim.step or not known.step:
        return False
    written = number(claim) or 0, number(known) or 0
    if written[0] / claim.step != written[1] / known.step or written[0] == claim.step:
        return False
    alike = claim.kind == "duration" or claim.unit == known.unit
    return alike and _NEAR_UNITS < max(one, other) / min(one, other) < _FAR_UNITS


def _worth(quantity: Quantity) -> Decimal | None:
    """What it is worth, a duration in seconds."""
    value = number(quantity)
    return value * _MONTH if value and quantity.unit == "month" else value


def _limits(claim: Quantity, stated: Sequence[Quantity], passage: Passage) -> bool:
    """Whether it has one for the claim: its own, a range, or the age of somebody."""
    alike = _alike(claim, passage)
    if claim.hedge:
        bare = replace(claim, hedge="")
        return any(
            q.hedge in LIMITS and not opposed(claim, q) and agrees(bare, replace(q, hedge=""))
            for q in alike
        )
    others = (q for q in stated if q is not claim and q.value not in ("0", "1"))
    if any(q.kind == claim.kind and q.unit == claim.unit for q in others):
        return False
    if alike and any(q.hedge in LIMITS and q.kind == claim.kind for q in passage.stated):
        return True
    if len(alike) > 1 and (claim.kind != "number" or any(ranges(alike, passage))):
        return True
    return any(q.hedge in LIMITS and _ages(claim, q) for q in passage.stated)


def _keeps(claim: Quantity, passage: Passage) -> bool:
    """Whether it lies within a range of its kind and unit, or the first limit."""
    alike, value = _alike(claim, passage), number(claim)
    if value is None:
        return False
    for first, last in ranges(alike, passage):
        ends = sorted(numbers((first, last)))
        if len(ends) > 1 and ends[0] <= value <= ends[1]:
            return True
    for one in alike:
        bound = number(one)
        if one.hedge in LIMITS and bound is not None:
            return value >= bound if one.hedge in ("min", "over") else value <= bound
    return False


def _alike(claim: Quantity, passage: Passage) -> list[Quantity]:
    return [q for q in passage.stated if q.kind == claim.kind and q.unit == claim.unit]


def ranges(figures: Sequence[Quantity], passage: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    """Those that a passage joins to a range."""
    text = passage.source.text
    for first, last in pairwise(figures):
        if joined(text[first.span.end : last.span.start]):
            yield first, last


def _has_days(claim: Quantity, passage: Passage) -> bool:
    """Whether a passage names days of the week, or months, as a claim does."""
    if claim.kind == "date" and parts(claim.readings[0]).day:
        return False
    return any(
        q.kind == claim.kind and (q.kind == "weekday" or parts(q.readings[0]).month)
        for q in passage.stated
    )


def _ages(claim: Quantity, known: Quantity) -> bool:
    """Whether one is in years and the other a bare number that may be an age: "under 12"."""
    kinds = {(claim.kind, claim.unit), (known.kind, known.unit)}
    bare = numbers(q for q in (claim, known) if q.kind == "number")
    return kinds == {("duration", "month"), ("number", "")} and all(n < _OLDEST for n in bare)
