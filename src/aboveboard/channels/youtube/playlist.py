"""The playlist of a channel's uploads, which shows its owner private videos too.

Source: developers.google.com/youtube/v3/docs (channels.list, playlistItems.list).
"""

from datetime import datetime, timedelta

from aboveboard.channels.base import Account
from aboveboard.channels.errors import SignInAgain, TryLater
from aboveboard.channels.youtube.calling import Items, call, good
from aboveboard.channels.youtube.shapes import Channel, Uploaded
from aboveboard.kernel.http import Client

_PAGES = 10
_ROUNDING = timedelta(seconds=2)


async def channels(http: Client, account: Account, part: str = "snippet") -> list[Channel]:
    """The channels of a sign-in. Raises SignInAgain when there is none."""
    query = {"part": part, "mine": "true", "maxResults": "50"}
    answer = await call(http, account, "GET", "/youtube/v3/channels", params=query)
    found = good(answer).read(Items[Channel]).items
    if not found:
        raise SignInAgain("This Google account has no YouTube channel.")
    return found


def chosen(found: list[Channel], account: Account) -> Channel:
    """The account's own channel among those, the first while it has none. Raises SignInAgain."""
    for one in found:
        if one.id == (account.remote_id or one.id):
            return one
    raise SignInAgain(
        f"This sign-in is for “{found[0].snippet.title}”, not for {account.handle}. Sign in anew, "
        "and choose that channel at Google."
    )


async def uploads(http: Client, account: Account, since: datetime) -> list[Uploaded]:
    """What was uploaded since then. Raises TryLater when it is too much to see all."""
    mine = chosen(await channels(http, account, "snippet,contentDetails"), account)
    query = {
        "part": "snippet,contentDetails,status",
        "playlistId": mine.content_details.related_playlists.uploads,
        "maxResults": "50",
    }
    found: list[Uploaded] = []
    for _ in range(_PAGES):
        answer = await call(http, account, "GET", "/youtube/v3/playlistItems", params=query)
        page = good(answer).read(Items[Uploaded])
        fresh = [one for one in page.items if _at(one, since) >= since - _ROUNDING]
        found += fresh
        if len(fresh) < len(page.items) or not page.next_page_token:
            return found
        query["pageToken"] = page.next_page_token
    raise TryLater("There are too many videos since then to look at each.", wait=300)


def _at(one: Uploaded, since: datetime) -> datetime:
    return one.snippet.published_at or since
