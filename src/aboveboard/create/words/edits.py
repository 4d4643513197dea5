"""What stays of a text when it becomes another: runs of characters, found in linear time.

A patience diff over words: the ends that both texts share stay, then words that stand once in
either text are anchors, then the same again between two anchors. A text that repeats itself may
lose a run that a slower search would find; it never gains one.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# How often the space between two anchors is looked at anew; each round is linear.
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """`size` characters that stood at `old` and stand at `new`."""

    old: int
    new: int
    size: int


def kept(before: str, after: str) -> list[Kept]:
    """The runs that stay, in order; they overlap in neither text."""
    head = _alike(before, after)
    most = min(len(before), len(after)) - head
    tail = min(_alike(before[::-1], after[::-1]), most)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    found = [Kept(0, 0, head)] if head else []
    if old and new:
        found += [Kept(run.old + head, run.new + head, run.size) for run in _between(old, new)]
    if tail:
        found.append(Kept(len(before) - tail, len(after) - tail, tail))
    return found


def _alike(a: str, b: str) -> int:
    """How many characters two texts share at their beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a.startswith(b[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _between(before: str, after: str) -> list[Kept]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    old_at, new_at = _offsets(old), _offsets(new)
    runs: list[Kept] = []
    open_: list[tuple[int, int, int, int, int]] = [(0, len(old), 0, len(new), 0)]
    while open_:
        i1, i2, j1, j2, depth = open_.pop()
        while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
            runs.append(Kept(old_at[i1], new_at[j1], len(old[i1])))
            i1, j1 = i1 + 1, j1 + 1
        while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
            i2, j2 = i2 - 1, j2 - 1
            runs.append(Kept(old_at[i2], new_at[j2], len(old[i2])))
        anchors = _anchors(old[i1:i2], new[j1:j2]) if depth < ROUNDS else []
        if not anchors:
            runs += _letters(before, after, old_at[i1], old_at[i2], new_at[j1], new_at[j2])
            continue
        at_i, at_j = i1, j1
        for i, j in anchors:
            open_.append((at_i, i1 + i, at_j, j1 + j, depth + 1))
            runs.append(Kept(old_at[i1 + i], new_at[j1 + j], len(old[i1 + i])))
            at_i, at_j = i1 + i + 1, j1 + j + 1
        open_.append((at_i, i2, at_j, j2, depth + 1))
    return sorted(runs, key=lambda run: run.new)


def _letters(before: str, after: str, i1: int, i2: int, j1: int, j2: int) -> list[Kept]:
    """The letters that the two ends of a replaced run share with the old one."""
    old, new = before[i1:i2], after[j1:j2]
    head = _alike(old, new)
    tail = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - head)
    runs = [Kept(i1, j1, head)] if head else []
    return runs + ([Kept(i2 - tail, j2 - tail, tail)] if tail else [])


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Words that stand once in either, as many as keep their order."""
    if not old or not new:
        return []
    in_old, in_new = Counter(old), Counter(new)
    # A comma that both texts have says nothing about the words around it.
    place = {word: j for j, word in enumerate(new) if in_new[word] == 1 and word[0].isalnum()}
    pairs = [(i, place[word]) for i, word in enumerate(old) if in_old[word] == 1 and word in place]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the second number rises too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            last.append(number)
        else:
            ends[at], last[at] = j, number
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _offsets(tokens: Sequence[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets
