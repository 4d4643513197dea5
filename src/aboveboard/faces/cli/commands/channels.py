"""Commands about channels."""

import sys

import click

from aboveboard.channels.registry import networks
from aboveboard.faces.cli.commands.acting import brand_named
from aboveboard.publish import actions


@click.group()
def channel() -> None:
    """Channels."""


@channel.command("add")
@click.argument("network", type=click.Choice(sorted(networks())))
@click.option("--brand", required=True, help="The brand's name.")
@click.option("--server", default="", help="The address of the server.")
@click.option(
    "--token", default="", help="A token or app password; “-” reads it from standard input."
)
@click.option("--name", required=True, help="What the channel is called here.")
@click.option("--handle", default="", help="The account there; else the name.")
def add(network: str, brand: str, server: str, token: str, name: str, handle: str) -> None:
    """Connect an account on NETWORK. The network is asked before anything is kept."""
    actor, found = brand_named(brand)
    secret = sys.stdin.readline().strip() if token == "-" else token  # noqa: S105
    made = actions.add_channel(
        actor,
        found.id,
        network=network,
        name=name,
        server=server,
        handle=handle or name,
        secret=secret,
    )
    click.echo(f"{made.name} is connected to {made.server or network} as {made.handle}.")
