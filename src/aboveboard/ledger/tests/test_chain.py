"""The database keeps one unbroken chain per workspace, whoever writes to it and how."""

import json
import threading
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from aboveboard.kernel.errors import Invalid
from aboveboard.ledger import actions, queries
from aboveboard.ledger.hashing import NOTHING, EntryFields, entry_hash
from aboveboard.ledger.models import Chain, Entry
from aboveboard.ledger.tests.making import append_some, entry_fields, some_line

COLUMNS = {
    "id": "uuid",
    "workspace_id": "uuid",
    "seq": "bigint",
    "at": "timestamptz",
    "kind": "text",
    "actor_kind": "text",
    "actor_id": "uuid",
    "subject_kind": "text",
    "subject_id": "uuid",
    "digests": "jsonb",
    "prev_hash": "text",
    "hash": "text",
}


REFUSALS = "append-only|only moves forward|does not continue the chain"


def sql(statement: str, params: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


def row(entry: EntryFields, stated: str) -> list[Any]:
    values = {name: getattr(entry, name) for name in COLUMNS if name != "hash"}
    values |= {"digests": json.dumps(dict(entry.digests)), "hash": stated}
    return [values[name] for name in COLUMNS]


def insert(entry: EntryFields, stated: str) -> None:
    marks = ", ".join(["%s"] * len(COLUMNS))
    sql(f"INSERT INTO ledger_entry ({', '.join(COLUMNS)}) VALUES ({marks})", row(entry, stated))


@pytest.mark.django_db
@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200
)
@given(entry_fields())
def test_python_and_database_compute_the_same_hash(entry: EntryFields) -> None:
    typed = ", ".join(f"%s::{kind}" for kind in COLUMNS.values())
    found = sql(f"SELECT ledger_entry_hash(ROW({typed})::ledger_entry)", row(entry, ""))
    assert found[0][0] == entry_hash(entry)


@pytest.mark.django_db
def test_entries_follow_each_other() -> None:
    workspace, actor, subject = uuid4(), uuid4(), uuid4()
    made = [
        actions.append(
            workspace,
            f"post.step{number}",
            actor_kind="person",
            actor_id=actor,
            subject_kind="post",
            subject_id=subject,
            digests={"text": f"{number:064x}"},
        )
        for number in range(5)
    ]
    append_some(uuid4(), 3)
    kept = list(queries.entries(workspace))
    assert [entry.fields() for entry in kept] == [entry.fields() for entry in made]
    assert [entry.seq for entry in kept] == [1, 2, 3, 4, 5]
    assert [entry.prev_hash for entry in kept] == [NOTHING, *(entry.hash for entry in kept[:-1])]
    assert all(entry.hash == entry_hash(entry.fields()) for entry in kept)
    assert queries.state(workspace) == (5, kept[-1].hash, True)
    assert queries.broken_at(workspace) is None


@pytest.mark.django_db
def test_many_are_added_in_their_order() -> None:
    workspace = uuid4()
    append_some(workspace, 2)
    lines = [some_line(f"delivery.step{number}") for number in range(2500)]
    made = actions.append_many(workspace, lines)
    assert [entry.seq for entry in made] == list(range(3, 2503))
    assert [(entry.kind, entry.subject_id) for entry in queries.entries(workspace)[2:]] == [
        (line.kind, line.subject_id) for line in lines
    ]
    assert queries.broken_at(workspace) is None
    assert actions.append_many(workspace, []) == []


@pytest.mark.django_db
def test_a_plain_sql_session_appends_with_the_same_function() -> None:
    workspace, subject = uuid4(), uuid4()
    sql(
        "SELECT ledger_append(%s, 'delivery.sent', 'house', NULL, 'delivery', %s)",
        [workspace, subject],
    )
    lines = [{"kind": "delivery.sent", "actor_kind": "house", "subject_kind": "delivery"}]
    sql(
        "SELECT ledger_append_many(%s, %s)",
        [workspace, json.dumps([line | {"subject_id": str(subject)} for line in lines])],
    )
    assert queries.entries(workspace, subject_id=subject).count() == 2
    assert queries.broken_at(workspace) is None


