"""Who is here: actors for requests, workspaces, members."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor
from aboveboard.people.clean import is_storable
from aboveboard.people.models import Invitation, Membership, Token, User, Workspace
from aboveboard.people.programs import actor_with
from aboveboard.people.rules import Right, Role, roles_with

__all__ = [
    "actor_for",
    "actor_with",
    "first_owner",
    "members_of",
    "members_who_may",
    "names_of",
    "open_invitations",
    "tokens",
    "user_by_email",
    "workspaces_of",
]


def actor_for(user: User, workspace_id: UUID | None = None) -> Actor:
    """The user as an actor, in this workspace or in the one they joined first.

    Raises NotFound for somebody who is not a member there, as for a workspace that is not.
    """
    found = Membership.objects.filter(user=user, user__is_active=True).order_by("created_at", "id")
    if workspace_id is not None:
        found = found.filter(workspace_id=workspace_id)
    member = found.first()
    if member is None:
        raise NotFound(
            "There is no workspace here that you belong to.",
            mend="Ask an owner or a manager to invite you.",
            code="no_workspace",
        )
    return Actor("person", member.workspace_id, user.id, Role(member.role), str(user))


def tokens(actor: Actor) -> QuerySet[Token]:
    """The tokens of programs that have not ended: one's own, or who manages members sees all."""
    held = Token.objects.filter(workspace_id=actor.workspace_id, ended_at=None)
    if not actor.may(Right.members):
        held = held.filter(user=actor.user_id)
    return held.select_related("user").order_by("created_at", "id")


def workspaces_of(user: User) -> QuerySet[Workspace]:
    """The workspaces somebody belongs to, in the order they joined."""
    return Workspace.objects.filter(memberships__user=user).order_by(
        "memberships__created_at", "memberships__id"
    )


def members_of(workspace_id: UUID) -> QuerySet[Membership]:
    """The memberships of a workspace with their users, by name."""
    return (
        Membership.objects.filter(workspace_id=workspace_id)
        .select_related("user")
        .order_by("user__name", "user__email")
    )


def members_who_may(right: Right, workspace_id: UUID) -> QuerySet[Membership]:
    """The members who hold a right, by name: whom to ask."""
    return members_of(workspace_id).filter(role__in=[role.value for role in roles_with(right)])


def open_invitations(workspace_id: UUID) -> QuerySet[Invitation]:
    """Invitations nobody has accepted yet, the newest first; some may have expired."""
    return Invitation.objects.filter(workspace_id=workspace_id, accepted_at__isnull=True).order_by(
        "-created_at"
    )


def first_owner() -> User | None:
    """The owner who has been one longest, of any workspace."""
    member = (
        Membership.objects.filter(role=Role.owner.value)
        .select_related("user")
        .order_by("created_at", "id")
        .first()
    )
    return member.user if member else None


def user_by_email(email: str) -> User | None:
    """The user with this e-mail, whatever its case."""
    address = email.strip().lower()
    return User.objects.filter(email=address).first() if is_storable(address) else None


def names_of(user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names to show for ids; an id that is gone is left out."""
    return {user.id: str(user) for user in User.objects.filter(id__in=set(user_ids))}
