"""The engine's own connections to the database that Django is set up with: async, pooled."""

from typing import Any

from django.db import connections
from psycopg import AsyncConnection
from psycopg.conninfo import make_conninfo
from psycopg_pool import AsyncConnectionPool

Pool = AsyncConnectionPool[AsyncConnection[Any]]
_KEYS = ("connect_timeout", "sslmode", "sslrootcert", "sslcert", "sslkey", "options")


def conninfo() -> str:
    """How to reach the database, from Django's settings (in tests: the test database)."""
    given = connections["default"].settings_dict
    options = {key: str(given["OPTIONS"][key]) for key in _KEYS if key in given["OPTIONS"]}
    named = {
        "dbname": given["NAME"],
        "user": given["USER"],
        "password": given["PASSWORD"],
        "host": given["HOST"],
        "port": given["PORT"],
    }
    return make_conninfo(**options, **{key: value for key, value in named.items() if value})


async def _set_up(db: AsyncConnection[Any]) -> None:
    await db.execute("SET statement_timeout = '30s'; SET lock_timeout = '10s'")
    # The statements are few and always alike: planning them each time costs more than they do.
    await db.execute(
        "SET timezone = 'UTC'; SET plan_cache_mode = force_generic_plan; SET jit = off"
    )
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
