"""What changes measurements: taking in what was sent, reading numbers, counting clicks.

The house does this by itself; no person is asked and nothing of it decides anything.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q

from aboveboard.channels.base import Numbers, Sent
from aboveboard.channels.errors import ChannelError, Gone, SignInAgain, TryLater
from aboveboard.channels.registry import network
from aboveboard.create.models import Link
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.http import Client, client
from aboveboard.kernel.ids import new_id
from aboveboard.measure import queries, rules
from aboveboard.measure.models import Reading, Snapshot, Stopped
from aboveboard.publish import accounts
from aboveboard.publish.models import Delivery, SentPart, State

log = logging.getLogger(__name__)

# A reader that dies leaves what it had in hand to be taken again after this time.
IN_HAND = timedelta(minutes=5)
# For one channel, and for one call whatever the number of channels, in seconds.
PER_CHANNEL, ALTOGETHER = 20.0, 45.0
AT_ONCE = 8
# "Gone" may be a server in repair; it is believed when it was said this often in a row.
GONE_AFTER = 3


def take_in(limit: int = 500) -> int:
    """Begin to read what was sent since; and what stood still when its channel was connected
    anew. Gives how many began."""
    waiting = Delivery.objects.filter(state=State.SENT, sent_at__isnull=False, reading=None)
    now = clock.now()
    began = [
        Reading(delivery_id=pk, next_at=rules.next_reading(sent_at, now))
        for pk, sent_at in waiting.order_by("sent_at").values_list("pk", "sent_at")[:limit]
        if sent_at
    ]
    for reading in began:
        if reading.next_at is None:
            reading.stopped = Stopped.OVER
    Reading.objects.bulk_create(began, ignore_conflicts=True)
    revived = Reading.objects.filter(
        Q(read_at=None) | Q(delivery__channel__connection__checked_at__gt=F("read_at")),
        stopped=Stopped.DEAD,
        delivery__channel__removed_at=None,
        delivery__channel__connection__state="ok",
        delivery__channel__connection__checked_at__gt=F("delivery__sent_at"),
    )
    again = Reading.objects.filter(pk__in=list(revived.values_list("pk", flat=True)[:limit]))
    return len(began) + again.update(next_at=now, stopped=Stopped.NO, failures=0, why="")


def count_click(
    link: Link, *, method: str = "GET", agent: str = "", prefetched: bool = False
) -> bool:
    """Count that somebody followed a link of a post that is out, in its hour and in no other way.

    Gives whether it was counted; what names itself a robot is not.
    """
    if not rules.is_reader(method, agent, prefetched=prefetched):
        return False
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(_CLICK, [new_id(), link.pk, hour, link.variant_id])
        return bool(cursor.rowcount)


_CLICK = """
INSERT INTO measure_clicks (id, link_id, hour, count)
SELECT %s, %s, %s, 1 WHERE EXISTS (
    SELECT 1 FROM publish_delivery d JOIN publish_sentpart s ON s.delivery_id = d.id
    WHERE d.variant_id = %s)
ON CONFLICT (link_id, hour) DO UPDATE SET count = measure_clicks.count + 1
"""


@dataclass(frozen=True, slots=True)
class _Due:
    """A delivery whose numbers are to be read."""

    delivery: UUID
    variant: UUID
    network: str
    sent_at: datetime
    sent: Sent | None
    failures: int


@dataclass(slots=True)
class Read:
    """What a call of `read_due` did: deliveries read, snapshots written, channels that failed."""

    read: int = 0
    written: int = 0
    failed: dict[UUID, str] = field(default_factory=dict)


async def read_due(now: datetime | None = None, *, limit: int = 1_000) -> Read:
    """Read the numbers of every delivery that is due, a request per channel where that is
    possible, and note them. Channels do not wait for each other and none keeps it for long."""
    moment = now or clock.now()
    by_channel = await sync_to_async(_claim)(moment, limit)
    done = Read()
    turns = asyncio.Semaphore(AT_ONCE)
    async with client(allow_hosts=settings.ALLOW_HOSTS) as http:

        async def one(channel: UUID, due: Sequence[_Due]) -> None:
            async with turns:
                told = await _told(http, channel, due)
            if isinstance(told, ChannelError):
                await sync_to_async(_note_failure)(due, told, moment)
                done.failed[channel] = told.why
            else:
                done.written += await sync_to_async(_note)(due, told, moment)
                done.read += len(due)

        try:
            async with asyncio.timeout(ALTOGETHER), asyncio.TaskGroup() as tasks:
                for channel, due in by_channel.items():
                    tasks.create_task(one(channel, due))
        except TimeoutError:
            log.warning("Reading numbers took too long; what is left is read in some minutes.")
    return done


async def _told(
    http: Client, channel: UUID, due: Sequence[_Due]
) -> Mapping[str, Numbers] | ChannelError:
    """The channel's answer by remote id, or what went wrong, as a value."""
    try:
        async with asyncio.timeout(PER_CHANNEL):
            adapter = network(due[0].network)
            account = await accounts.account_of(channel)
            sent = [item.sent for item in due if item.sent]
            told, _account = await accounts.asked(
                http, channel, account, lambda one: adapter.numbers(http, one, sent)
            )
            return told
    except ChannelError as error:
        return error
    except AboveboardError as error:
        return SignInAgain(str(error))
    except TimeoutError:
        return TryLater(f"No answer within {PER_CHANNEL:.0f} seconds.")
    except Exception:
        # An answer that an adapter cannot read must not keep the other channels from theirs.
        log.exception("Reading the numbers of channel %s failed.", channel)
        return TryLater("The answer could not be read.")


