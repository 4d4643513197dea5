"""How fast the calendar, the list and the editor are with 10,000 posts in one month.

The whole of a request is measured within one process: middleware, view, queries, template.
"""

import statistics
import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aboveboard.brand import actions as brands
from aboveboard.brand import queries as brand_queries
from aboveboard.channels.registry import networks
from aboveboard.faces.cli.bench.filling import Fill, fill, spread
from aboveboard.faces.cli.bench.scratch import scratch_database
from aboveboard.faces.cli.bench.weight import weight
from aboveboard.kernel import clock, memory
from aboveboard.kernel.digest import Json
from aboveboard.kernel.figures import Figure
from aboveboard.people import actions as people
from aboveboard.people.models import User
from aboveboard.people.queries import actor_for

# Besides the site, so that each post goes to three channels.
FURTHER = 2
POSTS, BUSY_DAYS, BUSY = 10_000, 28, 16
LIMIT_MS, MOST_QUERIES, MOST_BYTES = 60.0, 25, 150_000
RUNS, WARM = 60, 5


@dataclass(frozen=True)
class _Page:
    """What was measured of one page."""

    p50: float
    p95: float
    cpu: float
    queries: int
    html: int
    weight: int

    def as_json(self) -> dict[str, Json]:
        return {
            "p50_ms": round(self.p50, 1),
            "p95_ms": round(self.p95, 1),
            "cpu_ms": round(self.cpu, 1),
            "queries": self.queries,
            "html_kb": round(self.html / 1_000, 1),
            "script_and_style_kb": round(self.weight / 1_000, 1),
        }


def bench_web() -> Figure:
    """The slowest page's 95th percentile in milliseconds of server time; `extra` has each page.

    The month after the full one holds 16 posts on every day, the most that is shown unfolded.
    """
    with scratch_database():
        user, _workspace = people.set_up("bench@localhost", None, "Bench")
        post = _filled(user)
        client = Client(SERVER_NAME="127.0.0.1", SERVER_PORT=str(settings.ABOVEBOARD.port))
        client.force_login(user)
        # As the serving process does when it has loaded its pages.
        memory.settle()
        pages = {name: _measured(client, url) for name, url in _addresses(post).items()}
    worst = max(page.p95 for page in pages.values())
    queries = max(page.queries for page in pages.values())
    heaviest = max(page.weight for page in pages.values())
    told: dict[str, Json] = {name: page.as_json() for name, page in pages.items()}
    told |= {
        "posts": POSTS + BUSY * BUSY_DAYS,
        "most_queries": queries,
        "queries_ratio": round(MOST_QUERIES / queries, 2),
        "heaviest_kb": round(heaviest / 1_000, 1),
        "weight_ratio": round(MOST_BYTES / heaviest, 2) if heaviest else None,
    }
    return Figure.at_most("web", worst, "ms", limit=LIMIT_MS, extra=told)


def _filled(user: User) -> UUID:
    actor = actor_for(user)
    brand = brands.create_brand(actor, name="Bench", zone="Europe/Amsterdam")
    others = [one for one in networks().values() if "none" not in one.capabilities.auth]
    for one in others[:FURTHER]:
        brands.add_channel(
            actor,
            brand.id,
            network=one.name,
            name=one.title,
            server="https://zilt.example",
            handle="bench",
        )
    place = Fill(brand, list(brand_queries.channels(brand.id)), user)
    first = (
        clock.now()
        .astimezone(ZoneInfo(brand.zone))
        .replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    )
    after = (first + timedelta(days=32)).replace(day=1)
    post = fill(place, spread(first, after, POSTS))
    days = [after + timedelta(days=number, hours=7) for number in range(BUSY_DAYS)]
    fill(place, (at for day in days for at in spread(day, day + timedelta(hours=14), BUSY)))
    return post


def _addresses(post: UUID) -> dict[str, str]:
    now = clock.now()
    after = (now.replace(day=1) + timedelta(days=32)).replace(day=10)
    calendar, week = reverse("calendar"), reverse("week")
    return {
        "month": calendar,
        "month_unfolded": f"{calendar}?month={after:%Y-%m}",
        "week": week,
        "week_unfolded": f"{week}?day={after.date()}",
        "list": reverse("search"),
        "search": f"{reverse('search')}?q=Number+99",
        "editor": reverse("editor", args=[post]),
    }


def _measured(client: Client, url: str) -> _Page:
    for _ in range(WARM):
        answer = client.get(url)
        if answer.status_code != 200:
            raise RuntimeError(f"{url} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    # Counted here: the next request forgets them.
    queries = len(captured)
    times = []
    worked = time.process_time()
    for _ in range(RUNS):
        began = time.perf_counter()
        client.get(url)
        times.append((time.perf_counter() - began) * 1_000)
    # Of this process alone: what a busy machine adds to the time is not in it.
    cpu = (time.process_time() - worked) * 1_000 / RUNS
    cuts = statistics.quantiles(times, n=100)
    html = answer.content
    return _Page(cuts[49], cuts[94], cpu, queries, len(html), weight(html.decode()))
