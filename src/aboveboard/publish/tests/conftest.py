"""What the tests of publishing share: a loopback server that may be reached, and a brand."""

import pytest
from django.conf import settings
from tests.builders import House, make_brand, make_workspace
from tests.servers.fixtures import LoopbackMastodon, mastodon_process, mastodon_server

from aboveboard.brand.models import Brand, Channel
from aboveboard.publish.tests.running import mastodon_channel

__all__ = ["mastodon_process", "mastodon_server"]


@pytest.fixture(autouse=True)
def _loopback_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({"127.0.0.1"}))


@pytest.fixture
def house(transactional_db: None) -> House:
    return make_workspace()


@pytest.fixture
def brand(house: House) -> Brand:
    return make_brand(house)


@pytest.fixture
def channel(brand: Brand, mastodon_server: LoopbackMastodon) -> Channel:
    return mastodon_channel(brand, mastodon_server)
