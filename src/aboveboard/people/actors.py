"""Who is acting: a person, an agent (a program with a token) or the house itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.ledger import actions as ledger
from aboveboard.ledger.models import Entry
from aboveboard.people.rules import (
    ActorKind,
    Right,
    Role,
    doing,
    listed,
    rights_for,
    roles_with,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something acting in one workspace, as they stood when the request came.

    An agent carries the user whose token it uses; the house has neither user nor role.
    """

    kind: ActorKind
    workspace_id: UUID
    user_id: UUID | None
    role: Role | None
    name: str

    @classmethod
    def house(cls, workspace_id: UUID) -> Self:
        """The house at work in a workspace."""
        return cls("house", workspace_id, None, None, "Aboveboard")

    @property
    def rights(self) -> frozenset[Right]:
        return rights_for(self.kind, self.role)

    def may(self, right: Right) -> bool:
        """For showing or hiding a control; actions call `require`."""
        return right in self.rights


def require(actor: Actor, right: Right, workspace_id: UUID) -> None:
    """Lets pass who may. Raises NotFound in another workspace, else Forbidden, saying who can."""
    if actor.workspace_id != workspace_id:
        raise NotFound(
            "This is not in your workspace, or not there.",
            mend="Look at the address, or change to the other workspace.",
        )
    if actor.may(right):
        return
    who = listed(roles_with(right))
    if actor.kind == "agent" and right in rights_for("person", actor.role):
        raise Forbidden(
            f"A program may not {doing(right)}. Nothing was changed.",
            mend=f"{who.capitalize()} does it in person.",
            code=f"not_by_agents_{right.value}",
        )
    raise Forbidden(
        f"{_subject(actor)} may not {doing(right)}. Nothing was changed.",
        mend=f"{who.capitalize()} of this workspace can do it.",
        code=f"no_right_{right.value}",
    )


def _subject(actor: Actor) -> str:
    if actor.kind == "house":
        return "The house by itself"
    if actor.role is None:
        return "Who is not a member"
    return listed((actor.role,)).capitalize()


def enter(
    actor: Actor,
    kind: str,
    *,
    subject_kind: str,
    subject_id: UUID,
    digests: Mapping[str, str] | None = None,
) -> Entry:
    """Enters in the workspace's ledger what this actor did; within the action's transaction."""
    return ledger.append(
        actor.workspace_id,
        kind,
        actor_kind=actor.kind,
        actor_id=actor.user_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        digests=digests,
    )
