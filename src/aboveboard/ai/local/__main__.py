"""`python -m aboveboard.ai.local --port N` serves the small trial model on loopback."""

import sys

import click

from aboveboard.ai.errors import NotConfigured
from aboveboard.ai.local import DEFAULT_PORT
from aboveboard.ai.local.server import serve


@click.command()
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535))
def main(port: int) -> None:
    """Serve the small trial model; stop with Ctrl-C. Port 0 takes any free one."""
    try:
        serve(port)
    except NotConfigured as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
