"""How many ordinary posts a second the guards read, with a large knowledge to hold them against."""

import resource
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Known, Text, read
from aboveboard.check.guards import GUARDS
from aboveboard.check.meant import meant
from aboveboard.check.measuring import ordinary
from aboveboard.faces.cli.commands.checking import PROCESSES
from aboveboard.kernel.figures import Figure
from aboveboard.kernel.forked import forked
from aboveboard.text.grounding import Index, Source
from aboveboard.text.network.kinds import learned
from aboveboard.text.network.layers import reader

Given = TypeVar("Given")

LIMIT = 150.0
# Where the network reads too: the share of the rate at which its model alone reads posts.
SHARE = 0.6
PASSAGES = 2_000
ROUNDS = 5
# The most characters that a network takes.
LONGEST = 63_206
_UNITS = (
    "We open at ten on Friday and bake bread for all who come by. ",
    "salt ",
    "a",
    "3 % € ",
    "a.",
)
_DAY = date(2026, 11, 25)
_THINGS = (
    "salt",
    "brine",
    "caramel",
    "soap",
    "butter",
    "bread",
    "stone",
    "basket",
    "print",
    "tray",
)
_PLACES = ("the pans", "the barn", "the sluice", "the shop", "the quay", "the mill", "the garden")


def bench_check() -> Figure:
    """Ordinary posts in five languages a second, all guards looking, read as `check --batch` reads.

    The posts come with a history of twenty; one post is also timed by itself, and the slowest
    guard on texts as long as a network takes, odd ones among them. With our own network the limit
    is a share of what its model alone reads a second in as many processes, measured beside.
    """
    texts = [
        Text(text=text, lang=language, history=tuple(before[number + 1 : number + 21]))
        for language in LANGUAGES
        for before in (ordinary(language),)
        for number, text in enumerate(before)
    ]
    for text in texts:
        _read(text)
    times = []
    for _ in range(ROUNDS):
        for text in texts:
            began = time.perf_counter()
            _read(text)
            times.append(time.perf_counter() - began)
    cuts = statistics.quantiles(times, n=100)
    slowest = _longest()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bare = _rate(_embed, [text.text for text in texts]) if reader() else 0.0
    return Figure.at_least(
        "check",
        _rate(_read, texts),
        "posts a second",
        limit=SHARE * bare if bare else LIMIT,
        extra={
            "processes": PROCESSES,
            "bare_embedding_posts_a_second": round(bare, 1),
            "one_process_posts_a_second": round(len(times) / sum(times), 1),
            "passages": PASSAGES,
            "posts": len(texts),
            "one_post_p50_ms": round(cuts[49] * 1_000, 2),
            "one_post_p99_ms": round(cuts[98] * 1_000, 2),
            "longest_text_ms": round(slowest * 1_000),
            "most_memory_mb": memory,
        },
    )


def _rate(work: Callable[[Given], object], given: Sequence[Given]) -> float:
    """How many a second the processes do, once each has loaded what it needs."""
    done, began = 0, 0.0
    for done, _ in enumerate(forked(work, [*given] * (1 + ROUNDS), PROCESSES), 1):
        if done == len(given):
            began = time.perf_counter()
    return (done - len(given)) / (time.perf_counter() - began)


def _read(text: Text) -> None:
    """Each post is new to the network: what was read once is kept otherwise."""
    meant.cache_clear()
    for kept in (reader(), learned()):
        if kept:
            kept.forget()
    read(text, _known(), today=_DAY)


def _embed(text: str) -> None:
    """The packaged model alone reads it with all its layers."""
    model = reader()
    if model is not None:
        model.forget()
        model.vectors([text], 500)


@cache
def _known() -> Known:
    return Known(language="en", index=Index(_knowledge()))


def _longest() -> float:
    """The seconds of the slowest guard on the longest texts."""
    slowest = 0.0
    # Each language in turn: all with all would take minutes.
    for language, unit in zip(LANGUAGES, _UNITS, strict=True):
        long = (unit * LONGEST)[:LONGEST]
        text = Text(text="", lang=language).model_copy(update={"text": long})
        for guard in GUARDS:
            began = time.perf_counter()
            read(text, today=_DAY, only=guard.code)
            slowest = max(slowest, time.perf_counter() - began)
    return slowest


def _knowledge() -> list[Source]:
    """Passages as a shop's knowledge has them: what things cost, weigh, and when places open."""
    return [
        Source(
            id=str(number),
            text=(
                f"{_THINGS[number % 10].capitalize()} no. {number} costs €{5 + number % 90}.50 and "
                f"weighs {100 + number} g. It is sold at {_PLACES[number % 7]} from "
                f"{7 + number % 5}:00, "
                f"since {1900 + number % 120}, and made by {2 + number % 9} people."
            ),
            lang="en",
            where=f"things.csv, row {number}",
        )
        for number in range(PASSAGES)
    ]