@pytest.mark.django_db
def test_reading_by_thing_and_by_kind() -> None:
    workspace = uuid4()
    made = append_some(workspace, 3)
    assert list(queries.entries(workspace, subject_id=made[1].subject_id)) == [made[1]]
    assert queries.entries(workspace, kind="post.made").count() == 3
    assert not queries.entries(uuid4(), subject_id=made[1].subject_id).exists()


@pytest.mark.django_db
def test_an_empty_chain_is_whole() -> None:
    assert queries.state(uuid4()) == (0, NOTHING, True)
    assert queries.broken_at(uuid4()) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET kind = 'post.unmade' WHERE workspace_id = %(w)s",
        "UPDATE ledger_entry SET hash = hash WHERE workspace_id = %(w)s AND seq = 3",
        "DELETE FROM ledger_entry WHERE workspace_id = %(w)s AND seq = 3",
        "TRUNCATE ledger_entry",
        "TRUNCATE ledger_chain",
        "TRUNCATE ledger_entry, ledger_chain CASCADE",
        "DELETE FROM ledger_chain WHERE workspace_id = %(w)s",
        "UPDATE ledger_chain SET seq = 2 WHERE workspace_id = %(w)s",
        "UPDATE ledger_chain SET seq = 4, head_hash = repeat('a', 64) WHERE workspace_id = %(w)s",
        "UPDATE ledger_chain AS c SET seq = 2, head_hash = e.hash FROM ledger_entry AS e"
        " WHERE c.workspace_id = %(w)s AND e.workspace_id = %(w)s AND e.seq = 2",
        "UPDATE ledger_chain SET head_hash = repeat('0', 64) WHERE workspace_id = %(w)s",
        "UPDATE ledger_chain SET workspace_id = gen_random_uuid() WHERE workspace_id = %(w)s",
        "INSERT INTO ledger_chain VALUES (gen_random_uuid(), 9, repeat('0', 64))",
        "INSERT INTO ledger_chain VALUES (gen_random_uuid(), 0, repeat('a', 64))",
        "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE workspace_id = %(w)s",
        "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE workspace_id = %(w)s"
        " ON CONFLICT (id) DO UPDATE SET kind = 'post.unmade'",
        "MERGE INTO ledger_entry AS e USING (SELECT 1) AS x ON e.workspace_id = %(w)s"
        " WHEN MATCHED THEN DELETE",
    ],
)
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_the_database_refuses_to_change_what_was_entered(statement: str, role: str) -> None:
    workspace = uuid4()
    append_some(workspace, 3)
    before = list(Entry.objects.filter(workspace_id=workspace).values())
    sql(f"SET LOCAL session_replication_role = {role}")
    with pytest.raises(DatabaseError, match=REFUSALS), transaction.atomic():
        sql(statement, {"w": workspace})
    assert list(Entry.objects.filter(workspace_id=workspace).values()) == before
    assert queries.state(workspace).ok


@pytest.mark.django_db
def test_an_entry_of_ones_own_making_must_continue_the_chain() -> None:
    workspace = uuid4()
    last = append_some(workspace, 3)[-1]
    good = EntryFields(
        id=uuid4(),
        workspace_id=workspace,
        seq=4,
        at=last.at,
        kind="post.made",
        actor_kind="house",
        actor_id=None,
        subject_kind="post",
        subject_id=uuid4(),
        prev_hash=last.hash,
    )
    wrong: list[dict[str, Any]] = [
        {"seq": 3},
        {"seq": 5},
        {"seq": 1, "prev_hash": NOTHING},
        {"prev_hash": NOTHING},
        {"prev_hash": last.prev_hash},
        {"workspace_id": uuid4()},
        {"id": last.id},
        {"kind": "Post made"},
        {"kind": "post\nmade"},
        {"subject_kind": ""},
        {"actor_kind": "person"},
        {"actor_kind": "nobody"},
        {"digests": {"text": "short"}},
        {"digests": {"text\nmore": "a" * 64}},
    ]
    for change in wrong:
        bad = EntryFields(**({name: getattr(good, name) for name in good.__slots__} | change))
        with pytest.raises(DatabaseError), transaction.atomic():
            insert(bad, entry_hash(bad))
    with pytest.raises(DatabaseError), transaction.atomic():
        insert(good, "a" * 64)
    insert(good, entry_hash(good))
    assert queries.state(workspace) == (4, entry_hash(good), True)


