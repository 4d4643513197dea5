"""Signing in through allauth: password, then a one-time code; nobody signs up by themselves."""

from pathlib import Path

import allauth
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from aboveboard.people import actions
from aboveboard.people.models import User
from aboveboard.people.tests.making import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.people.tests.urls")]


@pytest.fixture(autouse=True)
def _pages_of_allauth(settings: Settings) -> None:
    """Without the studio's own pages, which belong to a later stage."""
    plain = settings.TEMPLATES[0] | {"DIRS": [], "APP_DIRS": False}
    folder = Path(allauth.__file__).parent / "templates"
    settings.TEMPLATES = [plain | {"DIRS": [folder]}]


@pytest.fixture
def marit() -> User:
    return actions.set_up("marit@saltworks.example", PASSWORD, "Brackwater Saltworks")[0]


def sign_in(client: Client, email: str, password: str) -> str:
    response = client.post(reverse("account_login"), {"login": email, "password": password})
    return str(response.headers.get("Location", response.status_code))


def test_a_password_signs_in_whatever_the_case_of_the_email(marit: User, client: Client) -> None:
    assert sign_in(client, "Marit@Saltworks.example", PASSWORD) == "/"
    assert client.session["_auth_user_id"] == str(marit.id)


def test_a_wrong_password_does_not(marit: User, client: Client) -> None:
    assert sign_in(client, "marit@saltworks.example", "wrong") == "200"
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client: Client) -> None:
    form = {"email": "new@saltworks.example", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_signup"), form)
    assert not User.objects.exists()


def test_a_one_time_code_is_asked_for_and_its_secret_sealed(marit: User, client: Client) -> None:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(marit, secret)
    assert secret not in str(Authenticator.objects.get().data)
    assert sign_in(client, "marit@saltworks.example", PASSWORD) == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    counters = list(totp.yield_hotp_counters_from_time())
    code = totp.format_hotp_value(totp.hotp_value(secret, counters[len(counters) // 2]))
    response = client.post(reverse("mfa_authenticate"), {"code": code})
    assert response.headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(marit.id)
