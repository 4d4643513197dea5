"""A lane per channel: its limit of requests at once, its account, and whether it stands still."""

import asyncio
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID
from weakref import WeakValueDictionary

from aboveboard.channels.base import Account
from aboveboard.kernel.secrets import Vault
from aboveboard.publish.engine.job import Claimed


@dataclass
class Lane:
    """What a worker knows of a channel while it has deliveries of it in hand."""

    channel_id: UUID
    slots: asyncio.Semaphore
    ready: asyncio.Semaphore
    in_hand: int = 0
    rate_key: str = ""
    is_paused: bool = False
    look_slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    sign_in_lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed_until: float = 0.0
    _account: tuple[bytes, Account] | None = None
    _texts: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def text_lock(self, text: str) -> asyncio.Lock:
        """The lock of all texts that look like this one: letters and digits count."""
        key = "".join(filter(str.isalnum, text)).casefold()
        return self._texts.setdefault(key, asyncio.Lock())

    def close(self, seconds: float) -> None:
        """Start no request for so long; the database tells the other workers."""
        self._closed_until = max(self._closed_until, time.monotonic() + seconds)

    @property
    def is_closed(self) -> bool:
        return self.is_paused or time.monotonic() < self._closed_until

    def account(self, job: Claimed, vault: Vault) -> Account:
        """The account, its secrets opened once. Raises Invalid when no key opens them."""
        sealed = bytes(job.sealed)
        known = self._account
        if known and known[0] == sealed and known[1].server == job.server:
            return known[1]
        secrets = vault.open(sealed) if sealed else {}
        account = Account(job.server, job.handle, job.remote_id, secrets)
        self._account = (sealed, account)
        return account


class Lanes:
    """The lanes of one worker."""

    def __init__(self, *, limit: int, ready: int, ahead: int) -> None:
        self._limit = limit
        self._ready = max(ready, limit)
        self._ahead = ahead
        self._lanes: dict[UUID, Lane] = {}

    def lane(self, channel_id: UUID) -> Lane:
        lane = self._lanes.get(channel_id)
        if lane is None:
            # Reading back leaves some of the requests to sending.
            looks = asyncio.Semaphore(max(1, self._limit * 3 // 4))
            slots, ready = asyncio.Semaphore(self._limit), asyncio.Semaphore(self._ready)
            lane = Lane(channel_id, slots, ready, look_slots=looks)
            self._lanes[channel_id] = lane
        return lane

    def rooms(self) -> dict[UUID, int]:
        """How many more deliveries of each channel may be taken; others take the usual number."""
        return {
            lane.channel_id: 0 if lane.is_closed else max(self._ahead - lane.in_hand, 0)
            for lane in self._lanes.values()
            if lane.in_hand or lane.is_closed
        }

    def busy(self) -> list[UUID]:
        """The channels of which something is in hand."""
        return [lane.channel_id for lane in self._lanes.values() if lane.in_hand]

    def pause(self, channels: Collection[UUID]) -> None:
        """Let these stand still, and no others: what is not in hand is left to the claim."""
        for lane in self._lanes.values():
            lane.is_paused = lane.channel_id in channels

    def has_room(self, lane: Lane) -> bool:
        """Whether it is time to take more of this channel: early enough that none waits for it."""
        return lane.in_hand <= self._ahead // 2

    def close(self, lane: Lane, seconds: float) -> None:
        """Start no request on this channel, nor on those that share its app's budget."""
        for one in self._lanes.values():
            if one is lane or (lane.rate_key and one.rate_key == lane.rate_key):
                one.close(seconds)

    def of(self, jobs: Iterable[Claimed]) -> list[Lane]:
        """The lanes of these deliveries."""
        return [self.lane(channel) for channel in {job.channel_id for job in jobs}]
