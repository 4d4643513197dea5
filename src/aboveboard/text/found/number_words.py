"""Numbers written out in five languages, as far as 999 by table and beyond by thousands."""

from functools import cache

from aboveboard.text.tables import listed, words

_EN = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_NL = listed(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien"
)
_FR = listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)
_DE = listed(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_HU = listed("nulla egy kettő három négy öt hat hét nyolc kilenc")
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_NL_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
_FR_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_DE_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_HU_TENS = {
    "tíz": 10, "húsz": 20, "harminc": 30, "negyven": 40, "ötven": 50, "hatvan": 60, "hetven": 70,
    "nyolcvan": 80, "kilencven": 90,
}  # fmt: skip

THOUSAND: dict[str, frozenset[str]] = {
    "en": words("thousand"),
    "nl": words("duizend"),
    "fr": words("mille"),
    "de": words("tausend"),
    "hu": words("ezer"),
}
MAGNITUDES: dict[str, dict[str, int]] = {
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3,
           "m": 10**6, "mn": 10**6, "bn": 10**9},
    "nl": {"honderd": 100, "duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9,
           "mld": 10**9, "k": 10**3},
    "fr": {"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9,
           "milliards": 10**9, "k": 10**3},
    "de": {"hundert": 100, "tausend": 10**3, "tsd": 10**3, "million": 10**6, "millionen": 10**6,
           "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9},
    "hu": {"száz": 100, "ezer": 10**3, "millió": 10**6, "milliárd": 10**9, "e": 10**3},
}  # fmt: skip
"""Words after digits that multiply them; `THOUSAND` and more also after number words."""

DOZENS: dict[str, dict[str, int]] = {
    "en": {"dozen": 12, "dozens": 0},
    "nl": {"dozijn": 12},
    "fr": {"douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
           "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100},
    "de": {"dutzend": 12},
    "hu": {"tucat": 12},
}  # fmt: skip
AND: dict[str, str] = {"en": "and", "nl": "en", "fr": "et", "de": "und", "hu": "és"}

AND_A_HALF: dict[str, tuple[str, ...]] = {
    "en": ("and a half",),
    "nl": ("en een half", "en een halve"),
    "fr": ("et demi", "et demie"),
    "de": ("und eine halbe", "und ein halbes"),
    "hu": ("és fél",),
}

ARTICLES = words("een un une ein eine einen einem einer eines egy")
"""Forms of "one" that are mostly an article: they count only before thousands and the like."""

HALVES: dict[str, dict[str, str]] = {
    "en": {"half": "0.5"},
    "nl": {"half": "0.5", "halve": "0.5", "anderhalf": "1.5", "anderhalve": "1.5",
           "tweeënhalf": "2.5", "tweeëneenhalf": "2.5", "drieënhalf": "3.5"},
    "fr": {"demi": "0.5", "demie": "0.5"},
    "de": {"halb": "0.5", "halbe": "0.5", "halben": "0.5", "halber": "0.5", "halbes": "0.5",
           "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5"},
    "hu": {"fél": "0.5", "másfél": "1.5"},
}  # fmt: skip

# Hungarian endings that a number word may carry ("tíztől", "négyig", "hatkor", "ötös").
HU_ENDINGS = listed(
    "től tól ig kor ra re ban ben ba be nál nél hoz hez höz ból ből ról ről nak nek ért ával "
    "ével val vel as es os ös at et ot öt t nyi féle"
)


@cache
def small(lang: str) -> dict[str, int]:
    """Every written form of 1 to 999 in lower case, its words separated by single spaces."""
    build = {"en": _english, "nl": _dutch, "fr": _french, "de": _german, "hu": _hungarian}
    table: dict[str, int] = {}
    for form, value in build.get(lang, _english)():
        table.setdefault(form.replace("-", " "), value)
    return table


@cache
def first_words(lang: str) -> frozenset[str]:
    """The words with which such a form may begin."""
    return frozenset(form.split()[0] for form in small(lang))


def _english() -> list[tuple[str, int]]:
    below = list(zip(_EN, range(20), strict=True))[1:]
    for ten, value in _EN_TENS.items():
        below.append((ten, value))
        below.extend((f"{ten} {unit}", value + n) for n, unit in enumerate(_EN[1:10], 1))
    found = list(below)
    for n in range(1, 10):
        for head in [_EN[n], *(["a"] if n == 1 else [])]:
            found.append((f"{head} hundred", n * 100))
            for form, value in below:
                found.append((f"{head} hundred and {form}", n * 100 + value))
                if head != "a":
                    found.append((f"{head} hundred {form}", n * 100 + value))
    return found


def _dutch() -> list[tuple[str, int]]:
    below = [("één", 1), *list(zip(_NL, range(20), strict=True))[1:]]
    for ten, value in _NL_TENS.items():
        below.append((ten, value))
        for n, unit in enumerate(_NL[1:10], 1):
            joint = "ën" if unit.endswith("e") else "en"
            below.append((f"{unit}{joint}{ten}", value + n))
    below.append(("één", 1))
    # "Voor vijven" is before five o'clock.
    hours = "tweeën drieën vieren vijven zessen zevenen achten negenen tienen elven twaalven"
    below += [(form, n) for n, form in enumerate(hours.split(), 2)]
    return _hundreds(below, ["", *_NL[2:10]], "honderd", ("", "en"))


def _german() -> list[tuple[str, int]]:
    below = [("eins", 1), ("zwo", 2), *list(zip(_DE, range(20), strict=True))[1:]]
    for ten, value in _DE_TENS.items():
        below.append((ten, value))
        below.extend((f"{unit}und{ten}", value + n) for n, unit in enumerate(_DE[1:10], 1))
    return _hundreds(below, ["", *_DE[2:10]], "hundert", ("", "und")) + [
        (f"ein{form}", value)
        for form, value in _hundreds(below, [""], "hundert", ("",))
        if form.startswith("hundert")
    ]


def _hundreds(
    below: list[tuple[str, int]], units: list[str], hundred: str, joints: tuple[str, ...]
) -> list[tuple[str, int]]:
    found = list(below)
    for n, unit in enumerate(units, 1):
        found.append((f"{unit}{hundred}", n * 100))
        found.extend(
            (f"{unit}{hundred}{joint}{form}", n * 100 + value)
            for joint in joints
            for form, value in below
        )
    return found


def _hungarian() -> list[tuple[str, int]]:
    units = [*list(zip(_HU, range(10), strict=True))[1:], ("két", 2)]
    below = list(units)
    joined = {"tíz": "tizen", "húsz": "huszon"}
    for ten, value in _HU_TENS.items():
        below.append((ten, value))
        below.extend((joined.get(ten, ten) + unit, value + n) for unit, n in units)
    # Counted people: "tízen", "húszan" came.
    below.extend([("ketten", 2), ("hárman", 3), ("négyen", 4), ("öten", 5), ("hatan", 6)])
    below.extend([("nyolcan", 8), ("tízen", 10), ("húszan", 20), ("harmincan", 30)])
    found = list(below)
    for head, n in [("", 1), ("egy", 1), *units[1:]]:
        found.append((f"{head}száz", n * 100))
        found.extend((f"{head}száz{form}", n * 100 + value) for form, value in below)
    return found


def _french() -> list[tuple[str, int]]:
    teens = list(zip(_FR, range(20), strict=True))[1:]
    below = [*teens, ("une", 1)]
    for ten, value in _FR_TENS.items():
        below.append((ten, value))
        top = 20 if value == 60 else 10
        for form, n in [*teens[: top - 1], ("une", 1)]:
            joint = " et " if n in (1, 11) else " "
            below.append((f"{ten}{joint}{form}", value + n))
            if n in (1, 11):
                below.append((f"{ten} {form}", value + n))
    below.extend((form, 80) for form in ("quatre vingts", "quatre vingt"))
    below.extend((f"quatre vingt {form}", 80 + n) for form, n in [*teens, ("une", 1)])
    found = list(below)
    # "douze cents" is 1,200, as are the others up to "dix-neuf cents".
    for n in [*range(1, 10), *range(11, 20)]:
        head = "" if n == 1 else f"{_FR[n]} "
        found.extend([(f"{head}cent", n * 100), (f"{head}cents", n * 100)])
        found.extend((f"{head}cent {form}", n * 100 + value) for form, value in below)
    return found
