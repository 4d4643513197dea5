"""Numbers in digits and in words: where they stand and what they are worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from aboveboard.text.found.number_words import (
    AND,
    AND_A_HALF,
    ARTICLES,
    DOZENS,
    HALVES,
    HU_ENDINGS,
    MAGNITUDES,
    THOUSAND,
    first_words,
    small,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end`. `others` are values that another country's marks would give."""

    start: int
    end: int
    value: Decimal
    others: tuple[Decimal, ...] = ()
    step: Decimal = Decimal(1)
    word: bool = False
    ordinal: bool = False
    half: bool = False
    year: bool = False


_GAP = "\u00a0\u202f\u2009'’"
_DIGITS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}_#])(?<!\d[.,:/])(?P<sign>(?<![\p{{L}}\p{{N}}\)])(?<!\d )[-−](?=\d))?"
    rf"(?P<body>\d{{1,3}}(?:[{_GAP}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    rf"|(?P<spaced>[1-9]\d{{0,2}}(?:\ \d{{3}})+(?:,\d+)?(?![\d]))"
    rf"|\d+(?:[.,]\d+)*)"
    rf"(?P<fraction>[½⅓⅔¼¾⅛])?"
    rf"|(?<![\p{{L}}\p{{N}}])(?P<alone>[½⅓⅔¼¾⅛])"
)
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}
_ORDINAL = {
    "en": regex.compile(r"(?:st|nd|rd|th)\b"),
    "nl": regex.compile(r"(?:e|de|ste)\b"),
    "fr": regex.compile(r"(?:er|re|ère|e|ème|eme|nd|nde)\b"),
    "de": regex.compile(r"\.(?=\s+\p{Lu}?\p{L})|te[nrs]?\b"),
    "hu": regex.compile(r"\.(?=\s+\p{Ll})|-?(?:ik)\b"),
}
# More digits are a serial number, not a figure.
_LONGEST = 20
_WORD = regex.compile(r"\p{L}+")
_JOINT = regex.compile(r"[ \u00a0]|-|\u2011|")
# "Zwölfjährige", "tweedaagse", "hatéves": a number joined to what it counts.
_UNITED = {
    "de": regex.compile(r"(?:jährig|tägig|stündig|wöchig|monatig|minütig)\p{L}{0,2}$"),
    "nl": regex.compile(r"(?:jarigen?|jarig|daagse?)$"),
    "hu": regex.compile(
        r"(?:het(?:es|i|ente)|fok(?:os)?|(?:év|nap|hónap|ór(?!ai)|perc|kiló|gramm|liter|méter|forint|"
        r"euró)\p{L}*)$"
    ),
}
_FIRST = regex.compile(r"(?:^|[.!?:\n])[^\p{L}]*$")
_MAGNITUDE = regex.compile(r"[ \u00a0\u202f]?(?P<word>\p{L}+)\.?")
_MONEY = regex.compile(r"[€$£]\s?[\d.,]+$")


def numerals(text: str, lang: str, taken: list[tuple[int, int]]) -> list[Numeral]:
    """The numbers outside the `taken` ranges, in order, none overlapping."""
    found = [*_digits(text, lang), *_words(text, lang)]
    found.sort(key=lambda numeral: (numeral.start, -numeral.end))
    kept: list[Numeral] = []
    at = 0
    for numeral in found:
        if numeral.start < at or any(a < numeral.end and numeral.start < b for a, b in taken):
            continue
        kept.append(numeral)
        at = numeral.end
    return kept


def _digits(text: str, lang: str) -> list[Numeral]:
    found = []
    for match in _DIGITS.finditer(text):
        if mark := match.group("alone"):
            value = Decimal(_FRACTIONS[mark])
            found.append(
                Numeral(match.start(), match.end(), value, step=Decimal("0.01"), half=True)
            )
            continue
        body = match.group("body")
        if len(body) > _LONGEST:
            continue
        if match.group("spaced") and lang == "en":
            # "in 12 125 g tins": English does not group by plain spaces.
            body = body.split(" ")[0]
        end = match.start("body") + len(body)
        values = read_digits(body, lang)
        step = (
            Decimal(1).scaleb(int(values[0].as_tuple().exponent)) if values[0] % 1 else Decimal(1)
        )
        if (mark := match.group("fraction")) and end == match.end("body"):
            values = [values[0] + Decimal(_FRACTIONS[mark])]
            end = match.end()
        if match.group("sign"):
            values = [-value for value in values]
        ordinal = _ORDINAL.get(lang, _ORDINAL["en"]).match(text, end)
        plain_year = body.isdigit() and len(body) == 4 and not match.group("sign")
        if not ordinal and (times := _magnitude(text, end, lang)):
            values = [value * times[0] for value in values]
            step *= times[0]
            end = times[1]
        found.append(
            Numeral(
                match.start(),
                end,
                values[0],
                tuple(values[1:]),
                step=step,
                ordinal=bool(ordinal),
                year=plain_year and 1500 <= values[0] <= 2150,
            )
        )
    return found


