"""Commands about channels."""

import sys

import click

from aboveboard.channels.registry import networks
from aboveboard.faces.cli.commands.acting import brand_named
from aboveboard.kernel.errors import Invalid
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
@click.option(
    "--set",
    "more",
    multiple=True,
    metavar="NAME=VALUE",
    help="What else the network asks for (`aboveboard networks` lists it); “NAME=-” reads a line.",
)
def add(
    network: str, brand: str, server: str, token: str, name: str, handle: str, more: tuple[str, ...]
) -> None:
    """Connect an account on NETWORK. The network is asked before anything is kept."""
    actor, found = brand_named(brand)
    made = actions.add_channel(
        actor,
        found.id,
        network=network,
        name=name,
        server=server,
        handle=handle or name,
        secret=_read(token),
        secrets=dict(map(_pair, more)),
    )
    click.echo(f"{made.name} is connected to {made.server or network} as {made.handle}.")


def _read(value: str) -> str:
    return sys.stdin.readline().strip() if value == "-" else value


def _pair(raw: str) -> tuple[str, str]:
    name, equals, value = raw.partition("=")
    if not equals or not name:
        raise Invalid(f"“{raw[:40]}” is no NAME=VALUE.", mend="Write it like --set chat=@salt.")
    return name, _read(value)
