"""Changing what is out: asked by one person, approved by a person, carried out by a worker.

The words that stand on a network are approved like a post's: what is approved is the exact content
that will stand there, and the database refuses to carry out anything else. The label of the post
stays on it: new words never make it say less.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from pydantic import BaseModel, ConfigDict

from aboveboard.brand.queries import policy_of
from aboveboard.channels.registry import network
from aboveboard.create.queries import limits_of
from aboveboard.disclose.content import Content, with_label
from aboveboard.kernel import clock
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish import queries
from aboveboard.publish.models import TOOK_DOWN, Amendment, Delivery, State
from aboveboard.text.cleaning import clean

Kind = Literal["edit", "delete"]
_MAX_REASON = 500


class Wanted(BaseModel):
    """What is to stand on the network: for an edit, the texts of all parts, the label included."""

    model_config = ConfigDict(frozen=True)

    delivery: str
    kind: Kind
    parts: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        return canonical(self.model_dump(mode="json"))


def ask_edit(
    actor: Actor, delivery_id: UUID, parts: Sequence[str], *, reason: str = ""
) -> Amendment:
    """Ask that a post that is out gets other words; `parts` are its texts without the label.

    Raises Invalid when they do not fit, Conflict when the network cannot change posts, nothing
    would change, or a change is asked for already.
    """
    require(actor, Right.write, actor.workspace_id)
    delivery = _out(actor, delivery_id, "edit")
    content, texts = shown(delivery), [clean(part).strip() for part in parts]
    if len(texts) != len(content.parts) or not all(texts):
        raise Invalid(
            f"It has {len(content.parts)} parts, and each keeps some words.",
            mend="To take a part away, take the whole post down.",
            code="parts",
        )
    new = with_label(
        texts,
        content.label,
        native=not content.label_in_words,
        native_paid=not content.opens_with_words,
    )
    _fits(delivery, new)
    if new == content.parts:
        raise Conflict("These are the words that are out already.", code="same")
    return _ask(actor, delivery, Wanted(delivery=str(delivery.id), kind="edit", parts=new), reason)


def ask_delete(actor: Actor, delivery_id: UUID, *, reason: str = "") -> Amendment:
    """Ask that a post that is out is taken down; its record stays."""
    require(actor, Right.write, actor.workspace_id)
    delivery = _out(actor, delivery_id, "delete")
    return _ask(actor, delivery, Wanted(delivery=str(delivery.id), kind="delete"), reason)


def approve_amendment(actor: Actor, amendment_id: UUID, *, digest: str) -> Amendment:
    """A person's yes to a change exactly as it was shown (`digest`); a worker carries it out."""
    require(actor, Right.approve, actor.workspace_id)
    if actor.kind != "person" or actor.user_id is None:
        raise Forbidden("Only a person approves.", code="not_a_person")
    with transaction.atomic():
        amendment = _open(actor, amendment_id)
        brand = amendment.delivery.channel.brand
        policy = policy_of(brand)
        if str(actor.role) not in policy.approvers:
            raise Forbidden(
                f"{brand.name} lets {', '.join(sorted(policy.approvers))} approve.",
                mend="Ask one of them.",
                code="policy",
            )
        if amendment.asked_by_id == actor.user_id and not policy.own_work:
            raise Forbidden(
                f"{brand.name} wants a second person: authors do not approve their own changes.",
                mend="Ask somebody else.",
                code="own_work",
            )
        if amendment.digest != digest:
            raise Conflict(
                "The change is not the one you were shown. Nothing was approved.",
                mend="Look at it again, then decide.",
                code="changed",
            )
        now = clock.now()
        amendment.state, amendment.next_at = "approved", now
        amendment.approved_by_id, amendment.approved_at = actor.user_id, now
        amendment.save(update_fields=["state", "next_at", "approved_by", "approved_at"])
        _enter(actor, f"amendment.approved.{amendment.kind}", amendment)
    return amendment


def withdraw_amendment(actor: Actor, amendment_id: UUID) -> Amendment:
    """Take a change back before it is approved; or let one go that failed."""
    require(actor, Right.write, actor.workspace_id)
    with transaction.atomic():
        amendment = _open(actor, amendment_id)
        amendment.state, amendment.next_at = "withdrawn", None
        amendment.save(update_fields=["state", "next_at"])
        _enter(actor, "amendment.withdrawn", amendment)
    return amendment


def of(deliveries: Iterable[Delivery]) -> dict[UUID, list[Amendment]]:
    """The changes of deliveries that were not taken back, in the order they were asked for."""
    found: dict[UUID, list[Amendment]] = {}
    rows = Amendment.objects.filter(delivery__in=deliveries).exclude(state="withdrawn")
    for one in rows.select_related("asked_by", "approved_by").order_by("asked_at"):
        found.setdefault(one.delivery_id, []).append(one)
    return found


