"""To what a figure belongs: a price of one ticket is no price of another, a day lies in a range."""

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

import regex

from aboveboard.text.compare import agrees, comparable, parts
from aboveboard.text.facts import Fact
from aboveboard.text.knowledge import Index
from aboveboard.text.meaning.lexicon import sense
from aboveboard.text.meaning.terms import Said, Term
from aboveboard.text.quantity import Quantity
from aboveboard.text.segments import bounds, label, own_words, segment

_RANGE = regex.compile(
    r"[^\p{L}\d]*(?:to|till|until|through|tot|t/m|tot en met|à|a|au|jusqu['’]\p{L}+|bis|"
    r"bis zum|–|-|"
    r"ig|tól|től|\p{L}{0,3}t[óő]l)?[^\p{L}\d]*(?:the|en met|le|zum)?[^\p{L}\d]*",
    regex.IGNORECASE,
)
_FROM = regex.compile(r"t[óő]l$", regex.IGNORECASE)
_WORD = regex.compile(r"\p{Lu}\p{Ll}+")
FREE_OF_PLACE = ("name", "url", "handle", "email", "phone", "version")
# How much better the rival has to fit than any fact that holds the figure.
_CLEARLY = 1.2
_WEEKEND_OFF = regex.compile(
    r"(?:closed|shut|not)\p{L}* (?:at|on|over)? ?(?:the )?weekends?|"
    r"weekends? (?:we(?: a|['’])re |is |are )?(?:closed|shut)|(?:in het )?weekend (?:zijn we )?"
    r"(?:gesloten|dicht)|gesloten in het weekend|fermée?s? (?:le|les) week-?ends?|week-?end fermé|"
    r"(?:am )?Wochenende (?:bleibt \p{L}+ )?(?:geschlossen|zu)|geschlossen am Wochenende|"
    r"hétvégé(?:n|ken) (?:nem|zárva)",
    regex.IGNORECASE,
)
_ABOUT = 0.3
_LOOKED_AT = 16


@dataclass(frozen=True, slots=True)
class Rival:
    """A fact that speaks of the same thing and states another figure."""

    fact: Fact
    quantity: Quantity


def rival(
    quantity: Quantity,
    said: Said,
    before: Said | None,
    stated: Sequence[Quantity],
    beside: Sequence[Quantity],
    scores: Mapping[int, float],
    index: Index,
) -> Rival | None:
    """The fact that states another figure for what the sentence speaks of, where it is plain."""
    if quantity.kind in FREE_OF_PLACE or (quantity.kind == "number" and is_year(quantity)):
        return None
    quantity = _as_known(quantity, index)
    facts = index.facts
    if quantity.hedge and quantity.counted and _same_limit(quantity, index):
        return None
    inside = [*own_words(quantity, said, stated), *(before.terms if before else ())]
    days = [one for one in (*stated, *beside) if one.kind in ("weekday", "date")]
    # What is counted tells nothing of which: "2 pets, or 3 and more".
    others_than = [t for t in inside if not 0 <= t.start - quantity.span.end <= 2]
    words = frozenset(_WORD.findall(said.text))
    best: tuple[float, Rival] | None = None
    spoken = dict(scores)
    if quantity.kind == "time":
        for day in days:
            for place in holding(index, day):
                spoken[place] = spoken.get(place, 0.0) + 0.4
    close = heapq.nlargest(_LOOKED_AT, spoken, key=lambda place: (spoken[place], -place))
    others = holding(index, quantity).difference(close)
    held = max((spoken[place] for place in others if place in spoken), default=0.0)
    for place in close:
        score = spoken[place]
        fact = facts.all[place]
        known = fact.stated
        alike = [one for one in known if may_stand_for(quantity, one, said.lang, fact.said.lang)]
        if not alike:
            continue
        parts_named = frozenset(label(one, fact.said) for one in alike)
        labels = frozenset[str]() if "" in parts_named else parts_named & words
        score = max(score, _ABOUT) if labels else score
        holders = [one for one in known if agrees(quantity, one) and may_hold(quantity, one, fact)]
        if quantity.kind == "number" and quantity.counted:
            holders = [one for one in holders if one in alike]
        borne = bool(holders) or spanned(quantity, fact, known)
        if borne and not (
            holders and _elsewhere(holders, alike, (others_than, days, labels), fact, index, stated)
        ):
            held = max(held, score)
            continue
        free = [one for one in alike if not any(agrees(other, one) for other in stated)]
        if free and (best is None or score > best[0]):
            best = score, Rival(fact, _nearest(free, (inside, days, labels), fact, index))
    if best and best[0] >= _ABOUT and best[0] >= held * _CLEARLY:
        return best[1]
    return None


def _same_limit(quantity: Quantity, index: Index) -> bool:
    """Whether a fact has the very limit of the very things and no other: "at most 8 people"."""
    for place in holding(index, quantity):
        alike = [q for q in index.facts.all[place].stated if q.counted == quantity.counted]
        if len(alike) == 1 and alike[0].hedge == quantity.hedge and agrees(quantity, alike[0]):
            return True
    return False


