"""The table of rights, and what it must never say."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import (
    NEVER_BY_AGENTS,
    ActorKind,
    Right,
    Role,
    may_set_role,
    rights_for,
    rights_of,
    roles_with,
)

roles = st.sampled_from(Role)
rights = st.sampled_from(Right)


def person(role: Role, kind: ActorKind = "person") -> Actor:
    return Actor(kind, uuid4(), uuid4(), role, "Femke")


def test_the_table() -> None:
    table = {role: " ".join(right for right in Right if right in rights_of(role)) for role in Role}
    everything = "view comment write plan ask_review approve publish connect policy members export"
    assert table == {
        Role.owner: everything,
        Role.manager: everything,
        Role.creator: "view comment write plan ask_review",
        Role.approver: "view comment approve publish",
        Role.viewer: "view",
        Role.client: "view comment approve",
    }


@given(st.none() | roles)
def test_an_agent_never_decides(role: Role | None) -> None:
    held = rights_for("agent", role)
    decisions = {Right.approve, Right.publish, Right.connect, Right.policy, Right.members}
    assert held.isdisjoint(decisions)
    assert held <= (rights_of(role) if role else frozenset())


@given(st.none() | roles)
def test_the_house_decides_nothing(role: Role | None) -> None:
    assert rights_for("house", role) == {Right.view, Right.publish}


@given(roles, rights)
def test_require_lets_pass_who_may_and_names_who_can(role: Role, right: Right) -> None:
    actor = person(role)
    if right in rights_of(role):
        require(actor, right, actor.workspace_id)
        return
    with pytest.raises(Forbidden) as refused:
        require(actor, right, actor.workspace_id)
    assert role.value in refused.value.message
    assert all(able.value in refused.value.mend.lower() for able in roles_with(right))


@given(roles, st.sampled_from(sorted(NEVER_BY_AGENTS)))
def test_an_agent_is_told_that_a_person_must(role: Role, right: Right) -> None:
    agent = person(role, "agent")
    with pytest.raises(Forbidden) as refused:
        require(agent, right, agent.workspace_id)
    if right in rights_of(role):
        assert "A program may not" in refused.value.message
        assert "in person" in refused.value.mend


@given(roles, rights)
def test_another_workspace_is_not_there(role: Role, right: Right) -> None:
    with pytest.raises(NotFound):
        require(person(role), right, uuid4())
    with pytest.raises(NotFound):
        require(Actor.house(uuid4()), right, uuid4())


def test_the_sentences() -> None:
    with pytest.raises(Forbidden) as refused:
        require(creator := person(Role.creator), Right.approve, creator.workspace_id)
    assert str(refused.value) == (
        "A creator may not approve. Nothing was changed. "
        "An owner, a manager, an approver or a client of this workspace can do it."
    )
    with pytest.raises(Forbidden) as refused:
        require(agent := person(Role.owner, "agent"), Right.policy, agent.workspace_id)
    assert str(refused.value) == (
        "A program may not change the policy or the voice. Nothing was changed. "
        "An owner or a manager does it in person."
    )


@given(roles, st.none() | roles, st.none() | roles)
def test_only_an_owner_touches_the_rank_of_owner(
    by: Role, before: Role | None, after: Role | None
) -> None:
    allowed = may_set_role(by, before=before, after=after)
    if by is Role.owner:
        assert allowed
    elif by is Role.manager:
        assert allowed == (Role.owner not in (before, after))
    else:
        assert not allowed
