"""Changing what is out: asking for it, and deciding on it, on the post's page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aboveboard.channels.registry import network
from aboveboard.faces.web.studio import Desk, page
from aboveboard.publish import actions as publish
from aboveboard.publish import amending
from aboveboard.publish import queries as published
from aboveboard.publish.models import Amendment, Delivery, State


@dataclass(frozen=True)
class Outside:
    """A post that is out on one channel, and what can become of it there.

    `parts` are its present texts without the label; `asked` is a change that waits or is being
    carried out, `wanted` its texts; `failed` why the last one could not be carried out;
    `taken_down` since when it is out no more.
    """

    delivery: Delivery
    parts: tuple[str, ...]
    label: str
    can_edit: bool
    can_delete: bool
    asked: Amendment | None
    wanted: tuple[str, ...]
    failed: str
    edited: bool
    taken_down: datetime | None


def outside(deliveries: Sequence[Delivery]) -> list[Outside]:
    """What is out of a post, channel by channel, where it can be changed or was."""
    sent = [one for one in deliveries if one.state == State.SENT]
    changes, there = amending.of(sent), amending.changed(sent)
    found = [_outside(one, changes.get(one.pk, []), there) for one in sent]
    return [one for one in found if one.can_edit or one.can_delete or one.taken_down]


def _outside(
    delivery: Delivery,
    changes: Sequence[Amendment],
    there: Mapping[UUID, Sequence[Amendment]],
) -> Outside:
    can = network(delivery.channel.network).capabilities
    content = amending.shown(delivery, there)
    asked = next((one for one in changes if one.state in ("asked", "approved")), None)
    last = changes[-1] if changes else None
    gone = next((one.done_at for one in changes if one.takes_down), None)
    return Outside(
        delivery=delivery,
        parts=content.bare_parts,
        label=content.label.text,
        can_edit=can.edit and not gone,
        can_delete=can.delete and not gone,
        asked=asked,
        wanted=amending.Wanted.model_validate_json(asked.payload).parts if asked else (),
        failed=last.why if last and last.state == "failed" else "",
        edited=any(one.state == "done" and one.is_edit for one in changes),
        taken_down=gone,
    )


@page
@require_POST
def amend(request: HttpRequest, desk: Desk, delivery_id: UUID, kind: str) -> HttpResponse:
    """Ask that what is out there gets other words, or is taken down."""
    one = published.delivery(desk.actor, delivery_id)
    reason = request.POST.get("reason", "")
    if kind == "edit":
        publish.ask_edit(desk.actor, delivery_id, request.POST.getlist("part"), reason=reason)
    else:
        publish.ask_delete(desk.actor, delivery_id, reason=reason)
    messages.success(request, _("Asked. It happens when somebody approves it."))
    return redirect("post", one.variant.post_id)


@page
@require_POST
def amendment(request: HttpRequest, desk: Desk, amendment_id: UUID, act: str) -> HttpResponse:
    """Approve a change exactly as it is shown, or take it back."""
    if act == "approve":
        one = publish.approve_amendment(
            desk.actor, amendment_id, digest=request.POST.get("digest", "")
        )
        messages.success(request, _("Approved. It is carried out now."))
    else:
        one = publish.withdraw_amendment(desk.actor, amendment_id)
        messages.success(request, _("Taken back. Nothing was changed there."))
    return redirect("post", published.delivery(desk.actor, one.delivery_id).variant.post_id)
