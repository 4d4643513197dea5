"""Machines that imitate an author: chains of words and of characters, learnt from posts."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence

START, END = "\x02", "\x03"
MOST_WORDS, MOST_CHARACTERS, LEAST_CHARACTERS = 70, 320, 15
Imitator = Callable[[random.Random], str]


def words(posts: Sequence[str], order: int) -> Imitator:
    """Each word follows from the `order` words before it."""
    after: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for post in posts:
        said = [START] * order + post.split() + [END]
        for at in range(order, len(said)):
            after[tuple(said[at - order : at])].append(said[at])

    def write(chance: random.Random) -> str:
        said = [START] * order
        while (
            len(said) < MOST_WORDS and (word := chance.choice(after[tuple(said[-order:])])) != END
        ):
            said.append(word)
        return " ".join(said[order:])

    return write


def letters(posts: Sequence[str], order: int) -> Imitator:
    """Each character follows from those before it, now and then from fewer, lest it only copy."""
    after: dict[str, list[str]] = defaultdict(list)
    for post in posts:
        said = START * order + post + END
        for at in range(order, len(said)):
            for size in range(order - 2, order + 1):
                after[said[at - size : at]].append(said[at])

    def write(chance: random.Random) -> str:
        said = START * order
        while len(said) < MOST_CHARACTERS:
            choice = after.get(said[-order:]) or after[said[-order + 1 :]]
            if chance.random() < 0.25 or (len(set(choice)) == 1 and chance.random() < 0.35):
                choice = after[said[-order + 2 :]] or choice
            letter = chance.choice(choice)
            if letter == END:
                break
            said += letter
        return said[order:]

    return write


KINDS: dict[str, tuple[Callable[[Sequence[str], int], Imitator], int]] = {
    "words, two back": (words, 2),
    "words, one back": (words, 1),
    "letters, six back": (letters, 6),
    "letters, four back": (letters, 4),
}


def imitations(posts: Sequence[str], count: int, chance: random.Random) -> dict[str, list[str]]:
    """At most `count` new texts of each kind of machine that has read these posts."""
    held = "\n".join(posts)
    made: dict[str, list[str]] = {}
    for name, (kind, order) in KINDS.items():
        write = kind(posts, order)
        tries = (write(chance) for _ in range(count * 20))
        new = (text for text in tries if len(text) >= LEAST_CHARACTERS and text not in held)
        made[name] = list(dict.fromkeys(text for text, _ in zip(new, range(count), strict=False)))
    return made
