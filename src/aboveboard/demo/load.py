"""Loading the demo brand."""

from aboveboard.brand.models import Brand
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor


def load_demo(actor: Actor) -> Brand:
    """The demo brand of the actor's workspace."""
    raise NotFound("The demo brand is not there yet.")
