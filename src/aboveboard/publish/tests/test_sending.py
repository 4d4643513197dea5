"""From an approval to a post on a real server over HTTP, and every way it can go wrong there."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.builders import (
    House,
    delivery_of,
    make_approved,
    make_asset,
    make_channel,
    make_many_approved,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.create.actions import add_asset
from aboveboard.kernel import clock
from aboveboard.ledger.models import Entry
from aboveboard.media.tests.filming import film
from aboveboard.publish.models import Attempt, Connection, Delivery, SentPart
from aboveboard.publish.tests.running import engine, mastodon_channel, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def states() -> dict[str, int]:
    found: dict[str, int] = {}
    for state in Delivery.objects.values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found


def outcomes(step: str = "publish") -> list[str]:
    rows = Attempt.objects.filter(step=step).order_by("started_at")
    return list(rows.values_list("outcome", flat=True))


def until(**wanted: int) -> None:
    wait_for(lambda: states() == wanted)


def test_an_approved_post_goes_out_word_for_word(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    variant = make_approved(house, channel, "The pans are open.\n\nCome & see <salt>.")
    with engine():
        until(sent=1)
    (status,) = mastodon_server.statuses()
    assert status["content"] == "<p>The pans are open.</p><p>Come &amp; see &lt;salt&gt;.</p>"
    delivery = delivery_of(variant)
    assert delivery.sent_at
    assert [part.url for part in delivery.out.all()] == [status["url"]]
    assert outcomes() == ["done"]
    kinds = Entry.objects.filter(workspace_id=house.workspace.id).values_list("kind", flat=True)
    assert list(kinds) == ["delivery.sent"]


def test_nothing_goes_before_its_time(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    at = clock.now() + timedelta(seconds=1.5)
    variant = make_approved(house, channel, "Low tide at noon.", at=at)
    with engine():
        wait_for(lambda: states() == {"waiting": 1})
        until(sent=1)
    delivery = delivery_of(variant)
    assert delivery.sent_at
    assert timedelta() <= delivery.sent_at - at < timedelta(seconds=2)


def test_the_site_goes_the_same_way(house: House, brand: Brand) -> None:
    variant = make_approved(house, make_channel(brand), "On our own page.")
    with engine():
        until(sent=1)
    (part,) = delivery_of(variant).out.all()
    assert part.url.startswith("http://127.0.0.1:8000/b/saltworks/")


def test_a_thread_is_a_chain_of_replies(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    make_approved(house, channel, "One.\n---\nTwo.\n---\nThree.")
    with engine():
        until(sent=1)
    one, two, three = mastodon_server.statuses()
    assert [one["in_reply_to_id"], two["in_reply_to_id"], three["in_reply_to_id"]] == [
        None,
        one["id"],
        two["id"],
    ]
    assert outcomes() == ["done", "done", "done"]


@pytest.mark.parametrize("fault", ["drop_after", "half_after", "error_after", "hang_after"])
def test_a_lost_answer_is_read_back_not_repeated(
    fault: str, house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": [fault]})
    make_approved(house, channel, "Once.")
    with engine():
        until(sent=1)
    assert len(mastodon_server.statuses()) == mastodon_server.publishes() == 1
    assert outcomes() == ["found"]


@pytest.mark.parametrize("fault", ["drop_before", "error_before", "hang_before"])
def test_a_request_that_never_arrived_is_made_again_once_that_is_sure(
    fault: str, house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": [fault]})
    make_approved(house, channel, "Once.")
    with engine():
        until(sent=1)
    assert len(mastodon_server.statuses()) == 1
    assert outcomes() == ["absent", "done"]
    first, second = Attempt.objects.filter(step="publish").order_by("started_at")
    assert outcomes("look")[-2:] == ["absent", "absent"]
    # Two looks agree, and both began when the lost request could not take effect any more.
    late = Attempt.objects.filter(step="look").order_by("-started_at")[1]
    assert late.started_at - first.started_at >= timedelta(seconds=0.3)
    assert second.started_at > late.started_at


def test_an_answer_that_is_no_json_is_unknown_and_found(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": ["garbage_after"]})
    make_approved(house, channel, "Once.")
    with engine():
        until(sent=1)
    assert mastodon_server.publishes() == 1


def test_two_equal_texts_are_two_posts(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(
        idempotency=False, script={"publish": ["drop_after", "drop_before", "error_after", None]}
    )
    make_many_approved(house, channel, ["Open today."] * 4)
    with engine():
        until(sent=4)
    posts = {status["id"] for status in mastodon_server.statuses()}
    assert len(posts) == 4
    assert set(SentPart.objects.values_list("remote_id", flat=True)) == posts


def test_a_thread_goes_on_where_it_was_interrupted(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(
        idempotency=False, script={"publish": [None, "drop_after", "error_before", None]}
    )
    make_approved(house, channel, "One.\n---\nTwo.\n---\nThree.")
    with engine():
        until(sent=1)
    one, two, three = mastodon_server.statuses()
    assert two["in_reply_to_id"] == one["id"]
    assert three["in_reply_to_id"] == two["id"]


def test_uploads_may_be_repeated_and_the_post_is_not(
    house: House, brand: Brand, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(
        idempotency=False,
        script={"upload": [None, "error_before", "drop_after"], "publish": ["drop_after"]},
    )
    assets = [make_asset(brand), make_asset(brand, alt="A rake", colour="#884422")]
    make_approved(house, channel, "Two pictures.", assets=assets)
    with engine():
        until(sent=1)
    (status,) = mastodon_server.statuses()
    alts = [item["description"] for item in status["media_attachments"]]
    assert alts == ["A heap of salt", "A rake"]
    assert mastodon_server.publishes() == 1
    assert outcomes("upload").count("done") == 2


def test_a_video_of_the_library_goes_out(
    house: House,
    brand: Brand,
    channel: Channel,
    mastodon_server: LoopbackMastodon,
    tmp_path: Path,
) -> None:
    path = film(tmp_path / "raking.mp4", bytes_more=1_000_000)
    asset = add_asset(house.actor, brand.id, name="raking.mp4", data=path, alt="A rake at work")
    make_approved(house, channel, "Raking.", assets=[asset])
    with engine():
        until(sent=1)
    (status,) = mastodon_server.statuses()
    (shown,) = status["media_attachments"]
    assert (shown["type"], shown["description"]) == ("video", "A rake at work")
    assert path.exists(), "a file that was brought stays where it was"


def test_a_picture_that_is_not_the_approved_one_holds_the_post(
    house: House, brand: Brand, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    asset = make_asset(brand)
    variant = make_approved(house, channel, "A picture.", assets=[asset])
    with asset.file.open("wb") as file:
        file.write(b"another")
    with engine():
        until(held=1)
    assert "not the one that was approved" in delivery_of(variant).why
    assert mastodon_server.publishes() == 0


def test_too_many_requests_stops_the_channel_for_every_worker(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(script={"publish": [None, "rate_limit"]})
    make_many_approved(house, channel, [f"Post {n}." for n in range(30)])
    with engine(channel_limit=2):
        wait_for(lambda: Connection.objects.get(channel=channel).not_before)
        until(sent=30)
    assert len(mastodon_server.statuses()) == 30
    assert Delivery.objects.filter(tries__gt=0).count() == 0
    limited = Attempt.objects.get(status=429)
    wait_over = Connection.objects.get(channel=channel).not_before
    assert wait_over
    # Until the refusal is there, the other request of the channel may be followed by more.
    started = Attempt.objects.filter(outcome="done", started_at__gt=limited.ended_at)
    late = [attempt.ended_at for attempt in started if attempt.ended_at]
    # At most the one request that was under way ended before the wait was over.
    assert sum(ended < wait_over for ended in late) <= 1


def test_what_the_network_will_not_take_is_refused_with_its_words(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    variant = make_approved(house, channel, "x" * 501)
    with engine():
        until(refused=1)
    assert "character limit" in delivery_of(variant).why
    assert mastodon_server.publishes() == 1


def test_a_dead_token_holds_all_that_is_due_and_says_so(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    channel = mastodon_channel(brand, mastodon_server, token="gone")
    make_many_approved(house, channel, [f"Post {n}." for n in range(5)])
    with engine(channel_limit=1):
        until(held=5)
    connection = Connection.objects.get(channel=channel)
    assert connection.state == "dead"
    assert connection.why
    assert mastodon_server.publishes() <= 1
    assert all("connected again" in delivery.why for delivery in Delivery.objects.all())


def test_a_server_that_is_not_there_is_tried_a_bounded_number_of_times(
    house: House, brand: Brand
) -> None:
    channel = make_channel(
        brand, network="mastodon", server="http://127.0.0.1:9", secrets={"token": "x"}
    )
    variant = make_approved(house, channel, "Nobody there.")
    with engine(tries=3):
        until(held=1)
    assert "Tried 3 times" in delivery_of(variant).why
    assert outcomes() == ["later", "later", "later"]


def test_a_channel_that_is_not_connected_holds(house: House, brand: Brand) -> None:
    channel = make_channel(
        brand, network="mastodon", server="https://zilt.example", is_connected=False
    )
    variant = make_approved(house, channel, "No secrets.")
    with engine():
        until(held=1)
    assert "not connected" in delivery_of(variant).why


def test_the_houses_own_page_needs_no_connection(house: House, brand: Brand) -> None:
    channel = make_channel(brand, is_connected=False)
    make_approved(house, channel, "No secrets needed.")
    with engine():
        until(sent=1)


def test_a_busy_brand_does_not_delay_another(
    house: House, brand: Brand, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(latency=0.02)
    make_many_approved(house, channel, [f"Post {n}." for n in range(300)])
    with engine(channel_limit=2):
        wait_for(lambda: states().get("sent", 0) > 3)
        other = make_channel(brand)
        asked = clock.now()
        variant = make_approved(house, other, "Mine is one.")
        wait_for(lambda: Delivery.objects.filter(variant=variant, state="sent").exists())
        assert clock.now() - asked < timedelta(seconds=1.5)
        assert states().get("sent", 0) < 300
