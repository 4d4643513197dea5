"""Anthropic's Messages API for tests, strict about what it is sent.

After https://docs.claude.com/en/api/messages and https://docs.claude.com/en/api/errors.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, ValidationError

from aboveboard.ai.tests.chat_server import Handler, _Strict

KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    404: "not_found_error",
    429: "rate_limit_error",
    500: "api_error",
    529: "overloaded_error",
}


class Text(_Strict):
    type: Literal["text"]
    text: str = Field(min_length=1)


class Message(_Strict):
    role: Literal["user", "assistant"]
    content: str | list[Text]


class Tool(_Strict):
    name: str = Field(pattern=r"^[a-zA-Z0-9_-]{1,64}$")
    description: str | None = None
    input_schema: dict[str, Any]
    strict: bool | None = None


class Choice(_Strict):
    type: Literal["auto", "any", "tool", "none"]
    name: str | None = None
    disable_parallel_tool_use: bool | None = None


class Messages(_Strict):
    model: str
    max_tokens: int = Field(ge=1)
    messages: list[Message] = Field(min_length=1)
    system: str | list[Text] = ""
    tools: list[Tool] | None = None
    tool_choice: Choice | None = None
    stream: bool = False

    def said(self, role: str) -> str:
        if role == "system":
            return _joined(self.system)
        return "\n".join(_joined(one.content) for one in self.messages if one.role == role)


def _joined(content: str | list[Text]) -> str:
    return content if isinstance(content, str) else "\n".join(part.text for part in content)


class MessagesHandler(Handler):
    """What differs from OpenAI's format."""

    def do_GET(self) -> None:
        if self.state.mode == "slow":
            self.state.release.wait(10)
        if self._entered():
            entries = [
                {"type": "model", "id": name, "display_name": name, "created_at": "2026-01-01"}
                for name in self.state.models
            ]
            self._json(200, {"data": entries, "has_more": False})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._entered():
            return
        if self.path.partition("?")[0] != "/v1/messages":
            return self._error(404, "Unknown path.")
        try:
            chat = Messages.model_validate_json(body)
        except ValidationError as error:
            self.state.refused.append(str(error))
            return self._error(400, f"Invalid request: {error.errors()[0]['loc']}")
        self.state.chats.append(chat)
        self._answer(chat)

    def _entered(self) -> bool:
        self.state.headers.append({k.lower(): v for k, v in self.headers.items()})
        given = self.headers.get("x-api-key", "")
        given = given or self.headers.get("authorization", "").removeprefix("Bearer ")
        if not given or (self.state.key and given != self.state.key):
            self._error(401, f"invalid x-api-key: {given}")
            return False
        if not re.fullmatch(r"20\d\d-\d\d-\d\d", self.headers.get("anthropic-version", "")):
            self._error(400, "anthropic-version: header is required")
            return False
        return True

    def _completion(self, chat: Any) -> dict[str, Any]:
        mode, content = self.state.mode, self._content(chat)
        try:
            given = json.loads(content)
        except ValueError:
            given = None
        block: dict[str, Any] = {"type": "text", "text": content}
        stop = "end_turn"
        if chat.tools and isinstance(given, dict):
            name = chat.tools[0].name
            block = {"type": "tool_use", "id": "toolu_1", "name": name, "input": given}
            stop = "tool_use"
        stop = {"length": "max_tokens", "refusal": "refusal"}.get(mode, stop)
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": f"{chat.model}-2026",
            "content": [] if mode == "refusal" else [block],
            "stop_reason": stop,
            "stop_sequence": None,
            "usage": {"input_tokens": 11, "output_tokens": 5},
        }

    def _events(self, chat: Any) -> Iterator[tuple[str, Any]]:
        whole = self._completion(chat)
        begun = {**whole, "content": [], "stop_reason": None}
        begun["usage"] = {"input_tokens": 11, "output_tokens": 1}
        yield "message_start", {"type": "message_start", "message": begun}
        block = {**(whole["content"] or [{"type": "text", "text": ""}])[0]}
        block |= {"input": {}} if block["type"] == "tool_use" else {}
        yield (
            "content_block_start",
            {"type": "content_block_start", "index": 0, "content_block": block},
        )
        for piece in self._pieces(chat):
            delta = {"type": "input_json_delta", "partial_json": piece}
            yield (
                "content_block_delta",
                {"type": "content_block_delta", "index": 0, "delta": delta},
            )
        yield "content_block_stop", {"type": "content_block_stop", "index": 0}
        ended = {"stop_reason": whole["stop_reason"], "stop_sequence": None}
        usage = {"output_tokens": 5}
        yield "message_delta", {"type": "message_delta", "delta": ended, "usage": usage}
        yield "message_stop", {"type": "message_stop"}

    def _error(self, status: int, message: str, extra: dict[str, str] | None = None) -> None:
        error = {"type": KINDS.get(status, "api_error"), "message": message}
        body = json.dumps({"type": "error", "error": error, "request_id": "req_1"}).encode()
        self._send(status, body, "application/json", extra=extra)
