"""How five languages say what time it is, for `times`."""

from functools import cache

import regex

from aboveboard.text.found.marked import NUM

O_CLOCK = {
    "en": r"o['’]?\s?clock",
    "nl": r"uur|u\.?(?!\p{L})",
    "fr": r"heures?|h(?!\p{L})",
    "de": r"uhr|h(?!\p{L})",
    "hu": r"(?:óra|ór(?:á|a))\p{L}*|ó\.?(?!\p{L})",
}
HALF = {"en": r"half[ -]past", "nl": "half", "de": "halb", "hu": "fél"}
"""Only English counts from the hour before; in the others "half eleven" is 10:30."""

QUARTERS: dict[str, tuple[tuple[str, int, int], ...]] = {
    # (words, hours added, minutes)
    "en": ((r"(?:a\s)?quarter[ -](?:past|after)", 0, 15), (r"(?:a\s)?quarter[ -](?:to|"
    r"of)", -1, 45)),
    "nl": (("kwart over", 0, 15), ("kwart voor", -1, 45)),
    "fr": (),
    "de": (("viertel nach", 0, 15), ("viertel vor", -1, 45), ("dreiviertel", -1, 45),
           ("viertel", -1, 15)),
    "hu": (("háromnegyed", -1, 45), ("negyed", -1, 15)),
}  # fmt: skip
PAST = {"en": "past|after", "nl": "over", "de": "nach"}
TO = {"en": "to|before", "nl": "voor", "de": "vor"}
NAMED: dict[str, dict[str, str]] = {
    "en": {"noon": "12:00", "midday": "12:00", "midnight": "00:00"},
    "nl": {"middernacht": "00:00"},
    "fr": {"midi et demie": "12:30", "midi et demi": "12:30", "midi": "12:00", "minuit": "00:00"},
    "de": {"mitternacht": "00:00"},
    "hu": {"délben": "12:00", "délig": "12:00", "déltől": "12:00", "éjfélkor": "00:00",
           "éjfélig": "00:00", "éjfél": "00:00"},
}  # fmt: skip
MORNING = {
    "en": r"in the (?:early )?morning|sharp in the morning",
    "nl": r"['’]s (?:ochtends|morgens|nachts)|in de ochtend",
    "fr": r"du matin",
    "de": r"morgens|vormittags|früh|am (?:morgen|vormittag)",
    "hu": r"reggel|délelőtt|hajnali|hajnalban",
}
AFTERNOON = {
    "en": r"in the (?:afternoon|evening)|at night|tonight",
    "nl": r"['’]s (?:middags|avonds)|in de (?:middag|avond)",
    "fr": r"de l['’]après-midi|du soir",
    "de": r"nachmittags|abends|mittags|am (?:nachmittag|abend)",
    "hu": r"délután|este",
}
DAY_FIRST = {"nl": r"(?:om|rond|vanaf|tot)\s", "de": r"(?:um|gegen|ab|bis|von)\s", "hu": ""}
"""Where the part of the day may stand before its hour, and what may stand between them."""
TIME_LEADS = {
    "en": r"at|from|until|till|to|by|between|around|before|after|and|open",
    "nl": r"om|van|tot|vanaf|tussen|rond|voor|na|en",
    "fr": r"à|de|dès|jusqu['’]à|jusqu['’]|vers|entre|avant|après|et|partir de",
    "de": r"um|von|bis|ab|zwischen|gegen|vor|nach|und",
    "hu": r"reggel|délelőtt|délután|este",
}
AT = {"en": "at", "nl": "om|rond|vanaf|tussen|en|van", "fr": "à|vers|dès|entre|et|de",
      "de": "um|gegen|ab|von|zwischen|und", "hu": "este|reggel"}  # fmt: skip
