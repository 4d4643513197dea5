"""How X counts a text: twitter-text, version 3 of its configuration.

Source: docs.x.com (counting characters); config/v3.json of twitter-text: of 280, a character of the
Latin ranges weighs 1 and any other 2, an emoji sequence 2 whatever it is made of, and a URL 23,
also one without a scheme: a bare "salt.nl" is none, "salt.nl/a", "www.salt.nl" and "salt.com" are.
The text is counted in NFC.
"""

import unicodedata
from collections.abc import Iterator

import regex

from aboveboard.channels.counting import urls
from aboveboard.kernel.endings import COUNTRIES, GENERIC

URL = 23
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_EMOJI = regex.compile(
    r"[\p{Extended_Pictographic}--[©®]]|[©®]\uFE0F|\p{RI}|[0-9#*]\uFE0F?\u20E3", regex.V1
)
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_PATH = r"(?:[/?](?:[^\s<>\"]*[\p{L}\p{N}/=_#&+-])?)"
# Of those of countries these two count as the others do.
_SURE = "|".join([*GENERIC.split(), "co", "tv"])
_COUNTRY = "|".join(COUNTRIES.split())
_BARE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}@＠$#＃_/.-])(?:(?:{_LABEL}\.)+(?:(?:{_SURE})"
    rf"(?![\w@.-]*[\w@]){_PATH}?|(?:{_COUNTRY})(?![\w@.-]*[\w@]){_PATH})"
    rf"|(?:{_LABEL}\.){{2,}}(?:{_COUNTRY})(?![\w@-]|\.\w))",
    regex.IGNORECASE,
)


def weight(text: str) -> int:
    """The weighted length of a text, in units of which a post may have 280."""
    text = unicodedata.normalize("NFC", text)
    total, end = 0, 0
    for start, stop in _links(text):
        total += _plain(text[end:start]) + URL
        end = stop
    return total + _plain(text[end:])


def _links(text: str) -> Iterator[tuple[int, int]]:
    whole = list(urls(text))
    bare = (match.span() for match in _BARE.finditer(text)) if "." in text else ()
    yield from sorted(
        {*whole, *(one for one in bare if not any(a < one[1] and one[0] < b for a, b in whole))}
    )


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
