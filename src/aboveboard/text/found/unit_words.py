"""Currencies and units in five languages, for `amounts`: names, symbols and what they equal."""

from dataclasses import dataclass
from functools import cache

import regex


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` of the base unit; `shift` only for °F, applied before the factor."""

    base: str
    factor: str
    shift: int = 0


CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD",
    "usd": "USD", "dollar": "USD", "dollars": "USD", "dollár": "USD", "£": "GBP", "gbp": "GBP",
    "chf": "CHF", "fr.": "CHF", "francs": "CHF", "franken": "CHF", "ft": "HUF", "huf": "HUF",
    "forint": "HUF", "forints": "HUF", "¥": "JPY", "euró": "EUR", "font": "GBP",
    "pounds": "GBP", "pound": "GBP", "quid": "GBP", "livres": "GBP", "pond": "GBP",
    "ca$": "CAD", "c$": "CAD", "cad": "CAD", "a$": "AUD", "au$": "AUD", "aud": "AUD",
    "nz$": "NZD", "nzd": "NZD", "pfund": "GBP", "dkk": "DKK", "sek": "SEK", "pln": "PLN",
    "czk": "CZK",
}  # fmt: skip
CURRENCY_BEFORE = (
    r"(?:US|CA?|AU?|NZ)\$|€|\$|£|¥|(?:EUR|USD|GBP|CHF|HUF|DKK|SEK|PLN|CZK|CAD|AUD|NZD)(?!\p{L})"
)
# Whose dollars are told before or after the word; by the first letters.
DOLLARS = {"cana": "CAD", "kana": "CAD", "aust": "AUD", "new ": "NZD", "nieu": "NZD", "neus": "NZD",
           "néo-": "NZD", "új-z": "NZD", "ausz": "AUD"}  # fmt: skip
_WHOSE = r"(?:US|American|Canadian|Australian|New Zealand)"
CURRENCY_AFTER = {
    "en": rf"euros?|(?:{_WHOSE} )?dollars?|pounds?|quid|francs?|forints?",
    "nl": r"euro['’]?s?|(?:(?:Amerikaanse|Canadese|Australische|Nieuw-Zeelandse) )?dollars?|pond|"
    r"frank|forint",
    "fr": r"euros?|dollars?(?: (?:américains?|canadiens?|australiens?|néo-zélandais))?|livres|"
    r"francs?|forints?",
    "de": r"euros?|(?:(?:US-|(?:amerikan|kanad|austral|neuseeländ)ische )?dollars?)|pfund|franken|"
    r"forint",
    "hu": r"eur(?:ó|o)\p{L}*|(?:(?:amerikai|kanadai|ausztrál|új-zélandi) )?dollár\p{L}*|font\p{L}*|"
    r"frank\p{L}*|forint\p{L}*",
}
CENTS = r"pence|penny|p|euro[- ]?cents?|cents?|ct|centimes?|centen|eurócent\p{L}*|cent(?:ért|es|be)"
PERCENT = (
    r"%|‰|per\s?cent|percent|procent|pour\s?cents?|prozent\p{L}*|százalék\p{L}*|percentage points?"
)

_S = {
    "s": Unit("s", "1"), "min": Unit("s", "60"), "h": Unit("s", "3600"), "d": Unit("s", "86400"),
    "w": Unit("s", "604800"), "month": Unit("month", "1"), "year": Unit("month", "12"),
    "workday": Unit("workday", "1"), "decade": Unit("month", "120"),
}  # fmt: skip

# Symbols are matched in this very case, in every language.
SYMBOLS: dict[str, Unit] = {
    "mg": Unit("g", "0.001"), "g": Unit("g", "1"), "gr": Unit("g", "1"), "kg": Unit("g", "1000"),
    "Kg": Unit("g", "1000"), "KG": Unit("g", "1000"), "t": Unit("g", "1000000"),
    "oz": Unit("g", "28.349523125"), "lb": Unit("g", "453.59237"), "lbs": Unit("g", "453.59237"),
    "dkg": Unit("g", "10"), "µg": Unit("g", "0.000001"),
    "ml": Unit("ml", "1"), "mL": Unit("ml", "1"), "cl": Unit("ml", "10"), "dl": Unit("ml", "100"),
    "l": Unit("ml", "1000"), "L": Unit("ml", "1000"), "hl": Unit("ml", "100000"),
    "mm": Unit("mm", "1"), "cm": Unit("mm", "10"), "dm": Unit("mm", "100"), "m": Unit("mm", "1000"),
    "km": Unit("mm", "1000000"), "mi": Unit("mm", "1609344"),
    "m²": Unit("mm2", "1000000"), "m2": Unit("mm2", "1000000"), "km²": Unit("mm2", "1000000000000"),
    "cm²": Unit("mm2", "100"), "ha": Unit("mm2", "10000000000"), "m³": Unit("ml", "1000000"),
    "m3": Unit("ml", "1000000"),
    "°C": Unit("°C", "1"), "℃": Unit("°C", "1"), "°": Unit("°C", "1"), "° C": Unit("°C", "1"),
    "°F": Unit("°C", "0.5555555555555556", -32), "℉": Unit("°C", "0.5555555555555556", -32),
    "km/h": Unit("km/h", "1"), "kmh": Unit("km/h", "1"), "km/u": Unit("km/h", "1"),
    "mph": Unit("km/h", "1.609344"),
    "W": Unit("W", "1"), "kW": Unit("W", "1000"), "MW": Unit("W", "1000000"),
    "Wh": Unit("kWh", "0.001"), "kWh": Unit("kWh", "1"), "MWh": Unit("kWh", "1000"),
    "kB": Unit("B", "1000"), "KB": Unit("B", "1000"), "MB": Unit("B", "1000000"),
    "GB": Unit("B", "1000000000"), "TB": Unit("B", "1000000000000"),
    "kcal": Unit("kcal", "1"), "kJ": Unit("kJ", "1"),
    "V": Unit("V", "1"), "mAh": Unit("mAh", "1"), "Hz": Unit("Hz", "1"), "kHz": Unit("Hz", "1000"),
    "MHz": Unit("Hz", "1000000"), "GHz": Unit("Hz", "1000000000"), "dB": Unit("dB", "1"),
    "bar": Unit("bar", "1"), "psi": Unit("psi", "1"), "lux": Unit("lux", "1"),
    "Lux": Unit("lux", "1"), "lm": Unit("lm", "1"), "Nm": Unit("Nm", "1"),
    "Ah": Unit("mAh", "1000"), "px": Unit("px", "1"), "MP": Unit("MP", "1"),
    "vol%": Unit("vol%", "1"),
    "h": _S["h"], "hr": _S["h"], "hrs": _S["h"], "min": _S["min"], "mins": _S["min"],
    "sec": _S["s"], "Std": _S["h"], "Min": _S["min"], "Sek": _S["s"],
}  # fmt: skip
# These letters mean something else in running text unless a number is glued or close before.
_COMMON = {
    "g": "gram gramm gramme grammes grams gramms",
    "kg": "kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes",
    "mg": "milligram milligrams milligramm milligrammes",
    "ml": "milliliter milliliters millilitre millilitres milliliters",
    "cl": "centiliter centilitre centilitres",
    "dl": "deciliter deziliter décilitre décilitres",
    "l": "liter liters litre litres litern",
    "mm": "millimeter millimeters millimetre millimetres millimètre millimètres milliméter "
    "millimetern",
    "cm": "centimeter centimeters centimetre centimetres centimètre centimètres zentimeter "
    "zentimetern centiméter",
    "m": "meter meters metre metres mètre mètres metern méter",
    "hl": "hectoliter hectoliters hectolitre hectolitres hektoliter hektolitern",
    "km²": "square_kilometres square_kilometers square_kilometre vierkante_kilometer "
    "kilomètres_carrés quadratkilometer quadratkilometern",
    "nmi": "nautical_mile nautical_miles zeemijl zeemijlen milles_nautiques mille_nautique "
    "milles_marins seemeile seemeilen",
    "km": "kilometer kilometers kilometre kilometres kilomètre kilomètres kilometern kilométer",
    "t": "tonne tonnes ton tonnen tonna",
    "ha": "hectare hectares hektar hektár",
    "m²": "vierkante_meter mètres_carrés mètre_carré quadratmeter quadratmetern négyzetméter "
    "square_metres square_meters square_metre",
    "kW": "kilowatt kilowatts", "W": "watt watts",
    "Wh": "watt-hour watt-hours watt_hour watt_hours wattuur wattstunden wattheures wattóra",
    "Ah": "amp-hours amp_hours ampère-uur ampereuur amperestunden ampères-heures amperóra",
    "kWh": "kilowattuur kilowattstunden kilowattstunde kilowatt-hours kilowatt_hours "
    "kilowattheures kilowattóra",
    "MWh": "megawattuur megawattstunden megawatt-hours mégawattheures megawattóra",
    "GB": "gigabyte gigabytes gigabájt", "MB": "megabyte megabytes megabájt",
}  # fmt: skip


def _joined(stem: str) -> str:
    """ "zwölfjährig" as its unit is inflected in German."""
    return " ".join(stem + ending for ending in ("", "e", "en", "er", "es", "em"))


_OWN: dict[str, dict[str, str]] = {
    "en": {
        "decade": "decade decades",
        "s": "second seconds secs",
        "min": "minute minutes",
        "h": "hour hours",
        "d": "day days",
        "w": "week weeks",
        "month": "month months",
        "year": "year years yr yrs",
        "workday": "working_day working_days business_day business_days workdays",
        "lb": "pound pounds",
        "oz": "ounce ounces",
        "mi": "mile miles",
        "inch": "inch inches",
        "foot": "foot feet ft",
        "yard": "yard yards yd",
        "°C": "degrees_celsius degrees degree",
        "°F": "degrees_fahrenheit",
        "pint": "pint pints",
        "gal": "gallon gallons",
        "acre": "acre acres",
        "night": "night nights",
    },
    "nl": {
        "decade": "decennium decennia",
        "s": "seconde seconden sec",
        "min": "minuut minuten minuutjes",
        "h": "uur uren",
        "d": "dag dagen daags daagse",
        "w": "week weken",
        "month": "maand maanden",
        "year": "jaar jaren jarig jarige jarigen",
        "workday": "werkdag werkdagen",
        "pond": "pond",
        "ons": "ons",
        "°C": "graden_celsius graden graad",
        "kwartier": "kwartier",
        "night": "nacht nachten",
        "mi": "mijl",
    },
    "fr": {
        "decade": "décennie décennies",
        "s": "seconde secondes",
        "min": "minute minutes mn",
        "h": "heure heures",
        "d": "jour jours journée journées",
        "w": "semaine semaines",
        "month": "mois",
        "year": "an ans année années",
        "workday": "jour_ouvré jours_ouvrés jour_ouvrable jours_ouvrables",
        "°C": "degrés_celsius degrés degré",
        "night": "nuit nuits nuitée nuitées",
    },
    "de": {
        "decade": "jahrzehnt jahrzehnte jahrzehnten",
        "s": "sekunde sekunden",
        "min": f"minute minuten {_joined('minütig')}",
        "h": f"stunde stunden {_joined('stündig')}",
        "d": f"tag tage tagen tages {_joined('tägig')}",
        "w": f"woche wochen {_joined('wöchig')}",
        "month": f"monat monate monaten monats {_joined('monatig')}",
        "year": f"jahr jahre jahren jahres {_joined('jährig')}",
        "workday": "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen",
        "pond": "pfund",
        "°C": "grad",
        "night": "nacht nächte nächten",
        "°Cc": "grad_celsius",
    },
    "hu": {
        "decade": "évtized",
        "kg": "kiló kilogramm",
        "s": "másodperc",
        "min": "perc",
        "d": "nap",
        "w": "hét",
        "month": "hónap",
        "year": "év",
        "workday": "munkanap",
        "h": "óra munkaóra",
        "km²": "négyzetkilométer",
        "deka": "deka dekagramm",
        "°C": "fok celsius-fok",
        "night": "éjszaka éj",
    },
}
_EXTRA = {
    "nmi": Unit("mm", "1852000"),
    "acre": Unit("mm2", "4046856422.4"),
    "inch": Unit("mm", "25.4"),
    "foot": Unit("mm", "304.8"), "yard": Unit("mm", "914.4"), "pond": Unit("g", "500"),
    "ons": Unit("g", "100"), "deka": Unit("g", "10"), "kwartier": Unit("s", "900"),
    "pint": Unit("ml", "568.26125"), "gal": Unit("ml", "4546.09"), "night": Unit("night", "1"),
    "°Cc": Unit("°C", "1"), **_S,
}  # fmt: skip


def _named(table: dict[str, str]) -> dict[str, Unit]:
    return {
        name.replace("_", " "): _EXTRA.get(key) or SYMBOLS[key]
        for key, names in table.items()
        for name in names.split()
    }


NAMES: dict[str, dict[str, Unit]] = {
    lang: {**_named(_COMMON), **_named(own)} for lang, own in _OWN.items()
}
"""Unit names in lower case, per language. Hungarian ones may carry an ending."""

HU_STEMS = {
    "óra": "ór",
    "hét": "het",
    "év": "év",
    "méter": "méter",
    "tonna": "tonná",
    "liter": "liter",
    "éjszaka": "éjszaká",
}
HU_UNIT_ENDING = (
    r"(?:-?(?:(?:os|es|as|ös|ás)(?:tól|től|ig|nak|nek|ra|re|on|en)|os|es|as|ös|ás|és|s|nyi|ra|re|ot|et|at|öt|t|ig|on|en|ön|n|ért|val|vel|mal|mel|kal|"
    r"kel|tel|tól|től|ban|ben|ba|be|ból|ből|nál|nél|hoz|hez|höz|onta|ente|onként|enként|ja|je|jában|i|"
    r"ából|áról|ához|ánál|ok|ek|ök|okat|eket|amos|mal|jal|nak|nek|osak|esek|ával|ával|án|át|ára|áig|ától|ában|ával|"
    r"osan|esen|esek|eseknek|eseket|pal|pos|pot|tal|tos|e|a|éve|ei|ai|jai|jei|kor|én|éig|ét|át))?"
)

HALF_UNITS: dict[str, str] = {
    "en": r"half (?:an? )?|half-", "nl": r"(?:een )?hal(?:f|ve) ?|half", "fr": r"(?:une? )?demi-",
    "de": r"(?:eine[nmrs]? |ein )?halbe[nmrs]? |halb", "hu": r"fél ?",
}  # fmt: skip
QUARTER_HOURS = (
    r"quarters? of an hour|een kwartier|quarts? d['’]heure|viertelstunden?|negyedór\p{L}*|"
    r"negyed óra"
)
THREE_QUARTERS = r"dreiviertelstunden?|háromnegyed\s?ór\p{L}*"
ONE_LEADS = {
    "en": (r"(?:within|in|for|under|less than) (?:an?|one) ", ""),
    "nl": (r"(?:binnen|in|minder dan) (?:een|één|1) ", ""),
    "fr": (r"(?:en|sous|pendant|dans|moins d['’])\s?une? ", ""),
    "de": (r"(?:innerhalb|binnen|in|für) ein(?:e[nmrs]?|es)? ", ""),
    "hu": (r"egy ", r" (?:belül|alatt|múlva)"),
}


_HU_SYMBOL_ENDING = r"(?:-?(?:os|es|as|ös|nyi|ra|re|ot|et|t|ig|on|ért|nál|tól|ban|ből|vel|val))?"


@cache
def units(lang: str) -> tuple[str, dict[str, Unit]]:
    """A pattern of all units and what each spelling means; symbols keep their case."""
    table: dict[str, Unit] = dict(SYMBOLS)
    names = dict(NAMES[lang])
    symbols = "|".join(regex.escape(s) for s in sorted(table, key=len, reverse=True))
    words = "|".join(regex.escape(s) for s in sorted(names, key=len, reverse=True))
    ending = ""
    if lang == "hu":
        for name, stem in HU_STEMS.items():
            if name in names:
                names[stem] = names[name]
        words = "|".join(regex.escape(s) for s in sorted(names, key=len, reverse=True))
        ending = HU_UNIT_ENDING
    pattern = (
        rf"(?:(?P<name>(?i:{words})){ending}|(?P<symbol>{symbols})"
        rf"{_HU_SYMBOL_ENDING if ending else ''})"
        r"(?![\p{L}\p{N}²³])"
    )
    return pattern, {**table, **names}
