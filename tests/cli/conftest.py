"""An installation for the tests of this folder: a PostgreSQL of its own, an owner, a brand."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from aboveboard.config.embedded import Embedded
from aboveboard.kernel.ids import new_id
from tests.cli.forking import Prepared, forking
from tests.cli.running import Studio, brand_folder
from tests.prepared import prepare
from tests.servers.fixtures import LoopbackMastodon

OWNER, PASSWORD = "marit@brackwater.example", "salt-and-wind-and-clay"


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="aboveboard-cli-"))
    yield folder
    Embedded(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def database() -> Iterator[dict[str, str]]:
    """A scratch database on the server that DATABASE_URL names; else the studio runs its own."""
    given = os.environ.get("DATABASE_URL")
    if not given:
        yield {}
        return
    name = f"aboveboard_cli_{new_id().hex}"
    with psycopg.connect(given, autocommit=True) as db:
        db.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        parts = psycopg.conninfo.conninfo_to_dict(make_conninfo(given, dbname=name))
        user, password = parts.get("user", ""), parts.get("password", "")
        host, port = parts.get("host", ""), parts.get("port", "5432")
        login = f"{user}:{password}@" if password else f"{user}@"
        yield {"DATABASE_URL": f"postgresql://{login}/{name}?host={host}&port={port}"}
        db.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def studio(home: Path, database: dict[str, str], mastodon_process: LoopbackMastodon) -> Studio:
    """A studio with an owner and a brand that has a channel on the loopback server."""
    if not database:
        prepare(home)
    host = mastodon_process.url.removeprefix("http://")
    made = Studio(home, {**database, "ABOVEBOARD_ALLOW_HOSTS": host})
    made.does("setup", "--owner", OWNER, "--password-stdin", stdin=f"{PASSWORD}\n")
    made.does("brand", "add", brand_folder(home / "files" / "brand"))
    made.does(
        "channel", "add", "mastodon", "--brand", "Brackwater Saltworks",
        "--server", mastodon_process.url, "--token", mastodon_process.token, "--name", "main",
    )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def ready(studio: Studio) -> Iterator[Prepared]:
    """The same, for tests that ask what commands say: they are forks of one process."""
    with forking(studio, with_django=True) as by:
        yield Prepared(studio.home, studio.settings, by)
