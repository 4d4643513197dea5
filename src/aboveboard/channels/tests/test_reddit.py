"""Reddit passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.servers.contract import reddit as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.reddit.network import reddit
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client

SUBMIT = "POST /api/submit"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    secrets = {"token": contract.TOKEN, "subreddit": "r/Salt", "refresh": "r0"}
    return Account(server.url, "", "", secrets | {"client_id": "app", "client_secret": "hush"})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await reddit.sign_in(http, account)).account


class TestReddit(ServerContract, LimitContract):
    publishing_path = "/api/submit"
    upload_path = "/api/media/asset.json"

    @pytest.fixture
    def network(self) -> Network:
        return reddit

    async def test_pictures_go_out_with_their_alt_text(
        self, network: Network, http: Client, ready: Account, picture: Media
    ) -> None:
        """A post with media answers without its number, so it is always read back."""
        part = await made(network, http, ready, outgoing("A rake."), [picture])
        with pytest.raises(OutcomeUnknown, match="working"):
            await network.publish(http, ready, part)
        assert len(await self._find(network, http, ready, part)) == 1

    async def test_a_video_goes_out(
        self, network: Network, http: Client, ready: Account, clip: Media
    ) -> None:
        part = await made(network, http, ready, outgoing("Raking."), [clip])
        with pytest.raises(OutcomeUnknown, match="working"):
            await network.publish(http, ready, part)
        assert len(await self._find(network, http, ready, part)) == 1

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: Client, account: Account, needed: tuple[Media, ...]
    ) -> None:
        me = (await network.sign_in(http, account)).account
        await network.publish(http, me, outgoing("ł" * 40_000, title="Salt"))
        with pytest.raises(Refused, match="too long"):
            await network.publish(http, me, outgoing("ł" * 40_001, title="Salt"))


@pytest.mark.anyio
async def test_several_pictures_are_a_gallery_with_their_words(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(reddit, http, ready, outgoing("Two rakes."), [picture, picture])
    sent = await reddit.publish(http, ready, part)
    assert server.state.posts[sent.remote_id]["captions"] == [picture.alt] * 2
    assert set(server.state.files.values()) == {picture.path.read_bytes()}


@pytest.mark.anyio
async def test_a_title_and_an_address_alone_are_a_link(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    link = outgoing("https://example.org/salt", title="Where salt comes from")
    sent = await reddit.publish(http, ready, link)
    assert server.state.posts[sent.remote_id]["url"] == "https://example.org/salt"
    since = link.created_at - timedelta(seconds=1)
    assert [one.remote_id for one in await reddit.find(http, ready, link, since=since)] == [
        sent.remote_id
    ]
    # The same address again may be the post whose answer was lost.
    with pytest.raises(OutcomeUnknown, match="ALREADY_SUB"):
        await reddit.publish(http, ready, link)


@pytest.mark.anyio
async def test_a_flair_goes_along_where_the_community_wants_one(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    server.state.flair = True
    with pytest.raises(Refused, match="flair"):
        await reddit.publish(http, ready, outgoing("Words."))
    flaired = replace(ready, secrets={**ready.secrets, "flair": "f-1"})
    assert isinstance(await reddit.publish(http, flaired, outgoing("Words.")), Sent)


@pytest.mark.anyio
async def test_answers_to_answers_are_read(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    post = await reddit.publish(http, ready, outgoing("Open from ten.", title="Open"))
    guest = contract.add_comment(server.state, post.remote_id, "Dogs too?", author="guest")
    contract.add_comment(server.state, guest["name"], "Yes.")
    contract.add_comment(server.state, guest["name"], "And cats?", author="guest")
    since = outgoing("").created_at - timedelta(seconds=5)
    found = await reddit.comments(http, ready, post, since=since)
    assert [(one.author, one.text) for one in found] == [
        ("guest", "Dogs too?"),
        ("guest", "And cats?"),
    ]


@pytest.mark.anyio
async def test_more_pages_are_read(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    first = outgoing("The first of many.")
    await reddit.publish(http, ready, first)
    for number in range(110):
        await reddit.publish(http, ready, outgoing(f"Number {number}."))
    found = await reddit.find(http, ready, first, since=first.created_at - timedelta(seconds=1))
    assert len(found) == 1


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"subreddit": "r/elsewhere"}, "finds no community"),
        ({"subreddit": ""}, "which community"),
    ],
)
async def test_a_community_that_is_not_there_is_said_so(
    http: Client, account: Account, change: dict[str, str], match: str
) -> None:
    other = replace(account, secrets={**account.secrets, **change})
    with pytest.raises((SignInAgain, Refused), match=match):
        await reddit.sign_in(http, other)


@pytest.mark.anyio
async def test_who_is_banned_or_suspended_is_told(
    http: Client, account: Account, server: Server[contract.State]
) -> None:
    server.state.banned = True
    with pytest.raises(SignInAgain, match="banned"):
        await reddit.sign_in(http, account)
    server.state.suspended = True
    with pytest.raises(SignInAgain, match="suspended"):
        await reddit.sign_in(http, account)


@pytest.mark.anyio
async def test_a_token_is_renewed_and_the_refresh_token_kept(http: Client, ready: Account) -> None:
    fresh = await reddit.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r0")


FAULTS = [
    ("RATELIMIT", "Take a break for 9 minutes before trying again.", TryLater),
    ("ALREADY_SUB", "that link has already been submitted", OutcomeUnknown),
    ("SUBREDDIT_NOTALLOWED", "you aren't allowed to post there.", Refused),
    ("SUBREDDIT_NOEXIST", "that subreddit doesn't exist", Gone),
    ("NO_SELFS", "that subreddit doesn't allow text posts", Refused),
    ("TOO_LONG", "this is too long", Refused),
    ("USER_REQUIRED", "Please log in to do that.", SignInAgain),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("code", "words", "kind"), FAULTS)
async def test_each_error_within_a_success_has_its_kind(
    code: str,
    words: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    server.next(SUBMIT, contract.fault(code, words).reply)
    with pytest.raises(kind) as caught:
        await reddit.publish(http, ready, outgoing("Words."))
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.wait == 540
    assert server.state.posts == {}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, SignInAgain), (403, Refused), (404, Gone), (429, TryLater), (500, OutcomeUnknown)],
)
async def test_each_status_has_its_kind(
    status: int,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    wait = {"X-Ratelimit-Reset": "120"}
    server.next(SUBMIT, Reply(status, {"message": "No."}, wait))
    with pytest.raises(kind) as caught:
        await reddit.publish(http, ready, outgoing("Words."))
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.wait == 120
