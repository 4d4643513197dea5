"""Things in a row, "archery, crafts and canoeing", held against the passage that lists them."""

from collections.abc import Iterator, Sequence, Set
from enum import Enum, auto

import regex

from aboveboard.text.facts import Facts
from aboveboard.text.knowledge import Index
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


def row(said: Said, index: Index) -> Row:
    """How the longest row of a sentence stands to the passage that has most of it.

    The first thing is not judged: where it begins only the sense could tell.
    """
    things = max(_rows(said), key=len, default=())
    facts = index.facts
    for places in facts.of_passage.values() if things else ():
        keys = {key for place in places for key in facts.all[place].keys}
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
    joint = _JOINTS.get(said.lang, _JOINTS["en"])
    cuts = regex.findall(rf",{joint}|,\s|{joint}", said.text, regex.I, pos=start, endpos=end)
    return start > 0 and bool(cuts) and int(number.value) == len(cuts) + 1


def _any_in(thing: Sequence[Term], keys: Set[str], facts: Facts) -> bool:
    return any(not facts.meant(term).isdisjoint(keys) for term in thing)


def _rows(said: Said) -> Iterator[list[tuple[Term, ...]]]:
    """The terms of each thing; of the first the last term, of the last the first."""
    joint = _JOINTS.get(said.lang, _JOINTS["en"])
    for start, end in _pieces(said.text):
        if not regex.search(joint, said.text, regex.I, pos=start, endpos=end):
            continue
        parted = regex.finditer(rf",{joint}|,\s|{joint}", said.text, regex.I, pos=start, endpos=end)
        cuts = [match.span() for match in parted]
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
