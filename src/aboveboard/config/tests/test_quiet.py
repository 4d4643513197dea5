"""The tests themselves cannot reach beyond this machine."""

import socket

import pytest


def test_an_address_outside_is_refused() -> None:
    with (
        socket.socket() as line,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
    ):
        line.connect(("192.0.2.1", 80))


def test_a_name_outside_is_not_looked_up() -> None:
    with pytest.raises(socket.gaierror, match=r"example\.org"):
        socket.getaddrinfo("example.org", 443)


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
