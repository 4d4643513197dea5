"""Killing the worker twenty times while 200 posts go out over a bad line: each is there once."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from aboveboard.publish.models import Attempt, Delivery, SentPart, Worker
from aboveboard.publish.tests.running import mastodon_channel, wait_for
from tests.builders import make_brand, make_many_approved, make_workspace
from tests.servers.fixtures import LoopbackMastodon, mastodon_process, mastodon_server
from tests.servers.process import ROOT

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


def database_url() -> str:
    """The test database as a URL, for another process."""
    given = connection.settings_dict
    user = quote(given["USER"], safe="")
    password = f":{quote(given['PASSWORD'], safe='')}" if given["PASSWORD"] else ""
    host = quote(given["HOST"], safe="")
    return f"postgresql://{user}{password}@/{given['NAME']}?host={host}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    """A worker process; killed at the end of the block if it still runs."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "ABOVEBOARD_SECRET_KEYS": ",".join(settings.SECRET_KEYS),
        "ABOVEBOARD_ALLOW_HOSTS": "127.0.0.1",
        "ABOVEBOARD_LOG_LEVEL": "WARNING",
    }
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.worker"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=10)
            log.seek(0)
            if said := log.read()[-4000:].decode(errors="replace").strip():
                print(said)


def states() -> "Counter[str]":
    return Counter(Delivery.objects.values_list("state", flat=True))


def test_two_hundred_posts_are_there_once_each_after_twenty_kills(
    mastodon_server: LoopbackMastodon,
) -> None:
    mastodon_server.reset(idempotency=False, seed=SEED, faults=WEATHER, latency=0.1)
    house = make_workspace()
    channel = mastodon_channel(make_brand(house), mastodon_server)
    # Every tenth text is equal to another one: those are two posts all the same.
    texts = [f"Tide table number {n - n % 10 if n % 10 == 1 else n}." for n in range(POSTS)]
    make_many_approved(house, channel, texts)
    moments = random.Random(SEED)
    began = time.monotonic()
    with ExitStack() as stack:
        # The next worker starts while one sends, takes over when that is killed, and so on.
        workers = [stack.enter_context(worker())]
        for kill in range(KILLS):
            workers.append(stack.enter_context(worker()))
            wanted = int((kill + moments.random()) * (POSTS - 20) / KILLS)
            wait_for(lambda: len(mastodon_server.statuses()) > wanted)  # noqa: B023
            time.sleep(moments.uniform(0, 0.1))
            assert states()["sent"] < POSTS, "it was over before the last kill"
            workers.pop(0).kill()
        wait_for(lambda: states() == {"sent": POSTS} and Worker.objects.count() == 1, seconds=60)
        workers[0].terminate()
        assert workers[0].wait(timeout=15) == 0
    took = time.monotonic() - began
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
