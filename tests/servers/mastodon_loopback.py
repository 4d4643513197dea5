"""A strict Mastodon server on loopback, with faults on request; it keeps every status.

    python -m tests.servers.mastodon_loopback --port 0 --faults '{"seed": 7, "faults": {…}}'

prints one JSON line (url, token, reader, account) and runs until it is terminated. The JSON
takes the fields of `Options`. Its own paths, which ask for no token:

    GET  /_control/statuses   every status, oldest first
    GET  /_control/publishes  how many publishing requests came
    POST /_control/reset      forget everything; the body holds new options
    POST /_control/script     faults for the next requests, by kind; what is there stays
    POST /_control/react      {"id": …, "favourites_count": 3, …}
"""

import argparse
import asyncio
import contextlib
import json
import socket
from collections.abc import Callable
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.servers.mastodon_oauth import Denied
from tests.servers.mastodon_state import ACCOUNT, READER, TOKEN, Options, Problem, State

_REASONS = {
    200: "OK",
    202: "Accepted",
    206: "Partial Content",
    302: "Found",
    307: "Temporary Redirect",
}
_WRITES = {"publish", "upload", "change"}


class Loopback(asyncio.Protocol):
    """One connection: HTTP/1.1 with keep-alive, one request at a time."""

    def __init__(self, host: "Host") -> None:
        self._host = host
        self._buffer = bytearray()
        self._busy = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._busy:
            self._next()

    def _next(self) -> None:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        first, *lines = self._buffer[:end].decode("latin-1").split("\r\n")
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        total = end + 4 + int(headers.get("content-length", "0"))
        if len(self._buffer) < total:
            return
        body = bytes(self._buffer[end + 4 : total])
        del self._buffer[:total]
        method, target, _ = first.split(" ")
        self._busy = True
        request = Request(method, target, headers, body)
        delay = self._host.state.options.latency
        if delay:
            asyncio.get_running_loop().call_later(delay, self._serve, request)
        else:
            self._serve(request)

    def _serve(self, request: "Request") -> None:
        answer = self._host.answer(request)
        if self._transport is None or answer.hang:
            return
        if answer.drop:
            self._transport.abort()
            return
        data = answer.encoded(self._host.state)
        self._transport.write(data[: len(data) // 2] if answer.half else data)
        if answer.half or request.headers.get("connection") == "close":
            self._transport.close()
            return
        self._busy = False
        if self._buffer:
            self._next()


class Request:
    """One request, read whole."""

    def __init__(self, method: str, target: str, headers: dict[str, str], body: bytes) -> None:
        parts = urlsplit(target)
        self.method = method
        self.path = parts.path
        self.query = dict(parse_qsl(parts.query))
        self.headers = headers
        self.body = body

    @property
    def kind(self) -> str:
        if self.method == "POST" and self.path == "/api/v1/statuses":
            return "publish"
        if self.method == "POST" and self.path in ("/api/v1/media", "/api/v2/media"):
            return "upload"
        if self.method in ("PUT", "DELETE"):
            return "change"
        return "read"

    def form(self) -> dict[str, Any]:
        """The fields of a JSON or form body. Raises Problem."""
        kind = self.headers.get("content-type", "").split(";")[0]
        if kind == "application/json":
            try:
                form = json.loads(self.body)
            except ValueError:
                form = None
            if not isinstance(form, dict):
                raise Problem(400, "There was a problem parsing the JSON")
            return form
        if kind == "application/x-www-form-urlencoded":
            fields = parse_qs(self.body.decode(), keep_blank_values=True)
            return {
                k.removesuffix("[]"): v if k.endswith("[]") else v[0] for k, v in fields.items()
            }
        raise Problem(415, f"No parameters in a body of type {kind}")

    def upload(self) -> tuple[str, str, bytes, str]:
        """File name, type, content and description of a multipart body. Raises Problem."""
        head = f"Content-Type: {self.headers.get('content-type', '')}\r\n\r\n".encode()
        parts = {
            part.get_param("name", header="content-disposition"): part
            for part in BytesParser(policy=HTTP).parsebytes(head + self.body).iter_parts()
        }
        file, description = parts.get("file"), parts.get("description")
        name = file.get_filename() if file else None
        if file is None or not name:
            raise Problem(422, "Validation failed: File can't be blank")
        said = _content(description).decode() if description else ""
        return name, file.get_content_type(), _content(file), said


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


class Reply:
    """What goes back: a status and JSON, or a broken line."""

    def __init__(self, status: int = 200, body: bytes = b"{}", **headers: str) -> None:
        self.status = status
        self.body = body
        self.headers = headers
        self.drop = self.half = self.hang = False

    def encoded(self, state: State) -> bytes:
        date = format_datetime(state.now(), usegmt=True)
        lines = [
            f"HTTP/1.1 {self.status} {_REASONS.get(self.status, 'Error')}",
            f"Date: {date}",
            "Content-Type: application/json; charset=utf-8",
            f"Content-Length: {len(self.body)}",
            *(f"{name.replace('_', '-')}: {value}" for name, value in self.headers.items()),
        ]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body


class Host:
    """Finds the answer to each request, faults included."""

    def __init__(self, options: Options, base: str) -> None:
        self.state = State(options, base)

    def answer(self, request: Request) -> Reply:
        if request.path.startswith("/_control/"):
            return self._control(request)
        kind = request.kind
        self.state.publishes += kind == "publish"
        fault = self.state.next_fault(kind)
        if fault and not fault.endswith("_after"):
            return self._broken(fault, Reply(503))
        try:
            reply = self._handle(request)
        except Problem as problem:
            return Reply(problem.status, problem.body)
        except Denied as denied:
            return _json(denied.body, denied.status)
        return self._broken(fault, reply) if fault else reply

    def _broken(self, fault: str, reply: Reply) -> Reply:
        if fault.startswith("error"):
            return Reply(500, b'{"error":"Something went wrong on our end"}')
        if fault == "garbage_after":
            return Reply(200, b"<html>Welcome</html>")
        if fault == "refuse":
            return Reply(422, b'{"error":"Validation failed: refused by plan"}')
        if fault == "redirect":
            return Reply(307, b"", Location="https://elsewhere.example/api/v1/statuses")
        if fault == "rate_limit":
            until = self.state.now().timestamp() + 2
            stamp = type(self.state.now()).fromtimestamp(until, self.state.now().tzinfo).isoformat()
            return Reply(429, b'{"error":"Too many requests"}', X_RateLimit_Reset=stamp)
        reply.hang = fault.startswith("hang")
        reply.drop = fault.startswith("drop")
        reply.half = fault.startswith("half")
        return reply

    def _handle(self, request: Request) -> Reply:
        state, path = self.state, request.path
        if request.method == "GET" and path in ("/api/v1/instance", "/api/v2/instance"):
            return _json(state.instance(path.split("/")[2]))
        if signing_in := _SIGNING_IN.get((request.method, path)):
            return signing_in(state, request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        account = state.account_of(token)
        if account is None:
            raise Problem(401, "The access token is invalid")
        if token == READER and request.kind in _WRITES:
            raise Problem(403, "This action is outside the authorized scopes")
        if request.kind == "publish":
            key = request.headers.get("idempotency-key", "")
            return _json(state.create(request.form(), key, account))
        if request.kind == "upload":
            name, kind, content, description = request.upload()
            stored = state.store(name, kind, len(content), description)
            return _json(stored["json"], 202 if stored["polls"] else 200)
        if request.method == "GET":
            return self._read(path, request.query, account)
        ident = path.removeprefix("/api/v1/statuses/")
        if ident not in state.by_id or state.by_id[ident]["account"]["id"] != account:
            raise Problem(404, "Record not found")
        if request.method == "PUT":
            return _json(state.edit(ident, request.form()))
        if request.method == "DELETE":
            return _json(state.delete(ident))
        raise Problem(404, "Not found")

    def _read(self, path: str, query: dict[str, str], account: str) -> Reply:
        state, last = self.state, path.rsplit("/", 1)[-1]
        if path == "/api/v1/accounts/verify_credentials":
            return _json(
                {"id": account, "username": "tester", "acct": "tester", "display_name": "Tester"}
            )
        if path == f"/api/v1/accounts/{account}/statuses":
            return _json(state.page(account, query))
        if path.startswith("/api/v1/statuses/") and last in state.by_id:
            return _json(state.by_id[last])
        ident = path.removeprefix("/api/v1/statuses/").removesuffix("/context")
        if last == "context" and ident in state.by_id:
            return _json(state.context(ident))
        if path.startswith("/api/v1/media/") and last in state.media:
            stored = state.look_at(last)
            return _json(stored["json"], 206 if stored["polls"] else 200)
        raise Problem(404, "Record not found")

    def _control(self, request: Request) -> Reply:
        if request.path == "/_control/statuses":
            return _json({"statuses": self.state.statuses})
        if request.path == "/_control/publishes":
            return _json({"publishes": self.state.publishes})
        body = json.loads(request.body or b"{}")
        if request.path == "/_control/reset":
            self.state = State(Options(**body), self.state.base)
        elif request.path == "/_control/script":
            self.state.options = replace(self.state.options, script=body)
            self.state.counted = {}
        elif request.path == "/_control/react":
            self.state.by_id[body.pop("id")].update(body)
        return Reply()


def _json(value: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(value).encode())


_SIGNING_IN: dict[tuple[str, str], Callable[[State, Request], Reply]] = {
    ("POST", "/api/v1/apps"): lambda state, asked: _json(state.sign_ins.register(asked.form())),
    ("GET", "/oauth/authorize"): lambda state, asked: Reply(
        302, b"", Location=state.sign_ins.authorize(asked.query)
    ),
    ("POST", "/oauth/token"): lambda state, asked: _json(state.sign_ins.exchange(asked.form())),
}


async def serve(port: int, options: Options, announce: Callable[[str], None]) -> None:
    """Listen on loopback until cancelled; `announce` gets the JSON line."""
    listener = socket.create_server(("127.0.0.1", port), backlog=512)
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    host = Host(options, base)
    server = await asyncio.get_running_loop().create_server(lambda: Loopback(host), sock=listener)
    announce(json.dumps({"url": base, "token": TOKEN, "reader": READER, "account": ACCOUNT}))
    async with server:
        await server.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser(description="A strict Mastodon server on loopback.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--faults", default="{}", help="options as JSON, see Options")
    given = parser.parse_args()
    options = Options(**json.loads(given.faults))
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(given.port, options, lambda line: print(line, flush=True)))


if __name__ == "__main__":
    main()