def taken_down(deliveries: Iterable[Delivery]) -> dict[UUID, datetime]:
    """Which of these are on their network no more, by an approved change, and since when."""
    down = Amendment.objects.filter(TOOK_DOWN, delivery__in=deliveries)
    rows = down.values_list("delivery_id", "done_at", "asked_at")
    return {pk: done_at or asked_at for pk, done_at, asked_at in rows}


def changed(deliveries: Iterable[Delivery]) -> dict[UUID, list[Amendment]]:
    """The edits of deliveries that have changed something there, in the order they were made.

    One that failed half way has changed its first parts.
    """
    edits = Amendment.objects.filter(
        Q(state="done") | Q(state="failed", next_part__gt=0),
        delivery__in=deliveries,
        kind="edit",
    )
    found: dict[UUID, list[Amendment]] = {}
    for one in edits.order_by("asked_at"):
        found.setdefault(one.delivery_id, []).append(one)
    return found


def shown(delivery: Delivery, changes: Mapping[UUID, Sequence[Amendment]] | None = None) -> Content:
    """What stands on the network now: what was approved, with the changes made since.

    `changes` are those of `changed`, where many deliveries are looked at.
    """
    content = Content.model_validate_json(delivery.payload)
    parts = content.parts
    for one in (changed([delivery]) if changes is None else changes).get(delivery.pk, ()):
        wanted = Wanted.model_validate_json(one.payload).parts
        made = len(wanted) if one.state == "done" else one.next_part
        parts = (*wanted[:made], *parts[made:])
    return content if parts == content.parts else content.model_copy(update={"parts": parts})


def _out(actor: Actor, delivery_id: UUID, kind: Kind) -> Delivery:
    delivery = queries.delivery(actor, delivery_id)
    can = network(delivery.channel.network).capabilities
    title = network(delivery.channel.network).title
    if delivery.state != State.SENT:
        raise Conflict("It is not out, so there is nothing to change there.", code="not_out")
    if not (can.edit if kind == "edit" else can.delete):
        what = "change posts that are out" if kind == "edit" else "take posts down"
        raise Conflict(
            f"{title} does not let programs {what}. Nothing was changed.",
            mend=f"Do it at {title} yourself.",
            code="cannot",
        )
    if taken_down([delivery]):
        raise Conflict("It was taken down already.", code="taken_down")
    return delivery


def _fits(delivery: Delivery, parts: Sequence[str]) -> None:
    adapter, limits = network(delivery.channel.network), limits_of(delivery.channel)
    for part in parts:
        size = adapter.count(part, limits)
        if size > limits.text or (limits.text_bytes and len(part.encode()) > limits.text_bytes):
            raise Invalid(
                f"{size} of {limits.text}: too long for {adapter.title}, the label included.",
                mend="Shorten it.",
                code="length",
            )


def _ask(actor: Actor, delivery: Delivery, wanted: Wanted, reason: str) -> Amendment:
    try:
        with transaction.atomic():
            amendment = Amendment.objects.create(
                delivery=delivery,
                kind=wanted.kind,
                payload=wanted.canonical,
                digest=sha256(wanted.canonical),
                reason=clean(reason).strip()[:_MAX_REASON],
                asked_by_id=actor.user_id,
                asked_at=clock.now(),
            )
            _enter(actor, f"amendment.asked.{wanted.kind}", amendment)
    except IntegrityError:
        raise Conflict(
            "A change of this post is asked for already.",
            mend="Decide on that one first.",
            code="one_at_a_time",
        ) from None
    return amendment


def _open(actor: Actor, amendment_id: UUID) -> Amendment:
    amendment = (
        Amendment.objects.select_for_update(of=("self",))
        .select_related("delivery__channel__brand")
        .filter(pk=amendment_id, delivery__channel__brand__workspace_id=actor.workspace_id)
        .first()
    )
    if amendment is None:
        raise NotFound("There is no such change here.", mend="Look at the post's page.")
    if amendment.state != "asked":
        raise Conflict(
            f"This change is {amendment.state} already. Nothing was changed.",
            mend="Look at where it stands.",
            code=f"is_{amendment.state}",
        )
    return amendment


def _enter(actor: Actor, kind: str, amendment: Amendment) -> None:
    enter(
        actor,
        kind,
        subject_kind="delivery",
        subject_id=amendment.delivery_id,
        digests={"amendment": amendment.digest},
    )
