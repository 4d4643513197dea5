"""The HTTP client that a provider's library is handed in the place of one of its own.

Its transport passes each request on to the kernel's client, so that the guard against private
addresses holds for libraries as well, and none of their headers about this machine leave.
"""

import json
from collections.abc import AsyncIterator

import httpx
import httpx2

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import BadAnswer
from aboveboard.ai.guarded import kept_headers, read, told_apart, without_key
from aboveboard.ai.trouble import refusal

_HEADERS_OUT = frozenset(
    {
        "authorization",
        "content-type",
        "accept",
        "x-api-key",
        "anthropic-version",
        "anthropic-beta",
        "x-goog-api-key",
    }
)
_KEY_HEADERS = ("authorization", "x-api-key", "x-goog-api-key")


class _Streamed(httpx2.AsyncByteStream):
    """An answer that is read as it comes, within the same limits."""

    def __init__(self, response: httpx.Response, provider: Provider) -> None:
        self._response = response
        self._provider = provider

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with told_apart(self._provider):
            async for part in read(self._response, self._provider):
                yield part

    async def aclose(self) -> None:
        await self._response.aclose()


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Carries an httpx2 client's requests out through the kernel's client."""

    def __init__(self, client: httpx.AsyncClient, provider: Provider) -> None:
        self._client = client
        self._provider = provider

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises the errors of `exchange`; none is one that httpx2 or an SDK would try again."""
        headers = {k: v for k, v in request.headers.items() if k in _HEADERS_OUT}
        key = self._provider.api_key
        for name in _KEY_HEADERS:
            # A library may find another key in the environment; only ours goes out.
            if not key or key not in headers.get(name, ""):
                headers.pop(name, None)
        out = self._client.build_request(
            request.method,
            str(request.url),
            headers={**headers, "accept-encoding": "identity"},
            content=await request.aread(),
        )
        with told_apart(self._provider):
            response = await self._client.send(out, stream=True)
            if "text/event-stream" in response.headers.get("content-type", ""):
                stream = _Streamed(response, self._provider)
                kept = {**kept_headers(response), "content-type": "text/event-stream"}
                return httpx2.Response(response.status_code, headers=kept, stream=stream)
            try:
                body = b"".join([part async for part in read(response, self._provider)])
            finally:
                await response.aclose()
        self._judge(response.status_code, body)
        return httpx2.Response(response.status_code, headers=kept_headers(response), content=body)

    def _judge(self, status: int, body: bytes) -> None:
        if 300 <= status < 400:
            # It is not followed, since the key would go along.
            raise refusal(self._provider, status=status, words="", wait=None)
        if status == 200 and not _is_object(body):
            raise not_the_format(self._provider, "no JSON")


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False


def not_the_format(provider: Provider, why: str) -> BadAnswer:
    """The error for an answer of something that is no model, or a model of another kind."""
    return BadAnswer(
        f"{provider.name} does not answer in the format expected ({without_key(why, provider)}).",
        mend="See that the address is that of a model, and of this kind.",
        code="wire",
    )


def handed_http(client: httpx.AsyncClient, provider: Provider) -> httpx2.AsyncClient:
    """What a provider's library is handed in the place of an HTTP client of its own."""
    return httpx2.AsyncClient(
        transport=GuardedTransport(client, provider),
        follow_redirects=False,
        trust_env=False,
        # Ours ends the call sooner, in words of ours.
        timeout=provider.timeout_s + 10,
    )
