"""Who or what wrote each passage: pure values and the rule that follows an edit.

A text is a tuple of passages whose texts, joined, are the text. An edit keeps the origin of
every character that stays; what is new gets the editor's origin, unless it was pasted or
stood in a passage that a model, a template or an import wrote before: words do not become a
person's by being moved.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

Kind = Literal["person", "model", "template", "pasted", "import"]

# A run this long (characters) that stood in a model's passage is that model's, not typed anew.
RECALL = 24
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Origin(BaseModel):
    """Where words come from.

    `by` is a user's id for a person, the model's name for a model; `source` says from where
    (a brief, a suggestion's id, a file), `at` when, as ISO 8601 in UTC.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    by: str = ""
    source: str = ""
    at: str = ""


class Passage(BaseModel):
    """Some words and their origin."""

    model_config = ConfigDict(frozen=True)

    text: str
    origin: Origin


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


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same text with neighbours of one origin joined and empty passages left out."""
    kept = [passage for passage in passages if passage.text]
    return tuple(
        Passage(text=text_of(group), origin=origin)
        for origin, group in ((o, list(g)) for o, g in groupby(kept, key=lambda p: p.origin))
    )


def retype(
    passages: Sequence[Passage],
    text: str,
    origin: Origin,
    *,
    pasted: Sequence[str] = (),
    known: Sequence[Passage] = (),
) -> tuple[Passage, ...]:
    """The passages of `text` after `origin` edited what `passages` said.

    `pasted` are texts that were put in from elsewhere, `known` passages of earlier revisions
    and suggestions whose words keep their origin when they come back.
    """
    before = text_of(passages)
    if before == text:
        return merged(passages)
    origins = [passage.origin for passage in passages for _ in passage.text]
    foreign = [p for p in (*passages, *known) if p.origin.kind != "person"]
    result: list[Passage] = []
    for tag, old_start, old_end, new_start, new_end in _changes(before, text):
        if tag == "keep":
            result += [
                Passage(text=char, origin=kept)
                for char, kept in zip(
                    text[new_start:new_end], origins[old_start:old_end], strict=True
                )
            ]
        else:
            result += _new_words(text[new_start:new_end], origin, pasted=pasted, foreign=foreign)
    return merged(result)


def _changes(before: str, after: str) -> Iterable[tuple[str, int, int, int, int]]:
    """Runs that stay ("keep") and runs that are new ("new"), in the order of `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "keep", old_at[i1], old_at[i2], new_at[j1], new_at[j2]
        elif j1 != j2:
            yield from _within(before, after, old_at[i1], old_at[i2], new_at[j1], new_at[j2])


def _within(
    before: str, after: str, i1: int, i2: int, j1: int, j2: int
) -> Iterable[tuple[str, int, int, int, int]]:
    """A replaced run, less the letters that its beginning and end share with the old one."""
    head = 0
    while head < min(i2 - i1, j2 - j1) and before[i1 + head] == after[j1 + head]:
        head += 1
    tail = 0
    while tail < min(i2 - i1, j2 - j1) - head and before[i2 - 1 - tail] == after[j2 - 1 - tail]:
        tail += 1
    if head:
        yield "keep", i1, i1 + head, j1, j1 + head
    if j1 + head < j2 - tail:
        yield "new", i1, i1, j1 + head, j2 - tail
    if tail:
        yield "keep", i2 - tail, i2, j2 - tail, j2


def _offsets(tokens: Sequence[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _new_words(
    text: str, origin: Origin, *, pasted: Sequence[str], foreign: Sequence[Passage]
) -> list[Passage]:
    for passage in foreign:
        match = SequenceMatcher(None, passage.text, text, autojunk=False).find_longest_match()
        if match.size >= RECALL:
            return _around(text, match.b, match.size, passage.origin, origin, pasted, foreign)
    for paste in pasted:
        start = text.find(paste) if paste.strip() else -1
        if start >= 0:
            put_in = Origin(kind="pasted", by=origin.by, at=origin.at)
            return _around(text, start, len(paste), put_in, origin, pasted, foreign)
    return [Passage(text=text, origin=origin)] if text else []


def _around(
    text: str,
    start: int,
    size: int,
    inner: Origin,
    origin: Origin,
    pasted: Sequence[str],
    foreign: Sequence[Passage],
) -> list[Passage]:
    def rest(part: str) -> list[Passage]:
        return _new_words(part, origin, pasted=pasted, foreign=foreign)

    end = start + size
    return [*rest(text[:start]), Passage(text=text[start:end], origin=inner), *rest(text[end:])]


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
        counts[_SHARE_OF[passage.origin.kind]] += sum(not char.isspace() for char in passage.text)
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
