"""Accounts and workspaces change by these actions alone, each entered in the ledger."""

import io
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from aboveboard.kernel.clock import now
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger import queries as ledger
from aboveboard.ledger.rules import verify_lines
from aboveboard.people import actions, queries
from aboveboard.people.actors import Actor
from aboveboard.people.models import Invitation, Membership, User, Workspace
from aboveboard.people.rules import Right, Role
from aboveboard.people.tests.making import PASSWORD, id_of, join, kinds, user_of

pytestmark = pytest.mark.django_db


# -- set-up ------------------------------------------------------------------------------------


def test_set_up_makes_the_owner_and_the_workspace(owner: Actor) -> None:
    first = queries.first_owner()
    assert first is not None
    assert first.email == "marit@saltworks.example"
    assert first.check_password(PASSWORD)
    assert owner.role is Role.owner
    assert [space.name for space in queries.workspaces_of(first)] == ["Brackwater Saltworks"]
    assert kinds(owner) == ["workspace.made", "member.joined"]


def test_set_up_twice_changes_nothing(owner: Actor) -> None:
    again = actions.set_up("Marit@Saltworks.example ", None, "Another name")
    assert (again[0].id, again[1].id) == (owner.user_id, owner.workspace_id)
    actions.set_up("marit@saltworks.example", PASSWORD, "Another name")
    assert Workspace.objects.count() == User.objects.count() == 1
    assert kinds(owner) == ["workspace.made", "member.joined"]


def test_set_up_again_sets_a_new_password(owner: Actor) -> None:
    actions.set_up("marit@saltworks.example", "another tide another day", "x")
    assert actions.check_password("marit@saltworks.example", "another tide another day")
    assert kinds(owner)[-1] == "account.password_set"


def test_set_up_refuses_a_second_owner(owner: Actor) -> None:
    with pytest.raises(Conflict):
        actions.set_up("jonas@saltworks.example", PASSWORD, "Mine")
    assert User.objects.count() == 1


def test_set_up_without_a_password_leaves_none_to_guess() -> None:
    user, _ = actions.set_up("marit@saltworks.example", None, "Brackwater Saltworks")
    assert not user.has_usable_password()
    with pytest.raises(Forbidden):
        actions.check_password("marit@saltworks.example", "")


