"""The real worker process for the crash tests, with short waits. Run as a module."""

import django

from aboveboard.publish.engine.options import Options

QUICK = Options(
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

if __name__ == "__main__":
    django.setup()

    from aboveboard.publish.worker import main

    main(QUICK)
