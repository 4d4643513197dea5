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
MOST_ADDRESSES = 4


class HostRefused(httpx.ConnectError):
    """The address is private, and nobody allowed it. Nothing was sent."""


# Prefixes whose low 32 bits may lead to an IPv4 address: NAT64 (RFC 6052), and the deprecated
# IPv4-compatible form (RFC 4291, 2.5.5.1).
_CARRIES_V4 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))
# NAT64 of one's own network (RFC 8215), segment routing (RFC 9602), the 6to4 relays (RFC 7526).
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(net) for net in ("64:ff9b:1::/48", "5f00::/16", "192.88.99.0/24")
)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network (RFC 6890).

    An IPv6 address that stands for an IPv4 one is judged as that one.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.is_site_local:
            return False
        ip = _carried(ip) or ip
    if any(ip in net for net in _NOT_PUBLIC):
        return False
    return ip.is_global and not ip.is_multicast


def _carried(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries."""
    if any(ip in net for net in _CARRIES_V4):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


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
        *others, last = await _checked_addresses(host, port, self._allow)
        for target in [*others, last]:
            try:
                return await self._inner.connect_tcp(
                    target,
                    port,
                    timeout=timeout,
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                # A name may lead to several addresses, of which one answers: ::1 and 127.0.0.1.
                if target is last:
                    raise
        raise AssertionError("unreachable")

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise HostRefused("Unix sockets are not reached from here.")

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


async def _checked_addresses(host: str, port: int, allow: frozenset[str]) -> list[str]:
    """Every address of a host, the best first, all of them checked."""
    allowed = host in allow or f"{host}:{port}" in allow
    try:
        infos = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} has no address: {error}") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if not allowed and not all(is_public(address) for address in addresses):
        raise HostRefused(
            f"{host} is a private address. To allow it, add it to ABOVEBOARD_ALLOW_HOSTS."
        )
    return addresses[:MOST_ADDRESSES]


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
    """A cleaned http(s) URL. Raises Invalid for other schemes, credentials or no usable host."""
    try:
        url = httpx.URL(value.strip())
        good = url.scheme in {"http", "https"} and not url.userinfo and _names_a_host(url)
    except (httpx.InvalidURL, TypeError, UnicodeError):
        good = False
    if not good:
        raise Invalid(
            f"“{value[:80]}” is not a web address.",
            mend="Write it like https://example.org.",
            code="url",
        )
    return str(url)


def _names_a_host(url: httpx.URL) -> bool:
    labels = url.host.removesuffix(".").split(".")
    return (
        all(labels)
        and max(map(len, labels)) <= 63
        and not any(char in url.host for char in "% \\")
        and (url.port is None or 0 < url.port < 65_536)
    )
