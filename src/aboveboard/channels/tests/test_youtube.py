"""YouTube passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from tests.servers.contract import youtube as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import TEXTS, LimitContract, ServerContract, made, outgoing
from aboveboard.channels.youtube.network import youtube
from aboveboard.kernel.http import Client

CHANGE = "PUT /youtube/v3/videos"
PIECE = "PUT /upload/youtube/v3/videos/session/{id}"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    secrets = {"token": contract.TOKEN, "refresh": "r0", "client_id": "app"}
    return Account(server.url, "", "", secrets | {"client_secret": "hush"})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await youtube.sign_in(http, account)).account


class TestYouTube(ServerContract, LimitContract):
    publishing_path = "/youtube/v3/videos"
    publishing_method = "PUT"
    upload_path = "/upload/youtube/v3/videos"
    # YouTube takes no < and >.
    texts = tuple(text.translate(str.maketrans("<>", "‹›")) for text in TEXTS)

    @pytest.fixture
    def network(self) -> Network:
        return youtube

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: Client, account: Account, needed: tuple[Media, ...]
    ) -> None:
        """5,000 bytes, whatever the letters."""
        me = (await network.sign_in(http, account)).account
        for text, fits in (("ł" * 2_500, True), ("ł" * 2_500 + "x", False)):
            part = await made(network, http, me, outgoing(text, title="Salt"), needed)
            assert (network.count(text) <= 5_000) is fits
            if fits:
                await network.publish(http, me, part)
            else:
                with pytest.raises(Refused, match="invalidDescription"):
                    await network.publish(http, me, part)

    async def test_a_thread_hangs_together(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        assert not network.capabilities.threads


def test_words_for_pictures_are_not_refused_though_they_go_nowhere() -> None:
    """They are asked for everywhere; a limit of none would let no post pass."""
    assert not youtube.capabilities.alt_text
    assert youtube.limits.alt >= 1_000


@pytest.mark.anyio
async def test_nothing_shows_before_it_is_published(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking. #salt", title="Salt"), [clip])
    (video,) = server.state.videos.values()
    assert video["status"].privacy_status == "private"
    assert video["content"] == clip.path.read_bytes()
    assert not await youtube.find(http, ready, part, since=part.created_at)
    await youtube.publish(http, ready, part)
    assert video["status"].privacy_status == "public"
    assert (video["snippet"].title, video["snippet"].tags) == ("Salt", ["salt"])


@pytest.mark.anyio
async def test_its_own_fields_say_what_is_synthetic_and_paid(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    native = {"containsSyntheticMedia": True, "hasPaidProductPlacement": True}
    part = await made(youtube, http, ready, outgoing("Raking.", native=native), [clip])
    await youtube.publish(http, ready, part)
    (video,) = server.state.videos.values()
    assert video["status"].contains_synthetic_media
    assert video["paid"]
    assert not video["status"].self_declared_made_for_kids
    children = replace(ready, secrets={**ready.secrets, "audience": "Yes"})
    await youtube.publish(http, children, part)
    assert video["status"].self_declared_made_for_kids


@pytest.mark.anyio
async def test_an_app_that_is_not_audited_is_told(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.audited = False
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    with pytest.raises(Refused, match="audit"):
        await youtube.publish(http, ready, part)
    assert not await youtube.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_a_refusal_to_make_it_public_says_the_same(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    server.next(CHANGE, contract.error(403, "forbiddenPrivacySetting", "No.").reply)
    with pytest.raises(Refused, match="audit"):
        await youtube.publish(http, ready, part)


@pytest.mark.anyio
async def test_each_channel_of_a_sign_in_is_offered(
    http: Client, account: Account, server: Server[contract.State]
) -> None:
    server.state.channels[contract.SECOND] = "Mill"
    one, two = await youtube.accounts(http, account)
    assert (one.account.remote_id, two.account.remote_id) == (contract.CHANNEL, contract.SECOND)
    again = await youtube.sign_in(http, two.account)
    assert (again.account.remote_id, again.display_name) == (contract.SECOND, "Mill")
    del server.state.channels[contract.SECOND]
    with pytest.raises(SignInAgain, match="not for Mill"):
        await youtube.sign_in(http, two.account)


@pytest.mark.anyio
async def test_a_video_in_another_channel_is_not_made_public(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.acts_for = contract.SECOND
    with pytest.raises(Refused, match="another channel than Saltworks"):
        await made(youtube, http, ready, outgoing("Raking."), [clip])


@pytest.mark.anyio
async def test_a_change_of_words_keeps_what_people_gave_it_at_youtube(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking. #salt", title="Salt"), [clip])
    sent = await youtube.publish(http, ready, part)
    video = server.state.videos[sent.remote_id]
    by_hand = {"category_id": "27", "tags": ["salt", "sea water"], "default_audio_language": "nl"}
    video["snippet"] = video["snippet"].model_copy(update=by_hand)
    before = video["status"]
    await youtube.edit(http, ready, sent, replace(part, text="Raking. #zout", title="Other"))
    now = video["snippet"]
    assert (now.title, now.description) == ("Salt", "Raking. #zout")
    assert (now.category_id, now.default_audio_language) == ("27", "nl")
    assert now.tags == ["sea water", "zout"]
    assert video["status"] == before


@pytest.mark.anyio
async def test_publishing_names_the_whole_status(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    craft = replace(ready, secrets={**ready.secrets, "category": "26"})
    part = await made(youtube, http, craft, outgoing("Raking."), [clip])
    sent = await youtube.publish(http, craft, part)
    video = server.state.videos[sent.remote_id]
    status = video["status"]
    assert (status.embeddable, status.license, status.public_stats_viewable) == (
        True,
        "youtube",
        True,
    )
    assert video["snippet"].category_id == "26"
    assert await youtube.publish(http, craft, part) == sent


@pytest.mark.anyio
async def test_a_video_whose_number_is_lost_is_found_among_the_uploads(
    http: Client, ready: Account, clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    bare = replace(part, media=())
    assert not await youtube.find(http, ready, bare, since=part.created_at)
    sent = await youtube.publish(http, ready, part)
    assert await youtube.find(http, ready, bare, since=part.created_at) == [sent]
    other = replace(bare, text="Rakes.")
    assert not await youtube.find(http, ready, other, since=part.created_at)


@pytest.mark.anyio
async def test_a_third_part_goes_under_the_video_too(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    post = await youtube.publish(http, ready, part)
    first = await youtube.publish(http, ready, outgoing("One.", reply_to=post, root=post))
    third = outgoing("Two.", reply_to=first, root=post)
    second = await youtube.publish(http, ready, third)
    assert await youtube.find(http, ready, third, since=part.created_at) == [second]
    threads = server.state.comments.values()
    assert {one["snippet"]["videoId"] for one in threads} == {post.remote_id}


@pytest.mark.anyio
async def test_a_video_for_children_has_no_comments(
    http: Client, ready: Account, clip: Media
) -> None:
    children = replace(ready, secrets={**ready.secrets, "audience": "yes"})
    part = await made(youtube, http, children, outgoing("Raking."), [clip])
    post = await youtube.publish(http, children, part)
    assert await youtube.comments(http, children, post, since=part.created_at) == []
    with pytest.raises(Refused, match="commentsDisabled"):
        await youtube.publish(http, children, outgoing("One.", reply_to=post, root=post))


@pytest.mark.anyio
async def test_a_title_is_taken_from_the_words_or_asked_for(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("\nRaking.\nBy hand."), [clip])
    sent = await youtube.publish(http, ready, part)
    assert server.state.videos[sent.remote_id]["snippet"].title == "Raking."
    with pytest.raises(Refused, match="wants a title"):
        await youtube.publish(http, ready, replace(part, text=" "))


@pytest.mark.anyio
async def test_hashtags_fill_the_tags_up_to_their_limit(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    words = " ".join(f"#{'salt' * 12}{number:02}" for number in range(12))
    part = await made(youtube, http, ready, outgoing(words, title="Tags"), [clip])
    sent = await youtube.publish(http, ready, part)
    tags = server.state.videos[sent.remote_id]["snippet"].tags
    assert len(tags) == 9
    assert len(",".join(tags)) <= 500


@pytest.mark.anyio
async def test_words_with_angle_brackets_are_refused_with_the_mend(
    http: Client, ready: Account, clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("1 < 2"), [clip])
    with pytest.raises(Refused, match="in words"):
        await youtube.publish(http, ready, part)


@pytest.mark.anyio
async def test_others_comments_are_read_and_ours_can_be_changed(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    post = await youtube.publish(http, ready, part)
    under = outgoing("Opn at ten.", reply_to=post, root=post)
    ours = await youtube.publish(http, ready, under)
    asked = [
        contract.add_comment(server.state, post.remote_id, f"Number {number}?", author="UCguest")
        for number in range(120)
    ]
    contract.add_reply(server.state, asked[0], "I wonder too.", author="UCother")
    contract.add_reply(server.state, asked[0], "Soon.")
    since = part.created_at - timedelta(seconds=1)
    read = await youtube.comments(http, ready, post, since=since)
    assert [one.text for one in read][:2] == ["Number 0?", "Number 1?"]
    assert (read[-1].text, read[-1].reply_to) == ("I wonder too.", asked[0]["id"])
    assert len(read) == 121
    await youtube.edit(http, ready, ours, replace(under, text="Open at ten."))
    (found,) = await youtube.find(http, ready, replace(under, text="Open at ten."), since=since)
    assert found == ours
    for _ in range(2):
        await youtube.delete(http, ready, ours)
    assert ours.remote_id not in server.state.comments


@pytest.mark.anyio
async def test_an_account_without_a_channel_is_told(
    http: Client, account: Account, server: Server[contract.State]
) -> None:
    server.state.channels.clear()
    with pytest.raises(SignInAgain, match="no YouTube channel"):
        await youtube.sign_in(http, account)


@pytest.mark.anyio
async def test_a_token_is_renewed_and_the_refresh_token_kept(http: Client, ready: Account) -> None:
    fresh = await youtube.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r0")
    spent = replace(ready, secrets={**ready.secrets, "refresh": "old"})
    with pytest.raises(SignInAgain, match="revoked"):
        await youtube.refresh(http, spent)


@pytest.mark.anyio
async def test_a_spent_quota_is_waited_for_until_the_pacifics_midnight(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    server.next(CHANGE, contract.error(403, "quotaExceeded", "Quota exceeded.").reply)
    with (
        time_machine.travel(datetime(2026, 11, 25, 20, 0, tzinfo=UTC), tick=False),
        pytest.raises(TryLater) as caught,
    ):
        await youtube.publish(http, ready, part)
    assert caught.value.wait == 12 * 3600
    assert caught.value.status == 429


ERRORS = [
    (401, "authError", SignInAgain),
    (403, "insufficientPermissions", SignInAgain),
    (403, "forbidden", Refused),
    (400, "invalidTitle", Refused),
    (404, "videoNotFound", TryLater),
    (403, "rateLimitExceeded", TryLater),
    (403, "dailyLimitExceeded", TryLater),
    (400, "uploadLimitExceeded", TryLater),
    (403, "channelClosed", SignInAgain),
    (429, "uploadRateLimitExceeded", TryLater),
    (500, "backendError", OutcomeUnknown),
    (503, "backendError", OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "reason", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    reason: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    clip: Media,
) -> None:
    part = await made(youtube, http, ready, outgoing("Words."), [clip])
    server.next(CHANGE, contract.error(status, reason, "No.").reply)
    with pytest.raises(kind) as caught:
        await youtube.publish(http, ready, part)
    assert type(caught.value) is kind
    if isinstance(caught.value, SignInAgain):
        assert caught.value.refreshable is (status == 401)
    if isinstance(caught.value, TryLater):
        assert caught.value.stale is (status == 404)


@pytest.mark.anyio
async def test_an_answer_that_says_nothing_is_unknown(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Words."), [clip])
    server.next(CHANGE, Reply(200, b"<html>"))
    with pytest.raises(OutcomeUnknown):
        await youtube.publish(http, ready, part)
    assert isinstance(await youtube.publish(http, ready, part), Sent)
