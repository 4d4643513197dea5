"""On the whole Bluesky network, what another real person does and says comes back."""

import time
from dataclasses import replace
from typing import Any

import anyio
import pytest
from tests.servers.bluesky_network import BlueskyNetwork

from aboveboard.channels.base import Account, Numbers, Sent
from aboveboard.channels.bluesky.network import bluesky
from aboveboard.channels.tests.contract import outgoing
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

pytestmark = [pytest.mark.bluesky_full, pytest.mark.anyio]


async def react(http: Client, person: Account, kind: str, sent: Sent) -> None:
    """Like or repost a post, as `person`."""
    record: dict[str, Any] = {
        "$type": f"app.bsky.feed.{kind}",
        "subject": {"uri": sent.remote_id, "cid": sent.handle},
        "createdAt": clock.now().isoformat(),
    }
    answer = await http.post(
        f"{person.server}/xrpc/com.atproto.repo.createRecord",
        headers={"Authorization": f"Bearer {person.secrets['access']}"},
        json={"repo": person.remote_id, "collection": record["$type"], "record": record},
    )
    assert answer.is_success, answer.text


async def numbers_when(http: Client, account: Account, sent: Sent, wanted: Numbers) -> Numbers:
    """The numbers once they are `wanted`, or the last ones after 20 seconds."""
    until = time.monotonic() + 20
    while True:
        told = (await bluesky.numbers(http, account, [sent])).get(sent.remote_id, Numbers())
        if told == wanted or time.monotonic() > until:
            return told
        await anyio.sleep(0.2)


async def test_likes_reposts_and_replies_of_others_are_counted_and_read(
    http: Client, whole_bluesky: BlueskyNetwork
) -> None:
    ours = (await bluesky.sign_in(http, whole_bluesky.account)).account
    theirs = (await bluesky.sign_in(http, whole_bluesky.other)).account
    sent = await bluesky.publish(http, ours, outgoing("The first salt of the year."))
    quiet = Numbers(replies=0, likes=0, reposts=0, quotes=0)
    assert await numbers_when(http, ours, sent, quiet) == quiet
    await react(http, theirs, "like", sent)
    await react(http, theirs, "repost", sent)
    await bluesky.publish(http, theirs, outgoing("At last!", reply_to=sent, root=sent))
    busy = Numbers(replies=1, likes=1, reposts=1, quotes=0)
    assert await numbers_when(http, ours, sent, busy) == busy

    [comment] = await bluesky.comments(http, ours, sent, since=sent.at or clock.now())
    assert (comment.text, comment.reply_to) == ("At last!", sent.remote_id)
    assert comment.author == theirs.handle
    assert comment.url.startswith(f"https://bsky.app/profile/{theirs.remote_id}/post/")
    assert await bluesky.comments(http, ours, sent, since=clock.now()) == []

    public = replace(ours, secrets={"appview": whole_bluesky.appview})
    assert (await bluesky.numbers(http, public, [sent]))[sent.remote_id] == busy


async def test_a_post_that_is_not_there_is_left_out(
    http: Client, whole_bluesky: BlueskyNetwork
) -> None:
    ours = (await bluesky.sign_in(http, whole_bluesky.account)).account
    never = Sent(f"at://{ours.remote_id}/app.bsky.feed.post/3aaaaaaaaaaaa", "")
    assert await bluesky.numbers(http, ours, [never]) == {}
    assert not await bluesky.comments(http, ours, never, since=clock.now())
