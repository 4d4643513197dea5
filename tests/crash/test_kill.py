"""Killing the worker twenty times while 200 posts go out over a bad line: each is there once."""

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from typing import Any

import pytest
from django.conf import settings

from aboveboard.publish.models import Attempt, Delivery, SentPart, Worker
from aboveboard.publish.tests.running import mastodon_channel, wait_for
from tests.builders import make_brand, make_many_approved, make_workspace
from tests.crash.worker import main
from tests.database import database_url
from tests.servers.fixtures import LoopbackMastodon, mastodon_process, mastodon_server

__all__ = ["mastodon_process", "mastodon_server"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

POSTS, KILLS, SEED = 200, 20, 20261121
WEATHER = {
    "drop_after": 0.10,
    "error_before": 0.025,
    "error_after": 0.025,
    "rate_limit": 0.05,
    "hang_before": 0.01,
    "hang_after": 0.01,
}


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], ForkServerProcess]]:
    """Starts worker processes; those that still run at the end are killed."""
    monkeypatch.setenv("DATABASE_URL", database_url())
    monkeypatch.setenv("ABOVEBOARD_SECRET_KEYS", ",".join(settings.SECRET_KEYS))
    monkeypatch.setenv("ABOVEBOARD_ALLOW_HOSTS", "127.0.0.1")
    monkeypatch.setenv("ABOVEBOARD_LOG_LEVEL", "WARNING")
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.crash.worker"])
    started: list[ForkServerProcess] = []

    def start() -> ForkServerProcess:
        process = processes.Process(target=main)
        process.start()
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.join(10)


def states() -> "Counter[str]":
    return Counter(Delivery.objects.values_list("state", flat=True))


def test_two_hundred_posts_are_there_once_each_after_twenty_kills(
    mastodon_server: LoopbackMastodon, start: Callable[[], ForkServerProcess]
) -> None:
    mastodon_server.reset(idempotency=False, seed=SEED, faults=WEATHER, latency=0.06)
    house = make_workspace()
    channel = mastodon_channel(make_brand(house), mastodon_server)
    # Every tenth text is equal to another one: those are two posts all the same.
    texts = [f"Tide table number {n - n % 10 if n % 10 == 1 else n}." for n in range(POSTS)]
    make_many_approved(house, channel, texts)
    moments = random.Random(SEED)
    began = time.monotonic()
    for _ in range(KILLS):
        worker = start()
        # Among requests, and nowhere in particular among them.
        wanted = mastodon_server.publishes() + moments.randint(1, 7)
        wait_for(lambda wanted=wanted: mastodon_server.publishes() >= wanted, seconds=45)  # type: ignore[misc]
        time.sleep(moments.uniform(0, 0.1))
        assert states()["sent"] < POSTS, "it was over before the last kill"
        worker.kill()
        worker.join(10)
    worker = start()
    wait_for(lambda: states() == {"sent": POSTS}, seconds=60)
    worker.terminate()
    worker.join(20)
    took = time.monotonic() - began
    assert worker.exitcode == 0
    there: list[dict[str, Any]] = mastodon_server.statuses()
    assert Counter(plain(status) for status in there) == Counter(texts)
    known = set(SentPart.objects.values_list("remote_id", flat=True))
    assert known == {status["id"] for status in there}
    assert not Attempt.objects.filter(outcome__in=("", "unknown")).exists()
    assert not Worker.objects.exists()
    settled = Counter(Attempt.objects.filter(step="publish").values_list("outcome", flat=True))
    print(f"{took:.1f} s, {mastodon_server.publishes()} requests, {dict(settled)}")
    # The kills met requests under way: some had taken effect, some had not.
    assert settled["found"] > KILLS / 2
    assert settled["absent"] > KILLS / 2


def plain(status: dict[str, Any]) -> str:
    text: str = status["content"]
    return text.removeprefix("<p>").removesuffix("</p>")
