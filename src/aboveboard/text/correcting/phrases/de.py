"""German: seit and seid, cases after prepositions, genders, capitals after "am", "zum", "auf"."""

from aboveboard.text.correcting.phrases.row import Row, listed, turn

_SEIT = "“Seit” is about time; “seid” is the verb."
_CASE = "This preposition asks for another case."
_GENDER = "This noun has another gender."
_CAPITAL = "As a noun this word takes a capital."
_FORM = "The verb has another form after this person."
_BE = "This verb forms its past with “sein”."
_PREPOSITION = "German uses another preposition here."
_NEUTER = listed("Problem Team Auto Haus Kind Geschäft Angebot Produkt Wochenende Jahr Brot Buch")
_FEMININE = listed("Idee Woche Stadt Frage Bestellung Farbe Sorte Saison Auswahl Werkstatt")
_MASCULINE = listed("Laden Preis Tag Monat Kunde Markt Geschmack Kuchen Tisch Sommer Winter")
_COMPARED = listed(
    "größer kleiner besser mehr weniger länger kürzer schneller billiger günstiger schöner stärker "
    "lieber öfter höher älter jünger leckerer frischer früher später teurer anders "
    "wärmer kälter schwächer näher gesünder härter klüger"
)
_GONE = listed("gegangen gekommen geblieben geworden angekommen gewachsen")

_SOMETHING = listed(
    "neues gutes schönes besonderes leckeres süßes tolles altes großes kleines warmes kaltes "
    "herzhaftes spannendes wichtiges gesundes passendes schlechtes besseres ähnliches schöneres"
)
# What follows is no noun that the word before goes with.
_NO_NOUN = r"(?! (?:\p{Ll}+e[sn]? )?(?-i:\p{Lu})|\p{L})"
_SLIP = "This looks like a slip of the hand."


def _alike(small: str) -> dict[str, str]:
    """Words that are no nouns here and become themselves, in small letters."""
    return {one: one for one in small.split()}


