"""Cases for guards, made without a database."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from aboveboard.brand.rules import Policy
from aboveboard.channels.base import Limits
from aboveboard.channels.registry import network
from aboveboard.check.guards import GUARDS
from aboveboard.check.rules import Answer, Case, File, Remark, remarks
from aboveboard.create.words.origins import Origin, Passage, shares, text_of
from aboveboard.create.words.threads import thread_of
from aboveboard.disclose.content import Content, Picture, with_label
from aboveboard.disclose.rules import Label, label_for
from aboveboard.text.grounding import Index, Source

TODAY = date(2026, 11, 25)
PERSON = Origin(kind="person", by="marit")
MODEL = Origin(kind="model", by="small")


def case(
    *passages: Passage | str,
    language: str = "en",
    on: str = "site",
    limits: Limits | None = None,
    knowledge: Sequence[str] = (),
    pictures: Sequence[str] = (),
    files: Sequence[File] = (),
    label: Label | None = None,
    title: str = "",
    answers: dict[str, Answer] | None = None,
    day: date | None = None,
) -> Case:
    """A case of words (a person's unless they say otherwise) with pictures by their alt texts."""
    adapter = network(on)
    limits = limits or adapter.limits
    written = [p if isinstance(p, Passage) else Passage(text=p, origin=PERSON) for p in passages]
    text = text_of(written)
    owed = label or label_for(shares(written), Policy(), language)
    parts = thread_of(text)
    if not adapter.capabilities.in_parts:
        parts = ("\n\n".join(parts),)
    return Case(
        text=text,
        language=language,
        passages=written,
        content=Content(
            variant="",
            channel="",
            network=on,
            language=language,
            title=title,
            at="",
            parts=with_label(parts, owed, native=False),
            pictures=tuple(Picture(asset="", digest="", alt=alt) for alt in pictures),
            label=owed,
            native={},
            revision="",
        ),
        limits=limits,
        room=partial(adapter.count, limits=limits),
        knowledge=Index(
            [Source(str(n), text, language, f"f, line {n}") for n, text in enumerate(knowledge)]
        ),
        network_title=adapter.title,
        answers=answers or {},
        files=files,
        day=day,
    )


def by_model(text: str) -> Passage:
    return Passage(text=text, origin=MODEL)


def said(found: Case, code: str = "", policy: Policy | None = None) -> list[Remark]:
    """What the guards say, of one guard or of all."""
    asked = [guard for guard in GUARDS if code in ("", guard.code)]
    return remarks(found, policy or Policy(), asked)


def words(found: Case, remark: Remark) -> str:
    return found.text[remark.start : remark.end]
