"""What the editor shows of a post: notes beside the words, previews, shares and the label.

In: a post's variants with what the guards said. Out: plain values for templates and the script.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.brand.models import Brand
from aboveboard.channels.registry import network
from aboveboard.check.guards import GUARDS
from aboveboard.check.models import Finding
from aboveboard.create.models import Asset, Variant
from aboveboard.create.origins import Passage, Shares
from aboveboard.create.queries import limits_of
from aboveboard.disclose.content import Content, thread_of
from aboveboard.disclose.queries import content
from aboveboard.people.models import User

_LEVEL = {"block": "stop", "warn": "warn", "note": "look"}
_TITLES = {guard.code: guard.title for guard in GUARDS}


@dataclass(frozen=True)
class Act:
    """A small act under a note."""

    word: str
    url: str = "#"
    post: bool = False
    opens: str = ""


@dataclass(frozen=True)
class Note:
    """What stands in the margin: a finding (numbered) or an origin (lettered)."""

    ref: str
    level: str
    title: str
    text: str
    start: int
    end: int
    tone: str = ""
    source: str = ""
    reason: str = ""
    settled: bool = False
    measurable: bool = False
    right: int | None = None
    of: int | None = None
    acts: tuple[Act, ...] = ()
    finding: UUID | None = None


@dataclass(frozen=True)
class PreviewPart:
    """One post of a thread as readers will see it. `excess` is what does not fit."""

    paragraphs: tuple[str, ...]
    label: str = ""
    excess: str = ""
    pictures: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Preview:
    """A variant as its network will show it; see templates/previews."""

    variant: UUID
    network: str
    name: str
    language: str
    author: str
    handle: str
    count: int
    limit: int
    filled: float
    over: int
    title: str
    missing: str
    label_native: str
    parts: tuple[PreviewPart, ...]


@dataclass(frozen=True)
class Sheet:
    """One variant on the desk."""

    variant: Variant
    content: Content
    notes: tuple[Note, ...]
    marks: tuple[Note, ...]
    shares: dict[str, int]
    words: int
    pictures: tuple[dict[str, Any], ...] = field(default=())

    @property
    def held(self) -> int:
        return sum(note.level == "stop" and not note.settled for note in self.notes)

    @property
    def runs_json(self) -> str:
        return json.dumps(self.runs)

    @property
    def marks_json(self) -> str:
        return json.dumps(self.mark_rows)

    @property
    def runs(self) -> list[tuple[str, int]]:
        """What the script draws under the words: kind and length of each passage."""
        head = self.variant.head
        return [(p.origin.kind, len(p.text)) for p in head.written] if head else []

    @property
    def mark_rows(self) -> list[tuple[int, int, str, str]]:
        return [(note.start, note.end, note.level, note.ref) for note in self.marks]


def sheet(
    variant: Variant, brand: Brand, findings: Iterable[Finding], people: Mapping[str, str]
) -> Sheet:
    """A variant with its notes. `people` names users by id."""
    head = variant.head
    passages = head.written if head else ()
    found = [_finding_note(number, one) for number, one in enumerate(findings, start=1)]
    origins = _origin_notes(passages, people)
    notes = sorted([*found, *origins], key=lambda note: (note.start, note.end))
    made = content(variant, brand)
    text = head.text if head else ""
    return Sheet(
        variant=variant,
        content=made,
        notes=tuple(notes),
        marks=tuple(note for note in found if note.end > note.start and not note.settled),
        shares=for_meter(head.shares if head else Shares()),
        words=len(text.split()),
        pictures=tuple({"asset": p.asset, "alt": p.alt} for p in made.pictures),
    )


def for_meter(shares: Shares) -> dict[str, int]:
    """Shares under the names that the meter knows."""
    return {
        "person": shares.people,
        "model": shares.model,
        "pasted": shares.pasted,
        "template": shares.template,
    }


def preview(variant: Variant, made: Content, brand: Brand) -> Preview:
    """A variant as readers will see it, counted as its network counts."""
    adapter, limits = network(variant.channel.network), limits_of(variant.channel)
    shown = thread_of(variant.head.text if variant.head else "")
    same = len(shown) == len(made.parts)
    counts = [adapter.count(part) for part in made.parts]
    fullest = max(counts)
    pictures = tuple(
        {"url": reverse("picture", args=[p.asset]), "alt": p.alt} for p in made.pictures
    )
    return Preview(
        variant=variant.id,
        network=variant.channel.network,
        name=variant.channel.name if variant.channel.name != "site" else adapter.title,
        language=variant.language,
        author=brand.name,
        handle=variant.channel.handle,
        count=fullest,
        limit=limits.text,
        filled=min(100.0, round(100 * fullest / limits.text, 1)),
        over=max(0, fullest - limits.text),
        title=made.title,
        missing=_missing(made),
        label_native=made.label.text if made.native else "",
        parts=tuple(
            _part(
                words=shown[n] if same else part,
                label="" if made.native or n else made.label.text,
                fits=lambda text: adapter.count(text) <= limits.text,
                whole=part,
                pictures=pictures if n == 0 else (),
            )
            for n, part in enumerate(made.parts)
        ),
    )


def _missing(made: Content) -> str:
    if any(not picture.alt for picture in made.pictures):
        return _("Needs alt text")
    if not any(part.strip() for part in made.parts) and not made.pictures:
        return _("No words yet")
    return ""


def _part(
    *, words: str, label: str, fits: Any, whole: str, pictures: tuple[dict[str, Any], ...]
) -> PreviewPart:
    if label and words.endswith(label):
        words = words[: -len(label)].rstrip()
    excess = ""
    if not fits(whole):
        low, high = 0, len(whole)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(whole[:middle]) else (low, middle - 1)
        kept = min(low, len(words))
        words, excess = words[:kept], words[kept:]
    paragraphs = tuple(p for p in words.split("\n") if p.strip())
    return PreviewPart(paragraphs=paragraphs, label=label, excess=excess, pictures=pictures)


def _finding_note(number: int, finding: Finding) -> Note:
    near = "; ".join(f"{e['text']} ({e['source']})" for e in finding.evidence[:2])
    settled = finding.state != "open"
    acts: list[Act] = []
    if not settled and finding.severity != "block":
        acts.append(Act(word=_("Leave it, because…"), opens=f"leave-{finding.id.hex}"))
    return Note(
        ref=str(number),
        level="" if settled else _LEVEL[finding.severity],
        title=str(_(_TITLES.get(finding.code, finding.code))),
        text=finding.message,
        source=_("Nearest: %(near)s") % {"near": near} if near else finding.rule,
        start=finding.start,
        end=finding.end,
        reason=finding.reason,
        settled=settled,
        measurable=not settled,
        acts=tuple(acts),
        finding=finding.id,
    )


def _origin_notes(passages: Sequence[Passage], people: Mapping[str, str]) -> list[Note]:
    """A note for each passage that no person typed, except for a template's."""
    notes: list[Note] = []
    at = 0
    for passage in passages:
        end = at + len(passage.text)
        origin = passage.origin
        if origin.kind in {"model", "pasted", "import"} and passage.text.strip():
            ref = chr(ord("a") + len(notes)) if len(notes) < 26 else f"a{len(notes)}"
            notes.append(
                Note(
                    ref=ref,
                    level="",
                    tone={"model": "mod"}.get(origin.kind, "src"),
                    title=_origin_title(passage, people),
                    text=_origin_text(passage),
                    start=at,
                    end=end,
                )
            )
        at = end
    return _joined(notes)


