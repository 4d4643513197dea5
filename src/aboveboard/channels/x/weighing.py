"""How X counts a text: twitter-text, version 3 of its configuration.

Source: docs.x.com (counting characters); config/v3.json of twitter-text: of 280, a character of the
Latin ranges weighs 1 and any other 2, an emoji sequence 2 whatever it is made of, and a URL 23.
The text is counted in NFC.
"""

import unicodedata

import regex

from aboveboard.channels.counting import urls

URL = 23
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3")


def weight(text: str) -> int:
    """The weighted length of a text, in units of which a post may have 280."""
    text = unicodedata.normalize("NFC", text)
    total, end = 0, 0
    for start, stop in urls(text):
        total += _plain(text[end:start]) + URL
        end = stop
    return total + _plain(text[end:])


def _plain(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        2 if _EMOJI.search(cluster) else sum(map(_one, cluster))
        for cluster in regex.findall(r"\X", text)
    )


def _one(character: str) -> int:
    place = ord(character)
    return 1 if any(low <= place <= high for low, high in _LIGHT) else 2
