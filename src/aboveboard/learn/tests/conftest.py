"""A desk whose brand lets a model propose, and a model on a server of its own."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from tests.desk import Desk, open_desk

from aboveboard.ai.tests.chat_server import ChatServer, chat_server
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions
from aboveboard.create.models import Provider


@pytest.fixture
def strategic(db: None) -> Desk:
    return open_desk(Policy(ai={Task.STRATEGY: Allowance.ASSIST}))


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


@pytest.fixture
def provider(strategic: Desk, server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> Provider:
    monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({server.host}))
    return actions.add_provider(strategic.actor, name="Ours", base_url=server.url, model="small")
