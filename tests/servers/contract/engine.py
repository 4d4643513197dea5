"""A server that holds an adapter to a network's documented contract, for networks one cannot run.

Each network has a module beside this one that lists its calls: method, path, and the documented
shape of query, headers and body as pydantic models. What is not documented is refused, so a
misspelt field fails the test instead of being passed over. A call's handler keeps whatever state
the network would keep and answers as documented; a test may ask for a documented error, or for a
line that breaks before or after the call took effect.

    api = Api("pinterest")

    @api.call("POST", "/v5/pins", body=NewPin, token="Bearer ")
    def create(state: State, call: Call) -> Reply:
        pin = call.body(NewPin)
        …
        return Reply(201, {"id": …})

    with api.serve(State()) as server:          # server.url, server.state
        server.next("POST /v5/pins", Reply(429, {"code": 8, "message": "…"}))
        server.lose("POST /v5/pins", "answer")  # or "request"
        …
        assert server.calls == ["POST /v5/pins"]

Leaving the block fails when a request broke the contract, unless `server.faults` was cleared.
"""

import base64
import json
import re
import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

S = TypeVar("S")
M = TypeVar("M", bound=BaseModel)
Lost = Literal["request", "answer"]


class Shape(BaseModel):
    """The documented shape of a query or body: nothing more is taken."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Reply:
    """What goes back. A dict or list goes as JSON, bytes as they are."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Broken(Exception):
    """The request is not what the network documents; answered with 400 and kept as a fault."""


