"""A brand's record that was changed, cut, reordered or added to is no record any more."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.disclose.matching import digest_of
from aboveboard.disclose.record import (
    EntryRef,
    Header,
    PictureLine,
    PostLine,
    Rules,
    Use,
    Verdict,
    Writer,
    chunks,
    disagreement,
    verify,
)
from aboveboard.disclose.rules import Label
from aboveboard.kernel.digest import sha256
from aboveboard.ledger.hashing import NOTHING

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
AT = datetime(2026, 11, 28, 9, tzinfo=UTC)


def post(number: int, entry: str) -> PostLine:
    return PostLine(
        id=f"p{number}",
        title=f"Só {number}",
        language="hu",
        network="site",
        channel="Site",
        sent_at=AT,
        taken_away=False,
        parts=(f"A só {number}.\n\nRészben MI-vel készült",),
        bare=(f"A só {number}.",),
        texts=(digest_of(f"A só {number}."),),
        label=Label(kind="partly", text="Részben MI-vel készült", ai=True),
        kind="partly",
        shares={"person": 60, "model": 40},
        uses=(Use(task="draft", tool="small"),),
        approved=True,
        approved_at=AT,
        digest=sha256(str(number)),
        urls=("https://salt.example/1",),
        pictures=(
            PictureLine(
                digest=sha256("p"),
                sent=sha256("s"),
                mime="image/png",
                origin="person",
                credential="trusted",
                bits="00ff00ff00ff00ff",
                colours="00" * 48,
            ),
        ),
        entries=(
            EntryRef(
                seq=number,
                kind="variant.approved",
                at=AT,
                by="person",
                digests={"content": sha256(str(number))},
                hash=entry,
            ),
        ),
    )


def record(posts: int = 3, entries: int = 600, key: Ed25519PrivateKey = KEY) -> list[str]:
    hashes = [sha256(f"entry {n}") for n in range(1, entries + 1)]
    writer = Writer(key)
    header = Header(
        brand="b",
        name="Brackwater Saltworks",
        slug="saltworks",
        demo=False,
        made_at=AT,
        key=key.public_key().public_bytes_raw().hex(),
        seq=len(hashes),
        ledger_hash=hashes[-1] if hashes else NOTHING,
        last_call=None,
    )
    lines = [writer.line(header), *(writer.line(one) for one in chunks(hashes))]
    lines.append(writer.line(Rules(since=AT, policy={"label_from": 20})))
    lines += [writer.line(post(n, hashes[n - 1])) for n in range(1, posts + 1)]
    return [*lines, writer.end()]


WHOLE = record()
PLACES = st.integers(0, len(WHOLE) - 1)


def test_a_whole_record_holds() -> None:
    found = verify(WHOLE)
    assert found.ok, found.faults
    assert [one.id for one in found.posts] == ["p1", "p2", "p3"]
    assert len(found.hashes) == 600
    assert verify(record(posts=0, entries=0)).ok


@given(PLACES, st.data())
def test_a_changed_entry_is_found(place: int, data: st.DataObject) -> None:
    line = WHOLE[place]
    at = data.draw(st.integers(0, len(line) - 2))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda c: c != line[at]))
    assert not verify(
        [*WHOLE[:place], f"{line[:at]}{letter}{line[at + 1 :]}", *WHOLE[place + 1 :]]
    ).ok


@given(PLACES)
def test_a_removed_entry_is_found(place: int) -> None:
    assert not verify([*WHOLE[:place], *WHOLE[place + 1 :]]).ok
    assert not verify(WHOLE[:place]).ok


@given(PLACES, PLACES)
def test_reordered_entries_are_found(one: int, other: int) -> None:
    lines = list(WHOLE)
    lines[one], lines[other] = lines[other], lines[one]
    assert verify(lines).ok == (one == other)


@given(st.integers(0, len(WHOLE)), PLACES)
def test_an_added_entry_is_found(place: int, copied: int) -> None:
    assert not verify([*WHOLE[:place], WHOLE[copied], *WHOLE[place:]]).ok
    assert not verify([*WHOLE[:place], "{}\n", *WHOLE[place:]]).ok


@given(st.binary(max_size=200))
def test_any_file_is_judged_and_none_breaks_the_judge(data: bytes) -> None:
    assert not verify([data.decode("utf-8", errors="replace")]).ok


def test_a_record_that_was_forged_whole_shows_by_its_key() -> None:
    other = record(key=Ed25519PrivateKey.generate())
    assert verify(other).ok
    expected = verify(WHOLE).fingerprint
    assert not verify(other, expected_key=expected).ok
    assert verify(WHOLE, expected_key=expected).is_expected_key


def test_an_entry_of_the_ledger_that_is_another_is_found() -> None:
    hashes = [sha256(f"entry {n}") for n in range(1, 4)]
    lines = record(entries=3)
    assert verify(lines).ok
    writer = Writer(KEY)
    first = verify(lines).header
    assert first
    forged = [writer.line(first), *(writer.line(one) for one in chunks(hashes))]
    forged += [writer.line(post(1, sha256("another"))), writer.end()]
    assert [fault.code for fault in verify(forged).faults] == ["ledger"]


@pytest.mark.parametrize(("earlier", "later", "at"), [(400, 600, None), (600, 400, 401)])
def test_a_later_record_holds_all_that_an_earlier_one_did(
    earlier: int, later: int, at: int | None
) -> None:
    one, other = verify(record(entries=earlier)), verify(record(entries=later))
    assert disagreement(one, other) == at
    changed = Verdict(hashes=[*other.hashes[:5], sha256("x"), *other.hashes[6:]])
    assert disagreement(one, changed) == 6
    assert disagreement(other, changed) == 6