def is_year(quantity: Quantity) -> bool:
    """Whether a number is likelier a year than a count."""
    return len(quantity.value) == 4 and quantity.value[:2] in ("18", "19", "20")


def _as_known(quantity: Quantity, index: Index) -> Quantity:
    """A bare "at ten" as a time where a source names that time: no number is its rival then."""
    if quantity.kind != "number" or quantity.counted or index.holders(replace(quantity, also=())):
        return quantity
    for reading in quantity.also:
        if reading.kind == "time":
            time = replace(quantity, kind="time", value=reading.value, also=())
            if index.holders(time):
                return time
    return quantity


def may_stand_for(ours: Quantity, known: Quantity, lang: str, other: str) -> bool:
    """Whether one could stand for the other; numbers by the meaning of what they count."""
    if ours.kind == known.kind == "number" and ours.counted and known.counted:
        mine, theirs = sense(ours.counted, lang), sense(known.counted, other)
        if mine.names and theirs.names:
            return not mine.names.isdisjoint(theirs.names)
        return lang != other or comparable(ours, known)
    if ours.kind == known.kind == "number" and is_year(known):
        return False
    if ours.kind == "weekday" and known.kind == "date":
        # The day of a founding is no rival of Sunday.
        return "/" in known.value
    if ours.kind == known.kind == "date":
        # A year alone is no rival of a day in May.
        return bool(parts(ours.readings[0]).month) == bool(parts(known.readings[0]).month)
    return comparable(ours, known)


_Beside = tuple[Sequence[Term], Sequence[Quantity], frozenset[str]]


def _elsewhere(
    holders: Sequence[Quantity],
    alike: Sequence[Quantity],
    beside: _Beside,
    fact: Fact,
    index: Index,
    stated: Sequence[Quantity],
) -> bool:
    """Whether, within one fact, the sentence's words stand with another figure than its own."""
    others = [one for one in alike if one not in holders and one.kind == holders[0].kind]
    if holders[0].kind == "duration":
        # "Young: 5 weeks, mature: 5 months".
        many = {_digits(one) for one in holders} - {""}
        others += [
            one
            for one in fact.stated
            if one.kind == "duration" and one not in holders and _digits(one) in many
        ]
    # "Free from €50" is a limit as it is told; what sending costs is none.
    limited = any(one.hedge for one in holders) and not any(one.hedge for one in others)
    if holders[0].kind == "date" or not others or limited:
        return False
    ours = max(_shared(one, beside, fact, index) for one in holders)
    theirs = max(
        (
            _shared(one, beside, fact, index)
            for one in others
            if not any(agrees(other, one) for other in stated)
        ),
        default=0.0,
    )
    return theirs > ours + 0.3


def _digits(quantity: Quantity) -> str:
    return "".join(takewhile(str.isdigit, quantity.span.text))


def _nearest(found: Sequence[Quantity], beside: _Beside, fact: Fact, index: Index) -> Quantity:
    return max(found, key=lambda one: _shared(one, beside, fact, index))


def _shared(quantity: Quantity, beside: _Beside, fact: Fact, index: Index) -> float:
    """How much of the terms and days the segment around a figure of a fact holds."""
    terms, days, words = beside
    facts = index.facts
    own = {key for term in segment(quantity, fact.said) for key in facts.meant(term)}
    total = sum(facts.weight(term) for term in terms if not own.isdisjoint(facts.meant(term)))
    if words and label(quantity, fact.said) in words:
        total += 1.0
    if days and quantity.kind in ("time", "price"):
        left, right = bounds(quantity, fact.said)
        here = [
            one
            for one in fact.stated
            if one.kind in ("weekday", "date") and left <= one.span.start - fact.said.start < right
        ]
        for day in days:
            if (
                any(agrees(day, one) for one in here)
                or _joined(day, here, fact)
                or ("~weekend" in own and _said_at_once(day, {"~weekend"}))
                or ("~weekday" in own and _said_at_once(day, {"~weekday"}))
            ):
                total += 1.0
    return total


def spanned(quantity: Quantity, fact: Fact, known: Sequence[Quantity]) -> bool:
    """Whether a day or month lies between two of a fact that are joined as a range."""
    if quantity.kind == "weekday" and _said_at_once(quantity, fact.keys.keys()):
        return not (quantity.value in "67" and _WEEKEND_OFF.search(fact.said.text))
    if quantity.kind in ("duration", "number") and _aged(quantity, fact, known):
        return True
    if quantity.kind not in ("weekday", "date"):
        return False
    dated = [one for one in known if one.kind in ("weekday", "date")]
    if quantity.kind == "date" and parts(quantity.readings[0]).day:
        # Beside "from April to August" the day of the beginning is told: no other is meant.
        days = [one for one in dated if one.kind == "date" and parts(one.readings[0]).day]
        if days and len(days) < len(dated):
            dated = days
    return _joined(quantity, dated, fact)


