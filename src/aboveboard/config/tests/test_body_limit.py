"""A request that is too large is refused before anything of it is kept."""

import asyncio
from collections.abc import Mapping
from typing import Any

from aboveboard.config.body_limit import Receive, Send, limit_body


async def reader(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """An application that reads everything and tells how much it was."""
    total = 0
    while (message := await receive())["type"] == "http.request":
        total += len(message["body"])
        if not message.get("more_body"):
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(total).encode()})


def answer(parts: list[bytes], *, told: int | None = None) -> tuple[int, bytes]:
    """Status and body for a request in parts, with or without a Content-Length."""
    headers = [] if told is None else [(b"content-length", str(told).encode())]
    sent: list[Mapping[str, Any]] = []
    waiting = list(parts)

    async def receive() -> Mapping[str, Any]:
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    async def ask() -> None:
        application = limit_body(reader, megabytes=1)
        await application({"type": "http", "headers": headers}, receive, send)

    asyncio.run(ask())
    return sent[0]["status"], sent[1]["body"]


def test_what_fits_goes_through() -> None:
    assert answer([b"x" * 500_000, b"x" * 500_000]) == (200, b"1000000")


def test_a_told_length_is_enough_to_refuse() -> None:
    status, words = answer([b""], told=1_000_001)
    assert status == 413
    assert b"ABOVEBOARD_UPLOAD_MB" in words


def test_an_untold_length_is_counted() -> None:
    status, words = answer([b"x" * 400_000] * 3)
    assert status == 413
    assert b"nothing of it was kept" in words
