"""The command `mcp`: the studio for AI agents, on standard input and output."""

from collections.abc import Callable
from pkgutil import resolve_name

import click


@click.command()
def mcp() -> None:
    """Serve the Model Context Protocol on standard input and output.

    An agent's program starts this. The token of a program (Settings → Programs) stands in
    ABOVEBOARD_TOKEN: with it the agent reads the brands, checks texts against their knowledge and
    proposes posts, which wait for a person; it can never approve, publish or change policy.
    """
    # Named, since faces do not know each other.
    serve: Callable[[], None] = resolve_name("aboveboard.faces.mcp.server:serve")
    serve()