def _claim(now: datetime, limit: int) -> dict[UUID, list[_Due]]:
    """The due readings by channel, put off so that no other worker takes them too."""
    with transaction.atomic():
        readings = list(
            Reading.objects.filter(next_at__lte=now)
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("delivery__channel")
            .order_by("next_at")[:limit]
        )
        Reading.objects.filter(pk__in=[reading.pk for reading in readings]).update(
            next_at=now + IN_HAND
        )
    parts = {
        part.delivery_id: part
        for part in SentPart.objects.filter(
            delivery_id__in=[reading.pk for reading in readings], part=0
        )
    }
    by_channel: dict[UUID, list[_Due]] = defaultdict(list)
    for reading in readings:
        delivery, part = reading.delivery, parts.get(reading.pk)
        by_channel[delivery.channel_id].append(
            _Due(
                delivery=delivery.pk,
                variant=delivery.variant_id,
                network=delivery.channel.network,
                sent_at=delivery.sent_at or delivery.at,
                sent=Sent(part.remote_id, part.url, handle=part.handle, at=part.at)
                if part
                else None,
                failures=reading.failures,
            )
        )
    return by_channel


def _note(due: Sequence[_Due], told: Mapping[str, Numbers], now: datetime) -> int:
    """Write down what is news and when to read next; gives how many snapshots there were."""
    ids = [item.delivery for item in due]
    before = queries.snapshots(ids)
    clicks = queries.counted_clicks(ids)
    fresh: list[Snapshot] = []
    for item in due:
        known = told.get(item.sent.remote_id, Numbers()) if item.sent else Numbers()
        stands = rules.with_clicks(known, clicks.get(item.delivery))
        last = before.get(item.delivery)
        if rules.worth_keeping(
            stands,
            now,
            before=last.numbers if last else None,
            before_at=last.at if last else None,
        ):
            values = {metric: getattr(stands, metric) for metric in rules.METRICS}
            fresh.append(Snapshot(delivery_id=item.delivery, at=now, **values))
    with transaction.atomic():
        Snapshot.objects.bulk_create(fresh)
        _put_off({item: rules.next_reading(item.sent_at, now) for item in due}, read_at=now)
    return len(fresh)


def _put_off(when: Mapping[_Due, datetime | None], *, read_at: datetime) -> None:
    by_time: dict[datetime | None, list[UUID]] = defaultdict(list)
    for item, following in when.items():
        by_time[following].append(item.delivery)
    for following, ids in by_time.items():
        Reading.objects.filter(pk__in=ids).update(
            next_at=following,
            read_at=read_at,
            failures=0,
            why="",
            stopped=Stopped.NO if following else Stopped.OVER,
        )


def _note_failure(due: Iterable[_Due], error: ChannelError, now: datetime) -> None:
    """Put off what could not be read, or stop where only a person can help."""
    wait = timedelta(seconds=error.wait or 0) if isinstance(error, TryLater) else timedelta()
    for item in due:
        failures = item.failures + 1
        dead = isinstance(error, SignInAgain) or (
            isinstance(error, Gone) and failures >= GONE_AFTER
        )
        over = rules.next_reading(item.sent_at, now) is None
        Reading.objects.filter(pk=item.delivery).update(
            next_at=None if dead or over else now + max(rules.pause_after(failures), wait),
            failures=min(failures, 1_000),
            why=error.why,
            stopped=Stopped.DEAD if dead else Stopped.OVER if over else Stopped.NO,
        )


async def begin_and_read(limit: int) -> Read:
    """A minute's work: take in what was sent, then read what is due."""
    await sync_to_async(take_in)(limit)
    return await read_due(limit=limit)
