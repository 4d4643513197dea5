"""How long one brief takes to become five drafts without a model."""

import statistics
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice

from aboveboard.channels.base import Network
from aboveboard.channels.registry import networks
from aboveboard.create.words.origins import shares, text_of
from aboveboard.create.words.writer import Material, Room, draft
from aboveboard.disclose.content import thread_of
from aboveboard.kernel.figures import Figure

LIMIT_MS = 100.0
RUNS, WARM = 200, 10
VARIANTS = 5

MATERIAL = Material(
    messages=(
        "Clay pans, wind and patience: that is all there is to it. Nobody hurries the sea.",
        "On 5 December you can see it for yourself, from 10:00 to 16:00, and rake a tray of your "
        "own. Wear boots, because the paths between the pans are clay.",
        "There is soup at noon, made with salt from the pans. Whoever rakes eats first.",
        "The flakes grow on top of the brine, where the wind reaches it, and sink when they are "
        "heavy. What you take home is what you have raked.",
    ),
    proof=(
        ("Children under 12 come in free.", "open-day.md, line 7"),
        ("There are 40 places to park at the sluice.", "open-day.md, line 11"),
        ("There are 14 clay pans, dug in 1911.", "history.md, line 5"),
    ),
    ask="Book a time",
    link="https://brackwater.example/open?from=post",
    tags=("open pans", "sea salt", "clay", "wind", "winter"),
    campaign="open-pans",
    language="en",
    author="",
    at="2026-11-21T09:00+00:00",
)


def bench_draft() -> Figure:
    """The 95th percentile of 200 runs in milliseconds, every count by the network's own rule."""
    rooms = _rooms()
    texts = [_drafted(room) for room in rooms]
    for _ in range(WARM):
        _all(rooms)
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        _all(rooms)
        times.append((time.perf_counter() - began) * 1_000)
    cuts = statistics.quantiles(times, n=100)
    return Figure.at_most(
        "draft",
        cuts[94],
        "ms",
        limit=LIMIT_MS,
        extra={
            "p50_ms": round(cuts[49], 2),
            "runs": RUNS,
            "variants": VARIANTS,
            "parts": [len(thread_of(text)) for text in texts],
            "characters": [len(text) for text in texts],
        },
    )


def _all(rooms: Sequence[Room]) -> None:
    for room in rooms:
        _drafted(room)


def _drafted(room: Room) -> str:
    passages = draft(MATERIAL, room)
    shares(passages)
    return text_of(passages)


def _rooms() -> list[Room]:
    """Every network in turn; those that come a second time have half the room."""
    known = tuple(networks().values())
    turns = enumerate(islice(cycle(known), VARIANTS))
    return [_room(adapter, adapter.limits.text // (1 + n // len(known))) for n, adapter in turns]


def _room(adapter: Network, limit: int) -> Room:
    count: Callable[[str], int] = adapter.count
    return Room(
        fits=lambda text: count(text) <= limit,
        limit=limit,
        threads=adapter.capabilities.threads,
        source=adapter.name,
    )