def _joined(notes: list[Note]) -> list[Note]:
    """One note for passages of one origin: what it says once need not be said twice."""
    seen: dict[tuple[str, str], Note] = {}
    for note in notes:
        seen.setdefault((note.title, note.tone), note)
    return list(seen.values())


def _origin_title(passage: Passage, people: Mapping[str, str]) -> str:
    origin = passage.origin
    if origin.kind == "model":
        return origin.by or _("A model")
    if origin.kind == "pasted":
        who = people.get(origin.by, "")
        return _("Pasted by %(who)s") % {"who": who} if who else _("Pasted")
    return _("From %(source)s") % {"source": origin.source or _("a file")}


def _origin_text(passage: Passage) -> str:
    count = len(passage.text.split())
    when = ""
    if passage.origin.at:
        when = f"{datetime.fromisoformat(passage.origin.at):%-d %b, %H:%M}. "
    return when + ngettext("%(n)d word.", "%(n)d words.", count) % {"n": count}


def names(ids: Iterable[str]) -> dict[str, str]:
    """The names of users by id, for notes."""
    wanted = {value for value in ids if len(value) == 36}
    return {str(u.pk): u.name or u.email for u in User.objects.filter(pk__in=wanted)}


def pictures_of(assets: Iterable[Asset]) -> list[dict[str, str]]:
    """Pictures for the chooser."""
    return [
        {"id": str(a.pk), "url": reverse("picture", args=[a.pk]), "alt": a.alt, "name": a.name}
        for a in assets
    ]
