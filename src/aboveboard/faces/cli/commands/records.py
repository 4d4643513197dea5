"""Commands about the record."""

import sys
from typing import TextIO

import click

from aboveboard.faces.cli.commands.acting import brand_named, owner
from aboveboard.people.actions import export_record
from aboveboard.publish.exporting import export as export_public


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
@click.option("--brand", default="", help="A brand's name: its public record, posts and all.")
def export(out: TextIO | None, brand: str) -> None:
    """Write the whole record with a signed head, for `aboveboard verify`.

    Without `--brand` it is the workspace's ledger, ids and hashes only.
    """
    if brand:
        told = export_public(brand_named(brand)[1], out or sys.stdout)
        click.echo(f"{told.posts} posts. {told.seq} entries of the ledger.", err=True)
        return
    made = export_record(owner(), out or sys.stdout)
    click.echo(f"{made.count} entries. Key {made.fingerprint}.", err=True)
