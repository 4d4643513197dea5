"""Which networks there are; this needs no database."""

import json

import click

from aboveboard.channels.listing import listing
from aboveboard.channels.registry import networks


@click.command("networks")
@click.option("--json", "as_json", is_flag=True, help="A list with everything there is to know.")
def list_networks(as_json: bool) -> None:
    """Say which networks there are, and what each offers and asks for."""
    found = [listing(network) for network in networks().values()]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for one in found:
        asked = ", ".join(field["name"] for field in one["fields"]) or "nothing"
        click.echo(f"{one['name']:<20} {one['title']}; asks for: {asked}")
