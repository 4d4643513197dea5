"""The part of a sentence around a figure: what stands between its commas, and its name."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from aboveboard.text.meaning.terms import Said, Term
from aboveboard.text.quantity import Quantity

_SEGMENT = {
    lang: regex.compile(rf"[,;:.!?](?=\s|$)|[()•|\n/]|\s[–—-]\s|\s(?:{joints})\s")
    for lang, joints in {
        "en": "and|or|but", "nl": "en|of|maar", "fr": "et|ou|mais", "de": "und|oder|aber",
        "hu": "és|vagy|de",
    }.items()
}  # fmt: skip
_LABEL = regex.compile(r"[\W_]*(\p{Lu}\p{Ll}+)")
_LABELLED = ("price", "number", "measure", "percent")


def own_words(quantity: Quantity, said: Said, stated: Sequence[Quantity]) -> Sequence[Term]:
    """The terms that stand with a figure; all of the sentence when it states but one."""
    same = [one for one in stated if one.kind == quantity.kind]
    if len(same) < 2:
        return said.terms
    return segment(quantity, said) or said.terms


def segment(quantity: Quantity, said: Said) -> tuple[Term, ...]:
    """The terms between the commas around a figure; the nearest before it where there are none."""
    left, right = bounds(quantity, said)
    for cut in (left, *(cut for cut in reversed(_cuts(said.text, said.lang)) if cut < left)):
        if found := tuple(t for t in said.terms if cut <= t.start - said.start < right):
            return found
        if cut == left and label(quantity, said):
            # "Plans by vet fees: Basic up to £3,000": it has a name of its own.
            return ()
    return ()


def label(quantity: Quantity, said: Said) -> str:
    """The name with which the part around a figure begins: the "Team" of "Team €24"."""
    if quantity.kind not in _LABELLED:
        return ""
    left, _ = bounds(quantity, said)
    match = _LABEL.match(said.text, left, max(quantity.span.start - said.start, left))
    return match[1] if match else ""


def bounds(quantity: Quantity, said: Said) -> tuple[int, int]:
    """Where the segment around a figure begins and ends in its sentence."""
    at = quantity.span.start - said.start
    cuts = _cuts(said.text, said.lang)
    left = max(cut for cut in cuts if cut <= max(at, 0))
    if said.text[left : left + 1] == "(":
        # "Team €24 (up to 5 users)" tells of the team.
        left = max((cut for cut in cuts if cut < left), default=left)
    return left, min((cut for cut in cuts if cut > at), default=len(said.text))


def between(said: Said, cut: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the parts of a sentence begin and end, as its terms and figures count; each cut
    belongs to the part behind it.
    """
    cuts = [0, *(match.start() for match in cut.finditer(said.text)), len(said.text)]
    yield from pairwise(said.start + at for at in cuts)


@lru_cache(maxsize=8_000)
def _cuts(text: str, lang: str) -> tuple[int, ...]:
    found = _SEGMENT.get(lang, _SEGMENT["en"]).finditer(text)
    return (0, *(match.start() for match in found), len(text) + 1)
