"""The deterministic writer: from a brief's own sentences it arranges a draft for each channel.

It invents nothing. People's sentences keep people as their origin, facts come from the
knowledge, and only links, tags and joints are a template's. A draft is a hook, messages,
proof, a call to action with its link, and tags. What does not fit is left out from the end of
the least important, or goes on in a thread where that keeps more of what people wrote.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

import regex

from aboveboard.create.words.origins import Kind, Origin, Passage, cut, merged, text_of
from aboveboard.create.words.threads import THREAD_BREAK
from aboveboard.text.sentences import sentences
from aboveboard.text.splitting import split

# A thread is better when a single post would lose more than this part of the sentences.
LOSS_FOR_A_THREAD = 1 / 3
MOST_PARTS = 5
# Tags on a channel whose posts are short, and on one with room.
FEW_TAGS, MANY_TAGS = 2, 4
SHORT = 400
PARAGRAPH = "\n\n"
# So many sentences are arranged; further ones, the least important, are not looked at.
MOST_SENTENCES = 400
# Three dashes alone on a line would begin the next post of a thread.
RULE = regex.compile(r"\s*---\s*")
_NO_TAG = regex.compile(r"[^\p{L}\p{M}\p{N}\s]")

TEMPLATE = Origin(kind="template")


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
    """What may be said. `proof` pairs a fact's words with where they stand.

    `by_program` says that a program had a hand in the brief: its words are not a person's then.
    """

    messages: Sequence[str]
    proof: Sequence[tuple[str, str]]
    ask: str
    link: str
    tags: Sequence[str]
    campaign: str
    language: str
    author: str
    at: str
    by_program: bool = False

    @property
    def origin(self) -> Origin:
        """The origin of the messages and the call to action."""
        kind: Kind = "model" if self.by_program else "person"
        by = "A program" if self.by_program else self.author
        return Origin(kind=kind, by=by, source="brief", at=self.at)


@dataclass(frozen=True)
class Line:
    """A sentence, or the closing line, with its place; a lower `rank` is kept longer.

    `gap` parts it from the line before in its paragraph.
    """

    passages: tuple[Passage, ...]
    paragraph: int
    rank: int
    gap: str = " "

    @property
    def text(self) -> str:
        return text_of(self.passages)


def draft(material: Material, room: Room) -> tuple[Passage, ...]:
    """A draft for one channel, as passages; every part of it fits. Empty for no material."""
    return arranged(lines_of(material, room), room, material.language)


HOOK, ASK, MESSAGE, PROOF, TAGS = 0, 1, 10, 1_000_000, 10_000_000


def arranged(lines: Sequence[Line], room: Room, language: str) -> tuple[Passage, ...]:
    """The lines as a text that fits, as a thread where that keeps more; empty for no lines."""
    if not lines:
        return ()
    whole = joined(lines)
    if room.fits(text_of(whole)):
        return whole
    kept = _shortened(lines, room)
    said, most = (sum(line.rank < TAGS for line in some) for some in (kept, lines))
    if room.threads and most - said > most * LOSS_FOR_A_THREAD:
        threaded = _threaded([line for line in lines if line.rank < TAGS], room, language)
        if threaded:
            return threaded
    return joined(kept) if kept else _cut(lines[0], room, language)


def tagged(link: str, source: str, campaign: str) -> str:
    """The link with UTM parameters; what it has already, in whatever form, is left as it is."""
    parts = urlsplit(link)
    known = {pair.partition("=")[0] for pair in parts.query.split("&")}
    wanted = {"utm_source": source, "utm_medium": "social", "utm_campaign": campaign}
    added = urlencode({k: v for k, v in wanted.items() if v and k not in known})
    query = "&".join(piece for piece in (parts.query, added) if piece)
    return urlunsplit(parts._replace(query=query))


def lines_of(material: Material, room: Room) -> list[Line]:
    """What a brief says, line by line."""
    lines: list[Line] = []
    for paragraph, message in enumerate(material.messages):
        for span in sentences(message, material.language):
            if len(lines) >= MOST_SENTENCES:
                break
            if RULE.fullmatch(span.text):
                continue
            rank = MESSAGE + len(lines) if lines else HOOK
            said_by = (Passage(text=span.text, origin=material.origin),)
            lines.append(Line(said_by, paragraph, rank))
    said = "\n".join(bare(line.text) for line in lines)
    paragraph = len(material.messages)
    for number, (words, where) in enumerate(material.proof[:MOST_SENTENCES]):
        if bare(words) not in said:
            said += f"\n{bare(words)}"
            fact = Origin(kind="import", source=where, at=material.at)
            text = words if words[-1:] in ".!?…" else f"{words}."
            lines.append(Line((Passage(text=text, origin=fact),), paragraph, PROOF + number))
    if closing := _closing(material, room):
        lines.append(Line(closing, paragraph + 1, ASK))
    tags = list(dict.fromkeys(tag for raw in material.tags if (tag := _tag(raw))))
    if tags and lines:
        words = " ".join(f"#{tag}" for tag in tags[: FEW_TAGS if room.limit < SHORT else MANY_TAGS])
        lines.append(Line((Passage(text=words, origin=TEMPLATE),), paragraph + 2, TAGS))
    return lines


def bare(words: str) -> str:
    """What makes two sentences say the same: the words, without the dot at their end."""
    return " ".join(words.casefold().split()).rstrip(".")


def _closing(material: Material, room: Room) -> tuple[Passage, ...]:
    parts: list[Passage] = []
    ask = "\n".join(line for line in material.ask.split("\n") if not RULE.fullmatch(line)).strip()
    if ask:
        parts.append(Passage(text=ask, origin=material.origin))
    if material.link:
        link = tagged(material.link, room.source, material.campaign)
        joint = "" if not ask else " " if ask[-1] in ".!?…:" else ": "
        parts.append(Passage(text=joint + link, origin=TEMPLATE))
    return tuple(parts)


def _tag(tag: str) -> str:
    """A tag as one word; of several, each gets a capital, which screen readers need.

    What would end it early is left out; digits alone make no tag.
    """
    words = _NO_TAG.sub(" ", tag.replace("’", "").replace("'", "")).split()
    if not any(char.isalpha() for word in words for char in word):
        return ""
    if len(words) < 2:
        return words[0]
    return "".join(word[:1].upper() + word[1:] for word in words)


def joined(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The lines one after the other, with an empty line between paragraphs."""
    passages: list[Passage] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before:
            gap = line.gap if before.paragraph == line.paragraph else PARAGRAPH
            # The gap belongs to the words after it, so that a person's text stays one passage.
            passages.append(Passage(text=gap, origin=line.passages[0].origin))
        passages += line.passages
    return merged(passages)


