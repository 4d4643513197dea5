"""What the tests of networks share: a client that may reach loopback, a picture, a clip."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import imageio_ffmpeg
import pytest
from PIL import Image
from tests.servers import site

from aboveboard.channels.base import Media
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client, client


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def http() -> AsyncIterator[Client]:
    """A client that may reach loopback and waits two seconds at most for an answer."""
    timeout = httpx.Timeout(20.0, connect=2.0)
    hosts = frozenset({"127.0.0.1", "localhost"})
    async with client(allow_hosts=hosts, timeout=timeout) as made:
        yield made


@pytest.fixture
async def guarded() -> AsyncIterator[Client]:
    """A client as it is in production, for which loopback is a private address."""
    async with client() as made:
        yield made


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """The address of a site whose page /open says a title, words and a picture."""
    with site.serve() as address:
        yield address


@pytest.fixture
def picture(tmp_path: Path) -> Media:
    path = tmp_path / "rake.png"
    Image.linear_gradient("L").resize((64, 48)).save(path)
    return _media(path, "image/png", "A wooden rake lies on wet salt.")


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Media:
    """One second of H.264 in an MP4 that begins with its index."""
    path = tmp_path_factory.mktemp("clips") / "raking.mp4"
    out = imageio_ffmpeg.write_frames(
        str(path), (64, 48), fps=25, output_params=["-movflags", "faststart"], macro_block_size=8
    )
    out.send(None)
    for shade in range(25):
        out.send(bytes([shade * 10] * (64 * 48 * 3)))
    out.close()
    return replace(_media(path, "video/mp4", "A rake draws a line through salt."), seconds=1.0)


def _media(path: Path, mime: str, alt: str) -> Media:
    content = path.read_bytes()
    url = f"https://studio.example/m/{path.name}"
    return Media(path, mime, alt, 64, 48, sha256(content), size=len(content), url=url)
