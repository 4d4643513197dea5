"""What runs beside and outside: the worker, the pages, model servers, the channels' sign-ins."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import httpx
from django.conf import settings

from aboveboard.ai.discovery import find_local
from aboveboard.brand.models import Channel
from aboveboard.channels.registry import network
from aboveboard.faces.cli.health.line import Line
from aboveboard.kernel import clock, http
from aboveboard.publish import queries as publish
from aboveboard.publish.models import Connection, Worker

# A worker shows itself every few seconds.
SEEN = timedelta(seconds=30)
WITHIN_S = 3.0


def outside(*, with_rows: bool) -> Iterator[Line]:
    """`with_rows`: whether there is a database to read from."""
    if with_rows:
        yield _worker()
        yield from _channels()
    yield asyncio.run(_pages())
    yield asyncio.run(_models())


def _worker() -> Line:
    since = clock.now() - SEEN
    alive = Worker.objects.filter(seen_at__gte=since).count()
    if alive:
        words = "A worker runs." if alive == 1 else f"{alive} workers run."
        return Line("ok", "worker", words)
    due = publish.due_count()
    said = "No worker has been seen lately."
    mend = "Start one: `aboveboard worker`, or `aboveboard up` for everything."
    if due:
        return Line("mend", "worker", f"{said} {due} deliveries are due.", mend)
    return Line("look", "worker", f"{said} Nothing goes out without one.", mend)


def _channels() -> Iterator[Line]:
    channels = Channel.objects.filter(removed_at=None, brand__demo=False).select_related("brand")
    known = {row.channel_id: row for row in Connection.objects.all()}
    good = 0
    for channel in channels.order_by("brand__name", "added_at"):
        name = f"{channel.brand.name}, {channel.name}"
        connection = known.get(channel.pk)
        if connection and connection.state != "ok":
            yield Line("look", "channel", f"{name}: {connection.why}", "Connect it again.")
        elif not connection and "none" not in network(channel.network).capabilities.auth:
            yield Line("look", "channel", f"{name} is not connected.", "Connect it in the brand.")
        else:
            good += 1
    if good:
        yield Line("ok", "channels", f"{good} ready to send.")


async def _pages() -> Line:
    options = settings.ABOVEBOARD
    host = "127.0.0.1" if options.bind in ("0.0.0.0", "::") else options.bind  # noqa: S104
    place = f"{host}:{options.port}"
    try:
        async with http.client(
            allow_hosts=frozenset({place}), timeout=httpx.Timeout(WITHIN_S)
        ) as client:
            answer = await client.get(f"http://{place}/account/login/")
    except httpx.HTTPError:
        return Line(
            "look",
            "pages",
            f"Nothing answers on {place}.",
            "Start them: `aboveboard web`, or `aboveboard up` for everything.",
        )
    if answer.status_code == httpx.codes.OK:
        return Line("ok", "pages", f"They answer on {place}.")
    return Line(
        "look",
        "pages",
        f"{place} answers {answer.status_code}.",
        "Perhaps another program has this port: choose another with PORT.",
    )


async def _models() -> Line:
    found = await find_local()
    if not found:
        return Line("ok", "models", "None answers on this machine; the studio works without.")
    names = ", ".join(f"{one.name} with {len(one.models)}" for one in found)
    return Line("ok", "models", f"On this machine: {names}. Connect one in the settings.")
