"""Words before and after a figure that say how exact it is: "about", "nearly", "at least"."""

from functools import cache

import regex

from aboveboard.text.quantity import Hedge

_A_TOUCH = r"(?:just|slightly|a (?:touch|tad|shade|whisker|hair|little|bit))"
_BEFORE: dict[str, dict[Hedge, str]] = {
    "en": {
        "about": r"not (?:too )?far (?:off|from)|in the region of|about|around|"
        r"approx(?:\.|imately)?|roughly|some|circa|ca\.?|c\.|~|≈|an? good",
        "under": r"nearly|almost|close to|not quite|shy of|short of|"
        rf"{_A_TOUCH} (?:under|below|short of)",
        "over": r"(?<!spread |spaced |all )over|more than|above|upwards of|beyond|>|"
        rf"{_A_TOUCH} (?:over|above)|"
        r"(?:old|long|heavi|larg|tall|bigg|high|wid)er than|over the age of",
        "min": r"at least|from|minimum(?: of)?|min\.?|no (?:less|fewer) than|≥|"
        r"start(?:s|ing|ed)? (?:at|from)|as of|"
        r"from (?:the )?(?:age|size|level|grade)(?: of)?|minimum \p{L}+(?: is| of|:)?",
        "max": r"up to(?: and including)?|maximum \p{L}+(?: is| of|:)?|at most|maximum(?: of)?|"
        r"max\.?|within|under|less than|"
        r"no (?:more|old|long|late|heavi|larg)(?:er)? than|fewer "
        r"than|below|≤|<|only until|not more than|(?:young|short|light|small|low)er than|"
        r"(?:under|below) the age of|under-",
    },
    "nl": {
        "about": r"ongeveer|circa|ca\.?|rond(?: de)?|zo['’]n|pakweg|om en nabij|±|~|een kleine",
        "under": r"bijna|n(?:et|og) geen|krap|iets minder dan|net onder(?: de)?|haast|nagenoeg",
        "over": r"ruim|meer dan|iets meer dan|net boven(?: de)?|boven(?: de)?|>|"
        r"(?:oud|lang|zwaard|grot|hog|bred)er dan",
        "min": r"minstens|ten minste|tenminste|minimaal|vanaf|min\.?|op zijn minst|≥|"
        r"vanaf (?:windkracht|leeftijd|maat|groep|niveau)|"
        r"(?:minimum(?: |\p{L}+)|minimale \p{L}+)(?: is|:)?",
        "max": r"tot(?: en met)?|t/m|niet (?:meer|ouder|langer|later|zwaarder|groter) dan|"
        r"maximaal|hooguit|hoogstens|max\.?|binnen|onder de|minder dan|"
        r"(?:maximum(?: |\p{L}+)|maximale \p{L}+)(?: is|:)?|"
        r"≤|<|ten hoogste|"
        r"(?:jong|kort|licht|klein|lag)er dan",
    },
    "fr": {
        "about": r"environ|près de|autour de|à peu près|quelque|env\.?|vers|~|≈|aux alentours de",
        "under": r"presque|un peu moins de|juste sous|pas loin de|à peine",
        "over": r"plus de|un peu plus de|au-delà de|>|plus d['’]",
        "min": r"au moins|à partir de|dès|minimum|min\.?|pas moins de|≥|"
        r"(?:\p{L}+ minimum|minimum de \p{L}+|\p{L}+ minimale?)(?: est de| est| de)?(?:\s?:)?",
        "max": r"jusqu['’]à|au plus|maximum|max\.?|moins de|sous|en moins de|≤|<|pas plus de|"
        r"(?:\p{L}+ maximum|\p{L}+ maximale?)(?: est de| est| de)?(?:\s?:)?",
    },
    "de": {
        "about": r"etwa|ungefähr|circa|ca\.?|rund|zirka|gegen|um die|an die|~|≈",
        "under": r"fast|beinahe|knapp(?:e[nrms]?)?|nahezu|etwas weniger als|kurz unter|nicht ganz",
        "over": r"(?<!läuft )(?<!geht )(?<!dauert )über|mehr als|gut(?:e[nrms]?)?|"
        r"etwas mehr als|>|oberhalb von|"
        r"(?:ält|läng|schwer|größ|höh|breit)er als",
        "min": r"mindestens|ab|wenigstens|minimal|min\.?|mind\.?|nicht weniger als|≥|"
        r"mindest\p{L}+(?: ist| von|:)?",
        "max": r"bis(?: zu| einschließlich| inklusive)?|"
        r"nicht (?:mehr|älter|länger|später|schwerer|größer) als|"
        r"höchstens|maximal|max\.?|innerhalb von|unter|höchst\p{L}+(?: ist| von|:)?|"
        r"weniger als|≤|<|binnen|"
        r"(?:jüng|kürz|leicht|klein|niedrig)er als",
    },
    "hu": {
        "about": r"körülbelül|kb\.?|mintegy|nagyjából|úgy|hozzávetőleg(?:esen)?|durván|~|≈|cirka|"
        r"közel",
        "under": r"majdnem|csaknem|szinte|alig|nem egész(?:en)?|nincs(?: egészen)?|kevéssel|"
        r"kicsivel kevesebb,? mint",
        "over": r"több,? mint|jó|bő|kicsivel több,? mint|>|túl",
        "min": r"legalább|minimum|min\.?|≥",
        "max": r"legfeljebb|maximum|max\.?|kevesebb,? mint|≤|<",
    },
}
_AFTER: dict[str, dict[Hedge, str]] = {
    "en": {"about": r"or so|ish|-ish", "max": "or less|at most|(?:or|and) (?:younger|under)",
           "min": r"\+|or more|and (?:up|over)|plus|(?:or|and) (?:older|over)"},
    "nl": {"min": r"\+|of meer|(?:en|of) (?:ouder|hoger|langer)", "about": "of zo",
           "max": r"of minder|hooguit|(?:en|of) jonger"},
    "fr": {"min": r"\+|(?:et|ou) plus|minimum", "max": r"(?:et|ou) moins|maximum",
           "about": "environ"},
    "de": {"min": r"\+|(?:und|oder) (?:mehr|älter|länger|darüber)|aufwärts",
           "max": r"(?:und|oder) (?:weniger|jünger|darunter)|höchstens"},
    "hu": {"about": r"körül|körüli|tájban|felé",
           "over": r"(?:kor )?(?:felett|fölött)(?:i\p{L}*)?|felüli\p{L}*|"
           r"-?n[áé]l (?:idősebb|több|hosszabb|nehezebb|nagyobb)",
           "min": r"\+|vagy több|(?:kor)?-?t[óő]l(?!\p{L})",
           "max": r"(?:kor )?alatt(?:i\p{L}*)?|aluli\p{L}*|-?ig(?!\p{L})|"
           r"-?n[áé]l (?:fiatalabb|kevesebb|rövidebb|könnyebb|kisebb)"},
}  # fmt: skip


