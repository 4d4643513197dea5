"""Mastodon, and every server that speaks its API.

Source: docs.joinmastodon.org/methods (statuses, media, accounts, instance, apps, oauth). Many
servers ignore Idempotency-Key, so a lost answer is always settled by listing the statuses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

import httpx

from aboveboard.channels.base import (
    Account,
    App,
    Capabilities,
    Comment,
    Field,
    Frame,
    Limits,
    Media,
    Network,
    Numbers,
    OAuth,
    Outgoing,
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.errors import Refused, SignInAgain, TryLater
from aboveboard.channels.mastodon import uploading
from aboveboard.channels.mastodon.calling import good, is_gone
from aboveboard.channels.mastodon.readback import matching, statuses_since
from aboveboard.channels.mastodon.shapes import (
    Context,
    Credentials,
    Instance,
    Registered,
    Status,
)
from aboveboard.channels.mastodon.text import length, shown_text
from aboveboard.channels.wire import Answer, ask, call
from aboveboard.kernel.http import Client


class Mastodon(Network):
    """`account.secrets["token"]` is an access token with the scopes of `SCOPES`."""

    SCOPES = "read:accounts read:statuses write:statuses write:media"

    name = "mastodon"
    title = "Mastodon"
    page = "{server}/@{name}"
    limits = Limits(
        text=500,
        url_length=23,
        images=4,
        image_bytes=16_777_216,
        alt=1500,
        # 33,177,600 pixels unless the server tells another figure; it keeps 3840 by 2160.
        frame=Frame(edge=3_840, pixels=33_177_600),
        videos=1,
        video_bytes=103_809_024,
        video_types=("video/mp4", "video/webm", "video/quicktime"),
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        link_preview="server",
        edit=True,
        comments=True,
        idempotent="key",
        readback="list",
        metrics=("replies", "likes", "reposts", "quotes"),
        verified="server",
    )

    fields = (
        Field("server", "Server", "Where the account is, as in https://social.example."),
        Field(
            "token",
            "Access token",
            "Make an application in the account's settings with the rights to read and write "
            "statuses and media, and copy its access token.",
            secret=True,
        ),
    )

    oauth = OAuth(
        authorize="{server}/oauth/authorize",
        token="{server}/oauth/token",  # noqa: S106
        scopes=tuple(SCOPES.split()),
        registers=True,
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return length(text, (limits or self.limits).url_length)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        answer = await call(http, account, "GET", "/api/v1/accounts/verify_credentials")
        if answer.status == 422:  # snac's word for a token it does not know
            raise SignInAgain("The server does not know this token.", status=422)
        person = good(answer).read(Credentials)
        instance = await self._instance(http, account)
        host = instance.host or httpx.URL(account.server).host
        return Profile(
            account=replace(account, handle=f"{person.username}@{host}", remote_id=person.id),
            display_name=person.display_name or person.username,
            limits=instance.limits(self.limits),
        )

    async def _instance(self, http: Client, account: Account) -> Instance:
        for path in ("/api/v2/instance", "/api/v1/instance"):
            answer = await call(http, account, "GET", path)
            if not answer.ok:
                continue
            try:
                return answer.read(Instance)
            except TryLater:
                continue
        return Instance()

    async def register(self, http: Client, server: str, redirect: str) -> App:
        form = {
            "client_name": "Aboveboard",
            "redirect_uris": redirect,
            "scopes": self.SCOPES,
        }
        answer = await ask(http, "POST", f"{server.rstrip('/')}/api/v1/apps", data=form)
        made = good(answer).read(Registered)
        return App(made.client_id, made.client_secret)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        if begun:
            return await uploading.looked_at(http, account, media, begun)
        return await uploading.sent(http, account, media)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body: dict[str, Any] = {"status": part.text, "visibility": "public", "language": part.lang}
        if part.media:
            body["media_ids"] = [picture.ref for picture in part.media]
        if part.reply_to:
            body["in_reply_to_id"] = part.reply_to.remote_id
        answer = await call(
            http,
            account,
            "POST",
            "/api/v1/statuses",
            publishing=True,
            headers={"Idempotency-Key": part.key},
            json=body,
        )
        if is_gone(answer) and part.reply_to:
            raise Refused("The post that this one answers is gone.", status=answer.status)
        return good(answer).read(Status).sent

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        parents = await _known_as(http, account, part.reply_to) if part.reply_to else {None}
        statuses = await _own(http, account, since)
        return [status.sent for status in matching(statuses, part, parents)]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(status.sent, shown_text(status.content).strip(), len(status.media_attachments))
            for status in await _own(http, account, since)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """What a status has of media is named again: the server takes away the rest."""
        path = _path(sent)
        now = good(await call(http, account, "GET", path)).read(Status)
        body: dict[str, Any] = {"status": part.text, "language": part.lang}
        if now.media_attachments:
            body["media_ids"] = [one.id for one in now.media_attachments]
        good(await call(http, account, "PUT", path, json=body))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """Some servers (snac) answer 404 to this and do nothing, so that is looked into."""
        answer = await call(http, account, "DELETE", _path(sent))
        if not is_gone(answer):
            good(answer)
        elif (await call(http, account, "GET", _path(sent))).ok:
            raise Refused("This server lets no program take a post down.", status=answer.status)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            answer = await call(http, account, "GET", _path(post))
            if is_gone(answer):
                continue
            status = good(answer).read(Status)
            found[post.remote_id] = Numbers(
                replies=status.replies_count,
                likes=status.favourites_count,
                reposts=status.reblogs_count,
                quotes=status.quotes_count,
            )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        """Whoever answers the post, or an answer to it; our own thread is left out."""
        answer = await call(http, account, "GET", f"{_path(sent)}/context")
        if is_gone(answer):
            return ()
        found = [
            Comment(
                remote_id=one.id,
                author=one.account.acct,
                text=shown_text(one.content).strip(),
                at=one.created_at,
                url=one.url or one.uri,
                reply_to=one.in_reply_to_id or "",
            )
            for one in good(answer).read(Context).descendants
            if one.account.id != account.remote_id and one.created_at >= since
        ]
        return sorted(found, key=lambda one: one.at)


def _path(sent: Sent) -> str:
    return f"/api/v1/statuses/{quote(sent.remote_id, safe='')}"


async def _known_as(http: Client, account: Account, sent: Sent) -> set[str | None]:
    """The ids of a status: the one we were told, and the one that its server gives it today.

    snac writes the second of a file's last change into an id, and reads it by the rest alone.
    """
    answer = await call(http, account, "GET", _path(sent))
    now: set[str] = set() if is_gone(answer) else {good(answer).read(Status).id}
    return {sent.remote_id, *now}


async def _own(http: Client, account: Account, since: datetime) -> list[Status]:
    async def page(query: Mapping[str, str]) -> Answer:
        path = f"/api/v1/accounts/{quote(account.remote_id)}/statuses"
        return good(await call(http, account, "GET", path, params=dict(query)))

    return await statuses_since(page, since)


mastodon = Mastodon()
