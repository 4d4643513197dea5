"""The site passes the contract, without any request."""

import pytest

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.site.network import site
from aboveboard.channels.tests.contract import OwnIdContract, outgoing
from aboveboard.kernel.http import Client


class TestSite(OwnIdContract):
    @pytest.fixture
    def network(self) -> Network:
        return site

    @pytest.fixture
    def account(self) -> Account:
        return Account("http://127.0.0.1:8000/p/brackwater", "brackwater")

    async def test_what_is_out_is_edited_where_the_network_can(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        """The pages show the change by themselves; their own tests look at them."""
        part = outgoing("Salt from Jnue.")
        sent = await network.publish(http, ready, part)
        assert await network.edit(http, ready, sent, part) == sent

    async def test_what_is_out_is_taken_down_where_the_network_can(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        await network.delete(http, ready, await network.publish(http, ready, outgoing("Not this.")))
