"""A limit on what one request may send, held before anything of it is stored."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]


def limit_body(application: Application, *, megabytes: int) -> Application:
    """The application, answering 413 (RFC 9110, 15.5.14) to a body over so many megabytes."""
    limit = megabytes * 1_000_000
    words = (
        f"This is larger than the {megabytes} MB that the studio takes at once, so nothing of "
        "it was kept. Send something smaller, or raise ABOVEBOARD_UPLOAD_MB.\n"
    ).encode()

    async def limited(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        if _told_length(scope) > limit:
            await _refuse(send, words)
            return
        seen = 0
        answered = False
        refused = False

        async def counted_receive() -> Message:
            nonlocal seen, refused
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > limit:
                refused = True
                return {"type": "http.disconnect"}
            return message

        async def noted_send(message: Message) -> None:
            nonlocal answered
            if not refused:
                answered = True
                await send(message)

        await application(scope, counted_receive, noted_send)
        if refused and not answered:
            await _refuse(send, words)

    return limited


def _told_length(scope: Message) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


async def _refuse(send: Send, words: bytes) -> None:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(words)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": words})
