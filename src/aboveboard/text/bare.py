"""A text without the accents on its Latin letters, as long as before: offsets hold for both."""

import unicodedata

_ODD = {"’": "'", "‘": "'", "´": "'", "\u2011": "-", "\u00ad": "-"}


def _without(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() and first.isalpha() else letter


_BARE = str.maketrans({**{chr(n): _without(chr(n)) for n in range(0xC0, 0x250)}, **_ODD})


def bare(text: str) -> str:
    """The text with its accents put aside, so that "cafe" and "café" are one."""
    return text.translate(_BARE)
