"""What differs between two texts, sentence by sentence, so that a person can take a part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from aboveboard.create.words.origins import Passage, cut, merged, text_of
from aboveboard.text.sentences import sentences

# Of longer texts the differences are those of their paragraphs, so that comparing stays quick.
MOST = 600


@dataclass(frozen=True)
class Change:
    """`before[start:end]` becomes `after[at:upto]`; either may be empty. `number` counts from 1.

    With number 0 both say the same, perhaps with other white space.
    """

    number: int
    start: int
    end: int
    at: int
    upto: int


def changes(before: str, after: str, language: str) -> list[Change]:
    """How one text becomes the other, whole sentences at a time, in the order of reading."""
    old, new = _pieces(before, language), _pieces(after, language)
    alike = SequenceMatcher(None, old, new, autojunk=False)
    olds, news = _places(old), _places(new)
    found: list[Change] = []
    number = 0
    for tag, i1, i2, j1, j2 in alike.get_opcodes():
        place = (olds[i1], olds[i2], news[j1], news[j2])
        # That a space becomes a new line is nothing that one decides on by itself.
        differs = tag != "equal" and "".join([*old[i1:i2], *new[j1:j2]]).strip()
        number += bool(differs)
        found.append(Change(number if differs else 0, *place))
    return found


def taken(
    before: Sequence[Passage], after: Sequence[Passage], change: Change
) -> tuple[Passage, ...]:
    """The text before, with this one change made in it; every word keeps its origin."""
    size = len(text_of(before))
    parts = [
        *cut(before, 0, change.start),
        *cut(after, change.at, change.upto),
        *cut(before, change.end, size),
    ]
    return merged(parts)


def _pieces(text: str, language: str) -> list[str]:
    """The text in sentences and what is between them."""
    spans = sentences(text, language)
    if len(spans) > MOST:
        return text.splitlines(keepends=True)
    cuts = sorted({0, len(text), *(cut for span in spans for cut in (span.start, span.end))})
    return [text[start:end] for start, end in pairwise(cuts)]


def _places(pieces: Sequence[str]) -> list[int]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places
