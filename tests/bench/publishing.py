"""How fast the worker publishes, beside a bare client that posts the same to the same server.

Run as a module: it makes a database of its own and drops it, and says one line of JSON.
- rate: 1,000 posts due at one instant on one channel, until the last is sent;
- lateness: 1,000 posts due one after another at three quarters of that rate;
- scaling: 1,000 posts due at one instant on 20 channels of a server that takes its time, by one
  worker and by two.
The bare client runs before and after; its mean is the limit.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aboveboard.config.settings")
    django.setup()

from django.conf import settings
from django.db import connection

from aboveboard.brand.models import Channel
from aboveboard.kernel import clock
from aboveboard.publish.engine.options import Options
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Delivery
from aboveboard.publish.tests.running import mastodon_channel
from tests.builders import House, make_brand, make_many_approved, make_workspace
from tests.database import database_url
from tests.servers.fixtures import LoopbackMastodon, loopback_mastodon
from tests.servers.process import ROOT

POSTS = 1000
LEAD = timedelta(seconds=6)
SHARE = 0.75
# A worker has 64 requests under way at most: 128 posts a second, of which two may do twice as many.
CHANNELS, SLOW = 20, 0.5

Times = list[tuple[datetime, datetime]]


def main() -> None:
    with database(), loopback_mastodon() as server:
        house = make_workspace()
        channel = mastodon_channel(make_brand(house), server)
        bares = [bare(server)]
        server.reset()
        with worker():
            rate = burst(house, [channel], "Burst")
            server.reset()
            bares.append(bare(server))
            server.reset()
            late = stream(house, channel, rate * SHARE)
        channels = [mastodon_channel(make_brand(house), server) for _ in range(CHANNELS)]
        server.reset(latency=SLOW)
        with worker():
            one = burst(house, channels, "One")
        with worker(), worker():
            two = burst(house, channels, "Two")
    found = {
        "rate": rate,
        "bare": sum(bares) / len(bares),
        "bares": bares,
        "late_p50": late[len(late) // 2],
        "late_p99": late[int(len(late) * 0.99)],
        "late_max": late[-1],
        "stream": rate * SHARE,
        "one_worker": one,
        "two_workers": two,
    }
    print(json.dumps(found))


def texts(kind: str) -> list[str]:
    """Posts of a usual length, each different."""
    words = "The pans are open and the wind is from the west; come and see how salt is raked. "
    return [f"{kind} {number}. {words * 3}".strip() for number in range(POSTS)]


def bare(server: LoopbackMastodon) -> float:
    """Posts a second of a bare client with the same number of requests at once."""
    given = {
        "url": server.url,
        "token": server.token,
        "texts": texts("Bare"),
        "concurrency": Options().channel_limit,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bare"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return float(done.stdout)


@contextmanager
def database() -> Iterator[None]:
    """A database of our own for as long as the block lasts."""
    embedded = settings.ABOVEBOARD_EMBEDDED
    if embedded:
        embedded.start()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"aboveboard_bench_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


@contextmanager
def worker() -> Iterator[None]:
    """A worker process as in production."""
    environment: Mapping[str, str] = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "ABOVEBOARD_SECRET_KEYS": ",".join(settings.SECRET_KEYS),
        "ABOVEBOARD_ALLOW_HOSTS": "127.0.0.1",
        "ABOVEBOARD_LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "tests.bench.worker"]
    process = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until_sent(kind: str, *, seconds: float) -> Times:
    """When the posts of a kind were due and when they were sent, in the order of sending."""
    rows = Delivery.objects.filter(payload__contains=f'"{kind} ', state="sent")
    until = time.monotonic() + seconds
    while rows.count() < POSTS:
        if time.monotonic() > until:
            raise SystemExit(f"Only {rows.count()} of {POSTS} were sent in {seconds:.0f} s.")
        time.sleep(0.5)
    return [
        (at, sent) for at, sent in rows.order_by("sent_at").values_list("at", "sent_at") if sent
    ]


def burst(house: House, channels: Sequence[Channel], kind: str) -> float:
    """Posts a second when all are due at one instant."""
    due = clock.now() + LEAD
    for number, channel in enumerate(channels):
        make_many_approved(house, channel, texts(kind)[number :: len(channels)], at=due)
    take_in(limit=POSTS)
    # Nothing is asked of the database while the first seconds are measured.
    time.sleep(max(0.0, (due - clock.now()).total_seconds()) + 2)
    times = wait_until_sent(kind, seconds=120)
    return POSTS / (times[-1][1] - due).total_seconds()


def stream(house: House, channel: Channel, rate: float) -> list[float]:
    """Lateness in seconds, sorted, of posts that are due one after another."""
    first = clock.now() + LEAD
    at = [first + timedelta(seconds=number / rate) for number in range(POSTS)]
    make_many_approved(house, channel, texts("Stream"), at=at)
    take_in(limit=POSTS)
    time.sleep(max(0.0, (at[-1] - clock.now()).total_seconds()) + 0.5)
    times = wait_until_sent("Stream", seconds=120)
    return sorted((sent - at).total_seconds() for at, sent in times)


if __name__ == "__main__":
    main()
