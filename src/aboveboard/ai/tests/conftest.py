"""The chat server, and a provider that points at it."""

from collections.abc import Iterator

import pytest

from aboveboard.ai.base import Instruction, Provider
from aboveboard.ai.results import Drafts
from aboveboard.ai.tests.chat_server import ChatServer, chat_server


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


@pytest.fixture
def provider(server: ChatServer) -> Provider:
    return Provider(
        name="The test server",
        kind="openai_compatible",
        base_url=server.url,
        model="small",
        timeout_s=5.0,
        allow_hosts=frozenset({server.host}),
    )


@pytest.fixture
def drafts() -> Instruction[Drafts]:
    return Instruction(
        task="Write two posts.",
        rules=("Be calm.",),
        brief="We harvest sea salt by hand.",
        language="en",
        limit=300,
        wants=Drafts,
        count=2,
    )
