"""The site passes the contract, without any request."""

import pytest

from aboveboard.channels.base import Account, Network
from aboveboard.channels.site.network import site
from aboveboard.channels.tests.contract import OwnIdContract


class TestSite(OwnIdContract):
    @pytest.fixture
    def network(self) -> Network:
        return site

    @pytest.fixture
    def account(self) -> Account:
        return Account("http://127.0.0.1:8000/p/brackwater", "brackwater")
