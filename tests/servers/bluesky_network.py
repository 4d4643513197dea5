"""A real Bluesky network for tests: PDS and PLC, and with `full` the AppView behind them."""

import base64
import hashlib
import hmac
import json
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from aboveboard.channels.base import Account
from tests.servers import node
from tests.servers.bluesky_setup import HERE
from tests.servers.process import running


@dataclass(frozen=True)
class BlueskyNetwork:
    """`account` is the one we publish as, `other` a second real one; both by app password."""

    pds: str
    pds_did: str
    appview: str
    account: Account
    other: Account
    jwt_secret: str

    def expired(self, token: str) -> str:
        """The same access token, run out an hour ago, under the server's own signature."""
        head, body, _ = token.split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        claims |= {"iat": int(time.time()) - 7200, "exp": int(time.time()) - 3600}
        body = _base64(json.dumps(claims).encode())
        signed = hmac.digest(self.jwt_secret.encode(), f"{head}.{body}".encode(), hashlib.sha256)
        return f"{head}.{body}.{_base64(signed)}"


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@contextmanager
def bluesky_network(
    *, full: bool = False, environment: Mapping[str, str] | None = None
) -> Iterator[BlueskyNetwork]:
    """Start the network and end it with the block; it keeps its data in a folder that goes too.

    `full` needs DB_POSTGRES_URL and REDIS_HOST in `environment`.
    """
    command = [str(node.NODE), "network.mjs", *(["--full"] if full else [])]
    with tempfile.TemporaryDirectory(prefix="bluesky-") as folder:
        around = {"TMPDIR": folder, "LOG_ENABLED": "false", **(environment or {})}
        with running(command, cwd=HERE, wait=180 if full else 90, environment=around) as said:
            ours, theirs = (
                Account(said["pds"], a["handle"], a["did"], secrets={"password": a["password"]})
                for a in said["accounts"]
            )
            yield BlueskyNetwork(
                pds=said["pds"],
                pds_did=said["pdsDid"],
                appview=said["appview"],
                account=ours,
                other=theirs,
                jwt_secret=said["jwtSecret"],
            )
