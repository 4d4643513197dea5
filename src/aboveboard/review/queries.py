"""Where a post stands with the people who decide."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from aboveboard.create.models import Variant
from aboveboard.disclose.content import Content
from aboveboard.disclose.queries import assets_of, content
from aboveboard.people.actors import Actor
from aboveboard.plan.models import Post
from aboveboard.review.models import Approval, Comment, Round


def open_round(post_id: UUID) -> Round | None:
    """The round that waits for a decision."""
    rounds = Round.objects.filter(post_id=post_id, state="open")
    return rounds.select_related("asked_by").first()


def wrote(post_id: UUID, user_id: str) -> bool:
    """Whether somebody wrote words that stand in a post, or changed them last."""
    heads = Variant.objects.filter(post_id=post_id, head__isnull=False).select_related("head")
    return any(
        str(head.actor_id) == user_id
        or any(p.origin.kind == "person" and p.origin.by == user_id for p in head.written)
        for variant in heads
        if (head := variant.head)
    )


def last_round(post_id: UUID) -> Round | None:
    return (
        Round.objects.filter(post_id=post_id).select_related("asked_by").order_by("-number").first()
    )


def rounds(post_id: UUID) -> QuerySet[Round]:
    return Round.objects.filter(post_id=post_id).select_related("asked_by").order_by("number")


def waiting_rounds(actor: Actor) -> QuerySet[Round]:
    """Rounds of a workspace that wait for a decision, the most urgent first."""
    return (
        Round.objects.filter(
            state="open", post__brand__workspace_id=actor.workspace_id, post__removed_at=None
        )
        .select_related("post__brand", "asked_by")
        .order_by("post__at", "asked_at")
    )


def approvals(post_id: UUID) -> QuerySet[Approval]:
    """Every approval of a post, void ones too, in the order they were given."""
    return (
        Approval.objects.filter(variant__post_id=post_id)
        .select_related("by", "variant__channel")
        .order_by("at")
    )


def valid(variant_ids: Iterable[UUID]) -> dict[UUID, Approval]:
    """The valid approval of each of these variants that has one."""
    rows = Approval.objects.filter(variant_id__in=list(variant_ids), voided_at=None)
    return {row.variant_id: row for row in rows.select_related("by")}


def stands(contents: Iterable[tuple[Variant, Content]], given: Mapping[UUID, Approval]) -> bool:
    """Whether a yes holds for exactly this on every channel; `given` are valid ones."""
    return all(
        variant.pk in given and given[variant.pk].digest == content.digest
        for variant, content in contents
    )


def comments(post_id: UUID) -> QuerySet[Comment]:
    return Comment.objects.filter(post_id=post_id).select_related("by").order_by("at")


def contents(post: Post) -> list[tuple[Variant, Content]]:
    """What would go out for each channel of a post, as it stands now."""
    variants = list(
        Variant.objects.filter(post=post)
        .select_related("post__brand", "post__brief", "channel", "head")
        .order_by("channel__added_at")
    )
    assets = assets_of(variants)
    return [(variant, content(variant, post.brand, assets=assets)) for variant in variants]


def awaiting(brand_id: UUID) -> list[tuple[UUID, str]]:
    """Posts of a brand with a text that no valid approval covers, in the order of their time."""
    approved = Approval.objects.filter(variant=OuterRef("pk"), voided_at=None)
    bare = Variant.objects.filter(~Exists(approved), post=OuterRef("pk"))
    rows = Post.objects.filter(Exists(bare), brand_id=brand_id, removed_at=None).order_by(
        "at", "created_at"
    )
    return list(rows.values_list("pk", "title"))
