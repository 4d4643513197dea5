"""What the network is asked: a sentence, what stands before it, and the passages nearest to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# What a part of a question is to the network.
BEFORE, SENTENCE, NEAREST, NEAR = range(1, 5)
# How many pieces of each part are read.
LONGEST = {SENTENCE: 64, BEFORE: 40, NEAREST: 48, NEAR: 48}


@dataclass(frozen=True, slots=True)
class Question:
    """`near` come nearest first; `measures` are what the rules made of the sentence."""

    sentence: str
    before: str
    near: tuple[str, ...]
    measures: Mapping[str, float]

    def parts(self) -> Iterator[tuple[int, str]]:
        """Each part with its role, in the order in which they are read."""
        yield SENTENCE, self.sentence
        if self.before:
            yield BEFORE, self.before
        for place, text in enumerate(self.near):
            yield (NEAR if place else NEAREST), text
