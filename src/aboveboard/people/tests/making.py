"""What the tests of people are made of."""

from uuid import UUID

from aboveboard.ledger import queries as ledger
from aboveboard.people import actions, queries
from aboveboard.people.actors import Actor
from aboveboard.people.models import User
from aboveboard.people.rules import Role

PASSWORD = "salt pans at low tide"


def join(owner: Actor, email: str, role: Role, name: str = "Jonas") -> Actor:
    token = actions.invite(owner, email, role)
    return queries.actor_for(actions.accept_invitation(token, name, PASSWORD), owner.workspace_id)


def id_of(actor: Actor) -> UUID:
    assert actor.user_id is not None
    return actor.user_id


def user_of(actor: Actor) -> User:
    return User.objects.get(id=id_of(actor))


def kinds(actor: Actor) -> list[str]:
    assert ledger.broken_at(actor.workspace_id) is None
    return [entry.kind for entry in ledger.entries(actor.workspace_id)]
