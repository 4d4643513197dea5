"""The demo brand: loaded whole, honest about being one, and quiet for days afterwards."""

import socket
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from tests.builders import make_approved, make_brand, make_channel, make_member, make_workspace

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.check.models import Finding
from aboveboard.create.actions.signing import identity_of
from aboveboard.create.models import Asset, Revision, Suggestion
from aboveboard.demo import pictures, script
from aboveboard.demo.load import load_demo
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.ledger import queries as ledger
from aboveboard.ledger.models import Entry
from aboveboard.measure import actions as measuring
from aboveboard.measure import queries as measure
from aboveboard.measure.models import Reading
from aboveboard.measure.past import record_numbers
from aboveboard.people.actors import Actor
from aboveboard.people.invented import invented_member
from aboveboard.people.models import Membership
from aboveboard.people.rules import Role
from aboveboard.publish import queries as published
from aboveboard.publish import standing
from aboveboard.publish.models import Connection, Delivery, State
from aboveboard.publish.past import Past, record_past
from aboveboard.review.models import Approval

STATES = {"draft", "in_review", "sent_back", "waiting", "sent", "unknown", "refused", "held"}


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Actor, Brand]]:
    """One demo for all tests of this module: they only read it, or take back what they change."""
    before = settings.MEDIA_ROOT
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock():
        house = make_workspace("A studio")
        yield house.actor, load_demo(house.actor)
        # It was committed; other tests begin with empty tables.
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    settings.MEDIA_ROOT = before


def _posts(brand: Brand) -> list[standing.Standpoint]:
    now, month = clock.now(), timedelta(days=40)
    return standing.between(brand.id, now - month, now + month) + standing.undated(brand.id)


