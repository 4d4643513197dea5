"""Matrix: messages to one room that is not encrypted.

Source: spec.matrix.org/latest/client-server-api (login, room send, media, relations, redact). A
message goes under a transaction number of ours: the same number again from the same session is the
same message. A picture or video carries the text as its caption (v1.10); Matrix has no field for an
alt text, so it follows the caption in brackets.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import anyio
from pydantic import ValidationError

from aboveboard.channels import base
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
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.matrix.shapes import (
    Event,
    Fault,
    Made,
    Most,
    Name,
    Page,
    Related,
    Room,
    Token,
    Who,
)
from aboveboard.channels.matrix.shapes import Media as Stored
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client

_CLIENT = "/_matrix/client/v3"
_DEVICE = "ABOVEBOARD"
_PAGE, _PAGES = "100", 20
_ROUNDING = timedelta(seconds=2)


class Matrix(Network):
    """`room` in the secrets is the room's alias or number. With a password a session that has
    ended begins anew by itself."""

    name = "matrix"
    title = "Matrix"
    limits = Limits(
        # An event has 65,536 bytes at the most; the rest is its frame, and quotes in the text.
        text=32_000,
        unit="bytes",
        images=1,
        image_bytes=50_000_000,
        alt=1_000,
        videos=1,
        video_bytes=50_000_000,
        video_types=("video/mp4", "video/webm", "video/quicktime"),
    )
    capabilities = Capabilities(
        auth=("app_password", "token"),
        tags=False,
        edit=True,
        comments=True,
        idempotent="own_id",
        readback="by_id",
        metrics=("replies", "likes"),
        verified="server",
    )
    fields = (
        base.Field("server", "Server", "The homeserver's address, as in https://matrix.example."),
        base.Field(
            "room", "Room", "Its alias, as in #salt:matrix.example. It must not be encrypted."
        ),
        base.Field("handle", "Account", "As in @salt:matrix.example.", required=False),
        base.Field(
            "password", "Password", "Or an access token instead.", secret=True, required=False
        ),
        base.Field(
            "token", "Access token", "Of a session of its own.", secret=True, required=False
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text.encode(errors="surrogatepass"))

    async def sign_in(self, http: Client, account: Account) -> Profile:
        if not account.secrets.get("token"):
            account = await self.refresh(http, account)
        answer = await _call(http, account, "GET", f"{_CLIENT}/account/whoami")
        if answer.status == 401 and account.secrets.get("password"):
            account = await self.refresh(http, account)
            answer = await _call(http, account, "GET", f"{_CLIENT}/account/whoami")
        me = _good(answer).read(Who).user_id
        room = await self._joined(http, account)
        shown = await _call(http, account, "GET", f"{_CLIENT}/profile/{quote(me)}/displayname")
        name = shown.read(Name).displayname if shown.ok else None
        named = replace(account, handle=me, remote_id=room)
        return Profile(named, name or me, await self._limits(http, account))

    async def _joined(self, http: Client, account: Account) -> str:
        """The room's number, the account being in it. Raises SignInAgain, Refused."""
        wanted = account.secrets.get("room", "").strip()
        path = f"{_CLIENT}/join/{quote(wanted, safe='')}"
        answer = await _call(http, account, "POST", path, json={})
        if answer.status in (400, 403, 404):
            raise SignInAgain(
                f"The account cannot come into {wanted or 'a room without a name'}. Invite it.",
                status=answer.status,
            )
        room = _good(answer).read(Room).room_id
        path = f"{_CLIENT}/rooms/{quote(room, safe='')}/state/m.room.encryption"
        if (await _call(http, account, "GET", path)).ok:
            raise Refused("This room is encrypted; choose one that everybody can read.")
        return room

    async def _limits(self, http: Client, account: Account) -> Limits:
        for path in ("/_matrix/client/v1/media/config", "/_matrix/media/v3/config"):
            answer = await _call(http, account, "GET", path)
            if answer.ok and (most := answer.read(Most).size):
                return replace(self.limits, image_bytes=most, video_bytes=most)
        return self.limits

    async def refresh(self, http: Client, account: Account) -> Account:
        """A new session under the same device number. Raises SignInAgain without a password."""
        password, user = account.secrets.get("password", ""), account.handle
        if not password or not user:
            raise SignInAgain("Give the account and its password, or an access token.")
        body = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            "device_id": _DEVICE,
            "initial_device_display_name": "Aboveboard",
        }
        url = f"{account.server.rstrip('/')}{_CLIENT}/login"
        answer = await ask(http, "POST", url, json=body)
        if answer.status in (400, 401, 403):
            raise SignInAgain("The server does not accept the password.", status=answer.status)
        token = _good(answer).read(Token).access_token
        return replace(account, secrets={**account.secrets, "token": token})

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        content = await anyio.Path(media.path).read_bytes()
        answer = await _call(
            http,
            account,
            "POST",
            "/_matrix/media/v3/upload",
            params={"filename": media.path.name},
            headers={"Content-Type": media.mime},
            content=content,
        )
        stored = _good(answer).read(Stored).content_uri
        ref = json.dumps({"url": stored, "name": media.path.name, "size": len(content)})
        return Uploaded(ref, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        content = _content(part)
        if part.root and part.reply_to:
            content["m.relates_to"] = {
                "rel_type": "m.thread",
                "event_id": part.root.remote_id,
                "is_falling_back": True,
                "m.in_reply_to": {"event_id": part.reply_to.remote_id},
            }
        path = _room(account, f"send/m.room.message/{part.key}")
        answer = await _call(http, account, "PUT", path, publishing=True, json=content)
        return _sent(account, _good(answer).read(Made).event_id)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """By our number where the server tells it (to the session that sent it), and the words."""
        body = _content(part)["body"]
        found = []
        for event in await self._messages(http, account, since):
            number = event.unsigned.get("transaction_id") or part.key
            if event.sender == account.handle and (number, event.body) == (part.key, body):
                found.append(_sent(account, event.event_id, event.at))
        return found

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The words are replaced; whoever reads with an old program sees them after a star."""
        event = await self._event(http, account, sent.remote_id)
        if event is None or not event.content:
            raise Gone("The message is not there any more.")
        kept = {
            name: value
            for name, value in event.content.items()
            if name in ("msgtype", "url", "info", "filename")
        }
        new = {**kept, "body": _content(part)["body"]}
        content = {
            **new,
            "body": f"* {new['body']}",
            "m.new_content": new,
            "m.relates_to": {"rel_type": "m.replace", "event_id": sent.remote_id},
        }
        number = sha256(f"{sent.remote_id}\0{part.text}")[:32]
        path = _room(account, f"send/m.room.message/{number}")
        _good(await _call(http, account, "PUT", path, json=content))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        event = quote(sent.remote_id, safe="")
        path = _room(account, f"redact/{event}/{sha256(sent.remote_id)[:32]}")
        answer = await _call(http, account, "PUT", path, json={})
        if answer.status != 404:
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            event = await self._event(http, account, post.remote_id)
            if event is None or not event.content:
                continue
            ident = quote(post.remote_id, safe="")
            path = f"relations/{ident}/m.annotation/m.reaction"
            path = _room(account, path, version="v1")
            answer = await _call(http, account, "GET", path, params={"limit": "500"})
            likes = {one.sender for one in _good(answer).read(Related).chunk}
            found[post.remote_id] = Numbers(replies=event.thread_count, likes=len(likes))
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        found = [
            base.Comment(
                remote_id=event.event_id,
                author=event.sender,
                text=event.body,
                at=event.at,
                url=_sent(account, event.event_id).url,
                reply_to=sent.remote_id,
            )
            for event in await self._messages(http, account, since)
            if event.sender != account.handle and sent.remote_id in event.answers
        ]
        return sorted(found, key=lambda one: one.at)

    async def _event(self, http: Client, account: Account, ident: str) -> Event | None:
        path = _room(account, f"event/{quote(ident, safe='')}")
        answer = await _call(http, account, "GET", path)
        return None if answer.status == 404 else _good(answer).read(Event)

    async def _messages(self, http: Client, account: Account, since: datetime) -> list[Event]:
        """The room's messages since then, the newest first, without what only changes others."""
        query = {
            "dir": "b",
            "limit": _PAGE,
            "filter": json.dumps({"types": ["m.room.message"]}),
        }
        found: list[Event] = []
        for _ in range(_PAGES):
            path = _room(account, "messages")
            page = _good(await _call(http, account, "GET", path, params=query)).read(Page)
            fresh = [event for event in page.chunk if event.at >= since - _ROUNDING]
            found += [event for event in fresh if event.content and not event.is_edit]
            if len(fresh) < len(page.chunk) or not page.end or not page.chunk:
                return found
            query["from"] = page.end
        raise TryLater("There are too many messages since then to look at each.", wait=300)


def _content(part: Outgoing) -> dict[str, Any]:
    """The message: words alone, or a picture or video with the words as its caption."""
    if not part.media:
        return {"msgtype": "m.text", "body": part.text}
    one = part.media[0]
    told = json.loads(one.ref)
    kind = one.mime.split("/")[0]
    alt = f"({one.alt})" if one.alt else ""
    info: dict[str, Any] = {"mimetype": one.mime, "size": told["size"]}
    if one.width and one.height:
        info |= {"w": one.width, "h": one.height}
    return {
        "msgtype": f"m.{kind}",
        "body": "\n\n".join(words for words in (part.text, alt) if words) or told["name"],
        "filename": told["name"],
        "url": told["url"],
        "info": info,
    }


def _room(account: Account, path: str, *, version: str = "v3") -> str:
    room = quote(account.remote_id, safe="")
    return f"/_matrix/client/{version}/rooms/{room}/{path}"


def _sent(account: Account, ident: str, at: datetime | None = None) -> Sent:
    return Sent(ident, f"https://matrix.to/#/{quote(account.remote_id)}/{quote(ident)}", at=at)


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
    signed = {"Authorization": f"Bearer {account.secrets.get('token', '')}", **(headers or {})}
    url = f"{account.server.rstrip('/')}{path}"
    return await ask(http, method, url, publishing=publishing, headers=signed, **content)


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def _meaning(answer: Answer) -> ChannelError:
    try:
        fault = Fault.model_validate_json(answer.body)
    except ValidationError:
        return answer.error()
    why, status = fault.error or f"The server answered {answer.status}.", answer.status
    if fault.errcode == "M_LIMIT_EXCEEDED":
        told = fault.retry_after_ms / 1000 if fault.retry_after_ms else None
        return TryLater(why, wait=answer.wait() or told, status=status)
    if fault.errcode in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return SignInAgain(why, refreshable=True, status=status)
    if fault.errcode in ("M_FORBIDDEN", "M_USER_DEACTIVATED", "M_NOT_FOUND"):
        return Gone(f"The account cannot write in this room any more: {why}", status=status)
    if fault.errcode == "M_TOO_LARGE":
        return Refused(why, status=status)
    return answer.error()


matrix = Matrix()
