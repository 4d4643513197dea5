"""A Ghost for tests: the real one from npm, on a MariaDB, in a folder of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.servers import ghost_setup, mariadb, node
from tests.servers.process import NotStarted, free_port, spawned

_OWNER = {
    "name": "Salt",
    "email": "salt@example.org",
    "password": "salt takes its time, as always",
    "blogTitle": "Salt",
}


@dataclass(frozen=True)
class Ghost:
    """Its address, and the Admin API key of an integration, as id:secret."""

    url: str
    key: str


def missing() -> str:
    """Why it cannot run here; "" when it can."""
    return ghost_setup.missing() or mariadb.missing()


@contextmanager
def ghost() -> Iterator[Ghost]:
    """Run it while the block lasts. Raises NotStarted."""
    source = ghost_setup.PACKAGE
    with tempfile.TemporaryDirectory(prefix="aboveboard-ghost-", dir="/tmp") as name:
        folder, url = Path(name), f"http://127.0.0.1:{(port := free_port())}"
        with mariadb.database(folder, "ghost") as socket:
            shutil.copytree(source / "content", folder / "content", symlinks=True)
            told = _config(url, port, socket, folder / "content")
            # It looks for its own package where it is started, and takes settings from the
            # environment.
            environment = {**node.environment(), **told}
            with spawned([node.NODE, "index.js"], cwd=source, environment=environment):
                asked = f"{url}/ghost/api/admin/site/"
                try:
                    mariadb.wait_for(
                        lambda: httpx.get(asked, timeout=10).is_success, "Ghost", within=120
                    )
                except NotStarted:
                    said = "".join(log.read_text() for log in folder.glob("*.log"))
                    raise NotStarted(f"Ghost did not start: {said[-2000:]}") from None
                yield Ghost(url, _key(url))


def _config(url: str, port: int, socket: Path, content: Path) -> dict[str, str]:
    return {
        "NODE_ENV": "production",
        "url": url,
        "server__host": "127.0.0.1",
        "server__port": str(port),
        "database__client": "mysql",
        "database__connection__socketPath": str(socket),
        "database__connection__user": "root",
        "database__connection__password": "",
        "database__connection__database": "ghost",
        "paths__contentPath": str(content),
        "mail__transport": "stub",
        "security__staffDeviceVerification": "false",
        # It asks nobody on the network.
        "privacy__useTinfoil": "true",
        "logging__transports": '["file"]',
        "logging__path": f"{content.parent}/",
        "process": "local",
    }


def _key(url: str) -> str:
    """Sets the site up as its owner would, and gives the key of a custom integration."""
    with httpx.Client(
        base_url=f"{url}/ghost/api/admin", headers={"Origin": url}, timeout=60
    ) as admin:
        admin.post("/authentication/setup/", json={"setup": [_OWNER]}).raise_for_status()
        account = {"username": _OWNER["email"], "password": _OWNER["password"]}
        admin.post("/session/", json=account).raise_for_status()
        made = admin.post(
            "/integrations/?include=api_keys", json={"integrations": [{"name": "Aboveboard"}]}
        ).raise_for_status()
    keys = made.json()["integrations"][0]["api_keys"]
    return str(next(key["secret"] for key in keys if key["type"] == "admin"))
