"""The command `doctor`: looks at an installation and says what is in order and what is not."""

import sys

import click

from aboveboard.faces.cli.health import LEVELS, examined


@click.command()
def doctor() -> None:
    """Look at everything the studio needs. Exit code 1 when something must be mended."""
    counts = dict.fromkeys(LEVELS, 0)
    for line in examined():
        counts[line.level] += 1
        click.echo(f"{line.level:5} {line.what:12} {line.said}")
        if line.mend:
            click.echo(f"{'':19}{line.mend}")
    if counts["mend"]:
        click.echo(f"{counts['mend']} to mend.")
        sys.exit(1)
    click.echo("All in order." if not counts["look"] else "It can run.")
