"""Comments under a video, with what answers them as far as YouTube hands it out with them.

Source: developers.google.com/youtube/v3/docs (commentThreads.list, comments).
"""

from datetime import datetime, timedelta

from aboveboard.channels.base import Account, Sent
from aboveboard.channels.errors import TryLater
from aboveboard.channels.youtube.calling import Items, call, good, has_no_comments
from aboveboard.channels.youtube.shapes import Comment, CommentThread
from aboveboard.kernel.http import Client

# What `Sent.handle` holds of a comment.
COMMENT = "comment"
_PAGES = 10
_ROUNDING = timedelta(seconds=2)


async def threads_under(
    http: Client, account: Account, post: Sent, since: datetime
) -> list[CommentThread]:
    """The comments under a video since then, the newest first, with what answers them."""
    query = {
        "part": "snippet,replies",
        "videoId": post.remote_id,
        "order": "time",
        "maxResults": "100",
        "textFormat": "plainText",
    }
    found: list[CommentThread] = []
    for _ in range(_PAGES):
        path = "/youtube/v3/commentThreads"
        answer = await call(http, account, "GET", path, params=query)
        if has_no_comments(answer):
            return found
        page = good(answer).read(Items[CommentThread])
        fresh = [
            one
            for one in page.items
            if one.snippet.top_level_comment.snippet.published_at >= since - _ROUNDING
        ]
        found += fresh
        if len(fresh) < len(page.items) or not page.next_page_token:
            return found
        query["pageToken"] = page.next_page_token
    raise TryLater("There are too many comments since then to look at each.", wait=300)


def is_ours(comment: Comment, account: Account) -> bool:
    return comment.snippet.author_channel_id.value == account.remote_id


def words(comment: Comment) -> str:
    """As they were written, which YouTube tells their author alone; else as they are shown."""
    return comment.snippet.text_original or comment.snippet.text_display


def sent_comment(under: Sent, comment: Comment) -> Sent:
    url = f"{under.url}&lc={comment.id}" if under.url else ""
    return Sent(comment.id, url, COMMENT, comment.snippet.published_at)
