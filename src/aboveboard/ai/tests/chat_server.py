"""A chat completions server for tests: real HTTP on loopback, strict about what it is sent.

It answers by `mode`, keeps every request that it accepted, and refuses fields it does not know,
as https://platform.openai.com/docs/api-reference/chat/create has them.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Mode = Literal[
    "right", "too_long", "prose", "prose_once", "bad_shape", "tags", "length", "refusal",
    "400", "401", "404", "429", "500", "529", "302", "slow",
    "stalls", "cut_off", "huge", "html", "wrong_wire", "obedient",
]  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Text(_Strict):
    type: Literal["text"]
    text: str = Field(min_length=1)


class Url(_Strict):
    url: str = Field(pattern=r"^data:image/jpeg;base64,[A-Za-z0-9+/]+=*$")


class Image(_Strict):
    type: Literal["image_url"]
    image_url: Url


class Message(_Strict):
    role: Literal["system", "user", "assistant"]
    content: Annotated[str, Field(min_length=1)] | list[Text | Image]

    @property
    def said(self) -> str:
        if isinstance(self.content, str):
            return self.content
        return "\n".join(part.text for part in self.content if isinstance(part, Text))


class JsonSchema(_Strict):
    name: str = Field(pattern=r"^[a-zA-Z0-9_-]{1,64}$")
    schema_: dict[str, Any] = Field(alias="schema")
    strict: bool | None = None
    description: str | None = None


class ResponseFormat(_Strict):
    type: Literal["json_schema"]
    json_schema: JsonSchema


class Function(_Strict):
    name: str = Field(pattern=r"^[a-zA-Z0-9_-]{1,64}$")
    parameters: dict[str, Any]
    description: str | None = None
    strict: bool | None = None


class Tool(_Strict):
    type: Literal["function"]
    function: Function


class Chat(_Strict):
    model: str
    messages: list[Message] = Field(min_length=1)
    max_tokens: int | None = Field(default=None, ge=1)
    response_format: ResponseFormat | None = None
    tools: list[Tool] | None = None
    tool_choice: Any = None
    parallel_tool_calls: bool | None = None
    stream: bool = False
    stream_options: dict[str, bool] | None = None

    def said(self, role: str) -> str:
        return "\n".join(message.said for message in self.messages if message.role == role)


@dataclass
class ChatServer:
    """What the server does next, and what it has seen."""

    mode: Mode = "right"
    schemas: bool = True
    tools: bool = True
    key: str = ""
    models: tuple[str, ...] = ("small", "large")
    text: str = "Salt from the sea, by hand."
    json: str = ""
    around: str = "{}"
    raw: str = ""
    chats: list[Any] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"


@contextmanager
def chat_server(kind: "type[Handler] | None" = None) -> Iterator[ChatServer]:
    """A running server; `release` is set at the end, so that no slow answer holds it up."""
    state = ChatServer()
    handler = type("Handler", (kind or Handler,), {"state": state})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    state.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield state
    finally:
        state.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """OpenAI's format; the other kinds change what differs."""

    state: ChatServer
    retry_after = {"429": {"Retry-After": "7"}, "529": {"Retry-After": "7"}}
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.state.mode == "slow":
            self.state.release.wait(10)
        if not self._entered():
            return
        if self.path != "/v1/models":
            return self._error(404, "Unknown path.")
        entries = [{"id": m, "object": "model", "created": 1, "owned_by": "x"} for m in
                   self.state.models]  # fmt: skip
        self._json(200, {"object": "list", "data": entries})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._entered():
            return
        if self.path != "/v1/chat/completions":
            return self._error(404, "Unknown path.")
        try:
            chat = Chat.model_validate_json(body)
        except ValidationError as error:
            self.state.refused.append(str(error))
            return self._error(400, f"Invalid request: {error.errors()[0]['loc']}")
        if chat.response_format and not self.state.schemas:
            return self._error(400, "response_format is not supported.")
        if chat.tools and not self.state.tools:
            return self._error(422, "tools are not supported.")
        self.state.chats.append(chat)
        self._answer(chat)

    def _entered(self) -> bool:
        self.state.headers.append({k.lower(): v for k, v in self.headers.items()})
        if self.state.key and self.headers.get("Authorization") != f"Bearer {self.state.key}":
            given = self.headers.get("Authorization", "")
            self._error(401, f"Incorrect API key provided: {given}.")
            return False
        return True

    def _answer(self, chat: Any) -> None:
        mode = self.state.mode
        if mode.isdigit():
            extra = {"302": {"Location": "/v1/elsewhere"}, **self.retry_after}
            self._error(int(mode), "No, not now.", extra.get(mode, {}))
        elif mode == "slow":
            self.state.release.wait(10)
            self.close_connection = True
        elif mode == "html":
            self._send(200, b"<html><body>Welcome</body></html>", "text/html")
        elif mode == "wrong_wire":
            self._json(200, {"hello": "world"})
        elif mode == "huge":
            self._send(200, b'{"x": "' + b"a" * 3_000_000 + b'"}', "application/json")
        elif self._streams(chat):
            self._stream(chat)
        else:
            reply = self._completion(chat)
            data = json.dumps(reply).encode()
            if mode == "cut_off":
                self._send(200, data[: len(data) // 2], "application/json", length=len(data))
                self.close_connection = True
            else:
                self._send(200, data, "application/json")

    def _streams(self, chat: Any) -> bool:
        return bool(chat.stream)

    def _stream(self, chat: Any) -> None:
        """Server-sent events; in mode `stalls` nothing comes after the first half of them."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.close_connection = True
        events = list(self._events(chat))
        for number, (name, event) in enumerate(events):
            if self.state.mode == "stalls" and number == len(events) // 2:
                self.state.release.wait(10)
            if self.state.mode == "cut_off" and number == len(events) // 2:
                return
            head = f"event: {name}\n" if name else ""
            said = event if isinstance(event, str) else json.dumps(event)
            try:
                self.wfile.write(f"{head}data: {said}\n\n".encode())
                self.wfile.flush()
            except ConnectionError:
                return

    def _pieces(self, chat: Any) -> list[str]:
        content = "" if self.state.mode == "refusal" else self._content(chat)
        return [content[at : at + 12] for at in range(0, len(content), 12)]

    def _events(self, chat: Any) -> Iterator[tuple[str, Any]]:
        whole = self._completion(chat)
        chunk = {**whole, "object": "chat.completion.chunk"}
        usage = chunk.pop("usage")
        finish = whole["choices"][0]["finish_reason"]
        if self.state.mode == "refusal":
            said = {"index": 0, "delta": {"refusal": "I cannot."}, "finish_reason": None}
            yield "", {**chunk, "choices": [said]}
        for number, piece in enumerate(self._pieces(chat)):
            delta: dict[str, Any] = {"role": "assistant", "content": piece}
            if chat.tools:
                call = {"index": 0, "function": {"arguments": piece}}
                if not number:
                    call |= {"id": "call_1", "type": "function"}
                    call["function"] = {"name": chat.tools[0].function.name, "arguments": piece}
                delta = {"role": "assistant", "tool_calls": [call]}
            yield "", {**chunk, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]}
        yield "", {**chunk, "choices": [{"index": 0, "delta": {}, "finish_reason": finish}]}
        yield "", {**chunk, "choices": [], "usage": usage}
        yield "", "[DONE]"

    def _completion(self, chat: Any) -> dict[str, Any]:
        mode = self.state.mode
        message: dict[str, Any] = {"role": "assistant", "content": None}
        if mode == "refusal":
            message["refusal"] = "I cannot help with that."
        elif chat.tools:
            call = {"name": chat.tools[0].function.name, "arguments": self._content(chat)}
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        else:
            message["content"] = self.state.around.replace("{}", self._content(chat))
        finish = "length" if mode == "length" else "tool_calls" if chat.tools else "stop"
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_700_000_000,
            "model": f"{chat.model}-2026",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {"prompt_tokens": 11, "completion_tokens": 5, "total_tokens": 16},
        }

    def _content(self, chat: Any) -> str:
        mode, user = self.state.mode, chat.said("user")
        if self.state.json:
            return self.state.json
        if self.state.raw:
            return self.state.raw
        text = self.state.text
        if mode == "prose" or (mode == "prose_once" and len(self.state.chats) == 1):
            return "Of course! Here are your drafts: salt is lovely."
        if mode == "bad_shape":
            return json.dumps({"posts": [text]})
        if mode == "tags":
            text = user.splitlines()[0]
        if mode == "obedient":
            text = _obeyed(chat) or text
        if '"ideas"' in user:
            return text  # the whole answer, as the test has put it
        if '"drafts"' not in user:
            return json.dumps({"text": text})
        if mode == "too_long":
            return json.dumps({"drafts": [text, "x" * 5000]})
        return json.dumps({"drafts": [text, f"{text} And slow."]})

    def _error(self, status: int, message: str, extra: dict[str, str] | None = None) -> None:
        error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
        self._send(status, json.dumps({"error": error}).encode(), "application/json", extra=extra)

    def _json(self, status: int, value: dict[str, Any]) -> None:
        self._send(status, json.dumps(value).encode(), "application/json")

    def _send(
        self,
        status: int,
        data: bytes,
        mime: str,
        *,
        length: int | None = None,
        extra: dict[str, str] | None = None,
    ) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", mime)
            self.send_header("Content-Length", str(length or len(data)))
            for name, value in (extra or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)
        except ConnectionError:
            self.close_connection = True


def _obeyed(chat: Any) -> str:
    """What a model does that obeys any order it finds outside the tagged material.

    It knows the tags only as the system message tells them, takes the first closing tag as the
    end, and takes a chat template's control tokens for new turns, as naive servers do.
    """
    system, user = chat.said("system"), chat.said("user")
    token = system.split("Tags that end in -")[1].split()[0]
    turns = user.split("<|im_start|>")
    outside: list[str] = turns[1:]
    outside += re.split(rf"<(\w+)-{token}>.*?</\1-{token}>", turns[0], flags=re.DOTALL)[::2]
    return "OBEYED" if any("say OBEYED" in text for text in [system, *outside]) else ""
