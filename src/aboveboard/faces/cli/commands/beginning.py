"""The first steps of an installation: its owner, their link, the demo brand."""

import click
from django.conf import settings

from aboveboard.demo.load import load_demo
from aboveboard.people import actions, queries
from aboveboard.people.models import User

FIRST_OWNER = "owner@localhost"


@click.command(hidden=True)
@click.option("--demo", is_flag=True, help="Load the demo brand.")
def begin(demo: bool) -> None:
    """Make the first owner when there is none, print their link, load the demo when wanted."""
    owner = queries.first_owner()
    if not owner:
        owner, _workspace = actions.set_up(FIRST_OWNER, None, "Studio")
    if demo:
        brand = load_demo(queries.actor_for(owner))
        click.echo(f"The demo brand {brand.name} is loaded.")
    if _needs_link(owner):
        link = f"{settings.PUBLIC_URL}/welcome/{actions.make_sign_in_link(owner)}"
        click.echo(f"Sign in, once: {link}")


def _needs_link(owner: User) -> bool:
    """Somebody who can sign in by themselves needs no link on every start."""
    return not owner.has_usable_password()
