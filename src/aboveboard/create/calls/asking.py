"""The one way to a model: which of the workspace's models is asked for a task, if any may be.

In: a brand, a task and a typed instruction. Out: a typed answer, or why none was asked for. The
brand's policy, its agreements and the month's limits are looked at before anything is sent.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from time import monotonic
from typing import Any, TypeVar
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings

from aboveboard.ai.base import Answer, Hears, Instruction
from aboveboard.ai.base import Provider as Place
from aboveboard.ai.discovery import LOCAL_HOSTS
from aboveboard.ai.errors import (
    AIError,
    BadAnswer,
    Cancelled,
    NotConfigured,
    RefusedByProvider,
    Unreachable,
)
from aboveboard.ai.pictures import Made, Wanted
from aboveboard.ai.registry import picture_model, text_model
from aboveboard.ai.results import Result
from aboveboard.ai.stopping import until, write_until
from aboveboard.brand.models import Brand
from aboveboard.brand.rules import LANGUAGES, Task
from aboveboard.create import queries
from aboveboard.create.calls import spending
from aboveboard.create.calls.allowing import NOTHING, Given, must_be_allowed
from aboveboard.create.calls.choosing import host_of, stands_in
from aboveboard.create.errors import NotAgreed, Spent
from aboveboard.create.models import Provider
from aboveboard.kernel.errors import AboveboardError, Invalid, NotFound
from aboveboard.kernel.secrets import Vault

R = TypeVar("R", bound=Result)
T = TypeVar("T")
LOOK_EVERY = 0.5
# A job that was asked for an answer and has given none for this long is not at it any more.
GIVEN_UP = timedelta(minutes=10)


async def answered(
    brand_id: UUID,
    task: Task,
    instruction: Instruction[R],
    *,
    provider: str = "",
    hears: Hears | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Answer[R]:
    """What a model answers; `Answer.provider` is who it was.

    The named one of the brand's workspace is asked first, else the first for this task; another
    stands in where `choosing.stands_in` says so. `hears` is told the text as it is written;
    `stopped` is looked at twice a second, and once it is true the request ends at once.

    Raises ModelNotAllowed when the brand keeps the task to people, Invalid when no model is
    connected, NotFound when the named one is gone, NotAgreed when nobody has agreed to what would
    be sent, Spent at the month's limit, and whatever `ai.errors` holds.
    """
    tokens = spending.most(instruction)

    async def ask(row: Provider, call: UUID) -> Answer[R]:
        place = await sync_to_async(opened)(row)
        model = text_model(place)
        async with _stop(stopped) as stop:
            return replace(
                await write_until(model, instruction, stop=stop, hears=hears), call=str(call)
            )

    texts = [one.text for one in instruction.quotes if one.kind == "text"]
    given = Given([instruction.brief, *texts], [instruction.language])
    return await _in_turn(brand_id, task, provider, ask, given=given, tokens=tokens)


async def pictured(
    brand_id: UUID, wanted: Wanted, *, stopped: Callable[[], bool] | None = None
) -> tuple[Provider, Made]:
    """What a picture model makes, and whose it is. Raises as `answered` does."""

    async def ask(row: Provider, call: UUID) -> tuple[Provider, Made]:
        model = picture_model(await sync_to_async(opened)(row))
        async with _stop(stopped) as stop:
            return row, await until(model.make(wanted), stop=stop)

    given = Given([wanted.words], LANGUAGES)
    return await _in_turn(brand_id, Task.PICTURE, "", ask, given=given, pictures=wanted.count)


async def _in_turn(
    brand_id: UUID,
    task: Task,
    name: str,
    ask: Callable[[Provider, UUID], Coroutine[Any, Any, T]],
    *,
    given: Given,
    tokens: tuple[int, int] = (0, 0),
    pictures: int = 0,
) -> T:
    """Ask one after the other, as far as that is right; each call is counted."""
    brand, chosen = await sync_to_async(_chosen)(brand_id, task, name, given)
    failure: AboveboardError | None = None
    for row in chosen:
        try:
            call = await sync_to_async(_admitted)(brand, row, task, tokens, pictures)
            return await _counted(row, call, ask)
        except (NotAgreed, Spent) as error:
            # The first one's reason is the one to mend.
            failure = failure or error
        except AIError as error:
            if not stands_in(error):
                raise
            failure = failure or error
    assert failure is not None
    raise failure


def first_for(brand: Brand, task: Task) -> Provider:
    """Who would be asked first. Raises as `answered` does, before anything is sent."""
    _, chosen = _chosen(brand.pk, task, "", NOTHING)
    _must_be_agreed(brand, chosen[0])
    return chosen[0]


def _chosen(brand_id: UUID, task: Task, name: str, given: Given) -> tuple[Brand, list[Provider]]:
    brand = Brand.objects.get(pk=brand_id)
    must_be_allowed(brand, task, given=given)
    chosen = queries.order_for(brand, task, name=name)
    if name and not any(row.name == name for row in chosen[:1]):
        raise NotFound(
            f"{name} has been taken away meanwhile. Nothing was sent.",
            mend="Connect it again in the settings, or ask another model.",
        )
    if not chosen and task is Task.PICTURE:
        raise Invalid(
            "No picture model is connected. Nothing was sent.",
            mend="Connect an images endpoint in the settings; it may run on your own machine.",
            code="no_model",
        )
    if not chosen:
        raise Invalid(
            "No writing model is connected. Your text is as it was.",
            mend="Connect one in the settings.",
            code="no_model",
        )
    return brand, chosen


def _admitted(
    brand: Brand, row: Provider, task: Task, tokens: tuple[int, int], pictures: int
) -> UUID:
    _must_be_agreed(brand, row)
    return spending.keep_room(
        brand,
        row,
        task.value,
        tokens=tokens,
        pictures=pictures,
        is_near=queries.stays_here(row),
    )


def _must_be_agreed(brand: Brand, row: Provider) -> None:
    if queries.may_go(brand, row):
        return
    raise NotAgreed(
        f"Texts of {brand.name} would go to {row.name} at {host_of(row.base_url)}, and nobody "
        "has agreed to that yet. Nothing was sent.",
        mend="Look at what would be sent and agree to it: in the editor, or in the settings.",
        code="not_agreed",
    )


async def _counted(
    row: Provider, call: UUID, ask: Callable[[Provider, UUID], Coroutine[Any, Any, T]]
) -> T:
    """What asking gives; what it took is settled either way."""
    started = monotonic()
    try:
        answer = await ask(row, call)
    except BaseException as error:
        await asyncio.shield(
            sync_to_async(spending.settle_failed)(
                call,
                getattr(error, "code", "") or type(error).__name__.lower(),
                seconds=monotonic() - started,
                took=_took(error),
                stopped=isinstance(error, (Cancelled, asyncio.CancelledError)),
            )
        )
        raise
    told: Any = answer[1] if isinstance(answer, tuple) else answer
    await sync_to_async(spending.settle)(call, told)
    return answer


def _took(error: BaseException) -> tuple[int, int] | None:
    """The tokens that a failure took: none where nothing was sent or it was refused at once."""
    if isinstance(error, BadAnswer):
        return error.took
    unsent = isinstance(error, Unreachable) and not error.sent
    refused = isinstance(error, RefusedByProvider) and error.http_status is not None
    return (0, 0) if unsent or refused or isinstance(error, (NotConfigured, Invalid)) else None


@asynccontextmanager
async def _stop(stopped: Callable[[], bool] | None) -> AsyncIterator[asyncio.Event]:
    event = asyncio.Event()

    async def watch() -> None:
        while stopped and not await sync_to_async(stopped)():
            await asyncio.sleep(LOOK_EVERY)
        event.set()

    watching = asyncio.create_task(watch()) if stopped else None
    try:
        yield event
    finally:
        if watching:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching


def opened(row: Provider) -> Place:
    """A provider with its key, ready to be asked."""
    key = Vault(settings.SECRET_KEYS).open(bytes(row.sealed_key)) if row.sealed_key else {}
    return Place(
        name=row.name,
        kind=row.kind,
        base_url=row.base_url,
        model=row.model,
        api_key=key.get("api_key", ""),
        timeout_s=row.whole_s,
        first_s=row.first_s,
        allow_hosts=settings.ALLOW_HOSTS | LOCAL_HOSTS,
    )
