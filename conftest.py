"""What every test stands on: settings of their own, one PostgreSQL, no network beyond loopback.

The environment is set here before Django reads its settings, so that tests run the real reading
of them. The PostgreSQL starts with the first test that needs it; all workers of a run share it.
"""

import gc
import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_HOME = "ABOVEBOARD_TEST_HOME"
_is_first_process = _HOME not in os.environ
if _is_first_process:
    os.environ[_HOME] = tempfile.mkdtemp(prefix="aboveboard-test-")
_OURS = [name for name in os.environ if name.startswith("ABOVEBOARD_")]
for _name in [name for name in _OURS if not name.startswith("ABOVEBOARD_TEST_")]:
    del os.environ[_name]
os.environ["ABOVEBOARD_HOME"] = os.environ[_HOME]
os.environ["DJANGO_SETTINGS_MODULE"] = "aboveboard.config.settings"
# What Hypothesis reads out of our modules, and examples that failed, are kept between runs.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(Path(__file__).parent / ".hypothesis"))
# Playwright runs an event loop in the thread of the test.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django  # noqa: E402
import hypothesis  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from tests.prepared import DATABASE, prepare  # noqa: E402

from aboveboard.check import meant  # noqa: E402
from aboveboard.config.embedded import Embedded  # noqa: E402
from aboveboard.text import knowledge  # noqa: E402

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
settings.WHITENOISE_USE_FINDERS = True
settings.WHITENOISE_AUTOREFRESH = True
settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
django.setup()


# No test fails on a time: a machine may be busy with something else.
hypothesis.settings.register_profile("house", deadline=None)
# `make check` looks at fewer examples than `make test`.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=20)
hypothesis.settings.load_profile("house")

pytest_plugins = ["tests.servers.fixtures", "tests.must_run", "tests.order", "tests.patterns"]


def _embedded() -> Embedded | None:
    return (
        None if os.environ.get("DATABASE_URL") else Embedded(Path(os.environ[_HOME]), durable=False)
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Start the PostgreSQL of this run, unless it runs or DATABASE_URL names one."""
    if server := _embedded():
        prepare(server.home)
        server.start()
        connection.settings_dict["TEST"]["TEMPLATE"] = DATABASE


def pytest_unconfigure() -> None:
    if _is_first_process:
        if server := _embedded():
            server.stop()
        shutil.rmtree(os.environ[_HOME], ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _stay_on_this_machine() -> Iterator[None]:
    """Refuse connections and look-ups that leave loopback, whoever makes them."""
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def check(address: Any) -> None:
        if isinstance(address, tuple) and not _is_here(str(address[0])):
            raise AssertionError(f"A test tried to reach {address[0]}.")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        check(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        check(address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and not _is_here(name) and not _is_address(name):
            raise socket.gaierror(socket.EAI_NONAME, f"A test tried to look up {name}.")
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return True


def _is_here(host: str) -> bool:
    if not _is_address(host):
        return host == "localhost" or host.endswith(".localhost")
    return ipaddress.ip_address(host.split("%")[0]).is_loopback


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is read here stays to the end: it is not searched for garbage."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def _without_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules and phrases are tested by themselves; who is marked `networks` asks it too."""
    meant.meant.cache_clear()
    if "networks" not in request.keywords:
        monkeypatch.setattr(
            meant, "resolve_name", lambda _name: lambda parts: [frozenset() for _ in parts]
        )
        monkeypatch.setattr(knowledge, "resolve_name", lambda _name: lambda: None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever a test gets its database from, `-m "not django_db"` leaves it out."""
    for item in items:
        if "db" in getattr(item, "fixturenames", ()):
            item.add_marker("django_db")
