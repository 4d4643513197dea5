"""Programs: the tokens that members give them, and the actor that a token stands for."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.clean import clean_name
from aboveboard.people.models import Membership, Token
from aboveboard.people.rules import Right, Role
from aboveboard.people.tokens import PREFIX, new_token, token_hash

# How exactly it is noted when a token was last used.
_USED = timedelta(minutes=1)


@transaction.atomic
def make_token(actor: Actor, name: str) -> str:
    """A token for a program of this member's; it is shown once. Raises Forbidden for a program."""
    require(actor, Right.view, actor.workspace_id)
    if actor.kind != "person" or actor.user_id is None:
        raise Forbidden(
            "A program may not make tokens. Nothing was changed.",
            mend="A member makes one in the settings.",
            code="not_by_agents_tokens",
        )
    secret = PREFIX + new_token()
    made = Token.objects.create(
        token_hash=token_hash(secret),
        user_id=actor.user_id,
        workspace_id=actor.workspace_id,
        name=clean_name(name, what="name of the program"),
        created_at=clock.now(),
    )
    enter(actor, "token.made", subject_kind="token", subject_id=made.id)
    return secret


@transaction.atomic
def end_token(actor: Actor, token_id: UUID) -> None:
    """End a token: one's own, or with the right to manage members anybody's."""
    held = Token.objects.select_for_update().filter(workspace_id=actor.workspace_id, ended_at=None)
    if not actor.may(Right.members):
        held = held.filter(user=actor.user_id)
    token = held.filter(pk=token_id).first() if actor.kind == "person" else None
    if token is None:
        raise NotFound("There is no such token here.", mend="It may have been ended already.")
    token.ended_at = clock.now()
    token.save(update_fields=["ended_at"])
    enter(actor, "token.ended", subject_kind="token", subject_id=token.id)


def actor_with(secret: str) -> Actor | None:
    """Who acts with this token, as a program; None for one that is unknown or has ended."""
    token = (
        Token.objects.select_related("user")
        .filter(token_hash=token_hash(secret), ended_at=None, user__is_active=True)
        .first()
    )
    if token is None:
        return None
    member = Membership.objects.filter(
        user_id=token.user_id, workspace_id=token.workspace_id
    ).first()
    if member is None:
        return None
    moment = clock.now()
    if token.used_at is None or token.used_at < moment - _USED:
        Token.objects.filter(pk=token.pk).update(used_at=moment)
    return Actor("agent", token.workspace_id, token.user_id, Role(member.role), token.name)
