"""Which moves a delivery can make, and how long it waits before the next (pure).

The table is written once more in the database (migration 0002), and a test compares the two.
"""

from uuid import UUID, uuid5

# (from, to): what makes the move. A delivery begins as `waiting`; `sent` is the end.
MOVES: dict[tuple[str, str], str] = {
    ("waiting", "sending"): "A worker takes it when it is due; the approval is checked once more.",
    ("waiting", "held"): "A person holds it, its approval is void, or its channel cannot send.",
    ("sending", "waiting"): "Nothing took effect: try later, or the worker ended before asking.",
    ("sending", "sent"): "The network answered for every part.",
    ("sending", "unknown"): "A request may have taken effect and nobody knows.",
    ("sending", "refused"): "The network will not take this content.",
    ("sending", "held"): "The account is gone, its token is dead, or it was tried too often.",
    ("unknown", "sent"): "Read back and found, or a person says so.",
    ("unknown", "waiting"): "Settled: it is not there, or it is there and more parts follow.",
    ("unknown", "held"): "Settled, but what is left needs a person.",
    ("held", "waiting"): "A person lets it go on, or approves anew.",
    ("refused", "waiting"): "A person tries once more, or approves anew.",
    ("refused", "held"): "A person puts it aside.",
}

_PARTS = UUID("5c2b6f0e-7a7e-4f0b-9d57-3a1d9e6f4b21")


def part_key(delivery: UUID, part: int, *, again: int = 0) -> str:
    """Our own id of a part, the same over every try.

    `again` counts how often an equal post of another delivery has taken what went by this id.
    """
    return str(uuid5(_PARTS, f"{delivery}/{part}" + (f"/{again}" if again else "")))


def backoff(tries: int, *, first: float, most: float, spread: float) -> float:
    """Seconds before try number `tries` + 1: doubling, with up to a quarter added by `spread`.

    `spread` is a number in 0…1 drawn by the caller, so that many do not come back at once.
    """
    return min(first * 2.0 ** min(max(tries, 0), 30), most) * (1 + spread / 4)


def is_absent(*, absent: int, own_id: bool) -> bool:
    """Whether read-backs that found nothing may be believed.

    `absent` counts those in a row made after the lost request's last possible moment. Where
    the network keeps our own id a repeat is harmless, so one is enough whenever it was made.
    """
    return absent >= (1 if own_id else 2)
