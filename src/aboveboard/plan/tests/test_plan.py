"""Campaigns, briefs and posts with their times: through the actions, on real rows."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import make_member, make_workspace
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.models import Fact
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.people.actors import Actor
from aboveboard.plan import actions, queries, rules
from aboveboard.plan.actions import BriefFields
from aboveboard.plan.errors import KeyUsed
from aboveboard.plan.models import Post

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
_t = datetime.fromisoformat


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


# -- campaigns and briefs -------------------------------------------------------------------------


def test_a_campaign_gives_its_links_a_name(desk: Desk) -> None:
    made = actions.create_campaign(
        desk.actor,
        desk.brand.id,
        name=" Été \n 2026! ",
        goal="Fill the hall.",
        starts_on=date(2026, 6, 1),
        ends_on=date(2026, 6, 1),
    )
    assert (made.name, made.utm) == ("Été 2026!", "ete-2026")
    assert actions.create_campaign(desk.actor, desk.brand.id, name="夏").utm == "campaign"
    with pytest.raises(Conflict, match="Choose another name"):
        actions.create_campaign(desk.actor, desk.brand.id, name="Été 2026!")
    with pytest.raises(Invalid, match="ends before it starts"):
        actions.create_campaign(
            desk.actor,
            desk.brand.id,
            name="Back",
            starts_on=date(2026, 6, 2),
            ends_on=date(2026, 6, 1),
        )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"messages": ("", " \n\t", "\0")},
        {"goal": "\0 "},
        {"tags": ("salt",), "link": "https://saltworks.example"},
    ],
)
def test_an_empty_brief_is_refused(desk: Desk, fields: dict[str, Any]) -> None:
    with pytest.raises(Invalid, match="says nothing yet") as raised:
        actions.create_brief(desk.actor, desk.brand.id, BriefFields(title="Empty", **fields))
    assert raised.value.mend
    assert not queries.briefs(desk.brand.id).exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": " "}, "no title"),
        ({"title": "x" * 1_000_000}, "160 is the most"),
        ({"goal": "x" * 1_000_000}, "5,000 is the most"),
        ({"messages": ("x",) * 31}, "30 is the most"),
        ({"messages": ("x" * 5_001,)}, "5,000 is the most"),
        ({"link": "ftp://x.example"}, "not a web address"),
        ({"link": "https://x.example/" + "y" * 1_000}, "1,000 is the most"),
        ({"tags": ["x" * 101]}, "at most 30 tags"),
        ({"tags": [f"t{n}" for n in range(31)]}, "at most 30 tags"),
        ({"language": "xx\0"}, "not one of our languages"),
        ({"starts_on": date(2026, 6, 2), "ends_on": date(2026, 6, 1)}, "ends before"),
        ({"stock": -1}, "whole number"),
        ({"stock": 10**12}, "whole number"),
    ],
)
def test_what_a_brief_cannot_hold(desk: Desk, fields: dict[str, Any], words: str) -> None:
    told: dict[str, Any] = {"title": "Opening", "goal": "Fill the hall.", **fields}
    with pytest.raises(Invalid, match=words):
        actions.create_brief(desk.actor, desk.brand.id, BriefFields(**told))


def test_a_brief_is_cleaned_and_changed(desk: Desk) -> None:
    brief = desk.brief(
        title="Open\0ing",
        messages=("We\r\nopen.", "", "\u202eCome.\u202c"),
        tags=("#salt", "salt", " sea  salt ", "#", "\0"),
        link=" HTTPS://Saltworks.example ",
    )
    assert (brief.title, brief.messages) == ("Opening", ["We\nopen.", "Come."])
    assert (brief.tags, brief.link) == (["salt", "sea salt"], "https://saltworks.example")
    actions.change_brief(desk.actor, brief.id, BriefFields(title="Closing", ask="Come."))
    again = queries.brief(desk.actor, brief.id)
    assert (again.title, again.messages, again.ask, again.tags) == ("Closing", [], "Come.", [])
    assert not again.channels.exists()
    # A change that is refused changes nothing, of the links between rows neither.
    with pytest.raises(Invalid):
        actions.change_brief(
            desk.actor, brief.id, BriefFields(title="Empty", channels=(desk.site.id,))
        )
    assert queries.brief(desk.actor, brief.id).title == "Closing"
    assert not again.channels.exists()


def test_what_is_left_is_as_old_as_it_was_entered(desk: Desk) -> None:
    day = datetime(2026, 11, 1, 9, tzinfo=UTC)

    def on(days: int, **fields: Any) -> tuple[int | None, datetime | None]:
        with time_machine.travel(day + timedelta(days=days), tick=False):
            told = BriefFields(title="Opening", goal="Fill the hall.", **fields)
            again = actions.change_brief(desk.actor, brief.id, told)
        return again.stock, again.stock_at

    brief = desk.brief()
    assert (brief.stock, brief.stock_at) == (None, None)
    assert on(0, stock=0) == (0, day)
    assert on(3, stock=0) == (0, day)
    assert on(4, stock=12) == (12, day + timedelta(days=4))
    assert on(5) == (None, None)


def test_facts_and_channels_of_another_brand_are_left_out(desk: Desk) -> None:
    other = brand_actions.create_brand(desk.actor, name="Another")
    ours, theirs = (
        brand_actions.add_source(desk.actor, brand.id, name="p.csv", data=b"tin\n6 EUR\n")
        for brand in (desk.brand, other)
    )
    facts = [Fact.objects.filter(passage__source=source)[0] for source in (ours, theirs)]
    gone = desk.channel("bluesky")
    brand_actions.remove_channel(desk.actor, gone.id)
    brief = desk.brief(
        facts=[fact.id for fact in facts],
        channels=[desk.site.id, other.channels.get().id, gone.id],
    )
    assert list(brief.facts.all()) == facts[:1]
    assert list(brief.channels.all()) == [desk.site]
    with pytest.raises(Invalid, match="says nothing yet"):
        desk.brief(facts=[facts[1].id])


def test_a_campaign_of_another_brand_is_refused(desk: Desk) -> None:
    other = brand_actions.create_brand(desk.actor, name="Another")
    theirs = actions.create_campaign(desk.actor, other.id, name="Theirs")
    brief = actions.create_brief(desk.actor, other.id, BriefFields(title="T", goal="G"))
    post = desk.post()
    each_refused(
        Invalid,
        lambda: desk.brief(campaign=theirs.id),
        lambda: actions.create_post(desk.actor, desk.brand.id, title="x", campaign=theirs),
        lambda: actions.create_post(desk.actor, desk.brand.id, title="x", brief=brief),
        lambda: actions.rename_post(desk.actor, post.id, "x", campaign=theirs.id),
        words="another brand",
    )
    post.refresh_from_db()
    assert (post.title, post.campaign) == ("A tide table", None)


# -- times ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "at", "moment"),
    [
        ("", "2026-03-28T09:00", "2026-03-28T08:00+00:00"),
        ("", "2026-03-30T09:00", "2026-03-30T07:00+00:00"),
        ("America/New_York", "2026-03-30T09:00", "2026-03-30T13:00+00:00"),
        ("", "2026-03-30T09:00+02:00", "2026-03-30T07:00+00:00"),
        ("UTC", "2026-03-30T09:00-05:00", "2026-03-30T14:00+00:00"),
    ],
)
def test_a_time_stands_for_a_moment(desk: Desk, zone: str, at: str, moment: str) -> None:
    with time_machine.travel(NOW, tick=False):
        post = actions.create_post(desk.actor, desk.brand.id, title="x", at=_t(at), zone=zone)
    post.refresh_from_db()
    assert post.at == _t(moment)
    assert post.zone == (zone or "Europe/Amsterdam")
    assert post.wall
    if not _t(at).tzinfo:
        assert datetime.combine(*post.wall) == _t(at)


@pytest.mark.parametrize(
    ("at", "zone", "code"),
    [
        ("2026-03-29T02:30", "", "skipped_time"),
        ("2026-10-25T02:30", "", "double_time"),
        ("2026-03-01T12:30", "", "past"),
        ("2026-03-01T11:57+00:00", "", "past"),
        ("0001-01-01T00:00", "Asia/Tokyo", "day"),
        ("9999-12-31T23:59:59+00:00", "Asia/Tokyo", "day"),
        ("9999-12-31T23:59:59-08:00", "UTC", "day"),
        ("2026-05-01T09:00", "Europe/Amsterdm", "zone"),
    ],
)
def test_a_time_that_cannot_be(desk: Desk, at: str, zone: str, code: str) -> None:
    with time_machine.travel(NOW, tick=False):
        post = desk.post()
        errors = each_refused(
            Invalid,
            lambda: actions.create_post(desk.actor, desk.brand.id, title="x", at=_t(at), zone=zone),
            lambda: actions.move_post(desk.actor, post.id, _t(at), zone=zone),
        )
        assert {error.code for error in errors} == {code}
    post.refresh_from_db()
    assert (post.at, post.zone) == (None, "Europe/Amsterdam")
    assert desk.brand.posts.count() == 1


def test_the_second_showing_of_an_hour(desk: Desk) -> None:
    with time_machine.travel(NOW, tick=False):
        post = desk.post(at=_t("2026-10-25T02:30").replace(fold=1))
        assert post.at == _t("2026-10-25T01:30+00:00")
        assert (str(post.clock), post.second) == ("02:30:00", True)
        # The same from an aware moment; and a plain time is never a second one.
        moved = actions.move_post(desk.actor, post.id, _t("2026-10-25T00:30+00:00"))
        assert (str(moved.clock), moved.second) == ("02:30:00", False)
        plain = desk.post(at=_t("2026-05-01T09:00").replace(fold=1))
        assert plain.second is False


def test_moving_a_post(desk: Desk) -> None:
    with time_machine.travel(NOW, tick=False):
        post = desk.post(at=_t("2026-05-01T09:00"))
        before = len(list(entries(desk.actor.workspace_id)))
        same = actions.move_post(desk.actor, post.id, _t("2026-05-01T09:00"))
        assert len(list(entries(desk.actor.workspace_id))) == before
        # The same moment told by another clock is kept as it was told.
        told = actions.move_post(
            desk.actor, post.id, _t("2026-05-01T03:00"), zone="America/New_York"
        )
        told.refresh_from_db()
        assert (told.at, told.zone, str(told.clock)) == (same.at, "America/New_York", "03:00:00")
        gone = actions.move_post(desk.actor, post.id, None)
        gone.refresh_from_db()
        assert (gone.at, gone.day, gone.clock, gone.wall) == (None, None, None, None)
        kinds = [e.kind for e in entries(desk.actor.workspace_id)][before:]
        assert kinds == ["post.moved", "post.moved"]


@given(st.datetimes(), st.datetimes(), st.integers(-14, 14))
def test_what_has_passed(at: datetime, now: datetime, offset: int) -> None:
    now = now.replace(tzinfo=UTC)
    at = at.replace(tzinfo=timezone(timedelta(hours=offset)))
    late = (now - at).total_seconds() > rules.GRACE.total_seconds()
    try:
        rules.not_past(at, now, "It")
    except Invalid:
        assert late
    else:
        assert not late


# -- posts ----------------------------------------------------------------------------------------


def test_a_key_makes_one_post(desk: Desk) -> None:
    def make(digest: str, key: str = " k1 ") -> Post:
        return actions.create_post(desk.actor, desk.brand.id, title="x", key=key, key_digest=digest)

    first = make("a")
    assert make("a") == first
    assert make("a", "k1\0") == first
    assert make("a", "k2") != first
    with pytest.raises(KeyUsed, match="k1"):
        make("b")
    with pytest.raises(Invalid, match="200 is the most"):
        make("a", "k" * 201)
    # No key, no idempotency; another brand, another key.
    assert make("a", "") != make("a", " ")
    other = brand_actions.create_brand(desk.actor, name="Another")
    theirs = actions.create_post(desk.actor, other.id, title="x", key="k1", key_digest="b")
    assert theirs != first


@pytest.mark.django_db(transaction=True)
def test_a_key_makes_one_post_for_many_at_once() -> None:
    desk = open_desk()

    def make(digest: str) -> Post:
        return actions.create_post(desk.actor, desk.brand.id, title="x", key="k", key_digest=digest)

    assert at_once(*[lambda: make("a")] * 6) == ["done"] * 6
    assert at_once(lambda: make("a"), lambda: make("b")) == ["done", "key_used"]
    assert desk.brand.posts.count() == 1
    assert [e.kind for e in entries(desk.actor.workspace_id)].count("post.created") == 1


def test_renaming_and_removing(desk: Desk) -> None:
    post = desk.post()
    campaign = actions.create_campaign(desk.actor, desk.brand.id, name="Summer")
    actions.rename_post(desk.actor, post.id, " A  table\n of tides ", campaign=campaign.id)
    renamed = queries.post(desk.actor, post.id)
    assert (renamed.title, renamed.campaign) == ("A table of tides", campaign)
    assert actions.rename_post(desk.actor, post.id, "Tides").campaign == campaign
    assert queries.campaigns(desk.brand.id)[0].post_count == 1  # type: ignore[attr-defined]
    with pytest.raises(Invalid):
        actions.rename_post(desk.actor, post.id, "\0")
    actions.remove_post(desk.actor, post.id)
    assert queries.campaigns(desk.brand.id)[0].post_count == 0  # type: ignore[attr-defined]
    assert not queries.posts(desk.brand.id).exists()
    each_refused(
        NotFound,
        lambda: actions.remove_post(desk.actor, post.id),
        lambda: actions.rename_post(desk.actor, post.id, "x"),
        lambda: actions.move_post(desk.actor, post.id, None),
    )


def test_rights(desk: Desk) -> None:
    post, brief = desk.post(), desk.brief()
    fields = BriefFields(title="x", goal="y")
    acts: list[Callable[[Actor], object]] = [
        lambda who: actions.create_campaign(who, desk.brand.id, name=f"{who.role}"),
        lambda who: actions.create_brief(who, desk.brand.id, fields),
        lambda who: actions.change_brief(who, brief.id, fields),
        lambda who: actions.create_post(who, desk.brand.id, title="x"),
        lambda who: actions.rename_post(who, post.id, "x"),
        lambda who: actions.move_post(who, post.id, None),
    ]
    for role in ("creator", "manager"):
        for act in acts:
            act(make_member(desk.house, role))
    acts.append(lambda who: actions.remove_post(who, post.id))
    for role in ("viewer", "approver", "client"):
        for act in acts:
            with pytest.raises(Forbidden):
                act(make_member(desk.house, role))
    actions.remove_post(make_member(desk.house, "creator"), post.id)


def test_another_workspace_sees_nothing(desk: Desk) -> None:
    post, brief = desk.post(), desk.brief()
    campaign = actions.create_campaign(desk.actor, desk.brand.id, name="Summer")
    stranger = make_workspace().actor
    fields = BriefFields(title="x", goal="y")
    each_refused(
        NotFound,
        lambda: queries.post(stranger, post.id),
        lambda: queries.brief(stranger, brief.id),
        lambda: queries.campaign(stranger, campaign.id),
        lambda: actions.create_campaign(stranger, desk.brand.id, name="x"),
        lambda: actions.create_brief(stranger, desk.brand.id, fields),
        lambda: actions.change_brief(stranger, brief.id, fields),
        lambda: actions.create_post(stranger, desk.brand.id, title="x"),
        lambda: actions.rename_post(stranger, post.id, "x"),
        lambda: actions.move_post(stranger, post.id, None),
        lambda: actions.remove_post(stranger, post.id),
        lambda: queries.post(desk.actor, UUID(int=0)),
    )
