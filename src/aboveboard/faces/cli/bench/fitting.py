"""How long it takes to make a photograph fit for several networks, beside bare Pillow."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.channels.registry import networks
from aboveboard.create.assets.fits import Plan, for_network, plan
from aboveboard.create.assets.fitted import fitted
from aboveboard.kernel.figures import Figure
from aboveboard.media.apart import apart
from aboveboard.media.looking import Look

WANTED = 0.8
RUNS, WARM = 9, 1
# A camera's 24 megapixels, for what takes most pictures.
SIZE = (6_000, 4_000)
NETWORKS = 6
# By itself, so that it waits for no module of ours.
_PLACE = "aboveboard.faces.cli.bench.pillow:bare"


def bench_fit() -> Figure:
    """Photographs a second, each for six networks, as a part of what Pillow does with the same.

    Both do it in a process of their own, as the studio does: the same boxes, sizes, kind and
    quality, from a file to files.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.jpg")
        _photograph().save(source, quality=90)
        seen = Look("image/jpeg", *SIZE)
        plans = _plans()

        def ours() -> None:
            made = fitted(source, seen, plans, Path(folder))
            assert all(one and not one.refused for one in made)

        def bare_too() -> None:
            jobs = [[list(one.box), [one.width, one.height]] for one in plans]
            apart(_PLACE, str(source), folder, jobs)

        # One after the other in turns, so that a busy moment is both's.
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for number in range(WARM + RUNS):
            for name, act in (("ours", ours), ("bare", bare_too)):
                took = _timed(act)
                if number >= WARM:
                    times[name].append(took)
        middle = {name: statistics.median(took) for name, took in times.items()}
        return Figure.at_least(
            "fit",
            middle["bare"] / middle["ours"],
            "of bare Pillow",
            limit=WANTED,
            extra={
                "ours_ms": round(middle["ours"] * 1_000, 1),
                "bare_ms": round(middle["bare"] * 1_000, 1),
                "megapixels": SIZE[0] * SIZE[1] / 1e6,
                "networks": len(plans),
                "runs": RUNS,
            },
        )


def _plans() -> list[Plan]:
    """For networks that show their own shapes and for some that show any."""
    found = sorted(networks().values(), key=lambda one: not one.limits.frame.shapes)
    wanted = [for_network(one.name, one.title, one.limits) for one in found]
    return [plan(one, *SIZE) for one in wanted if one][:NETWORKS]


def _photograph() -> Any:
    """Soft shapes with some grain, which weigh what a photograph weighs."""
    image = resolve_name("PIL.Image")
    soft = image.effect_noise((60, 40), 90).resize(SIZE, image.Resampling.BICUBIC)
    grain = image.effect_noise(SIZE, 12)
    return image.merge("RGB", [image.blend(soft, grain, 0.25)] * 3)


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