# Behind what is counted, where a part of the sentence ends: "eight people at the most".
_ENDS = r"(?=\s*(?:[,.;:!?)\n#–—]|\p{Extended_Pictographic}|$))"
# "Three pets or more"
_BEHIND: dict[str, dict[Hedge, str]] = {
    "en": {"min": rf"or more(?! than)|(?:at (?:the )?(?:very )?least|minimum){_ENDS}",
           "max": rf"or (?:fewer|less)(?! than)|"
           rf"(?:at (?:the )?(?:very )?most|tops|max\p{{L}}*){_ENDS}"},
    "nl": {"min": rf"of meer(?! dan)|(?:minimaal|minstens|minimum|op zijn minst){_ENDS}",
           "max": rf"of minder(?! dan)|(?:hooguit|hoogstens|max\p{{L}}*){_ENDS}"},
    "fr": {"min": rf"ou plus(?! de)|(?:au (?:strict )?minimum|au moins|minimum){_ENDS}",
           "max": rf"ou moins(?! de)|"
           rf"(?:(?:tout )?au plus|au (?:grand )?maximum|maxi\p{{L}}*){_ENDS}"},
    "de": {"min": rf"oder mehr(?! als)|(?:mindestens|minimum){_ENDS}",
           "max": rf"oder weniger(?! als)|(?:höchstens|max\p{{L}}*){_ENDS}"},
    "hu": {"min": r"vagy (?:annál )?több", "max": r"vagy (?:annál )?kevesebb"},
}  # fmt: skip


@cache
def _behind(lang: str) -> regex.Pattern[str]:
    said = "|".join(rf"(?P<{hedge}>{words})" for hedge, words in _BEHIND[lang].items())
    return regex.compile(rf"(?:\s\p{{L}}+)?\s(?:{said})(?![\p{{L}}\d])(?!\.? ?\d)", regex.I)


@cache
def _patterns(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    order: tuple[Hedge, ...] = ("under", "over", "min", "max", "about")
    before = "|".join(rf"(?P<{hedge}>{_BEFORE[lang][hedge]})" for hedge in order)
    after = "|".join(rf"(?P<{hedge}>{words})" for hedge, words in _AFTER[lang].items())
    return (
        regex.compile(
            rf"(?<!\p{{L}})(?:{before})\s?(?:(?:the|a|de|het|les?|die|der|a|az)\s)?$", regex.I
        ),
        regex.compile(rf"\s?(?:{after})(?!\p{{L}}| ?\d)", regex.I),
    )


def hedge(text: str, start: int, end: int, lang: str) -> Hedge:
    """How exact the words around `text[start:end]` say that it is."""
    before, after = _patterns(lang)
    window = text[max(0, start - 30) : start]
    # Of all hedges that end here, the longest is meant ("un peu plus de" is not "plus de").
    if (match := before.search(window)) and match.lastgroup:
        return _hedge(match.lastgroup)
    for pattern in (after, _behind(lang)):
        if (match := pattern.match(text, end)) and match.lastgroup:
            return _hedge(match.lastgroup)
    return ""


def _hedge(name: str) -> Hedge:
    hedges: dict[str, Hedge] = {"about": "about", "under": "under", "over": "over", "min": "min"}
    return hedges.get(name, "max")
