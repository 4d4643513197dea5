"""From a PostgreSQL URL to Django's mapping."""

from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from aboveboard.kernel.errors import Invalid


def database(url: str) -> dict[str, Any]:
    """Django's description of the database at a URL. Raises Invalid for one that is malformed."""
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value}
    except ProgrammingError as error:
        raise Invalid(
            "DATABASE_URL cannot be read.",
            mend="Write it like postgresql://user:password@host/name, with special characters "
            "percent-encoded.",
            code="settings",
        ) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "aboveboard"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, **parts},
    }
