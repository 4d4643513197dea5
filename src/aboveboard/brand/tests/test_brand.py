"""Brands, their policy, voice and channels: through the actions, on real rows."""

from collections.abc import Callable
from uuid import UUID

import pytest
from tests.builders import House, make_member, make_workspace
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.brand import actions, queries
from aboveboard.brand.errors import NameTaken, NoSuchBrand
from aboveboard.brand.models import Brand, PolicyVersion
from aboveboard.brand.rules import Allowance, Look, Policy, Severity, Task
from aboveboard.kernel.errors import AboveboardError, Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.people.actors import Actor


@pytest.fixture
def house(db: None) -> House:
    return make_workspace()


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def test_a_brand_comes_with_its_site(house: House) -> None:
    brand = actions.create_brand(
        house.actor, name=" Brackwater\0  Saltworks ", about="Salt.\0", zone="Europe/Amsterdam"
    )
    assert (brand.name, brand.slug, brand.about) == (
        "Brackwater Saltworks",
        "brackwater-saltworks",
        "Salt.",
    )
    site = queries.channels(brand.id).get()
    assert (site.network, site.handle) == ("site", brand.slug)
    assert site.server.endswith(f"/s/{brand.slug}")
    assert queries.policy_of(brand) == Policy()
    assert queries.look_of(brand) == Look()
    assert [e.kind for e in entries(house.workspace.id)] == ["brand.created"]


def test_names_and_slugs_collide_kindly(house: House) -> None:
    first = actions.create_brand(house.actor, name="Só & Sel")
    each_refused(NameTaken, lambda: actions.create_brand(house.actor, name="Só & Sel"))
    second = actions.create_brand(house.actor, name="So Sel")
    third = actions.create_brand(make_workspace().actor, name="Só & Sel")
    assert first.slug == "so-sel"
    assert len({first.slug, second.slug, third.slug}) == 3
    assert actions.create_brand(house.actor, name="塩").slug == "brand"
    assert len(actions.create_brand(house.actor, name="x" * 120).slug) <= 60
    each_refused(NameTaken, lambda: _rename(house.actor, second.id, "Só & Sel"))
    assert queries.brand_named(house.actor, "so-sel") == first
    assert queries.brand_named(house.actor, "So Sel\0") == second
    each_refused(NoSuchBrand, lambda: queries.brand_named(house.actor, "Nobody"))


def _rename(actor: Actor, brand_id: UUID, name: str) -> Brand:
    return actions.change_brand(
        actor, brand_id, name=name, about="", language="en", zone="UTC", look=Look()
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda who: actions.create_brand(who, name=""),
        lambda who: actions.create_brand(who, name=" \0\n"),
        lambda who: actions.create_brand(who, name="x" * 1_000_000),
        lambda who: actions.create_brand(who, name="x", about="y" * 1_000_000),
        lambda who: actions.create_brand(who, name="x", language="pt"),
        lambda who: actions.create_brand(who, name="x", language=""),
        lambda who: actions.create_brand(who, name="x", zone="Europe/Amsterdm"),
        lambda who: actions.create_brand(who, name="x", zone="\0"),
    ],
)
def test_what_a_brand_cannot_be(house: House, make: Callable[[Actor], Brand]) -> None:
    each_refused(Invalid, lambda: make(house.actor))
    assert not Brand.objects.exists()


def test_policies_have_versions(desk: Desk) -> None:
    before = Policy()
    after = Policy(label_from=5, ai={Task.DRAFT: Allowance.NEVER}, guards={"link": Severity.OFF})
    brand = actions.set_policy(desk.actor, desk.brand.id, after)
    assert queries.policy_of(Brand.objects.get(pk=brand.pk)) == after
    # What is not told keeps the house's rule.
    assert after.allows(Task.REPLY) is Allowance.NEVER
    assert after.allows(Task.REWRITE) is Allowance.ASSIST
    versions = list(PolicyVersion.objects.filter(brand=brand))
    assert [Policy.model_validate(v.policy) for v in versions] == [before, after]
    assert versions[0].digest != versions[1].digest
    assert [e.kind for e in entries(desk.actor.workspace_id)][-1] == "policy.set"


@pytest.mark.parametrize(
    "policy",
    [
        {"label_from": 0},
        {"label_from": 51},
        {"approvers": []},
        {"approvers": ["viewer"]},
        {"approvers": ["creator"]},
        {"ai": {"draft": "always"}},
        {"ai": {"dream": "never"}},
        {"guards": {"\0": "warn"}},
        {"guards": {"x" * 41: "warn"}},
        {"guards": {"link": "maybe"}},
        {"anything": 1},
    ],
)
def test_what_no_policy_can_say(policy: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Policy"):
        Policy.model_validate(policy)


def test_voice(desk: Desk) -> None:
    sample = actions.add_voice(desk.actor, desk.brand.id, name="a\0 post", text=" We rake.\0 ")
    assert (sample.name, sample.text) == ("a post", "We rake.")
    each_refused(
        Invalid,
        lambda: actions.add_voice(desk.actor, desk.brand.id, name="x", text=" \0"),
        lambda: actions.add_voice(desk.actor, desk.brand.id, name="x", text="y" * 1_000_000),
    )
    actions.remove_voice(desk.actor, sample.id)
    each_refused(NotFound, lambda: actions.remove_voice(desk.actor, sample.id))
    assert not queries.voice(desk.brand.id).exists()


def test_channels(desk: Desk) -> None:
    made = desk.channel("bluesky", "Our\0  Blue")
    assert made.name == "Our Blue"
    each_refused(NameTaken, lambda: desk.channel("mastodon", "Our Blue"))
    each_refused(
        Invalid, lambda: desk.channel("mastodon", " \0"), lambda: desk.channel("x", "y" * 121)
    )
    # What a server says of an account is data, however odd.
    actions.refresh_channel(
        made.id,
        remote_id="1\0",
        handle="h" * 500,
        display_name="Salt\0\n\u202eworks",
        limits={"text": 500},
    )
    made.refresh_from_db()
    assert (made.remote_id, len(made.handle), made.display_name) == ("1", 200, "Salt works")
    actions.remove_channel(desk.actor, made.id)
    each_refused(
        NotFound,
        lambda: actions.remove_channel(desk.actor, made.id),
        lambda: queries.channel(desk.actor, made.id),
    )
    # The name is free again.
    assert desk.channel("bluesky", "Our Blue") != made


def test_rights(desk: Desk) -> None:
    sample = actions.add_voice(desk.actor, desk.brand.id, name="x", text="y")
    source = actions.add_source(desk.actor, desk.brand.id, name="a.md", data=b"Salt.\n")
    by_managers: list[Callable[[Actor], object]] = [
        lambda who: actions.create_brand(who, name="Another"),
        lambda who: _rename(who, desk.brand.id, "Another"),
        lambda who: actions.set_policy(who, desk.brand.id, Policy()),
        lambda who: actions.add_voice(who, desk.brand.id, name="x", text="y"),
        lambda who: actions.remove_voice(who, sample.id),
        lambda who: actions.remove_channel(who, desk.site.id),
        lambda who: actions.add_channel(
            who, desk.brand.id, network="bluesky", name="B", server="", handle=""
        ),
    ]
    by_writers: list[Callable[[Actor], object]] = [
        lambda who: actions.add_source(who, desk.brand.id, name="b.md", data=b"Salt.\n"),
        lambda who: actions.remove_source(who, source.id),
    ]
    creator, agent = make_member(desk.house, "creator"), desk.house.agent()
    for act in by_managers:
        each_refused(Forbidden, lambda a=act: a(creator), lambda a=act: a(agent))  # type: ignore[misc]
    for act in (*by_managers, *by_writers):
        for role in ("viewer", "approver", "client"):
            who = make_member(desk.house, role)
            each_refused(Forbidden, lambda a=act, w=who: a(w))  # type: ignore[misc]
    for act in by_writers:
        act(creator)


def test_another_workspace_sees_and_changes_nothing(desk: Desk) -> None:
    sample = actions.add_voice(desk.actor, desk.brand.id, name="x", text="y")
    source = actions.add_source(desk.actor, desk.brand.id, name="a.md", data=b"Salt.\n")
    stranger = make_workspace().actor
    assert not queries.brands(stranger).exists()
    kinds: list[type[AboveboardError]] = [NotFound]
    for kind in kinds:
        each_refused(
            kind,
            lambda: queries.brand(stranger, desk.brand.id),
            lambda: queries.brand_named(stranger, desk.brand.name),
            lambda: queries.channel(stranger, desk.site.id),
            lambda: queries.source(stranger, source.id),
            lambda: queries.voice_sample(stranger, sample.id),
            lambda: _rename(stranger, desk.brand.id, "Mine"),
            lambda: actions.set_policy(stranger, desk.brand.id, Policy()),
            lambda: actions.add_source(stranger, desk.brand.id, name="b.md", data=b"x\n"),
            lambda: actions.remove_source(stranger, source.id),
            lambda: actions.add_voice(stranger, desk.brand.id, name="x", text="y"),
            lambda: actions.remove_voice(stranger, sample.id),
            lambda: actions.remove_channel(stranger, desk.site.id),
            lambda: actions.begin_upload(stranger, desk.brand.id, name="b.md", data=b"x\n"),
        )


@pytest.mark.django_db(transaction=True)
def test_many_brands_of_one_name_at_once() -> None:
    house = make_workspace()
    outcomes = at_once(*[lambda: actions.create_brand(house.actor, name="Salt")] * 4)
    assert outcomes == ["done", "nametaken", "nametaken", "nametaken"]
    assert Brand.objects.count() == 1
