"""What TikTok tells of posts that the public sees: which there are, and their numbers.

Source: developers.tiktok.com/doc/tiktok-api-v2-video-list, -video-query.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from aboveboard.channels.base import Account, Numbers, Outgoing, Sent, Standing
from aboveboard.channels.errors import Refused, SignInAgain, TryLater
from aboveboard.channels.tiktok.calling import Told, Video, Videos, call, good
from aboveboard.channels.tiktok.status import address, status_of
from aboveboard.kernel.http import Client

PRIVATE = "SELF_ONLY"
_PAGE, _PAGES = 20, 10
_ROUNDING = timedelta(seconds=2)


async def pictures_shown(
    http: Client, account: Account, part: Outgoing, since: datetime
) -> Sequence[Sent]:
    """The pictures with these words. Raises TryLater where there are none: they may yet appear."""
    wanted = {"".join(words.split()) for words in (part.text, part.title + part.text)}
    try:
        found = [
            _sent(video)
            for video in await _public(http, account, since)
            if "".join((video.video_description or video.title).split()) in wanted
        ]
    except SignInAgain as error:
        if error.refreshable:
            raise
        # A token without video.list may publish all the same.
        found = []
    if found:
        return found
    raise TryLater("TikTok tells of pictures only once the public sees them.", wait=600)


async def public_posts(http: Client, account: Account, since: datetime) -> Sequence[Standing]:
    """The account's public posts with their words."""
    return [
        Standing(_sent(video), video.video_description or video.title)
        for video in await _public(http, account, since)
    ]


async def numbers_of(
    http: Client, account: Account, posts: Sequence[Sent]
) -> Mapping[str, Numbers]:
    """By `remote_id`, which for some posts is still the number of their upload."""
    known = {post.remote_id: await _own_number(http, account, post) for post in posts}
    idents = [ident for ident in known.values() if ident]
    told: dict[str, Numbers] = {}
    for start in range(0, len(idents), _PAGE):
        query = {"fields": "id,view_count,like_count,comment_count,share_count"}
        body = {"filters": {"video_ids": idents[start : start + _PAGE]}}
        answer = await call(http, account, "POST", "/v2/video/query/", params=query, json=body)
        for video in good(answer).read(Told[Videos]).data.videos:
            told[video.id] = _numbers(video)
    return {post: told[ident] for post, ident in known.items() if ident in told}


def _sent(video: Video) -> Sent:
    return Sent(video.id, video.share_url.partition("?")[0] or address(video.id))


async def _public(http: Client, account: Account, since: datetime) -> list[Video]:
    """The account's public posts since then, the newest first, as far as they are told."""
    oldest = (since - _ROUNDING).timestamp()
    query = {"fields": "id,title,video_description,create_time,share_url"}
    body: dict[str, int] = {"max_count": _PAGE}
    found: list[Video] = []
    for _ in range(_PAGES):
        answer = await call(http, account, "POST", "/v2/video/list/", params=query, json=body)
        page = good(answer).read(Told[Videos]).data
        fresh = [video for video in page.videos if video.create_time >= oldest]
        found += fresh
        if len(fresh) < len(page.videos) or not page.has_more:
            break
        body["cursor"] = page.cursor
    return found


async def _own_number(http: Client, account: Account, post: Sent) -> str:
    """The post's number, "" while it has none: TikTok gives it after it has looked at the post."""
    if post.remote_id.isdecimal():
        return post.remote_id
    if account.secrets.get("privacy") == PRIVATE:
        return ""
    try:
        status = await status_of(http, account, post.handle or post.remote_id)
    except Refused:
        return ""
    return str(next(iter(status.publicaly_available_post_id), ""))


def _numbers(video: Video) -> Numbers:
    return Numbers(
        views=video.view_count,
        likes=video.like_count,
        replies=video.comment_count,
        reposts=video.share_count,
    )
