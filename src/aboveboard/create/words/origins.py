"""Who or what wrote each passage: pure values and the rule that follows an edit.

A text is a tuple of passages whose texts, joined, are the text. An edit keeps the origin of
every character that stays; what is new gets the editor's origin, unless it was pasted or
somebody or something wrote it before: words do not become a person's by being moved, or typed
anew from a suggestion.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter

from aboveboard.create.words.edits import kept
from aboveboard.create.words.recall import RECALL, Memory

Kind = Literal["person", "model", "template", "pasted", "import"]

# What a model did that words came out of, in the order in which it is told: it wrote them, it said
# somebody's own otherwise, shorter or in another language, or it mended them.
WORKS = ("drafting", "rewording", "shortening", "translation", "proofreading")

# The origin of a picture or video that a model made, or made a part of.
GENERATED = "generated"

# Of a piece that was pasted, so many places are looked at for the one that is new.
_PASTES, _PLACES = 50, 50


class Origin(BaseModel):
    """Where words come from.

    `by` is a user's id for a person, the model's name for a model; `source` says from where
    (a brief, a suggestion's id, a file, where pasted words stood), `at` when, as ISO 8601 in UTC.
    `asked` is what a model was told, in short; `translated` the language its words were put over
    from, and `of` the id of the revision that held them. `works` are those of WORKS that a model's
    words came out of, with those of the words that they were made of; () where that is not known.
    The studio alone sets them.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    by: str = ""
    source: str = ""
    at: str = ""
    asked: str = ""
    translated: str = ""
    of: str = ""
    works: tuple[str, ...] = ()


class Passage(BaseModel):
    """Some words and their origin."""

    model_config = ConfigDict(frozen=True)

    text: str
    origin: Origin


class Pasted(NamedTuple):
    """Words that were put in from elsewhere, and from where as far as one knows."""

    text: str
    source: str = ""


class Shares(BaseModel):
    """Percent of the characters that are not white space, whole numbers that add up to 100."""

    model_config = ConfigDict(frozen=True)

    people: int = 100
    model: int = 0
    pasted: int = 0
    template: int = 0


_PASSAGES = TypeAdapter(tuple[Passage, ...])


def from_json(value: object) -> tuple[Passage, ...]:
    return _PASSAGES.validate_python(value)


def to_json(passages: Iterable[Passage]) -> list[dict[str, object]]:
    return [passage.model_dump() for passage in passages]


def text_of(passages: Iterable[Passage]) -> str:
    return "".join(passage.text for passage in passages)


def cut(passages: Iterable[Passage], start: int, end: int) -> tuple[Passage, ...]:
    """The passages of the characters from `start` to `end` of their text."""
    found: list[Passage] = []
    at = 0
    for passage in passages:
        words = passage.text[max(0, start - at) : max(0, end - at)]
        if words:
            found.append(Passage(text=words, origin=passage.origin))
        at += len(passage.text)
    return tuple(found)


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same text with neighbours of one origin joined and empty passages left out."""
    kept = [passage for passage in passages if passage.text]
    return tuple(
        Passage(text=text_of(group), origin=origin)
        for origin, group in ((o, list(g)) for o, g in groupby(kept, key=lambda p: p.origin))
    )


def works(passages: Iterable[Passage], more: Iterable[str] = ()) -> tuple[str, ...]:
    """What models did for a text, in the order of WORKS, with `more` that is done with it.

    () where of some of their words it is not known: then nothing less than all is said.
    """
    found = {*more}
    for passage in passages:
        if passage.origin.kind == "model":
            if not passage.origin.works or not set(passage.origin.works) <= set(WORKS):
                return ()
            found.update(passage.origin.works)
    return tuple(one for one in WORKS if one in found)


def retype(
    passages: Sequence[Passage],
    text: str,
    origin: Origin,
    *,
    pasted: Sequence[Pasted] = (),
    known: Sequence[Passage] = (),
) -> tuple[Passage, ...]:
    """The passages of `text` after `origin` edited what `passages` said.

    `pasted` are texts that were put in from elsewhere, `known` passages of earlier revisions
    and suggestions. A run of at least RECALL characters that stood in one of them, or elsewhere
    in the text, is whose who had it first. Takes time in proportion to the texts.
    """
    before = text_of(passages)
    if before == text:
        return merged(passages)
    pieces = [Passage(text=piece.text, origin=_put_in(origin, piece.source)) for piece in pasted]
    marks = [origin] * len(text)
    fresh = bytearray(b"\1" * len(text))
    owners = [passage.origin for passage in passages for _ in passage.text]
    for run in kept(before, text):
        marks[run.new : run.new + run.size] = owners[run.old : run.old + run.size]
        fresh[run.new : run.new + run.size] = bytes(run.size)
    _mark_pasted(marks, fresh, text, pieces)
    holders = [*passages, *known, *pieces]
    # Of the same minute, people come first: a model repeats what they gave it.
    holders.sort(key=lambda holder: (holder.origin.at, holder.origin.kind != "person"))
    _mark_recalled(marks, fresh, text, Memory((h.text, h.origin) for h in holders))
    return _passages(text, marks)


def _put_in(origin: Origin, source: str) -> Origin:
    """What somebody pasted."""
    return Origin(kind="pasted", by=origin.by, at=origin.at, source=source)


def _mark_pasted(
    marks: list[Origin], fresh: bytearray, text: str, pasted: Sequence[Passage]
) -> None:
    """Marks each pasted piece at the place where most of it is new."""
    for passage in pasted[:_PASTES]:
        piece = passage.text.strip()
        best, most, at = 0, 0, text.find(piece) if piece else -1
        for _ in range(_PLACES):
            new = fresh.count(1, at, at + len(piece)) if at >= 0 else 0
            if new > most:
                best, most = at, new
            if at < 0 or most == len(piece):
                break
            at = text.find(piece, at + 1)
        for place in range(best, best + len(piece) if most else best):
            if fresh[place]:
                marks[place] = passage.origin


def _mark_recalled(
    marks: list[Origin], fresh: bytearray, text: str, memory: Memory[Origin]
) -> None:
    """Gives back what is new, with the words around it, to who had those words before.

    The words around it count too, since a suggestion may be typed anew letter by letter.
    """
    for start, end in _around_new(fresh):
        for run in memory.runs(text[start:end]):
            here, upto = start + run.start, start + run.end
            if not fresh.count(1, here, upto):
                continue
            for place in range(here, upto):
                typed_after = marks[place].kind == "person" and run.who.kind != "person"
                if fresh[place] or (typed_after and run.who.at <= marks[place].at):
                    marks[place] = run.who


def _around_new(fresh: bytearray) -> Iterable[tuple[int, int]]:
    """What is new with RECALL characters on either side, joined where that overlaps."""
    size = len(fresh)
    at = fresh.find(1)
    while at >= 0:
        start = end = at
        while end < size:
            stop = fresh.find(0, end)
            end = stop if stop >= 0 else size
            following = fresh.find(1, end)
            if following < 0 or following - end > 2 * RECALL:
                break
            end = following
        yield max(0, start - RECALL), min(size, end + RECALL)
        at = fresh.find(1, end)


def _passages(text: str, marks: Sequence[Origin]) -> tuple[Passage, ...]:
    """The text cut where the marks change."""
    found: list[Passage] = []
    start = 0
    for at in range(1, len(text) + 1):
        # Most neighbours carry the very same object, which is quick to see.
        if at == len(text) or (marks[at] is not marks[start] and marks[at] != marks[start]):
            found.append(Passage(text=text[start:at], origin=marks[start]))
            start = at
    return tuple(found)


_SHARE_OF: dict[Kind, str] = {
    "person": "people",
    "model": "model",
    "pasted": "pasted",
    "import": "pasted",
    "template": "template",
}


def shares(passages: Iterable[Passage]) -> Shares:
    """How much of the text each kind of origin wrote; an empty text is all people's."""
    counts = dict.fromkeys(("people", "model", "pasted", "template"), 0)
    for passage in passages:
        counts[_SHARE_OF[passage.origin.kind]] += len("".join(passage.text.split()))
    total = sum(counts.values())
    if not total:
        return Shares()
    exact = {name: count * 100 / total for name, count in counts.items()}
    whole = {name: int(value) for name, value in exact.items()}
    # Largest remainder, so that the parts add up to 100.
    for name in sorted(exact, key=lambda n: whole[n] - exact[n])[: 100 - sum(whole.values())]:
        whole[name] += 1
    # A model's words never round down to nothing.
    if counts["model"] and not whole["model"]:
        largest = max(whole, key=lambda n: whole[n])
        whole[largest] -= 1
        whole["model"] = 1
    return Shares(**whole)
