"""Real servers for tests: each fixture starts one, yields how to reach it, and ends it.

Name this module in `pytest_plugins` of the root conftest, or import a fixture by name.
"""

import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from aboveboard.channels.base import Account
from tests.servers import bluesky_full, bluesky_setup, snac_server
from tests.servers.bluesky_network import BlueskyNetwork, bluesky_network
from tests.servers.process import running
from tests.servers.snac_server import Snac

# Loading certificates takes many times as long as a request that needs none.
NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True)
class LoopbackMastodon:
    """The loopback Mastodon server: `token` may do everything, `reader` only read."""

    url: str
    token: str
    reader: str
    remote_id: str

    @property
    def account(self) -> Account:
        return Account(
            self.url, "tester@loopback.example", self.remote_id, secrets={"token": self.token}
        )

    def numbered(self, number: int) -> Account:
        """One of many accounts on the server."""
        handle = f"tester{number}@loopback.example"
        secrets = {"token": f"{self.token}-{number}"}
        return Account(self.url, handle, f"{self.remote_id}{number}", secrets)

    def reset(self, **options: Any) -> None:
        """Forget everything and behave by new options (see `mastodon_state.Options`)."""
        httpx.post(
            f"{self.url}/_control/reset", json=options, verify=NO_AUTHORITIES
        ).raise_for_status()

    def script(self, **faults: list[str]) -> None:
        """Faults for the next requests, by kind; what is on the server stays."""
        httpx.post(
            f"{self.url}/_control/script", json=faults, verify=NO_AUTHORITIES
        ).raise_for_status()

    def react(self, status_id: str, **counts: int) -> None:
        """Set counts of a status, such as favourites_count."""
        body = {"id": status_id, **counts}
        httpx.post(
            f"{self.url}/_control/react", json=body, verify=NO_AUTHORITIES
        ).raise_for_status()

    def statuses(self) -> list[dict[str, Any]]:
        """Every status on the server, the oldest first."""
        answer = httpx.get(f"{self.url}/_control/statuses", verify=NO_AUTHORITIES)
        found: list[dict[str, Any]] = answer.json()["statuses"]
        return found

    def publishes(self) -> int:
        """How many publishing requests have reached the server."""
        answer = httpx.get(f"{self.url}/_control/publishes", verify=NO_AUTHORITIES)
        return int(answer.json()["publishes"])


@contextmanager
def loopback_mastodon() -> Iterator[LoopbackMastodon]:
    """A loopback Mastodon server in its own process, for as long as the block lasts."""
    command = [sys.executable, "-m", "tests.servers.mastodon_loopback"]
    with running(command, wait=20) as said:
        yield LoopbackMastodon(said["url"], said["token"], said["reader"], said["account"])


@pytest.fixture(scope="session")
def mastodon_process() -> Iterator[LoopbackMastodon]:
    with loopback_mastodon() as server:
        yield server


@pytest.fixture
def mastodon_server(mastodon_process: LoopbackMastodon) -> LoopbackMastodon:
    """The loopback Mastodon server, empty and without faults."""
    mastodon_process.reset()
    return mastodon_process


@pytest.fixture(scope="session")
def bluesky_server() -> Iterator[BlueskyNetwork]:
    """A real PDS with two accounts. Mark the test `bluesky`."""
    if reason := bluesky_setup.missing():
        pytest.skip(reason)
    with bluesky_network() as network:
        yield network


@pytest.fixture(scope="session")
def snac() -> Iterator[Snac]:
    """A real snac server with two accounts. Mark the test `snac`."""
    if reason := snac_server.missing():
        pytest.skip(reason)
    with snac_server.snac_server() as server:
        yield server


@pytest.fixture(scope="session")
def whole_bluesky() -> Iterator[BlueskyNetwork]:
    """A real PDS with an AppView behind it. Mark the test `bluesky_full`."""
    if reason := bluesky_full.missing():
        pytest.skip(reason)
    with bluesky_full.whole_bluesky() as network:
        yield network
