"""Commands about the installation's secret keys: a new one, and everything sealed under it."""

import click
from django.conf import settings

from aboveboard.create import actions as create
from aboveboard.ledger import keys as ledger
from aboveboard.people import signing_in
from aboveboard.publish import connecting


@click.group()
def keys() -> None:
    """The keys that seal secrets at rest: `keys add`, a restart, then `keys turn`."""


@keys.command("add")
def add() -> None:
    """Make a new key, which seals from the next start on; the older ones still open."""
    click.echo(settings.ADD_KEY())
    click.echo("Start pages and workers anew, everywhere; then run `aboveboard keys turn`.")


@keys.command("turn")
def turn() -> None:
    """Seal everything that is kept anew under the newest key. May be run again at any time."""
    turned = (
        connecting.turn_secrets()
        + create.turn_secrets()
        + ledger.turn_secrets()
        + signing_in.turn_secrets()
    )
    click.echo(f"{turned} secrets are sealed under the newest key.")
    if older := len(settings.SECRET_KEYS) - 1:
        click.echo(
            f"Only backups from before now want the older keys ({older}). Keep those apart, take"
            " them out of the list, and start pages and workers anew."
        )
