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
from urllib.parse import quote

import anyio

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
    Standing,
    Uploaded,
)
from aboveboard.channels.errors import Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.matrix.calling import at_home, good, in_room, sent_as
from aboveboard.channels.matrix.content import body_of, content_of, replacement
from aboveboard.channels.matrix.shapes import (
    Event,
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
from aboveboard.channels.wire import ask, call, pieces
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client

_CLIENT = "/_matrix/client/v3"
_PAGE, _PAGES = "100", 20
_ROUNDING = timedelta(seconds=2)


class Matrix(Network):
    """`room` in the secrets is the room's alias or number.

    With a password a session that has ended begins anew by itself; `device` is its number then.
    """

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
        account = await at_home(http, account)
        if not account.secrets.get("token"):
            account = await self.refresh(http, account)
        answer = await call(http, account, "GET", f"{_CLIENT}/account/whoami")
        if answer.status == 401 and account.secrets.get("password"):
            account = await self.refresh(http, account)
            answer = await call(http, account, "GET", f"{_CLIENT}/account/whoami")
        me = good(answer).read(Who).user_id
        room = await self._joined(http, account)
        shown = await call(http, account, "GET", f"{_CLIENT}/profile/{quote(me)}/displayname")
        name = shown.read(Name).displayname if shown.ok else None
        named = replace(account, handle=me, remote_id=room)
        return Profile(named, name or me, await self._limits(http, account))

    async def _joined(self, http: Client, account: Account) -> str:
        """The room's number, the account being in it. Raises SignInAgain, Refused."""
        wanted = account.secrets.get("room", "").strip()
        path = f"{_CLIENT}/join/{quote(wanted, safe='')}"
        answer = await call(http, account, "POST", path, json={})
        if answer.status in (400, 403, 404):
            raise SignInAgain(
                f"The account cannot come into {wanted or 'a room without a name'}. Invite it.",
                status=answer.status,
            )
        room = good(answer).read(Room).room_id
        path = f"{_CLIENT}/rooms/{quote(room, safe='')}/state/m.room.encryption"
        if (await call(http, account, "GET", path)).ok:
            raise Refused("This room is encrypted; choose one that everybody can read.")
        return room

    async def _limits(self, http: Client, account: Account) -> Limits:
        for path in ("/_matrix/client/v1/media/config", "/_matrix/media/v3/config"):
            answer = await call(http, account, "GET", path)
            if answer.ok and (most := answer.read(Most).size):
                return replace(self.limits, image_bytes=most, video_bytes=most)
        return self.limits

    async def refresh(self, http: Client, account: Account) -> Account:
        """A new session under the number of the last one. Raises SignInAgain without a password.

        The server gives the first number: of two channels that shared one, each would end the
        other's session.
        """
        password, user = account.secrets.get("password", ""), account.handle
        device = account.secrets.get("device", "")
        if not password or not user:
            raise SignInAgain("Give the account and its password, or an access token.")
        body = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            **({"device_id": device} if device else {}),
            "initial_device_display_name": "Aboveboard",
        }
        url = f"{account.server.rstrip('/')}{_CLIENT}/login"
        answer = await ask(http, "POST", url, json=body)
        if answer.status in (400, 401, 403):
            raise SignInAgain("The server does not accept the password.", status=answer.status)
        made = good(answer).read(Token)
        opened = {"token": made.access_token, "device": made.device_id}
        return replace(account, secrets={**account.secrets, **opened})

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        size = (await anyio.Path(media.path).stat()).st_size
        answer = await call(
            http,
            account,
            "POST",
            "/_matrix/media/v3/upload",
            params={"filename": media.path.name},
            headers={"Content-Type": media.mime, "Content-Length": str(size)},
            content=pieces(media.path),
        )
        stored = good(answer).read(Stored).content_uri
        told = {"url": stored, "name": media.path.name, "size": size}
        ref = json.dumps({**told, "ms": round(media.seconds * 1000)})
        return Uploaded(ref, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        content = content_of(part)
        if part.root and part.reply_to:
            content["m.relates_to"] = {
                "rel_type": "m.thread",
                "event_id": part.root.remote_id,
                "is_falling_back": True,
                "m.in_reply_to": {"event_id": part.reply_to.remote_id},
            }
        path = in_room(account, f"send/m.room.message/{part.key}")
        answer = await call(http, account, "PUT", path, publishing=True, json=content)
        return sent_as(account, good(answer).read(Made).event_id)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """By our number where the server tells it (to the session that sent it), and the words."""
        body = content_of(part)["body"]
        found = []
        for event in await self._messages(http, account, since, senders=[account.handle]):
            number = event.unsigned.get("transaction_id") or part.key
            if event.sender == account.handle and (number, event.body) == (part.key, body):
                found.append(sent_as(account, event.event_id, event.at))
        return found

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(sent_as(account, event.event_id, event.at), event.words)
            for event in await self._messages(http, account, since, senders=[account.handle])
            if event.sender == account.handle
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The words are replaced; whoever reads with an old program sees them after a star."""
        event = await self._event(http, account, sent.remote_id)
        if event is None or not event.content:
            raise Gone("The message is not there any more.")
        body = body_of(part) or str(event.content.get("filename", ""))
        if event.body == body:
            return sent
        # The last edit stands in the number: else words that stood there before would be taken
        # for a repeat of that earlier edit.
        number = sha256(f"{sent.remote_id}\0{event.last_edit}\0{body}")[:32]
        path = in_room(account, f"send/m.room.message/{number}")
        new = replacement(event.content, body, text=part.text, of=sent.remote_id)
        good(await call(http, account, "PUT", path, json=new))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """Its edits first: each is a message too, and holds words that would stay readable."""
        edits = await self._related(http, account, sent.remote_id, "m.replace")
        for ident in [*(edit.event_id for edit in edits), sent.remote_id]:
            path = in_room(account, f"redact/{quote(ident, safe='')}/{sha256(ident)[:32]}")
            answer = await call(http, account, "PUT", path, json={})
            if answer.status != 404:
                good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """People who reacted, and what others wrote in the thread.

        An answer outside of a thread is counted by no server; `comments` finds those too.
        """
        found: dict[str, Numbers] = {}
        for post in sent:
            event = await self._event(http, account, post.remote_id)
            if event is None or not event.content:
                continue
            likes = await self._related(http, account, post.remote_id, "m.annotation/m.reaction")
            thread = await self._related(http, account, post.remote_id, "m.thread")
            found[post.remote_id] = Numbers(
                replies=sum(one.sender != account.handle for one in thread),
                likes=len({one.sender for one in likes}),
            )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        """Whoever answers the post, or an answer to it; our own thread is left out."""
        family, found = {sent.remote_id}, []
        for event in reversed(await self._messages(http, account, since)):
            if not event.answers & family:
                continue
            family.add(event.event_id)
            if event.sender == account.handle or event.at < since:
                continue
            comment = base.Comment(
                remote_id=event.event_id,
                author=event.sender,
                text=event.words,
                at=event.at,
                url=sent_as(account, event.event_id).url,
                reply_to=event.answered,
            )
            found.append(comment)
        return sorted(found, key=lambda one: one.at)

    async def _event(self, http: Client, account: Account, ident: str) -> Event | None:
        path = in_room(account, f"event/{quote(ident, safe='')}")
        answer = await call(http, account, "GET", path)
        return None if answer.status == 404 else good(answer).read(Event)

    async def _related(self, http: Client, account: Account, ident: str, kind: str) -> list[Event]:
        """What relates to a message in one way, all pages of it; nothing once it is gone."""
        path = in_room(account, f"relations/{quote(ident, safe='')}/{kind}", version="v1")
        query, found = {"limit": _PAGE}, []
        for _ in range(_PAGES):
            answer = await call(http, account, "GET", path, params=query)
            if answer.status == 404:
                return []
            page = good(answer).read(Related)
            found += page.chunk
            if not page.next_batch:
                return found
            query["from"] = page.next_batch
        raise TryLater("There is too much about this message to look at each.", wait=300)

    async def _messages(
        self, http: Client, account: Account, since: datetime, *, senders: Sequence[str] = ()
    ) -> list[Event]:
        """The room's messages since then, the newest first, without what only changes others."""
        wanted = {"types": ["m.room.message"], **({"senders": senders} if senders else {})}
        query = {"dir": "b", "limit": _PAGE, "filter": json.dumps(wanted)}
        found: list[Event] = []
        for _ in range(_PAGES):
            answer = await call(http, account, "GET", in_room(account, "messages"), params=query)
            page = good(answer).read(Page)
            start = since + answer.ahead() - _ROUNDING
            fresh = [event for event in page.chunk if event.at >= start]
            found += [event for event in fresh if event.content and not event.is_edit]
            if len(fresh) < len(page.chunk) or not page.end or not page.chunk:
                return found
            query["from"] = page.end
        raise TryLater("There are too many messages since then to look at each.", wait=300)


matrix = Matrix()
