"""Bluesky passes the contract on a real PDS: own record keys, sessions, facets, pictures."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.servers.bluesky_network import BlueskyNetwork

from aboveboard.channels.base import Account, Card, Media, Network, Sent
from aboveboard.channels.bluesky.network import bluesky
from aboveboard.channels.bluesky.record import post_record
from aboveboard.channels.bluesky.tid import record_key
from aboveboard.channels.errors import Refused, SignInAgain, TryLater
from aboveboard.channels.tests.contract import (
    LimitContract,
    OwnIdContract,
    ServerContract,
    made,
    outgoing,
)
from aboveboard.kernel.http import Client

pytestmark = pytest.mark.bluesky

SESSIONS: dict[str, Account] = {}


async def record_of(http: Client, account: Account, sent: Sent) -> dict[str, Any]:
    repo, collection, rkey = sent.remote_id.removeprefix("at://").split("/")
    query = {"repo": repo, "collection": collection, "rkey": rkey}
    answer = await http.get(f"{account.server}/xrpc/com.atproto.repo.getRecord", params=query)
    value: dict[str, Any] = answer.json()["value"]
    return value


async def posts_of(http: Client, account: Account) -> list[dict[str, Any]]:
    query: dict[str, str | int] = {
        "repo": account.remote_id,
        "collection": "app.bsky.feed.post",
        "limit": 100,
    }
    answer = await http.get(f"{account.server}/xrpc/com.atproto.repo.listRecords", params=query)
    records: list[dict[str, Any]] = answer.json()["records"]
    return records


class TestBluesky(ServerContract, LimitContract, OwnIdContract):
    publishing_path = "/xrpc/com.atproto.repo.putRecord"
    upload_path = "/xrpc/com.atproto.repo.uploadBlob"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return bluesky

    @pytest.fixture
    def account(self, bluesky_server: BlueskyNetwork) -> Account:
        return bluesky_server.account

    @pytest.fixture
    async def ready(self, network: Network, http: Client, account: Account) -> Account:
        """One session for all tests: a server takes 30 sign-ins in five minutes."""
        if account.server not in SESSIONS:
            SESSIONS[account.server] = (await network.sign_in(http, account)).account
        return SESSIONS[account.server]

    async def check_text(self, http: Client, account: Account, sent: Sent, text: str) -> None:
        assert (await record_of(http, account, sent))["text"] == text

    async def check_picture(
        self,
        network: Network,
        http: Client,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        (image,) = (await record_of(http, account, sent))["embed"]["images"]
        assert image["alt"] == picture.alt
        assert image["aspectRatio"] == {"width": picture.width, "height": picture.height}
        assert image["image"]["size"] == picture.path.stat().st_size

    async def check_video(
        self, network: Network, http: Client, account: Account, sent: Sent, clip: Media
    ) -> None:
        embed = (await record_of(http, account, sent))["embed"]
        assert (embed["$type"], embed["alt"]) == ("app.bsky.embed.video", clip.alt)
        assert embed["aspectRatio"] == {"width": clip.width, "height": clip.height}
        assert embed["video"]["mimeType"] == "video/mp4"
        assert embed["video"]["size"] == clip.size


@pytest.fixture
async def ready(http: Client, bluesky_server: BlueskyNetwork) -> Account:
    return (await bluesky.sign_in(http, bluesky_server.account)).account


@pytest.mark.anyio
async def test_signing_in_finds_person_and_server(
    http: Client, bluesky_server: BlueskyNetwork
) -> None:
    profile = await bluesky.sign_in(http, replace(bluesky_server.account, remote_id=""))
    assert profile.display_name == "saltworks"
    assert profile.account.remote_id == bluesky_server.account.remote_id
    assert profile.account.server == bluesky_server.pds
    assert {"password", "access", "refresh"} <= set(profile.account.secrets)


@pytest.mark.anyio
async def test_a_link_has_the_card_that_was_approved(
    http: Client, ready: Account, picture: Media
) -> None:
    card = Card("https://salt.example/open", "Salt & sun", "Raked in June.")
    part = replace(outgoing("Salt: https://salt.example/open"), card=card)
    part = await made(bluesky, http, ready, part, [picture])
    sent = await bluesky.publish(http, ready, part)
    embed = (await record_of(http, ready, sent))["embed"]
    assert embed["$type"] == "app.bsky.embed.external"
    thumb = embed["external"].pop("thumb")
    assert (thumb["$type"], thumb["mimeType"]) == ("blob", "image/png")
    title = {"title": "Salt & sun", "description": "Raked in June."}
    assert embed["external"] == {"uri": card.url, **title}
    (found,) = await bluesky.find(http, ready, part, since=part.created_at)
    assert found == sent


@pytest.mark.anyio
async def test_a_session_that_ran_out_is_renewed_and_the_post_goes_out(
    http: Client, bluesky_server: BlueskyNetwork, ready: Account
) -> None:
    expired = bluesky_server.expired(ready.secrets["access"])
    old = replace(ready, secrets={**ready.secrets, "access": expired})
    part = outgoing("After the session.")
    with pytest.raises(SignInAgain, match=r"[Ee]xpired") as caught:
        await bluesky.publish(http, old, part)
    assert caught.value.refreshable
    assert not await bluesky.find(http, ready, part, since=part.created_at)
    without_password = {k: v for k, v in old.secrets.items() if k != "password"}
    fresh = await bluesky.refresh(http, replace(old, secrets=without_password))
    assert fresh.secrets["refresh"] != old.secrets["refresh"]
    sent = await bluesky.publish(http, fresh, part)
    assert sent.remote_id.startswith(f"at://{ready.remote_id}/app.bsky.feed.post/")


@pytest.mark.anyio
async def test_a_dead_refresh_token_falls_back_to_the_password(
    http: Client, ready: Account
) -> None:
    dead = {**ready.secrets, "access": "dead", "refresh": "dead"}
    fresh = await bluesky.refresh(http, replace(ready, secrets=dead))
    assert await bluesky.publish(http, fresh, outgoing("By password."))
    nothing_left = {"access": "dead", "refresh": "dead"}
    with pytest.raises(SignInAgain) as caught:
        await bluesky.refresh(http, replace(ready, secrets=nothing_left))
    assert not caught.value.refreshable


@pytest.mark.anyio
async def test_a_second_try_that_would_write_another_record_finds_the_first(
    http: Client, bluesky_server: BlueskyNetwork, ready: Account
) -> None:
    """The handle did not resolve the first time, so the record of the second try differs."""
    part = outgoing(f"Hello @{bluesky_server.other.handle}!")
    first = await http.post(
        f"{ready.server}/xrpc/com.atproto.repo.putRecord",
        headers={"Authorization": f"Bearer {ready.secrets['access']}"},
        json={
            "repo": ready.remote_id,
            "collection": "app.bsky.feed.post",
            "rkey": record_key(part.key, part.created_at),
            "record": post_record(part, {}),
        },
    )
    sent = await bluesky.publish(http, ready, part)
    assert (sent.remote_id, sent.handle) == (first.json()["uri"], first.json()["cid"])
    assert "facets" not in await record_of(http, ready, sent)


@pytest.mark.anyio
async def test_another_post_in_its_place_is_never_written_over(
    http: Client, ready: Account
) -> None:
    part = outgoing("The first words.")
    sent = await bluesky.publish(http, ready, part)
    with pytest.raises(Refused, match="place"):
        await bluesky.publish(http, ready, replace(part, text="Other words."))
    assert (await record_of(http, ready, sent))["text"] == "The first words."


@pytest.mark.anyio
async def test_many_tries_leave_one_record(http: Client, ready: Account) -> None:
    part = outgoing("However often.")
    for _ in range(4):
        await bluesky.publish(http, ready, part)
    texts = [post["value"]["text"] for post in await posts_of(http, ready)]
    assert texts.count("However often.") == 1


@pytest.mark.anyio
async def test_links_tags_and_mentions_become_facets(
    http: Client, bluesky_server: BlueskyNetwork, ready: Account
) -> None:
    other = bluesky_server.other
    text = f"🧂 ő #zout @{other.handle} @nobody.test https://example.org/ő"
    sent = await bluesky.publish(http, ready, outgoing(text, lang="nl"))
    record = await record_of(http, ready, sent)
    assert record["langs"] == ["nl"]
    shown = []
    for facet in record["facets"]:
        span = text.encode()[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode()
        (feature,) = facet["features"]
        shown.append((span, feature["$type"].split("#")[1]))
    assert shown == [
        ("#zout", "tag"),
        (f"@{other.handle}", "mention"),
        ("https://example.org/ő", "link"),
    ]
    assert record["facets"][1]["features"][0]["did"] == other.remote_id


@pytest.mark.anyio
async def test_a_thread_names_root_and_parent(http: Client, ready: Account) -> None:
    root = await bluesky.publish(http, ready, outgoing("One."))
    second = await bluesky.publish(http, ready, outgoing("Two.", reply_to=root, root=root))
    third = await bluesky.publish(http, ready, outgoing("Three.", reply_to=second, root=root))
    reply = (await record_of(http, ready, third))["reply"]
    assert reply["root"] == {"uri": root.remote_id, "cid": root.handle}
    assert reply["parent"] == {"uri": second.remote_id, "cid": second.handle}


@pytest.mark.anyio
async def test_too_many_bytes_are_refused(http: Client, ready: Account) -> None:
    family = "👩‍👩‍👧‍👦" * 130
    assert bluesky.count(family) < bluesky.limits.text
    assert len(family.encode()) > (bluesky.limits.text_bytes or 0)
    with pytest.raises(Refused):
        await bluesky.publish(http, ready, outgoing(family))


@pytest.mark.anyio
async def test_without_an_app_view_there_are_no_numbers(http: Client, ready: Account) -> None:
    sent = await bluesky.publish(http, ready, outgoing("Uncounted."))
    assert await bluesky.numbers(http, ready, [sent]) == {}


@pytest.mark.anyio
async def test_times_and_hosts_stay_as_they_are(http: Client, ready: Account) -> None:
    part = outgoing("In its own time.")
    part = replace(part, created_at=part.created_at - timedelta(days=2, microseconds=17))
    sent = await bluesky.publish(http, ready, part)
    assert await bluesky.publish(http, ready, part) == sent
    moment = (await record_of(http, ready, sent))["createdAt"]
    assert moment == part.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    away = replace(ready, server="http://127.0.0.1:9")
    with pytest.raises(TryLater):
        await bluesky.refresh(http, away)
