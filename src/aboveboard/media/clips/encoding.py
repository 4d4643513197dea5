"""What a network takes, and how a clip is encoded for it (pure).

H.264 High, yuv420p and AAC at 48 kHz in an MP4 that plays before it is whole: all networks take it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from aboveboard.media.clips.errors import NotMade
from aboveboard.media.clips.facts import Facts

SOUND_RATE = 128_000
HERTZ = 48_000
# The quality that x264 calls visually near the source; more bits are hardly seen on a phone.
_QUALITY = "20"
_PRESET = "veryfast"
# Of the bytes that a network takes, what picture and sound may fill; the rest is the container's.
_FILLED = 0.97
# Bits per pixel and picture below which H.264 shows blocks whatever is done.
_LEAST = 0.015
# When there are few bits, fewer pixels look better; below so many on the shorter side none do.
_SMALLER, _SMALL = (1.0, 0.75, 0.5, 0.375), 240
EDGE, RATE = 1920, 60.0


@dataclass(frozen=True)
class Room:
    """The most of each that a clip may have; None where nobody limits it. `edge` in pixels."""

    bytes: int | None = None
    seconds: float | None = None
    edge: int | None = None
    rate: float | None = None

    @classmethod
    def strictest(cls, rooms: Iterable["Room"]) -> "Room":
        rooms = list(rooms)
        return cls(
            **{
                field.name: min(
                    (value for room in rooms if (value := getattr(room, field.name)) is not None),
                    default=None,
                )
                for field in fields(cls)
            }
        )


@dataclass(frozen=True)
class Encoding:
    """How a clip is written: size in pixels, pictures a second, most bits a second (None: free)."""

    width: int
    height: int
    rate: float
    bits: int | None = None

    def tightened(self, by: float) -> "Encoding":
        bits = int((self.bits or 0) * by) or None
        return Encoding(self.width, self.height, self.rate, bits)

    def video(self) -> list[str]:
        told = ["-c:v", "libx264", "-profile:v", "high", "-pix_fmt", "yuv420p"]
        told += ["-preset", _PRESET, "-crf", _QUALITY, "-threads", "2"]
        if self.bits:
            told += ["-maxrate", str(self.bits), "-bufsize", str(self.bits)]
        return told


SOUND = ("-c:a", "aac", "-b:a", str(SOUND_RATE), "-ar", str(HERTZ), "-ac", "2")
CONTAINER = ("-movflags", "+faststart", "-map_metadata", "-1", "-f", "mp4")


def encoding_for(
    facts: Facts, size: tuple[int, int], seconds: float, room: Room, *, sound: bool
) -> Encoding:
    """How a clip of this size and length is written so that it fits. Raises NotMade: it cannot."""
    if room.seconds and seconds > room.seconds + 0.05:
        raise NotMade(
            f"The clip would play {seconds:.0f} seconds; {room.seconds:.0f} are the most there.",
            mend="Choose a shorter part, or give a length.",
            code="too_long",
        )
    width, height = size
    edge = min(room.edge or EDGE, EDGE)
    if max(size) > edge:
        width, height = (even(side * edge / max(size)) for side in size)
    rate = min(facts.rate, room.rate or RATE, RATE)
    if not room.bytes:
        return Encoding(width, height, rate)
    # The buffer may hold one second more than the rate says.
    bits = int((room.bytes * 8 * _FILLED - sound * SOUND_RATE * seconds) / (seconds + 1))
    shape = (width, height)
    for part in _SMALLER:
        width, height = (even(side * part) for side in shape)
        if bits >= width * height * rate * _LEAST and (part == 1 or min(width, height) >= _SMALL):
            break
    else:
        raise NotMade(
            f"{seconds:.0f} seconds do not fit into {room.bytes / 1e6:.0f} MB and stay watchable.",
            mend="Choose a shorter part.",
            code="too_large",
        )
    return Encoding(width, height, rate, bits)


def fits_as_it_is(facts: Facts, room: Room) -> bool:
    """Whether its picture can be copied as it stands."""
    return (
        facts.mime in ("video/mp4", "video/quicktime")
        and facts.video == "h264"
        and facts.pixels in ("yuv420p", "yuvj420p")
        and facts.profile in ("High", "Main", "Constrained Baseline", "Baseline")
        and max(facts.width, facts.height) <= min(room.edge or EDGE, EDGE)
        and facts.rate <= (room.rate or RATE) + 0.01
        and facts.seconds <= (room.seconds or facts.seconds) + 0.05
        and facts.bytes <= (room.bytes or facts.bytes)
    )


def even(side: float) -> int:
    return max(round(side / 2) * 2, 2)
