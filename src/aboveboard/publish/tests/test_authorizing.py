"""Signing in at a network and coming back, through the pages, against a server by its documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.builders import House, make_brand, make_member
from tests.servers.contract import pinterest as pinterest_contract
from tests.servers.contract import reddit as reddit_contract
from tests.servers.contract import x as contract
from tests.servers.contract.engine import Server

from aboveboard.brand.models import Brand, Channel
from aboveboard.channels.base import Account, Profile
from aboveboard.channels.x.network import x
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden
from aboveboard.kernel.secrets import Vault
from aboveboard.people.models import User
from aboveboard.publish import authorizing
from aboveboard.publish.models import App, Connection

pytestmark = pytest.mark.django_db(transaction=True)
BACK = "http://127.0.0.1:8000/brand/channels/back"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def browser(house: House, brand: Brand) -> Client:
    return signed_in(house.owner)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def gone(browser: Client, server: Server[contract.State], house: House) -> dict[str, str]:
    """The person is at the network; what they carry there."""
    authorizing.keep_app(house.actor, "x", client_id="app", client_secret="hush", server=server.url)
    answer = browser.get(reverse("sign_in_there", args=["x"]), {"server": server.url})
    assert answer.status_code == 302
    parts = urlsplit(answer.headers["Location"])
    assert parts.netloc == "x.com"
    carried = {name: value[0] for name, value in parse_qs(parts.query).items()}
    server.state.codes["c"] = (carried["code_challenge"], carried["redirect_uri"])
    return carried


def secrets_of(channel: Channel) -> dict[str, str]:
    return Vault(settings.SECRET_KEYS).open(bytes(Connection.objects.get(channel=channel).sealed))


def test_one_goes_there_comes_back_and_is_connected(
    browser: Client, server: Server[contract.State], house: House
) -> None:
    carried = gone(browser, server, house)
    assert carried["redirect_uri"] == BACK
    answer = browser.get("/brand/channels/back", {"code": "c", "state": carried["state"]})
    assert answer.status_code == 302
    channel = Channel.objects.get(network="x")
    assert (channel.handle, channel.remote_id) == ("@saltworks", contract.USER)
    kept = secrets_of(channel)
    assert (kept["token"], kept["refresh"], kept["client_id"]) == (contract.FRESH, "r1", "app")
    assert Connection.objects.get(channel=channel).expires_at


def test_a_state_of_another_session_connects_nothing(
    browser: Client, server: Server[contract.State], house: House
) -> None:
    gone(browser, server, house)
    answer = browser.get("/brand/channels/back", {"code": "c", "state": "foreign"})
    assert answer.status_code == 403
    again = browser.get("/brand/channels/back", {"code": "c", "state": "foreign"})
    assert again.status_code == 409
    assert not Channel.objects.filter(network="x").exists()


def test_nobody_comes_back_who_did_not_go(browser: Client) -> None:
    assert browser.get("/brand/channels/back", {"code": "c", "state": "s"}).status_code == 409


def test_who_breaks_it_off_there_is_told_so(
    browser: Client, server: Server[contract.State], house: House
) -> None:
    carried = gone(browser, server, house)
    answer = browser.get(
        "/brand/channels/back", {"error": "access_denied", "state": carried["state"]}
    )
    assert answer.headers["Location"] == reverse("new_channel", args=["x"])
    assert not Channel.objects.filter(network="x").exists()


def test_a_spent_code_is_not_taken(
    browser: Client, server: Server[contract.State], house: House
) -> None:
    carried = gone(browser, server, house)
    server.state.codes.clear()
    answer = browser.get("/brand/channels/back", {"code": "c", "state": carried["state"]})
    assert answer.status_code in (302, 422)
    assert not Channel.objects.filter(network="x").exists()


def test_a_sign_in_ends_after_ten_minutes(
    browser: Client, server: Server[contract.State], house: House
) -> None:
    carried = gone(browser, server, house)
    session = browser.session
    session["channel_away"] |= {"at": (clock.now() - timedelta(minutes=11)).isoformat()}
    session.save()
    browser.get("/brand/channels/back", {"code": "c", "state": carried["state"]})
    assert not Channel.objects.filter(network="x").exists()


def test_connecting_anew_keeps_the_channel_and_the_refresh_token(
    house: House, brand: Brand
) -> None:
    """What peers' users report: reconnecting wiped the refresh token, and it looped daily."""

    def profile(**secrets: str) -> Profile:
        return Profile(Account("https://api.x.com", "@salt", "7", secrets), "Salt", x.limits)

    first = authorizing.add_signed_in(house.actor, brand.pk, "x", profile(token="t0", refresh="r0"))
    second = authorizing.add_signed_in(house.actor, brand.pk, "x", profile(token="t1"))
    assert first.pk == second.pk
    assert secrets_of(second) == {"token": "t1", "refresh": "r0"}


