"""Discord's webhooks by their documentation: discord.com/developers/docs/resources/webhook."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

HOOK, TOKEN = "1029384756", "aWebhookTokenThatIsLongAndSecret"
PATH = f"/api/v10/webhooks/{HOOK}/{TOKEN}"


@dataclass
class State:
    """The messages that the webhook sent, by id."""

    messages: dict[str, dict[str, Any]] = field(default_factory=dict)


def _error(status: int, code: int, message: str) -> Denied:
    return Denied(Reply(status, {"code": code, "message": message}))


api: Api[State] = Api("discord", denied=lambda why: Reply(400, {"code": 50035, "message": why}))


class Waits(Shape):
    wait: str
    thread_id: str | None = None


class Mentions(Shape):
    parse: list[str]


class Attachment(Shape):
    id: int
    filename: str
    description: str = ""


class Message(Shape):
    content: str
    allowed_mentions: Mentions
    attachments: list[Attachment] = []


class Sent(Shape):
    """JSON, or a form whose payload_json is the same."""

    payload_json: str


def _known(call: Call) -> None:
    if call.path["hook"] != HOOK:
        raise _error(404, 10015, "Unknown Webhook")
    if call.path["token"] != TOKEN:
        raise _error(401, 50027, "Invalid Webhook Token")


@api.call("GET", "/api/v10/webhooks/{hook}/{token}")
def hook(state: State, call: Call) -> Reply:
    _known(call)
    return Reply(200, {"id": HOOK, "type": 1, "name": "Salt", "channel_id": "77", "token": TOKEN})


@api.call("POST", "/api/v10/webhooks/{hook}/{token}", query=Waits, kind="bytes")
def send(state: State, call: Call) -> Reply:
    _known(call)
    if call.query["wait"] != "true":
        raise Broken("without wait=true failures are silent and no id comes back")
    if call.headers["content-type"].startswith("multipart/"):
        told, files = call.multipart()
        message = Message.model_validate_json(Sent.model_validate(told).payload_json)
        wanted = {f"files[{item.id}]" for item in message.attachments}
        if set(files) != wanted:
            raise Broken(f"attachments {sorted(wanted)} and files {sorted(files)} differ")
    else:
        message = Message.model_validate_json(call.raw)
    if message.allowed_mentions.parse:
        raise Broken("a mention would ping people")
    if len(message.content) > 2_000 or any(len(a.description) > 1_024 for a in message.attachments):
        raise _error(400, 50035, "Invalid Form Body")
    if not message.content.strip() and not message.attachments:
        raise _error(400, 50006, "Cannot send an empty message")
    ident = str(10_000 + len(state.messages))
    kept = json.loads(message.model_dump_json()) | {
        "id": ident,
        "channel_id": "77",
        "timestamp": datetime.now(UTC).isoformat(),
    }
    state.messages[ident] = kept
    limit = {"X-RateLimit-Remaining": "4", "X-RateLimit-Reset-After": "2"}
    return Reply(200, kept, limit)


class Edited(Shape):
    content: str
    allowed_mentions: Mentions


@api.call("PATCH", "/api/v10/webhooks/{hook}/{token}/messages/{id}", body=Edited)
def edit(state: State, call: Call) -> Reply:
    _known(call)
    message = _message(state, call)
    message["content"] = call.body(Edited).content
    return Reply(200, message)


@api.call("DELETE", "/api/v10/webhooks/{hook}/{token}/messages/{id}")
def delete(state: State, call: Call) -> Reply:
    _known(call)
    _message(state, call)
    del state.messages[call.path["id"]]
    return Reply(204)


def _message(state: State, call: Call) -> dict[str, Any]:
    if call.path["id"] not in state.messages:
        raise _error(404, 10008, "Unknown Message")
    return state.messages[call.path["id"]]
