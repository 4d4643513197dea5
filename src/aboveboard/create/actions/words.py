"""Writing: drafts from a brief, typing with its origins, pictures beside the words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from aboveboard.brand.models import Channel
from aboveboard.create import queries
from aboveboard.create.errors import Outrun, TooLong, unless_out
from aboveboard.create.models import Asset, Link, Revision, Suggestion, Variant
from aboveboard.create.origins import Kind, Origin, Passage, retype, shares, text_of, to_json
from aboveboard.create.writer import Material, draft
from aboveboard.kernel import clock
from aboveboard.kernel.digest import Json, digest, sha256
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Brief, Post
from aboveboard.text.cleaning import clean

MAX_TEXT = 40_000
# Typing goes on in one revision for this long, then a new one begins.
SITTING = timedelta(minutes=10)
# How many earlier revisions are searched for words that come back.
MEMORY = 12


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
    if channel.brand_id != post.brand_id or channel.removed_at:
        raise Invalid(
            "This channel is not one of the brand's.",
            mend="Choose one of the brand's channels.",
            code="channel",
        )
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
        _add_revision(actor, variant, passages, media=[], what="drafted" if brief else "begun")
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
    text = _checked(text)
    origin = _origin_of(
        actor, "import" if kind == "import" else "person", clock.now(), source=origin_source
    )
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        return _add_revision(
            actor,
            variant,
            (Passage(text=text, origin=origin),) if text else (),
            media=variant.head.media if variant.head else [],
            what="imported",
        )


def save_text(
    actor: Actor,
    variant_id: UUID,
    text: str,
    *,
    base: int,
    pasted: Sequence[str] = (),
) -> Revision:
    """Save what a person typed; `base` is the number of the revision they typed over.

    Words that stay keep their origin. Typing within a sitting goes on in one revision, unless it
    went on from an older one: then nothing of the newer is lost. Raises Outrun when somebody else
    saved meanwhile, TooLong, IsOut when the post is already out.
    """
    require(actor, Right.write, actor.workspace_id)
    text = _checked(text)
    now = clock.now()
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        head = variant.head
        if head and base < head.number and not _is_by(head, actor):
            raise Outrun(
                "Somebody else has changed this text meanwhile. Yours is kept in this browser.",
                mend="Open it again to see theirs, then put yours in.",
            )
        if head and head.text == text:
            return head
        passages = retype(
            head.written if head else (),
            text,
            _origin_of(actor, "person", now),
            pasted=[clean(piece) for piece in pasted if 0 < len(piece) <= MAX_TEXT],
            known=_earlier(variant),
        )
        media = head.media if head else []
        if head and head.number == base and _goes_on(head, actor, now):
            rewritten = _rewrite(head, passages, media, now)
            if rewritten:
                return rewritten
        return _add_revision(actor, variant, passages, media=media, what="typed")


def save_suggested(
    actor: Actor, variant_id: UUID, passages: Sequence[Passage], *, what: str = "suggested"
) -> Revision:
    """Put passages with origins of their own in place of the text (a suggestion taken)."""
    require(actor, Right.write, actor.workspace_id)
    _checked(text_of(passages))
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        media = variant.head.media if variant.head else []
        return _add_revision(actor, variant, passages, media=media, what=what)


def set_pictures(actor: Actor, variant_id: UUID, pictures: Sequence[tuple[UUID, str]]) -> Revision:
    """Choose the pictures of a variant, each with its words for those who cannot see it.

    Choosing what is chosen already changes nothing. Raises Invalid for a picture that is not in
    the brand's library, IsOut when the post is already out.
    """
    require(actor, Right.write, actor.workspace_id)
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        known = {
            asset.id: asset
            for asset in Asset.objects.filter(
                pk__in=[asset for asset, _ in pictures], brand_id=variant.post.brand_id
            )
        }
        media: list[dict[str, str]] = []
        for asset_id, alt in pictures:
            if asset_id not in known:
                raise Invalid(
                    "This picture is not in the brand's library. Nothing was changed.",
                    mend="Add it to the library first.",
                    code="asset",
                )
            media.append({"asset": str(asset_id), "alt": clean(alt).strip()[:5_000]})
        if variant.head and variant.head.media == media:
            return variant.head
        passages = variant.head.written if variant.head else ()
        return _add_revision(actor, variant, passages, media=media, what="pictures")


def restore(actor: Actor, variant_id: UUID, number: int) -> Revision:
    """Take an earlier revision up again, as a new one."""
    require(actor, Right.write, actor.workspace_id)
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        old = queries.revision(variant.id, number)
        return _add_revision(actor, variant, old.written, media=old.media, what="restored")


def seal(variant: Variant) -> None:
    """Close the head revision: what is put before people does not change under their eyes."""
    if variant.head_id:
        Revision.objects.filter(pk=variant.head_id, sealed=False).update(sealed=True)


def material_of(brief: Brief, actor: Actor, now: datetime) -> Material:
    """A brief as the writer takes it."""
    facts = brief.facts.select_related("passage__source").order_by(
        "passage__source__name", "passage__line"
    )
    return Material(
        messages=brief.messages or ([brief.goal] if not brief.ask else []),
        proof=[(fact.text, fact.passage.where) for fact in facts],
        ask=brief.ask,
        link=brief.link,
        tags=brief.tags,
        campaign=brief.campaign.utm if brief.campaign else "",
        language=brief.language,
        author=str(brief.created_by_id or actor.user_id or ""),
        by_program=brief.by_program,
        at=now.isoformat(timespec="minutes"),
    )


def _checked(text: str) -> str:
    text = clean(text)
    if len(text) > MAX_TEXT:
        raise TooLong(
            f"This text has {len(text):,} characters; {MAX_TEXT:,} is the most. "
            "What was saved before is unchanged.",
            mend="Put longer material into the brand's knowledge, or cut it.",
            code="too_long",
        )
    return text


def locked(actor: Actor, variant_id: UUID) -> Variant:
    """A variant as it stands now; nobody else writes it until the transaction ends."""
    variant = queries.variant(actor, variant_id)
    Variant.objects.select_for_update().get(pk=variant.pk)
    variant.refresh_from_db(fields=["head"])
    return variant


def _earlier(variant: Variant) -> list[Passage]:
    """Passages of revisions and suggestions before, the newest first, each once."""
    recent = Revision.objects.filter(variant__post_id=variant.post_id).order_by("-at")[:MEMORY]
    proposed = Suggestion.objects.filter(variant__post_id=variant.post_id).exclude(text="")
    offered = [
        Passage(text=suggestion.text, origin=suggestion.origin)
        for suggestion in proposed.order_by("-asked_at")[:MEMORY]
    ]
    written = [passage for revision in recent for passage in revision.written]
    return list(dict.fromkeys([*offered, *written]))


def _origin_of(actor: Actor, kind: Kind, now: datetime, *, source: str = "") -> Origin:
    """Whose words these are. What a program writes is never called a person's."""
    at = now.isoformat(timespec="minutes")
    if actor.kind == "agent":
        return Origin(kind="model", by=actor.name, source=source, at=at)
    return Origin(kind=kind, by=str(actor.user_id or ""), source=source, at=at)


