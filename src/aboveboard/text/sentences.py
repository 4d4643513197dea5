"""Where sentences begin and end, by each language's abbreviations, ordinals and quotes."""

from functools import lru_cache

import regex

from aboveboard.text.abbreviations import ABBREVIATIONS, BEFORE_NUMBER, MONTHS, ORDINAL_LEADS
from aboveboard.text.counting import URL
from aboveboard.text.spans import Span
from aboveboard.text.tables import words

_END = regex.compile(
    r"[.!?…。]+[)\]}\"'”’»“]*(?:[ \u00A0\u202F]»)?(?=\s|$|\p{Extended_Pictographic})"
)
_EMOJI_TAIL = regex.compile(
    r"(?:[ \t]*(?:[\p{Extended_Pictographic}\p{RI}][\uFE0F\u200D\p{EMod}\u20E3]*)+)+"
)
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’\-/]+$")
_NEXT = regex.compile(r"\s*[\"'“„”«‘’(\[¿¡*_–—•-]*\s*(?P<word>[\p{L}\p{M}\p{N}]+)?")
_SPACE = regex.compile(r"\s*")
# "z. B.", "i. d. R.", "p. m."
_SPACED = regex.compile(r"(?<!\p{L})\p{L}\.[ \u00A0\u202F]\p{L}\.")
_INITIALS = regex.compile(r"\p{Lu}(?:\.-?\p{Lu})*")
# "Heated to 23 °C." and "a motor of 250 W." end with a unit.
_MEASURE = regex.compile(r"°\s?[CFK]$|\d\s?[VW]$")
_UNTIL_DAY = regex.compile(
    r"(?<!\p{L})bis (?:zum |und mit |einschließlich )?(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])$"
)
# "2026. 07. 01."
_HU_DATE = regex.compile(r"(?<!\d)(?:19|20)\d\d\. (?:0?[1-9]|1[0-2])\. (?=\d{1,2}(?!\d))")
_DOTTED = regex.compile(r"\p{L}{1,3}(?:\.\p{L}{1,4})+")
_TAILS = {
    "en": words("am pm a.m p.m etc inc ltd co corp jr sr"),
    "nl": words("enz etc e.d jr sr u b.v n.v"),
    "fr": words("etc h"),
    "de": words("usw etc u.a uvm u.v.m"),
    "hu": words("stb kft zrt bt nyrt jr"),
}


def sentences(text: str, lang: str) -> list[Span]:
    """The sentences of the text, in order, trimmed; line breaks end one, blank ones are left out.

    `lang` is one of the five languages; another one is read by the rules of English.
    """
    return list(_sentences(text, lang))


# Each guard asks for those of the same text.
@lru_cache(maxsize=16)
def _sentences(text: str, lang: str) -> tuple[Span, ...]:
    found: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        found.extend(_line(text, at, at + len(line), lang))
        at += len(line)
    return tuple(found)


def _line(text: str, start: int, stop: int, lang: str) -> list[Span]:
    found: list[Span] = []
    line = text[start:stop]
    links = [match.span() for match in URL.finditer(line)]
    begin = 0
    for match in _END.finditer(line):
        end = match.end()
        while links and links[0][1] <= end:
            links.pop(0)
        if match.start() < begin or (links and links[0][0] < end):
            continue
        if not _ends(line, begin, match.start(), end, lang):
            continue
        if tail := _EMOJI_TAIL.match(line, end):
            end = tail.end()
        _keep(found, text, start + begin, start + end)
        begin = end
    _keep(found, text, start + begin, stop)
    return found


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        found.append(Span(start, start + len(piece), piece))


def _ends(line: str, begin: int, stop: int, end: int, lang: str) -> bool:
    """Whether the mark at `line[stop:end]` closes the sentence that starts at `begin`."""
    if not (space := _SPACE.match(line, end)) or space.end() == len(line):
        return True
    following = _NEXT.match(line, end)
    word = (following.group("word") or "") if following else ""
    marks = line[stop:end]
    lower = bool(word) and word[0].islower()
    if URL.match(line, space.end()):
        return True
    if "!" in marks or "?" in marks:
        # After a closing quote, "he asked" goes on with the same sentence.
        return not (lower and marks[-1] not in "!?")
    if lower:
        return False
    if len(marks) > 1 or marks == "…":
        return True
    if _SPACED.search(line, max(stop - 1, 0), end + 4):
        return False
    if lang == "hu" and any(
        m.start() < stop < m.end() for m in _HU_DATE.finditer(line, max(stop - 16, 0), stop + 16)
    ):
        return False
    return not _abbreviated(line[begin:stop], word, lang)


def _abbreviated(before: str, word: str, lang: str) -> bool:
    last = _LAST_WORD.search(before)
    piece = last.group().lstrip("'’-/") if last else ""
    if not piece or _MEASURE.search(before):
        return False
    if piece.isdecimal():
        return _ordinal(before, piece, word, lang)
    if lang == "de" and _UNTIL_DAY.search(before):
        # "Vom 28.3. bis zum 31.10. Räder": a day and its month.
        return True
    folded = piece.casefold()
    if folded in _TAILS.get(lang, _TAILS["en"]):
        # "10 a.m. Saturday" goes on; "We close at 4 p.m. Come early" does not.
        goes_on = word[:1].isdigit() or word.casefold() in MONTHS.get(lang, ())
        return goes_on and folded not in {"am", "pm", "a.m", "p.m", "u", "h"}
    if folded in ABBREVIATIONS.get(lang, ABBREVIATIONS["en"]):
        return True
    if folded in BEFORE_NUMBER.get(lang, BEFORE_NUMBER["en"]):
        return word[:1].isdigit()
    if _INITIALS.fullmatch(piece) and word:
        # "J. Veen" and "U.S. Navy" go on; "I." and a plan "B." seldom close a sentence.
        return not (lang == "en" and piece == "I")
    return bool(_DOTTED.fullmatch(piece)) and not URL.fullmatch(piece) and len(folded) <= 7


def _ordinal(before: str, piece: str, word: str, lang: str) -> bool:
    """Whether "24." is a place in an order ("24. Dezember", "3. Platz", "1. Rinse the tin")."""
    head = before[: len(before) - len(piece)].rstrip()
    if not head.strip("*_-#> "):
        return len(piece) <= 2
    if lang == "de" and len(piece) <= 3:
        if word.casefold() in MONTHS["de"]:
            return True
        lead = head.split()[-1].casefold().strip("(„\"'")
        return lead in ORDINAL_LEADS["de"] and bool(word)
    if lang == "hu":
        if len(piece) == 4 and word.casefold() in MONTHS["hu"]:
            return True
        lead = head.split()[-1].casefold().strip("(„\"'")
        return len(piece) <= 3 and lead in ORDINAL_LEADS["hu"] and bool(word)
    return False
