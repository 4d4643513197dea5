"""The test database as other processes reach it."""

from urllib.parse import quote

from django.db import connection


def database_url() -> str:
    """The test database as a URL, for another process."""
    given = connection.settings_dict
    user = quote(given["USER"], safe="")
    password = f":{quote(given['PASSWORD'], safe='')}" if given["PASSWORD"] else ""
    host = quote(given["HOST"], safe="")
    return f"postgresql://{user}{password}@/{given['NAME']}?host={host}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )
