"""A bad afternoon, seeded: many channels, a lossy network, workers that die, a database that goes.

2,000 deliveries over 20 channels go to two Mastodon servers on loopback, one that honours
Idempotency-Key and one that ignores it. Of the publishing requests 10 % are dropped after the post
was made, 5 % answered with 500 before and 5 % after it, 5 % with 429, and 2 % hang. Two workers
one of them is killed by SIGKILL again and again, and PostgreSQL is ended twice, once without
warning. Run as a module it prints one line of JSON: what was sent, what is on the servers, what
differs. It brings a PostgreSQL of its own, in ABOVEBOARD_HOME.
"""

import json
import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection

from aboveboard.brand.models import Brand, Channel
from aboveboard.kernel import clock
from aboveboard.publish.models import Attempt, Delivery, SentPart
from tests.builders import House, make_brand, make_channel, make_many_approved, make_workspace
from tests.crash.worker import main as work
from tests.servers.fixtures import LoopbackMastodon, loopback_mastodon

CHANNELS, POSTS, KILLS, RESTARTS, WORKERS = 20, 2_000, 50, 2, 2
PATIENCE = 240.0
WEATHER = {
    "drop_after": 0.10,
    "error_before": 0.05,
    "error_after": 0.05,
    "rate_limit": 0.05,
    "hang_before": 0.01,
    "hang_after": 0.01,
}
# The posts are due one after another over so many seconds: the storm is never over early.
SPAN = 60.0
# So many requests lie between two kills, at the least and the most.
BETWEEN = (1, 10)


def chaos(seed: int) -> dict[str, Any]:
    """Everything there is to know of one run; see `Result` in test_chaos.py for what it means."""
    moments = random.Random(seed)
    embedded = settings.ABOVEBOARD_EMBEDDED
    assert embedded, "chaos ends its database: it takes none that was given"
    embedded.start()
    call_command("migrate", verbosity=0)
    with loopback_mastodon() as honours, loopback_mastodon() as ignores:
        honours.reset(idempotency=True, seed=seed, faults=WEATHER, latency=0.05)
        ignores.reset(idempotency=False, seed=seed + 1, faults=WEATHER, latency=0.05)
        wanted = _filled(make_workspace(), (honours, ignores))
        began = time.monotonic()
        with _Workers() as workers:
            kills, restarts = _storm(moments, workers, (honours, ignores), embedded)
            _wait_until_sent()
        return _told(wanted, (honours, ignores)) | {
            "kills": kills,
            "restarts": restarts,
            "seconds": round(time.monotonic() - began, 1),
        }


def _filled(
    house: House, servers: tuple[LoopbackMastodon, LoopbackMastodon]
) -> dict[str, list[str]]:
    """Approved posts on every channel, by remote account. Some on a channel are equal."""
    wanted: dict[str, list[str]] = {}
    first = clock.now()
    for number in range(CHANNELS):
        account = servers[number % 2].numbered(number)
        channel = _channel(make_brand(house), account.server, account.remote_id, account.secrets)
        count = POSTS // CHANNELS
        texts = [f"Channel {number}, tide {n - (n % 10 == 1)}." for n in range(count)]
        due = [first + timedelta(seconds=SPAN * n / count) for n in range(count)]
        make_many_approved(house, channel, texts, at=due)
        wanted[account.remote_id] = texts
    return wanted


def _channel(brand: Brand, server: str, remote_id: str, secrets: Any) -> Channel:
    return make_channel(
        brand, network="mastodon", server=server, remote_id=remote_id, secrets=dict(secrets)
    )


class _Workers:
    """Two workers, each a fork of a prepared process; whoever dies is followed by another."""

    def __init__(self) -> None:
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(["tests.crash.worker"])
        self._alive: list[ForkServerProcess] = []

    def __enter__(self) -> "_Workers":
        for _ in range(WORKERS):
            self._start()
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._alive:
            process.terminate()
        for process in self._alive:
            process.join(20)
            if process.is_alive():
                process.kill()

    def _start(self) -> None:
        process = self._processes.Process(target=work)
        process.start()
        self._alive.append(process)

    def kill(self, which: int) -> None:
        process = self._alive.pop(which)
        process.kill()
        process.join(10)
        self._start()


def _storm(
    moments: random.Random,
    workers: _Workers,
    servers: tuple[LoopbackMastodon, LoopbackMastodon],
    embedded: Any,
) -> tuple[int, int]:
    """Kill and restart at seeded moments; returns how often, while there was work to do."""
    ends = {KILLS // 3: "immediate", 2 * KILLS // 3: "fast"}
    restarts = 0
    for kill in range(KILLS):
        _wait_for_requests(servers, moments.randint(*BETWEEN))
        time.sleep(moments.uniform(0, 0.15))
        if how := ends.get(kill):
            embedded._pg_ctl("stop", "-m", how)
            time.sleep(moments.uniform(0.2, 1.0))
            embedded.start()
            restarts += 1
        if _left() == 0:
            return kill, restarts
        workers.kill(moments.randrange(WORKERS))
    return KILLS, restarts


def _wait_for_requests(servers: tuple[LoopbackMastodon, ...], more: int) -> None:
    wanted = sum(server.publishes() for server in servers) + more
    until = time.monotonic() + 20
    while sum(server.publishes() for server in servers) < wanted and time.monotonic() < until:
        time.sleep(0.02)


def _left() -> int:
    for _ in range(50):
        try:
            return (
                Delivery.objects.exclude(state="sent").count() if Delivery.objects.exists() else 1
            )
        except OperationalError:
            connection.close()
            time.sleep(0.1)
    raise SystemExit("The database did not come back.")


def _wait_until_sent() -> None:
    until = time.monotonic() + PATIENCE
    while Delivery.objects.filter(state="sent").count() < POSTS and time.monotonic() < until:
        time.sleep(0.2)


def _told(wanted: dict[str, list[str]], servers: tuple[LoopbackMastodon, ...]) -> dict[str, Any]:
    there: dict[str, list[dict[str, Any]]] = {}
    for server in servers:
        for status in server.statuses():
            there.setdefault(status["account"]["id"], []).append(status)
    duplicates = missing = 0
    for account, texts in wanted.items():
        words = Counter(_plain(status) for status in there.get(account, []))
        duplicates += (words - Counter(texts)).total()
        missing += (Counter(texts) - words).total()
    ids = {status["id"] for statuses in there.values() for status in statuses}
    known = set(SentPart.objects.values_list("remote_id", flat=True))
    return {
        "posts": sum(map(len, wanted.values())),
        "duplicates": duplicates,
        "missing": missing,
        "wrong_state": Delivery.objects.exclude(state="sent").count() + len(ids ^ known),
        "states": dict(Counter(Delivery.objects.values_list("state", flat=True))),
        "unsettled": Attempt.objects.filter(outcome__in=("", "unknown")).count(),
        "outcomes": dict(
            Counter(Attempt.objects.filter(step="publish").values_list("outcome", flat=True))
        ),
        "requests": sum(server.publishes() for server in servers),
    }


def _plain(status: dict[str, Any]) -> str:
    text: str = status["content"]
    return text.removeprefix("<p>").removesuffix("</p>")


if __name__ == "__main__":
    os.environ.setdefault("ABOVEBOARD_ALLOW_HOSTS", "127.0.0.1")
    print(json.dumps(chaos(int(sys.argv[1]))))
