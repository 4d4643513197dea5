"""A WebSub hub hears of each post once its minute is over, and is tried again when silent."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest
from asgiref.sync import async_to_sync
from hypothesis import given
from hypothesis import strategies as st
from procrastinate import testing
from procrastinate.contrib.django import procrastinate_app

from aboveboard.faces.web import tasks as discovered
from aboveboard.faces.web.public import hub, tasks
from aboveboard.measure.tests.making import (
    Place,
    make_channel,
    make_delivery,
    make_place,
    make_sent,
    make_variant,
)

TICK = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Hub(HTTPServer):
    """Notes what it is told, and answers with a status of the test's choice."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.told: list[dict[str, list[str]]] = []
        self.status = 204

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Answer(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append(parse_qs(body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Hub]:
    server = Hub()
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    settings.ALLOW_HOSTS = frozenset({f"127.0.0.1:{server.server_port}"})
    monkeypatch.setattr(hub, "hub", lambda: server.address)
    monkeypatch.setattr("aboveboard.faces.web.public.feeds.hub", lambda: server.address)
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def ping(slug: str) -> None:
    async_to_sync(hub.ping)(slug)


def test_the_hub_hears_of_both_feeds(listening: Hub, settings: Any) -> None:
    ping("saltworks")
    assert [told["hub.mode"] for told in listening.told] == [["publish"], ["publish"]]
    assert [told["hub.topic"] for told in listening.told] == [
        [f"{settings.PUBLIC_URL}/s/saltworks/feed.atom"],
        [f"{settings.PUBLIC_URL}/s/saltworks/feed.json"],
    ]


def test_a_hub_that_refuses_is_silent(listening: Hub, settings: Any) -> None:
    listening.status = 500
    with pytest.raises(hub.HubSilent, match="answered 500"):
        ping("saltworks")
    settings.ALLOW_HOSTS = frozenset()
    with pytest.raises(hub.HubSilent, match="private address"):
        ping("saltworks")


def test_without_a_hub_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "hub", lambda: "")
    ping("saltworks")


@given(st.timedeltas(timedelta(), timedelta(days=400)))
def test_every_moment_falls_into_one_minute(after: timedelta) -> None:
    moment = TICK + after
    start = moment.replace(second=0, microsecond=0)
    ticks = [start + timedelta(minutes=number) for number in range(-2, 5)]
    windows = [hub.minute_of(tick) for tick in ticks]
    assert sum(since < moment <= until for since, until in windows) == 1


@pytest.mark.django_db
def test_only_brands_with_news_on_their_site(place: Place) -> None:
    since, until = hub.minute_of(TICK)
    quiet, elsewhere = make_place("Quiet"), make_place("Elsewhere")
    make_sent(place, sent_at=until)
    make_sent(place, sent_at=until - timedelta(seconds=5))
    make_sent(quiet, sent_at=since)
    make_delivery(quiet, make_variant(quiet), state="sending", sent_at=until)
    make_sent(elsewhere, sent_at=until, channel=make_channel(elsewhere.brand, "mastodon"))
    assert hub.sent_within(since, until) == [place.brand]


@pytest.mark.django_db
def test_the_tick_defers_one_job_for_a_brand(place: Place, listening: Hub) -> None:
    make_sent(place, sent_at=hub.minute_of(TICK)[1])
    kept = testing.InMemoryConnector()
    with procrastinate_app.current_app.replace_connector(kept):
        for _ in range(2):
            async_to_sync(tasks.look_for_news.func)(int(TICK.timestamp()))
        jobs = list(kept.jobs.values())
        assert [(job["task_name"].split(".")[-1], job["args"]) for job in jobs] == [
            ("tell_hub", {"slug": place.brand.slug})
        ]
        procrastinate_app.current_app.run_worker(wait=False, install_signal_handlers=False)
    assert len(listening.told) == 2


def test_the_worker_finds_the_jobs() -> None:
    assert discovered.__all__ == ["look_for_news", "tell_hub", "write_record"]
    names = procrastinate_app.current_app.tasks
    assert {one.name for one in (tasks.look_for_news, tasks.tell_hub, tasks.write_record)} <= set(
        names
    )
