"""Two workers on two hosts against one PostgreSQL; one host is cut off in the middle of requests.

The hosts are network namespaces, each with one line to this machine, where the database and a
Mastodon server are reached at an address of their own. Needs root and iproute2, else it is skipped.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from aboveboard.kernel import clock
from aboveboard.publish.models import Attempt, Delivery, SentPart, Worker
from aboveboard.publish.tests.running import wait_for
from tests.builders import make_brand, make_channel, make_many_approved, make_workspace
from tests.crash.relay import relay
from tests.servers.fixtures import LoopbackMastodon, mastodon_process, mastodon_server
from tests.servers.network import network
from tests.servers.process import ROOT

__all__ = ["mastodon_process", "mastodon_server"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.two_hosts]

POSTS, CHANNELS = 480, 8
# Where the database and the Mastodon server are for the hosts (RFC 2544's range for such tests).
PLACE = "198.18.0.1"


def ip(*arguments: str) -> None:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"Network namespaces need root and iproute2: {done.stderr.strip()}")


@dataclass(frozen=True)
class Host:
    """A namespace; `line` is this machine's end of its only line."""

    name: str
    line: str

    def cut(self) -> None:
        ip("link", "set", self.line, "down")

    def mend(self) -> None:
        ip("link", "set", self.line, "up")


@contextmanager
def host(number: int) -> Iterator[Host]:
    name = f"ab{os.getpid() % 10_000}h{number}"
    made = Host(name, f"{name}l")
    ip("netns", "add", name)
    try:
        ip("link", "add", made.line, "type", "veth", "peer", "name", "line", "netns", name)
        ip("address", "add", f"198.18.{number}.1/24", "dev", made.line)
        ip("link", "set", made.line, "up")
        ip("-n", name, "address", "add", f"198.18.{number}.2/24", "dev", "line")
        ip("-n", name, "link", "set", "line", "up")
        ip("-n", name, "link", "set", "lo", "up")
        ip("-n", name, "route", "add", "default", "via", f"198.18.{number}.1")
        yield made
    finally:
        subprocess.run(["ip", "netns", "delete", name], check=False)
        subprocess.run(["ip", "link", "delete", made.line], check=False, capture_output=True)


@pytest.fixture
def hosts() -> Iterator[tuple[Host, Host]]:
    if not shutil.which("ip"):
        pytest.skip("Network namespaces need iproute2.")
    with network(changes=True):
        ip("address", "add", f"{PLACE}/32", "dev", "lo")
        try:
            with host(1) as first, host(2) as second:
                yield first, second
        finally:
            subprocess.run(["ip", "address", "delete", f"{PLACE}/32", "dev", "lo"], check=False)


@contextmanager
def worker_on(place: Host, database: str) -> Iterator["subprocess.Popen[bytes]"]:
    given = connection.settings_dict
    environment = os.environ | {
        "DATABASE_URL": f"postgresql://{given['USER']}@{database}/{given['NAME']}",
        "ABOVEBOARD_SECRET_KEYS": ",".join(settings.SECRET_KEYS),
        "ABOVEBOARD_ALLOW_HOSTS": PLACE,
        "ABOVEBOARD_LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-c", "from tests.crash.worker import main; main()"]
    process = subprocess.Popen(
        ["ip", "netns", "exec", place.name, *command], cwd=ROOT, env=environment
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def states() -> "Counter[str]":
    return Counter(Delivery.objects.values_list("state", flat=True))


def there_are(workers: int) -> bool:
    return Worker.objects.count() == workers


def under_way(worker: UUID) -> int:
    return Attempt.objects.filter(worker=worker, step="publish", outcome="").count()


@pytest.mark.parametrize("cut", ["shortly", "for long"])
def test_a_host_that_is_cut_off_in_the_middle_costs_nothing(
    mastodon_server: LoopbackMastodon, hosts: tuple[Host, Host], cut: str
) -> None:
    mastodon_server.reset(idempotency=False, latency=0.25)
    given = connection.settings_dict
    with ExitStack() as stack:
        database = stack.enter_context(
            relay(PLACE, f"{given['HOST']}/.s.PGSQL.{given['PORT'] or 5432}")
        )
        there = stack.enter_context(relay(PLACE, urlsplit(mastodon_server.url).netloc))
        house = make_workspace()
        accounts = [mastodon_server.numbered(number) for number in range(CHANNELS)]
        channels = [
            make_channel(
                make_brand(house),
                network="mastodon",
                server=f"http://{there}",
                remote_id=one.remote_id,
                secrets=dict(one.secrets),
            )
            for one in accounts
        ]
        workers = []
        for count, place in enumerate(hosts, start=1):
            workers.append(stack.enter_context(worker_on(place, database)))
            wait_for(partial(there_are, count), seconds=30)
        ids = Worker.objects.order_by("started_at").values_list("id", flat=True)
        places = dict(zip(ids, hosts, strict=True))
        texts = [f"Tide table number {number}." for number in range(POSTS)]
        # All are due at one moment, when all are there, so that the cut finds work under way.
        at = clock.now() + timedelta(seconds=20)
        for number, channel in enumerate(channels):
            make_many_approved(house, channel, texts[number::CHANNELS], at=at)
        assert clock.now() < at, "this machine made the posts too slowly for the test"
        wait_for(lambda: mastodon_server.publishes() > CHANNELS, seconds=60)
        busy = max(places, key=under_way)
        places[busy].cut()
        met = under_way(busy)
        if cut == "shortly":
            time.sleep(1)
        else:
            wait_for(lambda: states()["sent"] > POSTS * 0.8, seconds=60)
        places[busy].mend()
        wait_for(lambda: states() == {"sent": POSTS}, seconds=90)
        # Whatever the host still had on its way would arrive now.
        time.sleep(3)
        wait_for(partial(there_are, 2), seconds=15)
        for process in workers:
            process.send_signal(signal.SIGTERM)
        assert [process.wait(30) for process in workers] == [0, 0]
    shown = Counter(plain(status) for status in mastodon_server.statuses())
    assert shown == Counter(texts)
    known = set(SentPart.objects.values_list("remote_id", flat=True))
    assert known == {status["id"] for status in mastodon_server.statuses()}
    assert not Attempt.objects.filter(outcome__in=("", "unknown")).exists()
    assert not Worker.objects.exists()
    assert met, "the cut met no request under way"
    settled = Counter(Attempt.objects.filter(step="publish").values_list("outcome", flat=True))
    print(f"{dict(settled)}, {met} under way at the cut")


def plain(status: dict[str, Any]) -> str:
    text: str = status["content"]
    return text.removeprefix("<p>").removesuffix("</p>")
