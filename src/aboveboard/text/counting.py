"""How long a text is, as each network counts it, and where its links, mentions and tags are."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable

import regex

from aboveboard.text.spans import Span

# Country codes are written out because any two letters would make "note.it" of "a note.it is".
_COUNTRIES = (
    "ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt "
    "bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg "
    "er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn "
    "hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc "
    "li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na "
    "nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru "
    "rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm "
    "tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_GENERIC = (
    "com net org info biz edu gov mil int app art blog brussels amsterdam berlin bio buzz cafe "
    "care center chat city cloud club coffee company consulting design dev digital earth email "
    "events family farm fashion film fit food foundation fun fund fyi gallery games garden gmbh "
    "green group guide hamburg health help house jobs koeln kitchen land life link live london "
    "love ltd market media museum music name network news ngo one online page paris party photo "
    "photography pics place plus press pro pub radio rest restaurant reviews run sale school shop "
    "site social software solutions space store studio style support surf team tech tips tools "
    "top tours town travel university video vlaanderen watch website wien wiki win wine work "
    "works world xyz yoga zone aero coop jobs mobi tel travel example test"
)
_TLD = "|".join(sorted({*_COUNTRIES.split(), *_GENERIC.split()}, key=len, reverse=True))
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
        (?:(?i:www)\.)?{_LABEL}(?:\.{_LABEL})*\.(?:{_TLD})(?![\p{{L}}\p{{N}}_@-])(?!\.[\p{{L}}\p{{N}}])
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
_EMOJI = regex.compile(
    r"[\p{Extended_Pictographic}--[©®]]|[©®]\uFE0F|\p{RI}|[0-9#*]\uFE0F?\u20E3", regex.V1
)

# https://github.com/twitter/twitter-text/blob/master/config/v3.json, in hundredths.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_HEAVY_WEIGHT = 2
_URL_WEIGHT = 23


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


def weighted(text: str) -> int:
    """The length by twitter-text's version 3 weights: NFC, URL 23, an emoji sequence 2."""
    text = unicodedata.normalize("NFC", text)
    total = 0
    at = 0
    for match in URL.finditer(text):
        total += _weight(text[at : match.start()]) + _URL_WEIGHT
        at = match.end()
    return total + _weight(text[at:])


def utf8(text: str) -> int:
    """The number of bytes in UTF-8. A lone surrogate counts as three, as if it were a character."""
    return len(text.encode("utf-8", "surrogatepass"))


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


def _weight(text: str) -> int:
    if text.isascii():
        return len(text)
    total = 0
    for match in _GRAPHEME.finditer(text):
        cluster = match.group()
        if _EMOJI.match(cluster):
            total += _HEAVY_WEIGHT
        else:
            total += sum(_character(character) for character in cluster)
    return total


def _character(character: str) -> int:
    point = ord(character)
    return 1 if any(low <= point <= high for low, high in _LIGHT) else _HEAVY_WEIGHT
