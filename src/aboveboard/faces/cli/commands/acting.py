"""Who a command acts for, and on which brand."""

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.kernel.errors import NotFound
from aboveboard.people import queries as people
from aboveboard.people.actors import Actor


def owner() -> Actor:
    """The first owner, as whom this machine's commands act; nobody approves that way."""
    user = people.first_owner()
    if not user:
        raise NotFound(
            "Nobody owns this studio yet.",
            mend="Run `aboveboard setup --owner EMAIL --password-stdin` first.",
            code="no_owner",
        )
    return people.actor_for(user)


def brand_named(name: str) -> tuple[Actor, Brand]:
    """The owner as an actor, and the brand of this name."""
    actor = owner()
    return actor, brands.brand_named(actor, name)
