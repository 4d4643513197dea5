"""Cuts a text into runs at every border of an origin or a finding, so that both can be shown.

In: passages (text and origin, in order) and marks (character ranges). Out: runs, each with one
origin kind and the marks that cover it. Pure; offsets count Unicode code points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

KINDS = ("person", "model", "pasted", "import", "template", "unknown")


class Origin(Protocol):
    """Where a passage came from."""

    @property
    def kind(self) -> str: ...


class Passage(Protocol):
    """A piece of text with one origin."""

    @property
    def text(self) -> str: ...

    @property
    def origin(self) -> Origin: ...


class Mark(Protocol):
    """A finding over text[start:end]; `level` is stop, warn or look, `ref` what the margin says."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def level(self) -> str: ...

    @property
    def ref(self) -> str: ...


@dataclass(frozen=True)
class Run:
    """Text of one origin under the same marks. `refs` are those that end with this run."""

    text: str
    kind: str
    level: str = ""
    refs: tuple[tuple[str, str], ...] = ()


_RANK = {"": 0, "look": 1, "warn": 2, "stop": 3}


def runs(passages: Iterable[Passage], marks: Sequence[Mark] = ()) -> list[Run]:
    """The runs of a text, in order; joined, their texts are the passages' texts."""
    result: list[Run] = []
    place = 0
    for passage in passages:
        kind = passage.origin.kind if passage.origin.kind in KINDS else "unknown"
        stop = place + len(passage.text)
        edges = {place, stop}
        edges.update(e for m in marks for e in (m.start, m.end) if place < e < stop)
        cuts = sorted(edges)
        for start, end in pairwise(cuts):
            over = [m for m in marks if m.start < end and start < m.end]
            # Other levels only name an origin: they have a letter, but no colour of their own.
            found = (m.level for m in over if m.level in _RANK)
            level = max(found, key=lambda name: _RANK[name], default="")
            refs = tuple((m.ref, m.level) for m in over if m.end == end)
            result.append(Run(passage.text[start - place : end - place], kind, level, refs))
        place = stop
    return result


def paragraphs(pieces: Iterable[Run]) -> list[list[Run]]:
    """The runs parted at blank lines; what parts them is left out."""
    result: list[list[Run]] = [[]]
    for run in pieces:
        parts = run.text.split("\n\n")
        for number, part in enumerate(parts):
            if number:
                result.append([])
            last = number == len(parts) - 1
            text = part.lstrip("\n") if number else part
            if text:
                result[-1].append(Run(text, run.kind, run.level, run.refs if last else ()))
    return [paragraph for paragraph in result if paragraph]