def read_digits(body: str, lang: str) -> list[Decimal]:
    """The value of digits with marks, likeliest first.

    Two kinds of mark: the last is the decimal mark. One mark before exactly three digits: as the
    language has it; in French, which groups by spaces, it may be either. Else a mark that stands
    once is a decimal mark.
    """
    body = regex.sub(rf"[{_GAP} ]", "", body)
    marks = [character for character in body if character in ".,"]
    if not marks:
        return [Decimal(body)]
    head, _, tail = body.rpartition(marks[-1])
    whole = Decimal(body.replace(".", "").replace(",", ""))
    decimal = Decimal(regex.sub(r"[.,]", "", head) + "." + tail)
    if len(set(marks)) == 2:
        return [decimal]
    groups = regex.split(r"[.,]", body)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if len(marks) > 1:
        return [whole] if grouped else [decimal]
    if not grouped or groups[0].startswith("0"):
        return [decimal]
    thousands = "," if lang == "en" else "."
    if marks[0] == thousands:
        return [whole, decimal] if lang == "fr" else [whole]
    return [decimal, whole]


def _magnitude(text: str, end: int, lang: str) -> tuple[int, int] | None:
    match = _MAGNITUDE.match(text, end)
    if not match:
        return None
    word = match.group("word").casefold()
    # One letter counts only when it is glued to the digits ("2k"), and "m" is metres then too.
    metres = match.group("word") == "m" and not _MONEY.search(text, max(0, end - 12), end)
    if len(word) == 1 and (match.group().startswith((" ", "\u00a0")) or metres):
        return None
    times = MAGNITUDES.get(lang, MAGNITUDES["en"]).get(word)
    if times is None and lang == "hu":
        stem = next((w for w in ("ezer", "millió", "milliárd") if word.startswith(w)), None)
        if stem and word[len(stem) :] in HU_ENDINGS:
            times = MAGNITUDES["hu"][stem]
    return (times, match.end("word")) if times and times >= 100 else None


def _words(text: str, lang: str) -> list[Numeral]:
    tokens = [part for match in _WORD.finditer(text) for part in _parts(match, lang)]
    found = []
    at = 0
    while at < len(tokens):
        taken, numeral = _phrase(text, tokens, at, lang)
        if numeral:
            found.append(numeral)
        at += max(taken, 1)
    return _multiplied(found, lang)


def _parts(word: regex.Match[str], lang: str) -> Iterator[tuple[int, int, str]]:
    """A word, or the number and the unit of which it is joined."""
    told, at = word.group().casefold(), word.start()
    joined = lang in _UNITED and told not in small(lang)
    united = _UNITED[lang].search(told) if joined else None
    if lang == "nl" and word.group()[0].isupper() and not _FIRST.search(word.string, 0, at):
        # The "Vierdaagse" is a march.
        united = None
    if united and told[: united.start()] in small(lang):
        yield at, at + united.start(), told[: united.start()]
        at, told = at + united.start(), united.group()
    yield at, word.end(), told


def _multiplied(found: list[Numeral], lang: str) -> list[Numeral]:
    """ "négy és fél ezer", "anderhalf duizend": a number and a half, of thousands."""
    kept: list[Numeral] = []
    for one in found:
        last = kept[-1] if kept else None
        is_next = last and last.end + 1 == one.start and last.value % 1 == Decimal("0.5")
        century = last and last.end + 1 == one.start and last.value in _CENTURIES and lang == "en"
        if last and century and 10 <= one.value < 100 and one.value % 1 == 0:
            # "Nineteen eighty-seven"
            value = last.value * 100 + one.value
            kept[-1] = replace(last, end=one.end, value=value, year=True)
        elif last and is_next and one.value in (1_000, 1_000_000, 1_000_000_000):
            kept[-1] = replace(last, end=one.end, value=last.value * one.value, half=False)
        else:
            kept.append(one)
    return kept


