"""Taking corrections, and leaving them."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.db import transaction

from aboveboard.create import queries
from aboveboard.create.actions.revising import (
    add_revision,
    checked,
    is_by,
    locked,
    origin_of,
    rewrite,
)
from aboveboard.create.actions.words import SITTING
from aboveboard.create.errors import Outrun, unless_out
from aboveboard.create.models import Correction, Revision, Variant
from aboveboard.create.words.correcting import Proofs, Proposed, proofs
from aboveboard.create.words.mending import Change, mended
from aboveboard.create.words.origins import Origin, Passage, cut, text_of, works
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right


def take_correction(actor: Actor, variant_id: UUID, key: str, *, choice: int = 0) -> Revision:
    """Put one correction in place of its words; nothing else changes.

    `choice` is which of the words offered. Raises NotFound when it does not stand there any more,
    Outrun when the text changed meanwhile, IsOut when the post is already out.
    """
    return _take(actor, variant_id, lambda found: _named(found, key), choice)


def take_corrections_of_kind(actor: Actor, variant_id: UUID, kind: str) -> Revision:
    """Put in every correction of a kind, as `take_correction` does with one."""
    return _take(actor, variant_id, lambda found: found.of_kind(kind), 0)


def leave_correction(actor: Actor, variant_id: UUID, key: str) -> None:
    """Let these words stand as they are; of this text it is not said again."""
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    one = _there(_named(proofs(variant, variant.post.brand), key))[0]
    with transaction.atomic():
        Correction.objects.update_or_create(
            variant=variant, mark=one.mark, state__in=("open", "left"),
            defaults={**_told(one), "state": "left", "by_id": actor.user_id, "at": clock.now()},
        )  # fmt: skip
        _enter(actor, variant, "left", [one])


def recall_corrections(actor: Actor, variant_id: UUID) -> None:
    """Say again what was left."""
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    with transaction.atomic():
        variant.corrections.filter(state="left", model="").delete()
        variant.corrections.filter(state="left").update(state="open")
        _enter(actor, variant, "recalled", [])


def _take(
    actor: Actor, variant_id: UUID, chosen: Callable[[Proofs], Sequence[Proposed]], choice: int
) -> Revision:
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    # Reading takes a while, so it is done before anything is locked.
    found = proofs(variant, variant.post.brand)
    some = _there([one for one in chosen(found) if one.correction.instead])
    now = clock.now()
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        head = variant.head
        if not head or head.text != found.text:
            raise Outrun(
                "Somebody else has changed this text meanwhile. Nothing was corrected.",
                mend="Look at it again.",
            )
        passages = mended(head.written, [_change(actor, one, choice, head.written) for one in some])
        checked(text_of(passages))
        goes_on = head.what == "corrected" and not head.sealed and is_by(head, actor)
        revision = None
        if goes_on and now - head.started_at < SITTING:
            revision = rewrite(head, passages, head.media, now)
        if revision is None:
            revision = add_revision(actor, variant, passages, media=head.media, what="corrected")
        rows = [one.row for one in some if one.row]
        taken = Correction.objects.filter(pk__in=rows)
        taken.update(state="taken", by_id=actor.user_id, at=now)
        _enter(actor, variant, "taken", some)
    return revision


def _change(actor: Actor, one: Proposed, choice: int, written: Sequence[Passage]) -> Change:
    fault = one.correction
    words = fault.instead[choice] if choice < len(fault.instead) else fault.instead[0]
    now = clock.now()
    if one.model:
        at = now.isoformat(timespec="minutes")
        did = works(cut(written, fault.start, fault.end), ("proofreading",))
        source = f"correction {one.row}"
        origin = Origin(kind="model", by=one.model, source=source, at=at, works=did)
    else:
        origin = origin_of(actor, "template", now, source=f"correction: {fault.source}")
        origin = origin.model_copy(update={"kind": "template", "by": ""})
    return Change(fault.start, fault.end, words, origin)


def _named(found: Proofs, key: str) -> list[Proposed]:
    return [one for one in found.proposed if one.key == key]


def _there(some: Sequence[Proposed]) -> Sequence[Proposed]:
    if not some:
        raise NotFound(
            "This correction is not there any more. Your text is as it was.",
            mend="The words may have changed.",
            code="corrected",
        )
    return some


def _told(one: Proposed) -> dict[str, object]:
    fault = one.correction
    return {
        "kind": fault.kind[:40],
        "words": fault.words[:300],
        "instead": (fault.instead[0] if fault.instead else "")[:600],
        "why": fault.why,
    }


def _enter(actor: Actor, variant: Variant, what: str, some: Sequence[Proposed]) -> None:
    said = "\n".join(f"{one.correction.words} → {one.correction.instead[:1]}" for one in some)
    enter(
        actor,
        f"correction.{what}",
        subject_kind="variant",
        subject_id=variant.pk,
        digests={"words": sha256(said)} if said else None,
    )
