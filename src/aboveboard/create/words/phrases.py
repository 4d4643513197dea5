"""A text as its sentences, each with the origin of its words and its place in the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from aboveboard.create.words.origins import Passage, cut, merged, text_of
from aboveboard.create.words.writer import MOST_SENTENCES, RULE, bare
from aboveboard.kernel.errors import Invalid
from aboveboard.text.counting import urls
from aboveboard.text.leaning import leans
from aboveboard.text.sentences import sentences

Sort = Literal["said", "closing", "tags"]
_TAGS = regex.compile(r"(?:[#＃][\p{L}\p{M}\p{N}_·]+\s*)+")


@dataclass(frozen=True)
class Unit:
    """A sentence. `closing` is a call to action or what holds a link; `gap` stood before it."""

    number: int
    passages: tuple[Passage, ...]
    paragraph: int
    gap: str
    sort: Sort

    @property
    def text(self) -> str:
        return text_of(self.passages)


def phrases(written: Sequence[Passage], language: str, *, ask: str = "") -> list[Unit]:
    """The sentences of a text, in order; the breaks of a thread become those of paragraphs."""
    text = text_of(written)
    units: list[Unit] = []
    paragraph, end, parted, begin = 0, 0, False, -1
    spans = sentences(text, language)
    if len(spans) > MOST_SENTENCES:
        raise Invalid(
            f"This has more than {MOST_SENTENCES} sentences.",
            mend="Adapt it in parts.",
            code="too_long",
        )
    for span in spans:
        if RULE.fullmatch(span.text):
            parted, end = True, span.end
            continue
        has_word = any(char.isalnum() for char in span.text)
        if not has_word and units and not parted:
            # A sign without words goes with the sentence before it.
            last = units[-1]
            passages = (*last.passages, *cut(written, end, span.end))
            units[-1] = replace(last, passages=merged(passages))
            end = span.end
            continue
        between = text[end : span.start]
        if units and begin < 0 and (parted or between.count("\n") > 1):
            paragraph += 1
        parted, end = False, span.end
        start = span.start if begin < 0 else begin
        begin = -1 if has_word else start
        if has_word:
            gap = "\n" if "\n" in between else " "
            passages = cut(written, start, span.end)
            units.append(Unit(len(units), passages, paragraph, gap, _sort(span.text, ask)))
    return units


def _sort(text: str, ask: str) -> Sort:
    if _TAGS.fullmatch(text):
        return "tags"
    return "closing" if urls(text) or (ask and bare(text) in bare(ask)) else "said"


def in_groups(units: Sequence[Unit], language: str) -> list[list[Unit]]:
    """The sentences, those that cannot stand without the one before them together with it."""
    groups: list[list[Unit]] = []
    for unit in units:
        same = groups and groups[-1][-1].number + 1 == unit.number
        if same and unit.sort == groups[-1][-1].sort == "said" and leans(unit.text, language):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups
