"""An exported record is whole or says what was done to it."""

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import assume, given
from hypothesis import strategies as st

from aboveboard.ledger.hashing import NOTHING, EntryFields, entry_hash
from aboveboard.ledger.record import (
    FAULTS_TOLD,
    LONGEST_LINE,
    EntryLine,
    Head,
    Header,
    fingerprint,
    verify_file,
    verify_lines,
)
from aboveboard.ledger.tests.making import entry_fields

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
WORKSPACE = UUID("01890000-0000-7000-8000-000000000001")


def public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def header_of(key: Ed25519PrivateKey, *, workspace_id: UUID = WORKSPACE) -> Header:
    made_at = datetime(2031, 5, 4, 8, tzinfo=UTC)
    return Header(workspace_id=workspace_id, made_at=made_at, key=public(key))


TEMPLATE = EntryFields(
    id=UUID(int=1),
    workspace_id=WORKSPACE,
    seq=1,
    at=datetime(2031, 5, 4, 7, 59, 59, 123456, tzinfo=UTC),
    kind="variant.made",
    actor_kind="person",
    actor_id=UUID(int=7),
    subject_kind="variant",
    subject_id=UUID(int=9),
    prev_hash=NOTHING,
    digests={"text": "ab" * 32, "label": "0c" * 32},
)


def record(count: int, *, key: Ed25519PrivateKey = KEY, seed: int = 0) -> list[str]:
    """A true record's lines, as an export writes them."""
    header = header_of(key)
    lines, prev = [header.line()], NOTHING
    for seq in range(1, count + 1):
        kind = ("variant.made", "variant.approved", "delivery.sent")[seq % 3]
        entry = replace(
            TEMPLATE, id=UUID(int=seed * 1000 + seq), seq=seq, kind=kind, prev_hash=prev
        )
        prev = entry_hash(entry)
        lines.append(EntryLine.of(entry, stated=prev).line())
    lines.append(Head.signed(key, header, seq=count, last_hash=prev).line())
    return [f"{line}\n" for line in lines]


RECORD = record(8)
TEXT = "".join(RECORD)


def codes(lines: Iterable[str], *, expected_key: str | None = None) -> set[str]:
    return {fault.code for fault in verify_lines(lines, expected_key=expected_key).faults}


def split(text: str) -> list[str]:
    return io.StringIO(text, newline="\n").readlines()


@pytest.mark.parametrize("count", [0, 1, 8, 500])
def test_a_true_record_is_whole(count: int) -> None:
    verdict = verify_lines(record(count))
    assert verdict.ok
    assert verdict.faults == ()
    assert verdict.count == count
    assert verdict.workspace_id == WORKSPACE
    assert verdict.made_at == datetime(2031, 5, 4, 8, tzinfo=UTC)
    assert verdict.fingerprint == fingerprint(public(KEY))
    assert verdict.is_expected_key is None


def test_lines_without_their_ends_are_the_same_record() -> None:
    assert verify_lines([line.rstrip("\n") for line in RECORD]).ok


@given(st.integers(0, len(TEXT) - 1), st.characters(codec="utf-8"))
def test_each_changed_character_is_noticed(place: int, char: str) -> None:
    assume(TEXT[place] != char)
    assert codes(split(TEXT[:place] + char + TEXT[place + 1 :]))


@given(st.integers(0, len(TEXT)), st.text(min_size=1, max_size=3))
def test_each_added_text_is_noticed(place: int, text: str) -> None:
    changed = TEXT[:place] + text + TEXT[place:]
    assume(changed != TEXT)
    assert codes(split(changed))


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 400))
def test_each_removed_text_is_noticed(place: int, length: int) -> None:
    changed = TEXT[:place] + TEXT[place + length :]
    assume(changed.rstrip("\n") != TEXT.rstrip("\n"))
    assert codes(split(changed))


@given(st.permutations(RECORD))
def test_each_reordering_is_noticed(lines: list[str]) -> None:
    assume(lines != RECORD)
    assert codes(lines)


@given(st.lists(st.sampled_from(RECORD), max_size=14))
def test_no_other_choice_of_the_lines_is_whole(lines: list[str]) -> None:
    assume(lines != RECORD)
    assert codes(lines)


@given(st.sets(st.integers(0, len(RECORD) - 1), min_size=1))
def test_each_removal_is_noticed(gone: set[int]) -> None:
    assert codes(line for place, line in enumerate(RECORD) if place not in gone)


@given(st.integers(0, len(RECORD) - 1))
def test_each_truncation_is_noticed(length: int) -> None:
    assert codes(RECORD[:length])


@given(entry_fields(), st.integers(1, len(RECORD) - 1), st.booleans())
def test_each_forged_entry_is_noticed(entry: EntryFields, place: int, in_its_place: bool) -> None:
    """Put in or put in another's place, with true hashes and numbers as far as they can be."""
    before = json.loads(RECORD[place - 1])
    forged = replace(
        entry,
        workspace_id=WORKSPACE,
        seq=place,
        prev_hash=before.get("hash", NOTHING),
    )
    line = EntryLine.of(forged, stated=entry_hash(forged)).line()
    lines = [*RECORD[:place], line, *RECORD[place + in_its_place :]]
    assume(lines != RECORD)
    assert codes(lines)


