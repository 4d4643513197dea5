"""Words that stand next to each other with nothing but a space between, for rules of grammar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from aboveboard.text.correcting.agreeing.row import fault
from aboveboard.text.correcting.correction import Correction, cased

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}_\uE000@#/)}%\-–])(?:\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*['’]?|\d+(?:[.,:]\d+)*(?:h\d*|%)?)"
)
_JOINED = frozenset({" ", "\u00a0", "\u202f"})
_OPENS = regex.compile(r"[.!?…:;•\uE000«]|\p{Extended_Pictographic}")

# What a rule finds.
Found = Iterator[Correction]


@dataclass(frozen=True)
class Chain:
    """`low` are the words in small letters, `first` says that a sentence begins here, and `after`
    is the mark behind the last word."""

    text: str
    spans: tuple[tuple[int, int], ...]
    low: tuple[str, ...]
    first: bool
    after: str

    def at(self, i: int) -> str:
        """The word at a place; empty where there is none."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def said(self, i: int) -> str:
        if not 0 <= i < len(self.spans):
            return ""
        start, end = self.spans[i]
        return self.text[start:end]

    def named(self, i: int) -> bool:
        """Whether it has a capital that no beginning of a sentence explains."""
        said = self.said(i)
        return not said.islower() and not (i == 0 and said[1:] == said[1:].lower()) and bool(said)

    def put(self, i: int, j: int, instead: str, why: str) -> Iterator[Correction]:
        """These words become others, the first letter as it was."""
        start, end = self.spans[i][0], self.spans[j][1]
        instead = cased(instead, self.text[start:end])
        if instead and instead != self.text[start:end].replace("'", "’"):
            yield fault(self.text, (start, end), instead, why)


Rule = Callable[[Chain, int], Found]


def together(*rules: Rule) -> Rule:
    """What several rules find of the same word, in their order."""

    def rule(c: Chain, i: int) -> Found:
        for one in rules:
            yield from one(c, i)

    return rule


def chains(text: str) -> Iterator[Chain]:
    spans: list[tuple[int, int]] = []
    opened, last = True, 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        joined = gap in _JOINED or (not gap and bool(spans) and text[last - 1] in "'’")
        if spans and not joined:
            yield _chain(text, spans, opened)
            spans = []
        if not spans:
            # A line may be broken within a sentence.
            line = "\n" in gap and match[0][0].isupper()
            opened = last == 0 or line or "\n\n" in gap or bool(_OPENS.search(gap))
        spans.append(match.span())
        last = match.end()
    if spans:
        yield _chain(text, spans, opened)


def _chain(text: str, spans: list[tuple[int, int]], opened: bool) -> Chain:
    end = spans[-1][1]
    low = tuple(text[a:b].lower().replace("'", "’") for a, b in spans)
    after = text[end : end + 2].strip()[:1]
    return Chain(text, tuple(spans), low, opened, after if end < len(text) else ".")
