"""A scratch database on the same server, gone again when the measuring ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


@contextmanager
def scratch_database() -> Iterator[None]:
    """Within the block Django's connection leads to a new, migrated and empty database."""
    if settings.ABOVEBOARD_EMBEDDED:
        settings.ABOVEBOARD_EMBEDDED.start()
    before = str(connection.settings_dict["NAME"])
    connection.settings_dict["TEST"]["NAME"] = f"aboveboard_bench_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
