"""What every network must do, whatever server it talks to. Each adapter's tests inherit this.

A subclass gives the fixtures `network` and `account` (with secrets, not signed in yet).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from tests.servers.lossy import Lose, lossy

from aboveboard.channels.base import Account, Media, Network, Outgoing, Sent
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id

TEXTS = (
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


@pytest.mark.anyio
class NetworkContract:
    """What holds for every network."""

    @pytest.fixture
    async def ready(self, network: Network, http: httpx.AsyncClient, account: Account) -> Account:
        return (await network.sign_in(http, account)).account

    @staticmethod
    async def _find(
        network: Network, http: httpx.AsyncClient, account: Account, part: Outgoing
    ) -> Sequence[Sent]:
        since = part.created_at - timedelta(seconds=1)
        return await network.find(http, account, part, since=since)

    async def test_sign_in_tells_who_this_is(
        self, network: Network, http: httpx.AsyncClient, account: Account
    ) -> None:
        profile = await network.sign_in(http, account)
        assert profile.display_name
        assert profile.limits.text >= 100
        assert profile.limits.unit == network.limits.unit
        assert all(secret not in repr(profile) for secret in profile.account.secrets.values())

    @pytest.mark.parametrize("text", TEXTS)
    async def test_what_was_sent_is_found(
        self, network: Network, http: httpx.AsyncClient, ready: Account, text: str
    ) -> None:
        part = outgoing(text)
        sent = await network.publish(http, ready, part)
        assert sent.url.startswith("http")
        found = await self._find(network, http, ready, part)
        assert [(post.remote_id, post.handle) for post in found] == [(sent.remote_id, sent.handle)]

    async def test_pictures_go_out_with_their_alt_text(
        self, network: Network, http: httpx.AsyncClient, ready: Account, picture: Media
    ) -> None:
        uploaded = await network.upload(http, ready, picture)
        assert uploaded.alt == picture.alt
        bare = outgoing("A rake in the basin.")
        part = replace(bare, media=(uploaded,))
        sent = await network.publish(http, ready, part)
        assert [post.remote_id for post in await self._find(network, http, ready, part)] == [
            sent.remote_id
        ]
        await self.check_picture(network, http, ready, sent, picture)

    async def check_picture(
        self,
        network: Network,
        http: httpx.AsyncClient,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        """Where a server can be asked for a post's pictures, a subclass looks at them."""


