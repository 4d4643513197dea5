"""What every network must do, whatever server it talks to. Each adapter's tests inherit this.

A subclass gives the fixtures `network` and `account` (with secrets, not signed in yet). A network
whose posts need a picture or video gets one with every post; what a network does not offer, by
its own `limits` and `capabilities`, is not asked of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import anyio
import pytest
from tests.servers.lossy import Lose, lossy

from aboveboard.channels.base import Account, Media, Network, Outgoing, Sent
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client
from aboveboard.kernel.ids import new_id

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
TEXTS: tuple[str, ...] = (
    "Salt is harvested by hand from June to September.",
    "Two lines\nand a third\n\nthen a paragraph.",
    "Read https://example.org/a/very/long/path/that/a/server/shortens?utm_source=x&utm_medium=y#z.",
    "(see https://example.org/wiki/Salt_(food)) and https://example.org/",
    "Tags: #Salt #zout, #Fleur_de_Sel! and no tag: C#",
    "1 < 2 && 3 > 2, “quoted” 'single' \"double\" <b>not bold</b>",
    "*stars* _lines_ `ticks` ~waves~ > arrow",
    "👩‍👩‍👧‍👦 🇳🇱 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 ñ",
    "ملح البحر من هولندا 5 €",
    "Thanks @somebody@elsewhere.example and mail@example.org",
    "Árvíztűrő tükörfúrógép – 3 × 4 = 12…",
)


def outgoing(text: str, **more: object) -> Outgoing:
    """A part with an id of its own, made now."""
    part = Outgoing(key=str(new_id()), text=text, lang="en", created_at=clock.now())
    return replace(part, **more)  # type: ignore[arg-type]


async def made(
    network: Network,
    http: Client,
    account: Account,
    part: Outgoing,
    media: Sequence[Media] = (),
) -> Outgoing:
    """The part once its media are there and what it needs besides is prepared, step by step."""
    uploads = []
    for one in media:
        upload = await network.upload(http, account, one)
        while not upload.done:
            await anyio.sleep(min(upload.wait, 0.01))
            upload = await network.upload(http, account, one, upload)
        uploads.append(upload)
    part = replace(part, media=tuple(uploads))
    if not network.capabilities.prepares:
        return part
    so_far = await network.prepare(http, account, part)
    while not so_far.done:
        await anyio.sleep(min(so_far.wait, 0.01))
        so_far = await network.prepare(http, account, part, so_far.ref)
    return replace(part, prepared=so_far.ref)


@pytest.mark.anyio
class NetworkContract:
    """What holds for every network; `lasting` is what a server never changes of an id."""

    texts = TEXTS
    lasting = slice(None)

    @pytest.fixture
    def needed(self, network: Network, picture: Media, clip: Media) -> tuple[Media, ...]:
        """The media that a post of this network must have, at the least."""
        if not network.limits.media_least:
            return ()
        return (picture if network.limits.images else clip,) * network.limits.media_least

    @pytest.fixture
    async def ready(self, network: Network, http: Client, account: Account) -> Account:
        return (await network.sign_in(http, account)).account

    async def _find(
        self, network: Network, http: Client, account: Account, part: Outgoing
    ) -> Sequence[Sent]:
        return await network.find(http, account, part, since=part.created_at - SECOND)

    async def assert_found(
        self, network: Network, http: Client, account: Account, part: Outgoing, *sent: Sent
    ) -> None:
        """Reading back shows these, and nothing where a network cannot be read back."""
        wanted = sent if network.reads_back(account) else ()
        found = await self._find(network, http, account, part)
        ids = [{(it.remote_id[self.lasting], it.handle) for it in of} for of in (wanted, found)]
        assert ids[0] == ids[1]

    async def test_sign_in_tells_who_this_is(
        self, network: Network, http: Client, account: Account
    ) -> None:
        profile = await network.sign_in(http, account)
        assert profile.display_name
        assert profile.limits.text >= 100
        assert profile.limits.unit == network.limits.unit
        hidden = {field.name for field in network.fields if field.secret}
        hidden |= {"token", "refresh", "client_secret"}
        secrets = [v for name, v in profile.account.secrets.items() if name in hidden]
        assert all(secret not in repr(profile) for secret in secrets if secret)

    @pytest.mark.parametrize("place", range(len(TEXTS)))
    async def test_what_was_sent_is_found(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        place: int,
    ) -> None:
        part = await made(network, http, ready, outgoing(self.texts[place]), needed)
        sent = await network.publish(http, ready, part)
        assert sent.remote_id
        assert not sent.url or sent.url.startswith("http")
        await self.assert_found(network, http, ready, part, sent)

    async def test_a_person_is_shown_what_stands_there(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        part = await made(network, http, ready, outgoing(words := "Salt, raked in June."), needed)
        sent = await network.publish(http, ready, part)
        shown = await network.standing(http, ready, since=part.created_at - MINUTE)
        if shown is None:
            assert network.capabilities.readback != "list" or not network.reads_back(ready)
            return
        there = {one.sent.remote_id[self.lasting]: " ".join(one.text.split()) for one in shown}
        assert words in there[sent.remote_id[self.lasting]]

    async def test_pictures_go_out_with_their_alt_text(
        self, network: Network, http: Client, ready: Account, picture: Media
    ) -> None:
        if not network.limits.images:
            return
        bare = outgoing("A rake in the basin.")
        pictures = [picture] * max(1, network.limits.media_least)
        part = await made(network, http, ready, bare, pictures)
        assert {uploaded.alt for uploaded in part.media} == {picture.alt}
        sent = await network.publish(http, ready, part)
        await self.assert_found(network, http, ready, part, sent)
        await self.check_picture(network, http, ready, sent, picture)

    async def test_a_video_goes_out(
        self, network: Network, http: Client, ready: Account, clip: Media
    ) -> None:
        if not network.limits.videos:
            return
        part = await made(network, http, ready, outgoing("Raking, in one second."), [clip])
        sent = await network.publish(http, ready, part)
        await self.assert_found(network, http, ready, part, sent)
        await self.check_video(network, http, ready, sent, clip)

    async def check_picture(
        self,
        network: Network,
        http: Client,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        """Where a server can be asked for a post's pictures, a subclass looks at them."""

    async def check_video(
        self, network: Network, http: Client, account: Account, sent: Sent, clip: Media
    ) -> None:
        """Where a server can be asked for a post's video, a subclass looks at it."""

    async def check_text(self, http: Client, account: Account, sent: Sent, text: str) -> None:
        """Where a server can be asked for a post's words, a subclass compares them."""

    async def test_what_is_out_is_edited_where_the_network_can(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        part = await made(network, http, ready, outgoing("Salt from Jnue."), needed)
        sent = await network.publish(http, ready, part)
        new = replace(part, text="Salt from June.")
        if not network.capabilities.edit:
            with pytest.raises(Refused):
                await network.edit(http, ready, sent, new)
            return
        for _ in range(2):
            assert (await network.edit(http, ready, sent, new)).remote_id == sent.remote_id
        await self.check_text(http, ready, sent, "Salt from June.")
        await self.assert_found(network, http, ready, new, sent)
        assert not await self._find(network, http, ready, part)

    async def test_what_is_out_is_taken_down_where_the_network_can(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        part = await made(network, http, ready, outgoing("Not this."), needed)
        sent = await network.publish(http, ready, part)
        if not network.capabilities.delete:
            with pytest.raises(Refused):
                await network.delete(http, ready, sent)
            return
        await network.delete(http, ready, sent)
        await network.delete(http, ready, sent)
        assert not await self._find(network, http, ready, replace(part, prepared=""))


@pytest.mark.anyio
class ServerContract(NetworkContract):
    """What holds besides for a network that is asked over HTTP.

    `publishing_path` and `upload_path`, “*” for any part of them, are where its requests go (""
    when it uploads nothing before it publishes); `counts` says that the server tells numbers.
    """

    publishing_path = ""
    publishing_method = "POST"
    upload_path = ""
    counts = True
    # Where the API begins below the server's address.
    root = ""

    async def test_a_dead_secret_asks_to_sign_in_again(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        dead = replace(ready, secrets=dict.fromkeys(ready.secrets, "dead"))
        part = await made(network, http, ready, outgoing("Nobody may say this."), needed)
        with pytest.raises(SignInAgain):
            await network.sign_in(http, dead)
        with pytest.raises(SignInAgain):
            await network.publish(http, dead, part)
        assert not await self._find(network, http, ready, part)

    async def test_a_server_out_of_reach_is_tried_later(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        picture: Media,
    ) -> None:
        away = replace(ready, server="http://127.0.0.1:9")
        part = await made(network, http, ready, outgoing("To nobody."), needed)
        with pytest.raises(TryLater):
            await network.publish(http, away, part)
        if self.upload_path:
            with pytest.raises(TryLater):
                await network.upload(http, away, needed[0] if needed else picture)
        if network.reads_back(ready):
            with pytest.raises(TryLater):
                await network.find(http, away, part, since=part.created_at)

    async def test_a_private_address_is_refused_unless_allowed(
        self,
        network: Network,
        http: Client,
        guarded: Client,
        ready: Account,
        needed: tuple[Media, ...],
    ) -> None:
        part = await made(network, http, ready, outgoing("Not inside."), needed)
        with pytest.raises(Refused, match="ABOVEBOARD_ALLOW_HOSTS"):
            await network.publish(guarded, ready, part)

    async def test_another_text_is_not_taken_for_it(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        never = await made(network, http, ready, outgoing("Never sent."), needed)
        assert not await self._find(network, http, ready, never)
        five = await made(network, http, ready, outgoing("Salt, 5 € a jar."), needed)
        await network.publish(http, ready, five)
        six = await made(network, http, ready, outgoing("Salt, 6 € a jar."), needed)
        assert not await self._find(network, http, ready, six)

    async def test_a_picture_that_is_gone_from_here_is_no_silent_loss(
        self, network: Network, http: Client, ready: Account, picture: Media
    ) -> None:
        if not self.upload_path or not network.limits.images:
            return
        with pytest.raises(FileNotFoundError):
            await network.upload(http, ready, replace(picture, path=Path("/nowhere/at/all.png")))

    async def test_a_thread_hangs_together(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        if not network.capabilities.threads:
            return
        first_part = await made(network, http, ready, outgoing("First of three."), needed)
        first = await network.publish(http, ready, first_part)
        two = outgoing("Second of three.", reply_to=first, root=first)
        second_part = await made(network, http, ready, two)
        second = await network.publish(http, ready, second_part)
        three = outgoing("Third of three.", reply_to=second, root=first)
        third_part = await made(network, http, ready, three)
        third = await network.publish(http, ready, third_part)
        for part, sent in ((second_part, second), (third_part, third)):
            await self.assert_found(network, http, ready, part, sent)

    async def test_a_first_comment_stands_under_its_post(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        if not network.capabilities.first_comment:
            return
        post_part = await made(network, http, ready, outgoing("The post itself."), needed)
        post = await network.publish(http, ready, post_part)
        under = outgoing("Links go here: https://example.org/", reply_to=post, root=post)
        part = await made(network, http, ready, under)
        sent = await network.publish(http, ready, part)
        assert sent.remote_id != post.remote_id
        await self.assert_found(network, http, ready, part, sent)
        await self.assert_found(network, http, ready, post_part, post)

    @pytest.mark.parametrize("lose", ["request", "answer"])
    async def test_a_lost_answer_is_unknown_and_reading_back_settles_it(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        lose: Lose,
    ) -> None:
        part = await made(network, http, ready, outgoing(f"Lost: the {lose}."), needed)
        async with lossy(
            ready.server, lose=lose, path=self.publishing_path, method=self.publishing_method
        ) as server:
            through = replace(ready, server=f"{server}{self.root}")
            with pytest.raises(OutcomeUnknown):
                await network.publish(http, through, part)
            found = await self._find(network, http, through, part)
        assert len(found) == (1 if lose == "answer" and network.reads_back(ready) else 0)

    async def test_a_lost_answer_to_an_upload_is_tried_later(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        picture: Media,
    ) -> None:
        if not self.upload_path:
            return
        async with lossy(ready.server, lose="answer", path=self.upload_path) as server:
            through = replace(ready, server=f"{server}{self.root}")
            with pytest.raises(TryLater):
                await network.upload(http, through, needed[0] if needed else picture)

    async def test_numbers_are_told_of_posts_that_are_there(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        part = await made(network, http, ready, outgoing("Count me."), needed)
        sent = await network.publish(http, ready, part)
        numbers = await network.numbers(http, ready, [sent])
        if not self.counts:
            assert all(value is None for told in numbers.values() for value in vars(told).values())
            return
        told = vars(numbers[sent.remote_id])
        names = {name for name, value in told.items() if value is not None}
        assert names
        assert names <= set(network.capabilities.metrics)
        assert {told[name] for name in names & {"replies", "likes", "reposts"}} <= {0}


@pytest.mark.anyio
class OwnIdContract(NetworkContract):
    """What holds for a network whose ids we choose."""

    async def test_a_repeat_under_our_own_id_is_the_same_post(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        text = "Once and once only. #salt https://example.org"
        part = await made(network, http, ready, outgoing(text), needed)
        first = await network.publish(http, ready, part)
        assert await network.publish(http, ready, part) == first


@pytest.mark.anyio
class LimitContract(NetworkContract):
    """What holds for a server that refuses a text over its limit."""

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: Client, account: Account, needed: tuple[Media, ...]
    ) -> None:
        profile = await network.sign_in(http, account)
        limit = profile.limits.text
        exact = "Sałt é " * (limit // 7) + "x" * (limit % 7)
        assert network.count(exact, profile.limits) == limit
        await network.publish(
            http,
            profile.account,
            await made(network, http, profile.account, outgoing(exact), needed),
        )
        over = outgoing(exact + "x")
        with pytest.raises(Refused):
            await network.publish(
                http, profile.account, await made(network, http, profile.account, over, needed)
            )
