"""One-time links sign in once, and passwords cannot be guessed in a hurry."""

from datetime import timedelta

import pytest
import time_machine

from aboveboard.kernel.clock import now
from aboveboard.kernel.errors import AboveboardError, Forbidden, Invalid
from aboveboard.people import actions
from aboveboard.people.actors import Actor
from aboveboard.people.models import SignInLink, User
from aboveboard.people.tests.making import PASSWORD, kinds, user_of

pytestmark = pytest.mark.django_db

# -- sign-in links -----------------------------------------------------------------------------


def test_a_link_signs_in_once(owner: Actor) -> None:
    user = user_of(owner)
    token = actions.make_sign_in_link(user)
    assert actions.use_sign_in_link(token) == user
    with pytest.raises(Invalid):
        actions.use_sign_in_link(token)
    assert kinds(owner)[-2:] == ["sign_in_link.made", "sign_in_link.used"]


def test_only_the_hash_of_a_link_is_kept(owner: Actor) -> None:
    token = actions.make_sign_in_link(user_of(owner))
    assert token not in str(SignInLink.objects.values())
    assert len(token) >= 43


def test_a_link_lasts_a_day(owner: Actor) -> None:
    user = user_of(owner)
    token = actions.make_sign_in_link(user)
    with (
        time_machine.travel(now() + timedelta(hours=24, seconds=1), tick=False),
        pytest.raises(Invalid),
    ):
        actions.use_sign_in_link(token)
    with time_machine.travel(now() + timedelta(hours=23, minutes=59), tick=False):
        assert actions.use_sign_in_link(token) == user


def test_a_new_link_ends_the_one_before(owner: Actor) -> None:
    user = user_of(owner)
    first, second = actions.make_sign_in_link(user), actions.make_sign_in_link(user)
    with pytest.raises(Invalid):
        actions.use_sign_in_link(first)
    assert actions.use_sign_in_link(second) == user


@pytest.mark.parametrize("token", ["", "x", "\0", "\ud800", "a" * 100_000])
def test_unknown_links_are_refused(owner: Actor, token: str) -> None:
    with pytest.raises(Invalid):
        actions.use_sign_in_link(token)
    with pytest.raises(Invalid):
        actions.accept_invitation(token, "Jonas", PASSWORD)


def test_who_was_shut_out_has_no_link(owner: Actor) -> None:
    user = user_of(owner)
    token = actions.make_sign_in_link(user)
    User.objects.filter(id=user.id).update(is_active=False)
    with pytest.raises(Invalid):
        actions.use_sign_in_link(token)


# -- passwords ---------------------------------------------------------------------------------


def test_a_password_is_checked_whatever_the_case_of_the_email(owner: Actor) -> None:
    assert actions.check_password(" MARIT@saltworks.example", PASSWORD).id == owner.user_id


def test_wrong_email_and_wrong_password_are_told_alike(owner: Actor) -> None:
    told = set()
    for email in ("marit@saltworks.example", "nobody@saltworks.example", "\0", "\ud800"):
        for password in ("wrong wrong wrong", "", "\0", "\ud800"):
            with pytest.raises(Forbidden) as refused:
                actions.check_password(email, password)
            told.add(str(refused.value))
    assert len(told) == 1


def test_guessing_is_slowed_down(owner: Actor) -> None:
    def outcome(password: str, email: str = "marit@saltworks.example") -> str:
        try:
            return str(actions.check_password(email, password).id)
        except AboveboardError as error:
            return error.code

    start = now()
    with time_machine.travel(start, tick=False):
        assert [outcome("wrong") for _ in range(12)] == ["wrong_password"] * 10 + [
            "too_many_tries"
        ] * 2
        assert outcome(PASSWORD) == "too_many_tries"
        assert outcome("wrong", "jonas@saltworks.example") == "wrong_password"
    with time_machine.travel(start + timedelta(minutes=5), tick=False):
        assert outcome(PASSWORD) == str(owner.user_id)