"""What leads to a time whatever follows it."""
AHEAD = {
    "en": "before|ahead of|prior to",
    "nl": r"voor (?:aanvang|vertrek|sluit\p{L}*|het (?:begin|vertrek)|"
    r"de (?:les|start|aanvang|vlucht|voorstelling|afspraak|reis|vaart|tocht|activiteit|"
    r"behandeling|rondleiding|aankomst|training))|van tevoren|vooraf",
    "fr": r"avant (?:(?:le|la|votre|son|chaque) |l['’])?(?:départ|représentation|spectacle|séance|"
    r"cours|vol|rendez-vous|début|match|concert|visite|arrivée|fermeture|ouverture)|à l['’]avance",
    "de": r"vorher|im Voraus|vor (?:Beginn|Abfahrt|Abflug|Anreise|Abreise|Kursbeginn|"
    r"(?:dem|der) (?:Termin|Kurs|Vorstellung|Behandlung|Start|Abfahrt))",
    "hu": r"(?:az? )?(?:\p{L}+ ){0,2}előtt|korábban",
}
"""What follows a span that is counted back from something: "two hours before the show"."""
LASTING_LEADS = {
    "en": r"within|for|in|every|lasts?|takes?|about",
    "nl": r"binnen|in|gedurende|elke|iedere|duurt|per",
    "fr": r"en|sous|pendant|dans|durant|toutes les|dure",
    "de": r"innerhalb von|binnen|in|für|alle|dauert",
    "hu": r"minden",
}
LASTING_ENDS = {
    "en": r"long|later|ago",
    "nl": r"lang|later|geleden|per",
    "fr": r"de|durant|plus tard|par|d['’]|suppl\p{L}+|en plus",
    "de": r"lang|später",
    "hu": r"alatt|belül|múlva|át|hosszú|keresztül|után|hossz\p{L}*",
}


@cache
def shapes(lang: str) -> list[tuple[regex.Pattern[str], int, int, bool]]:
    """Patterns with `to` (the hour) and perhaps `by` (minutes), hours added, minutes, minus."""
    found: list[tuple[str, int, int, bool]] = []
    hour = rf"(?P<hour>{NUM})"
    by = rf"(?P<by>{NUM})(?:\s(?:minutes?|minuten))?\s"
    if lang in HALF and lang != "en":
        half = HALF[lang]
        if lang in PAST:
            found.append((rf"{by}(?:{PAST[lang]})\s{half}\s{hour}", -1, 30, False))
            found.append((rf"{by}(?:{TO[lang]})\s{half}\s{hour}", -1, 30, True))
        found.append((rf"{half}\s{hour}", -1, 30, False))
    elif lang == "en":
        found.append((rf"{HALF['en']}\s{hour}", 0, 30, False))
        found.append((rf"(?<=\b(?:at|by|until|till|from|around)\s)half\s{hour}", 0, 30, False))
    found.extend((rf"{said}\s{hour}", add, minute, False) for said, add, minute in QUARTERS[lang])
    if lang in PAST:
        found.append((rf"{by}(?:{PAST[lang]})\s{hour}", 0, 0, False))
        found.append(
            (rf"{by}(?:{TO[lang]})\s{hour}(?=\s?(?:uhr|uur|o['’]clock|[ap]\.?m))", 0, 0, True)
        )
        led = {"nl": "om", "de": "um|gegen", "en": "at"}[lang]
        found.append((rf"(?:{led})\s{by}(?:{TO[lang]})\s{hour}", 0, 0, True))
    if lang == "fr":
        clock = rf"{hour}\s?(?:heures?|h)\s"
        found += [
            (clock + "et demie?", 0, 30, False),
            (clock + "et quart", 0, 15, False),
            (clock + "moins le quart", -1, 45, False),
            (clock + rf"moins (?P<by>{NUM})", 0, 0, True),
        ]
    if lang == "en":
        found.append((rf"{hour}[ -](?P<by>{NUM})\s?(?=[ap]\.?m\b)", 0, 0, False))
    end = rf"(?:\s(?:{O_CLOCK[lang]}))?(?!\p{{L}})"
    return [
        (regex.compile(rf"(?<!\p{{L}}){shape}{end}", regex.IGNORECASE), add, minute, minus)
        for shape, add, minute, minus in found
    ]
