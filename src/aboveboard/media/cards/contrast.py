"""Whether a colour can be read on another, and the nearest one that can.

WCAG 2.2, 1.4.3 (text) and 1.4.11 (what is drawn): https://www.w3.org/TR/WCAG22/#contrast-minimum
Colours are CSS hex, like "#2F4A52".
"""

TEXT, LARGE = 4.5, 3.0


def ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(_parts(one)), _luminance(_parts(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, ground: str, wanted: float = TEXT) -> str:
    """The colour itself where it is read on `ground`; else it, mixed with as little black or white.

    On every ground one of the two reaches 4.58.
    """
    if ratio(colour, ground) >= wanted:
        return colour
    found = []
    for end in ((0, 0, 0), (255, 255, 255)):
        for part in range(1, 257):
            mixed = _mixed(_parts(colour), end, part / 256)
            if ratio(mixed, ground) >= wanted:
                found.append((part, mixed))
                break
    return min(found)[1]


def _mixed(one: tuple[int, ...], end: tuple[int, ...], part: float) -> str:
    both = zip(one, end, strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in both)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(parts: tuple[int, ...]) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    linear = [
        one / 255 / 12.92 if one / 255 <= 0.04045 else ((one / 255 + 0.055) / 1.055) ** 2.4
        for one in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
