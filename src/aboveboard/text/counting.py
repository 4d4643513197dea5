"""How many letters a text has, and where its links, mentions and tags are."""

from bisect import bisect_left
from collections.abc import Callable

import regex

from aboveboard.kernel.endings import ENDINGS
from aboveboard.text.spans import Span

_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?"
_TAIL_CHAR = r"[^\s<>\"“”„«»`{}|\\^()\[\]]"
_TAIL = rf"(?:{_TAIL_CHAR}|\([^\s()]*\)|\[[^\s\[\]]*\])*"
_LAST = r"(?:[\p{L}\p{N}/=_#&+$%@~*-]|\([^\s()]*\)|\[[^\s\[\]]*\])"

URL = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{N}}@＠$#＃_/.-])
    (?:
        (?i:https?://)(?:[^\s/@<>]+@)?
        (?:{_LABEL}(?:\.{_LABEL})*|\[[0-9a-fA-F:.]+\])(?::\d{{1,5}})?
        (?:[/?\#](?:{_TAIL}{_LAST})?)?
      |
        (?:(?i:www)\.)?{_LABEL}(?:\.{_LABEL})*\.(?:{ENDINGS})(?![\p{{L}}\p{{N}}_@-])(?!\.[\p{{L}}\p{{N}}])
        (?::\d{{1,5}})?
        (?:[/?\#](?:{_TAIL}{_LAST})?)?
    )
    """,
    regex.VERBOSE,
)
"""A web address: with a scheme, or a bare host under a top-level domain that we know."""

_MENTION = regex.compile(
    r"(?<![\p{L}\p{N}_@＠./&-])[@＠]"
    r"([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)?)"
)
_HASHTAG = regex.compile(r"(?<![\p{L}\p{N}_&/#＃])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_·]+")
_GRAPHEME = regex.compile(r"\X")


def graphemes(text: str) -> int:
    """The number of user-perceived characters (Unicode UAX 29 extended grapheme clusters)."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return sum(1 for _ in _GRAPHEME.finditer(text))


def beginning(text: str, fits: Callable[[str], bool]) -> int:
    """Where the longest beginning that fits ends, an offset between two graphemes.

    What fits is taken to fit when it is shorter, too.
    """
    cuts = [0, *(match.end() for match in _GRAPHEME.finditer(text))]
    return cuts[bisect_left(cuts, True, lo=1, key=lambda at: not fits(text[:at])) - 1]


def urls(text: str) -> list[Span]:
    """The web addresses in the text, in order, without the punctuation that follows them."""
    return [Span(m.start(), m.end(), m.group()) for m in URL.finditer(text)]


def mentions(text: str) -> list[Span]:
    """`@name` and `@name@server` in the text, in order; not the middle of an e-mail address."""
    return _outside_urls(text, _MENTION)


def hashtags(text: str) -> list[Span]:
    """`#tag` in the text, in order; a tag has at least one letter ("#1" is none)."""
    return _outside_urls(text, _HASHTAG)


def _outside_urls(text: str, pattern: regex.Pattern[str]) -> list[Span]:
    links = urls(text)
    found = (Span(m.start(), m.end(), m.group()) for m in pattern.finditer(text))
    return [span for span in found if not any(span.overlaps(link) for link in links)]
