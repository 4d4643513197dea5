"""How long it takes to sign a picture, its type in XMP included, beside bare c2pa."""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.kernel.figures import Figure
from aboveboard.media.credentials import Step, inspect, sign
from aboveboard.media.identity import Identity, new_identity

WANTED = 0.8
RUNS, WARM = 60, 5
SIZE = (2_000, 1_500)


def bench_sign() -> Figure:
    """Pictures a second, as a part of what c2pa does with the same picture, key and claim."""
    pillow = resolve_name("PIL.Image")
    identity = new_identity("Bench", datetime.now(UTC))
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "source.jpg"), Path(folder, "out.jpg")
        pillow.effect_noise(SIZE, 60).convert("RGB").save(source, quality=85)
        steps = [Step("c2pa.created", "digitalCapture", "A camera")]

        def ours() -> None:
            sign(source, out, mime="image/jpeg", identity=identity, title="Salt", steps=steps)

        def bare() -> None:
            _bare(identity, source, out)

        # One after the other in turns, so that a busy moment is both's.
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for number in range(WARM + RUNS):
            for name, act in (("ours", ours), ("bare", bare)):
                took = _timed(act)
                if number >= WARM:
                    times[name].append(took)
        ours()
        assert inspect(out, "image/jpeg").xmp == "digitalCapture"
        middle = {name: statistics.median(took) for name, took in times.items()}
        return Figure.at_least(
            "sign",
            middle["bare"] / middle["ours"],
            "of bare c2pa",
            limit=WANTED,
            extra={
                "ours_ms": round(middle["ours"] * 1_000, 2),
                "bare_ms": round(middle["bare"] * 1_000, 2),
                "bytes": source.stat().st_size,
                "runs": RUNS,
            },
        )


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _bare(identity: Identity, source: Path, out: Path) -> None:
    c2pa = resolve_name("c2pa")
    context = c2pa.Context.from_dict(
        {"builder": {"thumbnail": {"enabled": False}}, "verify": {"verify_after_sign": False}}
    )
    keys = c2pa.C2paSignerInfo(b"es256", identity.chain.encode(), identity.key.encode(), None)
    action = {
        "action": "c2pa.created",
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        "softwareAgent": {"name": "A camera"},
    }
    claim = {
        "claim_generator_info": [{"name": "Aboveboard"}],
        "title": "Salt",
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}],
    }
    with c2pa.Signer.from_info(keys) as signer:
        builder = c2pa.Builder(claim, context)
        with source.open("rb") as readable, out.open("w+b") as written:
            builder.sign(signer, "image/jpeg", readable, written)