@pytest.mark.parametrize(
    ("email", "password", "name"),
    [
        ("marit", PASSWORD, "Saltworks"),
        ("", PASSWORD, "Saltworks"),
        ("marit@x.example\0", PASSWORD, "Saltworks"),
        ("marit\u202e@x.example", PASSWORD, "Saltworks"),
        ("a" * 250 + "@x.example", PASSWORD, "Saltworks"),
        ("marit@x.example", "short", "Saltworks"),
        ("marit@x.example", "", "Saltworks"),
        ("marit@x.example", "salt\0 pans at low tide", "Saltworks"),
        ("marit@x.example", "p" * 5000, "Saltworks"),
        ("marit@x.example", "salt\ud800 pans at low tide", "Saltworks"),
        ("marit@x.example", PASSWORD, "  "),
        ("marit@x.example", PASSWORD, "Salt\0works"),
        ("marit@x.example", PASSWORD, "Salt\nworks"),
        ("marit@x.example", PASSWORD, "\u202eskrowtlaS"),
        ("marit@x.example", PASSWORD, "S" * 121),
        ("marit@x.example", PASSWORD, "\ud800"),
    ],
)
def test_bad_set_ups_leave_nothing(email: str, password: str, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.set_up(email, password, name)
    assert refused.value.mend
    assert not User.objects.exists()
    assert not Workspace.objects.exists()


def test_names_of_all_scripts_are_kept() -> None:
    for name in ("Ștefan & fii", "מלח הים", "نمک‌زار", "Bő só 🧂", "e\u0301tang"):
        user, workspace = actions.set_up("marit@saltworks.example", None, name)
        assert Workspace.objects.get(id=workspace.id).name in {name, "étang"}
        workspace.delete()
        user.delete()


# -- invitations -------------------------------------------------------------------------------


def test_an_invitation_makes_a_member(owner: Actor) -> None:
    jonas = join(owner, "Jonas@Saltworks.example", Role.creator)
    assert (jonas.role, jonas.name) == (Role.creator, "Jonas")
    assert actions.check_password("jonas@saltworks.example", PASSWORD).id == jonas.user_id
    assert kinds(owner)[-2:] == ["member.invited", "member.joined"]
    last = ledger.entries(owner.workspace_id).last()
    assert last is not None
    assert (last.actor_kind, last.actor_id) == ("person", jonas.user_id)


def test_an_invitation_works_once_and_for_a_week(owner: Actor) -> None:
    token = actions.invite(owner, "jonas@saltworks.example", Role.creator)
    with time_machine.travel(now() + timedelta(days=7, seconds=1)), pytest.raises(Invalid):
        actions.accept_invitation(token, "Jonas", PASSWORD)
    actions.accept_invitation(token, "Jonas", PASSWORD)
    with pytest.raises(Invalid):
        actions.accept_invitation(token, "Jonas", PASSWORD)


def test_a_second_invitation_ends_the_first(owner: Actor) -> None:
    first = actions.invite(owner, "jonas@saltworks.example", Role.manager)
    second = actions.invite(owner, "jonas@saltworks.example", Role.viewer)
    with pytest.raises(Invalid):
        actions.accept_invitation(first, "Jonas", PASSWORD)
    actions.accept_invitation(second, "Jonas", PASSWORD)
    with pytest.raises(Conflict):
        actions.invite(owner, "JONAS@saltworks.example", Role.viewer)


def test_an_invitation_can_be_withdrawn(owner: Actor) -> None:
    token = actions.invite(owner, "jonas@saltworks.example", Role.creator)
    waiting = queries.open_invitations(owner.workspace_id).get()
    actions.withdraw_invitation(owner, waiting.id)
    with pytest.raises(Invalid):
        actions.accept_invitation(token, "Jonas", PASSWORD)
    with pytest.raises(NotFound):
        actions.withdraw_invitation(owner, owner.workspace_id)


def test_who_has_an_account_joins_with_its_password(owner: Actor) -> None:
    jonas = join(owner, "jonas@saltworks.example", Role.creator)
    other = Workspace.objects.create(name="Second")
    Membership.objects.create(user=user_of(owner), workspace=other, role="owner")
    marit = queries.actor_for(user_of(owner), other.id)
    token = actions.invite(marit, "jonas@saltworks.example", Role.viewer)
    with pytest.raises(Forbidden):
        actions.accept_invitation(token, "Thief", "not the password at all")
    assert actions.accept_invitation(token, "Thief", PASSWORD).name == "Jonas"
    assert queries.actor_for(user_of(jonas), other.id).role is Role.viewer


def test_who_is_signed_in_joins_as_they_are(owner: Actor) -> None:
    jonas = join(owner, "jonas@saltworks.example", Role.creator)
    actions.remove_member(owner, id_of(jonas))
    token = actions.invite(owner, "jonas@saltworks.example", Role.viewer)
    with pytest.raises(Forbidden):
        actions.accept_invitation(token, user=user_of(owner))
    joined = actions.accept_invitation(token, user=user_of(jonas))
    assert queries.actor_for(joined, owner.workspace_id).role is Role.viewer


def test_a_bad_name_or_password_leaves_the_invitation_open(owner: Actor) -> None:
    token = actions.invite(owner, "jonas@saltworks.example", Role.creator)
    for name, password in (("", PASSWORD), ("Jonas", "short")):
        with pytest.raises(Invalid):
            actions.accept_invitation(token, name, password)
    assert actions.accept_invitation(token, "Jonas", PASSWORD).name == "Jonas"


# -- members -----------------------------------------------------------------------------------


def test_the_last_owner_stays(owner: Actor) -> None:
    for act in (
        lambda: actions.remove_member(owner, id_of(owner)),
        lambda: actions.change_role(owner, id_of(owner), Role.manager),
    ):
        with pytest.raises(Conflict):
            act()
    jonas = join(owner, "jonas@saltworks.example", Role.owner)
    actions.change_role(jonas, id_of(owner), Role.viewer)
    with pytest.raises(Conflict):
        actions.remove_member(jonas, id_of(jonas))


def test_a_manager_manages_all_but_owners(owner: Actor) -> None:
    manager = join(owner, "jonas@saltworks.example", Role.manager)
    creator = join(owner, "femke@saltworks.example", Role.creator, "Femke")
    assert actions.change_role(manager, id_of(creator), Role.approver).role == "approver"
    refused: list[Callable[[], Any]] = [
        lambda: actions.change_role(manager, id_of(creator), Role.owner),
        lambda: actions.change_role(manager, id_of(manager), Role.owner),
        lambda: actions.change_role(manager, id_of(owner), Role.viewer),
        lambda: actions.remove_member(manager, id_of(owner)),
        lambda: actions.invite(manager, "new@saltworks.example", Role.owner),
    ]
    for act in refused:
        with pytest.raises(Forbidden):
            act()
    actions.remove_member(manager, id_of(creator))
    assert {member.role for member in queries.members_of(owner.workspace_id)} == {
        "owner",
        "manager",
    }


@pytest.mark.parametrize("role", [Role.creator, Role.approver, Role.viewer, Role.client])
def test_others_manage_nobody_but_may_leave(owner: Actor, role: Role) -> None:
    jonas = join(owner, "jonas@saltworks.example", role)
    agent = Actor("agent", owner.workspace_id, owner.user_id, Role.owner, "a program")
    house = Actor.house(owner.workspace_id)
    before = kinds(owner)
    for actor in (jonas, agent, house):
        refused: list[Callable[[], Any]] = [
            partial(actions.invite, actor, "new@saltworks.example", Role.viewer),
            partial(actions.change_role, actor, id_of(jonas), Role.manager),
            partial(actions.remove_member, actor, id_of(owner)),
            partial(actions.update_workspace, actor, name="Mine"),
        ]
        for act in refused:
            with pytest.raises(Forbidden):
                act()
    assert kinds(owner) == before
    actions.remove_member(jonas, id_of(jonas))
    with pytest.raises(NotFound):
        queries.actor_for(user_of(jonas), owner.workspace_id)
    assert kinds(owner)[-1] == "member.removed"


def test_members_of_another_workspace_are_not_there(owner: Actor) -> None:
    other = Workspace.objects.create(name="Second")
    stranger = User.objects.create(email="stranger@x.example")
    Membership.objects.create(user=stranger, workspace=other, role="viewer")
    for act in (
        lambda: actions.change_role(owner, stranger.id, Role.manager),
        lambda: actions.remove_member(owner, stranger.id),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(NotFound):
        queries.actor_for(stranger, owner.workspace_id)


def test_setting_the_same_role_enters_nothing(owner: Actor) -> None:
    before = kinds(owner)
    actions.change_role(owner, id_of(owner), Role.owner)
    assert kinds(owner) == before


def test_whom_to_ask(owner: Actor) -> None:
    join(owner, "jonas@saltworks.example", Role.creator)
    join(owner, "femke@saltworks.example", Role.approver, "Femke")
    able = queries.members_who_may(Right.approve, owner.workspace_id)
    assert {member.user.name for member in able} == {"Femke", "marit"}


# -- profiles ----------------------------------------------------------------------------------


def test_a_profile_changes_where_it_is_asked_to(owner: Actor) -> None:
    user = user_of(owner)
    actions.update_profile(user, name="Marit Veen", zone="Europe/Amsterdam", single_keys=False)
    actions.update_profile(user, language="nl", theme="dark")
    kept = User.objects.get(id=user.id)
    assert (kept.name, kept.zone, kept.single_keys) == ("Marit Veen", "Europe/Amsterdam", False)
    assert (kept.language, kept.theme) == ("nl", "dark")
    assert kinds(owner).count("account.renamed") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"zone": "Europe/Brackwater"},
        {"zone": "../../etc/passwd"},
        {"language": "tlh"},
        {"theme": "pink"},
        {"name": ""},
        {"name": "Marit\0"},
    ],
)
def test_bad_profiles_change_nothing(owner: Actor, change: dict[str, Any]) -> None:
    user = user_of(owner)
    with pytest.raises(Invalid) as refused:
        actions.update_profile(user, **({"name": "Other"} | change))
    assert refused.value.mend
    assert User.objects.get(id=user.id).name == user.name


