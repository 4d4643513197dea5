"""Discord: a webhook that posts into one channel.

Source: discord.com/developers/docs/resources/webhook. The webhook's address is the secret; it is
taken out of whatever is told of a request. A webhook reads only messages whose id it knows, so a
lost answer is for a person to settle. After a 404 it must never be used again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import anyio
import httpx
from pydantic import AwareDatetime, BaseModel

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
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client

_UNKNOWN_MESSAGE = 10_008
# "You cannot send an empty message", "Invalid Form Body", "Request entity too large", and what a
# forum channel wants of a webhook.
_WRITE_LIMIT = 20_028


class _Hook(BaseModel):
    id: str
    name: str | None = None
    channel_id: str = ""
    guild_id: str | None = None


class _Message(BaseModel):
    id: str
    channel_id: str
    timestamp: AwareDatetime


class _Said(BaseModel):
    code: int = 0
    message: str = ""
    retry_after: float | None = None


class Discord(Network):
    """The secret `url` is the webhook's address; `account.remote_id` its id."""

    name = "discord"
    title = "Discord"
    home = "https://discord.com"
    limits = Limits(
        text=2_000,
        unit="characters",
        images=10,
        image_bytes=10_485_760,
        alt=1_024,
        videos=10,
        video_bytes=10_485_760,
        video_types=("video/mp4", "video/webm", "video/quicktime"),
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("token",),
        threads=False,
        link_preview="server",
        mentions=False,
        tags=False,
        edit=True,
        readback="none",
    )
    fields = (
        Field(
            "url",
            "Webhook address",
            "Channel settings, Integrations, Webhooks: make one and copy its URL.",
            secret=True,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        hook = _good(await _call(http, account, "GET", "")).read(_Hook)
        shown = hook.name or "Webhook"
        named = replace(account, remote_id=hook.id, handle=account.handle or shown)
        return Profile(named, shown, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Nothing goes there before the message: files are sent with it."""
        async with await anyio.open_file(media.path, "rb"):
            return Uploaded(str(media.path), media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        """Nobody is pinged: words that look like a mention stay words."""
        body: dict[str, Any] = {"content": part.text, "allowed_mentions": {"parse": []}}
        content: dict[str, Any] = {"json": body}
        if part.media:
            names = [f"{place}-{anyio.Path(one.ref).name}" for place, one in enumerate(part.media)]
            body["attachments"] = [
                {"id": place, "filename": names[place], "description": one.alt}
                for place, one in enumerate(part.media)
            ]
            content = {
                "data": {"payload_json": json.dumps(body)},
                "files": {
                    f"files[{place}]": (
                        names[place],
                        await anyio.Path(one.ref).read_bytes(),
                        one.mime,
                    )
                    for place, one in enumerate(part.media)
                },
            }
        answer = await _call(
            http, account, "POST", "", publishing=True, params={"wait": "true"}, **content
        )
        message = _good(answer).read(_Message)
        return Sent(message.id, "", handle=message.channel_id, at=message.timestamp)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """A webhook reads no messages that it does not know the id of."""
        return ()

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        body = {"content": part.text, "allowed_mentions": {"parse": []}}
        answer = await _call(http, account, "PATCH", f"/messages/{sent.remote_id}", json=body)
        _good(answer)
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await _call(http, account, "DELETE", f"/messages/{sent.remote_id}")
        if not (answer.status == 404 and _said(answer).code == _UNKNOWN_MESSAGE):
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Discord tells webhooks nothing of how a message was received."""
        return {post.remote_id: Numbers() for post in sent}


async def _call(
    http: Client, account: Account, method: str, path: str, *, publishing: bool = False, **more: Any
) -> Answer:
    hook = account.secrets.get("url", "").strip().rstrip("/")
    place = _path(hook)
    if not place:
        raise SignInAgain(
            "This is no webhook address. It begins with https://discord.com/api/webhooks/."
        )
    server = (account.server or Discord.home).rstrip("/")
    try:
        return await ask(http, method, f"{server}{place}{path}", publishing=publishing, **more)
    except ChannelError as error:
        error.why = error.why.replace(place.rsplit("/", 1)[-1], "…")
        error.args = (error.why,)
        raise


def _path(hook: str) -> str:
    """The path of a webhook's address, in the API's version 10; "" when it is none."""
    try:
        parts = httpx.URL(hook).path.strip("/").split("/")
    except httpx.InvalidURL:
        return ""
    if parts[:1] == ["api"] and "webhooks" in parts and len(parts) >= parts.index("webhooks") + 3:
        at = parts.index("webhooks")
        return f"/api/v10/webhooks/{parts[at + 1]}/{parts[at + 2]}"
    return ""


def _said(answer: Answer) -> _Said:
    try:
        return _Said.model_validate_json(answer.body)
    except ValueError:
        return _Said()


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    said, status = _said(answer), answer.status
    why = said.message or f"Discord answered {status}."
    if status == 429 or said.code == _WRITE_LIMIT:
        raise TryLater(why, wait=said.retry_after or answer.wait(), status=429)
    if status == 401 or said.code == 50_027:
        raise SignInAgain("Discord does not know this webhook. Make a new one.", status=status)
    if status == 404 and said.code == _UNKNOWN_MESSAGE:
        raise Gone("The message is not there any more.", status=status)
    if status == 404:
        raise SignInAgain("The webhook was deleted. Make a new one.", status=status)
    if status in (400, 403, 413):
        raise Refused(why, status=status)
    raise answer.error()


discord = Discord()