_CENTURIES = (18, 19, 20)
Tokens = list[tuple[int, int, str]]


def _phrase(text: str, tokens: Tokens, at: int, lang: str) -> tuple[int, Numeral | None]:
    """How many words from `at` on are one number, and that number."""
    start, _, word = tokens[at]
    if lang == "fr" and word in ("cent", "cents") and at and tokens[at - 1][2] == "pour":
        return 1, None
    halves = HALVES.get(lang, {})
    if dozen := _half_dozen(text, tokens, at, lang):
        return dozen, Numeral(start, tokens[at + dozen - 1][1], Decimal(6), word=True)
    if word in halves:
        end = tokens[at][1]
        return 1, Numeral(
            start, end, Decimal(halves[word]), step=Decimal("0.1"), word=True,
            half=halves[word] == "0.5",
        )  # fmt: skip
    if word in (dozens := DOZENS.get(lang, {})) and dozens[word]:
        return 1, Numeral(start, tokens[at][1], Decimal(dozens[word]), word=True)
    count, value = _below_thousand(text, tokens, at, lang)
    article = count == 1 and word in ARTICLES and lang != "en"
    rest = at + count
    if count and rest < len(tokens) and _joined(text, tokens, rest - 1):
        nextword = tokens[rest][2]
        if nextword in THOUSAND.get(lang, ()):
            value, count, article = value * 1000, count + 1, False
        elif dozens.get(nextword):
            value, count, article = value * dozens[nextword], count + 1, False
        elif lang == "en" and nextword == "hundred" and 10 < value < 100:
            value, count, article = value * 100, count + 1, False
        elif (times := MAGNITUDES.get(lang, {}).get(nextword, 0)) >= 10**6:
            value, count, article = value * times, count + 1, False
    elif not count and word in THOUSAND.get(lang, ()):
        value, count = 1000, 1
    if not count or article:
        return 0, None
    if value and value % 1000 == 0 and (more := _tail(text, tokens, at + count, lang)):
        value, count = value + more[1], count + more[0]
    amount, step = Decimal(value), Decimal(1)
    if half := _and_a_half(text, tokens, at + count, lang):
        # "Dix-sept millions et demi"
        whole = MAGNITUDES.get(lang, {}).get(tokens[at + count - 1][2], 1)
        whole = whole if whole >= 10**6 else 1
        amount, step = amount + whole * Decimal("0.5"), whole * Decimal("0.1")
        count += half
    # "Deux mille seize"
    year = 1900 < amount < 2100 and amount % 100 != 0 and amount % 1 == 0
    end = tokens[at + count - 1][1]
    return count, Numeral(start, end, amount, step=step, word=True, year=year)


def _half_dozen(text: str, tokens: Tokens, at: int, lang: str) -> int:
    """How many words from `at` on say half a dozen."""
    if HALVES.get(lang, {}).get(tokens[at][2]) != "0.5":
        return 0
    for count in (2, 3):
        last = tokens[at + count - 1] if at + count <= len(tokens) else None
        joined = all(_joined(text, tokens, at + n) for n in range(count - 1))
        if last and joined and DOZENS.get(lang, {}).get(last[2]) == 12:
            return count if count == 2 or tokens[at + 1][2] in ("a", "een") else 0
    return 0


def _below_thousand(text: str, tokens: Tokens, at: int, lang: str) -> tuple[int, int]:
    table = small(lang)
    word = tokens[at][2]
    if word not in first_words(lang):
        weeks = lang == "hu" and word.startswith("hét") and _counting(text, tokens, at)
        return (1, value) if not weeks and (value := _compound(word, lang)) else (0, 0)
    best = (0, 0)
    phrase = ""
    for count in range(1, 7):
        if at + count > len(tokens) or (count > 1 and not _joined(text, tokens, at + count - 2)):
            break
        phrase = f"{phrase} {tokens[at + count - 1][2]}".strip()
        if phrase in table:
            best = (count, table[phrase])
    if lang == "hu" and best[0] == 1 and word == "hét" and not _seven(text, tokens, at):
        return 0, 0
    if lang == "fr" and best == (1, 9) and not _nine(text, tokens, at):
        return 0, 0
    return best


