"""What answers on this machine, within the time."""

import asyncio
import socket
from time import monotonic

import pytest

from aboveboard.ai.discovery import Found, Place, find_local
from aboveboard.ai.tests.chat_server import ChatServer, chat_server


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.mark.slow
def test_those_that_answer_are_found_and_those_that_do_not_are_left_out() -> None:
    with chat_server() as good, chat_server() as other, chat_server() as slow:
        other.key = "needed"
        slow.mode = "slow"
        places = [
            Place("Good", good.port),
            Place("Other", other.port),
            Place("Slow", slow.port),
            Place("Closed", _closed_port()),
        ]
        started = monotonic()
        found = asyncio.run(find_local(places, within_s=2))
        took = monotonic() - started
    assert found == [Found("Good", good.url, good.host, ("large", "small"))]
    # The slow one would have taken ten seconds.
    assert took < 8


def test_a_server_that_is_no_model_server_is_left_out(server: ChatServer) -> None:
    server.models = ("",)
    assert asyncio.run(find_local([Place("Odd", server.port)], within_s=2)) == []
