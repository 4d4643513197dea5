"""Asking links whether they answer: a job of its own, since others' servers may be slow."""

import anyio
import httpx
from asgiref.sync import sync_to_async
from django.conf import settings
from procrastinate.contrib.django import app

from aboveboard.check.actions import keep_answers
from aboveboard.check.rules import Answer
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import HostRefused, client, http_url

AT_ONCE, MOST, SECONDS = 6, 20, 8


@app.task(queue="house")
async def ask_links(links: list[str]) -> None:
    """Ask each link once and note what it answered."""
    found: dict[str, Answer] = {}
    limiter = anyio.CapacityLimiter(AT_ONCE)
    async with (
        client(allow_hosts=settings.ALLOW_HOSTS) as http,
        anyio.create_task_group() as group,
    ):
        for link in links[:MOST]:
            group.start_soon(_ask, http, link, found, limiter)
    await sync_to_async(keep_answers)(found)


async def _ask(
    http: httpx.AsyncClient, link: str, found: dict[str, Answer], limiter: anyio.CapacityLimiter
) -> None:
    async with limiter:
        found[link] = await _answer(http, link)


def _address(link: str) -> str:
    """What a reader's program would open. Raises Invalid."""
    return http_url(link if "://" in link else f"https://{link}")


async def _answer(http: httpx.AsyncClient, link: str) -> Answer:
    try:
        with anyio.fail_after(SECONDS):
            # GET, since many servers answer HEAD wrongly; the body is not read.
            async with http.stream("GET", _address(link)) as response:
                status = response.status_code
    except HostRefused:
        return Answer(ok=False, why="It leads to a private address.")
    except (TimeoutError, httpx.TimeoutException):
        return Answer(ok=False, why=f"No answer within {SECONDS} seconds.")
    except Invalid as error:
        return Answer(ok=False, why=error.message)
    except httpx.HTTPError:
        return Answer(ok=False, why="Its server cannot be reached.")
    if status in (401, 403, 405, 429):
        return Answer(ok=True, why=f"It answers {status}, to people perhaps more.")
    return Answer(ok=status < 400, why=f"It answers {status}." if status >= 400 else "")
