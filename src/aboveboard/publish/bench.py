"""The benchmark `publish`: the worker's rate beside that of a bare client, in the same run.

The servers it needs live beside the tests, so it runs from a source tree.
"""

import json
import subprocess
import sys
from pathlib import Path

from pydantic import BaseModel

from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.figures import Figure

_ROOT = Path(__file__).resolve().parents[3]
_MODULE = "tests.bench.publishing"
# So much of what a bare client does is the least that will do.
WANTED = 0.6


class _Found(BaseModel):
    rate: float
    bare: float
    late_p50: float
    late_p99: float
    late_max: float
    stream: float
    one_worker: float
    two_workers: float


def bench_publish() -> Figure:
    """Posts a second of 1,000 due at once on one channel; the limit is the bare client's rate.

    `ratio` is the part of that rate which is reached; `extra["lateness_p99_s"]` is measured with
    posts due one after another at three quarters of our rate. Two workers are measured beside one
    on 20 channels of a slow server, where a worker's own limit of requests at once is what holds
    it. Raises Invalid without a source tree, or with what went wrong.
    """
    if not (_ROOT / "tests" / "bench").is_dir():
        raise Invalid(
            "This benchmark needs the servers that come with the source.",
            mend="Run it from a clone: make bench.",
            code="source",
        )
    done = subprocess.run(
        [sys.executable, "-m", _MODULE], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["It said nothing."])[-1]
        raise Invalid(f"The benchmark ended early: {last[:300]}", code="bench")
    found = _Found.model_validate(json.loads(done.stdout.splitlines()[-1]))
    return Figure.at_least(
        "publish",
        found.rate,
        "posts/s",
        limit=found.bare,
        extra={
            "wanted_ratio": WANTED,
            "lateness_p50_s": round(found.late_p50, 3),
            "lateness_p99_s": round(found.late_p99, 3),
            "lateness_max_s": round(found.late_max, 3),
            "lateness_at_posts_per_s": round(found.stream, 1),
            "one_worker_posts_per_s": round(found.one_worker, 1),
            "two_workers_posts_per_s": round(found.two_workers, 1),
            "two_workers_ratio": round(found.two_workers / found.one_worker, 2),
        },
    )
