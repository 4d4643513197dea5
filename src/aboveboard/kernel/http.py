"""The one door to the outside network: time-outs, size limits and a guard against SSRF.

Every outgoing request goes through a client made here. The guard resolves a name once,
refuses addresses that are not public, and connects to the address it has checked, so that
a name cannot change its meaning between the check and the connection.
"""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import anyio
import httpcore
import httpx

from aboveboard import __version__
from aboveboard.kernel.errors import Invalid

USER_AGENT = f"Aboveboard/{__version__}"
TIMEOUT = httpx.Timeout(10.0, connect=5.0)


class HostRefused(httpx.ConnectError):
    """The address is private, and nobody allowed it. Nothing was sent."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network (RFC 6890)."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, allow_hosts: frozenset[str]) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._allow = allow_hosts

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        target = await _checked_address(host, port, self._allow)
        return await self._inner.connect_tcp(
            target,
            port,
            timeout=timeout,
            local_address=local_address,
            socket_options=socket_options,
        )

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise HostRefused("Unix sockets are not reached from here.")

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


async def _checked_address(host: str, port: int, allow: frozenset[str]) -> str:
    allowed = host in allow or f"{host}:{port}" in allow
    try:
        infos = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(f"{host} has no address: {error}") from error
    addresses = [str(info[4][0]) for info in infos]
    if not allowed and not all(is_public(address) for address in addresses):
        raise HostRefused(
            f"{host} is a private address. To allow it, add it to ABOVEBOARD_ALLOW_HOSTS."
        )
    return addresses[0]


def client(
    *,
    allow_hosts: frozenset[str] = frozenset(),
    timeout: httpx.Timeout = TIMEOUT,
    connections: int = 64,
    base_url: str = "",
) -> httpx.AsyncClient:
    """An HTTP client that follows no redirects and never retries by itself.

    `allow_hosts` holds names or `name:port` pairs of private hosts that may be reached.
    """
    transport = httpx.AsyncHTTPTransport(
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    )
    transport._pool._network_backend = _GuardedBackend(allow_hosts)
    return httpx.AsyncClient(
        transport=transport,
        timeout=timeout,
        base_url=base_url,
        headers={"User-Agent": USER_AGENT},
        follow_redirects=False,
        trust_env=False,
    )


def http_url(value: str) -> str:
    """A cleaned http(s) URL. Raises Invalid for other schemes, credentials or no host."""
    try:
        url = httpx.URL(value.strip())
    except (httpx.InvalidURL, TypeError):
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise Invalid(
            f"“{value[:80]}” is not a web address.",
            mend="Write it like https://example.org.",
            code="url",
        )
    return str(url)