def test_a_forger_who_makes_the_chain_anew_lacks_the_key() -> None:
    forged = record(8, seed=5)
    assert verify_lines(forged).ok
    forged[-1] = forged[-1].replace(
        json.loads(forged[-1])["signature"], json.loads(RECORD[-1])["signature"]
    )
    assert codes(forged) == {"signature"}


def test_another_records_head_does_not_fit() -> None:
    assert "end" in codes([*RECORD[:-1], record(7)[-1]])
    assert codes([*RECORD[:-1], record(8, key=OTHER_KEY)[-1]]) == {"signature"}
    assert codes([record(8, key=OTHER_KEY)[0], *RECORD[1:]]) == {"signature"}


def test_an_old_head_is_no_end_for_more_entries() -> None:
    """A truncation to an earlier export's end is that export, down to its own time."""
    short = record(3)
    assert codes([*RECORD[:4], short[-1]]) == set()
    assert [*RECORD[:4], short[-1]] == short


def test_the_entries_of_another_workspace_are_changed_entries() -> None:
    header = header_of(KEY, workspace_id=uuid4())
    last = json.loads(RECORD[-1])
    head = Head.signed(KEY, header, seq=8, last_hash=last["hash"])
    assert codes([header.line(), *RECORD[1:-1], head.line()]) == {"changed"}


def test_a_swapped_key_shows_in_the_fingerprint_or_against_the_expected_one() -> None:
    swapped = record(8, key=OTHER_KEY)
    assert verify_lines(swapped).ok
    assert verify_lines(swapped).fingerprint != verify_lines(RECORD).fingerprint
    for expected in (public(KEY), public(KEY).upper(), fingerprint(public(KEY))):
        assert codes(swapped, expected_key=expected) == {"key"}
        verdict = verify_lines(RECORD, expected_key=expected)
        assert (verdict.ok, verdict.is_expected_key) == (True, True)
    assert codes(RECORD, expected_key="") == {"key"}
    assert codes(RECORD, expected_key="not a key") == {"key"}


def test_the_faults_say_what_was_done() -> None:
    def told(lines: list[str]) -> list[tuple[int, str]]:
        return [(fault.line, fault.code) for fault in verify_lines(lines).faults]

    changed = RECORD[3].replace("variant.made", "variant.lost")
    assert told([*RECORD[:3], changed, *RECORD[4:]]) == [(4, "changed")]
    assert told([*RECORD[:3], *RECORD[5:]]) == [(4, "missing"), (8, "end")]
    swapped = [*RECORD[:3], RECORD[4], RECORD[3], *RECORD[5:]]
    assert told(swapped) == [(4, "missing"), (5, "order"), (6, "missing")]
    assert told(RECORD[:-1]) == [(9, "truncated")]
    assert told([*RECORD, "\n"]) == [(11, "after_head")]
    assert told([*RECORD[:4], "{}\n", *RECORD[4:]]) == [(5, "line")]
    assert told([]) == [(1, "header")]
    missing = verify_lines([*RECORD[:3], *RECORD[5:]]).faults[0]
    assert missing.message == "Entries 3 to 4 are missing here."


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text: str) -> None:
    assert codes(split(text)) == {"header"}
    assert codes([RECORD[0], text, *RECORD[1:]])
    assert codes([*RECORD[:-1], text])


def test_hostile_lines_get_a_verdict() -> None:
    hostile = [
        "[" * 60_000,
        '{"seq":' + "9" * 60_000 + "}",
        "x" * (LONGEST_LINE * 3),
        "\0",
        "\ud800",
    ]
    for line in hostile:
        assert codes([RECORD[0], line, *RECORD[1:]]) == {"line"}
        assert codes([line]) == {"header"}


def test_many_faults_are_counted_and_the_first_told() -> None:
    verdict = verify_lines([RECORD[0], *["?\n"] * 500])
    assert verdict.fault_count == 501
    assert len(verdict.faults) == FAULTS_TOLD


def test_a_file_is_read_as_it_lies_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(TEXT, encoding="ascii", newline="")
    assert verify_file(path, expected_key=public(KEY)).ok
    path.write_bytes(TEXT.encode().replace(b"\n", b"\r\n"))
    assert not verify_file(path).ok
    path.write_bytes(TEXT.encode() + b"\xff")
    assert not verify_file(path).ok
    path.write_bytes(b"\x89PNG" + bytes(range(256)) * 1000)
    assert {fault.code for fault in verify_file(path).faults} == {"header"}
    path.write_bytes(b"")
    assert not verify_file(path).ok
    path.write_bytes(RECORD[0].encode() + b"z" * 5_000_000)
    assert not verify_file(path).ok


def test_the_key_and_fingerprint_of_the_format_stay_what_they_are() -> None:
    """RFC 8032 signs alike everywhere, so a record's every byte is known."""
    assert fingerprint(public(KEY)) == "5647 5aa7 5463 474c 0285 df5d bf2b cab7"
    assert hashlib.sha256(TEXT.encode()).hexdigest() == (
        "c9447eae92a62fedc6bfd84c1fa76937a282a98c10e9fc03a6327773e250e9dc"
    )