def _shortened(lines: Sequence[Line], room: Room) -> list[Line]:
    """The most important lines that fit together, in their order."""
    chosen: set[int] = set()
    for number in sorted(range(len(lines)), key=lambda number: lines[number].rank):
        trial = [lines[n] for n in sorted({*chosen, number})]
        if room.fits(text_of(joined(trial))):
            chosen.add(number)
        elif lines[number].rank == HOOK:
            return []
    return [lines[number] for number in sorted(chosen)]


def _threaded(lines: Sequence[Line], room: Room, language: str) -> tuple[Passage, ...] | None:
    whole = joined(lines)
    parts = split(text_of(whole), room.fits, lang=language)
    if len(parts) > MOST_PARTS or any(RULE.fullmatch(part) for part in parts):
        return None
    return with_breaks(parted(whole, parts))


def _cut(line: Line, room: Room, language: str) -> tuple[Passage, ...]:
    """The first part of a sentence that is too long by itself."""
    parts = split(line.text, room.fits, lang=language)
    return parted(line.passages, parts[:1])[0]


def parted(whole: Sequence[Passage], parts: Sequence[str]) -> list[tuple[Passage, ...]]:
    """The parts that `split` made of a text, each with the origins of its words."""
    text, at = text_of(whole), 0
    found: list[tuple[Passage, ...]] = []
    for part in parts:
        start = text.index(part, at)
        at = start + len(part)
        found.append(cut(whole, start, at))
    return found


def with_breaks(parts: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """The posts of a thread as one text; the breaks are a template's."""
    gap = Passage(text=THREAD_BREAK, origin=TEMPLATE)
    return merged([p for n, part in enumerate(parts) for p in ([gap, *part] if n else part)])
