"""Telegram's Bot API by its documentation: core.telegram.org/bots/api (10.1)."""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from pydantic import field_validator

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, BOT, CHAT = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "salt_bot", -1001


@dataclass
class State:
    """The messages of one channel, by their ids."""

    messages: dict[int, dict[str, Any]] = field(default_factory=dict)


def _denied(why: str) -> Reply:
    return Reply(400, {"ok": False, "error_code": 400, "description": f"Bad Request: {why}"})


api: Api[State] = Api("telegram", denied=_denied)


class Reference(Shape):
    message_id: int
    allow_sending_without_reply: bool = False


class Nothing(Shape):
    pass


class OfChat(Shape):
    chat_id: str


class Text(Shape):
    chat_id: str
    text: str
    reply_parameters: Reference | None = None


class Captioned(Shape):
    """A form: what is no text comes as JSON."""

    chat_id: str
    caption: str = ""
    reply_parameters: Reference | None = None

    @field_validator("reply_parameters", mode="before")
    @classmethod
    def _from_json(cls, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value


class Item(Shape):
    type: str
    media: str
    caption: str = ""


class Group(Shape):
    chat_id: str
    media: list[Item]
    reply_parameters: Reference | None = None

    @field_validator("media", "reply_parameters", mode="before")
    @classmethod
    def _from_json(cls, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value


class Edited(Shape):
    chat_id: str
    message_id: int
    text: str = ""
    caption: str = ""


class Deleted(Shape):
    chat_id: str
    message_ids: list[int]


def _error(code: int, description: str, **parameters: Any) -> Denied:
    body = {"ok": False, "error_code": code, "description": description}
    return Denied(Reply(code, body | ({"parameters": parameters} if parameters else {})))


def _in(call: Call, chat: str | None = None) -> None:
    if call.path["token"] != TOKEN:
        raise _error(401, "Unauthorized")
    if chat is not None and chat not in (str(CHAT), "@saltworks"):
        raise _error(400, "Bad Request: chat not found")


def _ok(result: Any) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def _kept(
    state: State, text: str, most: int, reply: Reference | None, **more: Any
) -> dict[str, Any]:
    if len(text.encode("utf-16-le")) // 2 > most:
        raise _error(400, f"Bad Request: message {'caption ' if most < 4096 else ''}is too long")
    if reply and reply.message_id not in state.messages:
        raise _error(400, "Bad Request: message to be replied not found")
    ident = max(state.messages, default=100) + 1
    message = {
        "message_id": ident,
        "date": int(time.time()),
        "chat": {"id": CHAT, "type": "channel", "title": "Saltworks", "username": "saltworks"},
        "text": text,
        "reply": reply.message_id if reply else None,
        **more,
    }
    state.messages[ident] = message
    return message


@api.call("POST", "/bot{token}/getMe", body=Nothing)
def me(state: State, call: Call) -> Reply:
    _in(call)
    return _ok({"id": 110201543, "is_bot": True, "first_name": "Salt", "username": BOT})


@api.call("POST", "/bot{token}/getChat", body=OfChat)
def chat(state: State, call: Call) -> Reply:
    _in(call, call.body(OfChat).chat_id)
    return _ok({"id": CHAT, "type": "channel", "title": "Saltworks", "username": "saltworks"})


@api.call("POST", "/bot{token}/sendMessage", body=Text)
def send_message(state: State, call: Call) -> Reply:
    body = call.body(Text)
    _in(call, body.chat_id)
    if not body.text.strip():
        raise _error(400, "Bad Request: message text is empty")
    return _ok(_kept(state, body.text, 4096, body.reply_parameters))


@api.call("POST", "/bot{token}/sendPhoto", body=Captioned, kind="multipart")
def send_photo(state: State, call: Call) -> Reply:
    return _one(state, call, "photo")


@api.call("POST", "/bot{token}/sendVideo", body=Captioned, kind="multipart")
def send_video(state: State, call: Call) -> Reply:
    return _one(state, call, "video")


def _one(state: State, call: Call, kind: str) -> Reply:
    body = call.body(Captioned)
    _in(call, body.chat_id)
    if set(call.files) != {kind}:
        raise Broken(f"the file is not named {kind}: {sorted(call.files)}")
    file = call.files[kind].content
    return _ok(_kept(state, body.caption, 1024, body.reply_parameters, **{kind: file.hex()[:16]}))


@api.call("POST", "/bot{token}/sendMediaGroup", body=Group, kind="multipart")
def send_group(state: State, call: Call) -> Reply:
    body = call.body(Group)
    _in(call, body.chat_id)
    if not 2 <= len(body.media) <= 10:
        raise _error(400, "Bad Request: wrong number of media")
    for item in body.media:
        if item.media.removeprefix("attach://") not in call.files:
            raise Broken(f"{item.media} is not attached")
    messages = [
        _kept(state, item.caption, 1024, body.reply_parameters, **{item.type: "…"})
        for item in body.media
    ]
    return _ok(messages)


@api.call("POST", "/bot{token}/editMessageText", body=Edited)
def edit_text(state: State, call: Call) -> Reply:
    return _edited(state, call, call.body(Edited).text)


@api.call("POST", "/bot{token}/editMessageCaption", body=Edited)
def edit_caption(state: State, call: Call) -> Reply:
    return _edited(state, call, call.body(Edited).caption)


def _edited(state: State, call: Call, text: str) -> Reply:
    body = call.body(Edited)
    _in(call, body.chat_id)
    message = state.messages.get(body.message_id)
    if message is None:
        raise _error(400, "Bad Request: message to edit not found")
    if message["text"] == text:
        raise _error(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message",
        )
    message["text"] = text
    return _ok(message)


@api.call("POST", "/bot{token}/deleteMessages", body=Deleted)
def delete(state: State, call: Call) -> Reply:
    body = call.body(Deleted)
    _in(call, body.chat_id)
    for ident in body.message_ids:
        state.messages.pop(ident, None)
    return _ok(True)
