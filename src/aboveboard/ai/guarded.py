"""The way out for every AI provider: the kernel's guarded HTTP client, with a limit on answers."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import BadAnswer, NotConfigured, TooSlow, Unreachable
from aboveboard.kernel import http
from aboveboard.kernel.errors import Invalid

# 20,000 characters twelve times, escaped, with room for a model's thinking.
MAX_ANSWER_BYTES = 2_000_000
CONNECT_S = 5.0
HEADERS_IN = frozenset({"content-type", "retry-after", "retry-after-ms"})


@dataclass(frozen=True)
class Reply:
    """An HTTP answer that was read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def wait(self) -> float | None:
        """The seconds after which it invites another try, None when it does not say."""
        said = self.headers.get("retry-after", "")
        return float(said) if said.isascii() and said.isdigit() else None


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


def needs_key(provider: Provider) -> str:
    """The provider's key. Raises NotConfigured when there is none."""
    if not provider.api_key:
        raise NotConfigured(
            f"{provider.name} needs a key. Nothing was sent.",
            mend="Put in a valid API key in the settings.",
        )
    return provider.api_key


def open_http(provider: Provider) -> httpx.AsyncClient:
    """A guarded client for this provider alone."""
    return http.client(
        allow_hosts=provider.allow_hosts,
        timeout=httpx.Timeout(provider.timeout_s, connect=min(CONNECT_S, provider.timeout_s)),
        connections=4,
    )


async def exchange(
    client: httpx.AsyncClient,
    provider: Provider,
    request: httpx.Request,
    *,
    most: int = MAX_ANSWER_BYTES,
) -> Reply:
    """Send one request, once, and read its answer within the limits.

    Raises Unreachable, TooSlow, or BadAnswer when the answer is larger than `most` bytes.
    """
    with told_apart(provider):
        response = await client.send(request, stream=True)
        try:
            body = b"".join([part async for part in read(response, provider, most)])
        finally:
            await response.aclose()
    return Reply(response.status_code, kept_headers(response), body)


def kept_headers(response: httpx.Response) -> dict[str, str]:
    return {k: v for k, v in response.headers.items() if k in HEADERS_IN}


@contextmanager
def told_apart(provider: Provider) -> Iterator[None]:
    """What httpx raises, as the errors of this house."""
    try:
        yield
    except httpx.ConnectTimeout:
        raise Unreachable(
            f"{provider.name} does not answer at {provider.base_url} (no connection).",
            mend="See that it runs and that the address is right. Your text is as it was.",
            sent=False,
        ) from None
    except httpx.TimeoutException:
        raise too_slow(provider) from None
    except http.HostRefused as error:
        raise Unreachable(
            f"{provider.name} was not asked: {error}",
            mend="Allow that host if it is yours, or correct the address.",
            code="private_host",
            sent=False,
        ) from None
    except httpx.HTTPError as error:
        raise Unreachable(
            f"{provider.name} does not answer at {provider.base_url} "
            f"({without_key(str(error) or type(error).__name__, provider)}).",
            mend="See that it runs and that the address is right. Your text is as it was.",
            sent=not isinstance(error, httpx.ConnectError),
        ) from None


def too_slow(provider: Provider, *, first: bool = False) -> TooSlow:
    if first:
        return TooSlow(
            f"{provider.name} had not begun after {provider.first_s:g} seconds.",
            mend="Try again, choose a smaller model, or allow more time in the settings.",
        )
    return TooSlow(
        f"{provider.name} did not finish within {provider.timeout_s:g} seconds.",
        mend="Try again, choose a smaller model, or allow more time in the settings.",
    )


async def read(
    response: httpx.Response, provider: Provider, most: int = MAX_ANSWER_BYTES
) -> AsyncIterator[bytes]:
    size = 0
    async for part in response.aiter_bytes():
        size += len(part)
        if size > most:
            raise BadAnswer(
                f"{provider.name} sent over {most:,} bytes; the rest was not read.",
                mend="See that the address is that of a model.",
                code="answer_size",
            )
        yield part
