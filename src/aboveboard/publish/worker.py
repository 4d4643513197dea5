"""The worker process: the engine that publishes and the house's other jobs, in one event loop."""

import asyncio
import contextlib
import logging
import random
import signal
from typing import cast

import uvloop
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from aboveboard.kernel import memory
from aboveboard.publish.engine.options import Options
from aboveboard.publish.engine.run import run

log = logging.getLogger(__name__)

# How many other jobs (numbers, suggestions) run at once beside the sending; and of those that fill
# a machine for minutes, by their queue, so that nothing else waits for them.
_JOBS = 4
_LONG = {"clips": 1}
_LONGEST_PAUSE = 10.0


def main(options: Options | None = None) -> None:
    """Work until SIGTERM or SIGINT; then finish what is under way. Django must be set up."""
    memory.settle()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work(options))


async def work(options: Options | None = None) -> None:
    """The same within a running loop. A second signal ends it at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def asked_to_stop() -> None:
        if stop.is_set() and task:
            task.cancel()
        stop.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, asked_to_stop)
    jobs = asyncio.create_task(_jobs())
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await run(stop, options)
    finally:
        jobs.cancel()
        await asyncio.gather(jobs, return_exceptions=True)
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(name)


async def _jobs() -> None:
    """Procrastinate's worker, begun again when the database was away."""
    wait = 0.2
    while True:
        try:
            connector = cast(DjangoConnector, app.connector).get_worker_connector()
            with app.replace_connector(connector):
                async with app.open_async():
                    wait = 0.2
                    async with asyncio.TaskGroup() as workers:
                        for queues, many in _lanes():
                            workers.create_task(
                                app.run_worker_async(
                                    queues=queues,
                                    concurrency=many,
                                    install_signal_handlers=False,
                                    delete_jobs="successful",
                                    shutdown_graceful_timeout=20,
                                )
                            )
        except Exception as error:
            log.warning("The house's jobs wait: %s", error)
        await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311
        wait = min(wait * 2, _LONGEST_PAUSE)


def _lanes() -> list[tuple[list[str], int]]:
    """Which queues are worked on together, and how many of their jobs at once."""
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    others = {task.queue for task in app.tasks.values()} - set(_LONG)
    return [(sorted(others), _JOBS), *(([queue], many) for queue, many in _LONG.items())]