def _compound(word: str, lang: str) -> int:
    """A compound with a thousand in it, or a Hungarian number with its ending."""
    table = small(lang)
    if lang == "hu" and word.endswith("ezren"):
        word = word.removesuffix("ezren") + "ezer"
    if lang in ("nl", "de", "hu"):
        (thousand,) = THOUSAND[lang]
        head, mark, tail = word.partition(thousand)
        if mark:
            many = table.get(head, 1 if head in ("", "ein", "een", "egy") else 0)
            less = table.get(tail.removeprefix(AND[lang]) if lang != "hu" else tail, 0)
            if lang == "hu" and tail in HU_ENDINGS:
                tail = ""
            if many and (less or not tail):
                return many * 1000 + less
    if lang == "hu" and len(word) > 3:
        people = _COUNTED_PEOPLE.sub(lambda end: _BARE[end[0]], word)
        # "Héten" is in a week.
        if people in table and people not in ("hét", "egy"):
            return table[people]
        for ending in HU_ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and stem in table and stem not in ("egy", "hét", "hat"):
                return table[stem]
            if stem in ("hat", "hét", "egy") and ending in ("kor", "től", "tól", "ig"):
                return table[stem]
    if lang == "nl" and word.endswith("honderd"):
        # "twaalfhonderd"
        return table.get(word.removesuffix("honderd"), 0) * 100
    return 0


# "Tizenketten", "százan": so many people.
_BARE = {"ketten": "két", "hárman": "három", "an": "", "en": ""}
_COUNTED_PEOPLE = regex.compile(r"(?:ketten|hárman|an|en)$")


def _tail(text: str, tokens: Tokens, at: int, lang: str) -> tuple[int, int] | None:
    """What follows a thousand: "and fifty", "cinq cents"."""
    extra = 0
    if at < len(tokens) and tokens[at][2] == AND.get(lang) and lang in ("en", "nl"):
        extra = 1
    if at + extra >= len(tokens) or not _joined(text, tokens, at - 1):
        return None
    if extra and not _joined(text, tokens, at):
        return None
    count, value = _below_thousand(text, tokens, at + extra, lang)
    return (count + extra, value) if count and tokens[at + extra][2] not in ARTICLES else None


def _and_a_half(text: str, tokens: Tokens, at: int, lang: str) -> int:
    """How many words say "and a half" from `at` on."""
    for shape in AND_A_HALF.get(lang, ()):
        parts = shape.split()
        if [token[2] for token in tokens[at : at + len(parts)]] == parts and all(
            _joined(text, tokens, at + offset - 1) for offset in range(len(parts))
        ):
            return len(parts)
    return 0


def _joined(text: str, tokens: Tokens, at: int) -> bool:
    """Whether no more than a space or a hyphen stands between this word and the next."""
    if at < 0 or at + 1 >= len(tokens):
        return False
    return bool(_JOINT.fullmatch(text[tokens[at][1] : tokens[at + 1][0]]))


def _counting(text: str, tokens: Tokens, at: int) -> bool:
    """Whether a number stands before this word: "tizenkét hétig"."""
    before = text[: tokens[at][0]].rstrip()
    return before[-1:].isdigit() or bool(at and tokens[at - 1][2] in small("hu"))


def _seven(text: str, tokens: Tokens, at: int) -> bool:
    """Whether Hungarian "hét" is seven, not a week: something countable follows."""
    if at + 1 < len(tokens) and tokens[at][1] == tokens[at + 1][0]:
        return True
    before = tokens[at - 1][2] if at else ""
    after = tokens[at + 1][2] if _joined(text, tokens, at) else ""
    week = {"végén", "elején", "közepén", "minden", "napján", "és", "is", "múlva", "óta", "alatt"}
    led = {"jövő", "múlt", "a", "ezen", "egész", "következő", "minden", "e", "az", "jó"}
    counted = small("hu")
    return bool(after) and after not in week and before not in led and before not in counted


def _nine(text: str, tokens: Tokens, at: int) -> bool:
    """Whether French "neuf" is nine, not new: a plural or a unit follows."""
    after = tokens[at + 1][2] if _joined(text, tokens, at) else ""
    return after.endswith(("s", "x")) or after in ("h", "heure", "euro", "g", "kg", "mille", "cent")
