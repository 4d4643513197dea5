"""Who may do what: roles, rights, and the table that joins them (pure)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

ActorKind = Literal["person", "agent", "house"]


class Role(StrEnum):
    """What a member is in a workspace."""

    owner = "owner"
    manager = "manager"
    creator = "creator"
    approver = "approver"
    viewer = "viewer"
    client = "client"


class Right(StrEnum):
    """What an actor may do in a workspace; each action asks for exactly one."""

    view = "view"
    comment = "comment"
    write = "write"
    plan = "plan"
    ask_review = "ask_review"
    approve = "approve"
    publish = "publish"
    connect = "connect"
    policy = "policy"
    members = "members"
    export = "export"


_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.owner: frozenset(Right),
    Role.manager: frozenset(Right),
    Role.creator: frozenset({Right.view, Right.comment, Right.write, Right.plan, Right.ask_review}),
    Role.approver: frozenset({Right.view, Right.comment, Right.approve, Right.publish}),
    Role.viewer: frozenset({Right.view}),
    Role.client: frozenset({Right.view, Right.comment, Right.approve}),
}

# A program proposes, drafts and checks; the rest takes a person, whatever its token says.
NEVER_BY_AGENTS = frozenset(
    {Right.approve, Right.publish, Right.connect, Right.policy, Right.members}
)

# The house keeps what people decided going (it settles, holds, reads back). It decides nothing.
HOUSE_RIGHTS = frozenset({Right.view, Right.publish})

_DOING: Mapping[Right, str] = {
    Right.view: "look at this",
    Right.comment: "comment",
    Right.write: "write or change content",
    Right.plan: "plan campaigns and times",
    Right.ask_review: "ask for a review",
    Right.approve: "approve",
    Right.publish: "schedule, hold or settle deliveries",
    Right.connect: "connect channels or providers",
    Right.policy: "change the policy or the voice",
    Right.members: "manage members",
    Right.export: "export the record",
}


def rights_of(role: Role) -> frozenset[Right]:
    """The rights of a person with this role. A client's reach only to rounds put before them,
    which the stage `review` sees to."""
    return _RIGHTS[role]


def rights_for(kind: ActorKind, role: Role | None) -> frozenset[Right]:
    """The rights of an actor of this kind; a role never lifts an agent over its limits."""
    if kind == "house":
        return HOUSE_RIGHTS
    held = rights_of(role) if role else frozenset()
    return held - NEVER_BY_AGENTS if kind == "agent" else held


def roles_with(right: Right) -> tuple[Role, ...]:
    """The roles that hold a right, the widest first."""
    return tuple(role for role in Role if right in _RIGHTS[role])


def may_set_role(by: Role, *, before: Role | None, after: Role | None) -> bool:
    """Whether a member of role `by` may turn a membership from `before` into `after`.

    None stands for no membership. Only an owner touches the rank of owner.
    """
    if Right.members not in rights_of(by):
        return False
    return by is Role.owner or Role.owner not in (before, after)


def doing(right: Right) -> str:
    """What a right allows, as the end of the sentence “may …”."""
    return _DOING[right]


def listed(roles: tuple[Role, ...]) -> str:
    """Roles as words: “an owner, a manager or a creator”."""
    words = [f"{'an' if role.value[0] in 'aeiou' else 'a'} {role.value}" for role in roles]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
