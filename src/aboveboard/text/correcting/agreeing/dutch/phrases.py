"""Dutch words that belong together: a preposition with its verb, and words that sound alike."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.governed import FILL as _FILL
from aboveboard.text.correcting.agreeing.dutch.governed import GOVERNED
from aboveboard.text.correcting.agreeing.dutch.governed import PREPOSITION as _PREPOSITION
from aboveboard.text.correcting.agreeing.dutch.sayings import SAYINGS
from aboveboard.text.correcting.agreeing.dutch.words import COMPARED
from aboveboard.text.correcting.agreeing.row import fault
from aboveboard.text.correcting.agreeing.why import AGREE, FIXED, FORM, OTHER, TWICE
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import listed

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
_THAN = "After a comparative Dutch says “dan”."
_EQUALS = "After “even” Dutch says “als”."
_SAID = "Dutch says this in other words."
_MORE = r"(?:" + "|".join(sorted(COMPARED)) + r"|\p{L}+(?:ig|lijk|baar|zaam|rijk|vol|ief|eel)er)"
_COMPARATIVES = (
    "leuk:leuker mooi:mooier groot:groter klein:kleiner lekker:lekkerder snel:sneller warm:warmer "
    "koud:kouder goedkoop:goedkoper gezellig:gezelliger druk:drukker rustig:rustiger hoog:hoger "
    "laag:lager sterk:sterker vers:verser zwaar:zwaarder licht:lichter zacht:zachter fris:frisser "
    "makkelijk:makkelijker moeilijk:moeilijker duur:duurder oud:ouder jong:jonger lang:langer "
    "kort:korter"
)
_EITHER = (
    r"[’']s (?:avonds|ochtends|morgens|middags|nachts|zomers|winters)|overdag|binnen|buiten|thuis|"
    r"doordeweeks|in het weekend|koffie|thee|zoet|hartig|warm|koud|rood|wit|online|vroeg|laat|"
    r"vandaag|morgen|met de fiets|met de auto|op kantoor|alleen|samen|bier|wijn|vlees|vis"
)
_SINGULAR = "After a number this word stays singular."
_FOR = r"(?:voor|aan|met|van|bij|door|naar|over|op|tegen|zonder)"
_NEWEST = r"(?:onze|ons|(?:de|het|deze|dit) (?:nieuwe|nieuwste))"
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
    # Pairs that belong together.
    (r"(niet alleen [^.!?,\n]{2,60}), en ook", r"\1, maar ook", OTHER),
    (r"(niet alleen [^.!?,\n]{2,60}),? (?:en|ook) maar ook", r"\1, maar ook", OTHER),
    (r"(zowel (?:(?!als\b|en\b)[\p{L}’'-]+ ){1,4})(?:en|of)(?= (?![^.!?\n]*\bals\b))", r"\1als",
     OTHER),
    (r"(?<!, )(?<!\b(?:geen|niet|nooit|niemand|niets|zonder|noch)\b[^.!?]*)noch(?= (?:een|twee|"
     r"drie|vier|vijf|zes|tien|veel|genoeg|plek|plaats|tijd|kaarten|vrij|"
     r"open|meer|niet|nooit|geen|lang|beschikbaar|tot|te|vandaag|deze|dit)\b)"
     r"(?![^.!?]* noch\b)", "nog", OTHER),
    (r"(hoe \p{L}+er),? (?:des|hoe) te (?=\p{L}+er\b)", r"\1, hoe ", OTHER),
    # As and than.
    (rf"({_MORE}(?: \p{{L}}+)?) als(?= (?:je|u|we|wij|ik|jij|hij|ze|jullie|iedereen) "
     r"(?:denkt|denken|dacht|dachten|verwacht|verwachtte|verwachtten|had(?:den)? gedacht|"
     r"had(?:den)? verwacht|vermoedt|zou(?:den)? denken)\s*(?:[.,!?]|$))", r"\1 dan", _THAN),
    (rf"({_MORE}(?: \p{{L}}+)?) als(?= (?:ooit|voorheen|gepland|gedacht|verwacht|gehoopt|"
     rf"aangekondigd|"
     r"gebruikelijk|(?:vroeger|de rest|alle andere|elders|in de supermarkt|de meeste|ik|jij|hij|"
     r"zij|"
     r"wij|jullie|(?:vorig|vorige|het vorige|dit|deze|afgelopen) "
     r"(?:jaar|week|maand|seizoen|keer|zomer|editie))\s*(?:[.,!?]|$))(?![\p{L}\p{N}]))",
     r"\1 dan", _THAN),
    (rf"(liever (?:{_EITHER})) als(?= (?:{_EITHER})\b)", r"\1 dan", _THAN),
    (r"((?:de|het)zelfde(?: \p{L}+)?|evenveel(?: \p{L}+)?|net zoveel(?: \p{L}+)?|(?:twee|drie|vier|"
     r"vijf|tien) keer zoveel(?: \p{L}+)?) dan(?= (?:nu|vorige?|altijd|vroeger|normaal|anders|ooit|"
     r"eerder|voorheen|gisteren|toen|in|op|bij|die|de|het|wij|jij|ik|onze)\b)", r"\1 als", _EQUALS),
    (r"(net als) dan", r"\1", _EQUALS),
    (r"((?:heel|iets|veel|wat|totaal|niet) anders) als(?= (?:anders|vroeger|de|het|vorige?|je|"
     r"gewoonlijk|normaal|verwacht|gedacht)(?: (?:denkt|verwacht|jaar|keer|rest|week)|[.,!?]))",
     r"\1 dan", _THAN),
    *(
        (rf"meer {one}(?= dan\b)", more, AGREE)
        for one, more in (pair.split(":") for pair in listed(_COMPARATIVES))
    ),
    (r"(?<!niet )(?<!geen )(?<!nooit )(?<!niets )(?<!niks )meer "
     r"(beter|mooier|leuker|lekkerder|groter|kleiner|sneller|goedkoper|gezelliger)"
     r"(?! (?:en|of)\b)", r"\1", _SAID),
    # Not and none.
    (r"(niemand (?:hoeft|kan|mag|wil|moet|heeft|is|gaat|weet|komt|blijft|ziet)) niet"
     r"(?! (?:alleen|meer|te|zo)\b)", r"\1", _SAID),
    (r"(niemand hoeft) niet(?= te )", r"\1", _SAID),
    (r"(nooit(?: meer)?|niets|niks) niet", r"\1", _SAID),
    (r"(?<!nog )(nooit) niemand", r"\1 iemand", _SAID),
    (rf"((?:heb|hebt|heeft|hebben|had|hadden|is|zijn|was|waren){_FILL}) niet(?= (?:tijd|zin|plek|"
     r"plaats|ruimte|personeel|geld|idee|kaarten|kaartjes|tickets|parkeerplaatsen|plekken|plaatsen|"
     r"vacatures|stroom|internet|water|koffie|brood|vis|soep|taart|pinautomaat)(?: (?:meer|vandaag|"
     r"over|vrij|beschikbaar|nodig|voor \p{L}+))?[.,!?])(?![^.!?]*\bmaar\b)", r"\1 geen", OTHER),
    # If, whether, when and who.
    (rf"((?:weet|weten|wist|wisten){_FILL} niet(?: (?:zeker|precies|goed))?|vraag(?:t)? (?:me|"
     rf"je|zich) "
     r"af|vragen (?:ons|zich) af|vroeg(?:en)? (?:me|ons|zich) af|benieuwd|nieuwsgierig|"
     r"nog niet (?:bekend|duidelijk|zeker)|onduidelijk) als"
     r"(?= (?:het|de|we|wij|er|ik|hij|ze|zij|jullie|ons|onze|deze|dit|je|u|alles|iedereen|er|die|"
     r"dat) \p{L}+)", r"\1 of", OTHER),
    (r"(?<![\p{L},] )als(?= (?:wij|we|ik|hij|zij|ze|jullie|mijn \p{L}+|onze \p{L}+|de \p{L}+) "
     r"in (?:19|20)\d\d (?:begon|begonnen|startte|startten|opende|openden|kwam|kwamen|verhuisde|"
     r"verhuisden|trouwde|trouwden|kocht|kochten)\b)", "toen", OTHER),
    (r"(?<!\b(?:vra|vroeg|vertel|weet|weten|laat|zeg|toon|raad)\p{L}*\b[^.!?]*)"
     r"((?:de|een|die|deze|onze) (?:man|vrouw|jongen|persoon|klant|gast|bezoeker|mensen|bezoekers|"
     r"klanten|gasten|kinderen|vrijwilliger|vrijwilligers|collega|collega[’']s|dame|heer|"
     r"kunstenaar|winnaar|winnaars|speler|spelers)|iedereen|iemand|niemand|degene|degenen|allen|"
     r"alle "
     r"\p{L}+en) wie(?= (?:de|het|een|deze|dit|die|dat|ons|onze|zijn|haar|hun|mee|zich|al|nog|hier|"
     r"bij|vandaag|gisteren|wil|graag|niet|ook|in|op|met|voor|zaterdag|morgen|komt|helpt)\b)",
     r"\1 die", OTHER),
    # "Her" is one word with what it goes with, and reflexives.
    (rf"((?:zorg|zorgt|zorgen|zorgde|zorgden|"
     rf"gezorgd){_FILL})(?<!\ber\b[^.!?]*) voor dat(?= \p{{L}})", r"\1 ervoor dat",
     _SAID),
    (rf"((?:reken|rekent|rekenen|vertrouw|vertrouwt|vertrouwen|let|letten|"
     rf"wijzen){_FILL})(?<!\ber\b[^.!?]*) op dat"
     r"(?= (?:je|jij|we|wij|u|jullie|ze|zij|hij|ik|er|alles|iedereen|het|de|alle|onze)\b)",
     r"\1 erop dat", _SAID),
    (rf"((?:denk|denkt|denken|herinner|herinneren){_FILL})(?<!\ber\b[^.!?]*) aan dat"
     r"(?= (?:je|jij|we|wij|u|jullie|ze|zij|hij|ik|er|alles|iedereen|het|de|alle|onze)\b)",
     r"\1 eraan dat", _SAID),
    (r"((?:we|wij) (?:verheugen|schamen|vergissen|haasten|realiseren))(?= (?:niet |nu |al |"
     r"enorm |erg |"
     r"heel |ook |zeer )*(?:op|voor|dat|over|naar)\b)(?! (?:\p{L}+ )*ons\b)", r"\1 ons", _SAID),
    (r"(ik (?:verheug|schaam|vergis|haast|realiseer))(?= (?:nu |al |enorm |erg |heel |ook |zeer )*"
     r"(?:op|dat|over)\b)(?! (?:\p{L}+ )*me\b)", r"\1 me", _SAID),
    (r"((?:we|wij) (?:verheugen|schamen|vergissen|haasten|realiseren|bereiden|herinneren|richten|"
     r"houden|zetten|inzetten|voelen)) (?:zich|elkaar ons)", r"\1 ons", AGREE),
    (r"(ik (?:verheug|schaam|vergis|haast|realiseer|bereid|herinner|richt|houd|zet|voel)) zich",
     r"\1 me", AGREE),
    # Whom, whose.
    (rf"({_FOR}) hun(?= (?:was|waren|is|had|hadden|zou|zouden|kan|kunnen|lukt|lukte|gaat|ging|zijn|"
     r"hebben|heeft) (?:dit|het|de|er|dat|deze|we|wij|ik|alles|niets|ons|onze|geen)\b)", r"\1 hen",
     OTHER),
    (rf"({_FOR}) hun(?= (?:allemaal|samen|die|wie)\b)", r"\1 hen", OTHER),
    (r"(bedank|bedankt|bedanken|feliciteren|feliciteer|ontmoeten|ontmoette|zien|zagen|missen|steunen|"
     r"steun) hun(?= (?:voor|met|allemaal|graag|van harte|bij)\b|[.,!?])", r"\1 hen", OTHER),
    (r"hun(?= (?:bedanken|feliciteren|ontmoeten|steunen|bezoeken|uitnodigen)\b)", "hen", OTHER),
    (r"(?<!de )(?<!een )(?<!deze )mijn(?! een na\b)(?= (?:een|het|gerust|dat|als|er|de)\b)",
     "mij", OTHER),
    (rf"(?<!de )({_FOR}) mijn(?=[.!?])", r"\1 mij", OTHER),
    (r"(help|helpt|helpen|bel|belt|mail|mailt|stuur|stuurt|geef|geeft|vraag|vraagt|vertel|vertelt|"
     r"app|appt) jouw(?= (?:graag|even|met|bij|een|het|de|meer|alles|op)\b|[.,!?])", r"\1 jou",
     OTHER),
    (r"((?:help|helpt|helpen|bel|belt|bellen|mail|mailt|stuur|stuurt|sturen|geef|geeft|geven|vraag|"
     r"vraagt|vertel|vertelt|vertellen|heten|heet|ontvangen)) uw(?= (?:graag|even|met|bij|een|"
     r"het|de|"
     r"meer|alles|op|welkom|van|hartelijk|zo|binnen)\b|[.,!?])", r"\1 u", OTHER),
    # Something nice.
    (r"(?<!\b(?:vind|vond|maak)\p{L}*\b[^.!?]*)((?:iets|niets|niks)(?: (?:heel|zo|echt|"
     r"erg))?) (lekker|leuk|nieuw|mooi|bijzonder|speciaal|"
     r"uniek|gezellig|heerlijk|spannend|origineel|feestelijk|verrassend|creatief|handig|"
     r"grappig|zoet|hartig|klein|gezond)(?=[.!?]| (?:bij|voor|op|in|aan|uit|van|te (?:doen|eten|"
     r"drinken|vieren|proeven|zien|maken)|om|voor|dat|meemaken|proberen|beleven|eten|drinken|proeven)"
     r"\b)", r"\1 \2s", AGREE),
    # Too many small words.
    (r"(een (?:kopje|kop|glas|glaasje|stuk|stukje|fles|kilo|liter|bord|pond|portie|beetje)) van"
     r"(?= (?:koffie|thee|wijn|bier|water|melk|sap|brood|kaas|soep|appeltaart|taart|suiker|"
     r"zout)\b)",
     r"\1", _SAID),
    (r"met z[’']n twee(?=[.,!?])", "met z’n tweeën", FIXED),
    # Commands, and verbs that look like others.
    (r"(?<![\p{L},] )ben(?= (?:er (?:\p{L}+ )?(?:snel|vlug|gauw|op tijd|zuinig) (?:op|bij)|"
     r"gerust|op tijd(?=[,!])|voorzichtig|zuinig op|niet (?:bang|verlegen)|lief voor|"
     r"van harte welkom|welkom)\b)"
     r"(?![^.!?]*\bik\b)", "wees", FORM),
    (r"(?<![\p{L},] )wordt(?= (?:nu |ook |vandaag |gratis )*(?:lid|vriend|vrijwilliger|donateur|"
     r"fan|"
     r"abonnee|sponsor|pleegouder|gastgezin|maatje|buurtmaatje)\b)"
     r"(?![^.!?]*\?)", "word", FORM),
    (r"(?<![\p{L},] )vindt(?= (?:ons|meer (?:informatie|info))\b)(?![^.!?]*\?)", "vind", FORM),
    (rf"(?<![\p{{L}},] )(?:kan|kun) (je|jij)(?= {_NEWEST} (?:\p{{L}}+ ){{1,4}}(?:al|nog)\?)",
     r"ken \1", OTHER),
    (rf"(?<![\p{{L}},] )kunnen jullie(?= {_NEWEST} (?:\p{{L}}+ ){{1,4}}(?:al|nog)\?)",
     "kennen jullie", OTHER),
    *(
        (rf"((?:we|wij|ik|zij) ){one}(?= (?:(?!(?:op|en|maar|om|"
         rf"in)\b)\p{{L}}+ ){{0,6}}?(?<!\b(?:op|onder|naast|bij|in|aan|"
         r"achter|voor|tegen|over|langs) )(?:een|de|het|jouw|je|uw) (?:\p{L}+e )?(?:vloer|laminaat|"
         r"parket|tegelvloer|fundering|bestrating|kabels|leidingen|tegels|dakpannen|gazon|kunstgras|"
         r"tapijt|basis|link|nadruk|focus)\b)", rf"\1{put}", OTHER)
        for one, put in (("lig", "leg"), ("liggen", "leggen"))
    ),
    *(
        (rf"er {one}(?= (?:nog |al |ook |weer |nu |hier )*(?:een|\d+|twee|drie|vier|vijf|veel|"
         r"sneeuw|genoeg|mooie|nieuwe)\b)(?![^.!?]* (?:aan|uit|vast|af|neer|bij)\b)",
         f"er {put}", OTHER)
        for one, put in (("legt", "ligt"), ("leggen", "liggen"))
    ),
    (r"de (?=(?:mooie|slechte|warme|koude|goede|lekkere|heerlijke|zonnige|zomerse|prachtige|natte|"
     r"wisselvallige) weer(?: (?:zit|is|was|van|blijft|gaat|komt|kun|kunnen|in|houdt|zitten)\b|"
     r"[.,!?]))",
     "het ", "This noun takes “het”."),
    (r"((?:voor|aan|van|zoeken|zijn|met) (?:alle )?(?:mensen|vrijwilligers|jongeren|ouders|"
     r"kinderen|"
     r"klanten|gasten|bezoekers|leden|ondernemers)) wie(?= (?:graag|niet|al|nog|zich|het|een|de|"
     r"mee|"
     r"ook|van|in|op|willen|kunnen|zijn|hebben)\b)", r"\1 die", OTHER),
    (r"((?:voor|over|door|met|van) )u(?= (?:vertrouwen|geduld|begrip|inzet|medewerking|donatie|"
     r"interesse)\b)", r"\1uw", OTHER),
    (r"((?:dank|bedankt|danken)(?: u)? (?:hartelijk )?voor )u(?= (?:steun|bezoek|bestelling|"
     r"aankoop|bijdrage|reactie)\b)", r"\1uw", OTHER),
    (r"na(?= (?:we|wij|ik|hij) \p{L})", "nadat", OTHER),
    (r"tijdens(?= (?:we|wij|ik|hij|ze|zij) \p{L})", "terwijl", OTHER),
    (r"(?:vanwege|wegens)(?= (?:we|wij|ik|hij|het (?:regent|regende|sneeuwt)) )", "omdat", OTHER),
    (r"zelf(?= als (?:het|je|de|we|er)\b)", "zelfs", OTHER),
    (r"zelfs(?= (?:gemaakte?|gebakken|gebrouwen|geteelde?|gekweekte?)\b)", "zelf", OTHER),
    (rf"op de (?=[1-3]?\d {_MONTHS}\b)", "op ", "Dutch says this without “de”."),
    (r"((?:om|tot|vanaf) \d{1,2}(?:[.:]\d\d)?) uren", r"\1 uur", _SINGULAR),
    (r"(naar|in|uit|door|van) de (?=(?-i:Nederland|België|Duitsland|Frankrijk|Spanje|Italië|"
     r"Portugal|"
     r"Oostenrijk|Griekenland|Polen|Denemarken|Zweden|Noorwegen|Engeland|Hongarije|Marokko|Japan)"
     r"(?:[.,!?]| (?:is|zijn|gaan|te|en|om|met|waar|voor)\b))", r"\1 ",
     "Dutch says this without “de”."),
    (r"(?<=, )(daarom|toch|daarna|vervolgens) (we|wij) (gaan|zijn|hebben|kunnen|willen|moeten|"
     r"komen|"
     r"blijven|sluiten|openen|maken)", r"\1 \3 \2", _SAID),
    (r"((?:verschillende|meerdere|diverse|vele|twee|drie|vier|vijf|zes|tien) )soort(?= \p{Ll})",
     r"\1soorten", AGREE),
    (r"((?:kun|kan|kunt|kunnen) (?:je|jij|u|jullie) (?:ons|mij|me) (?:zeggen|vertellen)) als"
     r"(?= (?:het|jullie|je|de|er|we|u)\b)", r"\1 of", OTHER),
    (r"((?:is|zijn|was|waren|heb|hebben|heeft)) niet een(?= (?:goed|goede|groot|grote|klein|kleine|"
     r"leuk|leuke|makkelijke?|moeilijke?|nieuwe?|slechte?|mooie?|echte?|probleem|reden|grap|"
     r"geheim|verrassing)\b)(?![^.!?]*\b(?:maar|wel)\b)", r"\1 geen", OTHER),
    (r"((?:we|wij|jullie) )beide(?= (?:werken|zijn|hebben|gaan|komen|wonen|houden|vinden|spelen|"
     r"zingen)\b)", r"\1beiden", OTHER),
    # Fixed ones.
    (r"ten (huur)", r"te \1", FIXED),
    (r"ter (huur|koop)", r"te \1", FIXED),
    (r"ten koop(?! (?:lopen|loopt))", "te koop", FIXED),
    (r"te huren staan", "te huur staan", FIXED),
    (r"tekoop", "te koop", FIXED),
    (r"tehuur", "te huur", FIXED),
    (r"te minste", "ten minste", FIXED),
    (r"(?:te|ter) slotte", "ten slotte", FIXED),
    (r"ten plaatse", "ter plaatse", FIXED),
    (r"te beschikking", "ter beschikking", FIXED),
    (r"ten gelegenheid van", "ter gelegenheid van", FIXED),
    (r"ter gunste van", "ten gunste van", FIXED),
    (r"ter aanzien van", "ten aanzien van", FIXED),
    (r"ter bate van", "ten bate van", FIXED),
    (r"ten ere van", "ter ere van", FIXED),
    (r"te samen(?= met)", "samen", FIXED),
    (r"(?<!\b(?:er|het|gaat) )om dat(?= (?:we|wij|ik|hij|ze|zij|er|jullie) )", "omdat", FIXED),
    (r"(?<!(?:zorg|stel|kom|kwam|hou)\p{L}* (?:\p{L}+ )*)(?<!er )voor dat"
     r"(?= (?:we|wij|ik|hij|ze|zij|er|jullie|je|het|de) )", "voordat", FIXED),
    (r"na dat(?= (?:we|wij|ik|hij|ze|zij|er|jullie|je|het|de) )", "nadat", FIXED),
    (r"door dat(?= (?:we|wij|ik|hij|ze|zij|er|jullie|je|het) )", "doordat", FIXED),
    (r"tot dat(?= (?:we|wij|ik|hij|ze|zij|er|jullie|je|het|alles) )", "totdat", FIXED),
    (r"ieder een(?= (?:is|kan|mag|die|heeft|weet|komt)\b)", "iedereen", FIXED),
    (r"van af(?= (?:\d|nu|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|"
     r"morgen|"
     r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)",
     "vanaf", FIXED),
    (r"mis schien", "misschien", FIXED),
    (r"des ondanks", "desondanks", FIXED),
    (r"bij voorbeeld", "bijvoorbeeld", FIXED),
    (r"(?:te|ten) goeder trouw", "te goeder trouw", FIXED),
)  # fmt: skip
_PATTERNS = tuple(
    (
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'’_-])(?:{one})(?:(?<=\s)|(?![\p{{L}}\p{{N}}_-]))", regex.I
        ),
        put,
        why,
    )
    for one, put, why in (*_PHRASES, *GOVERNED, *SAYINGS)
)


def phrases(text: str) -> Iterator[Correction]:
    """What stands beside a word that another one belongs to."""
    for pattern, put, why in _PATTERNS:
        for match in pattern.finditer(text):
            yield fault(text, match.span(), match.expand(put), why)
