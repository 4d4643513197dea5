"""Dutch words that belong together: a preposition with its verb, and words that sound alike."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.row import fault
from aboveboard.text.correcting.agreeing.why import AGREE, FIXED, FORM, OTHER, TWICE
from aboveboard.text.correcting.correction import Correction

_PREPOSITION = "Dutch uses another preposition here."
_DET = r"(?:de|het|een|jouw|je|jullie|uw|onze|ons|deze|dit|alle)"
_AWAITED = (
    r"(?:vergunning|antwoord|reactie|uitslag|bestelling|levering|bericht|akkoord|goedkeuring|"
    r"onderdelen|pakket|bus|trein|tram|lente|zomer|winter|resultaten|resultaat|toestemming|"
    r"telefoontje|bevestiging|subsidie)"
)
_HAVE = r"(?:heb|hebt|heeft|hebben)"
_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_WEATHER = (
    r"(?:(?:hard |erg )?(?:regent|onweert|stormt|giet|hagelt)|gaat (?:regenen|onweren|stormen))"
)
_PHRASES: tuple[tuple[str, str, str], ...] = (
    (rf"((?:wacht|wachten|wachtte|wachtten|gewacht)(?: (?:alleen|nog|steeds|al|ook|nu))*) "
     rf"(?:voor|naar|aan)(?= {_DET} (?:\p{{L}}+e )?{_AWAITED}\b)", r"\1 op", _PREPOSITION),
    (r"geïnteresseerd (?:naar|over|van|op)(?= (?:een|de|het|onze|ons|deze|dit)\b)",
     "geïnteresseerd in", _PREPOSITION),
    (rf"({_HAVE}(?: (?:je|jij|jullie|u|ook|al|zo|weer|veel|er))*) zin (?:voor|aan|naar|op)"
     r"(?= (?:een|de|het|onze|lekkere?|koffie|taart|soep)\b)", r"\1 zin in", _PREPOSITION),
    (r"(benieuwd|nieuwsgierig) (?:over|voor|op|aan)(?= (?:de|het|een|jouw|je|jullie|onze|ons|wat|"
     r"hoe)\b)",
     r"\1 naar", _PREPOSITION),
    (r"verliefd (?:in|met|aan)(?= (?:de|het|een|deze|onze|jouw|dit)\b)",
     "verliefd op", _PREPOSITION),
    (r"trots (?:aan|met|in)(?= (?:de|het|onze|ons|jullie|deze|dit)\b)", "trots op", _PREPOSITION),
    (r"tevreden van(?= (?:de|het|onze|ons|jullie|deze|dit)\b)", "tevreden over", _PREPOSITION),
    (r"rekening (gehouden|houden|houdt|hielden) (?:voor|op|aan)", r"rekening \1 met", _PREPOSITION),
    (r"((?:houd|houdt|houden|hou|hield|hielden)(?: (?:je|jullie|wij|we|u|ook|altijd|graag))* "
     r"rekening) (?:voor|op|aan|van)(?= \p{L})", r"\1 met", _PREPOSITION),
    (r"op zoek (?:voor|achter|aan)(?= (?:een|nieuwe|iemand|versterking|vrijwilligers|extra)\b)",
     "op zoek naar", _PREPOSITION),
    (r"(gefeliciteerd|feliciteren|feliciteert) (?:voor|aan|op|om|van)"
     r"(?= (?:je|jullie|de|het|jouw|uw|dit|deze)\b)", r"\1 met", _PREPOSITION),
    (r"behoefte (?:voor|naar|in|op)(?= \p{L})", "behoefte aan", _PREPOSITION),
    (r"allergisch (?:aan|op|tegen|van)(?= \p{L})", "allergisch voor", _PREPOSITION),
    (r"verslaafd (?:naar|voor|op|in)(?= \p{L})", "verslaafd aan", _PREPOSITION),
    (r"jaloers (?:voor|over|naar|aan)(?= \p{L})", "jaloers op", _PREPOSITION),
    (r"gespecialiseerd (?:voor|met|aan|over)(?= \p{L})", "gespecialiseerd in", _PREPOSITION),
    (r"((?:verheug|verheugt|verheugen)(?: (?:me|ons|je|zich|er|al|nu|erg))+) (?:voor|naar|aan|over)"
     r"(?= (?:de|het|een|jullie|onze|jouw|deze|dit)\b)", r"\1 op", _PREPOSITION),
    (r"(kijken(?: (?:we|wij|enorm|erg|nu|al))* uit) (?:voor|op|aan)(?= (?:jullie|jouw|je|uw) "
     r"\p{L}+)",
     r"\1 naar", _PREPOSITION),
    (r"in verband (?:van|voor|op)", "in verband met", _PREPOSITION),
    (r"naar aanleiding (?:op|voor|met)", "naar aanleiding van", _PREPOSITION),
    (r"in plaats (?:voor|met)(?= (?:de|het|een)\b)", "in plaats van", _PREPOSITION),
    (r"met behulp (?:met|door|aan)", "met behulp van", _PREPOSITION),
    (r"(dankzij|vanwege|tijdens|ondanks|volgens) (?:van|aan)(?= (?:de|het|een|onze|ons|jullie)\b)",
     r"\1", _PREPOSITION),
    (r"deel te nemen (?:in|op|bij)(?= (?:de|het|deze|onze|een) (?:workshop|cursus|wedstrijd|quiz|"
     r"toernooi|loterij|actie))", "deel te nemen aan", _PREPOSITION),
    (r"(deelnemen|deelneemt|deelgenomen) (?:in|op)(?= (?:de|het|deze|onze|een) (?:workshop|cursus|"
     r"wedstrijd|quiz|toernooi|loterij|actie))", r"\1 aan", _PREPOSITION),
    (r"(antwoord(?:en)?) (?:voor|aan)(?= (?:je|jouw|uw|deze|die|alle|al) (?:je )?vra(?:ag|gen)\b)",
     r"\1 op", _PREPOSITION),
    (r"(voldoe|voldoet|voldoen) (?:met|op|voor)(?= (?:de|het|onze|alle|deze)\b)", r"\1 aan",
     _PREPOSITION),
    (r"((?:begint|start|opent|sluit|beginnen|starten|openen|sluiten)(?: (?:we|wij|morgen|al))?) op"
     r"(?= \d{1,2}(?:[.:]\d\d)? uur)", r"\1 om", _PREPOSITION),
    (rf"in(?= [1-3]?\d {_MONTHS}\b)", "op", _PREPOSITION),
    (rf"((?:gaat|gaan) (?:\p{{L}}+ ){{0,5}}door),? mits (?=het {_WEATHER})",
     r"\1, tenzij ", OTHER),
    (r"noch (steeds|maar|even|altijd|wel)", r"nog \1", OTHER),
    (r"(kom|kijk|probeer|luister|denk|lees|vertel) (maar |ook |gerust |nou )?is"
     r"(?= (?:langs|even|een|wat|mee|hoe|wie|bij|naar|rond)\b)", r"\1 \2eens", OTHER),
    (r"(met|aan|voor|bij|van|naar|over) uw(?= (?:op(?=[.,!?])|mee|langs|klaar|te)\b|[.,!?])",
     r"\1 u",
     OTHER),
    (r"(met|aan|voor|bij|van|naar|over) jouw(?= (?:op(?=[.,!?])|mee|langs|klaar\p{L}*|te)\b)",
     r"\1 jou",
     OTHER),
    (r"((?:hoe|wat) (?:is|was|zijn|waren)) u(?= (?:bezoek|ervaring|ervaringen|mening|wensen|wens|"
     r"verblijf|plannen|favoriete|naam|adres|vraag|vragen|idee|ideeën)\b)", r"\1 uw", OTHER),
    (r"u(?= (?:mening|komst|mailadres|e-mailadres|telefoonnummer|portemonnee)\b)", "uw", OTHER),
    (r"((?:laat|vul|geef|noteer|stuur)(?: (?:hier|even|ook|ons|alvast))*) u(?= (?:gegevens|naam|"
     r"adres|bestelling|wensen|vraag|vragen|reactie)\b)", r"\1 uw", OTHER),
    (r"(zoveel \p{L}+) dan(?= (?:vorige?|ooit|gisteren|normaal|toen)\b)", r"\1 als",
     "After “even” Dutch says “als”."),
    (r"een (?:warme|hartelijke) welkom(?! \p{L})", "een warm welkom", AGREE),
    (r"wat hun (ge\p{L}+[dtn]) hebben", r"wat ze \1 hebben",
     "“Hun” is never the subject of a sentence; “zij” or “ze” is."),
    (r"((?:luister|luistert|luisteren)(?: (?:graag|goed))?) (?:aan|tot)"
     r"(?= (?:onze|jullie|je|jouw)\b)", r"\1 naar", _PREPOSITION),
    (r"(hopen|hoop|hoopt) voor(?= (?:mooi|goed|beter|droog|lekker) \p{L}+)", r"\1 op",
     _PREPOSITION),
    (r"(we|wij) zorgen over", r"\1 zorgen voor", _PREPOSITION),
    (r"(?<!van )(?<!met )(?<!aan )(?<!voor )u heb(?! (?:ik|je)\b)", "u hebt", FORM),
    (r"opzoek naar", "op zoek naar", "These are two words."),
    (r"van te voren", "van tevoren", FIXED),
    (r"van tevoor", "van tevoren", FIXED),
    (r"op eens", "opeens", FIXED),
    (r"nu een maal", "nu eenmaal", FIXED),
    (r"zo wel(?= (?:de|het|voor|jong|binnen)\b)", "zowel", FIXED),
    (r"(?<![’'‘] ?)s (avonds|middags|ochtends|morgens|nachts|zomers|winters)", r"’s \1", FIXED),
    (r"legt klaar(?= (?:bij|in|op|voor|aan)\b|[.,!?])", "ligt klaar", OTHER),
    (r"leggen klaar(?= (?:bij|in|op|voor|aan)\b|[.,!?])", "liggen klaar", OTHER),
    (r"(?<!van )jullie hebt(?= (?:het|een|al|de|ons|onze|geen|er|niet)\b)", "jullie hebben",
     FORM),
    (r"(?<!van )jullie bent", "jullie zijn", FORM),
    (r"(?<!van )jullie kunt", "jullie kunnen", FORM),
    (r"(?<!van )jullie wilt", "jullie willen", FORM),
    (r"(naar|tijdens|zonder|tussen|tegen|onder|omdat|zodat|onze|ons|deze|jouw|vanaf|van|een|en|om|"
     r"bij|voor|wordt|worden|zodra|aan|uit) (?-i:(?=\p{Ll}))\1(?= \p{Ll})", r"\1", TWICE),
)  # fmt: skip
_PATTERNS = tuple(
    (
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'’_-])(?:{one})(?:(?<=\s)|(?![\p{{L}}\p{{N}}_-]))", regex.I
        ),
        put,
        why,
    )
    for one, put, why in _PHRASES
)


def phrases(text: str) -> Iterator[Correction]:
    """What stands beside a word that another one belongs to."""
    for pattern, put, why in _PATTERNS:
        for match in pattern.finditer(text):
            yield fault(text, match.span(), match.expand(put), why)
