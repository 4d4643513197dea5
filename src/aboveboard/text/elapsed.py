"""Spans and times that follow from known days and hours."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import regex

from aboveboard.text.compare import parts
from aboveboard.text.facts import Fact
from aboveboard.text.knowledge import Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity, number
from aboveboard.text.spans import Span

_CLOSEST = 4
# Between hours that are joined stand so many letters at most.
_JOINED = 12
_YEARLY = regex.compile(
    r"(?<!\p{L})(?:(?:by the|a|per|each|every) year|yearly|annually|per jaar|jaarlijks|"
    r"(?:par|à l['’]|l['’])an(?:née)?|annuel\p{L}*|(?:im|pro|je) Jahr|jährlich|évente|egy évre|évi)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_AVERAGE = regex.compile(
    r"average|gemiddeld|moyenne|durchschnitt|im schnitt|átlag|"
    r"(?:comes? (?:down )?|works? out |"
    r"amounts? )(?:to|at)(?!\p{L})|komt (?:neer|uit) op|neerkom|revient à|"
    r"(?:macht|entspricht|sind) (?:\p{L}+ )?(?=\S+ (?:€|Euro))|jön ki|kijön|annyi mint",
    regex.IGNORECASE,
)
_MONTHLY = regex.compile(r"month|maand|mois|mensuel|monat|hav(?:i|onta)|hónap", regex.IGNORECASE)
_WEEKLY = regex.compile(r"week|wekelijks|semaine|woche|wöchentl|het(?:i|ente)", regex.IGNORECASE)
_BEGINS = regex.compile(
    r"(?<!\p{L})(?:premi(?:er|ère)s? (?:lever de rideau|représentation|séance|soir\p{L}*|jour)|"
    r"lever de rideau|coup d['’]envoi|opening (?:night|day|weekend)|first (?:night|day|show)|"
    r"opening(?:savond|sdag)|eerste (?:dag|avond|voorstelling)|Auftakt|Startschuss|Premiere|"
    r"erste[rn]? (?:Tag|Abend|Vorstellung)|nyitónap\p{L}*|első (?:nap|előadás)\p{L}*|"
    r"starts?|begins?|opens|kicks? off|gets under ?way|goes live|comes out|"
    r"trapt af|gaat (?:van start|open)|donne le coup d['’]envoi|démarre\p{L}*|"
    r"geht(?:['’]s)? los|los geht['’]s|öffnet|rajtol\p{L}*|startol\p{L}*|nyit|zár|"
    r"launch\p{L}*|arrives?|ends|finish\p{L}*|runs until|"
    r"begint|start|eindigt|loopt tot|commence\p{L}*|débute\p{L}*|en vente|arrive|termine|ouvre|"
    r"beginnt|startet|endet|eröffnet|kezdődik|kezdjük|indul|nyílik|nyitunk|zárjuk|véget ér)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_UNTIL = regex.compile(
    r"(?<!\p{L})(?:from|until|till|through|vanaf|tot(?: en met)?|t/m|dès|jusqu['’]au|du|au|ab|bis|"
    r"vom|zum|seit)(?: the| le| den| dem| zum)?\s$",
    regex.IGNORECASE,
)
_ALWAYS = regex.compile(
    r"(?<!\p{L})(?:24 hours|24[/ ]7|24/24|24 ?h/24|24 heures sur 24|24 uur per dag|24 Stunden am|"
    r"round the clock|day and night|dag en nacht|de klok rond|jour et nuit|rund um die Uhr|"
    r"Tag und Nacht|éjjel-nappal|0[-–]24|24 óráb\p{L}*)(?!\p{L})",
    regex.IGNORECASE,
)
_OPEN = regex.compile(
    r"(?<!\p{L})(?:(?:is|are|['’]re|stays?|still|already) (?:\p{L}+ )?open|find us|"
    r"(?:est|sommes|sera) (?:\p{L}+ )?ouverte?s?|trouve\p{L}* (?:\p{L}+ )?ouverts?|geopend|"
    r"(?:zijn|is|bent) (?:\p{L}+ )?open|offen|geöffnet|(?:noch|schon) auf|nyitva|"
    r"még (?:rendelünk|vagyunk|várunk|itt vagyunk))(?!\p{L})",
    regex.IGNORECASE,
)


def borders(day: Quantity, said: Said) -> bool:
    """Whether a sentence tells a day as the one on which something begins or ends."""
    if not parts(day.readings[0]).day:
        return False
    return bool(_BEGINS.search(said.text) or _until(day, said))


def _until(one: Quantity, said: Said) -> bool:
    start = one.span.start - said.start
    ended = one.span.text.endswith(("ig", "től", "tól"))
    return ended or bool(_UNTIL.search(said.text, max(0, start - 24), start))


def yearly(said: Said) -> list[Quantity]:
    """The twelve months for which holds what a sentence tells "by the year"."""
    if not (match := _YEARLY.search(said.text)):
        return []
    span = Span(said.start + match.start(), said.start + match.end(), match.group())
    return [Quantity("duration", "12", "month", span)]


def counted_days(claim: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether it counts the days that the sentence itself names: "three days: Mon, Tue, Wed"."""
    days = {q.value for q in stated if q.kind == "weekday"}
    seconds = claim.kind == "duration" and claim.unit == "s"
    value = number(claim) if seconds or claim.kind == "number" else None
    return bool(value and len(days) > 1 and value == len(days) * (86_400 if seconds else 1))