@pytest.mark.django_db
@pytest.mark.parametrize("digests", ["[]", "null", '{"text": 1}', '{"text": {"a": "b"}}', '"x"'])
def test_digests_are_an_object_of_hashes(digests: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        sql(
            "SELECT ledger_append(%s, 'a', 'house', NULL, 'b', %s, %s::jsonb)",
            [uuid4(), uuid4(), digests],
        )


@pytest.mark.django_db
def test_words_and_texts_are_refused_before_the_database() -> None:
    workspace = uuid4()
    with pytest.raises(Invalid):
        actions.append(
            workspace,
            "post.made",
            actor_kind="person",
            actor_id=uuid4(),
            subject_kind="post",
            subject_id=uuid4(),
            digests={"text": "Marit was here"},
        )
    assert queries.state(workspace).seq == 0


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_the_transaction_of_its_deed() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append_some(uuid4(), 1)


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_back_leaves_no_gap() -> None:
    workspace = uuid4()
    with transaction.atomic():
        append_some(workspace, 2)
    with transaction.atomic():
        append_some(workspace, 2)
        transaction.set_rollback(True)
    with transaction.atomic():
        append_some(workspace, 1)
    assert [entry.seq for entry in queries.entries(workspace)] == [1, 2, 3]
    assert queries.broken_at(workspace) is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sizes", [(1,), (1, 7), (20,)])
def test_writers_at_once_keep_one_chain(sizes: tuple[int, ...]) -> None:
    workspace, rounds, writers = uuid4(), 8, 6
    failures = write_at_once(workspace, sizes=sizes, rounds=rounds, writers=writers)
    assert failures == []
    total = sum(sizes) * rounds * writers
    assert queries.state(workspace)[0] == total
    assert queries.broken_at(workspace) is None
    assert queries.entries(workspace).count() == total


def write_at_once(
    workspace: UUID, *, sizes: tuple[int, ...], rounds: int, writers: int
) -> list[Exception]:
    failures: list[Exception] = []
    start = threading.Barrier(writers)

    def write() -> None:
        try:
            start.wait()
            for _ in range(rounds):
                with transaction.atomic():
                    for size in sizes:
                        append_some(workspace, size)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.mark.django_db
@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE ledger_entry SET kind = 'post.unmade' WHERE workspace_id = %s AND seq = 2",
        "DELETE FROM ledger_entry WHERE workspace_id = %s AND seq = 2",
        "DELETE FROM ledger_entry WHERE workspace_id = %s AND seq = 4",
        "UPDATE ledger_chain SET seq = 5 WHERE workspace_id = %s",
        "UPDATE ledger_entry SET prev_hash = repeat('a', 64) WHERE workspace_id = %s AND seq = 3",
    ],
)
def test_tampering_past_the_guards_is_found(tampering: str) -> None:
    workspace = uuid4()
    append_some(workspace, 4)
    sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
    sql("ALTER TABLE ledger_chain DISABLE TRIGGER USER")
    sql(tampering, [workspace])
    assert queries.broken_at(workspace) is not None


@pytest.mark.django_db
def test_a_lost_end_shows_at_once() -> None:
    workspace = uuid4()
    append_some(workspace, 4)
    sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
    sql("DELETE FROM ledger_entry WHERE workspace_id = %s AND seq = 4", [workspace])
    assert not queries.state(workspace).ok
    assert Chain.objects.get(workspace_id=workspace).seq == 4
