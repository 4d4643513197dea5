"""The engine's own connections to the database that Django is set up with: async, pooled."""

from typing import Any

from django.db import connections
from psycopg import AsyncConnection
from psycopg.conninfo import make_conninfo
from psycopg_pool import AsyncConnectionPool

Pool = AsyncConnectionPool[AsyncConnection[Any]]
# Over TCP a line that is cut says nothing, so it is looked for: libpq's settings, in seconds and,
# for the last, milliseconds.
_CUT = {
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
_KEYS = ("connect_timeout", "sslmode", "sslrootcert", "sslcert", "sslkey", "options")


def conninfo() -> str:
    """How to reach the database, from Django's settings (in tests: the test database)."""
    given = connections["default"].settings_dict
    options = {key: str(given["OPTIONS"][key]) for key in _KEYS if key in given["OPTIONS"]}
    named = _CUT | {
        "dbname": given["NAME"],
        "user": given["USER"],
        "password": given["PASSWORD"],
        "host": given["HOST"],
        "port": given["PORT"],
    }
    return make_conninfo(**options, **{key: value for key, value in named.items() if value})


# What a host that is cut off was doing to rows must not stop the others: the server ends it.
_ENDS = """
SET statement_timeout = '30s'; SET lock_timeout = '10s';
SET idle_in_transaction_session_timeout = '5s';
SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;
"""
# Since PostgreSQL 17; before that a line that is cut is noticed by the lines above alone.
_ENDS_ALL = "SET transaction_timeout = '15s'"
# The statements are few and always alike: planning them each time costs more than they do.
_ALIKE = "SET timezone = 'UTC'; SET plan_cache_mode = force_generic_plan; SET jit = off"


async def _set_up(db: AsyncConnection[Any]) -> None:
    await db.execute(_ENDS)
    if db.info.server_version >= 170_000:
        await db.execute(_ENDS_ALL)
    await db.execute(_ALIKE)
    await db.commit()


def pool() -> Pool:
    """A small pool, not yet open: claims, results and the sweep need one connection each."""
    return AsyncConnectionPool(
        conninfo(),
        kwargs={"application_name": "aboveboard publish", "autocommit": False},
        configure=_set_up,
        min_size=2,
        max_size=5,
        timeout=10,
        open=False,
        name="publish",
    )