def test_a_workspace_changes(owner: Actor) -> None:
    changed = actions.update_workspace(owner, name="Saltworks", language="de", zone="Europe/Berlin")
    assert (changed.name, changed.language, changed.zone) == ("Saltworks", "de", "Europe/Berlin")
    assert kinds(owner)[-1] == "workspace.changed"


# -- the record --------------------------------------------------------------------------------


def test_the_record_goes_out_and_that_it_did_is_entered(owner: Actor) -> None:
    stream = io.StringIO()
    done = actions.export_record(owner, stream)
    assert verify_lines(stream.getvalue().splitlines()).ok
    last = ledger.entries(owner.workspace_id).last()
    assert last is not None
    assert (last.kind, last.digests) == ("record.exported", {"head": done.head_hash})
    jonas = join(owner, "jonas@saltworks.example", Role.creator)
    with pytest.raises(Forbidden):
        actions.export_record(jonas, stream)


def test_the_database_refuses_what_actions_never_do(owner: Actor) -> None:
    user = user_of(owner)
    wrong: list[Callable[[], Any]] = [
        lambda: User.objects.create(email="marit@saltworks.example"),
        lambda: User.objects.create(email="Jonas@saltworks.example"),
        lambda: Membership.objects.create(
            user=user, workspace_id=owner.workspace_id, role="viewer"
        ),
        lambda: Membership.objects.update(role="emperor"),
    ]
    for act in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
    assert Invitation.objects.count() == 0
