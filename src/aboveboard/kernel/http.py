"""The one door to the outside network: time-outs, size limits and a guard against SSRF.

Every outgoing request goes through a client made here. The guard resolves a name once,
refuses addresses that are not public, and connects to the address it has checked, so that
a name cannot change its meaning between the check and the connection.
"""

import asyncio
import functools
import ipaddress
import select
import socket
import ssl
from collections.abc import Iterable
from typing import Any, Self

import anyio
import httpcore
import httpx

from aboveboard import __version__
from aboveboard.kernel.errors import Invalid

USER_AGENT = f"Aboveboard/{__version__}"
CONNECT = 5.0
TIMEOUT = httpx.Timeout(10.0, connect=CONNECT)
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


class _Stream(httpcore.AsyncNetworkStream):
    """A connection whose socket is looked up once: the pool asks for it before each request."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._socket: socket.socket = inner.get_extra_info("socket")
        self.read = inner.read  # type: ignore[method-assign]
        self.write = inner.write  # type: ignore[method-assign]
        self._news = select.poll()
        self._news.register(self._socket.fileno(), select.POLLIN)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "Self":
        return type(self)(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return self._socket.fileno() < 0 or bool(self._news.poll(0))
        return self._socket if info == "socket" else self._inner.get_extra_info(info)


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
                return _Stream(
                    await self._inner.connect_tcp(
                        target,
                        port,
                        timeout=timeout,
                        local_address=local_address,
                        socket_options=socket_options,
                    )
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


class Client(httpx.AsyncClient):
    """The door itself: HTTP requests, and plain connections for what does not speak HTTP.

    Each request is sent as it is: no redirect is followed, nothing is repeated, and no cookie is
    kept, for many accounts share one client. Made by `client`.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        allow_hosts: frozenset[str],
        unheard: float,
        **options: Any,
    ) -> None:
        super().__init__(transport=transport, **options)
        self._door = transport
        self._allow = allow_hosts
        self._options = _giving_up(unheard)

    async def connect(self, host: str, port: int) -> socket.socket:
        """A connected, non-blocking TCP socket behind the same guard. Raises ConnectError."""
        try:
            addresses = await _checked_addresses(host, port, self._allow)
        except httpcore.ConnectError as error:
            raise httpx.ConnectError(str(error)) from error
        failure: OSError = OSError(f"{host} does not answer.")
        for address in addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            made = socket.socket(family, socket.SOCK_STREAM)
            made.setblocking(False)
            for option in self._options:
                made.setsockopt(*option)
            try:
                async with asyncio.timeout(CONNECT):
                    await asyncio.get_running_loop().sock_connect(made, (address, port))
            except OSError as error:
                made.close()
                failure = error
            except BaseException:
                made.close()
                raise
            else:
                return made
        raise httpx.ConnectError(str(failure)) from failure

    async def send(
        self, request: httpx.Request, *, stream: bool = False, **_ways: Any
    ) -> httpx.Response:
        response = await self._door.handle_async_request(request)
        response.request = request
        if not stream:
            try:
                await response.aread()
            finally:
                await response.aclose()
        return response


def client(
    *,
    allow_hosts: frozenset[str] = frozenset(),
    timeout: httpx.Timeout = TIMEOUT,
    connections: int = 64,
    base_url: str = "",
    unheard: float = 10.0,
) -> Client:
    """A client that follows no redirects and never retries by itself.

    `allow_hosts` holds names or `name:port` pairs of private hosts that may be reached. What the
    other side has not acknowledged within `unheard` seconds is never sent again: else a request
    that was given up could still arrive when a cut line is mended, minutes later.
    """
    transport = httpx.AsyncHTTPTransport(
        verify=_trusted(),
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        socket_options=_giving_up(unheard),
    )
    transport._pool._network_backend = _GuardedBackend(allow_hosts)
    return Client(
        transport,
        allow_hosts,
        unheard,
        timeout=timeout,
        base_url=base_url,
        headers={"User-Agent": USER_AGENT},
        follow_redirects=False,
        trust_env=False,
    )


def _giving_up(seconds: float) -> list[tuple[int, int, int]]:
    """The socket option for it (RFC 5482); only Linux has it."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    return [(socket.IPPROTO_TCP, option, int(seconds * 1000))] if option else []


@functools.cache
def _trusted() -> ssl.SSLContext:
    """The certificates that we trust, read once: reading them takes 30 ms."""
    return httpx.create_ssl_context()


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
