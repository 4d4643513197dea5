"""What commands that need the database begin with: Django set up, the database running."""

import sys
from functools import cache

import click
import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from aboveboard.kernel.errors import Invalid


@cache
def prepared() -> None:
    """Set Django up; touches no database."""
    django.setup()


@cache
def ready() -> None:
    """Set Django up, start the embedded PostgreSQL when it is used, bring the tables up to date."""
    prepared()
    if settings.ABOVEBOARD_EMBEDDED:
        settings.ABOVEBOARD_EMBEDDED.start()
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise Invalid(
            f"The database does not answer: {str(error).strip().splitlines()[0]}.",
            mend="Look at DATABASE_URL and whether the server runs.",
            code="database",
        )
    if waiting:
        click.echo(f"Bringing the database up to date ({len(waiting)} steps).", err=True)
        call_command("migrate", verbosity=0, interactive=False)


def password_from(stdin: bool) -> str:
    """The password from standard input, its line end left out. Raises Invalid when empty."""
    if not stdin:
        return str(click.prompt("Password", hide_input=True))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise Invalid("No password came on standard input.", mend="Pipe one in.", code="password")
    return password
