"""What people change about a brand: its name and rules, its knowledge, voice and channels."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from aboveboard.brand import queries
from aboveboard.brand.errors import NameTaken
from aboveboard.brand.knowledge import add_source, begin_upload, stop_upload
from aboveboard.brand.models import (
    Brand,
    Channel,
    PolicyVersion,
    VoiceSample,
)
from aboveboard.brand.rules import LANGUAGES, Look, Policy
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest, sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.ids import new_id
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

__all__ = [
    "add_channel",
    "add_source",
    "add_voice",
    "begin_upload",
    "change_brand",
    "create_brand",
    "refresh_channel",
    "remove_channel",
    "remove_source",
    "remove_voice",
    "set_policy",
    "stop_upload",
]

MAX_SAMPLE = 20_000
MAX_ABOUT = 5_000


def create_brand(
    actor: Actor,
    *,
    name: str,
    language: str = "en",
    zone: str = "UTC",
    about: str = "",
    policy: Policy | None = None,
    look: Look | None = None,
    demo: bool = False,
) -> Brand:
    """A new brand with its own site channel, so that it can publish from the first minute.

    Raises Forbidden, Invalid (name, language, zone) or NameTaken.
    """
    require(actor, Right.policy, actor.workspace_id)
    name, about = _name(name, "A brand"), _about(about)
    _check_language(language)
    clock.zone(zone)
    policy, look, now = policy or Policy(), look or Look(), clock.now()
    try:
        with transaction.atomic():
            brand = Brand.objects.create(
                workspace_id=actor.workspace_id,
                name=name,
                slug=_free_slug(name),
                language=language,
                zone=zone,
                about=about,
                policy=policy.model_dump(mode="json"),
                look=look.model_dump(mode="json"),
                demo=demo,
                created_at=now,
            )
            _keep_policy(brand, policy)
            Channel.objects.create(
                brand=brand,
                network="site",
                name="Site",
                server=f"{settings.PUBLIC_URL}/s/{brand.slug}",
                handle=brand.slug,
                display_name=name,
                added_at=now,
            )
            enter(
                actor,
                "brand.created",
                subject_kind="brand",
                subject_id=brand.id,
                digests={"policy": _hash(policy)},
            )
    except IntegrityError:
        raise NameTaken(f"There is a brand named “{name}” already.", mend="Choose another name.")
    return brand


def change_brand(
    actor: Actor, brand_id: UUID, *, name: str, about: str, language: str, zone: str, look: Look
) -> Brand:
    """Change what a brand is called and how it looks."""
    require(actor, Right.policy, actor.workspace_id)
    _check_language(language)
    clock.zone(zone)
    name, about = _name(name, "A brand"), _about(about)
    brand = queries.brand(actor, brand_id)
    brand.name, brand.about, brand.language, brand.zone = name, about, language, zone
    brand.look = look.model_dump(mode="json")
    try:
        with transaction.atomic():
            brand.save(update_fields=["name", "about", "language", "zone", "look"])
            enter(
                actor,
                "brand.changed",
                subject_kind="brand",
                subject_id=brand.id,
                digests={"name": sha256(name)},
            )
    except IntegrityError:
        raise NameTaken(f"There is a brand named “{name}” already.", mend="Choose another name.")
    return brand


def set_policy(actor: Actor, brand_id: UUID, policy: Policy) -> Brand:
    """Set the brand's rules. Earlier ones stay readable."""
    require(actor, Right.policy, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    with transaction.atomic():
        brand.policy = policy.model_dump(mode="json")
        brand.save(update_fields=["policy"])
        _keep_policy(brand, policy)
        enter(
            actor,
            "policy.set",
            subject_kind="brand",
            subject_id=brand.id,
            digests={"policy": _hash(policy)},
        )
    return brand


def remove_source(actor: Actor, source_id: UUID) -> None:
    """Take a file of knowledge away."""
    require(actor, Right.write, actor.workspace_id)
    source = queries.source(actor, source_id)
    with transaction.atomic():
        enter(
            actor,
            "source.removed",
            subject_kind="source",
            subject_id=source.id,
            digests={"file": source.digest},
        )
        source.delete()


def add_voice(actor: Actor, brand_id: UUID, *, name: str, text: str) -> VoiceSample:
    """Keep a text that shows how the brand speaks."""
    require(actor, Right.policy, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    text = clean(text).strip()
    if not text:
        raise Invalid("This sample is empty.", mend="Paste a text of your own.", code="voice")
    if len(text) > MAX_SAMPLE:
        raise Invalid(
            f"This sample has {len(text):,} characters; {MAX_SAMPLE:,} is the most.",
            mend="Cut it into several.",
            code="voice",
        )
    with transaction.atomic():
        sample = VoiceSample.objects.create(
            id=new_id(), brand=brand, name=_told(name, 200), text=text, added_at=clock.now()
        )
        enter(
            actor,
            "voice.added",
            subject_kind="brand",
            subject_id=brand.id,
            digests={"text": sha256(text)},
        )
    return sample


def remove_voice(actor: Actor, sample_id: UUID) -> None:
    """Take a sample of the voice away."""
    require(actor, Right.policy, actor.workspace_id)
    sample = queries.voice_sample(actor, sample_id)
    with transaction.atomic():
        enter(
            actor,
            "voice.removed",
            subject_kind="brand",
            subject_id=sample.brand_id,
            digests={"text": sha256(sample.text)},
        )
        sample.delete()


def add_channel(
    actor: Actor,
    brand_id: UUID,
    *,
    network: str,
    name: str,
    server: str,
    handle: str,
    remote_id: str = "",
    display_name: str = "",
    limits: Mapping[str, Any] | None = None,
) -> Channel:
    """Note a connected account. The stage that publishes has signed in and keeps the secrets."""
    require(actor, Right.connect, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    name = _name(name, "A channel")
    try:
        with transaction.atomic():
            channel = Channel.objects.create(
                brand=brand,
                network=network,
                name=name,
                server=_told(server, 300),
                handle=_told(handle, 200),
                remote_id=_told(remote_id, 300),
                display_name=_told(display_name, 200),
                limits=dict(limits or {}),
                added_at=clock.now(),
            )
            enter(actor, "channel.added", subject_kind="channel", subject_id=channel.id)
    except IntegrityError:
        raise NameTaken(
            f"{brand.name} has a channel named “{name}” already.", mend="Choose another name."
        )
    return channel


def refresh_channel(
    channel_id: UUID, *, remote_id: str, handle: str, display_name: str, limits: Mapping[str, Any]
) -> None:
    """Note what the server says of an account now. The house does this by itself."""
    Channel.objects.filter(pk=channel_id).update(
        remote_id=_told(remote_id, 300),
        handle=_told(handle, 200),
        display_name=_told(display_name, 200),
        limits=dict(limits),
    )


def remove_channel(actor: Actor, channel_id: UUID) -> None:
    """Disconnect an account. Its posts and their story stay."""
    require(actor, Right.connect, actor.workspace_id)
    channel = queries.channel(actor, channel_id)
    with transaction.atomic():
        channel.removed_at = clock.now()
        channel.save(update_fields=["removed_at"])
        enter(actor, "channel.removed", subject_kind="channel", subject_id=channel.id)


def _name(name: str, what: str) -> str:
    """A clean line of 1 to 120 characters. Raises Invalid."""
    line = " ".join(clean(name).split())
    if not line or len(line) > 120:
        raise Invalid(
            f"{what} needs a name of 1 to 120 characters.", mend="Give it one.", code="name"
        )
    return line


def _about(about: str) -> str:
    text = clean(about).strip()
    if len(text) > MAX_ABOUT:
        raise Invalid(
            f"What is said about the brand has {len(text):,} characters; "
            f"{MAX_ABOUT:,} is the most.",
            mend="Put longer material into its knowledge.",
            code="too_long",
        )
    return text


def _told(value: str, most: int) -> str:
    """What a server says of an account, fit to be kept."""
    return " ".join(clean(value).split())[:most]


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise Invalid(
            f"“{language[:10]}” is not one of our languages.",
            mend=f"Choose one of {', '.join(LANGUAGES)}.",
            code="language",
        )


def _free_slug(name: str) -> str:
    base = slugify(name)[:50] or "brand"
    # Other workspaces' brands count too: the slug is a part of a public address.
    return f"{base}-{new_id().hex[-6:]}" if Brand.objects.filter(slug=base).exists() else base


def _hash(policy: Policy) -> str:
    return digest(policy.model_dump(mode="json"))


def _keep_policy(brand: Brand, policy: Policy) -> None:
    PolicyVersion.objects.create(
        brand=brand,
        policy=policy.model_dump(mode="json"),
        digest=_hash(policy),
        since=clock.now(),
    )
