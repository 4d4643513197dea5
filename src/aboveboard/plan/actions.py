"""What people change in the plan: campaigns, briefs, posts and their times."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Channel, Fact
from aboveboard.brand.rules import LANGUAGES
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.ledger import actions as ledger
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import queries, rules
from aboveboard.plan.errors import KeyUsed
from aboveboard.plan.models import Brief, Campaign, Post


@dataclass(frozen=True)
class BriefFields:
    """What a form or a file says of a brief; see `models.Brief`. `channels` and `facts` are ids."""

    title: str
    goal: str = ""
    audience: str = ""
    messages: Sequence[str] = ()
    facts: Sequence[UUID] = ()
    ask: str = ""
    link: str = ""
    tags: Sequence[str] = ()
    language: str = "en"
    channels: Sequence[UUID] = field(default_factory=tuple)
    starts_on: date | None = None
    ends_on: date | None = None
    stock: int | None = None
    campaign: UUID | None = None


@dataclass(frozen=True)
class NewPost:
    """What is told of a post to be; see `create_post`."""

    title: str
    language: str = ""
    brief: Brief | None = None
    campaign: Campaign | None = None
    at: datetime | None = None
    zone: str = ""
    relationship: str = "none"
    key: str | None = None
    key_digest: str = ""


def create_campaign(
    actor: Actor,
    brand_id: UUID,
    *,
    name: str,
    goal: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Campaign:
    """A new campaign. Its UTM name follows from its name."""
    require(actor, Right.plan, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    name = rules.title(name)
    _check_span(starts_on, ends_on)
    try:
        with transaction.atomic():
            campaign = Campaign.objects.create(
                brand=brand,
                name=name,
                goal=rules.field(goal, "The goal"),
                utm=slugify(name)[:80] or "campaign",
                starts_on=starts_on,
                ends_on=ends_on,
                created_at=clock.now(),
            )
            enter(actor, "campaign.created", subject_kind="campaign", subject_id=campaign.id)
    except IntegrityError:
        raise Conflict(
            f"{brand.name} has a campaign named “{name}” already.", mend="Choose another name."
        )
    return campaign


def create_brief(actor: Actor, brand_id: UUID, fields: BriefFields) -> Brief:
    """A new brief. Raises Invalid when there is nothing in it to write from."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    with transaction.atomic():
        brief = Brief(brand=brand, created_by_id=actor.user_id, created_at=clock.now())
        _fill(actor, brief, fields)
        enter(
            actor,
            "brief.written",
            subject_kind="brief",
            subject_id=brief.id,
            digests={"brief": _hash(brief)},
        )
    return brief


def change_brief(actor: Actor, brief_id: UUID, fields: BriefFields) -> Brief:
    """Rewrite a brief. Posts that were made from it stay as they are."""
    require(actor, Right.write, actor.workspace_id)
    brief = queries.brief(actor, brief_id)
    with transaction.atomic():
        _fill(actor, brief, fields)
        enter(
            actor,
            "brief.changed",
            subject_kind="brief",
            subject_id=brief.id,
            digests={"brief": _hash(brief)},
        )
    return brief


