"""The hash of an entry binds all that it says."""

from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import assume, given

from aboveboard.kernel.errors import Invalid
from aboveboard.ledger.hashing import EntryFields, check_words, entry_hash, entry_text, moment
from aboveboard.ledger.tests.making import entry_fields


@given(entry_fields(), entry_fields())
def test_each_field_changes_the_hash(one: EntryFields, other: EntryFields) -> None:
    for field in fields(EntryFields):
        value: Any = getattr(other, field.name)
        if value != getattr(one, field.name):
            assert entry_hash(replace(one, **{field.name: value})) != entry_hash(one), field.name


@given(entry_fields(), entry_fields())
def test_two_entries_never_share_a_text(one: EntryFields, other: EntryFields) -> None:
    assume(one != other)
    assert entry_text(one) != entry_text(other)


@given(entry_fields())
def test_a_microsecond_counts(entry: EntryFields) -> None:
    later = replace(entry, at=entry.at + timedelta(microseconds=1))
    assert entry_hash(later) != entry_hash(entry)


def test_the_text_stays_what_it_is() -> None:
    """The format is a promise to every record exported so far: this hash may never change."""
    entry = EntryFields(
        id=UUID(int=1),
        workspace_id=UUID(int=2),
        seq=7,
        at=datetime(2031, 5, 4, 10, tzinfo=timezone(timedelta(hours=2))),
        kind="variant.approved",
        actor_kind="person",
        actor_id=UUID(int=3),
        subject_kind="variant",
        subject_id=UUID(int=4),
        prev_hash="ab" * 32,
        digests={"text": "cd" * 32, "label": "ef" * 32},
    )
    assert entry_text(entry).splitlines() == [
        "aboveboard-entry-1",
        "00000000-0000-0000-0000-000000000002",
        "7",
        "00000000-0000-0000-0000-000000000001",
        "2031-05-04T08:00:00.000000Z",
        "variant.approved",
        "person",
        "00000000-0000-0000-0000-000000000003",
        "variant",
        "00000000-0000-0000-0000-000000000004",
        "ab" * 32,
        "label=" + "ef" * 32,
        "text=" + "cd" * 32,
    ]
    assert moment(entry.at) == "2031-05-04T08:00:00.000000Z"


@pytest.mark.parametrize(
    "given_words",
    [
        {"kind": "Post.made"},
        {"kind": "post made"},
        {"kind": "post\n"},
        {"kind": "x" * 65},
        {"kind": ""},
        {"actor_kind": "somebody"},
        {"subject_kind": "pöst"},
        {"digests": {"text": "Marit wrote this"}},
        {"digests": {"text": "AB" * 32}},
        {"digests": {"text": "ab" * 32 + "\n"}},
        {"digests": {"Text": "ab" * 32}},
    ],
)
def test_only_short_words_and_hashes_are_taken(given_words: dict[str, Any]) -> None:
    good: dict[str, Any] = {
        "kind": "post.made",
        "actor_kind": "person",
        "subject_kind": "post",
        "digests": {"text": "ab" * 32},
    }
    check_words(good["kind"], **{key: good[key] for key in good if key != "kind"})
    bad = good | given_words
    with pytest.raises(Invalid):
        check_words(bad["kind"], **{key: bad[key] for key in bad if key != "kind"})
