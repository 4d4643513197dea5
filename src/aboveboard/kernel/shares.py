"""How sure a counted share is."""

import math

_Z = 1.96


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of `hits` of `of`, 0 to 1; all of it where nothing was counted.

    E. B. Wilson, JASA 22 (1927), 209–212.
    """
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
