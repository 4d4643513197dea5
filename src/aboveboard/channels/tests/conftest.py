"""What the tests of networks share: a client that may reach loopback, and a picture."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from aboveboard.channels.base import Media
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import client


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """A client that may reach loopback and waits two seconds at most for an answer."""
    timeout = httpx.Timeout(20.0, connect=2.0)
    hosts = frozenset({"127.0.0.1", "localhost"})
    async with client(allow_hosts=hosts, timeout=timeout) as made:
        yield made


@pytest.fixture
async def guarded() -> AsyncIterator[httpx.AsyncClient]:
    """A client as it is in production, for which loopback is a private address."""
    async with client() as made:
        yield made


@pytest.fixture
def picture(tmp_path: Path) -> Media:
    path = tmp_path / "rake.png"
    Image.linear_gradient("L").resize((64, 48)).save(path)
    digest = sha256(path.read_bytes())
    return Media(path, "image/png", "A wooden rake lies on wet salt.", 64, 48, digest)
