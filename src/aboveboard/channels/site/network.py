"""The site: the studio's own public pages, where a post is there as soon as it is sent.

No request is made. The page is the delivery's row, shown by the faces once it says sent, so
publishing and reading back are the same pure function of the part's key.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from aboveboard.channels.base import (
    Account,
    Capabilities,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.counting import graphemes
from aboveboard.kernel.http import Client


class Site(Network):
    """Publishes under `account.server`, the public address of the site's channel."""

    name = "site"
    title = "Site"
    limits = Limits(
        text=10_000,
        images=10,
        image_bytes=10_000_000,
        alt=4_000,
        videos=4,
        video_bytes=1_000_000_000,
        video_types=("video/mp4", "video/webm"),
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("none",),
        threads=False,
        mentions=False,
        tags=False,
        edit=True,
        idempotent="own_id",
        readback="by_id",
        metrics=("clicks",),
        verified="server",
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        return Profile(account, display_name=account.handle, limits=self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        return Uploaded(media.digest, media.alt, media.width, media.height)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        return _page(account, part)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        return (_page(account, part),)

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The page shows the approved change as soon as it is done."""
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """The page is gone as soon as that is done."""

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Nothing is told here: clicks are counted where the links are served."""
        return {post.remote_id: Numbers() for post in sent}


def _page(account: Account, part: Outgoing) -> Sent:
    return Sent(part.key, f"{account.server.rstrip('/')}/{part.key}", at=part.created_at)


site = Site()
