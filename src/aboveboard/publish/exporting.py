"""Writing a brand's public record as a file: `disclose.record` says how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO

from django.db import transaction

from aboveboard.brand.models import Brand
from aboveboard.disclose.record import EntryRef, Header, Rules, Writer, chunks
from aboveboard.kernel import clock
from aboveboard.ledger import queries as ledger
from aboveboard.ledger.keys import public_hex, signing_key
from aboveboard.publish import published, record

# The rules that the public is told; what a brand's guards look at is its own.
_PUBLIC = {"ai", "approvers", "own_work", "label_from", "label_people", "jurisdictions"}


@dataclass(frozen=True)
class Exported:
    """How many posts were written, and the end of the ledger that they were held against."""

    posts: int
    seq: int
    ledger_hash: str


def export(
    brand: Brand, stream: TextIO, *, written: Callable[[int], None] = lambda posts: None
) -> Exported:
    """Write all that is out, oldest first, up to the present end of the ledger.

    `written` is told how many posts are, now and then.
    """
    key = signing_key()
    with transaction.atomic():
        end = ledger.state(brand.workspace_id)
        writer = Writer(key)
        header = Header(
            brand=str(brand.pk),
            name=brand.name,
            slug=brand.slug,
            demo=brand.demo,
            made_at=clock.now(),
            key=public_hex(key),
            seq=end.seq,
            ledger_hash=end.head_hash,
            last_call=_last_call(brand, end.seq),
        )
        stream.write(writer.line(header))
        for hashes in chunks(ledger.hashes_until(brand.workspace_id, end.seq)):
            stream.write(writer.line(hashes))
        for rules in _rules(brand):
            stream.write(writer.line(rules))
        count = 0
        rows = record.out(brand).select_related("variant__post").order_by("sent_at", "id")
        for post in published.everything(brand, rows.iterator(published.PAGE), until=end.seq):
            stream.write(writer.line(post))
            count += 1
            if count % published.PAGE == 0:
                written(count)
        stream.write(writer.end())
    return Exported(count, end.seq, end.head_hash)


def _rules(brand: Brand) -> Iterator[Rules]:
    for one in reversed(record.rules_over_time(brand)):
        yield Rules(since=one.since, policy=one.policy.model_dump(mode="json", include=_PUBLIC))


def _last_call(brand: Brand, until: int) -> EntryRef | None:
    """The last time that a model was asked for this brand, as far as the ledger tells."""
    last = (
        ledger.entries(brand.workspace_id, subject_id=brand.pk, kind="model.called")
        .filter(seq__lte=until)
        .last()
    )
    return published.ref(last) if last else None