def create_post(
    actor: Actor,
    brand_id: UUID,
    *,
    title: str,
    language: str = "",
    brief: Brief | None = None,
    campaign: Campaign | None = None,
    at: datetime | None = None,
    zone: str = "",
    relationship: str = "none",
    key: str | None = None,
    key_digest: str = "",
) -> Post:
    """A new post; `at` is a wall-clock time (naive) in `zone`, or an aware moment.

    With a `key` the same call again gives the same post; the same key with other content
    (`key_digest`) raises KeyUsed. Raises Invalid for a time that has passed or is none, and for
    a brief or campaign of another brand.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    key = rules.key(key)
    if known := queries.made_by_key(brand.id, key):
        return same_post(known, key_digest)
    told = NewPost(
        title=title,
        language=language,
        brief=brief,
        campaign=campaign,
        at=at,
        zone=zone,
        relationship=relationship,
        key=key,
        key_digest=key_digest,
    )
    post = _post(actor, brand, told)
    try:
        with transaction.atomic():
            post.save(force_insert=True)
            enter(actor, "post.created", subject_kind="post", subject_id=post.id)
    except IntegrityError:
        # Two callers with one key at once: the other one's post is ours too.
        known = queries.made_by_key(brand.id, key)
        if not known:
            raise
        return same_post(known, key_digest)
    return post


def create_posts(actor: Actor, brand_id: UUID, told: Sequence[NewPost]) -> list[Post]:
    """Many new posts in a handful of statements, in the caller's transaction.

    Raises what `create_post` raises, and IntegrityError when a key has made a post already.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    posts = Post.objects.bulk_create([_post(actor, brand, one) for one in told])
    ledger.append_many(
        actor.workspace_id,
        [ledger.Line("post.created", actor.kind, actor.user_id, "post", post.id) for post in posts],
    )
    return posts


def move_post(actor: Actor, post_id: UUID, at: datetime | None, *, zone: str = "") -> Post:
    """Give a post another time (naive: wall clock in its zone), or none.

    Approvals bind the time: the database voids them when it changes.
    """
    require(actor, Right.write, actor.workspace_id)
    post = queries.post(actor, post_id)
    before = _when(post)
    if zone:
        clock.zone(zone)
        post.zone = zone
    _set_time(post, at)
    if _when(post) != before:
        with transaction.atomic():
            post.save(update_fields=["day", "clock", "second", "zone", "at"])
            enter(actor, "post.moved", subject_kind="post", subject_id=post.id)
    return post


def rename_post(actor: Actor, post_id: UUID, title: str, *, campaign: UUID | None = None) -> Post:
    """Change what a post is called in the studio, and the campaign it belongs to."""
    require(actor, Right.write, actor.workspace_id)
    post = queries.post(actor, post_id)
    post.title = rules.title(title)
    post.campaign = queries.campaign(actor, campaign) if campaign else post.campaign
    _check_same_brand(post.brand_id, None, post.campaign)
    with transaction.atomic():
        post.save(update_fields=["title", "campaign"])
        enter(actor, "post.renamed", subject_kind="post", subject_id=post.id)
    return post


def declare_post(actor: Actor, post_id: UUID, relationship: str) -> Post:
    """Say what somebody gave in return for a post; readers are told, and approvals are void.

    Raises Invalid when it is none of `rules.RELATIONSHIPS`.
    """
    require(actor, Right.write, actor.workspace_id)
    post = queries.post(actor, post_id)
    relationship = rules.relationship(relationship)
    if relationship != post.relationship:
        post.relationship = relationship
        with transaction.atomic():
            post.save(update_fields=["relationship"])
            enter(actor, "post.declared", subject_kind="post", subject_id=post.id)
    return post


def remove_post(actor: Actor, post_id: UUID) -> None:
    """Take a post away. Its record stays; approvals of it are void."""
    require(actor, Right.plan, actor.workspace_id)
    post = queries.post(actor, post_id)
    with transaction.atomic():
        post.removed_at = clock.now()
        post.save(update_fields=["removed_at"])
        enter(actor, "post.removed", subject_kind="post", subject_id=post.id)


