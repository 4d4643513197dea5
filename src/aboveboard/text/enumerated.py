"""Things in a row, "archery, crafts and canoeing", held against the passage that lists them."""

from collections.abc import Iterable, Iterator, Sequence, Set
from enum import Enum, auto
from functools import cache

import regex

from aboveboard.text.facts import Facts
from aboveboard.text.meaning.terms import Said, Term
from aboveboard.text.quantity import Quantity

_JOINTS = {
    lang: rf"(?<!tot)\s(?:{words}|plus|&)\s(?!met\s)"
    for lang, words in {
        "en": "and|or", "nl": "en|of", "fr": "et|ou", "de": "und|oder|sowie",
        "hu": "és|vagy|meg|valamint",
    }.items()
}  # fmt: skip
# What a row does not go beyond.
_ENDS = regex.compile(r"[;:!?()–—•\n]|\.(?=\s|$)|\s-\s")
_FEWEST, _LONGEST, _WORDS = 3, 3, 5


class Row(Enum):
    """Whether one passage lists all things of a row, or all but one that no passage knows."""

    NONE = auto()
    WHOLE = auto()
    ONE_STRANGE = auto()


def row(said: Said, touched: Iterable[int], facts: Facts) -> Row:
    """How the longest row of a sentence stands to the first passage that lists it, or nearly.

    `touched` are the facts that share a word with the sentence. The first thing is not judged:
    where it begins only the sense could tell.
    """
    things = max(_rows(said), key=len, default=())
    for passage in sorted({facts.all[place].passage for place in touched}) if things else ():
        keys = {key for place in facts.of_passage[passage] for key in facts.all[place].keys}
        lacks = [n for n, one in enumerate(things) if not _any_in(one, keys, facts)]
        if not lacks:
            return Row.WHOLE
        if lacks[0] and len(lacks) == 1 and all(facts.held(t) < 1 for t in things[lacks[0]]):
            return Row.ONE_STRANGE
    return Row.NONE


def counted_row(number: Quantity, said: Said) -> bool:
    """Whether a number counts what a colon behind it introduces: "two countries: X and Y"."""
    colon = said.text.find(":", max(number.span.end - said.start, 0))
    if number.kind != "number" or not number.value.isdecimal() or colon < 0:
        return False
    start, end = next(((a, b) for a, b in _pieces(said.text) if a > colon), (0, 0))
    cuts = list(_cut(said.lang).finditer(said.text, start, end))
    return start > 0 and bool(cuts) and int(number.value) == len(cuts) + 1


@cache
def _joint(lang: str) -> regex.Pattern[str]:
    """What joins the last two things of a row."""
    return regex.compile(_JOINTS.get(lang, _JOINTS["en"]), regex.IGNORECASE)


@cache
def _cut(lang: str) -> regex.Pattern[str]:
    """What stands between any two things of a row."""
    joint = _JOINTS.get(lang, _JOINTS["en"])
    return regex.compile(rf",{joint}|,\s|{joint}", regex.IGNORECASE)


def _any_in(thing: Sequence[Term], keys: Set[str], facts: Facts) -> bool:
    return any(not facts.meant(term).isdisjoint(keys) for term in thing)


def _rows(said: Said) -> Iterator[list[tuple[Term, ...]]]:
    """The terms of each thing; of the first the last term, of the last the first."""
    for start, end in _pieces(said.text):
        if not _joint(said.lang).search(said.text, start, end):
            continue
        cuts = [match.span() for match in _cut(said.lang).finditer(said.text, start, end)]
        bounds = [start, *(at for cut in cuts for at in cut), end]
        parts = list(zip(bounds[::2], bounds[1::2], strict=True))
        things: list[tuple[Term, ...]] = []
        for number, (left, right) in enumerate(parts):
            terms = tuple(t for t in said.terms if left <= t.start - said.start < right)
            if number == 0:
                terms = terms[-1:]
            elif number == len(parts) - 1:
                terms = terms[:1]
            elif len(terms) > _LONGEST or len(said.text[left:right].split()) > _WORDS:
                terms = ()
            things.append(terms)
        if len(things) >= _FEWEST and all(things):
            yield things


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _ENDS.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)
