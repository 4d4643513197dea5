"""A bare client in a process of its own: it posts texts and says how many a second.

Comes in on standard input as JSON: `url`, `token`, `texts`, `concurrency`.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator

import httpx


async def post_all(url: str, token: str, texts: list[str], concurrency: int) -> float:
    """Posts a second, with so many requests at once."""
    waiting = iter(enumerate(texts))
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=url, headers=headers, trust_env=False) as client:
        began = time.perf_counter()
        await asyncio.gather(*(_post(client, waiting) for _ in range(concurrency)))
        return len(texts) / (time.perf_counter() - began)


async def _post(client: httpx.AsyncClient, waiting: Iterator[tuple[int, str]]) -> None:
    for number, text in waiting:
        answer = await client.post(
            "/api/v1/statuses",
            json={"status": text, "visibility": "public", "language": "en"},
            headers={"Idempotency-Key": f"bare {number}"},
        )
        answer.raise_for_status()


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print(asyncio.run(post_all(**given)))
