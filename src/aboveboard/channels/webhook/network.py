"""Webhook: a signed request to an address of one's own, for whatever is done with the post there.

Signed as Standard Webhooks say (standardwebhooks.com, 1.0): `webhook-signature` is `v1,` and the
base64 of the HMAC-SHA256 over "id.timestamp.body". `webhook-id` is our own id of the part, the same
over every try, so that a receiver can pass over what it has; whether it does nobody can see, so a
lost answer is for a person to settle.

The body is JSON: {"type": "post.published" | "post.edited" | "post.deleted" | "channel.connected",
"timestamp": …, "data": {…}}, see `_data`. Any answer of 2xx will do; {"id": …, "url": …} in it says
where the post is.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import anyio
import httpx
from pydantic import BaseModel

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
from aboveboard.channels.counting import graphemes
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client
from aboveboard.kernel.ids import new_id

_PREFIX = "whsec_"


class _Told(BaseModel):
    id: str | int = ""
    url: str = ""


class Webhook(Network):
    """`account.server` is the receiver's address, the secret `secret` signs."""

    name = "webhook"
    title = "Webhook"
    limits = Limits(
        text=100_000,
        title=1_000,
        images=10,
        image_bytes=5_000_000,
        alt=5_000,
        videos=1,
        # In base64 within the post, held in memory while it is sent.
        video_bytes=20_000_000,
    )
    # Its receiver is told of each sign-in.
    looked_after = False
    capabilities = Capabilities(
        auth=("token",),
        edit=True,
        idempotent="key",
        readback="none",
    )
    fields = (
        Field("server", "Address", "Where each post is sent, as in https://example.org/posts."),
        Field(
            "secret",
            "Signing secret",
            "The receiver checks with it that a request is ours. whsec_ and base64, or any text "
            "that nobody guesses.",
            secret=True,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        """Tells the receiver, which shows that it is there and takes our signature."""
        _good(await _send(http, account, str(new_id()), "channel.connected", {}))
        host = httpx.URL(account.server).host
        named = replace(account, handle=account.handle or host, remote_id=account.server)
        return Profile(named, host, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Nothing goes there before the post: its media are in it."""
        async with await anyio.open_file(media.path, "rb"):
            return Uploaded(str(media.path), media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        data = await _data(part)
        answer = await _send(http, account, part.key, "post.published", data, publishing=True)
        told = _told(_good(answer))
        return Sent(str(told.id) or part.key, told.url, handle=part.key, at=clock.now())

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """A receiver is told things and asked nothing."""
        return ()

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        data = {"id": sent.remote_id, "key": sent.handle, "text": part.text, "language": part.lang}
        _good(await _send(http, account, f"{sent.handle}.edited", "post.edited", data))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        data = {"id": sent.remote_id, "key": sent.handle}
        answer = await _send(http, account, f"{sent.handle}.deleted", "post.deleted", data)
        if answer.status not in (404, 410):
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        return {post.remote_id: Numbers() for post in sent}


async def _data(part: Outgoing) -> dict[str, Any]:
    """The post: its words (the label in them), its place in a thread, its media in base64."""
    media = []
    for one in part.media:
        content = await anyio.Path(one.ref).read_bytes()
        media.append(
            {
                "type": one.mime,
                "alt": one.alt,
                "width": one.width,
                "height": one.height,
                "sha256": hashlib.sha256(content).hexdigest(),
                "content": base64.b64encode(content).decode(),
            }
        )
    return {
        "key": part.key,
        "title": part.title,
        "text": part.text,
        "language": part.lang,
        "created_at": part.created_at.isoformat(),
        "in_reply_to": part.reply_to.remote_id if part.reply_to else None,
        "media": media,
    }


async def _send(
    http: Client,
    account: Account,
    ident: str,
    kind: str,
    data: Mapping[str, Any],
    *,
    publishing: bool = False,
) -> Answer:
    now = clock.now()
    told = {"type": kind, "timestamp": now.isoformat(), "data": data}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    stamp = str(int(now.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "webhook-id": ident,
        "webhook-timestamp": stamp,
        "webhook-signature": signature(account.secrets.get("secret", ""), ident, stamp, body),
    }
    return await ask(
        http, "POST", account.server, publishing=publishing, headers=headers, content=body
    )


def signature(secret: str, ident: str, stamp: str, body: bytes) -> str:
    """What a receiver computes as well: version 1 of Standard Webhooks."""
    signed = hmac.new(_key(secret), f"{ident}.{stamp}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(signed.digest()).decode()}"


def _key(secret: str) -> bytes:
    try:
        if secret.startswith(_PREFIX):
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (ValueError, binascii.Error):
        pass
    return secret.encode()


def _told(answer: Answer) -> _Told:
    try:
        return _Told.model_validate_json(answer.body)
    except ValueError:
        return _Told()


def _good(answer: Answer) -> Answer:
    if answer.ok:
        return answer
    raise answer.error()


webhook = Webhook()
