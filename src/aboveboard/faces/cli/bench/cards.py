"""How long it takes to make a card from its words, beside bare resvg with the same drawing."""

import statistics
import time
from collections.abc import Callable
from pkgutil import resolve_name

from aboveboard.kernel.figures import Figure
from aboveboard.media.cards.drawing import Wanted, draw
from aboveboard.media.cards.fonts import files
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.rendering import render
from aboveboard.media.cards.shelf import template

WANTED = 0.8
RUNS, WARM = 12, 2
_WORDS = {
    "quote": {
        "quote": "Zwölf Stunden über Buchenholz, dann ein Winter im Keller: so lange braucht Salz.",
        "who": "Jörg Weiß",
        "role": "Salzsieder",
    },
    "offer": {
        "headline": "Three bags of flake salt for the price of two",
        "price": "€ 18.50",
        "before": "in place of € 27.75",
        "terms": "Until Sunday, in the shop and on the market.",
    },
    "chart": {
        "headline": "Kilos of salt a day, in the first week",
        "numbers": "Monday: 12.5\nTuesday: 18\nWednesday: 9.25\nThursday: 21\nFriday: 16",
        "unit": "kg",
        "source": "Our own scales",
    },
}


def bench_card() -> Figure:
    """Cards a second, as a part of what resvg does with the same drawings and fonts."""
    resvg = resolve_name("resvg_py")
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    sizes = {}
    for name, words in _WORDS.items():
        for form in (FORMATS["1:1"], FORMATS["4:5"]):
            want = Wanted(fields=words, format=form, brand="Brackwater", language="en")
            drawing = draw(template(name), want)
            assert not drawing.problems

            def ours(name: str = name, want: Wanted = want) -> bytes:
                return render(draw(template(name), want))

            def bare(svg: str = drawing.svg, width: int = form.width) -> bytes:
                made: bytes = resvg.svg_to_bytes(
                    svg_string=svg, width=width, skip_system_fonts=True, font_files=files()
                )
                return made

            assert ours() == bare()
            sizes[f"{name} {form.name}"] = len(bare())
            # One after the other in turns, so that a busy moment is both's.
            for number in range(WARM + RUNS):
                for kind, act in (("ours", ours), ("bare", bare)):
                    took = _timed(act)
                    if number >= WARM:
                        times[kind].append(took)
    middle = {kind: statistics.median(took) for kind, took in times.items()}
    pairs = zip(times["bare"], times["ours"], strict=True)
    return Figure.at_least(
        "card",
        statistics.median(bare_took / our_took for bare_took, our_took in pairs),
        "of bare resvg",
        limit=WANTED,
        extra={
            "ours_ms": round(middle["ours"] * 1_000, 2),
            "bare_ms": round(middle["bare"] * 1_000, 2),
            "bytes": sizes,
            "runs": RUNS * len(sizes),
        },
    )


def _timed(act: Callable[[], bytes]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