def test_among_several_one_chooses(browser: Client, house: House, brand: Brand) -> None:
    found = [
        Profile(Account("https://api.x.com", f"@{n}", n, {"token": n}), n, x.limits)
        for n in ("one", "two", "three")
    ]
    kept = authorizing.sealed(found)
    assert "token" not in kept
    assert authorizing.opened(kept) == found
    session = browser.session
    session["channel_found"] = {"network": "x", "brand": str(brand.pk), "sealed": kept}
    session.save()
    browser.post("/brand/channels/choose", {"account": ["0", "2", "9"]})
    assert set(Channel.objects.values_list("handle", flat=True)) >= {"@one", "@three"}
    assert not Channel.objects.filter(handle="@two").exists()
    with pytest.raises(Conflict):
        authorizing.opened("nothing")


def test_only_people_who_may_connect(house: House, brand: Brand) -> None:
    for actor in (house.agent(), make_member(house, "creator")):
        with pytest.raises(Forbidden):
            authorizing.keep_app(actor, "x", client_id="a", client_secret="b")
        with pytest.raises(Forbidden):
            authorizing.begin(actor, brand.pk, network="x", redirect=BACK)
    assert not App.objects.exists()


def test_the_apps_secret_is_sealed(house: House) -> None:
    app = authorizing.keep_app(house.actor, "x", client_id="a", client_secret="hush-hush")
    assert b"hush-hush" not in bytes(app.sealed)
    authorizing.keep_app(house.actor, "x", client_id="b", client_secret="c")
    assert App.objects.get().client_id == "b"
    assert make_brand(house)


@pytest.mark.parametrize(
    ("network", "told", "missing"),
    [
        ("pinterest", {"board": pinterest_contract.BOARD}, "board"),
        ("reddit", {"subreddit": "salt"}, "subreddit"),
    ],
)
def test_what_a_channel_needs_besides_is_asked_before_one_goes(
    browser: Client, house: House, network: str, told: dict[str, str], missing: str
) -> None:
    """A board, a community: without it nobody could post after signing in."""
    place = {"pinterest": pinterest_contract, "reddit": reddit_contract}[network]
    with place.api.serve(place.State()) as server:
        authorizing.keep_app(
            house.actor, network, client_id="app", client_secret="hush", server=server.url
        )
        there = reverse("sign_in_there", args=[network])
        assert browser.get(there, {"server": server.url}).status_code == 422
        page = browser.get(reverse("new_channel", args=[network])).content.decode()
        assert f'name="{missing}"' in page
        answer = browser.get(there, {"server": server.url, **told})
        state = parse_qs(urlsplit(answer.headers["Location"]).query)["state"][0]
        answer = browser.get("/brand/channels/back", {"code": "c", "state": state})
        assert answer.status_code == 302
    kept = secrets_of(Channel.objects.get(network=network))
    assert kept.items() >= told.items()


def test_an_organisation_asks_for_its_own_scopes(browser: Client, house: House) -> None:
    authorizing.keep_app(house.actor, "linkedin", client_id="app", client_secret="hush")
    there = reverse("sign_in_there", args=["linkedin"])
    scopes = []
    for organisation in ("", "2414183"):
        url = browser.get(there, {"organisation": organisation}).headers["Location"]
        scopes.append(parse_qs(urlsplit(url).query)["scope"][0].split())
    assert "w_organization_social" not in scopes[0]
    assert {"w_organization_social", "r_organization_social"} <= set(scopes[1])


def test_connecting_anew_keeps_what_was_chosen(house: House, brand: Brand) -> None:
    """Whose videos only they may see shall not be public after a new sign-in."""
    account = Account("https://open.tiktokapis.com", "@saltworks", "u1", {"token": "t1"})
    first = replace(account, secrets={"token": "t1", "privacy": "SELF_ONLY"})
    channel = authorizing.add_signed_in(
        house.actor, brand.pk, "tiktok", Profile(first, "Saltworks", x.limits)
    )
    again = replace(account, secrets={"token": "t2"})
    authorizing.add_signed_in(house.actor, brand.pk, "tiktok", Profile(again, "S", x.limits))
    kept = secrets_of(channel)
    assert (kept["token"], kept["privacy"]) == ("t2", "SELF_ONLY")
