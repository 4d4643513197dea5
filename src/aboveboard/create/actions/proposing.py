"""Asking a model what it would correct, and keeping what holds."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from django.db import transaction

from aboveboard.brand.rules import Task
from aboveboard.create import queries
from aboveboard.create.calls.allowing import Given, must_be_allowed
from aboveboard.create.calls.asking import GIVEN_UP, first_for
from aboveboard.create.models import Correction, Variant
from aboveboard.create.words.correcting import ASKING
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean


class Proposal(Protocol):
    """What is kept of a model's proposal."""

    @property
    def words(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def instead(self) -> str: ...
    @property
    def why(self) -> str: ...


def ask_proofs(actor: Actor, variant_id: UUID) -> Correction:
    """Ask the workspace's model for what it would correct; a job fetches it, a person decides.

    Raises ModelNotAllowed when the brand keeps that to people, Invalid without a text or a model,
    Conflict while one is being asked already.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    if not variant.head or not variant.head.text.strip():
        raise Invalid("There is nothing to correct yet.", mend="Write something first.")
    given = Given([variant.head.text], [variant.language])
    must_be_allowed(variant.post.brand, Task.REWRITE, actor=actor, given=given)
    provider = first_for(variant.post.brand, Task.REWRITE)
    now = clock.now()
    with transaction.atomic():
        Variant.objects.select_for_update().get(pk=variant.pk)
        asking = variant.corrections.filter(kind=ASKING)
        if asking.filter(state="asked", at__gt=now - GIVEN_UP).exists():
            raise Conflict(
                "A model is reading this text already.", mend="Wait for it.", code="asked"
            )
        asking.delete()
        row = Correction.objects.create(
            variant=variant, mark=ASKING, kind=ASKING, state="asked", model=provider.model,
            by_id=actor.user_id, at=now,
        )  # fmt: skip
        enter(actor, "model.asked", subject_kind="variant", subject_id=variant.pk)
    return row


def keep_proofs(variant_id: UUID, found: Sequence[Proposal], *, model: str, left_out: int) -> None:
    """Keep what a model proposed. The house does this. What a person left stays left."""
    now, model = clock.now(), clean(model).strip()[:160]
    with transaction.atomic():
        variant = Variant.objects.select_for_update().get(pk=variant_id)
        variant.corrections.filter(kind="model", state="open").delete()
        left = set(variant.corrections.filter(state="left").values_list("mark", flat=True))
        rows = {digest(["model", one.words, one.instead]): one for one in found}
        Correction.objects.bulk_create(
            Correction(
                variant=variant, mark=mark, kind="model", words=one.words, before=one.before,
                instead=one.instead, why=one.why, model=model, state="open", at=now,
            )
            for mark, one in rows.items()
            if mark not in left
        )  # fmt: skip
        variant.corrections.filter(kind=ASKING).update(
            state="answered", model=model, why=str(left_out) if left_out else "", at=now
        )


def fail_proofs(variant_id: UUID, why: str) -> None:
    """Note that a model gave nothing. The house does this."""
    rows = Correction.objects.filter(variant_id=variant_id, kind=ASKING, state="asked")
    rows.update(state="failed", why=why[:2_000], at=clock.now())
