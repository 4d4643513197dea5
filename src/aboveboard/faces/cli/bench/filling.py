"""Fills a scratch database with many posts, by COPY.

Ten thousand posts through the actions would take half an hour. These rows go around the
actions, never around the database's own guards, and only into a database that the bench made
and drops.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import psycopg
from django.db import connection
from psycopg import sql
from psycopg.types.json import Jsonb

from aboveboard.brand.models import Brand, Channel
from aboveboard.brand.queries import policy_of
from aboveboard.create.words.origins import Origin, Passage, Shares, text_of, to_json
from aboveboard.disclose.content import Content, with_label
from aboveboard.disclose.rules import label_for
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest
from aboveboard.kernel.ids import new_id
from aboveboard.people.models import User

Row = Mapping[str, object]
# Of ten posts: what becomes of each.
FATES = (
    "draft", "waiting", "in_review", "waiting", "draft",
    "waiting", "sent_back", "waiting", "waiting", "waiting",
)  # fmt: skip
_PEOPLE, _MODEL, _TEMPLATE = 61, 33, 6
# The order in which tables may be filled: each refers to those before it.
_TABLES = (
    "plan_post", "create_variant", "create_revision", "check_finding", "check_look",
    "review_round", "review_approval", "publish_delivery",
)  # fmt: skip


@dataclass
class _Rows:
    """The rows to be, by table."""

    by_table: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **row: object) -> None:
        self.by_table.setdefault(table, []).append(row)


@dataclass(frozen=True)
class Fill:
    """Where posts are put, and by whom."""

    brand: Brand
    channels: Sequence[Channel]
    user: User


def fill(place: Fill, times: Iterable[datetime]) -> UUID:
    """A post at each of these moments, in all states; returns one in the middle to be opened."""
    rows = _Rows()
    posts = [_post(rows, place, number, at) for number, at in enumerate(times)]
    _copy(rows.by_table)
    return posts[len(posts) // 2]


def spread(start: datetime, end: datetime, count: int) -> Iterator[datetime]:
    """So many moments of whole minutes, evenly between two."""
    step = (end - start) / count
    for number in range(count):
        yield (start + step * number).replace(second=0, microsecond=0)


def _post(rows: _Rows, place: Fill, number: int, at: datetime) -> UUID:
    brand, post, title = place.brand, new_id(), f"Number {number}: what the wind left in pan four"
    wall = clock.wall(at, brand.zone)
    made = clock.now() - timedelta(days=3)
    rows.add(
        "plan_post",
        id=post,
        title=title,
        language="en",
        day=wall.date(),
        clock=wall.time(),
        second=False,
        zone=brand.zone,
        at=at,
        key_digest="",
        created_at=made,
        brand_id=brand.pk,
        created_by_id=place.user.pk,
    )
    fate = FATES[number % len(FATES)]
    round_id = _round(rows, place, post, fate, made) if fate != "draft" else None
    for channel in place.channels[: 1 + number % len(place.channels)]:
        content = _variant(rows, place, post, channel, title=title, at=at, made=made)
        if fate == "waiting" and round_id:
            _approved(rows, place, content, round_id, at=at, made=made)
        elif number % 7 == 0:
            _finding(rows, content, made)
    return post


def _variant(
    rows: _Rows,
    place: Fill,
    post: UUID,
    channel: Channel,
    *,
    title: str,
    at: datetime,
    made: datetime,
) -> Content:
    variant, revision = new_id(), new_id()
    passages = _passages(title, str(place.user.pk))
    text = text_of(passages)
    stamp = digest({"text": text, "variant": str(variant)})
    rows.add(
        "create_variant",
        id=variant,
        language="en",
        created_at=made,
        channel_id=channel.pk,
        head_id=revision,
        post_id=post,
    )
    rows.add(
        "create_revision",
        id=revision,
        number=1,
        text=text,
        passages=Jsonb(to_json(passages)),
        media=Jsonb([]),
        digest=stamp,
        people_share=_PEOPLE,
        model_share=_MODEL,
        pasted_share=0,
        template_share=_TEMPLATE,
        actor_kind="person",
        what="typed",
        sealed=True,
        started_at=made,
        at=made,
        actor_id=place.user.pk,
        variant_id=variant,
    )
    shares = Shares(people=_PEOPLE, model=_MODEL, template=_TEMPLATE)
    label = label_for(shares, policy_of(place.brand), "en")
    return Content(
        variant=str(variant),
        channel=str(channel.pk),
        network=channel.network,
        language="en",
        title=title,
        at=at.isoformat(),
        parts=with_label((text,), label, native=False),
        pictures=(),
        label=label,
        native={},
        revision=stamp,
    )


def _passages(title: str, author: str) -> tuple[Passage, ...]:
    person, model = Origin(kind="person", by=author), Origin(kind="model", by="a model")
    return (
        Passage(text=f"{title}. We raked it before the coffee was ready, ", origin=person),
        Passage(text="and the flakes broke like thin ice on a ditch.", origin=model),
        Passage(text=" Come and see how it is made, or stay at home and salt.", origin=person),
        Passage(text="\n\n#salt", origin=Origin(kind="template")),
    )


def _round(rows: _Rows, place: Fill, post: UUID, fate: str, made: datetime) -> UUID:
    ident = new_id()
    state = {"in_review": "open", "sent_back": "sent_back"}.get(fate, "approved")
    rows.add(
        "review_round",
        id=ident,
        number=1,
        asked_at=made,
        note="",
        state=state,
        decided_at=None if state == "open" else made,
        asked_by_id=place.user.pk,
        post_id=post,
    )
    return ident


def _approved(
    rows: _Rows, place: Fill, content: Content, round_id: UUID, *, at: datetime, made: datetime
) -> None:
    approval = new_id()
    rows.add(
        "review_approval",
        id=approval,
        content=content.canonical,
        digest=content.digest,
        at=made,
        void_reason="",
        by_id=place.user.pk,
        variant_id=content.variant,
        round_id=round_id,
    )
    rows.add(
        "publish_delivery",
        id=new_id(),
        payload=content.canonical,
        digest=content.digest,
        parts=len(content.parts),
        at=at,
        state="waiting",
        why="",
        next_at=at,
        next_step="publish",
        next_part=0,
        tries=0,
        looks=0,
        absent=0,
        progress=Jsonb({}),
        created_at=made,
        approval_id=approval,
        channel_id=content.channel,
        variant_id=content.variant,
    )


def _finding(rows: _Rows, content: Content, made: datetime) -> None:
    words = "pan four"
    start = content.parts[0].find(words)
    rows.add(
        "check_finding",
        id=new_id(),
        mark=digest([content.variant, words]),
        code="ungrounded",
        severity="warn",
        start=start,
        end=start + len(words),
        words=words,
        message="four is neither in the brief nor in the knowledge.",
        evidence=Jsonb([]),
        rule="",
        state="open",
        reason="",
        found_at=made,
        variant_id=content.variant,
    )
    rows.add("check_look", variant_id=content.variant, digest=content.digest, guards=5, at=made)


def _copy(by_table: Mapping[str, Sequence[Row]]) -> None:
    """Everything in one transaction: a variant may name its revision before that is there."""
    connection.ensure_connection()
    raw = connection.connection
    assert isinstance(raw, psycopg.Connection)
    with raw.transaction(), raw.cursor() as cursor:
        for table in _TABLES:
            rows = by_table.get(table, ())
            if not rows:
                continue
            columns = sorted({name for row in rows for name in row})
            names = sql.SQL(", ").join(map(sql.Identifier, columns))
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
            with cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row([row.get(name) for name in columns])
    with raw.cursor() as cursor:
        cursor.execute("ANALYZE")
