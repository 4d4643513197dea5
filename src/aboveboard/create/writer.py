"""The deterministic writer: from a brief's own sentences it arranges a draft for each channel.

It invents nothing. People's sentences keep people as their origin, facts come from the
knowledge, and only links, tags and joints are a template's. A draft is a hook, messages,
proof, a call to action with its link, and tags. What does not fit is left out from the end of
the least important, or goes on in a thread where that keeps more of what people wrote.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from aboveboard.create.origins import Origin, Passage, merged, retype, text_of
from aboveboard.text.sentences import sentences
from aboveboard.text.splitting import split

# A thread is better when a single post would lose more than this part of the sentences.
LOSS_FOR_A_THREAD = 1 / 3
MOST_PARTS = 5
# Tags on a channel whose posts are short, and on one with room.
FEW_TAGS, MANY_TAGS = 2, 4
SHORT = 400
PARAGRAPH, THREAD_BREAK = "\n\n", "\n---\n"

_TEMPLATE = Origin(kind="template")


@dataclass(frozen=True)
class Room:
    """A channel as the writer sees it: how it counts, what it holds, whether it has threads.

    `fits` says whether a text is short enough for one post; `limit` is its length in the
    network's own unit; `source` names the network in links (`utm_source`).
    """

    fits: Callable[[str], bool]
    limit: int
    threads: bool
    source: str


@dataclass(frozen=True)
class Material:
    """What may be said. `proof` pairs a fact's words with where they stand."""

    messages: Sequence[str]
    proof: Sequence[tuple[str, str]]
    ask: str
    link: str
    tags: Sequence[str]
    campaign: str
    language: str
    author: str
    at: str


@dataclass(frozen=True)
class _Line:
    """A sentence, or the closing line, with its place; a lower `rank` is kept longer."""

    passages: tuple[Passage, ...]
    paragraph: int
    rank: int

    @property
    def text(self) -> str:
        return text_of(self.passages)


def draft(material: Material, room: Room) -> tuple[Passage, ...]:
    """A draft for one channel, as passages; every part of it fits. Empty for no material."""
    lines = _lines(material, room)
    if not lines:
        return ()
    whole = _joined(lines)
    if room.fits(text_of(whole)):
        return whole
    kept = _shortened(lines, room)
    lost = 1 - sum(line.rank < _TAGS for line in kept) / sum(line.rank < _TAGS for line in lines)
    if room.threads and (not kept or lost > LOSS_FOR_A_THREAD):
        threaded = _threaded([line for line in lines if line.rank < _TAGS], room)
        if threaded:
            return threaded
    return _joined(kept) if kept else _cut(lines[0], room)


_HOOK, _ASK, _MESSAGE, _PROOF, _TAGS = 0, 1, 10, 1_000, 10_000


def tagged(link: str, source: str, campaign: str) -> str:
    """The link with UTM parameters; those that it already has are left as they are."""
    parts = urlsplit(link)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name, value in (
        ("utm_source", source),
        ("utm_medium", "social"),
        ("utm_campaign", campaign),
    ):
        if value:
            query.setdefault(name, value)
    return urlunsplit(parts._replace(query=urlencode(query)))


def _lines(material: Material, room: Room) -> list[_Line]:
    person = Origin(kind="person", by=material.author, source="brief", at=material.at)
    lines: list[_Line] = []
    for paragraph, message in enumerate(material.messages):
        for span in sentences(message, material.language):
            rank = _MESSAGE + len(lines) if lines else _HOOK
            lines.append(_Line((Passage(text=span.text, origin=person),), paragraph, rank))
    said = {line.text.casefold().rstrip(".") for line in lines}
    paragraph = len(material.messages)
    for number, (words, where) in enumerate(material.proof):
        if words.casefold().rstrip(".") not in said:
            said.add(words.casefold().rstrip("."))
            fact = Origin(kind="import", source=where, at=material.at)
            text = words if words[-1:] in ".!?…" else f"{words}."
            lines.append(_Line((Passage(text=text, origin=fact),), paragraph, _PROOF + number))
    if closing := _closing(material, room, person):
        lines.append(_Line(closing, paragraph + 1, _ASK))
    tags = material.tags[: FEW_TAGS if room.limit < SHORT else MANY_TAGS]
    if tags and lines:
        words = " ".join(f"#{_tag(tag)}" for tag in tags if _tag(tag))
        lines.append(_Line((Passage(text=words, origin=_TEMPLATE),), paragraph + 2, _TAGS))
    return lines


def _closing(material: Material, room: Room, person: Origin) -> tuple[Passage, ...]:
    ask, parts = material.ask.strip(), []
    if ask:
        parts.append(Passage(text=ask, origin=person))
    if material.link:
        link = tagged(material.link, room.source, material.campaign)
        joint = "" if not ask else " " if ask[-1] in ".!?…:" else ": "
        parts.append(Passage(text=joint + link, origin=_TEMPLATE))
    return tuple(parts)


def _tag(tag: str) -> str:
    """A tag as one word; of several, each gets a capital, which screen readers need."""
    words = tag.replace("-", " ").split()
    if len(words) < 2:
        return "".join(words)
    return "".join(word[:1].upper() + word[1:] for word in words)


def _joined(lines: Sequence[_Line]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before:
            gap = " " if before.paragraph == line.paragraph else PARAGRAPH
            # The gap belongs to the words after it, so that a person's text stays one passage.
            passages.append(Passage(text=gap, origin=line.passages[0].origin))
        passages += line.passages
    return merged(passages)


def _shortened(lines: Sequence[_Line], room: Room) -> list[_Line]:
    """The most important lines that fit together, in their order."""
    chosen: list[_Line] = []
    for line in sorted(lines, key=lambda line: line.rank):
        trial = [other for other in lines if other in chosen or other is line]
        if room.fits(text_of(_joined(trial))):
            chosen = trial
        elif line.rank == _HOOK:
            return []
    return chosen


def _threaded(lines: Sequence[_Line], room: Room) -> tuple[Passage, ...] | None:
    whole = _joined(lines)
    parts = split(text_of(whole), room.fits)
    if len(parts) > MOST_PARTS:
        return None
    return retype(whole, THREAD_BREAK.join(parts), _TEMPLATE)


def _cut(line: _Line, room: Room) -> tuple[Passage, ...]:
    """The first part of a sentence that is too long by itself."""
    return retype(line.passages, split(line.text, room.fits)[0], _TEMPLATE)
