"""A stop button for a model: the call ends at once when a person asks for it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from aboveboard.ai.base import Answer, Hears, Instruction, R, TextModel
from aboveboard.ai.errors import Cancelled

T = TypeVar("T")


async def write_until(
    model: TextModel,
    instruction: Instruction[R],
    *,
    stop: asyncio.Event,
    hears: Hears | None = None,
) -> Answer[R]:
    """What `model.write` gives, unless `stop` is set first."""
    return await until(model.write(instruction, hears=hears), stop=stop)


async def until(work: Coroutine[Any, Any, T], *, stop: asyncio.Event) -> T:
    """What `work` gives, unless `stop` is set first: then Cancelled, the connection closed.

    A task that is cancelled takes the call with it and sees CancelledError, as always.
    """
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Cancelled("The model was stopped.", mend="What you wrote is as it was.")
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)
