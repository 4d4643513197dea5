"""What is told of the demo brand's past without its having happened: suggestions and links."""

from uuid import UUID

from django.db import transaction

from aboveboard.brand.queries import require_demo
from aboveboard.create import queries
from aboveboard.create.models import Link, Suggestion
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right


def record_suggestion(
    actor: Actor, variant_id: UUID, *, asked: str, text: str, model: str
) -> Suggestion:
    """A suggestion that waits, as if a model had made it. For the demo brand alone."""
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    require_demo(variant.post.brand)
    now = clock.now()
    with transaction.atomic():
        suggestion = Suggestion.objects.create(
            variant=variant,
            asked_by_id=actor.user_id,
            instruction=asked,
            provider="own server",
            model=model,
            works=["drafting"] if not variant.head or not variant.head.text.strip() else [],
            text=text,
            tries=1,
            state="open",
            asked_at=now,
            at=now,
        )
        enter(actor, "model.asked", subject_kind="variant", subject_id=variant.id)
    return suggestion


def record_link(actor: Actor, variant_id: UUID, url: str) -> Link:
    """A counted link of a text that a person typed. For the demo brand alone."""
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    require_demo(variant.post.brand)
    code = sha256(f"{variant.id}{url}")[:10]
    link, _is_new = Link.objects.get_or_create(variant=variant, url=url, defaults={"code": code})
    return link
