"""What there is to adapt, and how its sentences become lines, paragraphs and posts.

In: a text with its origins, its channel, its brief. Out: the writer's lines. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aboveboard.create.words.origins import Passage, text_of
from aboveboard.create.words.phrases import Unit, in_groups, phrases
from aboveboard.create.words.writer import (
    ASK,
    MESSAGE,
    PROOF,
    TAGS,
    TEMPLATE,
    Line,
    Material,
    Room,
    bare,
    joined,
    lines_of,
    parted,
)
from aboveboard.text.quantities import quantities
from aboveboard.text.splitting import split


@dataclass(frozen=True)
class Ground:
    """What there is to adapt. `brief` adds what the text may say besides, `seen` what its pictures
    show. `was` is the channel that the text was written for, `room` the one it is for."""

    written: tuple[Passage, ...]
    language: str
    room: Room
    was: Room | None = None
    brief: Material | None = None
    seen: Sequence[str] = ()

    @property
    def units(self) -> list[Unit]:
        return phrases(self.written, self.language, ask=self.brief.ask if self.brief else "")


def together(units: Sequence[Unit], ground: Ground) -> list[Line]:
    """The same with sentences that need each other as one line, if the first one fits so."""
    groups = in_groups(units, ground.language)
    if not groups or not fits_room(groups[0], ground):
        return lines_from(units)
    lines = {unit.number: line for unit, line in zip(units, lines_from(units), strict=True)}
    return [
        replace(lines[group[0].number], passages=joined([lines[unit.number] for unit in group]))
        for group in groups
    ]


def _rank(unit: Unit) -> int:
    if unit.sort == "closing":
        return ASK
    return unit.number + (TAGS if unit.sort == "tags" else MESSAGE)


def lines_from(units: Sequence[Unit]) -> list[Line]:
    """The sentences as the writer takes them: the first is kept longest, then what closes."""
    first = next((unit.number for unit in units if unit.sort == "said"), -1)
    return [
        Line(
            unit.passages,
            unit.paragraph,
            0 if unit.number == first else _rank(unit),
            unit.gap,
        )
        for unit in units
    ]


def with_more(lines: Sequence[Line], more: Sequence[Line]) -> list[Line]:
    """The lines with further ones put in a paragraph of their own, before what closes."""
    if not more:
        return list(lines)
    at = next(
        (n for n, line in enumerate(lines) if 1 <= line.rank < MESSAGE or line.rank >= TAGS),
        len(lines),
    )
    # Half steps would do for paragraphs; doubled, they stay whole.
    before = [replace(line, paragraph=2 * line.paragraph) for line in lines[:at]]
    here = before[-1].paragraph + 1 if before else -1
    added = [replace(line, paragraph=here) for line in more]
    after = [replace(line, paragraph=2 * line.paragraph + 2) for line in lines[at:]]
    return [*before, *added, *after]


def unsaid(ground: Ground) -> list[Line]:
    """What the brief and its facts say and the text does not."""
    if not ground.brief:
        return []
    said = bare(text_of(ground.written))
    lines = [line for line in lines_of(ground.brief, ground.room) if not 1 <= line.rank < MESSAGE]
    more = [line for line in lines if line.rank < TAGS and bare(line.text) not in said]
    return [replace(line, rank=PROOF + number) for number, line in enumerate(more)]


def has_fact(group: Sequence[Unit], ground: Ground) -> bool:
    """Whether one of the sentences states more than a name."""
    return any(
        quantity.kind not in ("name", "negation")
        for unit in group
        for quantity in quantities(unit.text, ground.language)
    )


def sent_from(line: Line, was: str, now: str) -> Line:
    """The line with its links saying from which network one comes, where a template said so."""
    before, after = f"utm_source={was}", f"utm_source={now}"
    passages = tuple(
        Passage(text=p.text.replace(before, after), origin=p.origin)
        if p.origin.kind == TEMPLATE.kind
        else p
        for p in line.passages
    )
    return replace(line, passages=passages)


def by_paragraph(groups: Sequence[list[Unit]]) -> list[list[Unit]]:
    """The groups, those of one paragraph together."""
    found: list[list[Unit]] = []
    for group in groups:
        if found and found[-1][0].paragraph == group[0].paragraph:
            found[-1] += group
        else:
            found.append(list(group))
    return found


def fits_room(units: Sequence[Unit], ground: Ground) -> bool:
    """Whether they fit into one post."""
    return ground.room.fits(text_of(joined(lines_from(units))))


def packed(groups: Sequence[list[Unit]], ground: Ground) -> list[list[Unit]]:
    """Groups that go together as long as they fit; one too long by itself is parted."""
    posts: list[list[Unit]] = []
    for group in groups:
        if posts and fits_room([*posts[-1], *group], ground):
            posts[-1] += group
        elif fits_room(group, ground):
            posts.append(list(group))
        else:
            posts += [[unit] for unit in group]
    return posts


def posts_of(units: Sequence[Unit], ground: Ground) -> list[tuple[Passage, ...]]:
    """One post, or several where a single sentence is too long for one."""
    passages = joined(lines_from(units))
    text = text_of(passages)
    if ground.room.fits(text):
        return [passages]
    return parted(passages, split(text, ground.room.fits, lang=ground.language))
