"""Mastodon, and every server that speaks its API.

Source: docs.joinmastodon.org/methods (statuses, media, accounts, instance). Many servers
ignore Idempotency-Key, so a lost answer is always settled by listing the account's statuses.
"""

import hashlib
import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import anyio
import httpx

from aboveboard.channels.base import (
    Account,
    Capabilities,
    Field,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.mastodon.readback import matching, statuses_since
from aboveboard.channels.mastodon.shapes import Credentials, Instance, MediaAttachment, Status
from aboveboard.channels.mastodon.text import length
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client


class Mastodon(Network):
    """`account.secrets["token"]` is an access token with the scopes of `SCOPES`."""

    SCOPES = "read:accounts read:statuses write:statuses write:media"

    name = "mastodon"
    title = "Mastodon"
    limits = Limits(text=500, url_length=23, images=4, image_bytes=16_777_216, alt=1500)
    capabilities = Capabilities(
        auth=("token",),
        edit=True,
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

    def __init__(self, *, polls: int = 40, poll_every: float = 1.5) -> None:
        """A picture may be worked on at the server for `polls` times `poll_every` seconds."""
        self._polls = polls
        self._poll_every = poll_every

    def count(self, text: str, limits: Limits | None = None) -> int:
        return length(text, (limits or self.limits).url_length)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        answer = await _call(http, account, "GET", "/api/v1/accounts/verify_credentials")
        if answer.status == 422:  # snac's word for a token it does not know
            raise SignInAgain("The server does not know this token.", status=422)
        person = _good(answer).read(Credentials)
        instance = await self._instance(http, account)
        host = instance.host or httpx.URL(account.server).host
        return Profile(
            account=replace(account, handle=f"{person.username}@{host}", remote_id=person.id),
            display_name=person.display_name or person.username,
            limits=instance.limits(self.limits),
        )

    async def _instance(self, http: Client, account: Account) -> Instance:
        for path in ("/api/v2/instance", "/api/v1/instance"):
            answer = await _call(http, account, "GET", path)
            if not answer.ok:
                continue
            try:
                return answer.read(Instance)
            except TryLater:
                continue
        return Instance()

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        content = await anyio.Path(media.path).read_bytes()
        # Some servers name the stored picture after the file name, so equal names overwrite.
        stem = hashlib.sha256(f"{media.digest}\0{media.alt}".encode()).hexdigest()[:32]
        suffix = mimetypes.guess_extension(media.mime) or PurePosixPath(media.path.name).suffix
        form: dict[str, Any] = {
            "files": {"file": (f"{stem}{suffix or '.bin'}", content, media.mime)},
            "data": {"description": media.alt},
        }
        answer = await _call(http, account, "POST", "/api/v2/media", **form)
        if answer.status in (404, 405):
            answer = await _call(http, account, "POST", "/api/v1/media", **form)
        stored = _good(answer).read(MediaAttachment)
        if answer.status == 202:
            await self._until_ready(http, account, stored.id)
        return Uploaded(stored.id, media.alt, media.width, media.height)

    async def _until_ready(self, http: Client, account: Account, ref: str) -> None:
        for _ in range(self._polls):
            answer = await _call(http, account, "GET", f"/api/v1/media/{quote(ref)}")
            if answer.status not in (202, 206):
                _good(answer)
                return
            await anyio.sleep(self._poll_every)
        raise TryLater("The server is still working on the picture.", wait=60)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body: dict[str, Any] = {"status": part.text, "visibility": "public", "language": part.lang}
        if part.media:
            body["media_ids"] = [picture.ref for picture in part.media]
        if part.reply_to:
            body["in_reply_to_id"] = part.reply_to.remote_id
        answer = await _call(
            http,
            account,
            "POST",
            "/api/v1/statuses",
            publishing=True,
            headers={"Idempotency-Key": part.key},
            json=body,
        )
        if answer.status in (404, 410) and part.reply_to:
            raise Refused("The post that this one answers is gone.", status=answer.status)
        return _good(answer).read(Status).sent

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        async def page(query: Mapping[str, str]) -> Answer:
            path = f"/api/v1/accounts/{quote(account.remote_id)}/statuses"
            return _good(await _call(http, account, "GET", path, params=dict(query)))

        return [status.sent for status in matching(await statuses_since(page, since), part)]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The pictures that are named again stay; their descriptions are as they were."""
        body: dict[str, Any] = {"status": part.text, "language": part.lang}
        if part.media:
            body["media_ids"] = [picture.ref for picture in part.media]
        path = f"/api/v1/statuses/{quote(sent.remote_id)}"
        answer = await _call(http, account, "PUT", path, json=body)
        return replace(_good(answer).read(Status).sent, at=sent.at)

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        path = f"/api/v1/statuses/{quote(sent.remote_id)}"
        answer = await _call(http, account, "DELETE", path)
        if answer.status not in (404, 410):
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            path = f"/api/v1/statuses/{quote(post.remote_id)}"
            answer = await _call(http, account, "GET", path)
            if answer.status in (404, 410):
                continue
            status = _good(answer).read(Status)
            found[post.remote_id] = Numbers(
                replies=status.replies_count,
                likes=status.favourites_count,
                reposts=status.reblogs_count,
                quotes=status.quotes_count,
            )
        return found


async def _call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    return await ask(
        http,
        method,
        account.server.rstrip("/") + path,
        publishing=publishing,
        headers={"Authorization": f"Bearer {account.secrets.get('token', '')}", **(headers or {})},
        **content,
    )


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def _meaning(answer: Answer) -> ChannelError:
    error = answer.error()
    if isinstance(error, Gone):
        return Gone(f"The account or server is not there: {error.why}", status=answer.status)
    return error


mastodon = Mastodon()
