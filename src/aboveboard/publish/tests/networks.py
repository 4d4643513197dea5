"""Networks of the tests: the loopback Mastodon server behind an adapter with other manners."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from aboveboard.channels import rates, registry
from aboveboard.channels.base import Account, Card, Media, Outgoing, Prepared, Sent, Uploaded
from aboveboard.channels.errors import TryLater
from aboveboard.channels.mastodon.network import Mastodon
from aboveboard.kernel.http import Client


@contextmanager
def known(network: Mastodon) -> Iterator[None]:
    """The registry knows this network for as long as the block lasts."""
    registry._NETWORKS[network.name] = network
    try:
        yield
    finally:
        del registry._NETWORKS[network.name]


class SideError(Mastodon):
    """A fault of ours, after the request: what was to be done with the answer fails."""

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        await super().publish(http, account, part)
        raise KeyError("a fault of ours after the request")


class Stepwise(Mastodon):
    """Takes media in pieces, wants each part prepared, and may say that all that is stale.

    `asked` tells the steps in their order; `wait` is what it asks to wait between them.
    """

    name = "stepwise"
    capabilities = replace(Mastodon.capabilities, prepares=True)

    def __init__(self, *, pieces: int = 3, wait: float = 0.0, stale: int = 0) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._pieces = pieces
        self._wait = wait
        self._stale = stale

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        piece = int(begun.ref) + 1 if begun else 1
        self.asked.append(f"piece {piece}")
        if piece < self._pieces:
            return Uploaded(str(piece), media.alt, 8, 6, done=False, wait=self._wait)
        return await super().upload(http, account, media)

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        self.asked.append(f"prepare {part.text}{', polled' if begun else ''}")
        return Prepared(f"box of {part.text}", done=bool(begun), wait=self._wait)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        assert part.prepared == f"box of {part.text}"
        self.asked.append(f"publish {part.text}")
        if self._stale:
            self._stale -= 1
            raise TryLater("The box is gone.", stale=True)
        return await super().publish(http, account, part)


class Broken(Stepwise):
    """An adapter that does not understand what it is answered in one of its steps."""

    def __init__(self, step: str) -> None:
        super().__init__(pieces=1)
        self._step = step

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        if self._step == "upload":
            raise KeyError("uploadInstructions")
        return await super().upload(http, account, media, begun)

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        if self._step == "prepare":
            raise KeyError("id")
        return await super().prepare(http, account, part, begun)


class Carding(Mastodon):
    """Gives a link the card that it is given, and keeps what it was."""

    name = "carding"
    capabilities = replace(Mastodon.capabilities, link_preview="own")

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[tuple[Card | None, int]] = []

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        self.cards.append((part.card, len(part.media)))
        return await super().publish(http, account, part)


class Counting(Mastodon):
    """Says after every post that the app's budget is used up for `wait` seconds."""

    name = "counting"
    capabilities = replace(Mastodon.capabilities, rates="app")

    def __init__(self, wait: float) -> None:
        super().__init__()
        self._wait = wait

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        sent = await super().publish(http, account, part)
        rates.note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(self._wait)})
        return sent
