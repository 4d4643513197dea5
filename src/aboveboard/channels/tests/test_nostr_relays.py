"""What relays say to an event, and what they tell of themselves."""

import json
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.servers.contract.engine import Api, Call, Reply
from tests.servers.nostr_server import answering, empty, saying
from websockets.asyncio.server import ServerConnection
from websockets.http11 import Request, Response

from aboveboard.channels.base import Account
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.nostr import relays
from aboveboard.channels.nostr.events import signed
from aboveboard.channels.nostr.network import nostr
from aboveboard.channels.tests.contract import outgoing
from aboveboard.channels.tests.test_nostr import GUEST, NPUB, NSEC, SECOND
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

VERDICTS = [
    (True, "", None),
    (True, "duplicate: have it", None),
    (False, "duplicate: have it", None),
    (False, "blocked: you are banned", Refused),
    (False, "invalid: too long", Refused),
    (False, "restricted: members only", Refused),
    (False, "rate-limited: slow down", TryLater),
    (False, "error: try again", TryLater),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("taken", "why", "kind"), VERDICTS)
async def test_what_a_relay_says_has_its_kind(
    taken: bool, why: str, kind: type[ChannelError] | None, http: Client
) -> None:
    async with saying(taken, why) as address:
        account = Account(address, "", "", {"token": NSEC})
        if kind is None:
            assert await nostr.publish(http, account, outgoing("Words."))
            return
        with pytest.raises(kind) as caught:
            await nostr.publish(http, account, outgoing("Words."))
        assert type(caught.value) is kind


@pytest.mark.anyio
@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("other", ["rate-limited: slow down", None])
async def test_one_relay_that_may_take_it_later_is_tried_later(
    turn: int, other: str | None, http: Client
) -> None:
    async with saying(False, "blocked: no") as no, saying(False, other or "") as later:
        named = " ".join([no, later if other else "ws://127.0.0.1:9"][::turn])
        account = Account("", "", "", {"token": NSEC, "relays": named})
        with pytest.raises(TryLater):
            await nostr.publish(http, account, outgoing("Words."))


@pytest.mark.anyio
@pytest.mark.parametrize(("code", "kind"), [(1009, Refused), (1011, OutcomeUnknown)])
async def test_a_relay_that_hangs_up_on_a_long_event_refuses_it(
    code: int, kind: type[ChannelError], http: Client
) -> None:
    async def take(line: ServerConnection) -> None:
        await line.recv()
        await line.close(code)

    async with answering(take) as address:
        with pytest.raises(kind):
            await nostr.publish(http, Account(address, "", "", {"token": NSEC}), outgoing("Words."))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "relay", ["wss://x.example:99999", "wss://", "wss://x.example/#y", "wss:x"]
)
async def test_what_is_no_relay_is_said_so(relay: str, http: Client) -> None:
    account = Account("", "", "", {"token": NSEC, "relays": relay})
    with pytest.raises(Refused, match="is no relay"):
        await nostr.publish(http, account, outgoing("Words."))


@pytest.mark.anyio
async def test_no_relay_sends_us_elsewhere(http: Client) -> None:
    def away(line: ServerConnection, _request: Request) -> Response:
        response = line.respond(301, "")
        response.headers["Location"] = "ws://127.0.0.1:9/"
        return response

    async with answering(empty, process_request=away) as address:
        account = Account(address, "", "", {"token": NSEC})
        with pytest.raises(Refused, match="elsewhere"):
            await nostr.publish(http, account, outgoing("Words."))
        with pytest.raises(Refused, match="elsewhere"):
            await nostr.sign_in(http, account)


