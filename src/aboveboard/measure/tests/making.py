"""Rows for tests beside `tests.builders`: posts with origins, labels and links that are out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from tests import builders
from tests.builders import make_workspace

from aboveboard.brand.models import Brand, Channel, PolicyVersion
from aboveboard.brand.rules import Look, Policy
from aboveboard.create.models import Asset, Link, Revision, Variant
from aboveboard.create.words.origins import Origin, Passage, shares, text_of, to_json
from aboveboard.disclose.queries import content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest, sha256
from aboveboard.kernel.ids import new_id
from aboveboard.people.models import User, Workspace
from aboveboard.plan.models import Post
from aboveboard.publish.amending import Kind, Wanted
from aboveboard.publish.models import Amendment, Attempt, Delivery, SentPart
from aboveboard.publish.rules import part_key
from aboveboard.review.models import Approval, Round


@dataclass(frozen=True)
class Place:
    """A workspace with an owner, a brand and its site."""

    workspace: Workspace
    owner: User
    brand: Brand
    site: Channel


def make_place(name: str = "Brackwater Saltworks", **brand: Any) -> Place:
    now = clock.now()
    house = make_workspace(name)
    values: dict[str, Any] = {
        "slug": f"b-{new_id().hex[-8:]}",
        "zone": "Europe/Amsterdam",
        "policy": Policy().model_dump(mode="json"),
        "look": Look().model_dump(mode="json"),
        "created_at": now,
        **brand,
    }
    made = Brand.objects.create(workspace=house.workspace, name=name, **values)
    PolicyVersion.objects.create(
        brand=made, policy=made.policy, digest=digest(made.policy), since=now
    )
    site = make_channel(
        made, "site", server=f"{settings.PUBLIC_URL}/s/{made.slug}", handle=made.slug
    )
    return Place(house.workspace, house.owner, made, site)


def make_channel(
    brand: Brand,
    network: str,
    *,
    name: str = "",
    server: str = "https://social.example",
    handle: str = "brackwater",
    remote_id: str = "",
    secrets: dict[str, str] | None = None,
) -> Channel:
    return builders.make_channel(
        brand,
        network=network,
        name=name or network,
        server=server,
        handle=handle,
        remote_id=remote_id,
        secrets=secrets,
    )


Words = str | Sequence[tuple[str, str]]


def make_variant(
    place: Place,
    words: Words = "Salt takes time.",
    *,
    title: str = "A post",
    channel: Channel | None = None,
    language: str = "en",
    pictures: Sequence[tuple[Asset, str]] = (),
    post: Post | None = None,
    links: Sequence[str] = (),
) -> Variant:
    """A post with a text; `words` may pair each piece with its origin's kind."""
    now = clock.now()
    post = post or Post.objects.create(
        brand=place.brand,
        title=title,
        language=language,
        zone="UTC",
        created_by=place.owner,
        created_at=now,
    )
    variant = Variant.objects.create(
        post=post, channel=channel or place.site, language=language, created_at=now
    )
    pieces = [(words, "person")] if isinstance(words, str) else words
    passages = tuple(Passage(text=text, origin=Origin(kind=kind)) for text, kind in pieces)
    media = [{"asset": str(asset.pk), "alt": alt} for asset, alt in pictures]
    parts = shares(passages)
    variant.head = Revision.objects.create(
        variant=variant,
        number=1,
        text=text_of(passages),
        passages=to_json(passages),
        media=media,
        digest=digest(
            {
                "text": text_of(passages),
                "media": media,
                "passages": [[p.origin.kind, len(p.text)] for p in passages],
            }
        ),
        people_share=parts.people,
        model_share=parts.model,
        pasted_share=parts.pasted,
        template_share=parts.template,
        actor_kind="person",
        actor=place.owner,
        what="typed",
        sealed=True,
        started_at=now,
        at=now,
    )
    variant.save(update_fields=["head"])
    for url in links:
        Link.objects.create(variant=variant, url=url, code=sha256(f"{variant.id}{url}")[:10])
    return variant


def make_approval(place: Place, variant: Variant, *, at: datetime | None = None) -> Approval:
    now = at or clock.now()
    variant = Variant.objects.select_related("post", "channel", "head").get(pk=variant.pk)
    last = variant.post.rounds.count()
    bound = content(variant, place.brand)
    return Approval.objects.create(
        round=Round.objects.create(
            post=variant.post, number=last + 1, asked_by=place.owner, asked_at=now, state="approved"
        ),
        variant=variant,
        content=bound.canonical,
        digest=bound.digest,
        by=place.owner,
        at=now,
    )


def make_delivery(
    place: Place, variant: Variant, *, state: str = "sent", sent_at: datetime | None = None
) -> Delivery:
    """The delivery of an approved variant, brought to `state` by the moves that there are."""
    moment = sent_at or clock.now()
    approval = variant.approvals.filter(voided_at=None).first() or make_approval(
        place, variant, at=moment - timedelta(minutes=5)
    )
    bound = content(
        Variant.objects.select_related("post", "channel", "head").get(pk=variant.pk), place.brand
    )
    delivery = Delivery.objects.create(
        variant=variant,
        channel_id=variant.channel_id,
        approval=approval,
        payload=approval.content,
        digest=approval.digest,
        parts=len(bound.parts),
        at=moment,
        created_at=moment,
    )
    path = {
        "waiting": [],
        "sending": ["sending"],
        "sent": ["sending", "sent"],
        "unknown": ["sending", "unknown"],
        "refused": ["sending", "refused"],
        "held": ["held"],
    }[state]
    for step in path:
        if step == "sent":
            _put_out(delivery, len(bound.parts), moment)
            delivery.sent_at = moment
        delivery.state = step
        delivery.save()
    return delivery


def make_sent(place: Place, words: Words = "Salt takes time.", **given: Any) -> Delivery:
    """A post that is out."""
    sent_at = given.pop("sent_at", None)
    return make_delivery(place, make_variant(place, words, **given), sent_at=sent_at)


def make_asset(brand: Brand, data: bytes, *, mime: str = "image/png", name: str = "salt") -> Asset:
    kept = sha256(data)
    asset = Asset(
        brand=brand,
        name=name,
        digest=kept,
        mime=mime,
        width=1,
        height=1,
        size=len(data),
        added_at=clock.now(),
    )
    asset.file.save(f"{kept[:2]}/{kept}", ContentFile(data), save=False)
    asset.save(force_insert=True)
    return asset


def _put_out(delivery: Delivery, parts: int, moment: datetime) -> None:
    server = delivery.channel.server
    for part in range(parts):
        key = part_key(delivery.pk, part)
        Attempt.objects.create(
            delivery=delivery,
            step="publish",
            part=part,
            worker=UUID(int=1),
            started_at=moment,
            ended_at=moment,
            outcome="done",
        )
        SentPart.objects.create(
            delivery=delivery,
            channel_id=delivery.channel_id,
            part=part,
            remote_id=key,
            url=f"{server}/{key}",
            at=moment,
        )


def amended(delivery: Delivery, kind: Kind, *parts: str) -> Amendment:
    """A change that was asked for, approved and carried out."""
    wanted = Wanted(delivery=str(delivery.pk), kind=kind, parts=parts)
    row = Amendment.objects.create(
        delivery=delivery,
        kind=kind,
        payload=wanted.canonical,
        digest=sha256(wanted.canonical),
        asked_by=delivery.approval.by,
        asked_at=clock.now(),
    )
    row.state, row.approved_by, row.approved_at = "approved", delivery.approval.by, clock.now()
    row.save()
    row.state, row.done_at = "done", clock.now()
    row.save()
    return row