class Denied(Exception):
    """The network's own documented error, as an answer."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply.status))
        self.reply = reply


@dataclass(frozen=True)
class File:
    """A file of a multipart body."""

    name: str
    type: str
    content: bytes


@dataclass
class Call:
    """One request. `path` holds the parts of the path that are named in its pattern."""

    method: str
    path: dict[str, str]
    query: dict[str, str]
    headers: dict[str, str]
    raw: bytes
    url: str
    shown: Any = None
    files: dict[str, File] = field(default_factory=dict)

    def body(self, kind: type[M]) -> M:
        """The body in its documented shape."""
        assert isinstance(self.shown, kind)
        return self.shown

    def multipart(self) -> tuple[dict[str, str], dict[str, File]]:
        """The fields and files of a multipart body, for calls that take either form."""
        return _parts(self)

    def basic(self) -> tuple[str, str]:
        """The name and password of HTTP Basic. Raises Broken."""
        given = self.headers.get("authorization", "")
        try:
            name, _, word = base64.b64decode(given.removeprefix("Basic ")).decode().partition(":")
        except ValueError:
            raise Broken("no Basic authorization") from None
        return name, word


Handler = Callable[[S, Call], Reply]


@dataclass(frozen=True)
class _Route(Generic[S]):
    name: str
    method: str
    pattern: re.Pattern[str]
    handler: Handler[S]
    query: type[BaseModel] | None
    shape: type[BaseModel] | None
    kind: str
    headers: Mapping[str, str]


class Api(Generic[S]):
    """The documented calls of one network."""

    def __init__(self, name: str, *, denied: Callable[[str], Reply] | None = None) -> None:
        """`denied` makes the network's own answer to a request that breaks the contract."""
        self.name = name
        self._denied = denied or (lambda why: Reply(400, {"error": why, "message": why}))
        self._routes: list[_Route[S]] = []

    def call(
        self,
        method: str,
        path: str,
        *,
        query: type[BaseModel] | None = None,
        body: type[BaseModel] | None = None,
        kind: Literal["json", "form", "multipart", "bytes", "none"] = "json",
        headers: Mapping[str, str] | None = None,
    ) -> Callable[[Handler[S]], Handler[S]]:
        """Document a call. In `path`, {name} takes one part of the path and {name*} several.

        `headers` are patterns that the request's headers must match whole.
        """
        pattern = re.sub(
            r"\{(\w+)(\*?)\}",
            lambda found: f"(?P<{found[1]}>{'.+' if found[2] else '[^/]+'})",
            re.escape(path).replace(r"\{", "{").replace(r"\}", "}").replace(r"\*", "*"),
        )

        def take(handler: Handler[S]) -> Handler[S]:
            self._routes.append(
                _Route(
                    f"{method} {path}",
                    method,
                    re.compile(pattern),
                    handler,
                    query,
                    body,
                    kind if body or kind == "bytes" else "none",
                    {name.lower(): value for name, value in (headers or {}).items()},
                )
            )
            return handler

        return take

    @contextmanager
    def serve(self, state: S) -> Iterator["Server[S]"]:
        """A server on loopback with this state, for as long as the block lasts."""
        server = Server(self, state)
        thread = threading.Thread(target=server.http.serve_forever, args=(0.002,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.http.shutdown()
            server.http.server_close()
            thread.join(5)
        assert not server.faults, f"{self.name}: {server.faults}"

    def find(self, method: str, path: str) -> tuple[_Route[S], dict[str, str]] | None:
        for route in self._routes:
            if route.method == method and (match := route.pattern.fullmatch(path)):
                return route, {name: unquote(value) for name, value in match.groupdict().items()}
        return None

    def refusal(self, why: str) -> Reply:
        return self._denied(why)


class Server(Generic[S]):
    """A running contract server."""

    def __init__(self, api: Api[S], state: S) -> None:
        self.api = api
        self.state = state
        self.calls: list[str] = []
        self.faults: list[str] = []
        self._lock = threading.Lock()
        self._next: dict[str, list[Reply]] = defaultdict(list)
        self._lost: dict[str, list[Lost]] = defaultdict(list)
        server = self

        class Handle(_Handle):
            host = server

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handle)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"

    def next(self, name: str, reply: Reply) -> None:
        """Answer the next call of this name ("POST /v5/pins") so; it takes no effect."""
        self._next[name].append(reply)

    def lose(self, name: str, what: Lost) -> None:
        """Break the line at the next call of this name: before or after it took effect."""
        self._lost[name].append(what)

    def answer(self, call: Call) -> Reply | None:
        """The answer to a request, None when the line breaks."""
        target = urlsplit(call.url).path
        found = self.api.find(call.method, target)
        if found is None:
            return self._broke(f"{call.method} {target} is not documented")
        route, call.path = found
        with self._lock:
            self.calls.append(route.name)
            lost = self._lost[route.name].pop(0) if self._lost[route.name] else None
            if lost == "request":
                return None
            if self._next[route.name]:
                return self._next[route.name].pop(0)
            try:
                _check(route, call)
                reply = route.handler(self.state, call)
            except Denied as denied:
                return denied.reply
            except (Broken, ValidationError) as error:
                return self._broke(f"{route.name}: {error}")
            return None if lost == "answer" else reply

    def _broke(self, why: str) -> Reply:
        self.faults.append(why)
        return self.api.refusal(why)


def _check(route: _Route[Any], call: Call) -> None:
    for name, pattern in route.headers.items():
        if not re.fullmatch(pattern, call.headers.get(name, "")):
            raise Broken(f"header {name} is {call.headers.get(name)!r}, not {pattern}")
    if route.query is not None:
        route.query.model_validate(call.query)
    elif call.query:
        raise Broken(f"no query is documented: {call.query}")
    kind = call.headers.get("content-type", "").split(";")[0]
    if route.kind == "json":
        if kind != "application/json":
            raise Broken(f"the body is {kind!r}, not JSON")
        assert route.shape
        call.shown = route.shape.model_validate_json(call.raw)
    elif route.kind == "form":
        if kind != "application/x-www-form-urlencoded":
            raise Broken(f"the body is {kind!r}, not a form")
        fields = parse_qs(call.raw.decode(), keep_blank_values=True, strict_parsing=bool(call.raw))
        assert route.shape
        call.shown = route.shape.model_validate({name: v[0] for name, v in fields.items()})
    elif route.kind == "multipart":
        if kind != "multipart/form-data":
            raise Broken(f"the body is {kind!r}, not multipart")
        told, call.files = _parts(call)
        assert route.shape
        call.shown = route.shape.model_validate(told)
    elif route.kind == "none" and call.raw:
        raise Broken(f"no body is documented: {call.raw[:80]!r}")


def _parts(call: Call) -> tuple[dict[str, str], dict[str, File]]:
    head = f"Content-Type: {call.headers.get('content-type', '')}\r\n\r\n".encode()
    told: dict[str, str] = {}
    files: dict[str, File] = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + call.raw).iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if file := part.get_filename():
            files[name] = File(file, part.get_content_type(), content)
        else:
            told[name] = content.decode()
    return told, files


class _Handle(BaseHTTPRequestHandler):
    """One connection: HTTP/1.1, kept open."""

    host: Server[Any]
    protocol_version = "HTTP/1.1"
    # Head and body are two writes; the second would wait 40 ms for the first to be acknowledged.
    disable_nagle_algorithm = True

    def _any(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = {
            name: value[0]
            for name, value in parse_qs(urlsplit(self.path).query, keep_blank_values=True).items()
        }
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.host.answer(Call(self.command, {}, query, headers, raw, self.path))
        if reply is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        body = reply.body if isinstance(reply.body, bytes) else b""
        if reply.body is not None and not isinstance(reply.body, bytes):
            body = json.dumps(reply.body).encode()
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if body and "Content-Type" not in reply.headers:
            self.send_header("Content-Type", "application/json")
        if reply.status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _any

    def log_message(self, format: str, *args: Any) -> None:
        """Tests are quiet."""
