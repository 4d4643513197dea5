"""Commands about the demo brand."""

import time

import click

from aboveboard.demo.load import load_demo
from aboveboard.faces.cli.commands.acting import owner


@click.group()
def demo() -> None:
    """The demo brand."""


@demo.command()
def load() -> None:
    """Load the invented brand with a month of posts; loaded already, nothing happens."""
    began = time.monotonic()
    brand = load_demo(owner())
    click.echo(f"The demo brand {brand.name} is here ({time.monotonic() - began:.1f} s).")
