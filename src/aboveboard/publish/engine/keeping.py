"""Keeping a loop of the worker alive, whatever it meets."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import psycopg
from psycopg_pool import PoolTimeout

from aboveboard.kernel import clock
from aboveboard.publish.engine.options import Options

log = logging.getLogger(__name__)
DATABASE_DOWN = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout)


async def keep(name: str, loop: Callable[[], Awaitable[None]], options: Options) -> None:
    """Run a loop again when it fails; a lost database is waited for with growing pauses."""
    wait = 0.1
    while True:
        began = clock.now()
        try:
            await loop()
            return
        except DATABASE_DOWN as error:
            log.warning("The loop “%s” waits for the database: %s", name, error)
        except Exception:
            log.exception("The loop “%s” failed and starts again", name)
        if clock.now() - began > timedelta(seconds=options.reconnect_most):
            wait = 0.1
        await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311
        wait = min(wait * 2, options.reconnect_most)
