"""A program proposes, drafts and checks; it never approves, publishes or changes a rule."""

import ast
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import Look, Policy
from aboveboard.brand.voice import set_voice_line
from aboveboard.create import actions as create
from aboveboard.kernel.errors import Forbidden
from aboveboard.kernel.ids import new_id
from aboveboard.people import actions as people
from aboveboard.people.actors import Actor
from aboveboard.people.models import Membership
from aboveboard.people.rules import NEVER_BY_AGENTS, Right, Role, rights_for
from aboveboard.publish import actions as publish
from aboveboard.publish.beside import beside
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Delivery
from aboveboard.review import actions as review
from aboveboard.review.models import Approval
from tests.architecture.house import SRC
from tests.builders import make_member
from tests.desk import open_desk

LATER = datetime(2030, 5, 1, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def as_agent(actor: Actor) -> Actor:
    """A program with this person's token."""
    return Actor("agent", actor.workspace_id, actor.user_id, actor.role, "A program")


@pytest.mark.parametrize("role", Role)
def test_no_role_lifts_a_program_over_its_limits(role: Role) -> None:
    assert not rights_for("agent", role) & NEVER_BY_AGENTS
    assert rights_for("agent", role) <= rights_for("person", role)
    assert {Right.approve, Right.publish, Right.policy, Right.members} <= NEVER_BY_AGENTS


@pytest.mark.parametrize("role", Role)
def test_each_act_that_takes_a_person(role: Role) -> None:
    desk = open_desk()
    variant = desk.variant(at=LATER)
    review.approve(desk.actor, variant.post_id)
    take_in()
    delivery = Delivery.objects.get(variant=variant)
    waiting = desk.variant(at=LATER)
    review.ask(desk.actor, waiting.post_id)
    sample = brands.add_voice(desk.actor, desk.brand.id, name="x", text="y")
    other = make_member(desk.house, "viewer").user_id
    who = as_agent(make_member(desk.house, role.value))
    look = {"about": "", "language": "en", "zone": "UTC", "look": Look()}
    acts: list[Callable[[], object]] = [
        lambda: review.approve(who, waiting.post_id),
        lambda: review.send_back(who, waiting.post_id, "No."),
        lambda: publish.hold(who, delivery.id),
        lambda: publish.resume(who, delivery.id),
        lambda: publish.retry(who, delivery.id),
        lambda: publish.settle(who, delivery.id, reached=True),
        lambda: beside(who, delivery.id),
        lambda: publish.pause(who),
        lambda: publish.unpause(who),
        lambda: publish.approve_amendment(who, new_id(), digest=""),
        lambda: brands.set_policy(who, desk.brand.id, Policy(label_from=50)),
        lambda: brands.create_brand(who, name="Mine"),
        lambda: brands.change_brand(who, desk.brand.id, name="Mine", **look),  # type: ignore[arg-type]
        lambda: brands.add_voice(who, desk.brand.id, name="x", text="y"),
        lambda: brands.remove_voice(who, sample.id),
        lambda: brands.remove_channel(who, desk.site.id),
        lambda: create.add_provider(who, name="x", base_url="https://m.example", model="x"),
        lambda: create.set_terms(who, new_id(), create.Terms()),
        lambda: create.set_month(who, tokens=None, money=None),
        lambda: create.set_order(who, {}),
        lambda: create.move_provider(who, new_id(), by=1),
        lambda: create.agree(who, desk.brand.id, new_id()),
        lambda: set_voice_line(who, desk.brand.id, language="en", key="never", said="x"),
        lambda: create.use_certificate(who, chain="x", key="y"),
        lambda: create.forget_certificate(who),
        lambda: people.invite(who, "agent@example.org", Role.owner),
        lambda: people.change_role(who, other, Role.owner) if other else None,
        lambda: people.remove_member(who, other) if other else None,
    ]
    members = set(Membership.objects.values_list("user_id", "role"))
    for act in acts:
        with pytest.raises(Forbidden), transaction.atomic():
            act()
    assert Approval.objects.count() == 1
    assert set(Membership.objects.values_list("user_id", "role")) == members


def test_every_action_that_needs_such_a_right_asks_for_it() -> None:
    """The list above is whole: it names each action of the stages that asks for such a right."""
    never = {right.name for right in NEVER_BY_AGENTS}
    found: set[str] = set()
    for stage in ("brand", "plan", "create", "check", "review", "publish", "people"):
        for path in (SRC / stage).rglob("*.py"):
            if {"tests", "migrations"} & set(path.parts):
                continue
            found |= _asking(path, never)
    tried = {
        "approve", "send_back", "hold", "resume", "retry", "settle", "pause", "unpause",
        "set_policy", "create_brand", "change_brand", "add_voice", "remove_voice", "add_channel",
        "remove_channel", "add_provider", "remove_provider", "connect", "invite", "change_role",
        "remove_member", "withdraw_invitation", "update_workspace", "approve_amendment", "beside",
        "use_certificate", "forget_certificate", "set_terms", "set_month", "set_order",
        "move_provider", "set_voice_line",
    }  # fmt: skip
    helpers = {"_changing", "_rank", "_require", "_require_rank"}
    # Taking an approval back is the one thing that a program may do with it. The demo brand's
    # past and people are made up, for the demo brand alone.
    others = {"withdraw", "record_past", "invented_member"}
    assert found - helpers <= tried | others


def _asking(path: Path, never: set[str]) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "require":
                    asked = {n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute)}
                    if asked & never:
                        names.add(node.name)
    return names


def test_a_program_may_do_the_rest() -> None:
    desk = open_desk()
    agent = desk.house.agent()
    variant = desk.variant("The pans are full.")
    head = create.save_text(agent, variant.id, "The pans are full. Come!", base=2)
    assert head.actor_kind == "agent"
    review.ask(agent, variant.post_id)
    assert review.approve(desk.actor, variant.post_id)
