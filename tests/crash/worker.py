"""The real worker process for the crash tests, with short waits.

Importing this sets Django up: a fork server imports it once and each worker is a fork of that.
"""

import django

django.setup()

from aboveboard.publish import worker  # noqa: E402
from aboveboard.publish.engine.options import Options  # noqa: E402

QUICK = Options(
    channel_limit=6,
    ready=9,
    poll=0.05,
    heartbeat=0.25,
    start_within=0.75,
    gone_after=0.6,
    lease=4.0,
    sweep_every=0.2,
    take_in_every=0.2,
    request=1.5,
    grace=0.5,
    look_first=0.1,
    look_again=0.1,
    look_most=1.0,
    looks=60,
    clock_skew=5.0,
    retry_first=0.1,
    retry_most=1.0,
    tries=60,
    rate_wait=0.3,
    reconnect_most=1.0,
)


def main() -> None:
    """Work until told to stop, or killed."""
    worker.main(QUICK)
