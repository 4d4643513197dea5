"""Fixtures of the tests of people."""

import pytest

from aboveboard.people import actions, queries
from aboveboard.people.actors import Actor
from aboveboard.people.tests.making import PASSWORD


@pytest.fixture
def owner(db: None) -> Actor:
    user, workspace = actions.set_up("marit@saltworks.example", PASSWORD, "Brackwater Saltworks")
    return queries.actor_for(user, workspace.id)
