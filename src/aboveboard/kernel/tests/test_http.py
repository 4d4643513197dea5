"""The guard on the way out: what is private is refused before a byte is sent."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anyio
import httpx
import pytest

from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import HostRefused, client, http_url, is_public

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.5.4", "172.31.255.255",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "::127.0.0.1",
    "2002:7f00:1::1", "2002:a9fe:a9fe::", "64:ff9b::a9fe:a9fe", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "2001::1", "100::1", "5f00::1",
]  # fmt: skip
PUBLIC = ["93.184.215.14", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111",
          "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1"]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


class Server(ThreadingHTTPServer):
    """Counts what reaches it; /away redirects to itself under another path."""

    daemon_threads = True
    seen: list[str]


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.seen.append(self.path)
        away = self.path == "/away"
        self.send_response(302 if away else 200)
        if away:
            self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), _Handler) as running:
        running.seen = []
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def _get(url: str, *allow: str) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(allow_hosts=frozenset(allow)) as http:
            return await http.get(url)

    return anyio.run(go)


def test_loopback_needs_leave(server: Server) -> None:
    url = f"http://127.0.0.1:{server.server_port}/"
    for spelled in (url, url.replace("127.0.0.1", "localhost")):
        with pytest.raises(HostRefused, match="ABOVEBOARD_ALLOW_HOSTS"):
            _get(spelled)
        with pytest.raises(HostRefused):
            _get(spelled, "127.0.0.1:1", "example.org")
    assert server.seen == []
    assert _get(url, "127.0.0.1").status_code == 200
    assert _get(url, f"127.0.0.1:{server.server_port}").status_code == 200
    assert server.seen == ["/", "/"]


@pytest.mark.parametrize(
    "spelled", ["2130706433", "0x7f000001", "017700000001", "127.1", "[::ffff:127.0.0.1]", "[::1]"]
)
def test_other_spellings_of_loopback(server: Server, spelled: str) -> None:
    with pytest.raises(httpx.ConnectError):
        _get(f"http://{spelled}:{server.server_port}/")
    assert server.seen == []


def _resolves(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[Any]:
    asked: list[Any] = []

    def look_up(host: Any, port: Any, *args: Any, **kwargs: Any) -> list[Any]:
        asked.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize(
    "addresses", [("127.0.0.1",), ("169.254.169.254",), ("93.184.215.14", "127.0.0.1")]
)
def test_a_name_that_leads_inside(
    server: Server, monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...]
) -> None:
    _resolves(monkeypatch, *addresses)
    with pytest.raises(HostRefused):
        _get(f"http://innocent.example:{server.server_port}/")
    assert server.seen == []


def test_a_name_is_looked_up_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _resolves(monkeypatch, "127.0.0.1")
    assert _get(f"http://shop.example:{server.server_port}/", "shop.example").status_code == 200
    assert [host for host in asked if "shop" in str(host)] == asked
    assert len(asked) == 1


def test_the_next_address_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    _resolves(monkeypatch, "127.0.0.77", "127.0.0.1")
    url = f"http://shop.example:{server.server_port}/"
    assert _get(url, "shop.example").status_code == 200
    _resolves(monkeypatch, "127.0.0.77", "127.0.0.78")
    with pytest.raises(httpx.ConnectError):
        _get(url, "shop.example")


def test_redirects_are_not_followed(server: Server) -> None:
    response = _get(f"http://127.0.0.1:{server.server_port}/away", "127.0.0.1")
    assert response.status_code == 302
    assert server.seen == ["/away"]


def test_a_name_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("nowhere.invalid", "a" * 64 + ".example", "a..example"):
        with pytest.raises(httpx.ConnectError):
            _get(f"http://{host}/")


def test_no_proxy_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    with pytest.raises(httpx.ConnectError):
        _get("http://nowhere.invalid/")
    assert server.seen == []


@pytest.mark.parametrize(
    "value",
    [
        "", "example.org", "ftp://example.org", "javascript:alert(1)", "http://", "https:///path",
        "http://user:pw@example.org", "http://user@example.org", "https://ex ample.org",
        "https://example.org:99999", "https://example.org:0", "https://exa\nmple.org",
        "https://example.org/\0", "http://[::1", "https://xn--/", "https://a..b/", "http://./",
        "https://" + "a" * 64 + ".org", "https://example.org/" + "x" * 70_000, "http://ex%61mple.org",
    ],
)  # fmt: skip
def test_what_is_no_web_address(value: str) -> None:
    with pytest.raises(Invalid, match="not a web address") as raised:
        http_url(value)
    assert len(raised.value.message) < 160


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        (" https://example.org ", "https://example.org"),
        ("HTTPS://Example.org/Ä?q=ő#f", "https://example.org/%C3%84?q=%C5%91#f"),
        ("https://sóbánya.example/", "https://xn--sbnya-yqa8j.example/"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("https://example.org./a?b=c&b=d", "https://example.org./a?b=c&b=d"),
    ],
)
def test_web_addresses_are_cleaned(value: str, cleaned: str) -> None:
    assert http_url(value) == cleaned
    assert http_url(cleaned) == cleaned