@pytest.mark.anyio
async def test_a_relay_behind_tls_proves_who_it_is(
    http: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.DNSName("localhost")
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    begin = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(
            subject, subject, key.public_key(), 1, begin, begin + 9 * 86_400 * SECOND
        )
        .add_extension(x509.SubjectAlternativeName([name]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = tmp_path / "relay.pem", serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, private, serialization.NoEncryption())
    pem.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    identity = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    identity.load_cert_chain(pem)

    async def take(line: ServerConnection) -> None:
        _kind, event = json.loads(await line.recv())
        await line.send(json.dumps(["OK", event["id"], True, ""]))

    async with answering(take, ssl=identity) as address:
        port = address.rpartition(":")[2]
        account = Account(f"wss://localhost:{port}", "", "", {"token": NSEC})
        with pytest.raises(TryLater, match="CERTIFICATE"):
            await nostr.publish(http, account, outgoing("To whom?"))
        monkeypatch.setattr(relays, "_trusted", lambda: ssl.create_default_context(cafile=str(pem)))
        assert await nostr.publish(http, account, outgoing("To you."))
        other = replace(account, server=f"wss://127.0.0.1:{port}")
        with pytest.raises(TryLater, match="CERTIFICATE"):
            await nostr.publish(http, other, outgoing("To whom?"))


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "document", "text", "text_bytes"),
    [
        (404, "", 20_000, None),
        (200, "<html>", 20_000, None),
        (200, "{}", 20_000, None),
        (200, '{"limitation": {"max_content_length": 8196}}', 8_196, None),
        (200, '{"limitation": {"max_content_length": 9999999}}', 100_000, None),
        (200, '{"limitation": {"max_message_length": 16384}}', 20_000, 14_384),
    ],
)
async def test_a_relays_limits_are_read_where_it_tells_them(
    status: int, document: str, text: int, text_bytes: int | None, http: Client
) -> None:
    def about(line: ServerConnection, request: Request) -> Response | None:
        asked = request.headers.get("Accept") == "application/nostr+json"
        return line.respond(status, document) if asked else None

    async with answering(empty, process_request=about) as address:
        profile = await nostr.sign_in(http, Account(address, "", "", {"token": NSEC}))
    assert (profile.limits.text, profile.limits.text_bytes) == (text, text_bytes)
    assert profile.account.handle == NPUB
    assert profile.display_name == NPUB[:12]


@pytest.mark.anyio
async def test_what_a_relay_invents_is_passed_over(http: Client) -> None:
    async def take(line: ServerConnection) -> None:
        _kind, name, *_filters = json.loads(await line.recv())
        event = signed(GUEST, 1, "Mine.", [], clock.now()).model_dump() | {"content": "Yours."}
        for told in (event, {"id": "x"}, "text", None):
            await line.send(json.dumps(["EVENT", name, told]))
        await line.send("no JSON")
        await line.send(json.dumps(["EOSE", name]))

    async with answering(take) as address:
        assert await relays.asked(http, [address], {"kinds": [1]}) == {}


@pytest.mark.anyio
@pytest.mark.parametrize("limit", ["payment_required", "auth_required"])
async def test_a_relay_for_members_alone_is_told(limit: str, http: Client) -> None:
    api: Api[None] = Api("relay")

    @api.call("GET", "/", headers={"Accept": r"application/nostr\+json"})
    def about(_state: None, _call: Call) -> Reply:
        return Reply(200, {"limitation": {limit: True}})

    with api.serve(None) as server:
        account = Account("", "", "", {"token": NSEC, "relays": server.url})
        with pytest.raises(Refused, match="members alone"):
            await nostr.sign_in(http, account)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("secrets", "kind"),
    [
        ({"token": "", "relays": "wss://x.example"}, SignInAgain),
        ({"token": NSEC, "relays": ""}, Refused),
        ({"token": NSEC, "relays": "ftp://x"}, Refused),
        ({"token": NSEC, "relays": "ws://127.0.0.1:9"}, TryLater),
    ],
)
async def test_what_is_missing_to_sign_in_is_said(
    secrets: dict[str, str], kind: type[ChannelError], http: Client
) -> None:
    with pytest.raises(kind):
        await nostr.sign_in(http, Account("", "", "", secrets))
