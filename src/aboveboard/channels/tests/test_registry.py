"""Every network that the registry names is whole and consistent in what it says of itself."""

import pytest

from aboveboard.channels.base import Network, Numbers
from aboveboard.channels.registry import network, networks
from aboveboard.kernel.errors import NotFound

NAMES = sorted(networks())


def test_the_built_in_ones_are_there() -> None:
    assert {"site", "mastodon", "bluesky"} <= set(NAMES)


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(NotFound) as caught:
        network("myspace")
    assert ", ".join(NAMES) in caught.value.mend


@pytest.mark.parametrize("name", NAMES)
def test_what_a_network_says_of_itself_agrees(name: str) -> None:
    one: Network = network(name)
    assert one.name == name
    assert one.title
    assert set(one.capabilities.metrics) <= set(vars(Numbers()))
    assert one.count("") == 0
    assert one.count("salt") == 4
    assert one.capabilities.idempotent != "own_id" or one.capabilities.readback == "by_id"
