"""Posts: added once for each key, and read with where they stand."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Header, Query, Router, Status

from aboveboard.brand import queries as brands
from aboveboard.create import queries as create
from aboveboard.create.actions import Said, Told, add_post
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import Mistake, PostIn, PostOut, TextOut
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Post
from aboveboard.publish import queries as published
from aboveboard.publish import standing

router = Router()
PAGE = 50


@router.post("/posts", response={201: PostOut, 200: PostOut, 409: Mistake, 422: Mistake})
def add(
    request: HttpRequest,
    told: PostIn,
    key: Annotated[str | None, Header(alias="Idempotency-Key")] = None,
) -> Status[PostOut]:
    """Add a post; it waits for a person. 201 for a new one, 200 for one that the key has made.

    Send an `Idempotency-Key` of your own and the same request can be repeated without harm: it
    makes one post. The same key with other content is refused with 409.
    """
    actor = actor_of(request)
    texts = [
        Said(one.channel, one.text, [(media.asset, media.alt) for media in one.media])
        for one in told.texts
    ]
    post, new = add_post(
        actor,
        told.brand,
        Told(
            texts, told.title, told.language, told.campaign, told.at, told.zone, told.relationship
        ),
        key=key,
    )
    return Status(201 if new else 200, _shown([post])[0])


@router.get("/posts/{post}", response={200: PostOut, 404: Mistake})
def read(request: HttpRequest, post: UUID) -> PostOut:
    """One post and where it stands."""
    actor = _reader(request)
    return _shown([plans.post(actor, post)])[0]


@router.get("/posts", response=list[PostOut])
def read_many(
    request: HttpRequest, brand: UUID, page: Annotated[int, Query(ge=1, le=10_000)] = 1
) -> list[PostOut]:
    """The posts of a brand, the newest first, fifty a page."""
    actor = _reader(request)
    found = plans.posts(brands.brand(actor, brand).id).order_by("-created_at", "-id")
    return _shown(list(found[(page - 1) * PAGE : page * PAGE]))


def _reader(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return actor


def _shown(posts: list[Post]) -> list[PostOut]:
    ids = [post.id for post in posts]
    stands = {variant.variant: variant for one in standing.chosen(ids) for variant in one.variants}
    urls = published.addresses(ids)
    texts: dict[UUID, list[TextOut]] = {}
    for variant in create.variants_of(ids):
        stand = stands.get(variant.pk)
        texts.setdefault(variant.post_id, []).append(
            TextOut(
                channel=variant.channel_id,
                text=variant.head.text if variant.head else "",
                state=stand.state if stand else "draft",
                sent_at=stand.sent_at if stand else None,
                url=urls.get(variant.pk, ""),
            )
        )
    return [
        PostOut(
            id=post.id,
            brand=post.brand_id,
            title=post.title,
            language=post.language,
            at=post.at,
            zone=post.zone,
            relationship=post.relationship,
            key=post.key,
            texts=texts.get(post.id, []),
        )
        for post in posts
    ]
