"""The key file is made once, by one process, and nobody else may read it."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aboveboard.config.keys import FILE, secret_keys, signing_key
from aboveboard.config.options import Options, read_options
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.secrets import Vault, new_key


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Options:
    monkeypatch.setenv("ABOVEBOARD_HOME", str(tmp_path / "home"))
    return read_options()


def test_twenty_at_once_get_the_same_key(options: Options) -> None:
    with ThreadPoolExecutor(20) as pool:
        found = set(pool.map(lambda _: secret_keys(options), range(20)))
    assert len(found) == 1
    assert [path.name for path in options.home.iterdir()] == [FILE]
    assert stat.S_IMODE((options.home / FILE).stat().st_mode) == 0o600


def test_keys_that_are_given_leave_no_file(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = new_key(), new_key()
    monkeypatch.setenv("ABOVEBOARD_SECRET_KEYS", f"{new},{old}")
    keys = secret_keys(read_options())
    assert keys == (new, old)
    assert not options.home.exists()
    assert Vault(keys).open(Vault([old]).seal({"token": "x"})) == {"token": "x"}


def test_an_empty_key_file_is_not_replaced(options: Options) -> None:
    options.home.mkdir()
    (options.home / FILE).write_text("\n")
    with pytest.raises(Invalid, match="empty"):
        secret_keys(options)
    assert (options.home / FILE).read_text() == "\n"


def test_a_home_that_cannot_be_made_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ABOVEBOARD_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(Invalid) as caught:
        secret_keys(read_options())
    assert "ABOVEBOARD_HOME" in caught.value.mend


def test_the_signing_key_does_not_tell_the_sealing_key() -> None:
    key = new_key()
    assert key not in signing_key(key)
    assert signing_key(key) != signing_key(new_key())
