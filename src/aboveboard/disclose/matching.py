"""Whether a text is one that a brand published, and what differs from it (pure).

White space and the form of letters (NFC) make no difference; every word does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from aboveboard.kernel.digest import sha256
from aboveboard.text.cleaning import clean

Found = Literal["exact", "excerpt", "altered", "unknown"]
Part = Literal["same", "only_published", "only_given"]
T = TypeVar("T")

LONGEST = 10_000
# A text of fewer characters than this is part of too many others to say anything.
SHORTEST_EXCERPT = 24
# Share of words in common, in their order, from which a text is called another one's altered form.
ALIKE = 0.6
_FEWEST_WORDS = 5


@dataclass(frozen=True)
class Difference:
    """Some words: in both, only as published, or only in what was given."""

    part: Part
    text: str


@dataclass(frozen=True)
class Comparison:
    """How a text stands to a published one; `likeness` from 0 to 1."""

    found: Found
    likeness: float = 0.0
    differences: tuple[Difference, ...] = ()


def plain(text: str) -> str:
    """A text as it is compared."""
    return " ".join(clean(text).split())


def digest_of(text: str) -> str:
    """The SHA-256 of a text as it is compared."""
    return sha256(plain(text))


def forms(parts: Sequence[str], bare: Sequence[str]) -> tuple[str, ...]:
    """The texts that a post can be met as: whole, without the label's words, each part alone."""
    whole = ("\n\n".join(parts), "\n\n".join(bare), *parts, *bare)
    return tuple(dict.fromkeys(text for text in map(plain, whole) if text))


def compare(given: str, published: Iterable[str]) -> Comparison:
    """How a given text stands to the forms of one published post."""
    text = plain(given)
    known = [one for one in map(plain, published) if one]
    if text and text in known:
        return Comparison("exact", 1.0)
    if len(text) >= SHORTEST_EXCERPT and any(_holds(one, text) for one in known):
        return Comparison("excerpt", 1.0)
    best = max((_altered(one, text) for one in known), key=lambda c: c.likeness, default=None)
    return best if best and best.found == "altered" else Comparison("unknown")


def best_of(given: str, posts: Iterable[tuple[T, Iterable[str]]]) -> tuple[T | None, Comparison]:
    """The post that a text stands nearest to, and how; None when it is not known."""
    order = {"unknown": 0, "altered": 1, "excerpt": 2, "exact": 3}
    nearest: T | None = None
    best = Comparison("unknown")
    for post, published in posts:
        found = compare(given, published)
        if (order[found.found], found.likeness) > (order[best.found], best.likeness):
            nearest, best = post, found
        if best.found == "exact":
            break
    return nearest, best


def _holds(whole: str, text: str) -> bool:
    """Whether the text stands in the whole one, from a word's beginning to a word's end."""
    return f" {text} " in f" {whole} "


def _altered(published: str, given: str) -> Comparison:
    old, new = published.split(" "), given.split(" ")
    alike = SequenceMatcher(None, old, new, autojunk=False)
    if alike.real_quick_ratio() < ALIKE or alike.quick_ratio() < ALIKE:
        return Comparison("unknown")
    blocks = alike.get_opcodes()
    shared = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal")
    ratio = alike.ratio()
    if ratio < ALIKE or shared < _FEWEST_WORDS:
        return Comparison("unknown", ratio)
    return Comparison("altered", ratio, tuple(_differences(blocks, old, new)))


def _differences(
    blocks: Iterable[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterable[Difference]:
    for tag, i1, i2, j1, j2 in blocks:
        if tag == "equal":
            yield Difference("same", " ".join(old[i1:i2]))
            continue
        if i2 > i1:
            yield Difference("only_published", " ".join(old[i1:i2]))
        if j2 > j1:
            yield Difference("only_given", " ".join(new[j1:j2]))
