"""The way out for every AI provider: the kernel's guarded HTTP client, with a limit on answers.

Provider libraries bring an HTTP client of their own (httpx2). They are handed one whose transport
passes each request on to the kernel's client, so that the guard against private addresses holds
for them as well, and none of their headers about this machine leave.
"""

from dataclasses import dataclass

import httpx
import httpx2

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import BadAnswer, NotConfigured, TooSlow, Unreachable
from aboveboard.kernel import http
from aboveboard.kernel.errors import Invalid

# 20,000 characters twelve times, escaped, with room for a model's thinking.
MAX_ANSWER_BYTES = 2_000_000
CONNECT_S = 5.0
_HEADERS_OUT = frozenset(
    {"authorization", "content-type", "accept", "x-api-key", "anthropic-version"}
)
_HEADERS_IN = frozenset({"content-type", "retry-after", "retry-after-ms"})


@dataclass(frozen=True)
class Reply:
    """An HTTP answer that was read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes


def without_key(words: str, provider: Provider) -> str:
    """A provider's own words, on one line, at most 200 characters, with our key blotted out."""
    if provider.api_key:
        words = words.replace(provider.api_key, "•••")
    words = " ".join(words.split())
    return words if len(words) <= 200 else words[:199] + "…"


def base_url(provider: Provider) -> str:
    """The provider's address, without a slash at its end. Raises NotConfigured."""
    try:
        return http.http_url(provider.base_url).rstrip("/")
    except Invalid as error:
        raise NotConfigured(
            f"The address of {provider.name} cannot be used: {error.message}",
            mend="Write it like http://127.0.0.1:11434/v1.",
        ) from None


def open_http(provider: Provider) -> httpx.AsyncClient:
    """A guarded client for this provider alone."""
    return http.client(
        allow_hosts=provider.allow_hosts,
        timeout=httpx.Timeout(provider.timeout_s, connect=min(CONNECT_S, provider.timeout_s)),
        connections=4,
    )


async def exchange(client: httpx.AsyncClient, provider: Provider, request: httpx.Request) -> Reply:
    """Send one request, once, and read its answer within the limits.

    Raises Unreachable, TooSlow, or BadAnswer when the answer is larger than MAX_ANSWER_BYTES.
    """
    try:
        response = await client.send(request, stream=True)
        try:
            body = await _read(response, provider)
        finally:
            await response.aclose()
    except httpx.TimeoutException:
        raise too_slow(provider) from None
    except http.HostRefused as error:
        raise Unreachable(
            f"{provider.name} was not asked: {error}",
            mend="Allow that host if it is yours, or correct the address.",
            code="private_host",
        ) from None
    except httpx.HTTPError as error:
        raise Unreachable(
            f"{provider.name} does not answer at {provider.base_url} "
            f"({without_key(str(error) or type(error).__name__, provider)}).",
            mend="See that it runs and that the address is right. Your text is as it was.",
        ) from None
    headers = {k: v for k, v in response.headers.items() if k in _HEADERS_IN}
    return Reply(response.status_code, headers, body)


def too_slow(provider: Provider) -> TooSlow:
    return TooSlow(
        f"{provider.name} did not finish within {provider.timeout_s:g} seconds.",
        mend="Try again, choose a smaller model, or allow more time in the settings.",
    )


async def _read(response: httpx.Response, provider: Provider) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_bytes(65_536):
        size += len(part)
        if size > MAX_ANSWER_BYTES:
            raise BadAnswer(
                f"{provider.name} sent over {MAX_ANSWER_BYTES:,} bytes; the rest was not read.",
                mend="See that the address is that of a text model.",
                code="answer_size",
            )
        parts.append(part)
    return b"".join(parts)


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Carries an httpx2 client's requests out through the kernel's client."""

    def __init__(self, client: httpx.AsyncClient, provider: Provider) -> None:
        self._client = client
        self._provider = provider

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises the errors of `exchange`; none is one that httpx2 or an SDK would try again."""
        headers = {k: v for k, v in request.headers.items() if k in _HEADERS_OUT}
        if not self._provider.api_key:
            headers.pop("authorization", None)
        out = self._client.build_request(
            request.method,
            str(request.url),
            headers={**headers, "accept-encoding": "identity"},
            content=await request.aread(),
        )
        reply = await exchange(self._client, self._provider, out)
        return httpx2.Response(reply.status, headers=reply.headers, content=reply.body)
