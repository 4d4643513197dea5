"""One variant on the desk: its words, its notes, its shares and what the public will read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from aboveboard.brand.models import Brand
from aboveboard.check.models import Finding
from aboveboard.create.models import Variant
from aboveboard.create.words.origins import Shares
from aboveboard.disclose.content import Content, Picture
from aboveboard.disclose.queries import content
from aboveboard.faces.web.editor.notes import Note, finding_notes, origin_notes, voices


@dataclass(frozen=True)
class Sheet:
    """One variant on the desk. `marks` are the findings in the words, `origins` the passages."""

    variant: Variant
    content: Content
    notes: tuple[Note, ...]
    marks: tuple[Note, ...]
    origins: tuple[Note, ...]
    shares: dict[str, int]
    words: int
    pictures: tuple[dict[str, Any], ...] = field(default=())

    @property
    def runs(self) -> list[tuple[str, int]]:
        """What the script draws under the words: kind and length of each passage."""
        head = self.variant.head
        return [(p.origin.kind, len(p.text)) for p in head.written] if head else []

    @property
    def every_mark(self) -> tuple[Note, ...]:
        """Everything the margin speaks of, with its place in the words."""
        return (*self.marks, *self.origins)

    @property
    def mark_rows(self) -> list[tuple[int, int, str, str]]:
        """The same as the script reads it: start, end, level and reference."""
        return [(note.start, note.end, note.level, note.ref) for note in self.every_mark]


def sheet(
    variant: Variant, brand: Brand, findings: Iterable[Finding], *, may_write: bool = False
) -> Sheet:
    """A variant with its notes; with `may_write` they offer what one can do about them."""
    head = variant.head
    text, passages = (head.text, head.written) if head else ("", ())
    found = finding_notes(findings, text, variant.language, may_write=may_write)
    origins, marks = origin_notes(passages, voices(passages), may_write=may_write)
    made = content(variant, brand)
    return Sheet(
        variant=variant,
        content=made,
        notes=tuple(sorted([*found, *origins], key=lambda n: (n.level != "stop", n.start, n.end))),
        marks=tuple(note for note in found if note.end > note.start and not note.settled),
        origins=tuple(marks),
        shares=for_meter(head.shares if head else Shares()),
        words=len(text.split()),
        pictures=shown(made.pictures),
    )


def shown(pictures: Iterable[Picture]) -> tuple[dict[str, Any], ...]:
    """Pictures as partials/_media.html takes them."""
    return tuple(picture.model_dump(exclude={"digest"}) for picture in pictures)


def for_meter(shares: Shares) -> dict[str, int]:
    """Shares under the names that the meter knows."""
    return {
        "person": shares.people,
        "model": shares.model,
        "pasted": shares.pasted,
        "template": shares.template,
    }
