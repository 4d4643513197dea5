"""Rows for tests, made quickly and directly: a workspace, a brand, channels, approved posts.

Everything passes the database's own guards; only the actions' checks are left out. Use the
actions where they are what is tested.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from aboveboard.brand.models import Brand, Channel
from aboveboard.create.models import Asset, Revision, Variant
from aboveboard.create.words.origins import Origin, Passage, to_json
from aboveboard.disclose.content import Content, Picture, thread_of
from aboveboard.disclose.rules import Label
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest, sha256
from aboveboard.kernel.ids import new_id
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor
from aboveboard.people.models import Membership, User, Workspace
from aboveboard.people.rules import Role
from aboveboard.plan.models import Post
from aboveboard.publish.models import Connection, Delivery
from aboveboard.review.models import Approval, Round


@dataclass(frozen=True)
class House:
    """A workspace with its owner."""

    workspace: Workspace
    owner: User

    @property
    def actor(self) -> Actor:
        return Actor("person", self.workspace.id, self.owner.id, Role("owner"), "Owner")

    def agent(self) -> Actor:
        """A program with the owner's token."""
        return Actor("agent", self.workspace.id, self.owner.id, Role("owner"), "A program")


def make_workspace(name: str = "Brackwater") -> House:
    owner = User.objects.create(email=f"{new_id().hex}@example.org", name="Marit Veen")
    workspace = Workspace.objects.create(name=name)
    Membership.objects.create(user=owner, workspace=workspace, role="owner")
    return House(workspace, owner)


def make_member(house: House, role: str) -> Actor:
    """A further person of the workspace, as an actor."""
    user = User.objects.create(email=f"{new_id().hex}@example.org", name=role.title())
    Membership.objects.create(user=user, workspace=house.workspace, role=role)
    return Actor("person", house.workspace.id, user.id, Role(role), user.name)


def make_brand(house: House, name: str = "") -> Brand:
    ident = new_id()
    return Brand.objects.create(
        id=ident,
        workspace=house.workspace,
        name=name or f"Brackwater Saltworks {ident.hex[-6:]}",
        slug=f"brand-{ident.hex}",
        created_at=clock.now(),
    )


def make_channel(
    brand: Brand,
    *,
    network: str = "site",
    server: str = "http://127.0.0.1:8000/b/saltworks",
    handle: str = "saltworks",
    remote_id: str = "",
    secrets: Mapping[str, str] | None = None,
    name: str = "",
    is_connected: bool = True,
) -> Channel:
    """A channel, connected with these secrets unless told otherwise."""
    channel = Channel.objects.create(
        brand=brand,
        network=network,
        name=name or f"{network} {new_id().hex[-6:]}",
        server=server,
        handle=handle,
        remote_id=remote_id,
        added_at=clock.now(),
    )
    if is_connected:
        sealed = Vault(settings.SECRET_KEYS).seal(secrets or {})
        Connection.objects.create(channel=channel, sealed=sealed, checked_at=clock.now())
    return channel


def make_post(
    house: House, brand: Brand, *, title: str = "A tide table", at: datetime | None = None
) -> Post:
    return Post.objects.create(**_post(house, brand, title, at))


def make_variant(
    post: Post, channel: Channel, text: str, *, assets: Sequence[Asset] = ()
) -> Variant:
    """A variant whose one revision a person has typed."""
    variant, revision = _written(post, channel, text, assets)
    variant.save(force_insert=True)
    revision.save(force_insert=True)
    variant.head = revision
    variant.save(update_fields=["head"])
    return variant


def make_asset(brand: Brand, *, alt: str = "A heap of salt", colour: str = "#2F4A52") -> Asset:
    """A small PNG in the library, its file stored, as if it had come with a credential."""
    file = io.BytesIO()
    Image.new("RGB", (8, 6), colour).save(file, "PNG")
    asset = Asset(
        brand=brand,
        name="salt.png",
        digest=sha256(file.getvalue()),
        mime="image/png",
        width=8,
        height=6,
        size=len(file.getvalue()),
        alt=alt,
        credential={"state": "valid"},
        added_at=clock.now(),
    )
    asset.file.save(f"{asset.digest}.png", ContentFile(file.getvalue()), save=False)
    asset.save(force_insert=True)
    return asset


def content_of(variant: Variant) -> Content:
    """What goes out for a variant: its text as it stands, without a label."""
    head, post = variant.head, variant.post
    assert head
    ids = [UUID(item["asset"]) for item in head.media]
    assets = Asset.objects.in_bulk(ids) if ids else {}
    return _content(variant, head, post, assets)


