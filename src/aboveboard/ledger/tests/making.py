"""What the tests of the ledger are made of."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import strategies as st

from aboveboard.ledger import actions
from aboveboard.ledger.hashing import EntryFields
from aboveboard.ledger.models import Entry

words = st.from_regex(r"[a-z][a-z0-9_.]{0,63}", fullmatch=True)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
moments = st.integers(0, 250_000_000_000_000_000).map(
    lambda microseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)


@st.composite
def entry_fields(draw: st.DrawFn) -> EntryFields:
    """Any entry that the database takes."""
    actor_kind = draw(st.sampled_from(["person", "agent", "house"]))
    actor_id = draw(st.uuids() if actor_kind == "person" else st.none() | st.uuids())
    return EntryFields(
        id=draw(st.uuids()),
        workspace_id=draw(st.uuids()),
        seq=draw(st.integers(1, (1 << 63) - 1)),
        at=draw(moments),
        kind=draw(words),
        actor_kind=actor_kind,
        actor_id=actor_id,
        subject_kind=draw(words),
        subject_id=draw(st.uuids()),
        prev_hash=draw(hashes),
        digests=draw(st.dictionaries(words, hashes, max_size=5)),
    )


def some_line(kind: str = "post.made") -> actions.Line:
    """A line like any other, about a thing of its own."""
    return actions.Line(kind, "person", uuid4(), "post", uuid4(), {"text": "a1" * 32})


def append_some(workspace_id: UUID, count: int) -> list[Entry]:
    """So many entries at once; within a transaction."""
    return actions.append_many(workspace_id, [some_line() for _ in range(count)])