@pytest.mark.django_db
def test_every_state_and_every_kind_of_origin_is_there(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    posts = _posts(brand)
    assert len(posts) == len(script.posts())
    assert {variant.state for post in posts for variant in post.variants} == STATES
    kinds = {
        passage.origin.kind
        for revision in Revision.objects.filter(variant__post__brand=brand)
        for passage in revision.written
    }
    assert kinds == {"person", "model", "template", "pasted", "import"}
    assert {post.language for post in posts} == {"en", "nl", "de", "hu"}
    days = Counter(post.at.date() for post in posts if post.at)
    assert max(days.values()) == 15


@pytest.mark.django_db
def test_it_lies_around_today(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    now = clock.now()
    times = [post.at for post in _posts(brand) if post.at]
    assert timedelta(days=24) < now - min(times) < timedelta(days=26)
    assert timedelta(days=13) < max(times) - now < timedelta(days=15)
    sent = Delivery.objects.filter(channel__brand=brand, state=State.SENT)
    assert all(one.sent_at and one.sent_at < now for one in sent)
    waiting = Delivery.objects.filter(channel__brand=brand, state=State.WAITING)
    assert all(one.at > now for one in waiting)


@pytest.mark.django_db
def test_it_says_that_it_is_a_demo_and_whom_nobody_is(loaded: tuple[Actor, Brand]) -> None:
    actor, brand = loaded
    assert brand.demo
    cast = Membership.objects.filter(
        workspace_id=actor.workspace_id, user__email__endswith="@brackwater.example"
    )
    roles = {member.user.name: member.role for member in cast.select_related("user")}
    assert roles == {"Marit Veen": "manager", "Jonas": "creator", "Femke": "approver"}
    assert not any(member.user.has_usable_password() for member in cast)


@pytest.mark.django_db
def test_again_it_is_the_same(loaded: tuple[Actor, Brand]) -> None:
    actor, brand = loaded
    before = Entry.objects.filter(workspace_id=actor.workspace_id).count()
    assert load_demo(actor) == brand
    assert Brand.objects.filter(workspace_id=actor.workspace_id).count() == 1
    assert Entry.objects.filter(workspace_id=actor.workspace_id).count() == before


@pytest.mark.django_db
def test_the_record_holds_and_marks_where_the_invention_begins(
    loaded: tuple[Actor, Brand],
) -> None:
    actor, _brand = loaded
    assert ledger.broken_at(actor.workspace_id) is None
    entries = list(Entry.objects.filter(workspace_id=actor.workspace_id))
    begun, ended = (
        next(n for n, entry in enumerate(entries) if entry.kind == kind)
        for kind in ("demo.begun", "demo.loaded")
    )
    assert ended == len(entries) - 1
    assert {entry.actor_id for entry in entries[: begun + 1]} == {actor.user_id}
    assert entries[ended].at - entries[begun].at < timedelta(minutes=2)
    told = [entry.at for entry in entries[begun + 6 : ended]]
    assert told == sorted(told), "what is told happens in the order of time"
    assert clock.now() - told[0] > timedelta(days=28)


@pytest.mark.django_db
def test_every_post_that_went_out_was_approved_before(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    out = Delivery.objects.filter(channel__brand=brand, state=State.SENT)
    assert len(out) > 45
    for delivery in out.select_related("approval__by"):
        assert delivery.sent_at
        assert delivery.approval.at < delivery.sent_at
        assert delivery.approval.digest == delivery.digest
    assert {a.by.name for a in Approval.objects.filter(variant__post__brand=brand)} == {"Femke"}


@pytest.mark.django_db
def test_a_models_number_that_nobody_gave_blocks(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    blocking = Finding.objects.filter(variant__post__brand=brand, state="open", severity="block")
    held = {finding.variant.post.title for finding in blocking}
    assert held == {"Refill tins are back", "Seawater, without a hurry"}
    assert all("3,300" in finding.words for finding in blocking)


@pytest.mark.django_db
def test_numbers_grow_and_clicks_are_counted(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    tins = next(post for post in _posts(brand) if post.title == "Tins: what we changed")
    told = measure.numbers_of_post(tins.id)
    assert (told.total.likes, told.total.clicks) == (148, 164)
    replies = [point.value for point in measure.curve(tins.id, "replies")]
    assert replies == sorted(replies)
    assert 0 < replies[0] < replies[-1] == told.total.replies
    assert measure.curve(tins.id, "clicks")[-1].value == 164
    assert measure.middle_curve(brand.id, "likes", without=tins.id)


@pytest.mark.django_db
def test_suggestions_wait_and_pictures_are_there(loaded: tuple[Actor, Brand]) -> None:
    _actor, brand = loaded
    waiting = Suggestion.objects.filter(variant__post__brand=brand, state="open")
    assert waiting.count() == 2
    assets = Asset.objects.filter(brand=brand)
    assert {asset.name for asset in assets} == {f"{name}.png" for name in pictures.ALT}
    assert all(asset.alt and default_storage.exists(str(asset.file.name)) for asset in assets)


@pytest.mark.django_db
def test_nobody_is_ever_asked_for_its_invented_accounts(
    loaded: tuple[Actor, Brand], monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, brand = loaded
    assert not Connection.objects.filter(channel__brand=brand).exists()
    measuring.take_in()

    def refuse(*_arguments: object) -> None:
        raise AssertionError("The demo made a request.")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    due = Reading.objects.filter(delivery__channel__brand=brand, next_at__isnull=False)
    assert {reading.delivery.channel.network for reading in due} == {"site"}
    # What waits for the worker goes to the brand's own page, for which no request is made.
    moving = Delivery.objects.filter(channel__brand=brand, next_at__isnull=False)
    assert {one.channel.network for one in moving} == {"site"}
    assert len(published.needs_person(actor.workspace_id)) == 4


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    "moment",
    [
        datetime.fromisoformat(f"2027-{rest}+00:00")
        for rest in ("03-28T00:30:00", "10-31T01:30:00", "06-01T22:10:00", "01-01T00:00:30")
    ],
    ids=["clock goes forward", "clock goes back", "past midnight there", "new year"],
)
def test_it_can_be_loaded_at_any_moment(moment: datetime, tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    actor = make_workspace().actor
    # What signs is made today: credentials are held against the machine's own clock.
    identity_of(actor.workspace_id)
    with clock.as_of(moment):
        brand = load_demo(actor)
        assert len(_posts(brand)) == len(script.posts())
    sent = Delivery.objects.filter(channel__brand=brand, sent_at__gt=moment)
    assert not sent.exists()


@pytest.mark.django_db
def test_whoever_may_not_make_brands_may_not_load_it() -> None:
    actor = make_member(make_workspace(), "creator")
    with pytest.raises(Forbidden):
        load_demo(actor)
    assert not Brand.objects.filter(workspace_id=actor.workspace_id).exists()
    assert Membership.objects.filter(workspace_id=actor.workspace_id).count() == 2


@pytest.mark.django_db
def test_the_past_of_a_real_brand_is_not_told() -> None:
    house = make_workspace()
    brand = make_brand(house)
    variant = make_approved(house, make_channel(brand), "Real words.")
    with pytest.raises(NotFound):
        record_past(house.actor, variant.id, Past("sent"))
    with pytest.raises(NotFound):
        record_numbers(house.actor, variant.id, [])
    with pytest.raises(Forbidden, match="no demo"):
        brands.require_demo(brand)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "role"), [("marit@example.org", Role.creator), ("m@a.example", Role.owner)]
)
def test_a_member_whom_somebody_could_be_is_not_invented(email: str, role: Role) -> None:
    house = make_workspace()
    with pytest.raises(Invalid):
        invented_member(house.actor, email=email, name="Marit", role=role)
    assert Membership.objects.filter(workspace=house.workspace).count() == 1


@pytest.mark.parametrize("name", sorted(pictures.ALT))
def test_pictures_are_small(name: str) -> None:
    data = pictures.picture(name)
    assert data.startswith(b"\x89PNG")
    assert len(data) < 40_000