def approve(house: House, variant: Variant) -> Approval:
    """The owner's approval of a variant as it stands."""
    content = content_of(variant)
    given = Round.objects.create(
        post=variant.post,
        number=variant.post.rounds.count() + 1,
        asked_by=house.owner,
        asked_at=clock.now(),
        state="approved",
        decided_at=clock.now(),
    )
    return Approval.objects.create(**_approval(house, given, variant, content))


def edit(variant: Variant, text: str) -> None:
    """A new revision becomes the head."""
    assert variant.head
    _, revision = _written(variant.post, variant.channel, text, ())
    revision.variant = variant
    revision.number = variant.head.number + 1
    revision.save(force_insert=True)
    variant.head = revision
    variant.save(update_fields=["head"])


def make_approved(
    house: House,
    channel: Channel,
    text: str,
    *,
    at: datetime | None = None,
    assets: Sequence[Asset] = (),
) -> Variant:
    """An approved variant of a post of its own."""
    post = make_post(house, channel.brand, at=at)
    variant = make_variant(post, channel, text, assets=assets)
    approve(house, variant)
    return variant


def make_many_approved(
    house: House,
    channel: Channel,
    texts: Sequence[str],
    *,
    at: datetime | Sequence[datetime] | None = None,
) -> list[Variant]:
    """Approved variants, a post each, in a handful of statements; `at` for all or each."""
    times = [at] * len(texts) if at is None or isinstance(at, datetime) else at
    posts = [Post(**_post(house, channel.brand, "A tide table", moment)) for moment in times]
    written = [_written(post, channel, text, ()) for post, text in zip(posts, texts, strict=True)]
    now = clock.now()
    with transaction.atomic():
        Post.objects.bulk_create(posts)
        Variant.objects.bulk_create([variant for variant, _ in written])
        Revision.objects.bulk_create([revision for _, revision in written])
        for variant, revision in written:
            variant.head = revision
        Variant.objects.bulk_update([variant for variant, _ in written], ["head"])
        rounds = [
            Round(post=post, number=1, asked_by=house.owner, asked_at=now, state="approved")
            for post in posts
        ]
        Round.objects.bulk_create(rounds)
        Approval.objects.bulk_create(
            Approval(**_approval(house, given, variant, _content(variant, revision, post, {})))
            for given, post, (variant, revision) in zip(rounds, posts, written, strict=True)
        )
    return [variant for variant, _ in written]


def delivery_of(variant: Variant) -> Delivery:
    """The variant's delivery as it stands now."""
    return Delivery.objects.get(variant=variant)


def _post(house: House, brand: Brand, title: str, at: datetime | None) -> dict[str, object]:
    return {
        "brand": brand,
        "title": title,
        "day": at.date() if at else None,
        "clock": at.time() if at else None,
        "zone": "UTC",
        "at": at,
        "created_by": house.owner,
        "created_at": clock.now(),
    }


def _written(
    post: Post, channel: Channel, text: str, assets: Sequence[Asset]
) -> tuple[Variant, Revision]:
    now = clock.now()
    media = [{"asset": str(asset.id), "alt": asset.alt} for asset in assets]
    passages = (Passage(text=text, origin=Origin(kind="person", by="", at=now.isoformat())),)
    variant = Variant(post=post, channel=channel, language=post.language, created_at=now)
    revision = Revision(
        variant=variant,
        number=1,
        text=text,
        passages=to_json(passages),
        media=media,
        digest=digest({"text": text, "media": media}),
        actor_kind="person",
        what="typed",
        started_at=now,
        at=now,
    )
    return variant, revision


def _content(variant: Variant, head: Revision, post: Post, assets: Mapping[UUID, Asset]) -> Content:
    return Content(
        variant=str(variant.id),
        channel=str(variant.channel_id),
        network=variant.channel.network,
        language=variant.language,
        title=post.title,
        at=post.at.isoformat() if post.at else "",
        parts=thread_of(head.text),
        pictures=tuple(
            Picture(**item, digest=assets[UUID(item["asset"])].digest) for item in head.media
        ),
        label=Label(kind="people", text="", ai=False),
        native={},
        revision=head.digest,
    )


def _approval(house: House, given: Round, variant: Variant, content: Content) -> dict[str, object]:
    return {
        "round": given,
        "variant": variant,
        "content": content.canonical,
        "digest": content.digest,
        "by": house.owner,
        "at": clock.now(),
    }
