"""Running the engine beside a test, with short waits, against the test's database."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

from tests.builders import make_channel
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.publish.engine.options import Options
from aboveboard.publish.engine.run import run

FAST = Options(
    poll=0.02,
    gather=0.002,
    heartbeat=0.2,
    start_within=1.0,
    gone_after=0.5,
    lease=2.0,
    sweep_every=0.1,
    take_in_every=0.05,
    request=1.0,
    upload=5.0,
    grace=0.3,
    look_first=0.05,
    look_again=0.05,
    look_most=0.5,
    looks=12,
    clock_skew=30.0,
    retry_first=0.05,
    retry_most=0.2,
    tries=4,
    rate_wait=0.3,
    reconnect_most=0.5,
)


@contextmanager
def engine(**changes: float) -> Iterator[None]:
    """The engine in a thread of its own, stopped gracefully at the end of the block."""
    ready: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
    failed: list[BaseException] = []

    async def main() -> None:
        stop = asyncio.Event()
        ready.append((asyncio.get_running_loop(), stop))
        await run(stop, replace(FAST, **changes))  # type: ignore[arg-type]

    def work() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:
            failed.append(error)

    thread = Thread(target=work)
    thread.start()
    try:
        wait_for(lambda: ready or failed)
        yield
    finally:
        if ready:
            loop, stop = ready[0]
            if not loop.is_closed():
                loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        assert not thread.is_alive(), "the engine did not stop"
    if failed:
        raise failed[0]


def wait_for(condition: Callable[[], object], *, seconds: float = 15.0) -> None:
    """Wait until something holds. Raises AssertionError when it does not come to that."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come to that in time"
        time.sleep(0.02)


def mastodon_channel(brand: Brand, server: LoopbackMastodon, *, token: str = "") -> Channel:
    """A channel on the loopback server."""
    return make_channel(
        brand,
        network="mastodon",
        server=server.url,
        handle=server.account.handle,
        remote_id=server.remote_id,
        secrets={"token": token or server.token},
    )
