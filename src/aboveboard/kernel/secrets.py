"""Secrets at rest: encrypted with the newest key, readable with any that is still listed."""

import json
from collections.abc import Mapping, Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from aboveboard.kernel.errors import Invalid


class Vault:
    """Seals small mappings of strings. `keys` are Fernet keys, the newest first."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def seal(self, values: Mapping[str, str]) -> bytes:
        return self._fernet.encrypt(json.dumps(dict(values)).encode())

    def open(self, sealed: bytes) -> dict[str, str]:
        """Raises Invalid when no listed key opens it."""
        try:
            opened = json.loads(self._fernet.decrypt(bytes(sealed)))
        except InvalidToken:
            raise _shut() from None
        return {str(k): str(v) for k, v in opened.items()}

    def turn(self, sealed: bytes) -> bytes:
        """The same secret under the newest key. Raises Invalid when no listed key opens it."""
        try:
            return self._fernet.rotate(bytes(sealed))
        except InvalidToken:
            raise _shut() from None


def _shut() -> Invalid:
    return Invalid(
        "A stored secret cannot be opened with the present keys.",
        mend="Put the old key back at the end of ABOVEBOARD_SECRET_KEYS, or connect again.",
        code="secret",
    )


def new_key() -> str:
    return Fernet.generate_key().decode()
