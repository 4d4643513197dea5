"""What the database holds goes out as a record that verifies, and no other does."""

import io
import threading
import tracemalloc
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import override_settings

from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.kernel.secrets import new_key
from aboveboard.ledger import keys
from aboveboard.ledger.exporting import export
from aboveboard.ledger.models import SigningKey
from aboveboard.ledger.queries import state
from aboveboard.ledger.record import verify_file, verify_lines
from aboveboard.ledger.tests.making import append_some


@pytest.mark.django_db
@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_an_export_verifies(count: int) -> None:
    workspace = uuid4()
    append_some(workspace, count)
    append_some(uuid4(), 3)
    stream = io.StringIO()
    done = export(workspace, stream)
    verdict = verify_lines(stream.getvalue().splitlines())
    assert verdict.ok
    assert (
        (verdict.count, verdict.head_hash) == (done.count, done.head_hash) == state(workspace)[:2]
    )
    assert verdict.workspace_id == workspace
    assert verdict.fingerprint == done.fingerprint


@pytest.mark.django_db
def test_a_record_holds_ids_and_hashes_only() -> None:
    workspace = uuid4()
    append_some(workspace, 1)
    stream = io.StringIO()
    export(workspace, stream)
    assert stream.getvalue().isascii()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE ledger_entry SET kind = 'post.unmade' WHERE workspace_id = %s AND seq = 2",
        "DELETE FROM ledger_entry WHERE workspace_id = %s AND seq = 2",
        "DELETE FROM ledger_entry WHERE workspace_id = %s AND seq = 4",
    ],
)
def test_a_broken_ledger_is_not_signed(tampering: str) -> None:
    workspace = uuid4()
    append_some(workspace, 4)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
        cursor.execute(tampering, [workspace])
    stream = io.StringIO()
    with pytest.raises(Conflict, match=r"does not hold together at entry [24]"):
        export(workspace, stream)
    assert not verify_lines(stream.getvalue().splitlines()).ok
    assert "signature" not in stream.getvalue()


@pytest.mark.django_db(transaction=True)
def test_entries_added_meanwhile_do_not_disturb(tmp_path: Path) -> None:
    workspace = uuid4()
    with transaction.atomic():
        append_some(workspace, 2000)
    is_done = threading.Event()

    def write() -> None:
        while not is_done.is_set():
            with transaction.atomic():
                append_some(workspace, 5)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            with (tmp_path / "record").open("w", encoding="ascii", newline="") as stream:
                done = export(workspace, stream)
            assert done.count >= 2000
            assert verify_file(tmp_path / "record").ok
    finally:
        is_done.set()
        writer.join()


@pytest.mark.django_db
def test_memory_does_not_grow_with_the_record(tmp_path: Path) -> None:
    peaks = []
    for count in (2000, 6000):
        workspace = uuid4()
        append_some(workspace, count)
        tracemalloc.start()
        with (tmp_path / "record").open("w", encoding="ascii", newline="") as stream:
            export(workspace, stream)
        assert verify_file(tmp_path / "record").ok
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


@pytest.mark.django_db(transaction=True)
def test_two_that_make_the_key_at_once_get_the_same() -> None:
    made: list[str] = []
    start = threading.Barrier(5)

    def make() -> None:
        start.wait()
        made.append(keys.public_hex(keys.signing_key()))
        connection.close()

    threads = [threading.Thread(target=make) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 5
    assert set(made) == {SigningKey.objects.get().public}


@pytest.mark.django_db
def test_the_key_is_sealed() -> None:
    key = keys.signing_key()
    kept = bytes(SigningKey.objects.get().sealed)
    assert key.private_bytes_raw() not in kept
    assert key.private_bytes_raw().hex().encode() not in kept
    with override_settings(SECRET_KEYS=(new_key(),)), pytest.raises(Invalid):
        keys.signing_key()
