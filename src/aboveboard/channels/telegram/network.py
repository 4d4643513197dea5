"""Telegram: a bot that posts to a channel, group or chat.

Source: core.telegram.org/bots/api, Bot API 10.1. A bot cannot read what it has said, so only a
person can settle a lost answer. The bot's token stands in the path of every request: it is taken
out of whatever is told of one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import anyio

from aboveboard.channels.base import (
    Account,
    Capabilities,
    Field,
    Frame,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.counting import utf16
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.telegram.shapes import Chat, Message, Result, Said, User
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client

CAPTION = 1_024


class Telegram(Network):
    """`account.remote_id` is the chat, as @name or number; the secret `token` is the bot's.

    An album is several messages: `remote_id` of what is sent names them all, by commas.
    """

    name = "telegram"
    title = "Telegram"
    home = "https://api.telegram.org"
    # A caption is shorter than a text; which one applies depends on the pictures.
    limits = Limits(
        text=4_096,
        unit="utf16",
        images=10,
        image_bytes=10_000_000,
        image_types=("image/jpeg", "image/png", "image/webp"),
        # sendPhoto: at most twenty times as long as broad; it shows 2,560 pixels.
        frame=Frame(narrowest=0.05, widest=20.0, edge=2_560),
        videos=1,
        video_bytes=50_000_000,
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("token",),
        alt_text=False,
        link_preview="server",
        edit=True,
        readback="none",
    )
    fields = (
        Field(
            "token",
            "Bot token",
            "@BotFather gives it when you make a bot with /newbot.",
            secret=True,
        ),
        Field(
            "chat",
            "Chat",
            "@name of a public channel or group, or its number. The bot must be its administrator "
            "with the right to post.",
        ),
        Field("server", "Server", "Only for a Bot API server of your own.", default=home),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return utf16(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        bot = _read(await _call(http, account, "getMe", {}), Result[User]).result
        chat_id = account.secrets.get("chat", "")
        answer = await _call(http, account, "getChat", {"chat_id": chat_id})
        chat = _read(answer, Result[Chat]).result
        shown = chat.title or chat.first_name or chat.username or str(chat.id)
        handle = f"@{chat.username}" if chat.username else f"@{bot.username}"
        named = replace(account, remote_id=str(chat.id), handle=handle)
        return Profile(named, shown, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Nothing goes there before the post: a bot's files are sent with it."""
        async with await anyio.open_file(media.path, "rb"):
            return Uploaded(str(media.path), media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        method, body, files = await _message(account, part)
        sent = await _call(http, account, method, body, files=files, publishing=True)
        if method == "sendMediaGroup":
            messages = _read(sent, Result[list[Message]]).result
        else:
            messages = [_read(sent, Result[Message]).result]
        return _sent(messages)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """A bot has no way to read its own messages."""
        return ()

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The text, or the caption of the first picture; saying the same again is no error."""
        field, method = (
            ("caption", "editMessageCaption") if part.media else ("text", "editMessageText")
        )
        body = {
            "chat_id": account.remote_id,
            "message_id": int(sent.remote_id.split(",")[0]),
            field: part.text,
        }
        answer = await _call(http, account, method, body)
        if answer.status == 400 and "message is not modified" in _said(answer).description:
            return sent
        _good(answer)
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        ids = [int(number) for number in sent.remote_id.split(",")]
        answer = await _call(
            http, account, "deleteMessages", {"chat_id": account.remote_id, "message_ids": ids}
        )
        _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Telegram tells bots nothing of how often a message was seen."""
        return {post.remote_id: Numbers() for post in sent}


async def _message(
    account: Account, part: Outgoing
) -> tuple[str, dict[str, Any], dict[str, Any] | None]:
    """The method, its fields and its files. Texts go as they are, without any markup."""
    body: dict[str, Any] = {"chat_id": account.remote_id}
    if part.reply_to:
        first = int(part.reply_to.remote_id.split(",")[0])
        body["reply_parameters"] = {"message_id": first, "allow_sending_without_reply": False}
    if not part.media:
        return "sendMessage", {**body, "text": part.text}, None
    if utf16(part.text) > CAPTION:
        raise Refused(
            f"It has {utf16(part.text):,} characters; with a picture Telegram takes {CAPTION:,}. "
            "Shorten it, or put the rest into a second part."
        )
    files = {f"file{place}": await _file(one) for place, one in enumerate(part.media)}
    if len(part.media) == 1:
        kind = _kind(part.media[0])
        return f"send{kind.capitalize()}", {**body, "caption": part.text}, {kind: files["file0"]}
    group = [
        {"type": _kind(one), "media": f"attach://file{place}"}
        for place, one in enumerate(part.media)
    ]
    group[0]["caption"] = part.text
    return "sendMediaGroup", {**body, "media": group}, files


def _kind(media: Uploaded) -> str:
    return "video" if media.is_video else "photo"


async def _file(media: Uploaded) -> tuple[str, bytes, str]:
    path = anyio.Path(media.ref)
    return path.name, await path.read_bytes(), media.mime


async def _call(
    http: Client,
    account: Account,
    method: str,
    body: Mapping[str, Any],
    *,
    files: Mapping[str, Any] | None = None,
    publishing: bool = False,
) -> Answer:
    token = account.secrets.get("token", "")
    url = f"{(account.server or Telegram.home).rstrip('/')}/bot{token}/{method}"
    content: dict[str, Any] = {"json": dict(body)}
    if files:
        # In a form, what is no text goes as JSON.
        plain = {k: v if isinstance(v, str) else json.dumps(v) for k, v in body.items()}
        content = {"data": plain, "files": dict(files)}
    try:
        return await ask(http, "POST", url, publishing=publishing, **content)
    except ChannelError as error:
        if token:
            error.why = error.why.replace(token, "…")
            error.args = (error.why,)
        raise


def _said(answer: Answer) -> Said:
    try:
        return Said.model_validate_json(answer.body)
    except ValueError:
        return Said()


def _read(answer: Answer, kind: Any) -> Any:
    return _good(answer).read(kind)


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    said = _said(answer)
    why, status = said.description or f"Telegram answered {answer.status}.", answer.status
    if status == 429:
        raise TryLater(why, wait=said.parameters.retry_after, status=status)
    if status in (401, 404):
        # An unknown token is answered as an address that is not there.
        raise SignInAgain("Telegram does not know this bot token.", status=status)
    if status == 403:
        raise SignInAgain(f"The bot may not post there: {why}", status=status)
    if status == 400 and said.parameters.migrate_to_chat_id:
        raise Gone(
            f"The group has become {said.parameters.migrate_to_chat_id}. Connect it anew.",
            status=status,
        )
    if status == 400 and "chat not found" in why.lower():
        raise Gone("The chat is not there, or the bot is not in it.", status=status)
    if status == 400 and "message to" in why.lower() and "not found" in why.lower():
        raise Gone(why, status=status)
    if status in (400, 413):
        raise Refused(why, status=status)
    raise answer.error()


def _sent(messages: Sequence[Message]) -> Sent:
    first = messages[0]
    ids = ",".join(str(message.message_id) for message in messages)
    url = f"https://t.me/{first.chat.username}/{first.message_id}" if first.chat.username else ""
    return Sent(ids, url, at=datetime.fromtimestamp(first.date, UTC))


telegram = Telegram()
