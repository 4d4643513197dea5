"""The command `verify`: needs no database, no settings and no account."""

import sys
from pathlib import Path

import click

from aboveboard.ledger.record import verify_file


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", default=None, help="The public key or fingerprint that you expect.")
def verify(file: Path, key: str | None) -> None:
    """Check an exported record: changes, removals, additions, reordering, truncation."""
    verdict = verify_file(file, expected_key=key)
    for fault in verdict.faults:
        click.echo(str(fault))
    if verdict.fault_count > len(verdict.faults):
        click.echo(f"and {verdict.fault_count - len(verdict.faults)} more")
    if not verdict.ok:
        click.echo("This is not the record that was exported.")
        sys.exit(1)
    click.echo(f"In order: {verdict.count} entries, head {verdict.head_hash[:16]}.")
    known = "as expected" if verdict.is_expected_key else "compare it with the studio's own"
    click.echo(f"Signed by {verdict.fingerprint} ({known}).")