def _is_by(revision: Revision, actor: Actor) -> bool:
    """A person and a program with the person's token are two."""
    return (revision.actor_kind, revision.actor_id) == (actor.kind, actor.user_id)


def _goes_on(head: Revision, actor: Actor, now: datetime) -> bool:
    return (
        not head.sealed
        and head.what == "typed"
        and _is_by(head, actor)
        and now - head.started_at < SITTING
    )


def _fields(passages: Sequence[Passage], media: Sequence[Json]) -> dict[str, object]:
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


def _rewrite(
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


def _add_revision(
    actor: Actor,
    variant: Variant,
    passages: Sequence[Passage],
    *,
    media: Sequence[Json],
    what: str,
) -> Revision:
    now = clock.now()
    number = variant.head.number + 1 if variant.head else 1
    revision = Revision(
        variant=variant,
        number=number,
        actor_kind=actor.kind,
        actor_id=actor.user_id,
        what=what,
        started_at=now,
        at=now,
    )
    for name, value in _fields(passages, media).items():
        setattr(revision, name, value)
    revision.save(force_insert=True)
    variant.head = revision
    variant.save(update_fields=["head"])
    return revision


def _keep_link(variant: Variant, passages: Sequence[Passage]) -> None:
    """Note the links of a template's passage, so that the studio's own pages can count them."""
    for passage in passages:
        for word in passage.text.split():
            if passage.origin.kind == "template" and word.startswith(("https://", "http://")):
                code = sha256(f"{variant.id}{word}")[:14]
                Link.objects.get_or_create(variant=variant, url=word, defaults={"code": code})
