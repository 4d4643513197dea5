"""Adapting without a model: the people's own sentences, chosen and arranged anew.

In: a text with its origins, how its channel counts, the brief if there is one. Out: the pieces of
the result, every word of which stood in the text, the brief or the knowledge, with its origin. What
cannot be done that way raises Invalid and says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aboveboard.ai.results import Result
from aboveboard.ai.shapes import MAX_LINES, MAX_SCRIPT, MAX_SLIDES
from aboveboard.create.words.adapting import HEADLINES, WAYS
from aboveboard.create.words.ground import (
    Ground,
    by_paragraph,
    fits_room,
    has_fact,
    lines_from,
    packed,
    posts_of,
    sent_from,
    together,
    unsaid,
    with_more,
)
from aboveboard.create.words.layout import Piece, result_of, whole
from aboveboard.create.words.origins import Origin, Passage, cut, text_of
from aboveboard.create.words.phrases import Unit, in_groups
from aboveboard.create.words.writer import (
    Line,
    arranged,
    bare,
    joined,
)
from aboveboard.kernel.errors import Invalid
from aboveboard.text.counting import graphemes, urls
from aboveboard.text.leaning import leans
from aboveboard.text.quantities import quantities

# A shorter text has at most this part of the characters said.
SHORTER = 0.7
MOST_POSTS = 25
LONGEST_HEADLINE = 90
BEST_HEADLINE = 60


@dataclass(frozen=True)
class Made:
    """What the house made: the typed result, and its text with the origin of every word."""

    result: Result
    passages: tuple[Passage, ...]


def adapted(way: str, ground: Ground) -> Made:
    """The text, adapted. Raises Invalid when there is nothing the house can do that way."""
    if not any(char.isalnum() for char in text_of(ground.written)):
        raise Invalid("There are no words yet.", mend="Write some first.", code="empty")
    pieces = _MAKERS[way](ground)
    return Made(result_of(WAYS[way].wants, pieces), whole(pieces))


def _shorter(ground: Ground) -> list[Piece]:
    units = ground.units
    groups = in_groups([unit for unit in units if unit.sort == "said"], ground.language)
    size = [sum(graphemes(unit.text) for unit in group) for group in groups]
    room = SHORTER * sum(size)
    chosen: set[int] = {0} if groups else set()
    spent = size[0] if groups else 0
    for number in sorted(range(1, len(groups)), key=lambda n: (not has_fact(groups[n], ground), n)):
        if spent + size[number] <= room:
            chosen.add(number)
            spent += size[number]
    kept = {unit.number for number in chosen for unit in groups[number]}
    if len(chosen) == len(groups):
        raise Invalid(
            "This cannot be shortened by leaving sentences out.",
            mend="Cut it by hand, or ask the model.",
            code="cannot_shorten",
        )
    left = [unit for unit in units if unit.sort != "said" or unit.number in kept]
    return [_text(arranged(together(left, ground), ground.room, ground.language))]


def _longer(ground: Ground) -> list[Piece]:
    more = unsaid(ground)
    if not more:
        raise Invalid(
            "Everything that the brief and its facts say is said already.",
            mend="Add messages or facts to the brief, then try again.",
            code="nothing_more",
        )
    lines = lines_from(ground.units)
    kept = with_more(lines, more)
    if not ground.room.fits(text_of(joined(kept))):
        fitting: list[Line] = []
        for line in more:
            if ground.room.fits(text_of(joined(with_more(lines, [*fitting, line])))):
                fitting.append(line)
        if fitting or not ground.room.threads:
            kept = with_more(lines, fitting)
    if len(kept) == len(lines):
        raise Invalid(
            "There is no room for more on this channel.",
            mend="Adapt it for a channel with more room, or make it a thread.",
            code="no_room",
        )
    return [_text(arranged(kept, ground.room, ground.language))]


def _channel(ground: Ground) -> list[Piece]:
    lines = together(ground.units, ground)
    if ground.was and ground.was.source != ground.room.source:
        lines = [sent_from(line, ground.was.source, ground.room.source) for line in lines]
    return [_text(arranged(lines, ground.room, ground.language))]


def _thread(ground: Ground) -> list[Piece]:
    if not ground.room.threads:
        raise Invalid(
            "This channel shows single posts, not threads.",
            mend="Choose a channel that has threads.",
            code="no_threads",
        )
    units = ground.units
    groups = in_groups(units, ground.language)
    blocks = by_paragraph(groups) if len({unit.paragraph for unit in units}) > 1 else groups
    posts: list[list[Unit]] = []
    for block in blocks:
        # A link, a call to action or tags belong under what they are about.
        last = [*posts[-1], *block] if posts and block[0].sort != "said" else []
        if last and fits_room(last, ground):
            posts[-1] = last
        elif fits_room(block, ground):
            posts.append(block)
        else:
            posts += packed(in_groups(block, ground.language), ground)
    parts = [part for post in posts for part in posts_of(post, ground)]
    if not 2 <= len(parts) <= MOST_POSTS:
        few = len(parts) < 2
        raise Invalid(
            "One sentence makes no thread." if few else "This is too long for a thread.",
            mend="Write more first." if few else "Shorten it first.",
            code="thread",
        )
    return [Piece("post", part) for part in parts]


def _carousel(ground: Ground) -> list[Piece]:
    units = [unit for unit in ground.units if unit.sort != "tags"]
    if len(units) < 2:
        raise Invalid(
            "A carousel takes two sentences at least.", mend="Write more first.", code="carousel"
        )
    said = [unit for unit in units if unit.sort == "said"] or units
    closing = [unit for unit in units if unit not in said]
    slides = [[said[0]]]
    size = 3
    while True:
        rest = _chunks(said[1:], size)
        if len(rest) + 1 + bool(closing) <= MAX_SLIDES:
            break
        size += 1
    slides += rest
    if closing:
        slides.append(closing)
    if any(len(slide) > MAX_LINES + 1 for slide in slides):
        raise Invalid("This is too long for a carousel.", mend="Shorten it first.", code="carousel")
    return [
        Piece("line" if number else "headline", unit.passages)
        for slide in slides
        for number, unit in enumerate(slide)
    ]


def _script(ground: Ground) -> list[Piece]:
    units = [unit for unit in ground.units if unit.sort != "tags"]
    beats = [_spoken(unit) for unit in units]
    beats = [beat for beat in beats if any(char.isalnum() for char in text_of(beat[0]))]
    if not 1 <= len(beats) <= MAX_SCRIPT:
        raise Invalid("This is too long for a script.", mend="Shorten it first.", code="script")
    shown = {
        number * len(beats) // len(ground.seen): n
        for n, number in enumerate(range(len(ground.seen)))
    }
    pieces: list[Piece] = []
    for number, (spoken, seen) in enumerate(beats):
        pieces.append(Piece("spoken", spoken))
        if not seen and number in shown:
            words = ground.seen[shown[number]]
            seen = (Passage(text=words, origin=Origin(kind="import", source="alt text")),)
        if seen:
            pieces.append(Piece("seen", seen))
    return pieces


def _headlines(ground: Ground) -> list[Piece]:
    found = _headings(ground)
    if not found:
        raise Invalid(
            "No sentence here is short enough for a headline.",
            mend="Write a short one, or ask the model.",
            code="headlines",
        )
    return [Piece("headline", passages) for passages in found[:HEADLINES]]


def _newsletter(ground: Ground) -> list[Piece]:
    found = _headings(ground)
    if len(found) < 2:
        raise Invalid(
            "A newsletter takes a subject and a preview line: two short sentences at least.",
            mend="Write them first, or ask the model.",
            code="newsletter",
        )
    lines = lines_from([unit for unit in ground.units if unit.sort != "tags"])
    body = joined(with_more(lines, unsaid(ground)))
    return [Piece("subject", found[0]), Piece("preview", found[1]), Piece("body", body)]


_MAKERS: dict[str, Callable[[Ground], list[Piece]]] = {
    "shorter": _shorter,
    "longer": _longer,
    "channel": _channel,
    "thread": _thread,
    "carousel": _carousel,
    "script": _script,
    "headlines": _headlines,
    "newsletter": _newsletter,
}


def _text(passages: tuple[Passage, ...]) -> Piece:
    return Piece("text", passages)


def _chunks(units: Sequence[Unit], size: int) -> list[list[Unit]]:
    """Slides of at most `size` sentences, each of one paragraph where that leaves enough."""
    found: list[list[Unit]] = []
    for unit in units:
        same = found and (found[-1][-1].paragraph == unit.paragraph or size > 3)
        if same and len(found[-1]) < size:
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


def _spoken(unit: Unit) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """A sentence without its link, and the link, which is seen, not said."""
    links = urls(unit.text)
    if not links:
        return unit.passages, ()
    link = links[-1]
    if unit.text[link.end :].strip(" .!"):
        return unit.passages, ()
    said = unit.text[: link.start].rstrip(" :")
    return cut(unit.passages, 0, len(said)), cut(unit.passages, link.start, link.end)


def _headings(ground: Ground) -> list[tuple[Passage, ...]]:
    """Sentences that can stand as a headline, the strongest first, each once."""
    own = [unit for unit in ground.units if unit.sort == "said"]
    found: list[tuple[int, tuple[Passage, ...]]] = []
    known: set[str] = set()
    briefed = [(1, line.passages) for line in unsaid(ground)]
    for first, passages in [*((int(n > 0), unit.passages) for n, unit in enumerate(own)), *briefed]:
        text = text_of(passages)
        fine = graphemes(text) <= LONGEST_HEADLINE and not urls(text) and bare(text) not in known
        if not fine or leans(text, ground.language):
            continue
        known.add(bare(text))
        facts = [q for q in quantities(text, ground.language) if q.kind not in ("name", "negation")]
        weak = 2 * (not facts) + first + 2 * (graphemes(text) > BEST_HEADLINE)
        # A headline has no full stop; an ellipsis, a question mark or an abbreviation stays.
        ends = text.endswith(".") and not text.endswith("..") and text[-3:-2] != "."
        found.append((weak, cut(passages, 0, len(text) - int(ends))))
    return [passages for _weak, passages in sorted(found, key=lambda one: one[0])]
