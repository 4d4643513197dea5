"""Beginning to write: a draft from a brief, and texts that come from files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from aboveboard.brand.models import Channel
from aboveboard.create import queries
from aboveboard.create.actions.revising import (
    add_revision,
    checked,
    locked,
    new_revision,
    origin_of,
)
from aboveboard.create.errors import unless_out
from aboveboard.create.models import Asset, Link, Revision, Variant
from aboveboard.create.words.origins import Passage, text_of
from aboveboard.create.words.writer import Material, draft
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.ledger import actions as ledger
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Brief, Post
from aboveboard.plan.reasons import quotes
from aboveboard.text.cleaning import clean


def draft_post(actor: Actor, brief_id: UUID, *, at: datetime | None = None) -> Post:
    """A post from a brief, with a draft for each of its channels."""
    require(actor, Right.write, actor.workspace_id)
    brief = plans.brief(actor, brief_id)
    channels = list(brief.channels.filter(removed_at=None).order_by("added_at"))
    if not channels:
        raise Invalid(
            "This brief names no channel.",
            mend="Choose at least one in the brief.",
            code="channels",
        )
    with transaction.atomic():
        post = plan.create_post(
            actor,
            brief.brand_id,
            title=brief.title,
            language=brief.language,
            brief=brief,
            at=at,
        )
        for channel in channels:
            add_variant(actor, post, channel, brief=brief)
    return post


def add_variant(
    actor: Actor, post: Post, channel: Channel, *, brief: Brief | None = None
) -> Variant:
    """A variant of a post for a channel: drafted from the brief, empty without one.

    Raises Invalid for a channel of another brand, Conflict when the post has one for it.
    """
    require(actor, Right.write, post.brand.workspace_id)
    _check_channel(post, channel)
    now = clock.now()
    with transaction.atomic():
        try:
            with transaction.atomic():
                variant = Variant.objects.create(
                    post=post, channel=channel, language=post.language, created_at=now
                )
        except IntegrityError as error:
            raise Conflict(
                f"This post has a text for {channel.name} already.",
                mend="Go on with that one.",
                code="variant",
            ) from error
        passages: tuple[Passage, ...] = ()
        if brief:
            room = queries.room_of(channel)
            material = material_of(brief, actor, now)
            passages = draft(material, room)
            _keep_link(variant, passages)
        add_revision(actor, variant, passages, media=[], what="drafted" if brief else "begun")
        enter(
            actor,
            "variant.drafted",
            subject_kind="variant",
            subject_id=variant.id,
            digests={"text": sha256(text_of(passages))},
        )
    return variant


def write_variant(
    actor: Actor, variant_id: UUID, *, text: str, origin_source: str, kind: str = "import"
) -> Revision:
    """Put a text that came from a file into a variant; its origin is that file."""
    require(actor, Right.write, actor.workspace_id)
    text = checked(text)
    origin = origin_of(
        actor, "import" if kind == "import" else "person", clock.now(), source=origin_source
    )
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        return add_revision(
            actor,
            variant,
            (Passage(text=text, origin=origin),) if text else (),
            media=variant.head.media if variant.head else [],
            what="imported",
        )


@dataclass(frozen=True)
class NewText:
    """A text from a file, for a post that has none yet; `source` says where it stood."""

    post: Post
    channel: Channel
    text: str
    media: Sequence[tuple[Asset, str]]
    source: str


def add_texts(actor: Actor, texts: Sequence[NewText]) -> list[Variant]:
    """Variants with texts from a file, many in a handful of statements, in the caller's
    transaction. The origin of each text is its place in the file."""
    require(actor, Right.write, actor.workspace_id)
    now = clock.now()
    variants: list[Variant] = []
    revisions: list[Revision] = []
    for told in texts:
        _check_channel(told.post, told.channel)
        variant = Variant(
            post=told.post, channel=told.channel, language=told.post.language, created_at=now
        )
        origin = origin_of(actor, "import", now, source=told.source)
        text = checked(told.text)
        passages = (Passage(text=text, origin=origin),) if text else ()
        media = [
            {"asset": str(asset.id), "alt": clean(alt or asset.alt).strip()[:5_000]}
            for asset, alt in told.media
        ]
        revision = new_revision(actor, variant, passages, number=1, media=media, what="imported")
        # The database checks this link when the transaction ends.
        variant.head = revision
        variants.append(variant)
        revisions.append(revision)
    Variant.objects.bulk_create(variants)
    Revision.objects.bulk_create(revisions)
    ledger.append_many(
        actor.workspace_id,
        [
            ledger.Line(
                "variant.imported",
                actor.kind,
                actor.user_id,
                "variant",
                revision.variant_id,
                {"text": sha256(revision.text)},
            )
            for revision in revisions
        ],
    )
    return variants


def material_of(brief: Brief, actor: Actor, now: datetime) -> Material:
    """A brief as the writer takes it."""
    facts = brief.facts.select_related("passage__source").order_by(
        "passage__source__name", "passage__line"
    )
    # What the brief's idea quotes, and nobody has changed, is not its author's.
    quoted = {part.text: part.where for part in quotes(brief.idea.pieces)} if brief.idea else {}
    proof = [(said, quoted[said]) for said in brief.messages if said in quoted]
    own = [said for said in brief.messages if said not in quoted]
    return Material(
        messages=own or ([brief.goal] if not (brief.ask or proof) else []),
        proof=[*proof, *((fact.text, fact.passage.where) for fact in facts)],
        ask=brief.ask,
        link=brief.link,
        tags=brief.tags,
        campaign=brief.campaign.utm if brief.campaign else "",
        language=brief.language,
        author=str(brief.created_by_id or actor.user_id or ""),
        by_program=brief.by_program,
        at=now.isoformat(timespec="minutes"),
    )


def _check_channel(post: Post, channel: Channel) -> None:
    if channel.brand_id != post.brand_id or channel.removed_at:
        raise Invalid(
            "This channel is not one of the brand's.",
            mend="Choose one of the brand's channels.",
            code="channel",
        )


def _keep_link(variant: Variant, passages: Sequence[Passage]) -> None:
    """Note the links of a template's passage, so that the studio's own pages can count them."""
    for passage in passages:
        for word in passage.text.split():
            if passage.origin.kind == "template" and word.startswith(("https://", "http://")):
                code = sha256(f"{variant.id}{word}")[:14]
                Link.objects.get_or_create(variant=variant, url=word, defaults={"code": code})
