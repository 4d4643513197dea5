"""The installation's keys: from the environment, else from a file that is made once."""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from aboveboard.config.options import Options
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.secrets import new_key

FILE = "secret.keys"


def secret_keys(options: Options) -> tuple[str, ...]:
    """The Fernet keys, the newest first. Makes the key file when there is neither.

    Raises Invalid when the file cannot be made or read.
    """
    return options.secret_keys or _from_file(options.home / FILE)


def add_key(options: Options) -> str:
    """Put a new key before the others and give the words that say where it is.

    Keys in the environment are not ours to write: then the words hold the key.
    """
    key, path = new_key(), options.home / FILE
    if options.secret_keys:
        return f"Put this key first in ABOVEBOARD_SECRET_KEYS, the others behind it: {key}"
    keys = (key, *_from_file(path))
    with _draft(path, keys) as draft:
        draft.replace(path)
    return f"The new key stands first in {path}, before {len(keys) - 1} older."


def signing_key(key: str) -> str:
    """Django's signing key that belongs to a Fernet key, so that one secret serves both."""
    return sha256(f"aboveboard signing\n{key}")


def _from_file(path: Path) -> tuple[str, ...]:
    try:
        if not path.exists():
            _make(path)
        keys = tuple(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(
            f"The key file {path} cannot be read or made: {error}.",
            mend="Let ABOVEBOARD_HOME name a folder that this user may write to, "
            "or give the keys in ABOVEBOARD_SECRET_KEYS.",
            code="keys",
        ) from error
    if not keys:
        raise Invalid(
            f"The key file {path} is empty.",
            mend="Put the key back from your backup; without it, channels must be connected again.",
            code="keys",
        )
    return keys


def _make(path: Path) -> None:
    """Write a new key file in one step, so that two processes never use two keys."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o711)
    # Where another process was first, its key is the one.
    with _draft(path, [new_key()]) as draft, contextlib.suppress(FileExistsError):
        os.link(draft, path)


@contextlib.contextmanager
def _draft(path: Path, keys: Iterable[str]) -> Iterator[Path]:
    """A file beside `path` with these keys, on the disk; nothing of it stays after the block."""
    draft = path.with_name(f".{FILE}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write("".join(f"{key}\n" for key in keys))
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)
