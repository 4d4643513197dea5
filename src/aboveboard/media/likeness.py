"""How alike two pictures look: 63 bits of coarse structure, and the colours of sixteen fields.

The bits are the signs of the lowest frequencies of a discrete cosine transform against their
median, as in "pHash" (C. Zauner, Implementation and Benchmarking of Perceptual Image Hash
Functions, 2010, 3.2). They stay nearly the same when a picture is saved anew, made smaller or
brighter; they say nothing of what a picture shows. A picture without structure has no bits.
"""

import math
import warnings
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

# Measured in tests/test_likeness.py: what is the same picture, saved anew or made smaller.
SAME_BITS, SAME_COLOURS = 8, 14.0
_EDGE, _LOW, _FIELDS = 32, 8, 4
# Below this no frequency stands out: a plain area, of which any two would look the same.
_PLAIN = 24.0
_WAVES = tuple(
    tuple(math.cos(math.pi * wave * (2 * at + 1) / (2 * _EDGE)) for at in range(_EDGE))
    for wave in range(_LOW)
)


@dataclass(frozen=True)
class Likeness:
    """`bits` (under 2**63; None for a plain area) and 16 colours of 3 bytes, row by row."""

    bits: int | None
    colours: bytes


def likeness(picture: Path) -> Likeness:
    """What to compare a picture by. Raises OSError when Pillow cannot read it.

    Made for small renditions; an original would be opened whole.
    """
    pillow = resolve_name("PIL.Image")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pillow.open(picture) as opened:
            flat = pillow.new("RGB", opened.size, "white")
            seen = opened.convert("RGBA")
            flat.paste(seen, mask=seen.getchannel("A"))
    box = pillow.Resampling.BOX
    grey = flat.convert("L").resize((_EDGE, _EDGE), pillow.Resampling.LANCZOS)
    return Likeness(
        _bits(grey.tobytes()), flat.resize((_FIELDS, _FIELDS), box).convert("RGB").tobytes()
    )


def differing(a: int, b: int) -> int:
    """How many of the 63 bits differ: 0 for the same structure, about 31 for any two pictures."""
    return (a ^ b).bit_count()


def colours_apart(a: bytes, b: bytes) -> float:
    """How far apart the colours lie on the average, from 0 to 255, beyond a change of brightness
    that is the same everywhere.
    """
    if len(a) != len(b) or not a:
        return 255.0
    apart = [one - other for one, other in zip(a, b, strict=True)]
    shift = sum(apart) / len(apart)
    return sum(abs(one - shift) for one in apart) / len(apart)


def _bits(grey: bytes) -> int | None:
    rows = [grey[at : at + _EDGE] for at in range(0, len(grey), _EDGE)]
    # By rows, then by columns: the transform is separable.
    across = [[sum(map(float.__mul__, wave, map(float, row))) for wave in _WAVES] for row in rows]
    found = [
        sum(wave[y] * across[y][x] for y in range(_EDGE)) for wave in _WAVES for x in range(_LOW)
    ][1:]
    if max(map(abs, found)) < _PLAIN * _EDGE:
        return None
    middle = sorted(found)[len(found) // 2]
    return sum(1 << place for place, value in enumerate(found) if value > middle)
