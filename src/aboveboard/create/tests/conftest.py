"""A desk, and a model on a server of its own."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from tests.desk import Desk, open_desk

from aboveboard.ai.tests.chat_server import ChatServer, chat_server
from aboveboard.create import actions
from aboveboard.create.models import Provider
from aboveboard.create.tests.asking import GROUNDED


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        running.text = GROUNDED
        yield running


@pytest.fixture
def provider(desk: Desk, server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> Provider:
    monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({server.host}))
    return actions.add_provider(desk.actor, name="Ours", base_url=server.url, model="small")