def _joined(quantity: Quantity, dated: Sequence[Quantity], fact: Fact) -> bool:
    """Whether it lies between two of these days that the fact joins to a range."""
    text = fact.said.text
    for first, last in pairwise(dated):
        between = text[first.span.end - fact.said.start : last.span.start - fact.said.start]
        if joined(between, text[: first.span.end - fact.said.start]) and _within(
            quantity, first, last
        ):
            return True
    return False


def joined(between: str, before: str = "") -> bool:
    """Whether what stands between two figures joins them to a range."""
    return bool(_RANGE.fullmatch(between) and (between.strip(" ,;") or _FROM.search(before)))


def _said_at_once(day: Quantity, keys: Collection[str]) -> bool:
    """Whether "at weekends" or "every day" speaks of a weekday."""
    if day.kind != "weekday":
        return False
    if "~weekend" in keys and day.value in "67":
        return True
    return ("~weekday" in keys and day.value in "12345") or "~daily" in keys


def _aged(quantity: Quantity, fact: Fact, known: Sequence[Quantity]) -> bool:
    """Whether a bare age lies in a range of ages: "a child of eight", known "4–11 years"."""
    if (value := _float(quantity)) is None or any(one.kind == "time" for one in quantity.also):
        return False
    years = value * 12 if quantity.kind == "number" else value
    if quantity.kind == "duration" and quantity.unit != "month":
        return False
    if quantity.hedge:
        # "At least 14", known "from 14 years".
        return any(
            one.unit == "month" and one.hedge == quantity.hedge and _float(one) == years
            for one in known
        )
    ages = [one for one in known if one.kind == "duration" and one.unit == "month"]
    for first, last in pairwise(ages):
        text = fact.said.text[first.span.end - fact.said.start : last.span.start - fact.said.start]
        low, high = _float(first), _float(last)
        if low is None or high is None or not _RANGE.fullmatch(text):
            continue
        if low <= years <= high:
            return True
    return any(
        (bound := _float(one)) is not None
        and (
            years == bound
            or (one.hedge == "min" and years >= bound)
            or (one.hedge == "max" and years < bound)
        )
        for one in ages
    )


def _float(quantity: Quantity) -> float | None:
    try:
        return float(quantity.value)
    except ValueError:
        return None


def may_hold(claim: Quantity, known: Quantity, fact: Fact) -> bool:
    """Whether a bare number may be the price or time that is claimed; a price in a row alone."""
    if claim.kind == "time":
        lasts = known.kind == "duration" and any(one.kind == "duration" for one in claim.also)
        return lasts or known.kind == "time" or (known.kind == "number" and not known.counted)
    if claim.kind != "price" or known.kind == "price":
        return True
    return known.hedge == "" and (len(fact.said.terms) <= 4 or ";" in fact.said.text)


def other_day(stated: Sequence[Quantity], fact: Fact, index: Index) -> bool:
    """Whether both name days, and none is the same."""
    ours = [one for one in stated if one.kind in ("weekday", "date")]
    known = fact.stated
    theirs = [one for one in known if one.kind in ("weekday", "date")]
    if not ours or not theirs:
        return False
    return not any(
        any(agrees(day, one) for one in theirs) or spanned(day, fact, known) for day in ours
    )


def holding(index: Index, quantity: Quantity) -> frozenset[int]:
    """The facts that hold a figure, a date or a name."""
    key = (quantity.readings, quantity.hedge, quantity.step, bool(quantity.counted))
    if key not in index.held:
        index.held[key] = frozenset(_holding(index, quantity))
    return index.held[key]


def _holding(index: Index, quantity: Quantity) -> Iterator[int]:
    facts = index.facts
    for passage in index.holders(quantity):
        for place in facts.of_passage.get(passage, ()):
            fact = facts.all[place]
            if quantity.kind == "name" or any(
                agrees(quantity, one) and may_hold(quantity, one, fact) for one in fact.stated
            ):
                yield place
    if quantity.kind in ("weekday", "date"):
        for place in index.ranged:
            if spanned(quantity, facts.all[place], facts.all[place].stated):
                yield place


def _within(quantity: Quantity, first: Quantity, last: Quantity) -> bool:
    if quantity.kind == first.kind == last.kind == "weekday":
        a, b, day = int(first.value), int(last.value), int(quantity.value)
        return a <= day <= b if a <= b else day >= a or day <= b
    if quantity.kind == first.kind == last.kind == "date":
        a, b, day = (_day(one) for one in (first, last, quantity))
        if not (a and b and day):
            return False
        # A range to the end of a month is told by the month alone.
        end = b if parts(last.readings[0]).day else b + 30
        return a <= day <= end if a <= b else day >= a or day <= end
    return False


def _day(quantity: Quantity) -> int:
    """A date as a day of a year of months of 31 days, 0 for a year alone."""
    date = parts(quantity.readings[0])
    return date.month * 31 + (date.day or 1) if date.month else 0
