"""Revisions: how a variant gets one, what it holds, and who may go on in it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from aboveboard.create import queries
from aboveboard.create.errors import TooLong
from aboveboard.create.models import Revision, Variant
from aboveboard.create.words.origins import Kind, Origin, Passage, shares, text_of, to_json
from aboveboard.kernel import clock
from aboveboard.kernel.digest import Json, digest
from aboveboard.people.actors import Actor
from aboveboard.text.cleaning import clean

MAX_TEXT = 40_000


def locked(actor: Actor, variant_id: UUID) -> Variant:
    """A variant as it stands now; nobody else writes it until the transaction ends."""
    variant = queries.variant(actor, variant_id)
    Variant.objects.select_for_update().get(pk=variant.pk)
    variant.refresh_from_db(fields=["head"])
    return variant


def checked(text: str) -> str:
    """The text, cleaned. Raises TooLong."""
    text = clean(text)
    if len(text) > MAX_TEXT:
        raise TooLong(
            f"This text has {len(text):,} characters; {MAX_TEXT:,} is the most. "
            "What was saved before is unchanged.",
            mend="Put longer material into the brand's knowledge, or cut it.",
            code="too_long",
        )
    return text


def origin_of(actor: Actor, kind: Kind, now: datetime, *, source: str = "") -> Origin:
    """Whose words these are. What a program writes is never called a person's."""
    at = now.isoformat(timespec="minutes")
    if actor.kind == "agent":
        return Origin(kind="model", by=actor.name, source=source, at=at)
    return Origin(kind=kind, by=str(actor.user_id or ""), source=source, at=at)


def is_by(revision: Revision, actor: Actor) -> bool:
    """A person and a program with the person's token are two."""
    return (revision.actor_kind, revision.actor_id) == (actor.kind, actor.user_id)


def rewrite(
    head: Revision, passages: Sequence[Passage], media: Sequence[Json], now: datetime
) -> Revision | None:
    """The same revision with other words; None when it was sealed meanwhile."""
    fields = {**_fields(passages, media), "at": now}
    # Whoever seals does not wait for the lock on the variant.
    if not Revision.objects.filter(pk=head.pk, sealed=False).update(**fields):
        return None
    for name, value in fields.items():
        setattr(head, name, value)
    return head


def add_revision(
    actor: Actor,
    variant: Variant,
    passages: Sequence[Passage],
    *,
    media: Sequence[Json],
    what: str,
) -> Revision:
    number = variant.head.number + 1 if variant.head else 1
    revision = new_revision(actor, variant, passages, number=number, media=media, what=what)
    revision.save(force_insert=True)
    variant.head = revision
    variant.save(update_fields=["head"])
    return revision


def new_revision(
    actor: Actor,
    variant: Variant,
    passages: Sequence[Passage],
    *,
    number: int,
    media: Sequence[Json],
    what: str,
) -> Revision:
    """A revision that is not kept yet."""
    now = clock.now()
    return Revision(
        variant=variant,
        number=number,
        actor_kind=actor.kind,
        actor_id=actor.user_id,
        what=what,
        started_at=now,
        at=now,
        **_fields(passages, media),
    )


def _fields(passages: Sequence[Passage], media: Sequence[Json]) -> dict[str, Any]:
    parts, text = shares(passages), text_of(passages)
    return {
        "text": text,
        "passages": to_json(passages),
        "media": list(media),
        "digest": digest({"text": text, "media": list(media), "passages": _by_kind(passages)}),
        "people_share": parts.people,
        "model_share": parts.model,
        "pasted_share": parts.pasted,
        "template_share": parts.template,
    }


def _by_kind(passages: Sequence[Passage]) -> list[Json]:
    return [[passage.origin.kind, len(passage.text)] for passage in passages]
