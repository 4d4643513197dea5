"""Two who act at the same moment get one outcome between them."""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from aboveboard.kernel.errors import AboveboardError
from aboveboard.ledger import queries as ledger
from aboveboard.people import actions, queries
from aboveboard.people.models import FailedSignIn, Membership, User, Workspace
from aboveboard.people.rules import Role
from aboveboard.people.tests.making import PASSWORD, user_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], Any]]) -> list[str]:
    """The outcomes: “done”, or the code of the error."""
    outcomes: list[str] = []
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> None:
        start.wait()
        try:
            act()
            outcomes.append("done")
        except AboveboardError as error:
            outcomes.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def set_up() -> tuple[User, Workspace]:
    return actions.set_up("marit@saltworks.example", PASSWORD, "Brackwater Saltworks")


def test_one_first_owner() -> None:
    def first(number: int) -> Callable[[], Any]:
        return lambda: actions.set_up(f"owner{number}@saltworks.example", None, "Saltworks")

    outcomes = at_once([first(number) for number in range(5)])
    assert outcomes == ["done"] + ["has_owner"] * 4
    assert Workspace.objects.count() == User.objects.count() == 1


def test_one_use_of_a_link() -> None:
    user, _ = set_up()
    token = actions.make_sign_in_link(user)
    outcomes = at_once([lambda: actions.use_sign_in_link(token)] * 5)
    assert outcomes == ["done"] + ["sign_in_link"] * 4


def test_one_use_of_an_invitation() -> None:
    user, workspace = set_up()
    token = actions.invite(
        queries.actor_for(user, workspace.id), "jonas@saltworks.example", Role.creator
    )
    outcomes = at_once([lambda: actions.accept_invitation(token, "Jonas", PASSWORD)] * 4)
    assert outcomes == ["done"] + ["invitation"] * 3
    assert Membership.objects.filter(user__email="jonas@saltworks.example").count() == 1


def test_two_owners_cannot_both_leave() -> None:
    user, workspace = set_up()
    marit = queries.actor_for(user, workspace.id)
    token = actions.invite(marit, "jonas@saltworks.example", Role.owner)
    jonas = queries.actor_for(actions.accept_invitation(token, "Jonas", PASSWORD), workspace.id)
    for _ in range(3):

        def leave(user_id: UUID | None) -> Callable[[], Any]:
            assert user_id is not None
            actor = marit if user_id == marit.user_id else jonas
            return lambda: actions.remove_member(actor, user_id)

        assert at_once([leave(marit.user_id), leave(jonas.user_id)]) == ["done", "last_owner"]
        left = Membership.objects.get(workspace=workspace)
        gone = jonas if left.user_id == marit.user_id else marit
        owner = queries.actor_for(left.user, workspace.id)
        token = actions.invite(owner, user_of(gone).email, Role.owner)
        actions.accept_invitation(token, user=user_of(gone))
    assert ledger.broken_at(workspace.id) is None


def test_no_more_guesses_by_guessing_at_once() -> None:
    set_up()
    outcomes = at_once([lambda: actions.check_password("marit@saltworks.example", "wrong")] * 15)
    assert outcomes == ["too_many_tries"] * 5 + ["wrong_password"] * 10
    assert FailedSignIn.objects.count() == 10


def test_a_wrong_password_at_an_invitation_counts() -> None:
    user, workspace = set_up()
    marit = queries.actor_for(user, workspace.id)
    token = actions.invite(marit, "jonas@saltworks.example", Role.creator)
    jonas = actions.accept_invitation(token, "Jonas", PASSWORD)
    actions.remove_member(marit, jonas.id)
    again = actions.invite(marit, "jonas@saltworks.example", Role.creator)
    codes = []
    for _ in range(11):
        with pytest.raises(AboveboardError) as refused:
            actions.accept_invitation(again, "Thief", "wrong wrong wrong")
        codes.append(refused.value.code)
    assert codes == ["wrong_password"] * 10 + ["too_many_tries"]