def _fill(actor: Actor, brief: Brief, fields: BriefFields) -> None:
    brief.title = rules.title(fields.title)
    brief.goal = rules.field(fields.goal, "The goal")
    brief.audience = rules.field(fields.audience, "The audience")
    brief.messages = rules.messages(fields.messages)
    brief.ask = rules.field(fields.ask, "The call to action")
    brief.link = rules.link(fields.link)
    brief.tags = rules.tags(fields.tags)
    brief.language = _language(fields.language)
    _check_span(fields.starts_on, fields.ends_on)
    brief.starts_on, brief.ends_on = fields.starts_on, fields.ends_on
    _set_stock(brief, fields.stock)
    brief.campaign = queries.campaign(actor, fields.campaign) if fields.campaign else None
    _check_same_brand(brief.brand_id, None, brief.campaign)
    brief.by_program = brief.by_program or actor.kind == "agent"
    chosen = list(
        Fact.objects.filter(pk__in=fields.facts, passage__source__brand_id=brief.brand_id)
    )
    if not (brief.messages or brief.goal or brief.ask or chosen):
        raise Invalid(
            "This brief says nothing yet.",
            mend="Write at least one key message, a goal or a call to action.",
            code="empty_brief",
        )
    brief.save()
    brief.facts.set(chosen)
    brief.channels.set(
        Channel.objects.filter(pk__in=fields.channels, brand_id=brief.brand_id, removed_at=None)
    )


def _set_stock(brief: Brief, stock: int | None) -> None:
    """What is left, and when that was said: the same figure once more is as old as it was."""
    left = rules.stock(stock)
    if left != brief.stock:
        brief.stock, brief.stock_at = left, None if left is None else clock.now()


def _hash(brief: Brief) -> str:
    said = [brief.title, brief.goal, *brief.messages, brief.ask, brief.link]
    if brief.stock is not None:
        said.append(str(brief.stock))
    return sha256("\n".join(said))


def _when(post: Post) -> tuple[object, ...]:
    return post.at, post.day, post.clock, post.second, post.zone


def _check_same_brand(brand_id: UUID, brief: Brief | None, campaign: Campaign | None) -> None:
    for part, what in ((brief, "brief"), (campaign, "campaign")):
        if part and part.brand_id != brand_id:
            raise Invalid(
                f"This {what} is another brand's. Nothing was changed.",
                mend=f"Choose a {what} of this brand.",
                code=f"other_{what}",
            )


def _set_time(post: Post, at: datetime | None) -> None:
    if at is None:
        post.day = post.clock = post.at = None
        post.second = False
        return
    moment = rules.moment(at) if at.tzinfo else clock.resolve(at, post.zone)
    wall = clock.wall(moment, post.zone)
    rules.not_past(moment, clock.now(), f"{wall:%A %d %B %Y, %H:%M}")
    post.day, post.clock, post.second = wall.date(), wall.time().replace(fold=0), bool(wall.fold)
    post.at = moment


def _post(actor: Actor, brand: Brand, told: NewPost) -> Post:
    """A post that is not kept yet, all that is told of it checked."""
    zone = told.zone or brand.zone
    clock.zone(zone)
    _check_same_brand(brand.id, told.brief, told.campaign)
    post = Post(
        brand=brand,
        title=rules.title(told.title),
        language=_language(told.language or brand.language),
        brief=told.brief,
        campaign=told.campaign or (told.brief.campaign if told.brief else None),
        zone=zone,
        relationship=rules.relationship(told.relationship),
        key=rules.key(told.key),
        key_digest=told.key_digest,
        created_by_id=actor.user_id,
        created_at=clock.now(),
    )
    _set_time(post, told.at)
    return post


def check_key(key: str, made: str, asked: str) -> None:
    """Raises KeyUsed when a key has made (digest `made`) other content than is asked for now."""
    if made != asked:
        raise KeyUsed(
            f"The key “{key}” has made another post before. Nothing was changed.",
            mend="Use a new key for new content.",
            code="key_used",
        )


def same_post(known: Post, key_digest: str) -> Post:
    """The post that a key has made. Raises KeyUsed when other content is asked for now."""
    check_key(known.key or "", known.key_digest, key_digest)
    return known


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise Invalid(
            f"“{language[:10]}” is not one of our languages.",
            mend=f"Choose one of {', '.join(LANGUAGES)}.",
            code="language",
        )
    return language


def _check_span(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise Invalid("It ends before it starts.", mend="Change one of the two days.", code="span")