ROWS: tuple[Row, ...] = (
    Row(
        r"seid (gestern|heute|langem|kurzem|Jahren|Wochen|Monaten|Montag|Samstag|Sonntag|Beginn|"
        r"Anfang|\d{4}|(?:\d+|zwei|drei|vier|fünf|zehn|über|mehr|vielen) \p{L}+n)",
        r"seit \1",
        _SEIT,
    ),
    Row(r"ihr seit(?! \d)", "ihr seid", _SEIT, "likely"),
    turn("für|ohne|gegen|durch", {"mir": "mich", "dir": "dich", "ihm": "ihn", "wem": "wen"}, _CASE),
    turn(
        "mit|von|bei|zu|nach|aus", {"mich": "mir", "dich": "dir", "ihn": "ihm", "wen": "wem"}, _CASE
    ),
    Row(rf"(?:der|die) ({_NEUTER})", r"das \1", _GENDER, "likely"),
    Row(rf"das ({_FEMININE})", r"die \1", _GENDER, "likely"),
    Row(rf"das ({_MASCULINE})", r"der \1", _GENDER, "likely"),
    Row(rf"ein ({_FEMININE})", r"eine \1", _GENDER),
    Row(rf"eine ({_NEUTER}|{_MASCULINE})", r"ein \1", _GENDER),
    Row(rf"(unser|euer|mein|dein|kein) ({_FEMININE})", r"\1e \2", _GENDER, "likely"),
    Row(rf"({_COMPARED}) wie", r"\1 als", "After a comparative German says “als”."),
    Row(r"als wie", "als", "This says the same twice.", "likely"),
    turn(
        "",
        {
            f"{a} {b}": f"{c} {b}"
            for a, c in (
                ("habe", "bin"),
                ("hast", "bist"),
                ("hat", "ist"),
                ("haben", "sind"),
                ("habt", "seid"),
            )
            for b in _GONE.split("|")
        },
        _BE,
    ),
    Row(r"(?<!und )ich (?:hast|hat|haben)", "ich habe", _FORM),
    Row(r"wir (?:hat|habt|habe)", "wir haben", _FORM),
    Row(r"wir (?:ist|bin|seid)", "wir sind", _FORM),
    Row(r"ihr haben", "ihr habt", _FORM, "likely"),
    Row(r"du (?:habt|hat|habe)", "du hast", _FORM),
    Row(r"du (?:kannt|kann)", "du kannst", _FORM),
    Row(r"du (?:will|wilst)", "du willst", _FORM),
    Row(
        r"auf (deutsch|englisch|französisch|niederländisch|ungarisch)(?=[ ,.!?]|$)",
        r"auf ^\1",
        _CAPITAL,
    ),
    Row(r"(heute|gestern) (abend|mittag|nachmittag|vormittag|nacht)", r"\1 ^\2", _CAPITAL),
    Row(r"zum (ersten|letzten|zweiten) mal", r"zum \1 Mal", _CAPITAL),
    Row(r"(jedes|dieses|nächstes|letztes) mal", r"\1 Mal", _CAPITAL),
    Row(
        r"im (voraus|allgemeinen|übrigen|wesentlichen|folgenden)(?! (?-i:\p{Lu}))",
        r"im ^\1",
        _CAPITAL,
    ),
    Row(
        r"am (wochenende|anfang|ende|meer|strand|morgen|abend|mittag|nachmittag|see)",
        r"am ^\1",
        _CAPITAL,
    ),
    Row(
        r"(beim|zum) (backen|kochen|essen|einkaufen|lesen|lernen|fahren|arbeiten|frühstück)",
        r"\1 ^\2",
        _CAPITAL,
    ),
    Row(rf"(etwas|nichts|viel|wenig|allerlei) ({_SOMETHING}){_NO_NOUN}", r"\1 ^\2", _CAPITAL),
    Row(rf"(alles) (gute|liebe|schöne|weitere|wichtige|nötige){_NO_NOUN}", r"\1 ^\2", _CAPITAL),
    Row(
        r"(?<=^|[.!?\n] )das (beste|schönste|tollste|wichtigste) (?=(?:am|an|ist|daran|dabei)\b)",
        r"das ^\1 ",
        _CAPITAL,
    ),
    Row(
        r"(im|ins) (freien|grünen|nachhinein|einzelnen|großen und ganzen)(?! (?-i:\p{Lu})|\p{L})",
        r"\1 ^\2",
        _CAPITAL,
    ),
    Row(
        r"(beim|zum|vom) (einkaufen|wandern|basteln|grillen|mitnehmen|mitmachen|spielen|schwimmen|"
        r"tanzen|singen|malen|nähen|putzen|feiern|trinken|probieren|abholen|aufräumen|stöbern|"
        rf"laufen|verschenken|selbermachen|naschen|schreiben){_NO_NOUN}",
        r"\1 ^\2",
        _CAPITAL,
    ),
    turn("Uhr", _alike("abends morgens nachts mittags nachmittags vormittags"), _SLIP),
    turn("tut (?:uns|mir|ihm)(?: sehr| so| wirklich)?", _alike("leid"), _SLIP),
    turn(
        "am",
        _alike("besten liebsten meisten schönsten schnellsten einfachsten günstigsten wichtigsten"),
        _SLIP,
        r"(?=[,.!?]|$| (?:ist|wir|ihr|geht|gleich|noch|direkt|mit|in|bei|online|telefonisch)\b)",
    ),
    turn(
        "(?:seid|sind|ist|bist)(?: alle| immer| jederzeit| uns)?(?: herzlich)?",
        _alike("willkommen"),
        _SLIP,
        r"(?=[,.!]|$)",
    ),
    Row(r"(zu|nach) hause", r"\1 Hause", _CAPITAL),
    Row(r"in (20[12]\d)", r"im Jahr \1", "German says “im Jahr 2026” or only “2026”.", "likely"),
    Row(r"interessiert (?:für|in)", "interessiert an", _PREPOSITION, "likely"),
    Row(r"stolz (?:für|von|über)", "stolz auf", _PREPOSITION, "likely"),
    Row(r"(warten) für", r"\1 auf", _PREPOSITION, "likely"),
    Row(
        r"(freuen uns|freue mich) (?:für|zu) (deinen|euren|Ihren|dich|euch|Sie)",
        r"\1 auf \2",
        _PREPOSITION,
        "likely",
    ),
    Row(
        r"in (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)", r"am ^\1", _PREPOSITION
    ),
    Row(r"(\d+) euros", r"\1 Euro", "After a number this word stays singular."),
    Row(r"einzigste([rsn]?)", r"einzige\1", "“Einzig” cannot be raised."),
    Row(r"wegen dem", "wegen des", "In writing “wegen” takes the genitive.", "likely"),
    Row(
        r"(weiß|glaube|glauben|denke|hoffe|hoffen|finde|sagt|schön|froh|wichtig|klar|wissen), das "
        r"(es|wir|ich|ihr|sie|er|du|man)",
        r"\1, dass \2",
        "After this stands “dass”: it joins two sentences.",
    ),
    Row(r"(mit|von|bei|nach|aus|gegenüber) (?-i:Sie)", r"\1 Ihnen", _CASE),
    Row(r"(für|gegen|durch) (?-i:Ihnen)", r"\1 Sie", _CASE),
    Row(r"(wir|ich) (helfe|danke|gratuliere|wünsche|biete)(n?) (?-i:Sie)", r"\1 \2\3 Ihnen", _FORM),
    Row(
        r"(wir|ich) (begrüße|erwarte|berate|informiere|unterstütze|bitte)(n?) (?-i:Ihnen)",
        r"\1 \2\3 Sie",
        _FORM,
    ),
    Row(r"(wir|ich) (begrüße|erwarte|berate|informiere|bitte)(n?) dir", r"\1 \2\3 dich", _FORM),
    Row(r"(da|de)(s|r)? selbe(n?)", r"\1\2selbe\3", _SLIP),
    Row(r"(mit|von|bei|zu|für|an|aus|auf|gegen|unter|neben|hinter) einander", r"\1einander", _SLIP),
    Row(r"irgend (jemand|etwas|wie|wo|wann|wer|was|wohin)", r"irgend\1", _SLIP),
    Row(r"vorallem", "vor allem", "These are two words."),
    Row(r"(wie|zu|so)viel(e[rnms]?)", r"\1 viel\2", "These are two words."),
    Row(r"(wie|zu)viel", r"\1 viel", "These are two words."),
    Row(r"immernoch", "immer noch", "These are two words."),
    Row(r"nocheinmal", "noch einmal", "These are two words."),
    Row(r"garnicht", "gar nicht", "These are two words."),
    Row(r"garkein(e?[nrsm]?)", r"gar kein\1", "These are two words."),
    Row(r"in moment", "im Moment", _PREPOSITION),
    Row(r"standart", "Standard", "This word ends in d."),
    Row(r"jeden (woche)", r"jede ^\1", _GENDER),
)
