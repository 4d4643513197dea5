"""What is planned: campaigns, ideas, briefs and posts, each read held to the actor's workspace."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor
from aboveboard.plan.models import Brief, Campaign, Idea, Occasion, Post, Question


def campaigns(brand_id: UUID) -> QuerySet[Campaign]:
    """A brand's campaigns, the newest first, with how many posts each has."""
    return (
        Campaign.objects.filter(brand_id=brand_id)
        .annotate(post_count=Count("post", filter=Q(post__removed_at=None)))
        .order_by("-created_at")
    )


def campaign(actor: Actor, campaign_id: UUID) -> Campaign:
    found = (
        Campaign.objects.filter(pk=campaign_id, brand__workspace_id=actor.workspace_id)
        .select_related("brand")
        .first()
    )
    if not found:
        raise NotFound("There is no such campaign here.", mend="Choose one from the list.")
    return found


def briefs(brand_id: UUID) -> QuerySet[Brief]:
    """A brand's briefs, the newest first, with how many posts each has."""
    return (
        Brief.objects.filter(brand_id=brand_id)
        .select_related("campaign")
        .annotate(post_count=Count("posts", filter=Q(posts__removed_at=None)))
        .order_by("-created_at")
    )


def brief(actor: Actor, brief_id: UUID) -> Brief:
    found = (
        Brief.objects.filter(pk=brief_id, brand__workspace_id=actor.workspace_id)
        .select_related("brand", "campaign")
        .first()
    )
    if not found:
        raise NotFound("There is no such brief here.", mend="Choose one from the list.")
    return found


def posts(brand_id: UUID) -> QuerySet[Post]:
    """The posts of a brand that have not been taken away."""
    return Post.objects.filter(brand_id=brand_id, removed_at=None)


def made_by_keys(brand_id: UUID, keys: Iterable[str]) -> dict[str, str]:
    """Of these keys those that have made a post, taken away or not, with the digest then given."""
    rows = Post.objects.filter(brand_id=brand_id, key__in=set(keys))
    return {key: told for key, told in rows.values_list("key", "key_digest") if key}


def made_by_key(brand_id: UUID, key: str | None) -> Post | None:
    """The post that a caller's own key has made, also one that was removed."""
    return Post.objects.filter(brand_id=brand_id, key=key).first() if key else None


def post(actor: Actor, post_id: UUID) -> Post:
    """A post with its brand, campaign and brief. Raises NotFound."""
    found = (
        Post.objects.filter(pk=post_id, brand__workspace_id=actor.workspace_id, removed_at=None)
        .select_related("brand", "campaign", "brief")
        .first()
    )
    if not found:
        raise NotFound("There is no such post here.", mend="It may have been taken away.")
    return found


def ideas(brand_id: UUID) -> QuerySet[Idea]:
    """The ideas of a brand, the newest first, those put aside among them."""
    return (
        Idea.objects.filter(brand_id=brand_id)
        .select_related("campaign", "channel")
        .order_by("-created_at", "id")
    )


def idea(actor: Actor, idea_id: UUID) -> Idea:
    found = (
        Idea.objects.filter(pk=idea_id, brand__workspace_id=actor.workspace_id)
        .select_related("brand", "campaign", "channel")
        .first()
    )
    if not found:
        raise NotFound("There is no such idea here.", mend="Choose one from the board.")
    return found


def questions(brand_id: UUID) -> QuerySet[Question]:
    """What the audience asked, the newest first."""
    return Question.objects.filter(brand_id=brand_id).order_by("-at", "id")


def question(actor: Actor, question_id: UUID) -> Question:
    found = Question.objects.filter(pk=question_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise NotFound("There is no such question here.", mend="It may have been taken away.")
    return found


def occasions(brand_id: UUID) -> QuerySet[Occasion]:
    """What a brand switched on or off in the calendar of observances, and its own days."""
    return Occasion.objects.filter(brand_id=brand_id).order_by("month", "number", "name")
