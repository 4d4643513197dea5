"""Suggestions as the editor shows them: what would change, and the parts of what has parts.

In: rows of suggestions and the text they are for. Out: plain values for templates/editor.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aboveboard.create import queries
from aboveboard.create.actions import words_of
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.words.adapting import TONES, WAYS
from aboveboard.create.words.differences import changes
from aboveboard.create.words.layout import Place, kept_result, text_with_places
from aboveboard.create.words.origins import Passage, cut, text_of
from aboveboard.faces.web.choices import LANGUAGES

Words = str | Promise

# What each way is called, and what the house makes of a text that way.
WAY_WORDS: dict[str, tuple[Words, Words]] = {
    "shorter": (_("Shorter"), _("Chooses sentences; opening and link stay.")),
    "longer": (_("Longer"), _("Adds what the brief and its facts say besides, with the source.")),
    "channel": (
        _("For this channel"),
        _("Takes the words from another channel, within its limit."),
    ),
    "thread": (_("Thread"), _("Parts the text into posts at paragraphs and sentences.")),
    "carousel": (_("Carousel"), _("A sentence as headline, up to two lines under it.")),
    "script": (_("Video script"), _("What is said, with times; what is seen, from your pictures.")),
    "headlines": (_("Headlines"), _("The strongest short sentences, to choose one of.")),
    "newsletter": (_("Newsletter"), _("Subject, preview line and body.")),
    "tone": (_("Another tone"), ""),
    "language": (_("Another language"), ""),
}
TONE_WORDS: dict[str, Words] = {
    "plainer": _("Plainer"),
    "warmer": _("Warmer"),
    "formal": _("More formal"),
    "livelier": _("Livelier"),
    "calmer": _("Calmer"),
}
assert set(WAY_WORDS) == set(WAYS)
assert set(TONE_WORDS) == set(TONES)


@dataclass(frozen=True)
class Mark:
    """A fact in a suggestion that nobody gave."""

    start: int
    end: int
    level: str
    ref: str


@dataclass(frozen=True)
class Break:
    """What the fact lock says of a suggestion, and the number it has in the text."""

    ref: str
    text: str
    why: str


@dataclass(frozen=True)
class Part:
    """Some words of a suggestion: of a result's piece, or of a difference.

    `gone` are words that they would take the place of; `number` is what one takes, 0 for none.
    `begins` and `ends` are seconds of a script.
    """

    role: str
    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...] = ()
    gone: str = ""
    number: int = 0
    begins: int = 0
    ends: int = 0

    @property
    def text(self) -> str:
        return text_of(self.passages)

    @property
    def lead(self) -> str:
        """The white space before a difference, which is not marked."""
        words = self.text if self.text.strip() else self.gone
        return words[: len(words) - len(words.lstrip())]

    @property
    def gap(self) -> str:
        """The white space after it, which no button may stand behind."""
        words = self.text if self.text.strip() else self.gone
        return words[len(words.rstrip()) :]


@dataclass(frozen=True)
class Offer:
    """A suggestion as the editor shows it: its words with its faults marked in them.

    `shape` is how it is laid out: `text`, `changes`, `slides`, `script`, `headlines` or `letter`.
    """

    suggestion: Suggestion
    title: Words = ""
    shape: str = "text"
    passages: tuple[Passage, ...] = ()
    marks: tuple[Mark, ...] = ()
    breaks: tuple[Break, ...] = field(default=())
    groups: tuple[tuple[Part, ...], ...] = ()

    @property
    def language(self) -> str:
        return self.suggestion.language or self.suggestion.variant.language

    @property
    def base(self) -> int:
        """The revision that its changes are counted against."""
        head = self.suggestion.variant.head
        return head.number if head else 0


_SHAPES = {
    "carousel": "slides",
    "script": "script",
    "headlines": "headlines",
    "newsletter": "letter",
}
_BEGINS = {"headline", "spoken", "subject", "preview", "body", "text", "post"}


def offers(variant: Variant) -> list[Offer]:
    """The suggestions that wait for somebody to decide, the newest first."""
    rows = list(queries.suggestions(variant.post_id).filter(variant=variant))
    for row in rows:
        row.variant = variant
    found: list[Offer] = []
    for row in rows:
        found.append(_offer(row, first=1 + sum(len(one.breaks) for one in found)))
    return found


def _offer(one: Suggestion, *, first: int) -> Offer:
    marks: list[Mark] = []
    breaks: list[Break] = []
    for number, item in enumerate(one.breaks, start=first):
        # A letter before the number: the margin's own findings have plain ones.
        ref = f"s{number}"
        if item["start"] is not None:
            marks.append(Mark(item["start"], item["end"], "stop", ref))
        breaks.append(Break(ref, str(item["text"]), str(item["why"])))
    head = one.variant.head
    passages = words_of(one, head.written if head else ()) if one.text else ()
    shape, groups = _laid_out(one, passages, marks)
    return Offer(
        one, title_of(one), shape, passages, tuple(marks), tuple(breaks), tuple(map(tuple, groups))
    )


def title_of(one: Suggestion) -> Words:
    """What a suggestion is, in short: its way, its tone or its language; empty for a wording."""
    if one.way == "language":
        return dict(LANGUAGES).get(one.language, one.language)
    if one.way == "tone":
        return TONE_WORDS.get(one.tone, one.tone)
    return WAY_WORDS[one.way][0] if one.way in WAY_WORDS else ""


def _laid_out(
    one: Suggestion, passages: tuple[Passage, ...], marks: Sequence[Mark]
) -> tuple[str, list[list[Part]]]:
    head = one.variant.head
    shape = _SHAPES.get(one.way, "")
    result = kept_result(one.way, one.result) if shape else None
    if result:
        text, places = text_with_places(result)
        if text == one.text:
            return shape, _grouped(passages, marks, places, opening=head.text if head else "")
    same_language = (one.language or one.variant.language) == one.variant.language
    if not head or not head.text.strip() or not same_language or one.state != "open":
        return "text", []
    return "changes", [_differences(head.text, passages, marks, one.variant.language)]


def _grouped(
    passages: tuple[Passage, ...], marks: Sequence[Mark], places: Sequence[Place], *, opening: str
) -> list[list[Part]]:
    groups: list[list[Part]] = []
    for place in places:
        if not groups or place.role in _BEGINS:
            groups.append([])
        words = cut(passages, place.start, place.end)
        # What the text opens with already cannot be put there.
        stands = opening.startswith(text_of(words))
        groups[-1].append(
            Part(
                place.role,
                words,
                _within(marks, place.start, place.end),
                number=0 if stands else len(groups),
                begins=place.begins,
                ends=place.ends,
            )
        )
    return groups


def _differences(
    before: str, passages: tuple[Passage, ...], marks: Sequence[Mark], language: str
) -> list[Part]:
    return [
        Part(
            "change" if one.number else "same",
            cut(passages, one.at, one.upto),
            _within(marks, one.at, one.upto),
            gone=before[one.start : one.end] if one.number else "",
            number=one.number,
        )
        for one in changes(before, text_of(passages), language)
    ]


def _within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks on these characters, counted from where they begin."""
    return tuple(
        Mark(max(0, m.start - start), min(end, m.end) - start, m.level, m.ref)
        for m in marks
        if m.start < end and start < m.end
    )
