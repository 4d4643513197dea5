"""What networks take of a video, for those who make clips (pure)."""

from collections.abc import Iterable

from aboveboard.channels.base import Limits
from aboveboard.channels.registry import network
from aboveboard.kernel.errors import Invalid
from aboveboard.media.clips.encoding import Room


def room_in(title: str, limits: Limits) -> Room:
    """The most of a video that a network takes. Raises Invalid for one that takes none."""
    if not limits.videos:
        raise Invalid(
            f"{title} takes no videos.", mend="Choose another channel.", code="takes_no_video"
        )
    return Room(
        bytes=limits.video_bytes or None,
        seconds=limits.video_seconds,
        edge=limits.video_edge,
        rate=limits.video_rate,
    )


def room_on(names: Iterable[str]) -> Room:
    """What all of these networks take. Raises NotFound for one that is not known."""
    found = [network(name) for name in names]
    return Room.strictest(room_in(one.title, one.limits) for one in found)
