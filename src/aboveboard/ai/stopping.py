"""A stop button for a model: the call ends at once when a person asks for it."""

import asyncio

from aboveboard.ai.base import Answer, Hears, Instruction, R, TextModel
from aboveboard.ai.errors import Cancelled


async def write_until(
    model: TextModel,
    instruction: Instruction[R],
    *,
    stop: asyncio.Event,
    hears: Hears | None = None,
) -> Answer[R]:
    """What `model.write` gives, unless `stop` is set first: then Cancelled, the connection closed.

    A task that is cancelled takes the call with it and sees CancelledError, as always.
    """
    writing = asyncio.create_task(model.write(instruction, hears=hears))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({writing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if writing.done():
            return writing.result()
        raise Cancelled("The model was stopped.", mend="What you wrote is as it was.")
    finally:
        for task in (writing, stopping):
            task.cancel()
        await asyncio.gather(writing, stopping, return_exceptions=True)
