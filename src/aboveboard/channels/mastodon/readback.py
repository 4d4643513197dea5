"""Reading a channel back: which of an account's latest statuses may be the part we sent."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta

from aboveboard.channels.base import Outgoing
from aboveboard.channels.errors import TryLater
from aboveboard.channels.mastodon.shapes import Status
from aboveboard.channels.mastodon.text import loose_key, shown_text, strict_key
from aboveboard.channels.wire import Answer

PAGE = 40
PAGES = 100
# Servers cut times to whole seconds, some of them twice.
ROUNDING = timedelta(seconds=2)
# snac ignores `limit` and `max_id` and always shows the newest 256 at most (mastoapi.c, 2.75).
UNPAGED_WHOLE = 256

Fetch = Callable[[Mapping[str, str]], Awaitable[Answer]]


async def statuses_since(fetch: Fetch, since: datetime) -> list[Status]:
    """The account's own statuses back to `since`, by the server's clock.

    `fetch` asks for one page. Raises TryLater when the server does not show them all,
    because an incomplete list cannot prove that a status is not there.
    """
    seen: dict[str, Status] = {}
    query = {"limit": str(PAGE), "exclude_reblogs": "true"}
    for _ in range(PAGES):
        answer = await fetch(query)
        page = answer.read(list[Status])
        fresh = [status for status in page if status.id not in seen]
        seen |= {status.id: status for status in fresh}
        start = since + answer.ahead() - ROUNDING
        if (
            not page
            or min(status.created_at for status in page) < start
            or (not fresh and len(page) < UNPAGED_WHOLE)
        ):
            return [status for status in seen.values() if status.created_at >= start]
        if not fresh:
            break
        query["max_id"] = fresh[-1].id
    raise TryLater("The server does not list the posts back to the time of sending.", wait=300)


def matching(
    statuses: Iterable[Status], part: Outgoing, parents: Collection[str | None]
) -> list[Status]:
    """Those that may be `part`: same text, same number of pictures, one of its parent's ids.

    `parents` holds only None for a part that answers nothing. A text that is equal letter by letter
    wins over one that a server has rewritten.
    """
    rest = [
        status
        for status in statuses
        if len(status.media_attachments) == len(part.media) and status.in_reply_to_id in parents
    ]
    for key in (strict_key, loose_key):
        wanted = key(part.text)
        found = [status for status in rest if wanted in {key(text) for text in _texts(status)}]
        if found:
            return found
    return []


def _texts(status: Status) -> Iterable[str]:
    yield shown_text(status.content)
    if status.text:
        yield status.text
