"""Putting other characters in place of some, with an origin of their own: pure values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aboveboard.create.words.origins import Origin, Passage, merged


@dataclass(frozen=True)
class Change:
    """`text` comes in place of the characters `start` to `end`."""

    start: int
    end: int
    text: str
    origin: Origin


def mended(passages: Sequence[Passage], changes: Iterable[Change]) -> tuple[Passage, ...]:
    """The passages with the changes made, which do not touch each other.

    Only characters that differ get the change's origin; those that both begin or end with stay
    whose they were.
    """
    made: list[Passage] = []
    at = 0
    whole = "".join(passage.text for passage in passages)
    for change in sorted(changes, key=lambda one: one.start):
        start, end, text = _differing(whole, change)
        made += _cut(passages, at, start)
        made.append(Passage(text=text, origin=change.origin))
        at = end
    return merged([*made, *_cut(passages, at, len(whole))])


def _differing(whole: str, change: Change) -> tuple[int, int, str]:
    """The part of a change that is new: its place and its text."""
    start, end, text = change.start, change.end, change.text
    while text and start < end and whole[start] == text[0]:
        start, text = start + 1, text[1:]
    while text and start < end and whole[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return start, end, text


def _cut(passages: Sequence[Passage], start: int, end: int) -> list[Passage]:
    """The passages of the characters `start` to `end`."""
    found, at = [], 0
    for passage in passages:
        piece = passage.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            found.append(Passage(text=piece, origin=passage.origin))
        at += len(passage.text)
    return found