def averaged(said: Said) -> list[Quantity]:
    """The months or weeks of a year over which a sentence tells what there is on average."""
    if not _AVERAGE.search(said.text):
        return []
    return [
        Quantity("number", parts_of_a_year, "", Span(said.start, said.end, said.text))
        for pattern, parts_of_a_year in ((_MONTHLY, "12"), (_WEEKLY, "52"))
        if pattern.search(said.text)
    ]


def open_at(time: Quantity, said: Said, near: Sequence[Passage], fact: Fact | None) -> bool:
    """Whether a sentence says that it is open at a time, and a passage has hours around it.

    Or the nearest fact is so round the clock. When it opens or closes is another matter.
    """
    at = minutes(time.value)
    if at is None or _until(time, said):
        return False
    if fact and _ALWAYS.search(fact.said.text) and all(q.kind != "time" for q in fact.stated):
        return True
    return bool(_OPEN.search(said.text)) and any(
        first < at < last
        for passage in near
        for one, other in pairwise(q for q in passage.stated if q.kind == "time")
        if other.span.start - one.span.end < _JOINED
        and (first := minutes(one.value)) is not None
        and (last := minutes(other.value)) is not None
    )


def years(claim: Quantity, ours: Sequence[Quantity], near: Sequence[Passage]) -> bool:
    """Whether so many years lie between a known year and one known or in the sentence."""
    months = number(claim)
    if claim.unit != "month" or not months or months % 12:
        return False
    said = {year for q in ours if (year := _year(q))}
    for passage in near[:_CLOSEST]:
        known = {year for q in passage.stated if (year := _year(q))}
        if any(abs(a - b) * 12 == months for a, b in combinations(sorted(known | said), 2)):
            return True
    return False


def _year(quantity: Quantity) -> int | None:
    year = quantity.value[:4] if quantity.kind == "date" else ""
    return int(year) if year.isdecimal() and len(year) == 4 else None


def between(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether it lies between two times of a passage: from nine to twelve are three hours."""
    seconds = number(claim) if claim.unit == "s" else None
    for passage in near[:_CLOSEST]:
        times = {m for q in passage.stated if q.kind == "time" and (m := minutes(q.value))}
        if any((b - a) * 60 == seconds for a, b in combinations(sorted(times), 2)):
            return True
    return False


def clock(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether a time is so long before or after another: 45 minutes before closing at six."""
    said = minutes(claim.value)
    known = [q for passage in near[:1] for q in passage.stated]
    hours = [q for passage in near for q in passage.stated]
    times = {m for q in hours if q.kind == "time" and (m := minutes(q.value)) is not None}
    steps = {
        int(n / 60)
        for q in known
        if q.kind == "duration" and q.unit == "s" and (n := number(q)) and 0 < n < 14_400
    }
    return said is not None and any(said in (t - step, t + step) for t in times for step in steps)


def minutes(value: str) -> int | None:
    hour, _, minute = value.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else None
