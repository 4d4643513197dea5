"""What a text shows of who wrote it: its words, shapes, letters and habits, and how it is built.

In: a text. Out: tokens of four kinds, which are counted, and a few figures of its build.
"""

import math
import statistics
from collections import Counter
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

KINDS = ("words", "shapes", "letters", "habits")
_TOKEN = regex.compile(
    r"\n+|https?://\S+|[@#]?\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\p{N}+|\p{Extended_Pictographic}"
    r"|([^\s\p{L}\p{N}])\1*"
)
_SPLIT = regex.compile(r"(?<=[.!?…])\s+|\n+")
_SPACE = regex.compile(r"\s+")
_ENDS = regex.compile(r"[.!?…:;)\]\"”“»’'\p{Extended_Pictographic}\uFE0F]$")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
# The marks whose number is a habit.
MARKS = ",.!?-–—:;\"“”„'’()…#@&*/"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text in tokens of each kind, and as plain tokens."""

    of: dict[str, list[str]]
    plain: tuple[str, ...]


def tokens(text: str, common: Collection[str]) -> Tokens:
    """A text's tokens; `common` are the language's commonest words, which keep their own shape."""
    plain = tuple(match[0] for match in _TOKEN.finditer(text))
    shapes = [_shape(one, common) for one in plain]
    flat = f"^{_SPACE.sub(' ', text)}$"
    return Tokens(
        {
            "words": [one.casefold() for one in plain if one[0].isalpha() or one[0] in "#@"],
            "shapes": shapes,
            "letters": [flat[at : at + 5] for at in range(len(flat) - 4)],
            "habits": [*_edges(shapes), *_habits(text, plain)],
        },
        plain,
    )


def _shape(token: str, common: Collection[str]) -> str:
    first = token[0]
    if first in "#@" and len(token) > 1:
        return first
    if not first.isalpha():
        return "9" if first.isdigit() else token[:3]
    if token.startswith("http"):
        return "URL"
    low = token.casefold()
    if low in common:
        return low if token.islower() else f"^{low}" if token.istitle() else f"^^{low}"
    case = "AA" if token.isupper() and len(token) > 1 else "Aa" if first.isupper() else "a"
    return f"{case}{min(len(token) // 3, 4)}"


def _edges(shapes: Sequence[str]) -> list[str]:
    """How it begins and ends."""
    if not shapes:
        return []
    return [
        f"first {shapes[0]}",
        f"last {shapes[-1]}",
        f"first two {' '.join(shapes[:2])}",
        f"last two {' '.join(shapes[-2:])}",
    ]


def _above(value: float, *edges: float) -> int:
    return sum(value > edge for edge in edges)


def _habits(text: str, plain: Sequence[str]) -> list[str]:
    said = [one for one in plain if one[0].isalpha()]
    count = max(len(said), 1)
    whole = [one for one in _SPLIT.split(text) if one.strip()]
    marks = Counter(one[0] for one in plain)
    size = max(len(text), 1)
    return [
        f"length {_above(size, 40, 70, 100, 130, 170, 220, 280)}",
        f"sentences {_above(len(whole), 1, 2, 3, 5)}",
        f"words {_above(count / max(len(whole), 1), 5, 8, 11, 14, 18, 24)}",
        f"long {_above(sum(map(len, said)) / count, 3.6, 4, 4.4, 4.8, 5.2, 5.8)}",
        f"capitals {_above(sum(map(str.isupper, text)) / size, 0.01, 0.02, 0.035, 0.06, 0.12)}",
        f"digits {_above(sum(map(str.isdigit, text)) / size, 0, 0.02, 0.05)}",
        f"begins {'small' if said and said[0].islower() else 'great'}",
        *(f"{mark} {_above(marks[mark], 0, 1, 3)}" for mark in MARKS),
    ]


BUILD = ("again", "twice", "open", "loose", "dangling", "length", "sentences", "spread", "short",
         "long", "capitals", "marks", "unknown")  # fmt: skip


def build(text: str, made: Tokens, common: Collection[str], known: Container[str]) -> list[float]:
    """How a text is built, as figures in the order of BUILD.

    People come back to a word, close what they open and seldom write one sentence far longer than
    usual; machines that imitate them do otherwise. `known` are words that there are.
    """
    said = made.of["words"]
    count = max(len(said), 1)
    held = Counter(said)
    pairs = Counter(pairwise(said))
    lengths = [len(one.split()) for one in _SPLIT.split(text) if one.strip()] or [0]
    size = max(len(text), 1)
    loose = not _ENDS.search(text.strip())
    return [
        sum(n - 1 for word, n in held.items() if word not in common) / count,
        sum(n - 1 for n in pairs.values()) / count,
        float(any(text.count(a) != text.count(b) for a, b in _PAIRS) or text.count('"') % 2),
        float(loose),
        float(loose and bool(said) and said[-1] in common),
        math.log(size),
        float(len(lengths)),
        statistics.pstdev(lengths),
        float(min(lengths)),
        float(max(lengths)),
        sum(map(str.isupper, text)) / size,
        sum(not (char.isalnum() or char.isspace()) for char in text) / size,
        sum(word not in known for word in said) / count,
    ]
