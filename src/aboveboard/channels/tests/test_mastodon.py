"""Mastodon passes the contract on the loopback server, and every broken answer has its kind."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers import mastodon_html
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.channels.base import Account, Limits, Media, Network, Outgoing, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.mastodon import readback
from aboveboard.channels.mastodon.network import mastodon
from aboveboard.channels.mastodon.text import length, loose_key, shown_text, strict_key
from aboveboard.channels.tests.contract import TEXTS, LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client, client

SECOND = timedelta(seconds=1)


async def found(http: Client, account: Account, part: Outgoing) -> list[str]:
    since = part.created_at - SECOND
    return [post.remote_id for post in await mastodon.find(http, account, part, since=since)]


class TestMastodon(ServerContract, LimitContract):
    publishing_path = "/api/v1/statuses"
    upload_path = "/api/v2/media"

    @pytest.fixture
    def network(self) -> Network:
        return mastodon

    @pytest.fixture
    def account(self, mastodon_server: LoopbackMastodon) -> Account:
        return mastodon_server.account

    async def check_picture(
        self,
        network: Network,
        http: Client,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        answer = await http.get(
            f"{account.server}/api/v1/statuses/{sent.remote_id}",
            headers={"Authorization": f"Bearer {account.secrets['token']}"},
        )
        (shown,) = answer.json()["media_attachments"]
        assert shown["description"] == picture.alt


BROKEN: list[tuple[str, type[ChannelError], int]] = [
    ("drop_before", OutcomeUnknown, 0),
    ("drop_after", OutcomeUnknown, 1),
    ("half_after", OutcomeUnknown, 1),
    ("error_before", OutcomeUnknown, 0),
    ("error_after", OutcomeUnknown, 1),
    ("garbage_after", OutcomeUnknown, 1),
    ("rate_limit", TryLater, 0),
    ("redirect", Refused, 0),
    ("refuse", Refused, 0),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("fault", "kind", "there"), BROKEN)
@pytest.mark.parametrize("idempotency", [True, False])
async def test_a_broken_answer_has_its_kind_and_is_never_repeated(
    http: Client,
    mastodon_server: LoopbackMastodon,
    fault: str,
    kind: type[ChannelError],
    there: int,
    idempotency: bool,
) -> None:
    mastodon_server.reset(script={"publish": [fault]}, idempotency=idempotency)
    part, account = outgoing("One post."), mastodon_server.account
    with pytest.raises(kind) as caught:
        await mastodon.publish(http, account, part)
    assert type(caught.value) is kind
    assert mastodon_server.publishes() == 1
    assert len(mastodon_server.statuses()) == there
    assert await found(http, account, part) == [s["id"] for s in mastodon_server.statuses()]


@pytest.mark.anyio
@pytest.mark.parametrize(("fault", "there"), [("hang_before", 0), ("hang_after", 1)])
async def test_silence_is_unknown(
    mastodon_server: LoopbackMastodon, fault: str, there: int
) -> None:
    mastodon_server.reset(script={"publish": [fault]})
    part, account = outgoing("One post."), mastodon_server.account
    hosts = frozenset({"127.0.0.1"})
    async with client(allow_hosts=hosts, timeout=httpx.Timeout(0.3)) as impatient:
        with pytest.raises(OutcomeUnknown):
            await mastodon.publish(impatient, account, part)
        assert len(await found(impatient, account, part)) == there
    assert mastodon_server.publishes() == 1


@pytest.mark.anyio
async def test_the_key_goes_along(http: Client, mastodon_server: LoopbackMastodon) -> None:
    part = outgoing("Once.")
    first = await mastodon.publish(http, mastodon_server.account, part)
    assert await mastodon.publish(http, mastodon_server.account, part) == first
    assert len(mastodon_server.statuses()) == 1


@pytest.mark.anyio
async def test_a_rate_limit_says_when(http: Client, mastodon_server: LoopbackMastodon) -> None:
    mastodon_server.reset(script={"publish": ["rate_limit"]})
    with pytest.raises(TryLater) as caught:
        await mastodon.publish(http, mastodon_server.account, outgoing("Too much."))
    assert caught.value.status == 429
    assert caught.value.wait is not None
    assert 0 < caught.value.wait <= 2


@pytest.mark.anyio
async def test_refusals_have_their_kinds(http: Client, mastodon_server: LoopbackMastodon) -> None:
    account = mastodon_server.account
    with pytest.raises(Refused, match="character limit"):
        await mastodon.publish(http, account, outgoing("x" * 501))
    with pytest.raises(Refused, match="gone"):
        await mastodon.publish(http, account, outgoing("Re:", reply_to=Sent("1", "")))
    reader = replace(account, secrets={"token": mastodon_server.reader})
    with pytest.raises(SignInAgain, match="scopes"):
        await mastodon.publish(http, reader, outgoing("May only read."))
    nobody = replace(account, remote_id="404")
    with pytest.raises(Gone):
        await found(http, nobody, outgoing("Nobody's."))
    assert not mastodon_server.statuses()


@pytest.mark.anyio
async def test_an_upload_may_be_tried_again(
    http: Client, mastodon_server: LoopbackMastodon, picture: Media
) -> None:
    mastodon_server.reset(script={"upload": ["error_after", "drop_before", None]})
    for _ in range(2):
        with pytest.raises(TryLater):
            await mastodon.upload(http, mastodon_server.account, picture)
    assert (await mastodon.upload(http, mastodon_server.account, picture)).ref


@pytest.mark.anyio
async def test_a_picture_that_is_worked_on_is_looked_at_again(
    http: Client, mastodon_server: LoopbackMastodon, picture: Media
) -> None:
    mastodon_server.reset(media_polls=3)
    account = mastodon_server.account
    begun = await mastodon.upload(http, account, picture)
    assert (begun.done, begun.wait) == (False, 1.0)
    too_early = replace(outgoing("Ready?"), media=(begun,))
    with pytest.raises(Refused, match="not finished"):
        await mastodon.publish(http, account, too_early)
    part = await made(mastodon, http, account, outgoing("Ready."), [picture])
    assert await mastodon.publish(http, account, part)


@pytest.mark.anyio
async def test_a_file_that_the_server_cannot_use_is_refused(
    http: Client, mastodon_server: LoopbackMastodon, clip: Media
) -> None:
    mastodon_server.reset(media_fails=True)
    begun = await mastodon.upload(http, mastodon_server.account, clip)
    with pytest.raises(Refused, match=r"could not use raking\.mp4"):
        await mastodon.upload(http, mastodon_server.account, clip, begun)


@pytest.mark.anyio
async def test_a_file_that_the_server_has_forgotten_is_sent_again(
    http: Client, mastodon_server: LoopbackMastodon, clip: Media
) -> None:
    begun = await mastodon.upload(http, mastodon_server.account, clip)
    mastodon_server.reset()
    again = await mastodon.upload(http, mastodon_server.account, clip, begun)
    assert again.ref
    assert again.ref != begun.ref


@pytest.mark.anyio
async def test_whoever_answers_is_read_and_our_own_thread_is_not(
    http: Client, mastodon_server: LoopbackMastodon
) -> None:
    account = (await mastodon.sign_in(http, mastodon_server.account)).account
    first = await mastodon.publish(http, account, outgoing("Open from ten."))
    await mastodon.publish(http, account, outgoing("And on Sunday.", reply_to=first, root=first))
    guest = replace(account, secrets={"token": "loopback-token-7"})
    guest = (await mastodon.sign_in(http, guest)).account
    answer = outgoing("Dogs < too?", reply_to=first)
    await mastodon.publish(http, guest, answer)
    (comment,) = await mastodon.comments(http, account, first, since=answer.created_at - SECOND)
    assert (comment.text, comment.reply_to) == ("Dogs < too?", first.remote_id)
    assert not await mastodon.comments(http, account, first, since=comment.at + SECOND)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("instance", "text", "host"),
    [
        ("v2", 777, "loopback.example"),
        ("v1", 777, "loopback.example"),
        ("old", 777, "loopback.example"),
        ("none", 500, "127.0.0.1"),
    ],
)
async def test_limits_are_the_servers_own(
    http: Client,
    mastodon_server: LoopbackMastodon,
    instance: str,
    text: int,
    host: str,
) -> None:
    mastodon_server.reset(instance=instance, max_characters=777)
    profile = await mastodon.sign_in(http, mastodon_server.account)
    assert profile.limits.text == text
    assert profile.limits.url_length == 23
    assert profile.account.handle == f"tester@{host}"
    assert profile.account.remote_id == mastodon_server.remote_id


@pytest.mark.anyio
async def test_reading_back_turns_the_pages(
    http: Client, mastodon_server: LoopbackMastodon
) -> None:
    account, part = mastodon_server.account, outgoing("The first of many.")
    sent = await mastodon.publish(http, account, part)
    for number in range(95):
        await mastodon.publish(http, account, outgoing(f"Number {number}."))
    assert await found(http, account, part) == [sent.remote_id]
    later = replace(part, created_at=part.created_at + timedelta(minutes=5))
    assert await found(http, account, later) == []


@pytest.mark.anyio
async def test_a_list_that_stops_too_early_proves_nothing(
    http: Client, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readback, "PAGES", 1)
    account, part = mastodon_server.account, outgoing("Never sent.")
    for number in range(41):
        await mastodon.publish(http, account, outgoing(f"Number {number}."))
    with pytest.raises(TryLater, match="list"):
        await found(http, account, part)


@pytest.mark.anyio
@pytest.mark.parametrize("ahead", [-3600.0, 3600.0])
async def test_a_servers_clock_may_be_wrong(
    http: Client, mastodon_server: LoopbackMastodon, ahead: float
) -> None:
    mastodon_server.reset(clock_ahead=ahead)
    account, part = mastodon_server.account, outgoing("By their clock.")
    sent = await mastodon.publish(http, account, part)
    assert await found(http, account, part) == [sent.remote_id]
    later = replace(part, created_at=part.created_at + timedelta(minutes=5))
    assert await found(http, account, later) == []


@pytest.mark.anyio
async def test_same_words_with_a_picture_or_another_parent_are_another_post(
    http: Client, mastodon_server: LoopbackMastodon, picture: Media
) -> None:
    account = mastodon_server.account
    uploaded = await mastodon.upload(http, account, picture)
    plain = outgoing("Same words.")
    pictured = replace(outgoing("Same words."), media=(uploaded,))
    first = await mastodon.publish(http, account, plain)
    reply = replace(outgoing("Same words."), reply_to=first)
    assert await found(http, account, pictured) == []
    assert await found(http, account, reply) == []
    second = await mastodon.publish(http, account, pictured)
    third = await mastodon.publish(http, account, reply)
    assert await found(http, account, pictured) == [second.remote_id]
    assert await found(http, account, reply) == [third.remote_id]
    assert await found(http, account, plain) == [first.remote_id]


@pytest.mark.anyio
async def test_two_equal_posts_are_both_told(
    http: Client, mastodon_server: LoopbackMastodon
) -> None:
    one, two = outgoing("Twice."), outgoing("Twice.")
    for part in (one, two):
        await mastodon.publish(http, mastodon_server.account, part)
    assert len(await found(http, mastodon_server.account, one)) == 2


@pytest.mark.anyio
async def test_numbers_follow_the_server_and_leave_out_what_is_gone(
    http: Client, mastodon_server: LoopbackMastodon
) -> None:
    sent = await mastodon.publish(http, mastodon_server.account, outgoing("Like me."))
    mastodon_server.react(sent.remote_id, favourites_count=3, reblogs_count=2, replies_count=1)
    gone = Sent("12", "")
    numbers = await mastodon.numbers(http, mastodon_server.account, [gone, sent])
    assert list(numbers) == [sent.remote_id]
    told = numbers[sent.remote_id]
    assert (told.likes, told.reposts, told.replies, told.views) == (3, 2, 1, None)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", 0),
        ("https://example.org/" + "x" * 300, 23),
        ("see https://a.example.", 4 + 23 + 1),
        ("(https://example.org/a_(b))", 2 + 23),
        ("@somebody@elsewhere.example hi", len("@somebody hi")),
        ("mail@example.org", 16),
        ("👩‍👩‍👧‍👦🇳🇱e\u0301", 3),
        ("http:// no", 10),
    ],
)
def test_length(text: str, counted: int) -> None:
    assert mastodon.count(text) == counted


def test_another_server_counts_urls_its_own_way() -> None:
    assert mastodon.count("https://a.example", Limits(text=100, url_length=32)) == 32
    assert mastodon.count("https://a.example", Limits(text=100, url_length=None)) == 17


WORDS = st.text(alphabet=st.sampled_from("ab é👍🏽\n.,(#"), max_size=30)
URLS = st.sampled_from(["https://example.org", "http://a.example/x?y=1&z=(2)", "@me@b.example"])


@given(st.lists(st.one_of(WORDS, URLS), max_size=8))
def test_length_agrees_with_the_server(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert length(text, 23) == mastodon_html.length(text)


@given(st.lists(st.one_of(WORDS, URLS), max_size=8))
def test_the_html_of_a_text_is_read_as_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert strict_key(shown_text(mastodon_html.render(text))) == strict_key(text)


@pytest.mark.parametrize("text", TEXTS)
def test_different_texts_have_different_keys(text: str) -> None:
    assert strict_key(text + " More") != strict_key(text)
    assert loose_key(text + " More") != loose_key(text)
