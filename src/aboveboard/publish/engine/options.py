"""How the engine behaves: every number in one place, so that a test can shorten the waits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Times in seconds.

    `channel_limit` requests at once per channel, `total_limit` per worker. `ahead` is how many
    deliveries of a channel a worker has in hand, and `ready` how many of those have an open
    attempt: only these must be read back when it dies.
    A worker shows itself every `heartbeat` and starts no request later than `start_within`
    after it last did. It is taken for dead when its lock is gone and it was not seen for
    `gone_after`, or when it was not seen for `lease`.
    A request lasts `request` at most; the server may go on working at it for `grace` more.
    One step of an upload lasts `upload` at most, all of them `stage_most`; a network that asks to
    wait longer than `patience` meanwhile gives the delivery back to its row.
    """

    channel_limit: int = 8
    total_limit: int = 64
    ready: int = 28
    ahead: int = 64
    poll: float = 0.25
    claim_every: float = 0.01
    gather: float = 0.05

    heartbeat: float = 1.0
    start_within: float = 5.0
    gone_after: float = 1.5
    lease: float = 15.0
    sweep_every: float = 0.5
    take_in_every: float = 1.0

    request: float = 20.0
    upload: float = 180.0
    patience: float = 1.0
    stage_most: float = 3_600.0
    grace: float = 15.0

    look_first: float = 2.0
    look_again: float = 3.0
    look_most: float = 900.0
    looks: int = 24
    clock_skew: float = 30.0

    retry_first: float = 2.0
    retry_most: float = 900.0
    tries: int = 12
    rate_wait: float = 30.0
    refresh_again: float = 60.0
    reconnect_most: float = 10.0
