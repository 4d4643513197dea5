"""A group of people run down, or made all alike, as the post's own view.

Sex, age, origin, region, religion, ethnicity, disability, sexuality and wealth, in five languages:
what is said of a group, there or in the sentence after, what "even" it can do, set phrases, and
what a sentence means (`check/meant.py`). Quoting to reject, speaking of oneself, a joke on the
people that the file says one is of, and figures with a source are let be. Not seen: what only a
picture or the reader's own knowledge makes plain.
Source: a policy of the house; CAP Code 4.1 and 4.9 stand in the background.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.meant import meant
from aboveboard.check.phrases import Phrases, phrases
from aboveboard.check.rules import Case, Remark
from aboveboard.check.wording import QUOTED
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

MESSAGE = "This runs down a group of people, or makes all of it alike. Say it without the group."
RULE = "A rule of the house: no group is run down; CAP Code 4.1"

_WORD = regex.compile(r"\p{L}{4,}")
_GROUPS = ("folk", "sg", "group", "outcast")
_SAID_OF = {
    "alike": ("folk", "sg", "group"),
    "nature": ("sg", "group"),
    "empty": ("sg", "group"),
    "bolt": ("outcast",),
    "botch": ("elsewhere",),
    "idle": ("wealth",),
}
_SECTIONS = ("claim", "even", "trope")


@dataclass(frozen=True)
class _Stereotype:
    code: str = "stereotype"
    title: str = "Groups of people"
    about: str = "Groups of people run down or made all alike."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        own = phrases(self.code, case.language)
        parts = sentences(case.text, case.language)
        told = meant(case.text, case.language)
        for number, part in enumerate(parts):
            span = (
                _found(own, case.text, part)
                or _scoffed(own, case.text, parts, number)
                or _grouped(own, case.text, parts, number)
                or _agreed(own, case.text, parts, number)
            )
            if (
                span is None
                and "persons.demeaning" in told[number]
                and not own.has("plain", case.text, part.start, part.end)
            ):
                span = part
            if (
                span is None
                or ("not persons.demeaning" in told[number] and _denied(own, case.text, part))
                or _quoted(own, case.text, span)
                or _let_be(own, case.text, parts, number)
                or _of_them(own, case, parts, number)
            ):
                continue
            yield Remark(
                code=self.code,
                start=span.start,
                end=span.end,
                severity=Severity.WARN,
                message=MESSAGE,
                rule=RULE,
            )


def _found(own: Phrases, text: str, part: Span) -> Span | None:
    for section in _SECTIONS:
        if span := next(own.find(section, text, part.start, part.end), None):
            return span
    if part.text.endswith("?") or own.has("fault", text, part.start, part.end):
        return None
    return next(
        (
            span
            for span in own.find("broad", text, part.start, part.end)
            if not own.has("some", text, part.start, span.start)
        ),
        None,
    )


def _agreed(own: Phrases, text: str, parts: list[Span], number: int) -> Span | None:
    """A saying about a group that is quoted, and called right there or in the sentence after."""
    part, end = parts[number], parts[min(len(parts) - 1, number + 1)].end
    said = any(
        own.has("pairing", text, quote.start(), quote.end())
        for quote in QUOTED.finditer(text, part.start, part.end)
    )
    return part if said and own.has("right", text, part.start, end) else None


def _denied(own: Phrases, text: str, part: Span) -> bool:
    """Whether it says no to something, unless it is others' words that the post calls right."""
    quoted = QUOTED.search(text, part.start, part.end) is not None
    return own.has("denied", part.text) and not (quoted and own.has("right", text))


def _scoffed(own: Phrases, text: str, parts: list[Span], number: int) -> Span | None:
    """One of a group in a question that the next sentence laughs off."""
    part, after = parts[number], parts[number + 1 : number + 2]
    if not part.text.rstrip().endswith("?") or not after:
        return None
    scoff = next(own.find("scoff", text, after[0].start, after[0].end), None)
    if scoff is None or text[after[0].start : scoff.start].strip():
        return None
    return next(own.find("sg", text, part.start, part.end), None) or next(
        own.find("group", text, part.start, part.end), None
    )


def _grouped(own: Phrases, text: str, parts: list[Span], number: int) -> Span | None:
    """What a sentence says of a group that it, or the one before, names."""
    part, before = parts[number], parts[max(0, number - 1)]
    for said, groups in _SAID_OF.items():
        if own.has(said, text, part.start, part.end) and any(
            own.has(group, text, before.start, part.end) for group in groups
        ):
            return part
    excused = any(own.has(one, text, part.start, part.end) for one in ("fault", "kind"))
    if before is part or excused:
        return None
    asked = before.text.rstrip().endswith("?")
    name = before.text.strip(" ?.!:")
    they = next(own.find("they", text, part.start, part.end), None)
    if asked and any(own.has(one, text, before.start, before.end) for one in ("frail", "outcast")):
        return part if own.has("theyfail", text, part.start, part.end) else None
    if asked and they and they.start == part.start and own.names("nation", name):
        return part
    vice = own.has("vice", text, part.start, part.end)
    return part if they and vice and own.names("group", name) else None


def _of_them(own: Phrases, case: Case, parts: list[Span], number: int) -> bool:
    """Whether what is on file says that the author is one of the group."""
    start, end = parts[max(0, number - 1)].start, parts[number].end
    named = [
        word
        for group in _GROUPS
        for span in own.find(group, case.text, start, end)
        for word in _WORD.findall(span.text.casefold())
    ]
    return any(
        _akin(word, found.group()) and not own.has("not_one", entry, 0, found.start())
        for entry in case.context.evidence
        for found in _WORD.finditer(entry.casefold())
        for word in named
    )


def _akin(one: str, other: str) -> bool:
    """Whether two words share their stem: four letters and two thirds of the shorter."""
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared >= 4 and shared * 3 >= min(len(one), len(other)) * 2


def _quoted(own: Phrases, text: str, span: Span) -> bool:
    """Whether others' words are told, and the post does not call them right."""
    inside = any(one.start() < span.start < one.end() for one in QUOTED.finditer(text))
    return inside and not own.has("right", text)


def _let_be(own: Phrases, text: str, parts: list[Span], number: int) -> bool:
    """Whether it is rejected around there, said of oneself, or a figure with its source."""
    part = parts[number]
    start, end = parts[max(0, number - 1)].start, parts[min(len(parts) - 1, number + 1)].end
    return (
        (own.has("reject", text, start, end) and not own.has("right", text, start, end))
        or own.has("self", text, start, end)
        or own.has("stat", text, part.start, part.end)
    )


stereotype = _Stereotype()
