"""Commands about the record."""

import sys
from typing import TextIO

import click

from aboveboard.faces.cli.commands.acting import owner
from aboveboard.people.actions import export_record


@click.group()
def record() -> None:
    """The append-only record."""


@record.command("export")
@click.option(
    "--out",
    type=click.File("w", encoding="utf-8"),
    default=None,
    help="A file; else standard output.",
)
def export(out: TextIO | None) -> None:
    """Write the whole record with a signed head, for `aboveboard verify`."""
    made = export_record(owner(), out or sys.stdout)
    click.echo(f"{made.count} entries. Key {made.fingerprint}.", err=True)