@pytest.mark.anyio
class ServerContract(NetworkContract):
    """What holds besides for a network that is asked over HTTP.

    `publishing_path` and `upload_path` are where its requests go; `counts` says that the
    server tells numbers.
    """

    publishing_path = ""
    upload_path = ""
    counts = True

    async def test_a_dead_secret_asks_to_sign_in_again(
        self, network: Network, http: httpx.AsyncClient, ready: Account
    ) -> None:
        dead = replace(ready, secrets=dict.fromkeys(ready.secrets, "dead"))
        part = outgoing("Nobody may say this.")
        with pytest.raises(SignInAgain):
            await network.sign_in(http, dead)
        with pytest.raises(SignInAgain):
            await network.publish(http, dead, part)
        assert not await self._find(network, http, ready, part)

    async def test_a_server_out_of_reach_is_tried_later(
        self, network: Network, http: httpx.AsyncClient, ready: Account, picture: Media
    ) -> None:
        away = replace(ready, server="http://127.0.0.1:9")
        part = outgoing("To nobody.")
        with pytest.raises(TryLater):
            await network.publish(http, away, part)
        with pytest.raises(TryLater):
            await network.upload(http, away, picture)
        with pytest.raises(TryLater):
            await network.find(http, away, part, since=part.created_at)

    async def test_a_private_address_is_refused_unless_allowed(
        self, network: Network, guarded: httpx.AsyncClient, ready: Account
    ) -> None:
        with pytest.raises(Refused, match="ABOVEBOARD_ALLOW_HOSTS"):
            await network.publish(guarded, ready, outgoing("Not inside."))

    async def test_another_text_is_not_taken_for_it(
        self, network: Network, http: httpx.AsyncClient, ready: Account
    ) -> None:
        assert not await self._find(network, http, ready, outgoing("Never sent."))
        await network.publish(http, ready, outgoing("Salt, 5 € a jar."))
        assert not await self._find(network, http, ready, outgoing("Salt, 6 € a jar."))

    async def test_a_picture_that_is_gone_from_here_is_no_silent_loss(
        self, network: Network, http: httpx.AsyncClient, ready: Account, picture: Media
    ) -> None:
        with pytest.raises(FileNotFoundError):
            await network.upload(http, ready, replace(picture, path=Path("/nowhere/at/all.png")))

    async def test_a_thread_hangs_together(
        self, network: Network, http: httpx.AsyncClient, ready: Account
    ) -> None:
        first = await network.publish(http, ready, outgoing("First of three."))
        second_part = outgoing("Second of three.", reply_to=first, root=first)
        second = await network.publish(http, ready, second_part)
        third_part = outgoing("Third of three.", reply_to=second, root=first)
        third = await network.publish(http, ready, third_part)
        for part, sent in ((second_part, second), (third_part, third)):
            found = await self._find(network, http, ready, part)
            assert [post.remote_id for post in found] == [sent.remote_id]

    @pytest.mark.parametrize("lose", ["request", "answer"])
    async def test_a_lost_answer_is_unknown_and_reading_back_settles_it(
        self, network: Network, http: httpx.AsyncClient, ready: Account, lose: Lose
    ) -> None:
        part = outgoing(f"Lost: the {lose}.")
        async with lossy(ready.server, lose=lose, path=self.publishing_path) as server:
            through = replace(ready, server=server)
            with pytest.raises(OutcomeUnknown):
                await network.publish(http, through, part)
            found = await self._find(network, http, through, part)
        assert len(found) == (1 if lose == "answer" else 0)

    async def test_a_lost_answer_to_an_upload_is_tried_later(
        self, network: Network, http: httpx.AsyncClient, ready: Account, picture: Media
    ) -> None:
        async with lossy(ready.server, lose="answer", path=self.upload_path) as server:
            with pytest.raises(TryLater):
                await network.upload(http, replace(ready, server=server), picture)

    async def test_numbers_are_told_of_posts_that_are_there(
        self, network: Network, http: httpx.AsyncClient, ready: Account
    ) -> None:
        sent = await network.publish(http, ready, outgoing("Count me."))
        numbers = await network.numbers(http, ready, [sent])
        if not self.counts:
            assert all(value is None for told in numbers.values() for value in vars(told).values())
            return
        told = vars(numbers[sent.remote_id])
        assert {name for name, value in told.items() if value is not None} <= set(
            network.capabilities.metrics
        )
        assert {told["replies"], told["likes"], told["reposts"]} == {0}


@pytest.mark.anyio
class OwnIdContract(NetworkContract):
    """What holds for a network whose ids we choose."""

    async def test_a_repeat_under_our_own_id_is_the_same_post(
        self, network: Network, http: httpx.AsyncClient, ready: Account
    ) -> None:
        part = outgoing("Once and once only. #salt https://example.org")
        first = await network.publish(http, ready, part)
        assert await network.publish(http, ready, part) == first


@pytest.mark.anyio
class LimitContract(NetworkContract):
    """What holds for a server that refuses a text over its limit."""

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: httpx.AsyncClient, account: Account
    ) -> None:
        profile = await network.sign_in(http, account)
        limit = profile.limits.text
        exact = "Sałt é " * (limit // 7) + "x" * (limit % 7)
        assert network.count(exact, profile.limits) == limit
        await network.publish(http, profile.account, outgoing(exact))
        with pytest.raises(Refused):
            await network.publish(http, profile.account, outgoing(exact + "x"))
