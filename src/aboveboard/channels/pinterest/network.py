"""Pinterest, by its API v5: pins on a board.

Source: pinterest/api-description 5.23. Pictures go within the request, so no public address is
needed. Nothing makes a pin once: a lost answer is settled by the account's own pins. With trial
access pins are seen by their creator alone.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import anyio
from pydantic import BaseModel, Field, field_validator

from aboveboard.channels import base, wire
from aboveboard.channels import oauth as oauth2
from aboveboard.channels.base import (
    Account,
    Capabilities,
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
from aboveboard.channels.counting import urls
from aboveboard.channels.errors import Refused, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

_PAGE, _PAGES = 100, 20
_ROUNDING = timedelta(seconds=2)
_POLL = 5.0
_VIDEO = "video:"
# How far back the numbers of a pin reach.
_WINDOW = timedelta(days=89)


class _Account(BaseModel):
    username: str
    business_name: str | None = None


class _Board(BaseModel):
    id: str
    name: str = ""


class _Pin(BaseModel):
    id: str
    title: str | None = ""
    description: str | None = ""
    created_at: datetime
    board_id: str | None = ""

    @field_validator("created_at")
    @classmethod
    def _aware(cls, value: datetime) -> datetime:
        return value if value.tzinfo else value.replace(tzinfo=UTC)


class _Pins(BaseModel):
    items: list[_Pin] = Field(default_factory=list)
    bookmark: str | None = None


class _Registered(BaseModel):
    media_id: str
    upload_url: str
    upload_parameters: dict[str, str]


class _Media(BaseModel):
    status: str = ""


class _Summary(BaseModel):
    summary_metrics: dict[str, float | None] = Field(default_factory=dict)


class Pinterest(Network):
    """`board` in the secrets is where pins go; by OAuth the token is renewed by itself."""

    name = "pinterest"
    title = "Pinterest"
    page = "https://www.pinterest.com/{name}/"
    home = "https://api.pinterest.com"
    limits = Limits(
        text=800,
        unit="characters",
        title=100,
        images=5,
        image_bytes=10_000_000,
        image_types=("image/jpeg", "image/png"),
        alt=500,
        # What its own guide for pins asks for, 2:3.
        frame=Frame(shapes=((1_000, 1_500),)),
        videos=1,
        video_bytes=1_000_000_000,
        media_least=1,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        threads=False,
        mentions=False,
        edit=True,
        metrics=("views", "clicks", "saves", "replies", "likes"),
    )
    fields = (
        base.Field(
            "token",
            "Access token",
            "With boards:read, pins:read, pins:write and user_accounts:read.",
            secret=True,
        ),
        base.Field("board", "Board", "The number of the board that pins go to."),
        base.Field("refresh", "Refresh token", "", secret=True, required=False),
        base.Field("client_id", "App ID", "Of your app, to renew the token.", required=False),
        base.Field("client_secret", "App secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://www.pinterest.com/oauth/",
        token="https://api.pinterest.com/v5/oauth/token",  # noqa: S106
        scopes=("boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"),
        separator=",",
        pkce=False,
        client_auth="basic",
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        me = _good(await _call(http, account, "GET", "/v5/user_account")).read(_Account)
        board = account.secrets.get("board", "")
        answer = await _call(http, account, "GET", f"/v5/boards/{board}")
        if answer.status == 404:
            raise SignInAgain(f"There is no board {board} in this account.", status=404)
        shown = _good(answer).read(_Board)
        named = replace(account, handle=me.username, remote_id=shown.id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, me.business_name or me.username, self.limits, expires_at=expires)

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=self.home)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """A video is registered, sent, and asked after; a picture goes with the pin."""
        if not media.is_video:
            async with await anyio.open_file(media.path, "rb"):
                return Uploaded(str(media.path), media.alt, media.width, media.height, media.mime)
        if begun is None:
            body = {"media_type": "video"}
            answer = _good(await _call(http, account, "POST", "/v5/media", json=body))
            return await self._sent_there(http, account, media, answer.read(_Registered))
        path = f"/v5/media/{begun.ref.removeprefix(_VIDEO)}"
        status = _good(await _call(http, account, "GET", path)).read(_Media).status
        if status == "failed":
            raise Refused("Pinterest could not use the video.")
        return replace(begun, done=status == "succeeded", wait=_POLL)

    async def _sent_there(
        self, http: Client, account: Account, media: Media, place: _Registered
    ) -> Uploaded:
        url = oauth2.elsewhere(place.upload_url, account.server, self.home)
        # A file that is handed over open is read while it is sent, and never stands in memory.
        with media.path.open("rb") as content:
            files = {"file": (media.path.name, content, media.mime)}
            answer = await ask(http, "POST", url, data=place.upload_parameters, files=files)
        if not answer.ok:
            raise TryLater("Pinterest's store did not take the video.", status=answer.status)
        ref = f"{_VIDEO}{place.media_id}"
        return Uploaded(
            ref, media.alt, media.width, media.height, media.mime, done=False, wait=_POLL
        )

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body: dict[str, Any] = {
            "board_id": account.remote_id,
            "title": part.title[:100],
            "description": part.text,
            "media_source": await _source(part.media),
        }
        if alt := part.media[0].alt:
            body["alt_text"] = alt
        if link := _link(part.text):
            body["link"] = link
        answer = await _call(http, account, "POST", "/v5/pins", publishing=True, json=body)
        return _sent(_good(answer).read(_Pin))

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        wanted = "".join(part.text.split())
        return [
            _sent(pin)
            for pin in await _own(http, account, since)
            if "".join((pin.description or "").split()) == wanted
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(_sent(pin), pin.description or "") for pin in await _own(http, account, since)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        body = {"description": part.text}
        _good(await _call(http, account, "PATCH", f"/v5/pins/{sent.remote_id}", json=body))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await _call(http, account, "DELETE", f"/v5/pins/{sent.remote_id}")
        if answer.status != 404:
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        today: date = clock.now().date()
        for post in sent:
            query = {
                "start_date": str(today - _WINDOW),
                "end_date": str(today),
                "metric_types": "IMPRESSION,OUTBOUND_CLICK,SAVE,TOTAL_COMMENTS,TOTAL_REACTIONS",
            }
            path = f"/v5/pins/{post.remote_id}/analytics"
            answer = await _call(http, account, "GET", path, params=query)
            if answer.status == 404:
                continue
            told = _good(answer).read(dict[str, _Summary]).get("all", _Summary()).summary_metrics
            found[post.remote_id] = Numbers(
                views=_whole(told.get("IMPRESSION")),
                clicks=_whole(told.get("OUTBOUND_CLICK")),
                saves=_whole(told.get("SAVE")),
                replies=_whole(told.get("TOTAL_COMMENTS")),
                likes=_whole(told.get("TOTAL_REACTIONS")),
            )
        return found


async def _source(media: Sequence[Uploaded]) -> dict[str, Any]:
    if media[0].ref.startswith(_VIDEO):
        # Videos want a cover: the first frame, as no other picture was approved.
        ident = media[0].ref.removeprefix(_VIDEO)
        return {"source_type": "video_id", "media_id": ident, "cover_image_key_frame_time": 0}
    items = [
        {
            "content_type": one.mime,
            "data": base64.b64encode(await anyio.Path(one.ref).read_bytes()).decode(),
        }
        for one in media
    ]
    if len(items) == 1:
        return {"source_type": "image_base64", **items[0]}
    return {"source_type": "multiple_image_base64", "items": items}


def _link(text: str) -> str:
    """The first address of a text: where the pin leads."""
    return next((text[start:end] for start, end in urls(text)), "")[:2_048]


async def _own(http: Client, account: Account, since: datetime) -> list[_Pin]:
    """The board's pins since then. Raises TryLater when they are too many to see all."""
    query = {"page_size": str(_PAGE)}
    found: list[_Pin] = []
    for _ in range(_PAGES):
        path = f"/v5/boards/{account.remote_id}/pins"
        page = _good(await _call(http, account, "GET", path, params=query)).read(_Pins)
        fresh = [pin for pin in page.items if pin.created_at >= since - _ROUNDING]
        found += fresh
        if len(fresh) < len(page.items) or not page.bookmark:
            return found
        query["bookmark"] = page.bookmark
    raise TryLater("There are too many pins since then to look at each.", wait=300)


async def _call(
    http: Client, account: Account, method: str, path: str, *, publishing: bool = False, **more: Any
) -> Answer:
    return await wire.call(
        http, account, method, path, home=Pinterest.home, publishing=publishing, **more
    )


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    why, status = answer.why() or f"Pinterest answered {answer.status}.", answer.status
    if status == 401:
        raise SignInAgain(why, refreshable=True, status=status)
    if status == 403:
        raise SignInAgain(f"The app may not do this at Pinterest: {why}", status=status)
    raise answer.error()


def _sent(pin: _Pin) -> Sent:
    return Sent(pin.id, f"https://www.pinterest.com/pin/{pin.id}/", at=pin.created_at)


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


pinterest = Pinterest()
