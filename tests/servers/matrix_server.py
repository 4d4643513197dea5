"""A Synapse homeserver for tests: the real one, with SQLite, in a folder of its own."""

import base64
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.servers.process import NotStarted, free_port, spawned

PASSWORD = "salt takes time"
_STARTS_WITHIN = 60.0
_ANY = {"per_second": 1000, "burst_count": 1000}


@dataclass(frozen=True)
class Homeserver:
    """`token` is that of @saltworks, `guest` that of somebody else; both are in #salt."""

    url: str
    token: str
    guest: str
    room: str = "#salt:localhost"

    def ask(self, method: str, path: str, body: Any = None, *, token: str = "") -> Any:
        """One request to the client interface, as the guest unless told otherwise."""
        headers = {"Authorization": f"Bearer {token or self.guest}"}
        url = f"{self.url}/_matrix/client/v3{path}"
        answer = httpx.request(method, url, json=body, headers=headers, timeout=20)
        answer.raise_for_status()
        return answer.json()


@contextmanager
def homeserver() -> Iterator[Homeserver]:
    """Run it while the block lasts. Raises NotStarted."""
    with tempfile.TemporaryDirectory(prefix="aboveboard-matrix-") as name:
        folder, port = Path(name), free_port()
        (folder / "signing.key").write_text(
            f"ed25519 a_test {base64.b64encode(os.urandom(32)).decode().rstrip('=')}\n"
        )
        config = folder / "homeserver.yaml"
        config.write_text(yaml.safe_dump(_settings(folder, port)))
        with (
            (folder / "log").open("w+b") as log,
            spawned(
                [sys.executable, "-m", "synapse.app.homeserver", "-c", config],
                cwd=folder,
                log=log,
            ) as process,
        ):
            url = f"http://127.0.0.1:{port}"
            until = time.monotonic() + _STARTS_WITHIN
            while not _answers(url):
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    raise NotStarted(f"Synapse did not start: {log.read()[-2000:].decode()}")
                time.sleep(0.1)
            assert process.stdout
            process.stdout.close()
            yield _furnished(url)


def _settings(folder: Path, port: int) -> dict[str, Any]:
    listener = {
        "port": port,
        "type": "http",
        "tls": False,
        "bind_addresses": ["127.0.0.1"],
        "resources": [{"names": ["client", "media"]}],
    }
    return {
        "server_name": "localhost",
        "public_baseurl": f"http://127.0.0.1:{port}",
        "listeners": [listener],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "media_store_path": str(folder / "media"),
        "signing_key_path": str(folder / "signing.key"),
        "pid_file": str(folder / "pid"),
        "report_stats": False,
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "enable_registration": True,
        "enable_registration_without_verification": True,
        "macaroon_secret_key": "test",
        "form_secret": "test",
        "max_upload_size": "5M",
        "rc_message": _ANY,
        "rc_registration": _ANY,
        "rc_login": {"address": _ANY, "account": _ANY, "failed_attempts": _ANY},
        "rc_joins": {"local": _ANY, "remote": _ANY},
    }


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/_matrix/client/versions", timeout=2).is_success
    except httpx.HTTPError:
        return False


def _furnished(url: str) -> Homeserver:
    made = Homeserver(url, _registered(url, "saltworks"), _registered(url, "guest"))
    room = {"room_alias_name": "salt", "preset": "public_chat"}
    made.ask("POST", "/createRoom", room, token=made.token)
    made.ask("POST", "/join/%23salt:localhost", {})
    return made


def _registered(url: str, name: str) -> str:
    body = {"username": name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
    answer = httpx.post(f"{url}/_matrix/client/v3/register", json=body, timeout=20)
    answer.raise_for_status()
    return str(answer.json()["access_token"])
