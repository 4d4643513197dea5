"""The database: whether it answers, is up to date, agrees on the time, and opens with our keys."""

from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from aboveboard.create.models import Provider
from aboveboard.faces.cli.health.line import Line
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.secrets import Vault
from aboveboard.ledger import queries as ledger
from aboveboard.people.models import Workspace
from aboveboard.publish.models import Connection

# Posts go out by the database's clock, pages show the machine's.
SKEW = timedelta(seconds=2)


def data() -> Generator[Line, None, bool]:
    """The lines; returns whether there are tables to look into."""
    embedded = settings.ABOVEBOARD_EMBEDDED
    if embedded and not embedded.is_running():
        yield Line(
            "mend",
            "database",
            "The studio's own PostgreSQL does not run.",
            "Start it with `aboveboard up`, or any command that needs it.",
        )
        return False
    try:
        with connection.cursor() as cursor:
            before = datetime.now(UTC)
            cursor.execute("SELECT clock_timestamp(), version()")
            theirs, version = cursor.fetchone()
            ours = before + (datetime.now(UTC) - before) / 2
        yield Line("ok", "database", f"{' '.join(version.split()[:2])} answers.")
        yield _time(theirs - ours)
        waiting = _waiting()
        if waiting:
            yield Line(
                "mend",
                "tables",
                f"Steps to bring them up to date: {waiting}.",
                "Run `aboveboard migrate`.",
            )
            return False
        yield Line("ok", "tables", "They are up to date.")
        yield from _secrets()
        yield from _records()
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        yield Line(
            "mend",
            "database",
            f"It does not answer: {said}.",
            "Look at DATABASE_URL and whether the server runs.",
        )
        return False
    return True


def _waiting() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _time(skew: timedelta) -> Line:
    if abs(skew) <= SKEW:
        return Line("ok", "clock", "This machine and the database agree on the time.")
    return Line(
        "look",
        "clock",
        f"The database's clock is {skew.total_seconds():+.1f} s from this machine's.",
        "Let both follow a time server: posts go out by the database's clock.",
    )


def _secrets() -> Iterator[Line]:
    sealed = [
        (f"channel {row.channel.name}", bytes(row.sealed))
        for row in Connection.objects.filter(channel__removed_at=None).select_related("channel")
    ]
    sealed += [(f"model {row.name}", bytes(row.sealed_key)) for row in Provider.objects.all()]
    if not any(secret for _name, secret in sealed):
        yield Line("ok", "secrets", "None are kept yet.")
        return
    try:
        vault = Vault(settings.SECRET_KEYS)
    except AboveboardError as error:
        yield Line("mend", "secrets", error.message, error.mend)
        return
    closed = [name for name, secret in sealed if secret and not _opens(vault, secret)]
    if closed:
        yield Line(
            "mend",
            "secrets",
            f"No present key opens those of {', '.join(closed[:6])}.",
            "Put the old key back at the end of ABOVEBOARD_SECRET_KEYS, or connect them again.",
        )
    else:
        yield Line("ok", "secrets", f"All {len(sealed)} open with the present keys.")


def _opens(vault: Vault, sealed: bytes) -> bool:
    try:
        vault.open(sealed)
    except AboveboardError:
        return False
    return True


def _records() -> Iterator[Line]:
    workspaces = list(Workspace.objects.order_by("created_at"))
    if not workspaces:
        yield Line(
            "look",
            "owner",
            "Nobody owns this studio yet.",
            "Run `aboveboard up`, or `aboveboard setup --owner EMAIL --password-stdin`.",
        )
    for workspace in workspaces:
        broken = ledger.broken_at(workspace.id)
        if broken is None:
            yield Line("ok", "record", f"{workspace.name}: the chain is in order.")
        else:
            yield Line(
                "mend",
                "record",
                f"{workspace.name}: the chain breaks at entry {broken}.",
                "Somebody changed the database by hand: compare it with your last export.",
            )
