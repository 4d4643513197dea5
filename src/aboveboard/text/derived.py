"""Figures that follow from the closest passages by simple arithmetic, or by a stated rule."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

import regex

from aboveboard.text.elapsed import between, clock, years
from aboveboard.text.knowledge import Passage
from aboveboard.text.quantity import Quantity, number, numbers

_SCALED = ("price", "measure", "duration", "number")


def derived(
    claim: Quantity,
    beside: Sequence[Quantity],
    near: Sequence[Passage],
    *,
    summed: bool = True,
    rival: Quantity | None = None,
    held: bool = False,
    each: str = "",
) -> bool:
    """Whether the claim is a sum, difference, product, share or instance of what is known.

    Products need their factor in the sentence or the passage ("10 for 126,000" gives 12,600
    each), shares a percentage in any of the passages; sums and differences, of products too ("two
    adults and a child"), are tried when `summed`, sums of few known prices also wherever the
    sentence states another figure, unless the claim is `held` of something else. Numbers and
    durations are products only of sums and of what holds for `each` of a unit (`rates.rated`), and
    no limit of theirs is reckoned. Where a passage states something else of the same (`rival`),
    only prices, sums and what holds for each follow. Among so many figures that it is a list,
    nothing does.
    """
    if len(beside) > _LIST:
        return False
    if claim.kind == "time":
        return clock(claim, near)
    if claim.kind == "percent":
        return _ratio(claim, near) or (summed and _joint(claim, near))
    if claim.kind not in _SCALED or (value := number(claim)) is None:
        return False
    if claim.kind in ("number", "duration") and claim.hedge in ("min", "max"):
        return False
    ours = [q for q in beside if q is not claim and q.kind not in ("name", "negation")]
    if claim.kind == "duration" and (years(claim, ours, near) or between(claim, near)):
        return True
    if rival and not (summed or each) and claim.kind != "price":
        return False
    if claim.kind == "number" and (_counted(claim, value, ours, near) or _all_counted(value, near)):
        return True
    exact = rival is not None and not rival.hedge
    # What the nearest passage allows is no rival's.
    if any(_instance(claim, value, passage) for passage in (near[:1] if exact else near)):
        return True
    if _shared_out(claim, value, ours, near):
        return True
    shares = _shares([*ours, *(q for passage in near for q in passage.stated)])
    if any(_HALF.search(passage.source.text) for passage in near):
        shares.append(Decimal("0.5"))
    if claim.kind == "price" and any(
        _close(value, n) for one in near for n in _totals(claim, one, summed=summed)
    ):
        return True
    # One passage, or the nearest two together.
    groups = [[passage] for passage in near]
    loose = claim.kind == "price" and bool(ours) and not held
    if summed or loose:
        pairs = [list(two) for two in combinations(near[:_CLOSEST], 2)]
        groups += [pair for pair in pairs if sum(len(_same(claim, one)) for one in pair) <= _KNOWN]
    return any(
        _meets(claim, value, result)
        for group in groups
        for result in _results(claim, ours, group, shares, summed=summed, loose=loose, each=each)
    )


def sums(text: str) -> bool:
    """Whether a sentence speaks of a sum or a difference."""
    return bool(_SUMS.search(_BOUNDS.sub("", text)))


def _results(
    claim: Quantity,
    ours: Sequence[Quantity],
    group: Sequence[Passage],
    shares: Sequence[Decimal],
    *,
    summed: bool,
    loose: bool,
    each: str,
) -> Iterator[Decimal]:
    """What can be reckoned from the figures of some passages, in the claim's kind and unit."""
    known = [n for passage in group for n in _same(claim, passage)]
    if claim.kind in ("number", "duration") and not (summed or each):
        return
    products = [
        result
        for factor in _factors(ours, group) | _of_each(each, group)
        for one in known
        for result in (one * factor, one / factor)
    ]
    yield from products
    for share in shares:
        for one in (*known, *products):
            yield one * share
            yield one * (1 - share)
    if summed or (loose and len(known) <= _KNOWN):
        many = {Decimal(1), *(n for n in _counts(ours) if 1 < n <= _FEW), *_over(ours, group)}
        parts = sorted({one * times for one in known for times in many})
        if len(parts) > _PARTS:
            parts = sorted(known)[:_PARTS]
        for a, b in combinations(parts, 2):
            yield a + b
            if not summed:
                continue
            yield b - a
            if len(known) <= _KNOWN:
                # Two tickets of each, less what the family ticket costs.
                yield from (abs(a + b - one) for one in known)


def _totals(claim: Quantity, passage: Passage, *, summed: bool) -> Iterator[Decimal]:
    """What all prices of a passage make together, of few, or two where a sum is spoken of."""
    known = _same(claim, passage)
    if 1 < len(known) <= _KNOWN:
        if summed:
            yield from (a + b for a, b in combinations(known, 2))
        if summed or len(known) > 2:
            yield sum(known, Decimal(0))


def _same(claim: Quantity, passage: Passage) -> list[Decimal]:
    """What a passage states in the claim's kind and unit."""
    same = numbers(q for q in passage.stated if q.kind == claim.kind and q.unit == claim.unit)
    return [n for n in same if n >= 2] if claim.kind == "number" else same


def _counts(ours: Sequence[Quantity]) -> Iterator[Decimal]:
    """How many of something a sentence says: people, or nights and metres as they are counted."""
    for one in ours:
        if (value := number(one)) is None:
            continue
        if one.kind == "number":
            yield value
        elif one.kind in ("duration", "measure"):
            yield from (value / unit for unit in _UNITS.get(one.unit, (1,)))


def _factors(ours: Sequence[Quantity], group: Sequence[Passage]) -> set[Decimal]:
    """By what a figure of the passages may be multiplied or divided."""
    stated = [q for passage in group for q in passage.stated]
    factors = {*numbers(q for q in stated if q.kind == "number"), *_counts(ours)}
    factors |= {Decimal(n) for one in group for n in _joined_numbers(one.source.text)}
    factors |= _over(ours, group)
    for one in ours:
        if one.kind not in ("duration", "measure") or not (value := number(one)):
            continue
        # So many times as much of a thing as the passage has a price for.
        alike = (q for q in stated if q.kind == one.kind and q.unit == one.unit)
        factors |= {value / known for known in numbers(alike) if known}
        if one.kind == "measure" and any(_FOR_A_KILO.search(p.source.text) for p in group):
            # A quarter of what stands for one kilo.
            factors.add(value / 1_000)
    return {n for n in factors if 0 < n <= _MOST and n != 1 and n * 40 == int(n * 40)}


def _of_each(unit: str, group: Sequence[Passage]) -> set[Decimal]:
    """How many of a unit a passage speaks of, so that each can be told: a crate of 5 kilos."""
    kind = _EACH.get(unit)
    if not kind:
        return set()
    base, factor = kind
    stated = (q for passage in group for q in passage.stated if q.unit == base)
    return {n for q in numbers(stated) if (n := q / factor) and 1 < n <= _MOST and n == int(n)}


def _over(ours: Sequence[Quantity], group: Sequence[Passage]) -> set[Decimal]:
    """By how many units a figure of the sentence is over one of the passages ("each mile more")."""
    found = set()
    for one in ours:
        if one.kind not in ("number", "duration", "measure") or (value := number(one)) is None:
            continue
        stated = (q for passage in group for q in passage.stated)
        for known in numbers(q for q in stated if (q.kind, q.unit) == (one.kind, one.unit)):
            units = _UNITS.get(one.unit, (1,))
            found |= {n for unit in units if 1 < (n := (value - known) / unit) <= _MOST}
    return {n for n in found if n == int(n)}


def _all_counted(value: Decimal, near: Sequence[Passage]) -> bool:
    """Whether it is how many of all sorts a passage lists: 84 sheep, 12 goats and 2 donkeys."""
    for passage in near[:_CLOSEST]:
        listed = numbers(q for q in passage.stated if q.kind == "number" and q.counted)
        counts = [n for n in listed if n]
        if 2 < len(counts) <= _KNOWN and sum(counts) == value:
            return True
    return False


def _counted(
    claim: Quantity, value: Decimal, ours: Sequence[Quantity], near: Sequence[Passage]
) -> bool:
    """Whether a number is a known one less or plus one of the sentence, a share, or how many of a
    known price a price of the sentence makes."""
    counts = [n for n in numbers(q for q in ours if q.kind == "number") if n > 1]
    for passage in near[:_CLOSEST]:
        known = _same(claim, passage)
        if any(_close(value, abs(a - b)) or _close(value, a + b) for a in known for b in counts):
            return True
        for one in ours:
            alike = (q for q in passage.stated if q.kind == one.kind and q.unit == one.unit)
            whole = number(one) if one.kind == "price" else None
            if whole and any(known * value == whole for known in numbers(alike)):
                return True
        percents = [n / 100 for n in numbers(q for q in passage.stated if q.kind == "percent")]
        if value and any(
            abs(share - p) <= _EXACT
            for b in counts
            for share in (value / b, b / value)
            for p in percents
        ):
            return True
    return False


def _shared_out(
    claim: Quantity, value: Decimal, ours: Sequence[Quantity], near: Sequence[Passage]
) -> bool:
    """Whether it is a known share of a figure of the sentence, or what a share of it is told.

    "Of a bill of 200 we ask fifty before", known a quarter; "of ten euros six go to the bank".
    """
    if claim.kind not in ("price", "number", "measure"):
        return False
    others = {n for n in numbers(q for q in ours if q.kind in ("price", "number", "measure")) if n}
    shares = _shares(q for passage in near[:_CLOSEST] for q in passage.stated)
    return any(
        _close(small, whole * part)
        for other in others
        if other != value
        for small, whole in ((min(value, other), max(value, other)),)
        for share in shares
        for part in (share, 1 - share)
    )


def _shares(told: Iterable[Quantity]) -> list[Decimal]:
    """The percentages among these that are part of a whole, as shares of one."""
    return [n / 100 for n in numbers(q for q in told if q.kind == "percent") if 0 < n < 100]


def _joint(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether it is two shares of one passage together, or their difference."""
    if not (value := number(claim)):
        return False
    for passage in near[:_CLOSEST]:
        known = sorted(numbers(q for q in passage.stated if q.kind == "percent"))
        if any(value in (a + b, b - a) for a, b in combinations(known, 2)):
            return True
    return False


def _ratio(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether a share is that of two figures of one passage: "a third" of 31 in 93."""
    if not (value := number(claim)):
        return False
    off = _ABOUT if claim.hedge else _EXACT
    for passage in near[:_CLOSEST]:
        for kind in ("number", "price"):
            known = sorted(numbers(q for q in passage.stated if q.kind == kind))
            if any(b and abs(a / b - value / 100) <= off for a, b in combinations(known, 2)):
                return True
    return False


_SUMS = regex.compile(
    r"together|total|altogether|in all|all told|both|\bmakes?\b|sav(?:e|ing)|instead|less|more|"
    r"difference|later|earlier|longer|"
    r"comes to|adds? up|extra|apart|costs? you|average|"
    r"(?:cheap|dear|high|low|warm|cool|young|old|short|small|larg|bigg|heavi|light)er|fewer|"
    r"samen|totaal|bespaar|scheel|plus|meer|minder|verschil|goedkoper|duurder|\ben\b.*kwijt|gemiddeld|"
    r"(?:klein|grot|zwaard|licht|hog|lag)er|"
    r"kom\p{L}* .*\buit|"
    r"ensemble|économis|au lieu|en tout|au total|de plus|de moins|plus ch|moins ch|gagne|écart|"
    r"moyenne|réuni|revient à|"
    r"zusammen|insgesamt|spar|statt|mehr|weniger|günstiger|teurer|billiger|unterschied|macht|summ|"
    r"durchschnitt|im schnitt|(?:klein|größ|gering|schwer|leicht|höh|niedrig)er|kommt auf|"
    r"együtt|összesen|spórol|helyett|kevesebb|több|olcsóbb|drágább|különbs|megtakar|kedvezm|jön ki|"
    r"átlag|kisebb|nagyobb|könnyebb|nehezebb|szemben",
    regex.IGNORECASE,
)
# What says no more than a limit.
_BOUNDS = regex.compile(
    r"(?:more|less|longer|later|older|younger) than|no longer|any ?more|(?:meer|minder|langer) dan|"
    r"niet meer|(?:plus|moins) de|(?:du|au|le|la|les) (?:plus|moins)(?! cher| ?\d)|ne \p{L}+ plus|"
    r"(?:mehr|weniger|länger) als|nicht mehr|"
    r"(?:több|kevesebb),? mint",
    regex.IGNORECASE,
)
_HALF = regex.compile(
    r"\bhalf (?:the |of |price|off)|\b(?:de helft|moitié|Hälfte|halbe\p{L}? Preis|fele|felét)\b|"
    r"\bfélár",
    regex.IGNORECASE,
)
_FOR_A_KILO = regex.compile(
    r"(?:per|a|the|each|le|au|du|par|pro|je|/|het)\s?(?:kilo(?:gramm?e?)?|kg|lit(?:re|er)|l)(?!\p{L})|"
    r"(?:kilónként|literenként|kilója|literje|kilogrammonként)",
    regex.IGNORECASE,
)
_UNITS = {
    "s": (60, 3_600, 86_400, 604_800),
    "g": (1, 1_000),
    "mm": (10, 1_000, 1_000_000, 1_609_344),
    "mm2": (1_000_000,),
    "ml": (1, 1_000),
}
_EACH = {
    "kg": ("g", 1_000), "l": ("ml", 1_000), "m": ("mm", 1_000), "m2": ("mm2", 1_000_000),
    "hour": ("s", 3_600), "day": ("s", 86_400), "week": ("s", 604_800), "month": ("month", 1),
}  # fmt: skip
# The greatest factor of a product, and of one that is summed; how many passages are looked at; and
# from how many figures of a sentence on it is a list: all are tried with all.
_MOST, _FEW, _CLOSEST, _LIST = 400, 20, 4, 24
# Of so many known figures, and multiples of them, sums are tried.
_KNOWN, _PARTS = 8, 60
_EXACT, _ABOUT = Decimal("0.001"), Decimal("0.03")
# "tienrittenkaart" is a card of ten.
_TENS = {
    10: r"tien|zehn|ten|dix|tíz",
    5: r"vijf|fünf|five|cinq|öt",
    6: r"zes|sechs|six|hat",
    12: r"twaalf|zwölf|twelve|douze|tizenkét",
    20: r"twintig|zwanzig|twenty|vingt|húsz",
}
_JOINED = {
    n: regex.compile(rf"(?<!\p{{L}})(?:{words})(?:er|-)?(?=\p{{L}}{{4}})", regex.IGNORECASE)
    for n, words in _TENS.items()
}
_JOINED_DIGITS = regex.compile(r"(?<![\d.,])([2-9]|[1-9]\d{1,2})(?:er)?-?(?=\p{L}{4})")


@lru_cache(maxsize=4_000)
def _joined_numbers(text: str) -> tuple[int, ...]:
    """The numbers with which longer words begin: "tienrittenkaart", "10er-Karte"."""
    told = (int(match[1]) for match in _JOINED_DIGITS.finditer(text))
    said = (n for n, pattern in _JOINED.items() if pattern.search(text))
    return (*told, *said)


def _instance(claim: Quantity, value: Decimal, passage: Passage) -> bool:
    """ "Free from €40" covers a €45 order; "up to 5 kg" covers a parcel of 3 kg."""
    if claim.hedge not in ("", "over"):
        return False
    for known in passage.stated:
        if known.kind != claim.kind or known.unit != claim.unit or known.kind == "number":
            continue
        bound = number(known)
        if bound is None:
            continue
        if known.kind == "price" and (
            (known.hedge in ("min", "over") and value > bound)
            or (known.hedge == "max" and not claim.hedge and value < bound)
        ):
            return True
    return False


def _meets(claim: Quantity, value: Decimal, result: Decimal) -> bool:
    """Whether a result is what is claimed, or what it says by "about" or "nearly"."""
    off = (result - value) / value if value else Decimal(0)
    match claim.hedge:
        case "about":
            return abs(off) <= _ABOUT
        case "under":
            return -_ABOUT <= off <= 0
        case "over":
            return 0 <= off <= _ABOUT
    return _close(value, result)


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= Decimal("0.005") * max(Decimal(1), min(abs(a), Decimal(1)))
