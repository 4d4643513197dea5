"""Dutch words and the preposition that each of them asks for: "bestaat uit", "trots op".

Source: Algemene Nederlandse Spraakkunst, 9.3 (vaste voorzetsels).
"""

PREPOSITION = "Dutch uses another preposition here."
_DET = "de|het|een|jouw|je|jullie|uw|onze|ons|deze|dit|alle|mijn|hun"
_A = "een|nieuwe|leuke|enthousiaste|iemand|versterking|vrijwilligers|extra|ervaren|mensen|gezellige"
FILL = (
    r"(?: (?:je|jij|jullie|u|we|wij|ons|me|mij|zich|er|ook|nu|al|nog|graag|gerust|even|snel|altijd|"
    r"echt|veel|zo|erg|heel|enorm|dan|vandaag|zaterdag|morgen|goed|lekker|vooral|volop|steeds))*"
)
_LESSON = (
    "workshops?|cursus|cursussen|les|lessen|toernooi|wedstrijd|quiz|loterij|actie|rondleiding|"
    "wandeling|training|bijeenkomst|excursie|lezing|proefles|kamp|zomerkamp|braderie|markt"
)
_LETTER = "nieuwsbrief|nieuwsbrieven|kanaal|podcast|krant|tijdschrift|magazine|videokanaal"
_LATE = "januari|februari|april|juni|juli|augustus|september|oktober|november|december"
# What governs, the prepositions that are wrong after it, the right one, and what follows.
_ROWS: tuple[tuple[str, str, str, str], ...] = (
    (r"(?<!(?:ons|jarig|het|zijn|haar) )besta(?:at|an)"
     r"(?: (?:dus|vooral|volledig|helemaal|grotendeels))?|bestond(?:en)?", "van", "uit",
     rf"{_DET}|vers|verse|vooral|twee|drie|vier|vijf|zes|zeven|acht|tien|enkel|alleen|louter|"
     "vrijwilligers"),
    (r"(?:zo|heel|erg|super|ontzettend|enorm|echt|best|supertrots|apetrots|ongelooflijk|"
     r"ongelofelijk|bijzonder|reuze|wel|ook|we zijn|ik ben|zijn we|ben ik|zijn wij|wij zijn|"
     r"is|\p{L}{2,}(?:en|s) zijn) trots|apetrots|"
     r"supertrots|reuzetrots", "van|voor|over|met|aan", "op", rf"{_DET}|wat|al|zijn|haar"),
    (r"(?:zijn|ben|is)(?: (?:zo|heel|erg|super|enorm|ontzettend))? blij", "van|aan|op", "met",
     r"jullie|je|deze|de|het|onze"),
    (r"interesse|interesses", "aan|naar|op|over|voor", "in", f"{_DET}|deelname"),
    (r"geïnteresseerd", "naar|over|van|op|aan|voor", "in", _DET),
    (rf"(?:heb|hebt|heeft|hebben){FILL} (?:zin|trek)|(?<![\p{{L}}\p{{N}},] )zin",
     "voor|aan|naar|op", "in",
     "een|iets|lekkere?|koffie|taart|soep|ijs|pannenkoeken|onze|een|feest|vakantie|zomer|kerst"),
    (r"op zoek", "voor|achter|aan|om", "naar", f"{_A}|jouw|jou"),
    (r"gespecialiseerd", "voor|met|aan|over|op", "in", r"\p{L}+"),
    (r"(?:gefeliciteerd|feliciteer|feliciteert|feliciteren)(?: (?:jullie|je|u|hen|hem|haar|"
     r"(?:onze|ons|de|het) \p{L}+|\p{Lu}\p{L}+(?: en \p{Lu}\p{L}+)?))?",
     "voor|aan|op|om|over", "met", "je|jullie|de|het|jouw|uw|dit|deze|haar|hun|zijn"),
    (rf"beschik(?:t|ken|te|ten)?{FILL}", "van|met|aan|op", "over",
     f"{_DET}|twee|drie|vier|veel|geen|ruime"),
    (r"(?:is|zijn|wordt|worden|was|waren) voorzien", "met", "van",
     "een|de|alle|nieuwe|twee|moderne|gratis"),
    (r"profiteer(?:t|de|den)?|profiteren|geprofiteerd", "aan|uit|over|voor", "van",
     f"{_DET}|korting|veel|maar"),
    (r"gebrek", "in|op|voor", "aan", r"\p{L}+"),
    (r"(?:door|wegens|bij|vanwege) gebrek", "van", "aan", r"\p{L}+"),
    (r"rijk", "van|op|met", "aan", "vitamines?|vezels|smaak|eiwitten|ijzer|mineralen"),
    (r"(?:maak|maakt|maken|maakte|maakten)(?: \p{L}+){0,3} deel uit|deel uitma(?:kt|ken)|"
     "deel uit te maken",
     "aan|in|bij|tot|op", "van", _DET),
    (r"(?:maak|maakt|maken)(?: \p{L}+){0,2} gebruik|gebruikmaken|gebruik te maken|gebruik gemaakt",
     "aan|op|met|uit|over", "van", _DET),
    (r"op basis", "aan|in|uit|met", "van", r"\p{L}+"),
    (r"in samenwerking", "van|tot|bij|aan", "met", r"\p{L}+"),
    (r"onder leiding", "door|met|bij|aan", "van", r"\p{L}+"),
    (r"in combinatie", "van|aan|bij|tot", "met", r"\p{L}+"),
    (r"in tegenstelling", "van|met|aan|op|naar|dan", "tot", r"\p{L}+"),
    (r"in ruil", "van|aan", "voor", r"\p{L}+"),
    (r"met ingang", "vanaf|op|aan|in", "van", r"[\p{L}\d]+"),
    (r"ter gelegenheid", "voor|met|op|aan", "van", r"\p{L}+"),
    (r"ten opzichte", "tot|met|aan|op", "van", r"\p{L}+"),
    (r"overtuigd", "over|aan|op|voor", "van", _DET),
    (r"verslaafd", "naar|voor|op|met", "aan", r"\p{L}+"),
    (r"reage(?:er|ert|ren|erde|erden)", "aan|naar|tot|over", "op", "dit|deze|onze|ons bericht"),
    (rf"abonne(?:er|ert|ren){FILL}|geabonneerd", "voor|in|aan|bij|tot|naar", "op",
     rf"(?:de|het|onze|ons|deze|dit|mijn)(?: \p{{L}}+e?)?(?: \p{{L}}+e)? (?:{_LETTER})"),
    (rf"schrijf{FILL} in|in te schrijven|ingeschreven|inschrijven|meld{FILL} aan|"
     "aan te melden|aangemeld|aanmelden|geef je op|opgeven", "aan|naar|tot", "voor",
     rf"(?:{_DET})(?: \p{{L}}+)?(?: \p{{L}}+e)? (?:{_LESSON})"),
    (r"uitgenodigd|uit te nodigen|uitnodigen|"
     r"(?:nodig|nodigt|nodigen)(?: (?:je|jullie|u|iedereen|hen|we|wij|graag|allemaal))* uit",
     "aan|naar|tot", "voor",
     rf"(?:{_DET})(?: \p{{L}}+)? (?:{_LESSON}|feest|opening|\p{{L}}+feest|borrel|première)"),
    (r"kennismaken|kennis te maken|kennisgemaakt|kennis gemaakt", "aan|van|tot", "met", _DET),
    (rf"(?:bedankt|dankjewel|dankuwel|dank je wel|dank u wel|dank){FILL}", "om|over|op|van", "voor",
     r"(?:je|jullie|uw|de|al) (?:\p{L}+ )?(?:komst|steun|hulp|bezoek|vertrouwen|inzet|reacties|"
     r"bestelling|bijdrage|berichten|geduld|begrip|donatie|deelname)"),
    (rf"let{FILL}|letten", "aan|voor|naar|over", "op", "de|het|je|deze|onze"),
    (rf"(?:hoop|hopen|hoopt){FILL}", "aan|naar", "op", "een|de|veel|jullie|jouw|je|mooi|goed"),
    (rf"(?:hoop|hopen|hoopt){FILL}", "voor", "op", "veel|mooi|goed|beter|droog|lekker"),
    (r"op de hoogte", "over|aan", "van", f"{_DET}|nieuwe|al"),
    (r"bewust", "over|op|aan", "van", _DET),
    (r"(?:grote?|trouwe|echte|vaste) fan", "voor|over|aan", "van", f"{_DET}|taart|koffie"),
    (r"recht", "voor|aan|tot", "op", r"korting|gratis|\d+|een (?:gratis|korting|vergoeding|"
                                     r"toeslag)"),
    (r"(?:we|wij) geloven", "aan|op|voor", "in", f"{_DET}|elkaar|duurzame"),
    (rf"kijk{FILL}(?: voor (?:meer informatie|de voorwaarden|het programma|alle data))?",
     "in|aan|bij", "op", "onze (?:website|site)|de website|www"),
    (rf"luister(?:t|en)?{FILL}", "aan|tot", "naar", f"{_DET}|muziek"),
    (r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|vandaag|vanavond|"
     r"vanmiddag|ochtend|avond|middag|beginnen|begint|start|opent|sluit|vertrekt|vertrekken)",
     "op|aan", "om",
     r"\d{1,2}(?:[.:]\d\d)? uur(?! (?:rijden|vliegen|lopen|varen|afstand|fietsen|reizen))"),
    (r"vergeleken", "van|tot|aan", "met", _DET),
    (r"verantwoordelijk", "van|over|op|aan", "voor", r"\p{L}+"),
    (r"afhankelijk", "aan|op|voor|met", "van", _DET),
    (r"(?:ver)?liefd(?:e)? geworden", "in|met|aan", "op", _DET),
    (r"jaloers", "voor|over|naar|aan|met", "op", r"\p{L}+"),
    (r"nieuwsgierig|benieuwd", "over|voor|op|aan|van|om", "naar",
     "de|het|een|jouw|je|jullie|onze|ons|wat|hoe|meer"),
    (r"omga(?:at|an)|om te gaan|omgegaan", "van|aan|op", "met", _DET),
    (r"zich bezig(?:houdt)?|bezighouden|bezig te houden", "van|aan|over|op", "met", r"\p{L}+"),
    (r"voldoe(?:t|n)?|voldeed|voldeden", "met|op|voor|tot", "aan", f"{_DET}|strenge"),
    (r"(?:rekening) (?:ge)?houd(?:en|t)?", "voor|op|aan|van", "met", r"\p{L}+"),
    (r"(?:een )?bijdrage (?:ge)?lever(?:en|t|d)|een bijdrage te leveren", "voor|tot", "aan", _DET),
    (r"(?:een|de|hun|zijn|haar|onze|jouw|je) voorkeur", "aan|op|naar", "voor", _DET),
)  # fmt: skip
GOVERNED: tuple[tuple[str, str, str], ...] = (
    *(
        (rf"({word}) (?:{wrong})(?= (?:{then})(?![\p{{L}}\p{{N}}]))", rf"\1 {right}", PREPOSITION)
        for word, wrong, right, then in _ROWS
    ),
    # Here it is missing.
    (rf"(kijk{FILL}(?: voor (?:meer informatie|meer info|de voorwaarden|het programma|alle data|"
     r"details))?)(?= (?:onze|de) (?:nieuwe )?(?:website|site)\b)", r"\1 op", PREPOSITION),
    (rf"(luister(?:t|en)?{FILL})(?= (?:onze|de) (?:nieuwe |nieuwste )?(?:podcast|aflevering)\b)",
     r"\1 naar", PREPOSITION),
    (r"((?:(?<![\p{L},] )geniet|(?:we|wij) genieten)(?: (?:samen|nu|nog|volop|even|we|wij|"
     r"jullie|ook))*)"
     r"(?= (?:onze|een|deze|dit|ons) \p{L}+)(?! een (?:uur|dag|week|weekend|avond|middag|hele|heel|"
     r"paar)\b)(?![^.!?]* van\b)(?! (?:deze|dit) (?:week|maand|zomer|winter|weekend|jaar|middag|"
     r"avond|ochtend|dag))",
     r"\1 van", PREPOSITION),
    (rf"op(?= (?:{_LATE})(?: \d{{4}})?(?:[.,!?]| (?:opent|openen|gaan|gaat|start|starten|begint|"
     r"beginnen|is|zijn|komt|komen|vieren|organiseren)\b))", "in", PREPOSITION),
    (r"(?:op|aan|bij) het weekend(?= (?:is|zijn|gaan|open|kun|kunnen|komen|werken)\b|[.,!?])",
     "in het weekend", PREPOSITION),
    (r"(tussen \d{1,2}(?:[.:]\d\d)?(?: uur)?) tot(?= \d)", r"\1 en", PREPOSITION),
)  # fmt: skip
