"""Signing in by OAuth 2, held to a server that does as the RFCs say."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.servers.contract.engine import Api, Call, Denied, Reply, Server, Shape

from aboveboard.channels import oauth
from aboveboard.channels.base import Account, OAuth
from aboveboard.channels.errors import ChannelError, SignInAgain, TryLater
from aboveboard.kernel.http import Client

REDIRECT = "https://studio.example/channels/back"


@dataclass
class State:
    """Codes that are good once, with the challenge they were asked with; refresh tokens."""

    codes: dict[str, str] = field(default_factory=dict)
    refresh: set[str] = field(default_factory=lambda: {"r0"})
    rotates: bool = True


class Form(Shape):
    grant_type: str
    client_id: str = ""
    client_secret: str = ""
    code: str = ""
    redirect_uri: str = ""
    code_verifier: str = ""
    refresh_token: str = ""


api: Api[State] = Api("oauth")


def _fault(error: str, status: int = 400) -> Denied:
    return Denied(Reply(status, {"error": error, "error_description": "so it is"}))


@api.call("POST", "/token", body=Form, kind="form")
def token(state: State, call: Call) -> Reply:
    form = call.body(Form)
    who = (form.client_id, form.client_secret)
    if "authorization" in call.headers:
        who = call.basic()
    if who != ("app", "hush"):
        raise _fault("invalid_client", 401)
    if form.grant_type == "authorization_code":
        challenge = state.codes.pop(form.code, None)
        digest = hashlib.sha256(form.code_verifier.encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if challenge != proof or form.redirect_uri != REDIRECT:
            raise _fault("invalid_grant")
    elif form.refresh_token not in state.refresh:
        raise _fault("invalid_grant")
    body: dict[str, object] = {"access_token": "t1", "token_type": "bearer", "expires_in": 3600}
    if state.rotates:
        state.refresh = {"r1"}
        body["refresh_token"] = "r1"
    return Reply(200, body)


@pytest.fixture
def server() -> Iterator[Server[State]]:
    with api.serve(State()) as running:
        yield running


@pytest.fixture
def account(server: Server[State]) -> Account:
    secrets = {"client_id": "app", "client_secret": "hush", "refresh": "r0"}
    return Account(server.url, "", "", secrets)


WAY = OAuth("{server}/authorize", "{server}/token", ("read", "write"), more={"prompt": "consent"})


def begun(server: Server[State]) -> tuple[oauth.Errand, dict[str, str]]:
    errand = oauth.begin(WAY, client_id="app", redirect=REDIRECT, server=server.url)
    query = {name: value[0] for name, value in parse_qs(urlsplit(errand.url).query).items()}
    server.state.codes["c"] = query["code_challenge"]
    return errand, query


def test_the_person_is_sent_with_state_and_challenge(server: Server[State]) -> None:
    errand, query = begun(server)
    assert errand.url.startswith(f"{server.url}/authorize?")
    assert errand.verifier not in errand.url
    assert query | {"code_challenge": "", "state": ""} == {
        "client_id": "app",
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "scope": "read write",
        "prompt": "consent",
        "code_challenge_method": "S256",
        "code_challenge": "",
        "state": "",
    }
    assert query["state"] == errand.state
    assert len({oauth.begin(WAY, client_id="a", redirect="b").state for _ in range(9)}) == 9


@pytest.mark.anyio
@pytest.mark.parametrize("way", [WAY, replace(WAY, client_auth="basic")])
async def test_a_code_becomes_tokens_once(
    way: OAuth, http: Client, account: Account, server: Server[State]
) -> None:
    errand, _ = begun(server)
    given = {"code": "c", "verifier": errand.verifier, "redirect": REDIRECT}
    signed_in = await oauth.exchange(http, way, account, **given)
    assert signed_in.secrets["token"] == "t1"
    assert signed_in.secrets["refresh"] == "r1"
    assert signed_in.secrets["expires_at"] > "2026"
    with pytest.raises(SignInAgain):
        await oauth.exchange(http, way, account, **given)


@pytest.mark.anyio
async def test_another_verifier_is_not_taken(
    http: Client, account: Account, server: Server[State]
) -> None:
    begun(server)
    with pytest.raises(SignInAgain):
        await oauth.exchange(http, WAY, account, code="c", verifier="x" * 64, redirect=REDIRECT)


@pytest.mark.anyio
async def test_a_refresh_that_brings_no_new_refresh_token_keeps_the_old_one(
    http: Client, account: Account, server: Server[State]
) -> None:
    """What peers' users report: reconnecting wiped the refresh token, and it looped daily."""
    server.state.rotates = False
    fresh = await oauth.refreshed(http, WAY, account)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == ("t1", "r0")
    server.state.rotates = True
    assert (await oauth.refreshed(http, WAY, fresh)).secrets["refresh"] == "r1"


FAULTS = [
    (Reply(400, {"error": "invalid_grant"}), SignInAgain),
    (Reply(401, {"error": "invalid_client"}), SignInAgain),
    (Reply(200, {"error": "invalid_grant", "error_description": "in a success"}), SignInAgain),
    (Reply(503, {"error": "temporarily_unavailable"}), TryLater),
    (Reply(429, {}), TryLater),
    (Reply(500, b"<html>"), TryLater),
    (Reply(200, {"token": "t"}), TryLater),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("reply", "kind"), FAULTS)
async def test_each_fault_has_its_kind(
    reply: Reply,
    kind: type[ChannelError],
    http: Client,
    account: Account,
    server: Server[State],
) -> None:
    server.next("POST /token", reply)
    with pytest.raises(kind):
        await oauth.refreshed(http, WAY, account)


@pytest.mark.anyio
async def test_without_a_refresh_token_or_an_app_only_a_person_helps(
    http: Client, account: Account
) -> None:
    for missing in ("refresh", "client_id"):
        secrets = {name: value for name, value in account.secrets.items() if name != missing}
        with pytest.raises(SignInAgain):
            await oauth.refreshed(http, WAY, replace(account, secrets=secrets))


def test_an_account_elsewhere_has_its_tokens_there() -> None:
    url, home = "https://auth.example/v2/token?x=1", "https://api.example"
    assert oauth.elsewhere(url, home, home) == url
    assert oauth.elsewhere(url, "", home) == url
    moved = oauth.elsewhere(url, "http://127.0.0.1:9", home)
    assert moved == "http://127.0.0.1:9/v2/token?x=1"
